//! History: every session, newest first.

use leptos::prelude::*;

use super::{heading, table};
use crate::app::App;
use crate::app::library::library;
use crate::domain::history::{Done, Record, WorkTime};
use crate::domain::session::End;
use crate::words::words;

/// How many sessions stand on the page at first, and how many more each time.
const AT_ONCE: usize = 20;

pub fn history() -> impl IntoView {
    let app = App::get();
    let is_empty = Memo::new(move |_| app.history.with(Vec::is_empty));
    view! {
        {heading(words().pages.history)}
        {move || if is_empty.get() { empty() } else { sessions(app) }}
    }
}

fn empty() -> AnyView {
    let words = words();
    view! {
        <div class="card">
            <h2>{words.history.empty}</h2>
            <p>{words.history.empty_hint}</p>
            <a class="main-button" href="#/">{words.done.home}</a>
        </div>
    }
    .into_any()
}

fn sessions(app: App) -> AnyView {
    let words = &words().history;
    let shown = RwSignal::new(AT_ONCE);
    let summary = move || {
        app.history.with(|records| {
            (words.summary)(records.len(), records.iter().map(Record::worked).sum())
        })
    };
    let rows = move || {
        app.history.with(|records| {
            records.iter().rev().take(shown.get()).map(row).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let left = app.history.with(Vec::len).saturating_sub(shown.get());
        (left > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="quiet-button"
                    on:click=move |_| shown.update(|shown| *shown += AT_ONCE)
                >
                    {(words.more)(left.min(AT_ONCE))}
                </button>
            }
        })
    };
    view! {
        <p class="lead">{summary}</p>
        <ol class="records">{rows}</ol>
        {more}
    }
    .into_any()
}

fn row(record: &Record) -> AnyView {
    let words = words();
    let began = record.began;
    let name = library().texts.routine_name(&record.routine).unwrap_or(words.history.unknown_routine);
    let end = match record.end {
        End::Finished => words.history.finished,
        End::Stopped => words.history.stopped,
    };
    let feel = record.feel.map(|feel| format!(" · {}", (words.done.feel)(feel)));
    view! {
        <li class="record">
            <p class="overline">
                {(words.common.date)(began.date())} ", " {(words.history.at)(began.hour(), began.minute())}
            </p>
            <h2>{name}</h2>
            <p>{(words.common.length)(record.took)} " · " {end} {feel}</p>
            <details>
                <summary>{(words.history.movements)(record.done.len())}</summary>
                {table(record.done.iter().filter_map(done))}
            </details>
        </li>
    }
    .into_any()
}

fn done(done: &Done) -> Option<(String, String)> {
    let words = words();
    let movement = library().catalogue.movement(done.movement)?;
    let name = library().texts.movement(&movement.id).name.clone();
    let time = match done.time {
        WorkTime::Whole(time) => (words.common.length)(time),
        WorkTime::Sides { left, right } => (words.done.sides)(left, right),
    };
    Some((name, time))
}
