//! The smallest page with Leptos that does something: a button that says that it was pressed.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let is_pressed = RwSignal::new(false);
        let label = move || if is_pressed.get() { "Started" } else { "Start" };
        view! { <button type="button" on:click=move |_| is_pressed.set(true)>{label}</button> }
    });
}
