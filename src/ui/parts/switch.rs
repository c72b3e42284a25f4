//! A thing that is on or off, with its name, as one large target.

use maud::html;

use super::tick::checkbox;
use crate::view::{Element, element};

pub fn switch(
    label: &str,
    hint: &str,
    is_on: impl Fn() -> bool + 'static,
    set: impl Fn(bool) + 'static,
) -> Element {
    let name = element("span", "").markup(html! { (label) " " small { (hint) } });
    let input = checkbox(is_on, set).attribute("role", "switch");
    element("label", "switch").children(vec![name, input])
}
