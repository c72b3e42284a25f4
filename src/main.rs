//! Starts. Panic hook, mount. Nothing else.

use leptos::prelude::*;
use limber::app::{read_catalogue, when_painted};
use limber::ui::limber;

fn main() {
    // A release is built to stop where it panics, without the words that this would print.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    when_painted(|| read_catalogue(|| mount_to_body(limber)));
}
