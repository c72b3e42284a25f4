//! A mark on the app's icon, where it is installed and the system has such marks.
//! <https://w3c.github.io/badging/>

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    Nothing,
    /// Something waits for the person.
    Mark,
    Number(u32),
}

/// Shows it in place of the one before.
pub fn show(badge: Badge) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    let (name, arguments) = match badge {
        Badge::Nothing => ("clearAppBadge", Array::new()),
        Badge::Mark => ("setAppBadge", Array::new()),
        Badge::Number(number) => ("setAppBadge", Array::of1(&JsValue::from(number))),
    };
    let method = Reflect::get(&navigator, &name.into()).unwrap_or_default();
    let Ok(method) = method.dyn_into::<Function>() else { return };
    if let Ok(shown) = method.apply(&navigator, &arguments) {
        spawn_local(async move {
            // It is refused where the app is not installed.
            let _ = JsFuture::from(Promise::resolve(&shown)).await;
        });
    }
}
