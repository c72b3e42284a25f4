//! The catalogue and the words for it, read once.

use std::sync::LazyLock;

use crate::domain::catalogue::Catalogue;
use crate::words::Texts;

pub struct Library {
    pub catalogue: Catalogue,
    pub texts: Texts,
}

/// The catalogue that this build carries, with its words.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> =
        LazyLock::new(|| Library { catalogue: Catalogue::shipped(), texts: Texts::shipped() });
    &LIBRARY
}
