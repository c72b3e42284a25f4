//! Settings: sound and voice, pace, look, data.

use std::time::Duration;

use leptos::prelude::*;

use super::{heading, section};
use crate::app::App;
use crate::app::route::Route;
use crate::domain::catalogue::Level;
use crate::domain::cues::Breathing;
use crate::domain::lengths::{LengthKind, Lengths};
use crate::domain::plan::{Advance, Pacing, Side};
use crate::domain::settings::{Settings, Theme, Volume};
use crate::ui::parts::{Choice, Stepper, Switch, Way};
use crate::words::words;

pub fn settings() -> impl IntoView {
    let app = App::get();
    let words = words();
    view! {
        {heading(words.pages.settings)}
        {section(words.settings.sound, sound(app))}
        {section(words.settings.pace, pace(app))}
        {section(words.settings.lengths, lengths(app))}
        {section(words.settings.look, look(app))}
        {section(words.settings.data, data(app))}
        <p><a href=Route::About.to_string()>{words.pages.about}</a></p>
    }
}

fn sound(app: App) -> AnyView {
    let words = &words().settings;
    let volume = move || app.settings.with(|it| it.volume.percent());
    let set_volume = move |event| {
        let percent = event_target_value(&event).parse().ok();
        if let Some(volume) = percent.and_then(|percent| Volume::from_percent(percent).ok()) {
            app.change_settings(|it| it.volume = volume);
        }
    };
    let voice_missing =
        (!app.player.senses.has_voice()).then(|| view! { <p class="quiet">{words.voice_missing}</p> });
    view! {
        {flag(app, words.sounds, "", |it| it.sounds, |it, on| it.sounds = on)}
        {flag(app, words.voice, "", |it| it.voice, |it, on| it.voice = on)}
        {voice_missing}
        <label class="range">
            <span>{words.volume}</span>
            <input
                type="range"
                min="0"
                max="100"
                step="5"
                prop:value=volume
                aria-valuetext=move || (words.percent)(u16::from(volume()))
                on:input=set_volume
            />
        </label>
        <button type="button" class="quiet-button" on:click=move |_| app.player.senses.test()>
            {words.test}
        </button>
        {flag(app, words.vibration, words.vibration_hint, |it| it.vibration, |it, on| it.vibration = on)}
        {flag(
            app,
            words.breathing,
            "",
            |it| it.breathing == Breathing::Marked,
            |it, on| it.breathing = if on { Breathing::Marked } else { Breathing::Unmarked },
        )}
        {flag(app, words.screen, "", |it| it.keep_awake, |it, on| it.keep_awake = on)}
    }
    .into_any()
}

fn pace(app: App) -> AnyView {
    let words = words();
    let mut levels = vec![words.routine.as_written];
    levels.extend(Level::ALL.map(words.common.level));
    view! {
        {choice(
            app,
            "level",
            words.settings.level,
            levels,
            |it| it.level.map_or(0, |level| level as usize + 1),
            |it, index| it.level = index.checked_sub(1).and_then(|index| Level::ALL.get(index).copied()),
        )}
        {flag(
            app,
            words.settings.wait,
            words.settings.wait_hint,
            |it| it.advance == Advance::WaitForMe,
            |it, on| it.advance = if on { Advance::WaitForMe } else { Advance::ByItself },
        )}
        {choice(
            app,
            "repetitions",
            words.settings.repetitions,
            PACINGS.map(words.settings.pacing).to_vec(),
            |it| place_of(&PACINGS, it.repetitions),
            |it, index| it.repetitions = PACINGS[index],
        )}
        {choice(
            app,
            "side",
            words.settings.first_side,
            SIDES.map(words.common.side).to_vec(),
            |it| place_of(&SIDES, it.first_side),
            |it, index| it.first_side = SIDES[index],
        )}
    }
    .into_any()
}

const PACINGS: [Pacing; 2] = [Pacing::Tempo, Pacing::OwnTime];
const SIDES: [Side; 2] = [Side::Left, Side::Right];
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

fn lengths(app: App) -> AnyView {
    let words = &words().settings;
    let reset = move |_| app.change_settings(|it| it.lengths = Lengths::USUAL);
    view! {
        <p class="quiet">{words.lengths_hint}</p>
        {LengthKind::ALL.into_iter().map(|kind| length(app, kind)).collect::<Vec<_>>()}
        <button type="button" class="quiet-button" on:click=reset>{words.usual}</button>
    }
    .into_any()
}

fn length(app: App, kind: LengthKind) -> AnyView {
    let words = &words().settings;
    let share = move || app.settings.with(|it| it.lengths.share(kind));
    let value = Signal::derive(move || (words.percent)(share().percent()));
    let meaning = Signal::derive(move || (words.length_example)(kind, share().of(example(kind))));
    let step = Callback::new(move |way| {
        let share = match way {
            Way::Less => share().shorter(),
            Way::More => share().longer(),
        };
        app.change_settings(|it| it.lengths = it.lengths.with(kind, share));
    });
    view! { <Stepper label=(words.length)(kind) value meaning step /> }.into_any()
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

fn look(app: App) -> AnyView {
    let words = &words().settings;
    choice(
        app,
        "theme",
        words.look,
        THEMES.map(words.theme).to_vec(),
        |it| place_of(&THEMES, it.theme),
        |it, index| it.theme = THEMES[index],
    )
}

fn data(app: App) -> AnyView {
    let words = &words().settings;
    view! {
        <p>{move || (words.kept)(app.history.with(Vec::len))}</p>
        <p class="quiet">{words.data_hint}</p>
    }
    .into_any()
}

/// A setting that is on or off.
fn flag(
    app: App,
    label: &'static str,
    hint: &'static str,
    get: fn(&Settings) -> bool,
    put: fn(&mut Settings, bool),
) -> AnyView {
    let on = Signal::derive(move || app.settings.with(get));
    let set = Callback::new(move |on| app.change_settings(|it| put(it, on)));
    view! { <Switch label hint on set /> }.into_any()
}

/// A setting that is one of a few.
fn choice(
    app: App,
    name: &'static str,
    label: &'static str,
    options: Vec<&'static str>,
    get: fn(&Settings) -> usize,
    put: fn(&mut Settings, usize),
) -> AnyView {
    let chosen = Signal::derive(move || app.settings.with(get));
    let choose = Callback::new(move |index| app.change_settings(|it| put(it, index)));
    view! { <Choice name label options chosen choose /> }.into_any()
}

fn place_of<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|it| *it == one).unwrap_or(0)
}
