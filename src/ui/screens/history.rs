//! History: every session, newest first.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::history::{Done, Record, WorkTime};
use crate::domain::pain::{Pain, Score};
use crate::domain::session::End;
use crate::ui::parts::{changing, changing_button, facts, fixed, heading};
use crate::view::Element;
use crate::words::words;

/// How many sessions stand on the page at first, and how many more each time.
const AT_ONCE: usize = 20;

pub fn history() -> Vec<Element> {
    let app = App::get();
    let shown = RwSignal::new(AT_ONCE);
    let sessions = move || app.history.with(|records| sessions(records, shown.get()));
    vec![fixed(heading(words().pages.history)), changing(sessions), more(app, shown)]
}

/// A button for more sessions, while there are more.
fn more(app: App, shown: RwSignal<usize>) -> Element {
    let left = move || app.history.with(Vec::len).saturating_sub(shown.get());
    let face = move || html! { ((words().history.more)(left().min(AT_ONCE))) };
    let show_more = move || shown.update(|shown| *shown += AT_ONCE);
    changing_button("quiet-button", face, show_more).shown_while(move || left() > 0)
}

/// The newest `shown` sessions, or what will be here.
fn sessions(records: &[Record], shown: usize) -> Markup {
    let words = words();
    if records.is_empty() {
        return html! {
            div class="card" {
                h2 { (words.history.empty) }
                p { (words.history.empty_hint) }
                a class="main-button" href=(Route::Today) { (words.done.home) }
            }
        };
    }
    let worked = records.iter().map(Record::worked).sum();
    html! {
        p class="lead" { ((words.history.summary)(records.len(), worked)) }
        ol class="records" { @for record in records.iter().rev().take(shown) { (row(record)) } }
        p class="quiet" { (words.history.times) }
    }
}

fn row(record: &Record) -> Markup {
    let words = words();
    let began = record.began;
    let name = App::get().routine_name(&record.routine);
    let end = match record.end {
        End::Finished => words.history.finished,
        End::Stopped => words.history.stopped,
    };
    let done: Vec<_> = record.done.iter().filter_map(done).collect();
    html! {
        li class="record" {
            p class="overline" {
                ((words.common.date)(began.date())) ", "
                ((words.history.at)(began.hour(), began.minute()))
            }
            @if began > app::now() { p class="warning" { (words.history.ahead) } }
            h2 { (name.as_deref().unwrap_or(words.history.unknown_routine)) }
            p {
                ((words.common.length)(record.took)) " · " (end)
                @if let Some(feel) = record.feel { " · " ((words.done.feel)(feel)) }
            }
            @if let Some(pain) = pain(record.pain) { p { (pain) } }
            details {
                summary { ((words.history.movements)(record.done.len())) }
                (facts(&done))
            }
        }
    }
}

/// What was told of pain around it.
fn pain(pain: Pain) -> Option<String> {
    let words = &words().progress;
    let score = |it: Option<Score>| it.map(Score::get);
    let scores = (words.told)(score(pain.before), score(pain.after), score(pain.next_day));
    pain.is_told().then_some(scores)
}

fn done(done: &Done) -> Option<(&'static str, String)> {
    let words = words();
    let movement = library().catalogue.movement(done.movement)?;
    let time = match done.time {
        WorkTime::Whole(time) => (words.common.length)(time),
        WorkTime::Sides { left, right } => (words.done.sides)(left, right),
    };
    Some((library().texts.movement(movement.id).name, time))
}
