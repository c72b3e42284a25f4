//! A number that goes up and down by large buttons, and says what it means.

use leptos::prelude::*;

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Less,
    More,
}

#[component]
pub fn Stepper(
    label: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] meaning: Signal<String>,
    step: Callback<Way>,
) -> impl IntoView {
    view! {
        <div class="stepper" role="group" aria-label=label>
            <div class="stepper-label">
                <span>{label}</span>
                <small>{meaning}</small>
            </div>
            <button type="button" aria-label=format!("− {label}") on:click=move |_| step.run(Way::Less)>"−"</button>
            <output>{value}</output>
            <button type="button" aria-label=format!("+ {label}") on:click=move |_| step.run(Way::More)>"+"</button>
        </div>
    }
}
