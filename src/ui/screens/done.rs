//! Done: what has been done, that it is kept, and how it went.

use leptos::prelude::*;

use super::heading;
use crate::app::App;
use crate::app::library::library;
use crate::app::route::Route;
use crate::domain::history::{Feel, Record};
use crate::domain::session::End;
use crate::ui::parts::Choice;
use crate::words::words;

pub fn done() -> AnyView {
    let app = App::get();
    match app.history.with_untracked(|records| records.last().cloned()) {
        Some(record) => looking_back(app, &record),
        None => view! {
            {heading(words().pages.session)}
            <p>{words().done.nothing}</p>
            {home()}
        }
        .into_any(),
    }
}

fn looking_back(app: App, record: &Record) -> AnyView {
    let words = words();
    let title = match record.end {
        End::Finished => words.done.title,
        End::Stopped => words.done.title_stopped,
    };
    let feel = Memo::new(move |_| app.history.with(|it| it.last().and_then(|last| last.feel)));
    let chosen = Signal::derive(move || feel.get().map_or(usize::MAX, |feel| feel as usize));
    let choose = Callback::new(move |index: usize| {
        if let Some(feel) = Feel::ALL.get(index) {
            app.rate(*feel);
        }
    });
    view! {
        <div class="done">
            {heading(title)}
            <p class="lead">
                {library().texts.routine_name(&record.routine).unwrap_or(words.history.unknown_routine)}
            </p>
            {summary(record)}
            <Choice
                name="feel"
                label=words.done.question
                options=Feel::ALL.map(words.done.feel).to_vec()
                chosen
                choose
            />
            <p role="status">{move || feel.get().map(words.done.thanks)}</p>
            {home()}
            <a class="quiet-link" href=Route::History.to_string()>{words.done.to_history}</a>
        </div>
    }
    .into_any()
}

fn summary(record: &Record) -> AnyView {
    let words = words();
    let (left, right) = record.sides();
    let sides = (!(left + right).is_zero()).then(|| (words.done.sides)(left, right));
    view! {
        <p class="total"><strong>{(words.done.worked)(record.worked())}</strong></p>
        <p>{sides}</p>
    }
    .into_any()
}

fn home() -> AnyView {
    view! {
        <a class="main-button" href=Route::Today.to_string()>{words().done.home}</a>
    }
    .into_any()
}
