//! Movements: all of them, found by what one would call them.

use leptos::prelude::*;

use super::heading;
use crate::app::search;
use crate::ui::parts::MovementRow;
use crate::words::words;

pub fn movements() -> impl IntoView {
    let (pages, words) = (&words().pages, &words().movement);
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| query.with(|query| search::movements(query)));
    let row = |movement| view! { <li><MovementRow movement /></li> };
    view! {
        {heading(pages.movements)}
        <search class="search">
            <label for="search">{words.search}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                placeholder=words.search_hint
                prop:value=query
                on:input=move |event| query.set(event_target_value(&event))
            />
        </search>
        <p class="quiet" role="status">{move || (words.found)(found.with(Vec::len))}</p>
        <ul class="rows">{move || found.get().into_iter().map(row).collect::<Vec<_>>()}</ul>
        {move || found.with(Vec::is_empty).then(|| nothing(query))}
    }
}

fn nothing(query: RwSignal<String>) -> AnyView {
    let words = &words().movement;
    view! {
        <p>{words.none_found}</p>
        <button type="button" class="quiet-button" on:click=move |_| query.set(String::new())>
            {words.clear}
        </button>
    }
    .into_any()
}
