//! A thing that is on or off, with its name, as one large target.

use leptos::prelude::*;

pub fn switch(
    label: &'static str,
    hint: &'static str,
    on: Signal<bool>,
    set: Callback<bool>,
) -> AnyView {
    view! {
        <label class="switch">
            <span>{label} <small>{hint}</small></span>
            <input
                type="checkbox"
                role="switch"
                prop:checked=on
                on:change=move |event| set.run(event_target_checked(&event))
            />
        </label>
    }
    .into_any()
}
