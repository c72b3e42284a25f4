//! A number that goes up and down by large buttons, and says what it means.

use leptos::prelude::*;
use maud::html;

use super::{changing, changing_button};

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Less,
    More,
}

/// What the two buttons are called, for those who do not see them.
#[derive(Clone, Copy)]
pub struct StepNames {
    pub label: &'static str,
    pub less: &'static str,
    pub more: &'static str,
}

pub fn stepper(
    names: StepNames,
    value: Signal<String>,
    meaning: Signal<String>,
    step: Callback<Way>,
) -> AnyView {
    let views = vec![
        changing(
            move || html! { div class="stepper-label" { (names.label) small { (meaning.get()) } } },
        ),
        changing_button("step", names.less, || html! { "−" }, move || step.run(Way::Less)),
        changing(move || html! { output { (value.get()) } }),
        changing_button("step", names.more, || html! { "+" }, move || step.run(Way::More)),
    ];
    view! { <div class="stepper" role="group" aria-label=names.label>{views}</div> }.into_any()
}
