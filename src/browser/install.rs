//! Installing the app: by the browser's own question, where it hands that to the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::Event;

#[wasm_bindgen]
extern "C" {
    type Question;
    #[wasm_bindgen(method, catch)]
    fn prompt(this: &Question) -> Result<JsValue, JsValue>;
}

/// The browser's question whether to install, kept for when the person wants it. Chromium only.
pub struct InstallQuestion(Question);

impl InstallQuestion {
    /// Has the browser ask. It does so once. Call it within a press of a button.
    pub fn ask(self) {
        // The answer shows by itself: the app is installed, or not.
        let _ = self.0.prompt();
    }
}

/// Calls `offer` when the browser would ask, which it then leaves to us, and `done` once it is installed.
pub fn follow(offer: impl Fn(InstallQuestion) + 'static, done: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let asked = move |event: &Event| {
        event.prevent_default();
        offer(InstallQuestion(event.clone().unchecked_into()));
    };
    EventListener::new_with_options(&window, "beforeinstallprompt", options, asked).forget();
    EventListener::new(&window, "appinstalled", move |_| done()).forget();
}

/// Whether the app has a window of its own.
#[must_use]
pub fn is_installed() -> bool {
    let media = web_sys::window()
        .and_then(|it| it.match_media("not all and (display-mode: browser)").ok().flatten());
    media.is_some_and(|media| media.matches())
}

/// Whether this is an iPhone or an iPad, where one installs by hand.
#[must_use]
pub fn is_by_hand() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    // No other browser has it.
    navigator.is_some_and(|it| js_sys::Reflect::has(&it, &"standalone".into()).unwrap_or(false))
}
