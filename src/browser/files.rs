//! Files that the person saves, or chooses for the page to read.

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement, Url};

use super::dom::document;

/// Why a file could not be read or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("the file could not be read")]
    Unreadable,
    #[error("the file is too long to be one of ours")]
    TooLong,
    #[error("the browser makes no file")]
    NotMade,
}

/// Hands a file with this text to the browser, which saves it where the person keeps such things.
///
/// # Errors
/// Where the browser makes no file.
pub fn save(name: &str, kind: &str, text: &str) -> Result<(), FileError> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options);
    let blob = blob.map_err(|_| FileError::NotMade)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| FileError::NotMade)?;
    let link = document().and_then(|document| document.create_element("a").ok());
    let link: HtmlAnchorElement = link.ok_or(FileError::NotMade)?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The address stays: a browser may ask for the place first and fetch it much later.
    Ok(())
}

/// Lets the person choose a file, and hands over its text. Call it within a press of a button. Where
/// none is chosen, nothing comes.
pub fn choose(kinds: &str, longest: usize, then: impl FnOnce(Result<String, FileError>) + 'static) {
    let Some(input) = document().and_then(|document| document.create_element("input").ok()) else {
        return then(Err(FileError::Unreadable));
    };
    let input: HtmlInputElement = input.unchecked_into();
    input.set_type("file");
    input.set_accept(kinds);
    let chosen = input.clone();
    let listener = EventListener::once(&input, "change", move |_| {
        let Some(file) = chosen.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move { then(read(&file, longest).await) });
    });
    listener.forget();
    input.click();
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^53")]
async fn read(file: &File, longest: usize) -> Result<String, FileError> {
    if file.size() > longest as f64 {
        return Err(FileError::TooLong);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or(FileError::Unreadable)
}
