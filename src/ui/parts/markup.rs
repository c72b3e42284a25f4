//! Markup that several screens share, and its way into a view.

use std::time::Duration;

use maud::{Markup, html};

use super::{Icon, still};
use crate::app::App;
use crate::app::library::{anatomy, library};
use crate::app::route::Route;
use crate::domain::catalogue::{Dose, Movement, MovementNumber, Routine, Structure, Work};
use crate::domain::fitting::Fitted;
use crate::domain::plan::{Plan, Portion, Side};
use crate::domain::restrictions::Fit;
use crate::view::{Element, element};
use crate::words::{StructureText, words};

/// Markup that stays as it is.
pub fn fixed(markup: Markup) -> Element {
    element("div", "markup").markup(markup)
}

/// Markup that is made anew when a signal changes that it was made from.
pub fn changing(markup: impl Fn() -> Markup + 'static) -> Element {
    element("div", "markup").following(markup)
}

/// A page's heading, which the focus goes to when one turns to the page.
pub fn heading(text: &str) -> Markup {
    html! { h1 tabindex="-1" { (text) } }
}

/// A titled part of a page.
pub fn section(title: &str, content: &Markup) -> Markup {
    html! { section { h2 { (title) } (content) } }
}

pub fn bullets<T: AsRef<str>>(items: &[T]) -> Markup {
    html! { ul { @for item in items { li { (item.as_ref()) } } } }
}

/// What to do, one after the other.
pub fn steps(steps: &[&str]) -> Markup {
    html! { ol class="steps" { @for step in steps { li { span { (step) } } } } }
}

/// Names with what stands for each; one that has nothing is left out.
pub fn facts(facts: &[(&str, String)]) -> Markup {
    html! {
        dl class="facts" {
            @for (name, value) in facts {
                @if !value.is_empty() { div { dt { (name) } dd { (value) } } }
            }
        }
    }
}

pub fn rows(rows: &[Markup]) -> Markup {
    html! { ul class="rows" { @for row in rows { li { (row) } } } }
}

/// A movement with what it is and where, as a link to its page.
pub fn movement_row(movement: &Movement) -> Markup {
    let kind = (words().common.kind)(movement.kind);
    let position = library().texts.terms.position(movement.position);
    movement_row_with(movement, &format!("{kind}, {position}"))
}

/// The same, with something else to say of it.
pub fn movement_row_with(movement: &Movement, detail: &str) -> Markup {
    let name = &library().texts.movement(movement.id).name;
    let picture = still(movement);
    let words = &words().check;
    let detail = match App::get().check.fit(movement) {
        Fit::Free | Fit::Changed(_) => detail.to_owned(),
        Fit::Out(_) | Fit::Excluded => format!("{} · {detail}", words.not_for_you),
    };
    row(&Route::Movement(movement.id.to_owned()), Some(picture), name, &detail)
}

/// A routine with where it is done and how long it takes, as a link to its page.
pub fn routine_row(routine: &Routine) -> Markup {
    let common = &words().common;
    let detail = format!(
        "{} · {} · {}",
        (common.minutes)(routine_length(routine)),
        (common.setting)(routine.setting),
        (common.level)(routine.level),
    );
    let name = library().texts.routine(routine.id).name;
    row(&Route::Routine(routine.id.to_owned()), None, name, &detail)
}

/// Those of `movements` that are for `structure`, each with how much.
pub fn rows_for(
    structure: &Structure,
    movements: impl IntoIterator<Item = &'static Movement>,
) -> Vec<Markup> {
    let share = words().anatomy.share;
    let found = structure.among(movements).into_iter();
    found.map(|(movement, how)| movement_row_with(movement, share(how))).collect()
}

/// A structure of the body by both its names, as a link to its page.
pub fn structure_row(structure: &Structure) -> Markup {
    let StructureText { name, plain, .. } = anatomy().text(structure.id);
    row(&Route::Muscle(structure.id.to_owned()), None, name, plain)
}

fn row(route: &Route, picture: Option<Markup>, name: &str, detail: &str) -> Markup {
    html! {
        a class="row" href=(route) {
            @if let Some(picture) = picture { (picture) }
            span class="row-text" { span class="row-name" { (name) } small { (detail) } }
            (Icon::Next.markup())
        }
    }
}

/// In place of Start, while the answers keep sessions closed.
pub fn closed_card(app: App) -> Element {
    let words = &words().check;
    let card = move |is_emergency| {
        let class = if is_emergency { "card emergency" } else { "card" };
        html! {
            section class=(class) {
                h2 { ((words.closed)(is_emergency)) }
                p { ((words.closed_hint)(is_emergency)) }
                a class="main-button" href=(Route::Check) { (words.to_outcome) }
            }
        }
    };
    changing(move || app.check.closed().map_or_else(|| html! {}, card))
}

/// What a routine is for a person, in order. `about` says of a step of it whether it is optional, and what
/// there is to note.
pub fn fitted_rows(
    fitted: &Fitted,
    about: impl Fn(usize) -> (bool, Option<&'static str>),
) -> Markup {
    let words = words();
    let is_other =
        !fitted.left_out.is_empty() || fitted.portions.iter().any(|it| it.instead_of.is_some());
    let name = |number| {
        let movement = library().catalogue.movement(number);
        movement.map_or("", |it| library().texts.movement(it.id).name)
    };
    html! {
        @if is_other { p class="for-you" { (words.check.fitted) } }
        ol class="rows" {
            @for portion in &fitted.portions {
                @if let Some(it) = library().catalogue.movement(portion.movement) {
                    li { (fitted_row(it, portion, about(portion.routine_step), name)) }
                }
            }
        }
        @for number in &fitted.left_out {
            p class="row-note" { ((words.check.dropped)(name(*number))) }
        }
    }
}

fn fitted_row(
    movement: &Movement,
    portion: &Portion,
    (is_optional, note): (bool, Option<&str>),
    name: impl Fn(MovementNumber) -> &'static str,
) -> Markup {
    let words = words();
    let dose = amount(movement, portion.dose, portion.only);
    let detail = if is_optional { format!("{dose} · {}", words.routine.optional) } else { dose };
    let note = if let Some(other) = portion.instead_of {
        Some((words.check.instead_of)(name(other)))
    } else if App::get().check.eases(movement) {
        Some(words.hurts.eased.to_owned())
    } else {
        note.map(ToOwned::to_owned)
    };
    html! {
        (movement_row_with(movement, &detail))
        @if let Some(note) = note { p class="row-note" { (note) } }
    }
}

/// How long a routine takes this person, in its first week and without its optional steps.
pub fn routine_length(routine: &Routine) -> Duration {
    let recipe = App::get().recipe(routine.id, 0, vec![]);
    Plan::build(&library().catalogue, &recipe).map_or(Duration::ZERO, |plan| plan.total())
}

/// A dose in words, such as `2 × 30 s each side`.
pub fn dose(dose: Dose, is_sided: bool) -> String {
    let words = &words().routine;
    match dose.work {
        Work::Hold { hold, count } => (words.dose)(hold, count * dose.sets, is_sided),
        Work::Timed { length } => (words.dose)(length, dose.sets, is_sided),
        Work::Repetitions { count, hold, .. } => {
            (words.repetitions)(count, dose.sets, hold, is_sided)
        }
    }
}

/// A dose of `movement` in words, with the one side that it is for, if it is.
pub fn amount(movement: &Movement, dose: Dose, only: Option<Side>) -> String {
    let dose = self::dose(dose, movement.sided && only.is_none());
    match only.filter(|_| movement.sided) {
        Some(side) => format!("{dose} {}", (words().own.only)(side)),
        None => dose,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(bullets(&["<b>"]).into_string(), "<ul><li>&lt;b&gt;</li></ul>");
    }

    #[test]
    fn a_dose_says_how_long_each_repetition_is_held() {
        let dose = |hold| {
            let [tempo, hold] = [6, hold].map(Duration::from_secs);
            let work = Work::Repetitions { count: 8, tempo, hold };
            dose(Dose { work, sets: 2, rest: Duration::ZERO }, true)
        };
        assert_eq!(dose(5), "2 × 8 repetitions each side, each held for 5 s");
        assert_eq!(dose(0), "2 × 8 repetitions each side");
    }

    #[test]
    fn a_fact_without_a_value_is_left_out() {
        let markup = facts(&[("A", "1".to_owned()), ("B", String::new())]).into_string();
        assert_eq!(markup, r#"<dl class="facts"><div><dt>A</dt><dd>1</dd></div></dl>"#);
    }
}
