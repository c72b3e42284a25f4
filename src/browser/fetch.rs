//! Files of the app that come after it.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

/// Hands over the text of a file beside the page, or nothing where it does not come.
pub fn text(name: &'static str, then: impl FnOnce(Option<String>) + 'static) {
    spawn_local(async move { then(read(name).await) });
}

async fn read(name: &str) -> Option<String> {
    let asked = web_sys::window()?.fetch_with_str(name);
    let response: Response = JsFuture::from(asked).await.ok()?.into();
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
