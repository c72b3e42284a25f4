//! The safety check's questions, one a screen: No leads on, Yes asks which.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::check::Check;
use crate::app::library::{check_texts, screening};
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::screening::{Gate, Page};
use crate::ui::parts::{button, changing_button, fixed, group, tick};
use crate::view::{Element, element};
use crate::words::words;

pub fn questions(page: usize) -> Vec<Element> {
    let app = App::get();
    let Some(asked) = screening().pages.get(page) else { return vec![] };
    if !app.check.is_under_way() {
        // An address that was kept: what was ticked on the pages before is no more.
        app.check.ask_what_is_due();
    }
    let is_open = RwSignal::new(untrack(|| any(app.check, asked)));
    vec![
        fixed(head(page, asked)),
        answers(app, page, asked, is_open).shown_while(move || !is_open.get()),
        details(app, page, asked).shown_while(move || is_open.get()),
        fixed(why(app, page)),
        fixed(back(page)),
    ]
}

fn head(page: usize, asked: &Page) -> Markup {
    let words = &words().check;
    html! {
        p class="overline" { (words.name) " · " ((words.step_of)(page + 1, screening().pages.len())) }
        h1 class="question" tabindex="-1" { (check_texts().page(asked.id)) }
    }
}

/// Why anything is asked, on the page that one comes to first.
fn why(app: App, page: usize) -> Markup {
    let words = &words().check;
    let lead = match untrack(|| app.gate()) {
        Gate::Ask(why) => Some(why),
        Gate::Closed(_) | Gate::Open => None,
    };
    html! {
        @if app.check.is_first(page) {
            p class="quiet" {
                @if let Some(why) = lead { ((words.lead)(why)) " " }
                (words.private)
            }
        }
    }
}

/// Whether anything of this page is ticked.
fn any(check: Check, asked: &Page) -> bool {
    check.draft.with(|draft| asked.questions.clone().any(|place| draft.has(place)))
}

fn answers(app: App, page: usize, asked: &'static Page, is_open: RwSignal<bool>) -> Element {
    let words = &words().check;
    let no = move || {
        app.check.draft.update(|draft| {
            *draft = asked.questions.clone().fold(*draft, |draft, place| draft.with(place, false));
        });
        app.answer_page(page);
    };
    let yes = move || {
        is_open.set(true);
        app::go_to_heading();
    };
    group(
        "answers",
        vec![button("main-button", words.no, no), button("wide-button", words.yes, yes)],
    )
}

/// What of it is so, and on.
fn details(app: App, page: usize, asked: &'static Page) -> Element {
    let words = &words().check;
    let legend = element("legend", "").markup(html! { (words.which) });
    let mut parts = vec![legend];
    parts.extend(asked.questions.clone().map(|place| question(app.check, place)));
    let face = move || {
        let is_any = any(app.check, asked);
        html! { (if is_any { words.next } else { words.none_after_all }) }
    };
    group(
        "answers",
        vec![
            element("fieldset", "ticks").children(parts),
            changing_button("main-button", face, move || app.answer_page(page)),
        ],
    )
}

fn question(check: Check, place: usize) -> Element {
    let id = screening().questions.get(place).map_or("", |it| it.id);
    let set = move |on| check.draft.update(|draft| *draft = draft.with(place, on));
    tick(check_texts().question(id), move || check.draft.with(|it| it.has(place)), set)
}

fn back(page: usize) -> Markup {
    let to = page.checked_sub(1).map_or(Route::Today, Route::Questions);
    html! { a class="quiet-link" href=(to) { (words().common.back) } }
}
