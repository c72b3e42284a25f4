//! The break that is near or due, and what to say of it; a call that is going on; a question after time
//! away.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{button, changing, changing_button, group};
use crate::app::library::library;
use crate::app::{App, breaks};
use crate::domain::breaks::{Input, Kind, Phase, TimeOfDay, Why};
use crate::view::{Element, element};
use crate::words::words;

/// It is there only while there is something to say.
pub fn break_card(app: App) -> Element {
    let words = &words().breaks;
    let phase = move || app.breaks.phase.get();
    let is_near = move || matches!(phase(), Phase::Warned { .. } | Phase::Due { .. });
    let is_asking = move || matches!(phase(), Phase::Asking { .. });
    let is_in_call = move || matches!(phase(), Phase::InCall { .. });
    let tell = move |input| move || app.breaks.tell(input);
    let start = changing_button("main-button", move || start_face(app), move || app.begin_break());
    let answers = vec![
        button("quiet-button", words.away_yes, tell(Input::AwayWas { break_taken: true })),
        button("quiet-button", words.away_no, tell(Input::AwayWas { break_taken: false })),
    ];
    let parts = vec![
        changing(move || html! { h2 role="status" { (heading(app)) } }),
        start.shown_while(is_near),
        row(words.put_off, delays(app)).shown_while(is_near),
        row(words.or, reasons(app)).shown_while(is_near),
        element("div", "chips").children(answers).shown_while(is_asking),
        button("quiet-button", words.call_over, move || end_call(app)).shown_while(is_in_call),
    ];
    let is_shown = move || is_near() || is_asking() || is_in_call();
    group("card break", parts).shown_while(is_shown)
}

fn heading(app: App) -> String {
    let words = &words().breaks;
    match app.breaks.phase.get() {
        Phase::Warned { kind, .. } => {
            (words.due_in)(kind, app.breaks.left.get().unwrap_or_default())
        }
        Phase::Due { kind, .. } => (words.due)(kind).to_owned(),
        Phase::Asking { away, .. } => (words.away)(away),
        Phase::InCall { until } => (words.in_call)(time_of_day(until)),
        Phase::Off | Phase::OutOfHours { .. } | Phase::Waiting { .. } => String::new(),
    }
}

/// What is offered, by its name.
fn start_face(app: App) -> Markup {
    let kind = match app.breaks.phase.get() {
        Phase::Warned { kind, .. } | Phase::Due { kind, .. } => kind,
        _ => Kind::Short,
    };
    let name = library().texts.routine(breaks::offer(kind)).name;
    html! { ((words().breaks.start_this)(name)) }
}

/// One button for each of the person's own steps.
fn delays(app: App) -> Vec<Element> {
    let label = move |step: usize| {
        let minutes = app.breaks.settings.with(|it| it.schedule.choices().postpone[step].minutes());
        html! { ((words().breaks.minutes_later)(minutes)) }
    };
    let delay = |step| {
        changing_button("quiet-button", move || label(step), move || app.postpone_break(step))
    };
    (0..3).map(delay).collect()
}

fn reasons(app: App) -> Vec<Element> {
    let words = &words().breaks;
    [
        (words.did_it, Why::DidItAlready),
        (words.not_this, Why::NotThisOne),
        (words.not_now, Why::NotNow),
    ]
    .into_iter()
    .map(|(label, why)| button("quiet-button", label, move || app.breaks.tell(Input::Skip(why))))
    .collect()
}

fn row(title: &str, buttons: Vec<Element>) -> Element {
    let title = element("p", "quiet").markup(html! { (title) });
    let buttons = element("div", "chips").children(buttons);
    element("div", "break-row").children(vec![title, buttons])
}

fn end_call(app: App) {
    app.breaks.tell(Input::CallUntil(crate::app::now()));
}

/// The time of day that a clock shows.
pub fn time_of_day(time: time::OffsetDateTime) -> TimeOfDay {
    let minutes = u64::from(time.hour()) * 60 + u64::from(time.minute());
    // Every hour and minute is one of a day.
    TimeOfDay::from_minutes(minutes).unwrap_or_default()
}
