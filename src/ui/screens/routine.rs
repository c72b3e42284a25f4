//! A routine's page: what it holds, how long it takes, and its Start.

use std::rc::Rc;

use leptos::prelude::*;
use maud::{Markup, html};

use super::settings::level_choice;
use crate::app::App;
use crate::app::library::library;
use crate::app::route::Route;
use crate::domain::catalogue::{Movement, Routine, Schedule};
use crate::domain::fitting::Fitted;
use crate::domain::own::Name;
use crate::domain::plan::{Plan, Portion};
use crate::ui::parts::{
    Choice, bullets, button, changing, closed_card, facts, fitted_rows, fixed, group, heading,
    pain_before, printable, section, switch,
};
use crate::view::Element;
use crate::words::{RoutineText, words};

/// What the person picks on this page.
#[derive(Clone, Copy)]
struct Pick {
    week: RwSignal<usize>,
    /// The optional steps to do, by their place among the routine's steps.
    extras: RwSignal<Vec<usize>>,
}

pub fn routine(id: &str) -> Vec<Element> {
    let Some(routine) = library().catalogue.routine(id) else { return vec![] };
    let text = library().texts.routine(id);
    let app = App::get();
    let week = RwSignal::new(untrack(|| app.next_week(routine).week));
    let pick = Pick { week, extras: RwSignal::default() };
    let begin = move || {
        app.begin(routine.id, pick.week.get_untracked(), pick.extras.get_untracked());
    };
    let mut start = vec![
        changing(move || totals(app, routine, pick)),
        button("main-button", words().common.start, begin),
        changing(move || rule(app, routine.id)),
        changing(move || week_next(app, routine)),
        pain_before(app),
        level_choice(app),
    ];
    start.extend(extras(app, routine, pick));
    let steps = move || {
        section(
            words().routine.steps,
            &steps(routine, text, pick.week.get(), &fitted(app, routine, pick)),
        )
    };
    let mut page = vec![fixed(html! { (heading(text.name)) p class="lead" { (text.aim) } })];
    page.extend(week_choice(routine, text, pick));
    page.extend([
        group("card start", start).shown_while(move || app.check.closed().is_none()),
        closed_card(app),
        changing(steps),
        changing(move || needs(&fitted(app, routine, pick))),
        button("quiet-button", words().own.make_own, move || {
            make_own(app, routine, text, pick);
        }),
        fixed(particulars(routine, text)),
    ]);
    let fitted = move || app.fitted(routine, pick.week.get(), &pick.extras.get());
    page.extend(printable(text.name.to_owned(), fitted));
    page
}

/// Begins a routine of one's own with what this one holds.
fn make_own(app: App, routine: &Routine, text: &RoutineText, pick: Pick) {
    if let Ok(name) = Name::parse(&(words().own.copy_of)(text.name)) {
        let (week, extras) = (pick.week.get_untracked(), pick.extras.get_untracked());
        app.make_own(routine, week, &extras, name);
    }
}

fn week_choice(routine: &'static Routine, text: &'static RoutineText, pick: Pick) -> Vec<Element> {
    let Schedule::Weekly(weeks) = &routine.schedule else { return vec![] };
    let words = &words().routine;
    let about = move || {
        let week = pick.week.get();
        let sessions = weeks.get(week).and_then(|it| it.sessions);
        html! {
            p {
                @if let Some(sessions) = sessions { ((words.sessions)(sessions)) ". " }
                @if let Some(focus) = text.weeks.get(week) { (focus) }
            }
        }
    };
    let choice = Choice {
        name: "week",
        label: words.week_choice,
        options: words.weeks.iter().copied().take(weeks.len()).collect(),
        chosen: Rc::new(move || pick.week.get()),
        choose: Rc::new(move |week| pick.week.set(week)),
    };
    vec![choice.view(), changing(about)]
}

/// What the rule says of how much, with the way to say otherwise.
pub fn rule(app: App, routine: &str) -> Markup {
    let (words, check) = (&words().progress, &words().check);
    let step = app.course.progress.with(|it| it.step);
    let level = app.level(app.settings.with(|it| it.level));
    html! {
        @if app.check.wants_gentle() { p class="quiet" { (check.gentle) } }
        @if let Some(verdict) = app.said_of(routine) {
            p class="quiet" {
                ((words.said)(verdict, step, level)) " "
                a href=(Route::Settings) { (words.change) }
            }
        }
    }
}

/// Why a week of a plan of weeks comes next.
fn week_next(app: App, routine: &Routine) -> Markup {
    let is_plan = matches!(routine.schedule, Schedule::Weekly(_));
    html! {
        @if is_plan && let Some(said) = (words().progress.week_next)(app.next_week(routine)) {
            p class="quiet" { (said) }
        }
    }
}

/// How long it takes with what has been picked and set.
fn totals(app: App, routine: &Routine, pick: Pick) -> Markup {
    let words = words();
    let recipe = app.recipe(routine.id, pick.week.get(), pick.extras.get());
    let plan = match Plan::build(&library().catalogue, &recipe) {
        Ok(plan) => plan,
        Err(error) => return html! { p class="total" { ((words.notices.no_plan)(&error)) } },
    };
    let (left, right) = plan.per_side();
    html! {
        p class="total" {
            strong { ((words.common.length)(plan.total())) }
            @if !(left + right).is_zero() { ((words.routine.per_side)(left, right)) }
        }
    }
}

/// What it holds for this person with every optional step.
fn fitted(app: App, routine: &Routine, pick: Pick) -> Fitted {
    let week = pick.week.get();
    let count = routine.schedule.weeks().get(week).map_or(0, |it| it.steps.len());
    app.fitted(routine, week, &(0..count).collect::<Vec<_>>())
}

/// A switch for each optional step that suits the person. They are off until the person adds them.
fn extras(app: App, routine: &'static Routine, pick: Pick) -> Vec<Element> {
    let steps = routine.schedule.weeks().first().into_iter().flat_map(|week| week.steps.iter());
    let fitted = untrack(|| fitted(app, routine, pick));
    let extra = |(index, _): (usize, _)| {
        let portion = fitted.portions.iter().find(|it| it.routine_step == index)?;
        Some(extra(index, movement_of(portion)?, pick))
    };
    steps.enumerate().filter(|(_, step)| step.optional).filter_map(extra).collect()
}

fn extra(index: usize, movement: &Movement, pick: Pick) -> Element {
    let name = library().texts.movement(movement.id).name;
    let is_on = move || pick.extras.with(|extras| extras.contains(&index));
    let set = move |on: bool| {
        pick.extras.update(|extras| {
            extras.retain(|it| *it != index);
            extras.extend(on.then_some(index));
        });
    };
    switch(name, words().routine.optional, is_on, set)
}

fn movement_of(portion: &Portion) -> Option<&'static Movement> {
    library().catalogue.movement(portion.movement)
}

fn steps(routine: &Routine, text: &RoutineText, week: usize, fitted: &Fitted) -> Markup {
    let steps = routine.schedule.weeks().get(week).map_or(&[][..], |week| &week.steps);
    let about = |step: usize| (steps.get(step).is_some_and(|it| it.optional), text.note(step));
    fitted_rows(fitted, about)
}

/// What one has to have at hand for it, each thing once.
fn needs(fitted: &Fitted) -> Markup {
    let mut needs = vec![];
    for movement in fitted.portions.iter().filter_map(movement_of) {
        let needed = library().texts.movement(movement.id).needs;
        needs.extend(needed.filter(|it| !needs.contains(it)));
    }
    html! {
        @if !needs.is_empty() { (facts(&[(words().movement.needs, needs.join(". "))])) }
    }
}

fn particulars(routine: &Routine, text: &RoutineText) -> Markup {
    let words = &words().routine;
    let progression = &library().texts.progression;
    let rules = [
        &progression.up,
        &progression.up_how,
        &progression.hold,
        &progression.down,
        &progression.stop,
        &progression.cap,
    ];
    html! {
        @if routine.office_clothes { p class="quiet" { (words.office) } }
        (facts(&[
            (words.when, text.when.to_owned()),
            (words.how_often, text.frequency.to_owned()),
            (words.before, text.screening.to_owned()),
            (words.honest, text.honest.to_owned()),
            (words.after, text.after.unwrap_or_default().to_owned()),
        ]))
        details {
            summary { (words.progression) }
            (bullets(&rules))
        }
    }
}
