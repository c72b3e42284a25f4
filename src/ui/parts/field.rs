//! A field with its name above it.

use leptos::prelude::*;
use maud::html;

use super::changing;
use crate::view::{Element, element};

/// `id` is the field's on the page; no other may have it.
pub fn labelled(id: &str, name: &str, field: Element) -> Element {
    let label = element("label", "").attribute("for", id).markup(html! { (name) });
    element("div", "search").children(vec![label, field.attribute("id", id)])
}

/// Such a field, with what `take` says of what was put in below it, for as long as that stands.
pub fn checked(
    field: Element,
    id: &str,
    name: &str,
    take: impl Fn(String) -> Option<String> + 'static,
) -> Element {
    let wrong = RwSignal::new(None);
    let typed = field.clone();
    let field = field.on("change", move || wrong.set(take(typed.value())));
    let told = changing(move || {
        html! { p role="status" { @if let Some(wrong) = wrong.get() { (wrong) } } }
    });
    let field = labelled(id, name, field);
    field.append(&told);
    field
}
