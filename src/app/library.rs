//! The catalogue and the words for it, read once.

use std::sync::LazyLock;

use crate::domain::catalogue::{Catalogue, Structure};
use crate::domain::screening::Screening;
use crate::words::{AnatomyTexts, CheckTexts, StructureText, Texts};

pub struct Library {
    pub catalogue: Catalogue,
    pub texts: Texts,
}

/// What one can point to on the body.
pub struct Anatomy {
    pub structures: Vec<Structure>,
    texts: AnatomyTexts,
}

impl Anatomy {
    #[must_use]
    pub fn structure(&self, id: &str) -> Option<&Structure> {
        self.structures.iter().find(|it| it.id == id)
    }

    /// # Panics
    /// Where a structure has no text, which a test rules out for the shipped ones.
    #[must_use]
    pub fn text(&self, id: &str) -> &StructureText {
        self.texts.of(id).expect("every structure has a text")
    }
}

/// The catalogue that this build carries, with its words.
#[must_use]
pub fn library() -> &'static Library {
    static LIBRARY: LazyLock<Library> =
        LazyLock::new(|| Library { catalogue: Catalogue::shipped(), texts: Texts::shipped() });
    &LIBRARY
}

/// The anatomy that this build carries, read when someone first looks at it.
#[must_use]
pub fn anatomy() -> &'static Anatomy {
    static ANATOMY: LazyLock<Anatomy> = LazyLock::new(|| Anatomy {
        structures: Structure::shipped(&library().catalogue),
        texts: AnatomyTexts::shipped(),
    });
    &ANATOMY
}

/// The questions of the safety check that this build carries.
#[must_use]
pub fn screening() -> &'static Screening {
    static SCREENING: LazyLock<Screening> =
        LazyLock::new(|| Screening::shipped(&library().catalogue));
    &SCREENING
}

/// The words for them, read when someone first looks at them.
#[must_use]
pub fn check_texts() -> &'static CheckTexts {
    static TEXTS: LazyLock<CheckTexts> = LazyLock::new(CheckTexts::shipped);
    &TEXTS
}
