//! Texts under keys, kept between visits. It knows keys and texts, not what they mean.

use wasm_bindgen::{JsCast, JsValue};

/// What our names begin with, since other apps can share the origin.
const APP: &str = "limber";

/// Why nothing was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// Blocked by the browser or its settings.
    #[error("this browser keeps nothing for this page")]
    Unavailable,
    #[error("there is no room left")]
    Full,
}

/// # Errors
/// Where storage is blocked.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    storage()?.get_item(&name(key)).map_err(|error| refused(&error))
}

/// # Errors
/// Where storage is blocked or full; what stood there before is still there.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    storage()?.set_item(&name(key), text).map_err(|error| refused(&error))
}

/// # Errors
/// Where storage is blocked.
pub fn remove(key: &str) -> Result<(), StorageError> {
    storage()?.remove_item(&name(key)).map_err(|error| refused(&error))
}

/// What this tab has noted for the next time that its page is loaded: it is gone with the tab.
#[must_use]
pub fn note(key: &str) -> Option<String> {
    web_sys::window()?.session_storage().ok()??.get_item(&name(key)).ok()?
}

/// Notes something for the next time that this tab's page is loaded, or nothing any more. Where that is blocked,
/// the page begins anew then.
pub fn keep_note(key: &str, text: Option<&str>) {
    let storage = web_sys::window().and_then(|it| it.session_storage().ok().flatten());
    if let Some(storage) = storage {
        let _ = match text {
            Some(text) => storage.set_item(&name(key), text),
            None => storage.remove_item(&name(key)),
        };
    }
}

/// Every key of ours, without its prefix.
///
/// # Errors
/// Where storage is blocked.
pub fn keys() -> Result<Vec<String>, StorageError> {
    let storage = storage()?;
    let count = storage.length().map_err(|error| refused(&error))?;
    let names = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    let prefix = name("");
    Ok(names.filter_map(|name| name.strip_prefix(&prefix).map(str::to_owned)).collect())
}

/// The name for `key` on this origin, where another Limber may live in another folder: `limber.key`
/// at the top, `limber/some/folder.key` below. `index.html` and `rescue.html` name keys like this too.
pub(super) fn name(key: &str) -> String {
    FOLDER.with(|folder| format!("{APP}{folder}.{key}"))
}

thread_local! {
    /// The page's, which a page of hashes never leaves.
    static FOLDER: String = {
        let path = web_sys::window().and_then(|window| window.location().pathname().ok());
        let path = path.unwrap_or_default();
        path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
    };
}

fn storage() -> Result<web_sys::Storage, StorageError> {
    // Blocked storage throws in some browsers and is null in others; to us it is one thing.
    let window = web_sys::window().ok_or(StorageError::Unavailable)?;
    window.local_storage().ok().flatten().ok_or(StorageError::Unavailable)
}

fn refused(error: &JsValue) -> StorageError {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        // Firefox has a name of its own for it.
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        _ => StorageError::Unavailable,
    }
}
