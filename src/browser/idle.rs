//! Whether somebody is at the device, where the person lets a page know: Chromium only.
//! <https://wicg.github.io/idle-detection/>

use gloo_events::EventListener;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;

/// In milliseconds. Browsers allow no less than a minute.
const THRESHOLD: u32 = 60_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = EventTarget)]
    type IdleDetector;
    #[wasm_bindgen(catch, constructor)]
    fn new() -> Result<IdleDetector, JsValue>;
    #[wasm_bindgen(catch, static_method_of = IdleDetector, js_name = requestPermission)]
    fn request_permission() -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn start(this: &IdleDetector, options: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, getter, js_name = userState)]
    fn user_state(this: &IdleDetector) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = screenState)]
    fn screen_state(this: &IdleDetector) -> Option<String>;
}

#[must_use]
pub fn is_there() -> bool {
    web_sys::window().is_some_and(|it| Reflect::has(&it, &"IdleDetector".into()).unwrap_or(false))
}

/// Asks the person for leave. Call it within a press of a button. See [`follow`].
pub fn ask(changed: impl Fn(bool) + 'static, started: impl FnOnce() + 'static) {
    let Ok(asked) = IdleDetector::request_permission() else { return };
    spawn_local(async move {
        // Without leave it will not start.
        let _ = JsFuture::from(asked).await;
        follow(changed, started);
    });
}

/// Calls `changed` with whether anybody is there, whenever that changes, where there is leave; and
/// `started` once it does.
pub fn follow(changed: impl Fn(bool) + 'static, started: impl FnOnce() + 'static) {
    let Some(Ok(detector)) = is_there().then(IdleDetector::new) else { return };
    spawn_local(async move {
        let options = Object::new();
        let _ = Reflect::set(&options, &"threshold".into(), &THRESHOLD.into());
        let Ok(asked) = detector.start(&options) else { return };
        if JsFuture::from(asked).await.is_err() {
            return;
        }
        let seen: IdleDetector = detector.clone().unchecked_into();
        EventListener::new(&detector, "change", move |_| {
            let is_there = seen.user_state().as_deref() == Some("active")
                && seen.screen_state().as_deref() != Some("locked");
            changed(is_there);
        })
        .forget();
        started();
    });
}
