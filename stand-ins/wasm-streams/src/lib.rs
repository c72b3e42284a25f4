//! Stands in for `wasm-streams`. Leptos always brings its client for server functions, which streams
//! by that crate; and what the crate exports to JavaScript can't be left out of an app, even if nobody
//! calls it. Limber has no server. This has only what the client names, and nothing that can be made.

use futures_util::stream::{Pending, Stream};
use wasm_bindgen::JsValue;

/// There is none, so whatever takes one never runs and leaves nothing in the app.
pub enum ReadableStream {}

impl ReadableStream {
    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("Limber sends nothing to a server")
    }

    /// # Panics
    ///
    /// Always.
    #[must_use]
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unreachable!("Limber hears nothing from a server")
    }

    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self {}
    }

    pub fn into_stream(self) -> Pending<Result<JsValue, JsValue>> {
        match self {}
    }
}
