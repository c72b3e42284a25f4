//! Puts text where it can be pasted from.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Writes `text`; `then` is told whether it could. Call it within a press of a button.
pub fn write(text: &str, then: impl FnOnce(bool) + 'static) {
    let navigator = web_sys::window().map(|window| window.navigator());
    // Where the page is not safe, or the browser old, there is none.
    let clipboard = navigator.map(|it| it.clipboard()).filter(|it| !it.is_undefined());
    let Some(clipboard) = clipboard else { return then(false) };
    let written = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { then(written.await.is_ok()) });
}
