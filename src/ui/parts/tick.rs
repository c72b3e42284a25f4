//! A box to tick, with what is so then.

use maud::html;

use crate::view::{Element, element, follow};

pub fn tick(
    label: &str,
    is_on: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> Element {
    let name = element("span", "").markup(html! { (label) });
    element("label", "tick").children(vec![checkbox(is_on, set), name])
}

/// The box alone.
pub fn checkbox(is_on: impl Fn() -> bool + 'static, set: impl Fn(bool) + 'static) -> Element {
    let input = element("input", "").attribute("type", "checkbox");
    let (shown, pressed) = (input.clone(), input.clone());
    follow(move || shown.set_checked(is_on()));
    input.on("change", move || set(pressed.is_checked()))
}
