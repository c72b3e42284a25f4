//! Vibration: phones with Android, in Chromium. Elsewhere it does nothing.

/// Vibrates by `pattern`: milliseconds on, off, on, and so forth.
pub fn vibrate(pattern: &[u32]) {
    let Some(window) = web_sys::window() else { return };
    let navigator = window.navigator();
    // The method is missing where there is no vibration, and calling it would throw.
    let is_there = js_sys::Reflect::has(&navigator, &"vibrate".into()).unwrap_or(false);
    if is_there {
        let pattern: js_sys::Array =
            pattern.iter().map(|millis| wasm_bindgen::JsValue::from(*millis)).collect();
        // False means that the browser would rather not, which is its right.
        let _ = navigator.vibrate_with_pattern(&pattern);
    }
}
