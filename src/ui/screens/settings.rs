//! Settings: sound and voice, pace, look, data.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use maud::{Markup, html};

use super::{breathe, install};
use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::catalogue::{Level, MovementNumber};
use crate::domain::hurts::Told;
use crate::domain::lengths::{LengthKind, Lengths};
use crate::domain::plan::{Advance, Pacing, Side};
use crate::domain::settings::{Guiding, Settings, Theme, Volume};
use crate::ui::parts::{
    Choice, StepNames, Way, bullets, button, changing, changing_button, fixed, go_to_way_back,
    group, heading, labelled, named_button, place_of, stepper, switch, way_back,
};
use crate::view::{Element, element, follow};
use crate::words::words;

pub fn settings() -> Vec<Element> {
    let app = App::get();
    let words = words();
    vec![
        fixed(heading(words.pages.settings)),
        section(words.settings.sound, sound(app)),
        section(words.settings.pace, pace(app)),
        section(words.progress.title, how_much(app)),
        section(words.settings.lengths, lengths(app)),
        section(words.settings.look, vec![look(app)]),
        section(words.pages.breaks, vec![fixed(to_breaks())]),
        section(words.check.name, vec![fixed(to_check()), hurts(app)]),
        section(words.settings.data, vec![changing(move || data(app))]),
        install::section(app),
        fixed(html! { p { a href=(Route::About) { (words.pages.about) } } }),
    ]
}

fn to_check() -> Markup {
    let words = words();
    html! { p { a class="quiet-button" href=(Route::Check) { (words.check.answers) } } }
}

/// More or less than routines say, by the rule or by hand.
fn how_much(app: App) -> Vec<Element> {
    let words = &words().progress;
    let progress = app.course.progress;
    let step = move || progress.with(|it| it.step);
    let names = StepNames { label: words.title, less: words.less, more: words.more };
    let change = move |way| {
        let by = match way {
            Way::Less => -1,
            Way::More => 1,
        };
        app.set_step(untrack(step).by(by));
    };
    let rules = html! { details { summary { (words.rule) } (bullets(words.rules)) } };
    let is_automatic = move || progress.with(|it| it.is_automatic);
    vec![
        switch(words.by_rule, words.by_rule_hint, is_automatic, move |on| app.follow_rule(on)),
        stepper(
            names,
            || html! { span { (words.now) } },
            move || html! { output { ((words.step)(step())) } },
            change,
        ),
        level_offer(app),
        fixed(rules),
    ]
}

/// At the end of the steps of a level there is another one.
fn level_offer(app: App) -> Element {
    let words = words();
    let face = move || {
        let level = app.other_level().map(|it| (words.common.level)(it.level));
        html! { @if let Some(level) = level { ((words.progress.other_level)(level)) } }
    };
    let take = move || {
        if let Some(rung) = untrack(|| app.other_level()) {
            app.take(rung);
        }
    };
    changing_button("quiet-button", face, take).shown_while(move || app.other_level().is_some())
}

/// What the person told that hurts, each with a way to take it back.
fn hurts(app: App) -> Element {
    let words = &words().hurts;
    let told = move || {
        let told = app.check.hurts.with(|hurts| hurts.told.clone());
        let head = html! { h3 { (words.changed) } p class="quiet" { (words.changed_hint) } };
        let head = (!told.is_empty()).then(|| fixed(head));
        head.into_iter().chain(told.into_iter().filter_map(|it| hurt(app, it))).collect()
    };
    let list = element("div", "markup").following_children(told);
    element("div", "markup").children(vec![list, forgotten(app)])
}

/// The way back for the one that is done as before again.
fn forgotten(app: App) -> Element {
    let number = move || app.check.forgotten.last(|it| it.movement);
    let told = move || {
        let movement = library().catalogue.movement(number()?)?;
        Some((words().hurts.forgotten)(library().texts.movement(movement.id).name))
    };
    way_back(told, move || {
        let number = untrack(number);
        app.undo_forget_hurt();
        if let Some(number) = number {
            app::go_to(format!("#{}", id_of(number)));
        }
    })
}

fn hurt(app: App, told: Told) -> Option<Element> {
    let words = &words().hurts;
    let movement = library().catalogue.movement(told.movement)?;
    let name = library().texts.movement(movement.id).name;
    let how = (words.change)(told.hurt.change()?, told.hurt, told.at.date());
    let text = element("span", "").markup(html! { (name) " " small { (how) } });
    let undo = named_button("quiet-button", &(words.undo_of)(name), move || {
        app.forget_hurt(told.movement);
        go_to_way_back();
    });
    let undo = undo.attribute("id", &id_of(told.movement));
    Some(element("div", "stepper").children(vec![text, undo.markup(html! { (words.undo) })]))
}

fn id_of(hurt: MovementNumber) -> String {
    format!("hurt-{}", hurt.get())
}

fn section(title: &'static str, mut parts: Vec<Element>) -> Element {
    parts.insert(0, fixed(html! { h2 { (title) } }));
    group("settings", parts)
}

fn sound(app: App) -> Vec<Element> {
    let words = &words().settings;
    let voice_missing = move || {
        html! {
            @if app.player.senses.voices().is_empty() { p class="quiet" { (words.voice_missing) } }
        }
    };
    vec![
        flag(app, words.sounds, "", |it| it.sounds, |it, on| it.sounds = on),
        flag(app, words.voice, "", |it| it.voice, |it, on| it.voice = on),
        changing(voice_missing),
        which_voice(app),
        volume(app),
        choice(
            app,
            "guiding",
            words.guiding,
            GUIDINGS.map(words.guiding_way).to_vec(),
            |it| place_of(&GUIDINGS, Some(&it.guiding)),
            |it, index| it.guiding = GUIDINGS[index],
        ),
        changing(move || {
            let guiding = app.settings.with(|it| it.guiding);
            html! { p class="quiet" { ((words.guiding_hint)(guiding)) } }
        }),
        button("quiet-button", words.test, move || app.player.senses.test()),
        flag(
            app,
            words.vibration,
            words.vibration_hint,
            |it| it.vibration,
            |it, on| it.vibration = on,
        ),
        flag(app, words.breathing, "", |it| it.marks_breath, |it, on| it.marks_breath = on),
        breath(app),
        flag(app, words.screen, "", |it| it.keep_awake, |it, on| it.keep_awake = on),
    ]
}

/// How long a breath takes, while it is marked.
fn breath(app: App) -> Element {
    let to_pacer = html! {
        p { a class="quiet-button" href=(Route::Breathe) { (words().breathe.title) } }
    };
    let [going_in, going_out] = breathe::lengths(app);
    group("settings", vec![going_in, going_out, fixed(to_pacer)])
        .shown_while(move || app.settings.with(|it| it.marks_breath))
}

/// Which of the device's voices speaks, where there are several.
fn which_voice(app: App) -> Element {
    let (words, senses) = (&words().settings, app.player.senses);
    let options = move || {
        let (voices, chosen) = (senses.voices(), app.settings.with(|it| it.voice_uri.clone()));
        let best = voices.first().map_or("", |it| it.name.as_str());
        html! {
            option value="" { ((words.best_voice)(best)) }
            @for it in &voices {
                option value=(it.uri) selected[chosen.as_ref() == Some(&it.uri)] { (it.name) }
            }
        }
    };
    let select = element("select", "").following(options);
    let chosen = select.clone();
    let select = select.on("change", move || {
        let uri = Some(chosen.value()).filter(|uri| !uri.is_empty());
        app.change_settings(|it| it.voice_uri = uri);
        senses.test_voice();
    });
    let is_wanted = move || app.settings.with(|it| it.voice) && senses.voices().len() > 1;
    labelled("which-voice", words.which_voice, select).shown_while(is_wanted)
}

fn volume(app: App) -> Element {
    let words = &words().settings;
    let slider = element("input", "")
        .attribute("type", "range")
        .attribute("min", "0")
        .attribute("max", "100")
        .attribute("step", "5");
    let (shown, moved) = (slider.clone(), slider.clone());
    follow(move || shown.set_value(&app.settings.with(|it| it.volume.percent()).to_string()));
    let slider = slider.on("input", move || {
        let percent = moved.value().parse().ok();
        if let Some(volume) = percent.and_then(|percent| Volume::from_percent(percent).ok()) {
            app.change_settings(|it| it.volume = volume);
        }
    });
    let label = element("span", "").markup(html! { (words.volume) });
    element("label", "range").children(vec![label, slider])
}

fn pace(app: App) -> Vec<Element> {
    let words = words();
    vec![
        level_choice(app),
        flag(
            app,
            words.settings.wait,
            words.settings.wait_hint,
            |it| it.advance == Advance::WaitForMe,
            |it, on| it.advance = if on { Advance::WaitForMe } else { Advance::ByItself },
        ),
        choice(
            app,
            "repetitions",
            words.settings.repetitions,
            PACINGS.map(words.settings.pacing).to_vec(),
            |it| place_of(&PACINGS, Some(&it.repetitions)),
            |it, index| it.repetitions = PACINGS[index],
        ),
        choice(
            app,
            "side",
            words.settings.first_side,
            SIDES.map(words.common.side).to_vec(),
            |it| place_of(&SIDES, Some(&it.first_side)),
            |it, index| it.first_side = SIDES[index],
        ),
    ]
}

/// At which level routines are done, or as each says.
pub fn level_choice(app: App) -> Element {
    let words = words();
    let mut options = vec![words.routine.as_written];
    options.extend(Level::ALL.map(words.common.level));
    choice(
        app,
        "level",
        words.routine.level,
        options,
        |it| it.level.map_or(0, |level| level as usize + 1),
        |it, index| {
            it.level = index.checked_sub(1).and_then(|index| Level::ALL.get(index).copied());
        },
    )
}

const GUIDINGS: [Guiding; 2] = [Guiding::WithMusic, Guiding::ScreenOff];
const PACINGS: [Pacing; 2] = [Pacing::Tempo, Pacing::OwnTime];
const SIDES: [Side; 2] = [Side::Left, Side::Right];
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

fn lengths(app: App) -> Vec<Element> {
    let words = &words().settings;
    let mut parts = vec![fixed(html! { p class="quiet" { (words.lengths_hint) } })];
    parts.extend(LengthKind::ALL.into_iter().map(|kind| length(app, kind)));
    let reset = move || app.change_settings(|it| it.lengths = Lengths::USUAL);
    parts.push(button("quiet-button", words.usual, reset));
    parts
}

fn length(app: App, kind: LengthKind) -> Element {
    let words = &words().settings;
    let [label, less, more] = (words.length)(kind);
    let share = move || app.settings.with(|it| it.lengths.share(kind));
    let meaning = move || {
        let example = (words.length_example)(kind, share().of(example(kind)));
        html! { div class="stepper-label" { (label) small { (example) } } }
    };
    let value = move || html! { output { ((words.percent)(share().percent())) } };
    let step = move |way| {
        let share = match way {
            Way::Less => untrack(share).shorter(),
            Way::More => untrack(share).longer(),
        };
        app.change_settings(|it| it.lengths = it.lengths.with(kind, share));
    };
    stepper(StepNames { label, less, more }, meaning, value, step)
}

/// A usual length, by which one sees what a share means.
const fn example(kind: LengthKind) -> Duration {
    Duration::from_secs(match kind {
        LengthKind::GetReady => 15,
        LengthKind::Work => 30,
        LengthKind::ChangeSides => 5,
        LengthKind::Rest => 20,
    })
}

fn look(app: App) -> Element {
    let words = &words().settings;
    choice(
        app,
        "theme",
        words.colours,
        THEMES.map(words.theme).to_vec(),
        |it| place_of(&THEMES, Some(&it.theme)),
        |it, index| it.theme = THEMES[index],
    )
}

fn to_breaks() -> Markup {
    let words = words();
    html! {
        p { (words.breaks.lead) }
        a class="quiet-button" href=(Route::Breaks) { (words.settings.to_breaks) }
    }
}

fn data(app: App) -> Markup {
    let (data_words, words) = (&words().data, &words().settings);
    html! {
        p { ((words.kept)(app.history.with(Vec::len))) }
        @if app.history.with(|records| app.data.is_overdue(records)) {
            p { ((data_words.due)(app.data.last_backup.get().is_some())) }
        }
        a class="quiet-button" href=(Route::Data) { (words.to_data) }
    }
}

/// A setting that is on or off.
fn flag(
    app: App,
    label: &'static str,
    hint: &'static str,
    get: fn(&Settings) -> bool,
    put: fn(&mut Settings, bool),
) -> Element {
    let is_on = move || app.settings.with(get);
    switch(label, hint, is_on, move |on| app.change_settings(|it| put(it, on)))
}

/// A setting that is one of a few.
fn choice(
    app: App,
    name: &'static str,
    label: &'static str,
    options: Vec<&'static str>,
    get: fn(&Settings) -> usize,
    put: fn(&mut Settings, usize),
) -> Element {
    let chosen = Rc::new(move || app.settings.with(get));
    let choose = Rc::new(move |index| app.change_settings(|it| put(it, index)));
    Choice { name, label, options, chosen, choose }.view()
}
