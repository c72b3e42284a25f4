//! Starts. Panic hook, mount. Nothing else.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <h1>"Limber"</h1> });
}
