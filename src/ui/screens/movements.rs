//! Movements: all of them, found by what one would call them.

use leptos::prelude::*;
use maud::html;

use crate::app::search;
use crate::ui::parts::{changing, fixed, heading, movement_row, rows};
use crate::words::words;

pub fn movements() -> AnyView {
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
    let search = view! {
        <div class="search">
            <label for="search">{words.search}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=words.search_hint
                on:input=move |event| query.set(event_target_value(&event))
            />
        </div>
    };
    vec![fixed(heading(pages.movements)), search.into_any(), changing(found)].into_any()
}
