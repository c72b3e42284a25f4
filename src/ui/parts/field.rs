//! A field with its name above it.

use maud::html;

use crate::view::{Element, element};

/// `id` is the field's on the page; no other may have it.
pub fn labelled(id: &str, name: &str, field: Element) -> Element {
    let label = element("label", "").attribute("for", id).markup(html! { (name) });
    element("div", "search").children(vec![label, field.attribute("id", id)])
}
