//! Done: what has been done, that it is kept, and how it went.

use std::rc::Rc;

use leptos::prelude::*;
use maud::{Markup, html};

use super::install;
use crate::app::App;
use crate::app::player::Trace;
use crate::app::progress::is_counted;
use crate::app::route::Route;
use crate::domain::history::{Feel, Record};
use crate::domain::pain::Pain;
use crate::domain::session::End;
use crate::ui::parts::{
    Choice, Tell, advice_card, changing, fixed, group, heading, pain_place, pain_scale,
};
use crate::view::Element;
use crate::words::words;

pub fn done() -> Vec<Element> {
    let app = App::get();
    let words = words();
    let Some(record) = untrack(|| app.last_session()) else {
        let nothing = html! { (heading(words.pages.session)) p { (words.done.nothing) } (home()) };
        return vec![fixed(nothing)];
    };
    let session = record.began;
    let feel = move || app.session(session)?.feel;
    let choose = move |index: usize| {
        if let Some(feel) = Feel::ALL.get(index) {
            app.tell_feel(session, *feel);
        }
    };
    let question = Choice {
        name: "feel",
        label: words.done.question,
        options: Feel::ALL.map(words.done.feel).to_vec(),
        chosen: Rc::new(move || feel().map_or(usize::MAX, |feel| feel as usize)),
        choose: Rc::new(choose),
    };
    let thanks = move || {
        html! { p role="status" { @if let Some(feel) = feel() { ((words.done.thanks)(feel)) } } }
    };
    let is_kept = app.player.trace.get() == Trace::Kept;
    let worth_it = move || app.install.is_worth_a_word(app.history.with(Vec::len));
    vec![
        advice_card(app),
        fixed(what_was_done(&record, is_kept)),
        question.view(),
        changing(thanks),
        after(app, &record),
        fixed(home()),
        install::section(app).shown_while(worth_it),
    ]
}

/// How it is now, where, and what follows from it.
fn after(app: App, record: &Record) -> Element {
    let words = &words().progress;
    let session = record.began;
    let pain = move || app.session(session).map_or_else(Pain::default, |it| it.pain);
    let choose = move |score| app.tell_pain(session, |pain| pain.after = Some(score));
    let tell: Tell = Rc::new(move |tell| app.tell_pain(session, tell));
    let decides = is_counted(record);
    let noted = move || {
        let is_told = pain().after.is_some();
        html! { p role="status" { @if is_told { ((words.noted)(decides)) } } }
    };
    let mut parts = vec![
        pain_scale("pain-after", words.after, move || pain().after, choose),
        fixed(html! { p class="quiet" { (words.scale) } }),
    ];
    parts.extend(pain_place(pain, &tell));
    parts.push(changing(noted));
    group("settings", parts)
}

fn what_was_done(record: &Record, is_kept: bool) -> Markup {
    let words = words();
    let title = match record.end {
        End::Finished => words.done.title,
        End::Stopped => words.done.title_stopped,
    };
    let name = App::get().routine_name(&record.routine);
    let (left, right) = record.sides();
    html! {
        (heading(title))
        p class="lead" { (name.as_deref().unwrap_or(words.history.unknown_routine)) }
        p class="total" { strong { ((words.done.worked)(record.worked())) } }
        @if !(left + right).is_zero() { p { ((words.done.sides)(left, right)) } }
        @if is_kept { p class="quiet" { (words.done.saved) } }
    }
}

fn home() -> Markup {
    let words = &words().done;
    html! {
        a class="main-button" href=(Route::Today) { (words.home) }
        a class="quiet-link" href=(Route::History) { (words.to_history) }
    }
}
