//! Buttons, and groups of parts.

use maud::{Markup, html};

use crate::view::{Element, element};

/// A button with words on it.
pub fn button(class: &str, label: &str, press: impl Fn() + 'static) -> Element {
    named_button(class, "", press).markup(html! { (label) })
}

/// A button without a face. `name` is what it is called where the face alone will not say it.
pub fn named_button(class: &str, name: &str, press: impl Fn() + 'static) -> Element {
    let button = element("button", class).attribute("type", "button").on("click", press);
    if name.is_empty() { button } else { button.attribute("aria-label", name) }
}

/// A button whose face changes.
pub fn changing_button(
    class: &str,
    face: impl Fn() -> Markup + 'static,
    press: impl Fn() + 'static,
) -> Element {
    named_button(class, "", press).following(face)
}

/// Parts that belong together.
pub fn group(class: &str, parts: Vec<Element>) -> Element {
    element("section", class).children(parts)
}
