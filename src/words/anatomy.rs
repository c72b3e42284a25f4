//! The words for the muscles that one can point to, read from JSON under their ids.

use crate::domain::reading::{Problem, Problems, Reader};

pub struct StructureText {
    pub name: &'static str,
    /// What one would call it who has not learned its name.
    pub plain: &'static str,
    /// From where to where it goes.
    pub place: &'static str,
    /// Its work in the body.
    pub does: &'static str,
}

/// The words for every structure, by its id.
pub struct AnatomyTexts(Vec<(&'static str, StructureText)>);

impl AnatomyTexts {
    /// The texts that this build carries.
    ///
    /// # Panics
    /// Never in a build that passed its tests: they read this same text.
    #[must_use]
    pub fn shipped() -> Self {
        let Ok(texts) = Self::read(super::en::ANATOMY) else {
            panic!("the shipped texts of the anatomy passed their tests");
        };
        texts
    }

    /// # Errors
    /// Every problem found.
    pub fn read(text: &'static str) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let texts = Reader::for_good("anatomy", text, &problems).entries(structure);
        problems.verdict(Self(texts))
    }

    #[must_use]
    pub fn of(&self, id: &str) -> Option<&StructureText> {
        self.0.iter().find(|(known, _)| *known == id).map(|(_, text)| text)
    }
}

fn structure(reader: &Reader<'static, '_>) -> StructureText {
    let reader = reader.only(&["name", "plain", "place", "does"]);
    StructureText {
        name: reader.text_of("name"),
        plain: reader.text_of("plain"),
        place: reader.text_of("place"),
        does: reader.text_of("does"),
    }
}
