//! Today: one Start, for the routine that makes sense now.

use leptos::prelude::*;

use super::heading;
use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::catalogue::Routine;
use crate::domain::history::{Day, week_of};
use crate::domain::suggestion::Suggestion;
use crate::ui::parts::routine_length;
use crate::words::words;

/// What is offered beside the routine that makes sense now.
const SHORTER: [&str; 4] = ["desk-reset-2", "standing-break-4", "chair-only", "five-short-start"];

pub fn today() -> impl IntoView {
    let (app, words) = (App::get(), words());
    let now = app::now();
    let suggestion = app.suggestion();
    view! {
        <p class="overline">{(words.today.when)(now.weekday(), now.hour())}</p>
        {heading(words.today.greeting)}
        {move || app.player.is_on().then(|| resume_card(app))}
        {start_card(app, suggestion)}
        <section>
            <h2>{words.today.shorter}</h2>
            <p class="chips">
                {SHORTER.into_iter().filter(|id| *id != suggestion.routine).map(chip).collect::<Vec<_>>()}
                <a class="chip" href=Route::Routines.to_string()>{words.today.all_routines}</a>
            </p>
        </section>
        {week_card(app)}
        <p class="quiet"><a href=Route::Safety.to_string()>{words.today.first_time}</a></p>
    }
}

/// A session that was left open comes before anything new.
fn resume_card(app: App) -> AnyView {
    let words = words();
    let question = move || {
        app.player.shown.get().map(|shown| {
            (words.today.resume_question)(shown.total.saturating_sub(shown.left), shown.total)
        })
    };
    let name = move || {
        let recipe = app.player.recipe.get()?;
        library().texts.routine_name(&recipe.routine)
    };
    view! {
        <section class="card resume">
            <h2>{question}</h2>
            <p>{name}</p>
            <button type="button" class="main-button" on:click=move |_| app.player.resume()>
                {words.today.resume}
            </button>
            <button type="button" class="quiet-button" on:click=move |_| app.player.finish_open()>
                {words.today.let_go}
            </button>
            <p class="quiet">{words.today.let_go_hint}</p>
        </section>
    }
    .into_any()
}

fn start_card(app: App, suggestion: Suggestion) -> AnyView {
    let words = words();
    let Some(routine) = library().catalogue.routine(suggestion.routine) else {
        return ().into_any();
    };
    let text = library().texts.routine(&routine.id);
    view! {
        <section class="card start">
            <div class="card-head">
                <h2>{text.name.as_str()}</h2>
                <p class="length">{(words.common.minutes)(routine_length(routine))}</p>
            </div>
            <p>{(words.today.reason)(suggestion.reason)}</p>
            <p class="quiet">{contents(routine)}</p>
            <button
                type="button"
                class="main-button"
                on:click=move |_| app.begin(suggestion.routine, 0, vec![])
            >
                {words.common.start}
            </button>
            <a class="quiet-link" href=Route::Routine(routine.id.clone()).to_string()>
                {words.today.details}
            </a>
        </section>
    }
    .into_any()
}

/// The movements of a routine, without its optional ones.
fn contents(routine: &Routine) -> String {
    let steps = routine.schedule.weeks().first().into_iter().flat_map(|week| &week.steps);
    let names: Vec<_> = steps
        .filter(|step| !step.optional)
        .map(|step| library().texts.movement(&step.movement).name.as_str())
        .collect();
    format!("{}.", names.join(" · "))
}

fn chip(id: &'static str) -> Option<AnyView> {
    let routine = library().catalogue.routine(id)?;
    let length = (words().common.minutes)(routine_length(routine));
    let name = library().texts.routine(id).name.as_str();
    Some(view! {
        <a class="chip" href=Route::Routine(id.to_owned()).to_string()>{name} " · " {length}</a>
    }
    .into_any())
}

fn week_card(app: App) -> AnyView {
    let words = words();
    let week = move || app.history.with(|records| week_of(records, app::now().date()));
    let count = move || week().iter().filter(|day| day.sessions > 0).count();
    view! {
        <section class="card week">
            <div class="card-head">
                <h2>{words.today.this_week}</h2>
                <p class="length">{move || (words.today.days)(count())}</p>
            </div>
            <ol class="days">{move || week().into_iter().map(day).collect::<Vec<_>>()}</ol>
        </section>
    }
    .into_any()
}

fn day(day: Day) -> AnyView {
    let words = words();
    let weekday = day.date.weekday();
    let (state, class) = match day {
        Day { sessions: 1.., .. } => (words.today.day_done, "day is-done"),
        Day { is_ahead: true, .. } => (words.today.day_ahead, "day is-ahead"),
        Day { is_today: true, .. } => (words.today.day_open, "day is-today"),
        Day { .. } => (words.today.day_open, "day"),
    };
    view! {
        <li class=class>
            <span aria-hidden="true">{(words.common.weekday_letter)(weekday)}</span>
            <span class="dot" aria-hidden="true"></span>
            <span class="unseen">{(words.common.weekday)(weekday)} ": " {state}</span>
        </li>
    }
    .into_any()
}
