//! A movement's page: how it is done, where it is felt, who should take care, what is known.

use std::rc::Rc;

use leptos::prelude::*;
use maud::{Markup, html};

use super::own::own_movement;
use crate::app::App;
use crate::app::library::{anatomy, library};
use crate::app::route::Route;
use crate::domain::catalogue::{Caution, CautionAction, Kind, Level, Movement, Muscle, Share};
use crate::domain::likes::Like;
use crate::domain::restrictions::Fit;
use crate::ui::parts::{
    Choice, bullets, changing, claims, dose, facts, fixed, group, heading, movement_row_with,
    place_of, routine_row, rows, section, stage, steps, structure_row,
};
use crate::view::Element;
use crate::words::{MovementText, words};

pub fn movement(id: &str) -> Vec<Element> {
    let Some(movement) = library().catalogue.movement_called(id) else { return vec![] };
    let text = library().texts.movement(id);
    if movement.kind == Kind::Own {
        return own_movement(movement, text);
    }
    let words = words();
    let title = html! {
        p class="overline" { ((words.common.kind)(movement.kind)) }
        (heading(text.name))
    };
    let for_you = move || for_you(movement);
    vec![
        fixed(title),
        changing(for_you),
        stage(movement),
        changing(move || content(movement, text)),
        like(movement),
    ]
}

/// What the person makes of it.
fn like(movement: &'static Movement) -> Element {
    let (app, words) = (App::get(), &words().making);
    let like = Choice {
        name: "like",
        label: words.like,
        options: Like::ALL.map(words.like_of).to_vec(),
        chosen: Rc::new(move || place_of(&Like::ALL, Some(&app.like(movement)))),
        choose: Rc::new(move |index| app.set_like(movement.number, Like::ALL[index])),
    };
    let hint = html! { p class="quiet" { (words.like_hint) } };
    group("settings", vec![like.view(), fixed(hint)])
}

/// What stands over what the answers say of it, if they say anything.
fn title(fit: &Fit, is_eased: bool) -> Option<&'static str> {
    let words = &words().check;
    match fit {
        Fit::Free => is_eased.then_some(words.with_care),
        Fit::Changed(_) => Some(words.with_care),
        Fit::Out(cautions) if cautions.iter().all(|it| it.action == CautionAction::Ask) => {
            Some(words.ask_before)
        }
        Fit::Out(_) | Fit::Excluded => Some(words.not_for_you),
    }
}

/// What this person's answers say of it.
fn for_you(movement: &Movement) -> Markup {
    let (words, own) = (&words().check, &words().hurts);
    let check = App::get().check;
    let fit = check.fit(movement);
    // That is changed on this very page; all else in Settings.
    let is_by_choice = fit == Fit::Excluded && App::get().like(movement) == Like::Excluded;
    let is_told = check.hurts.with(|hurts| hurts.told_of(movement.number));
    let is_eased = check.eases(movement);
    let Some(title) = title(&fit, is_eased) else { return html! {} };
    let cautions = match &fit {
        Fit::Changed(cautions) | Fit::Out(cautions) => cautions.as_slice(),
        Fit::Free | Fit::Excluded => &[],
    };
    html! {
        section class="card for-you" {
            h2 { (title) }
            @if fit == Fit::Excluded { p { ((own.left_out)(is_by_choice)) } }
            @if is_eased { p { (own.eased) } }
            @for it in cautions { p { (library().texts.terms.note(it.note)) } }
            @if is_told || !is_by_choice { p { a href=(Route::Settings) { (words.change_it) } } }
        }
    }
}

fn content(movement: &Movement, text: &MovementText) -> Markup {
    let words = words();
    html! {
        (section(words.movement.how, &steps(&text.steps)))
        (section(words.movement.cue, &html! { p class="cue" { (text.cue) } }))
        (section(words.movement.feel, &html! { p { (text.feel) } }))
        (section(words.movement.breathing, &html! { p { (text.breathing) } }))
        (section(words.movement.exit, &html! { p { (text.exit) } }))
        (section(words.movement.mistakes, &bullets(&text.mistakes)))
        (section(words.movement.levels, &levels(movement, text)))
        (section(words.movement.cautions, &cautions(movement)))
        (section(words.movement.stop, &stop()))
        (section(words.movement.known, &claims(&movement.benefits)))
        @if let Some(note) = &text.note {
            (section(words.movement.origin, &html! { p { (words.movement.origin_hint) " " (note) } }))
        }
        (particulars(movement, text))
        (on_the_body(movement))
        (swaps(movement))
        (routines(movement))
    }
}

fn levels(movement: &Movement, text: &MovementText) -> Markup {
    let words = words();
    let row = |level| {
        let how = text.at(level).unwrap_or(words.movement.as_written);
        let dose = dose(movement.dose(level), movement.sided);
        ((words.common.level)(level), format!("{how} {dose}."))
    };
    facts(&Level::ALL.map(row))
}

fn cautions(movement: &Movement) -> Markup {
    html! { ul class="cautions" { @for it in &movement.cautions { (caution(it)) } } }
}

fn caution(caution: &Caution) -> Markup {
    let terms = &library().texts.terms;
    let class = match caution.action {
        CautionAction::Avoid => "action is-avoid",
        CautionAction::Ask => "action is-ask",
        CautionAction::Modify => "action",
    };
    html! {
        li {
            strong { (terms.tag(caution.tag)) }
            " "
            span class=(class) { ((words().movement.action)(caution.action)) }
            p { (terms.note(caution.note)) }
        }
    }
}

fn stop() -> Markup {
    html! {
        p class="warning" { (words().movement.stop_hint) }
        p { a href=(Route::Safety) { (words().pages.safety) } }
    }
}

fn particulars(movement: &Movement, text: &MovementText) -> Markup {
    let words = words();
    let terms = &library().texts.terms;
    let muscles = |muscles: &[Muscle]| {
        muscles.iter().map(|muscle| terms.muscle(muscle)).collect::<Vec<_>>().join(", ")
    };
    let setting = (words.common.setting)(movement.setting);
    let office = if movement.office_clothes { words.movement.office } else { "" };
    let sides = if movement.sided { words.movement.sided } else { words.movement.both };
    facts(&[
        (words.movement.primary, muscles(&movement.primary)),
        (words.movement.secondary, muscles(&movement.secondary)),
        (words.movement.position, format!("{}. {sides}", terms.position(movement.position))),
        (words.movement.setting, format!("{setting}. {office}")),
        (words.movement.needs, text.needs.unwrap_or_default().to_owned()),
        (words.movement.helpful, text.helpful.join(", ")),
        (words.movement.aliases, text.aliases.join(", ")),
    ])
}

/// The structures that it is mainly for, each a link to its page.
fn on_the_body(movement: &Movement) -> Markup {
    let all = anatomy().structures.iter();
    let rows: Vec<_> =
        all.filter(|it| it.share_of(movement) == Some(Share::Primary)).map(structure_row).collect();
    listed(words().anatomy.on_the_body, &rows)
}

fn swaps(movement: &Movement) -> Markup {
    let words = &words().movement;
    let swaps = [
        (words.easier, &movement.easier),
        (words.harder, &movement.harder),
        (words.desk, &movement.desk),
    ];
    let swaps: Vec<_> = swaps
        .into_iter()
        .filter_map(|(how, id)| Some((how, library().catalogue.movement_called(id.as_deref()?)?)))
        .map(|(how, movement)| movement_row_with(movement, how))
        .collect();
    listed(words.swaps, &swaps)
}

fn routines(movement: &Movement) -> Markup {
    let routines = library().catalogue.routines.iter();
    let routines: Vec<_> = routines
        .filter(|routine| routine.schedule.steps().any(|step| step.movement == movement.id))
        .map(routine_row)
        .collect();
    listed(words().movement.in_routines, &routines)
}

/// A titled list, unless there is nothing in it.
fn listed(title: &str, list: &[Markup]) -> Markup {
    if list.is_empty() {
        html! {}
    } else {
        section(title, &rows(list))
    }
}
