//! One of a few, all in view: native radio buttons in the shape of a bar.

use leptos::prelude::*;

pub struct Choice {
    /// The group's name on the page; no other group may have it.
    pub name: &'static str,
    pub label: &'static str,
    pub options: Vec<&'static str>,
    /// The place of the option that holds; one beyond the last where none does.
    pub chosen: Signal<usize>,
    pub choose: Callback<usize>,
}

impl Choice {
    pub fn view(self) -> AnyView {
        let Self { name, label, options, chosen, choose } = self;
        let options = options.into_iter().enumerate();
        let options: Vec<_> =
            options.map(|(index, label)| option(name, label, index, chosen, choose)).collect();
        view! {
            <fieldset class="choice">
                <legend>{label}</legend>
                <div class="options">{options}</div>
            </fieldset>
        }
        .into_any()
    }
}

fn option(
    name: &'static str,
    label: &'static str,
    index: usize,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> AnyView {
    view! {
        <label class="option">
            <input
                type="radio"
                name=name
                prop:checked=Signal::derive(move || chosen.get() == index)
                on:change=move |_| choose.run(index)
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
