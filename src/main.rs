//! Starts. Panic hook, mount. Nothing else.

use leptos::prelude::*;
use limber::ui::limber;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(limber);
}
