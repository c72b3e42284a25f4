//! A thing that is on or off, with its name, as one large target.

use maud::html;

use crate::view::{Element, element, follow};

pub fn switch(
    label: &str,
    hint: &str,
    is_on: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> Element {
    let name = element("span", "").markup(html! { (label) " " small { (hint) } });
    let input = element("input", "").attribute("type", "checkbox").attribute("role", "switch");
    let (shown, pressed) = (input.clone(), input.clone());
    follow(move || shown.set_checked(is_on()));
    let input = input.on("change", move || set(pressed.is_checked()));
    element("label", "switch").children(vec![name, input])
}
