//! Buttons, and groups of views: one kind of each, so that the page carries their code once.

use leptos::prelude::*;
use maud::{Markup, html};

/// A button with words on it.
pub fn button(
    class: &'static str,
    label: &'static str,
    press: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    changing_button(class, "", move || html! { (label) }, press)
}

/// A button whose face changes. `name` is what it is called where the face alone does not say it.
pub fn changing_button(
    class: &'static str,
    name: &'static str,
    face: impl Fn() -> Markup + Send + Sync + 'static,
    press: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let name = (!name.is_empty()).then_some(name);
    pressable(
        class,
        name,
        Signal::derive(move || face().into_string()),
        Callback::new(move |()| press()),
    )
}

fn pressable(
    class: &'static str,
    name: Option<&'static str>,
    face: Signal<String>,
    press: Callback<()>,
) -> AnyView {
    view! {
        <button
            type="button"
            class=class
            aria-label=name
            on:click=move |_| press.run(())
            inner_html=face
        ></button>
    }
    .into_any()
}

/// Views that belong together.
pub fn group(class: &'static str, views: Vec<AnyView>) -> AnyView {
    view! { <section class=class>{views}</section> }.into_any()
}
