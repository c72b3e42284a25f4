//! A thing that is on or off, with its name, as one large target.

use leptos::prelude::*;

#[component]
pub fn Switch(
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(into)] on: Signal<bool>,
    set: Callback<bool>,
) -> impl IntoView {
    let hint = (!hint.is_empty()).then(|| view! { <small>{hint}</small> });
    view! {
        <label class="switch">
            <span>{label} {hint}</span>
            <input
                type="checkbox"
                role="switch"
                prop:checked=on
                on:change=move |event| set.run(event_target_checked(&event))
            />
        </label>
    }
}
