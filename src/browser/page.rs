//! The page itself: its address, title, theme and focus.

use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::dom::document;
use super::events::{Visibility, visibility};
use super::ticker;

/// What stands behind the `#` of the address.
#[must_use]
pub fn hash() -> String {
    let location = web_sys::window().map(|window| window.location());
    location.and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// The whole address of `hash` in this app.
#[must_use]
pub fn address_of(hash: &str) -> String {
    let location = web_sys::window().map(|window| window.location());
    let here = location.and_then(|location| location.href().ok()).unwrap_or_default();
    format!("{}{hash}", here.split('#').next().unwrap_or_default())
}

/// Goes to `hash`, as a link would.
pub fn go_to(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Only an address that is no address is refused.
        let _ = window.location().set_hash(hash);
    }
}

/// Takes the place of the current address, so that the back button does not return to it.
pub fn replace(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(hash);
    }
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets or takes away an attribute of the root element, which styles go by.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Only a name that is no name is refused.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Goes back to the page before, as the browser's own button does.
pub fn go_back() {
    if let Some(window) = web_sys::window() {
        // Only a page that is not shown is refused.
        let _ = window.history().and_then(|history| history.back());
    }
}

/// Opens the browser's dialog for printing, where it has one.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Some apps that show pages forbid it.
        let _ = window.print();
    }
}

/// The languages that the person reads, as in `en-GB`, the dearest first.
#[must_use]
pub fn languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.into_iter().flat_map(|all| all.to_vec()).filter_map(|it| it.as_string()).collect()
}

/// Whether the device is set to little motion.
#[must_use]
pub fn wants_little_motion() -> bool {
    let media = web_sys::window()
        .and_then(|it| it.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    media.is_some_and(|media| media.matches())
}

/// Moves the focus to the page's heading and its view to the top, as a new page would.
pub fn start_reading() {
    if let Some(main) = found("main") {
        main.set_scroll_top(0);
    }
    focus("main h1");
}

/// Scrolls no further than it must for what the keyboard has led to to be in sight.
pub fn keep_focus_in_sight() {
    if let Some(focused) = found("main :focus-visible") {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        focused.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Moves the focus to the first element that `selector` finds.
pub fn focus(selector: &str) {
    let element = found(selector).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // Nothing is refused but what has gone meanwhile.
        let _ = element.focus();
    }
}

fn found(selector: &str) -> Option<web_sys::Element> {
    document()?.query_selector(selector).ok()?
}

/// How long a frame takes from its painting to the screen, where a finger that is ready can find it:
/// two turns of a screen that shows sixty in a second.
const ON_SCREEN: Duration = Duration::from_millis(33);

/// Calls `then` when what is there so far has been painted, and a press on it heard: long work would
/// keep both waiting. Where nobody looks, nothing is painted, and it is called at once.
pub fn when_painted(then: impl FnOnce() + 'static) {
    let window = web_sys::window().filter(|_| visibility() == Visibility::Visible);
    let Some(window) = window else { return then() };
    // A frame is about to be painted when this is called.
    let later = Closure::once_into_js(|| std::mem::forget(ticker::after(ON_SCREEN, then)));
    // Only what is no function is refused.
    let _ = window.request_animation_frame(later.unchecked_ref());
}

/// Takes away the frame that the page showed before the app was there, and says how long ago Start
/// was pressed in it, if it was.
#[must_use]
pub fn take_over_from_shell() -> Option<Duration> {
    let shell = document()?.get_element_by_id("shell")?;
    shell.remove();
    // In whole milliseconds: code that reads fractions would weigh ten kilobytes.
    let pressed: u32 = shell.get_attribute("data-pressed")?.parse().ok()?;
    let since = super::clock::awake_millis() - f64::from(pressed);
    // A press after now is one of just now.
    Some(Duration::try_from_secs_f64(since / 1000.0).unwrap_or_default())
}
