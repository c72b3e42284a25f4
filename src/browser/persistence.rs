//! Whether the browser may clear what is kept when it runs short of room.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;

/// What the browser has promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// It clears nothing by itself.
    Given,
    /// It may clear what is kept.
    Open,
}

/// Asks for the promise, and tells what has come of it. Nothing comes where the browser knows no such
/// thing.
pub fn ask(tell: impl FnOnce(Promise) + 'static) {
    answer(StorageManager::persist, tell);
}

/// Tells whether the promise is given.
pub fn look(tell: impl FnOnce(Promise) + 'static) {
    answer(StorageManager::persisted, tell);
}

/// Whether the browser would ask the person, as Firefox does; the others decide by themselves.
#[must_use]
pub fn asks_the_person() -> bool {
    has("mozInnerScreenX")
}

/// Whether this is a Safari, which clears all that a page has kept once it was not visited for seven
/// days of use, unless it is installed.
/// <https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/>
#[must_use]
pub fn forgets_after_a_week() -> bool {
    has("GestureEvent") && !super::install::is_installed()
}

fn has(name: &str) -> bool {
    web_sys::window().is_some_and(|it| js_sys::Reflect::has(&it, &name.into()).unwrap_or(false))
}

fn answer(
    question: fn(&StorageManager) -> Result<js_sys::Promise, JsValue>,
    tell: impl FnOnce(Promise) + 'static,
) {
    let Some(manager) = web_sys::window().map(|it| it.navigator().storage()) else { return };
    // Missing, it is an object that is undefined, and so may be its methods.
    let knows = js_sys::Reflect::has(&manager, &"persist".into()).unwrap_or(false);
    let Some(Ok(asked)) = knows.then(|| question(&manager)) else { return };
    spawn_local(async move {
        if let Ok(is_given) = JsFuture::from(asked).await {
            tell(if is_given.is_truthy() { Promise::Given } else { Promise::Open });
        }
    });
}
