//! A routine's page: what it holds, how long it takes, and its Start.

use leptos::prelude::*;

use super::{bullets, heading, paragraph, section, table};
use crate::app::App;
use crate::app::library::library;
use crate::domain::catalogue::{Level, Routine, RoutineStep, Schedule};
use crate::domain::plan::Plan;
use crate::ui::parts::{Choice, MovementRow, Switch, dose};
use crate::words::{RoutineText, words};

/// What the person picks on this page.
#[derive(Clone, Copy)]
struct Pick {
    week: RwSignal<usize>,
    extras: RwSignal<Vec<usize>>,
}

pub fn routine(id: &str) -> AnyView {
    let Some(routine) = library().catalogue.routine(id) else { return ().into_any() };
    let text = library().texts.routine(id);
    let pick = Pick { week: RwSignal::new(0), extras: RwSignal::default() };
    view! {
        {heading(text.name.as_str())}
        <p class="lead">{text.aim.as_str()}</p>
        {week_choice(routine, text, pick)}
        {start(routine, pick)}
        {move || steps(routine, text, pick)}
        {facts(routine, text)}
    }
    .into_any()
}

fn week_choice(routine: &'static Routine, text: &'static RoutineText, pick: Pick) -> Option<AnyView> {
    let Schedule::Weekly(weeks) = &routine.schedule else { return None };
    let words = &words().routine;
    let options: Vec<&'static str> = ["1", "2", "3", "4", "5", "6", "7", "8"][..weeks.len().min(8)].to_vec();
    let about = move || {
        let week = pick.week.get();
        let sessions = weeks.get(week).and_then(|it| it.sessions).map(words.sessions);
        [sessions, text.weeks.get(week).cloned()].into_iter().flatten().collect::<Vec<_>>().join(". ")
    };
    Some(view! {
        <Choice
            name="week"
            label=words.week_choice
            options
            chosen=pick.week
            choose=Callback::new(move |week| pick.week.set(week))
        />
        <p>{about}</p>
    }
    .into_any())
}

fn start(routine: &'static Routine, pick: Pick) -> AnyView {
    let (app, words) = (App::get(), words());
    let plan = Memo::new(move |_| {
        let settings = app.settings.get();
        let recipe = settings.recipe(&routine.id, pick.week.get(), pick.extras.get());
        Plan::build(&library().catalogue, &recipe).ok()
    });
    let total = move || plan.with(|plan| plan.as_ref().map(|it| (words.common.length)(it.total())));
    let per_side = move || {
        plan.with(|plan| {
            let (left, right) = plan.as_ref()?.per_side();
            (!left.is_zero()).then(|| (words.routine.per_side)(left, right))
        })
    };
    let begin = move |_| {
        app.begin(&routine.id, pick.week.get_untracked(), pick.extras.get_untracked());
    };
    view! {
        <div class="card start">
            <p class="total"><strong>{total}</strong> " " <span>{per_side}</span></p>
            <button type="button" class="main-button" on:click=begin>{words.common.start}</button>
            {level_choice(app)}
        </div>
    }
    .into_any()
}

fn level_choice(app: App) -> AnyView {
    let words = words();
    let mut options = vec![words.routine.as_written];
    options.extend(Level::ALL.map(words.common.level));
    let chosen = Signal::derive(move || {
        app.settings.with(|it| it.level).map_or(0, |level| level as usize + 1)
    });
    let choose = Callback::new(move |index: usize| {
        let level = index.checked_sub(1).and_then(|index| Level::ALL.get(index).copied());
        app.change_settings(|it| it.level = level);
    });
    view! { <Choice name="level" label=words.routine.level options chosen choose /> }.into_any()
}

fn steps(routine: &'static Routine, text: &'static RoutineText, pick: Pick) -> AnyView {
    let week = routine.schedule.weeks().get(pick.week.get());
    let steps = week.into_iter().flat_map(|week| week.steps.iter().enumerate());
    let rows: Vec<_> = steps.map(|(index, it)| step(index, it, text, pick)).collect();
    section(words().routine.steps, view! { <ol class="rows">{rows}</ol> })
}

fn step(
    index: usize,
    step: &'static RoutineStep,
    text: &'static RoutineText,
    pick: Pick,
) -> Option<AnyView> {
    let movement = library().catalogue.movement_called(&step.movement)?;
    let level = App::get().settings.with(|it| it.level);
    let dose = dose(level.map_or(step.dose, |level| movement.dose(level)), movement.sided);
    let note = text.note(index).map(|note| view! { <p class="row-note">{note}</p> });
    let extra = step.optional.then(|| {
        let on = Signal::derive(move || pick.extras.with(|extras| extras.contains(&index)));
        let set = Callback::new(move |on: bool| {
            pick.extras.update(|extras| {
                extras.retain(|it| *it != index);
                extras.extend(on.then_some(index));
            });
        });
        view! { <Switch label=words().routine.optional on set /> }
    });
    Some(view! {
        <li>
            <MovementRow movement detail=dose />
            {note}
            {extra}
        </li>
    }
    .into_any())
}

fn facts(routine: &'static Routine, text: &'static RoutineText) -> AnyView {
    let words = &words().routine;
    let mut facts = vec![
        (words.when, text.when.clone()),
        (words.how_often, text.frequency.clone()),
        (words.before, text.screening.clone()),
        (words.honest, text.honest.clone()),
    ];
    facts.extend(text.after.clone().map(|after| (words.after, after)));
    let facts = table(facts.into_iter().map(|(name, value)| (name.to_owned(), value)));
    let progression = &library().texts.progression;
    let rules = [
        &progression.up,
        &progression.up_how,
        &progression.hold,
        &progression.down,
        &progression.stop,
        &progression.cap,
    ];
    view! {
        {routine.office_clothes.then(|| paragraph(words.office))}
        {facts}
        <details>
            <summary>{words.progression}</summary>
            {bullets(rules.map(String::as_str))}
        </details>
    }
    .into_any()
}
