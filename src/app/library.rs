//! The catalogue and the words for it, read once.

use std::sync::{LazyLock, RwLock};

use crate::domain::catalogue::{Catalogue, Structure};
use crate::domain::own::OwnMovement;
use crate::domain::screening::Screening;
use crate::words::{AnatomyTexts, CheckTexts, MovementText, StructureText, Texts};

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
static SHIPPED: LazyLock<Library> =
    LazyLock::new(|| Library { catalogue: Catalogue::shipped(), texts: Texts::shipped() });
/// That with the person's own movements, once there are any.
static EXTENDED: RwLock<Option<&'static Library>> = RwLock::new(None);

/// The catalogue with its words: what this build carries, and the person's own.
///
/// # Panics
/// Never: nobody panics while they change it.
#[must_use]
pub fn library() -> &'static Library {
    let extended = *EXTENDED.read().expect("nobody panics within");
    extended.unwrap_or_else(|| &SHIPPED)
}

/// Puts `movements` beside what this build carries, in place of those before. What is on the screen may go on
/// with those, so nothing of them is ever freed: some hundred bytes for each change that a person makes.
pub(super) fn extend(movements: &[OwnMovement]) {
    let library = (!movements.is_empty()).then(|| extended(movements));
    *EXTENDED.write().expect("nobody panics within") = library;
}

fn extended(movements: &[OwnMovement]) -> &'static Library {
    let named: Vec<_> = movements.iter().map(|it| (for_good(&it.id()), it)).collect();
    let text = |it: &OwnMovement| {
        let lines = it.how.lines().map(for_good).collect();
        MovementText::own(for_good(it.name.as_str()), lines)
    };
    let catalogue =
        SHIPPED.catalogue.with(named.iter().map(|(id, it)| it.entry(id, &SHIPPED.catalogue)));
    let texts = SHIPPED.texts.with(named.iter().map(|(id, it)| (*id, text(it))));
    Box::leak(Box::new(Library { catalogue, texts }))
}

fn for_good(text: &str) -> &'static str {
    text.to_owned().leak()
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
