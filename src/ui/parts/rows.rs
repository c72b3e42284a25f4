//! Rows of lists: a movement, a routine.

use std::time::Duration;

use leptos::prelude::*;

use super::Icon;
use crate::app::App;
use crate::app::library::library;
use crate::app::route::Route;
use crate::domain::catalogue::{Dose, Movement, Routine, Work};
use crate::domain::plan::Plan;
use crate::words::words;

/// A movement with what it is and where, as a link to its page.
#[component]
pub fn MovementRow(movement: &'static Movement, #[prop(optional, into)] detail: String) -> impl IntoView {
    let texts = &library().texts;
    let detail = if detail.is_empty() {
        let kind = (words().common.kind)(movement.kind);
        format!("{kind}, {}", texts.terms.position(&movement.position))
    } else {
        detail
    };
    row(&Route::Movement(movement.id.clone()), &texts.movement(&movement.id).name, detail)
}

/// A routine with where it is done and how long it takes, as a link to its page.
#[component]
pub fn RoutineRow(routine: &'static Routine) -> impl IntoView {
    let common = &words().common;
    let detail = format!(
        "{} · {} · {}",
        (common.minutes)(routine_length(routine)),
        (common.setting)(routine.setting),
        (common.level)(routine.level),
    );
    row(&Route::Routine(routine.id.clone()), &library().texts.routine(&routine.id).name, detail)
}

fn row(route: &Route, name: &'static str, detail: String) -> AnyView {
    view! {
        <a class="row" href=route.to_string()>
            <span class="row-text">
                <span class="row-name">{name}</span>
                <small>{detail}</small>
            </span>
            {Icon::Next.into_render()}
        </a>
    }
    .into_any()
}

/// How long a routine takes this person, in its first week and without its optional steps.
pub fn routine_length(routine: &Routine) -> Duration {
    let recipe = App::get().settings.with(|it| it.recipe(&routine.id, 0, vec![]));
    Plan::build(&library().catalogue, &recipe).map_or(Duration::ZERO, |plan| plan.total())
}

/// A dose in words, such as `2 × 30 s each side`.
pub fn dose(dose: Dose, is_sided: bool) -> String {
    let words = &words().routine;
    match dose.work {
        Work::Hold { hold, count } => (words.dose)(hold, count * dose.sets, is_sided),
        Work::Timed { length } => (words.dose)(length, dose.sets, is_sided),
        Work::Repetitions { count, .. } => (words.repetitions)(count, dose.sets, is_sided),
    }
}
