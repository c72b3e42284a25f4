//! A number that goes up and down by large buttons, and says what it means.

use maud::{Markup, html};

use super::{changing, named_button};
use crate::view::{Element, element};

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

/// `face` is the number with its label, `step` what a press does.
pub fn stepper(
    names: StepNames,
    label: impl Fn() -> Markup + 'static,
    value: impl Fn() -> Markup + 'static,
    step: impl Fn(Way) + Clone + 'static,
) -> Element {
    let (less, more) = (step.clone(), step);
    let parts = vec![
        changing(label),
        named_button("step", names.less, move || less(Way::Less)).markup(html! { "−" }),
        changing(value),
        named_button("step", names.more, move || more(Way::More)).markup(html! { "+" }),
    ];
    element("div", "stepper")
        .attribute("role", "group")
        .attribute("aria-label", names.label)
        .children(parts)
}
