//! A small window that stays above all others, by Document Picture-in-Picture: Chromium and Firefox on a
//! desk. <https://wicg.github.io/document-picture-in-picture/>

use gloo_events::EventListener;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Document, Window};

use super::dom::{Element, document};

#[wasm_bindgen]
extern "C" {
    type FloatingHost;
    #[wasm_bindgen(method, getter, js_name = documentPictureInPicture)]
    fn picture_in_picture(this: &FloatingHost) -> Option<Opener>;

    type Opener;
    #[wasm_bindgen(method, catch, js_name = requestWindow)]
    fn request_window(this: &Opener, options: &Object) -> Result<Promise, JsValue>;
}

#[must_use]
pub fn is_there() -> bool {
    opener().is_some()
}

/// Shows `content` in a window of so many pixels, and calls `closed` when that is gone. Call it within a
/// press of a button.
pub fn open(content: Element, (width, height): (u32, u32), closed: impl FnOnce() + 'static) {
    let Some(opener) = opener() else { return };
    let options = Object::new();
    let _ = Reflect::set(&options, &"width".into(), &width.into());
    let _ = Reflect::set(&options, &"height".into(), &height.into());
    let Ok(asked) = opener.request_window(&options) else { return closed() };
    spawn_local(async move {
        match JsFuture::from(asked).await {
            Ok(window) => fill(&window.unchecked_into(), &content, closed),
            Err(_) => closed(),
        }
    });
}

fn fill(window: &Window, content: &Element, closed: impl FnOnce() + 'static) {
    if let Some((there, here)) = window.document().zip(document()) {
        dress(&there, &here);
        if let Some(body) = there.body() {
            let _ = body.append_child(&content.0);
        }
    }
    EventListener::once(window, "pagehide", move |_| closed()).forget();
}

/// Gives a window the styles and the theme of the page.
fn dress(there: &Document, here: &Document) {
    let (Some(head), Ok(styles)) = (there.head(), here.query_selector_all("style")) else { return };
    for index in 0..styles.length() {
        let copy = styles.get(index).and_then(|style| style.clone_node_with_deep(true).ok());
        if let Some(copy) = copy {
            let _ = head.append_child(&copy);
        }
    }
    let roots = there.document_element().zip(here.document_element());
    if let Some((there, here)) = roots
        && let Some(theme) = here.get_attribute("data-theme")
    {
        let _ = there.set_attribute("data-theme", &theme);
    }
}

fn opener() -> Option<Opener> {
    web_sys::window()?.unchecked_into::<FloatingHost>().picture_in_picture()
}
