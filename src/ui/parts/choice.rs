//! One of a few, all in view: native radio buttons in the shape of a bar.

use leptos::prelude::*;

/// The names of the choices, which of them holds, and where a wish for another goes.
#[component]
pub fn Choice(
    /// The group's name on the page; no other group may have it.
    name: &'static str,
    label: &'static str,
    options: Vec<&'static str>,
    #[prop(into)] chosen: Signal<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(index, label): (usize, &'static str)| {
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == index
                    on:change=move |_| choose.run(index)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choice">
            <legend>{label}</legend>
            <div class="options">{options.into_iter().enumerate().map(option).collect::<Vec<_>>()}</div>
        </fieldset>
    }
}
