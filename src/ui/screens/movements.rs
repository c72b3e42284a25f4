//! Movements: all of them, found by what one would call them.

use leptos::prelude::*;
use maud::html;

use crate::app::search;
use crate::ui::parts::{changing, fixed, heading, movement_row, rows};
use crate::view::{Element, element};
use crate::words::words;

pub fn movements() -> Vec<Element> {
    let (pages, words) = (&words().pages, &words().movement);
    let query = RwSignal::new(String::new());
    let found = move || {
        let found = query.with(|query| search::movements(query));
        let found: Vec<_> = found.into_iter().map(movement_row).collect();
        html! {
            p class="quiet" role="status" { ((words.found)(found.len())) }
            @if found.is_empty() { p { (words.none_found) } } @else { (rows(&found)) }
        }
    };
    vec![fixed(heading(pages.movements)), search_field(query), changing(found)]
}

fn search_field(query: RwSignal<String>) -> Element {
    let words = &words().movement;
    let label = element("label", "").attribute("for", "search").markup(html! { (words.search) });
    let field = element("input", "")
        .attribute("id", "search")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("placeholder", words.search_hint);
    let typed = field.clone();
    let field = field.on("input", move || query.set(typed.value()));
    element("div", "search").children(vec![label, field])
}
