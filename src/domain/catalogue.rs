//! The catalogue: every movement and routine, with the sources of what is claimed for them.
//!
//! Facts only. The words for them stand in `words`, one folder per language, under the same ids.

mod anatomy;
mod dose;
mod movement;
mod reference;
mod routine;

pub use anatomy::{Face, Layer, Share, Structure};
pub use dose::{Dose, Level, Work};
pub use movement::{
    Benefit, Caution, CautionAction, Evidence, Kind, Movement, MovementNumber, Muscle, Setting,
};
pub use reference::{Reference, Status};
pub use routine::{Routine, RoutineStep, Schedule, Week};

use std::borrow::Cow;
use std::cell::RefCell;

use super::reading::{Fault, Problem, Problems, Reader};

/// The shipped catalogue, as text.
const MOVEMENTS: &str = include_str!(concat!(env!("OUT_DIR"), "/domain/catalogue/movements.json"));
const ROUTINES: &str = include_str!(concat!(env!("OUT_DIR"), "/domain/catalogue/routines.json"));
const REFERENCES: &str =
    include_str!(concat!(env!("OUT_DIR"), "/domain/catalogue/references.json"));

/// It is read for good, as its texts are, so that one with movements of somebody's own beside costs next to nothing.
#[derive(Clone, Debug)]
pub struct Catalogue {
    pub movements: Vec<&'static Movement>,
    pub routines: &'static [Routine],
    pub references: &'static [Reference],
}

impl Catalogue {
    /// The catalogue that this build carries.
    ///
    /// # Panics
    /// Never in a build that passed its tests: they read this same text.
    #[must_use]
    pub fn shipped() -> Self {
        let Ok(catalogue) = Self::read(MOVEMENTS, ROUTINES, REFERENCES) else {
            panic!("the shipped catalogue passed its tests");
        };
        catalogue
    }

    /// Reads the three documents and checks each against the others.
    ///
    /// # Errors
    /// Every problem found, with the id and the value.
    pub fn read(
        movements: &'static str,
        routines: &'static str,
        references: &'static str,
    ) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let references = Reader::for_good("references", references, &problems);
        let mut known = Known { references: once("id", &references), movements: None };
        let references = references.each(Reference::read);
        let movements = Reader::for_good("movements", movements, &problems);
        known.movements = once("id", &movements);
        once("number", &movements);
        let movements = movements.each(|it| movement::read(it, &known));
        let routines = Reader::for_good("routines", routines, &problems);
        once("id", &routines);
        let routines = routines.each(|it| routine::read(it, &known));
        let (movements, routines, references) =
            problems.verdict((movements, routines, references))?;
        Ok(Self {
            movements: movements.into_iter().map(for_good).collect(),
            routines: routines.leak(),
            references: references.leak(),
        })
    }

    /// This one with more movements, which stay for good.
    #[must_use]
    pub fn with(&self, more: impl Iterator<Item = Movement>) -> Self {
        let mut catalogue = self.clone();
        catalogue.movements.extend(more.map(for_good));
        catalogue
    }

    #[must_use]
    pub fn movement(&self, number: MovementNumber) -> Option<&'static Movement> {
        self.movements.iter().find(|movement| movement.number == number).copied()
    }

    #[must_use]
    pub fn movement_called(&self, id: &str) -> Option<&'static Movement> {
        self.movements.iter().find(|movement| movement.id == id).copied()
    }

    #[must_use]
    pub fn routine(&self, id: &str) -> Option<&Routine> {
        self.routines.iter().find(|routine| routine.id == id)
    }

    #[must_use]
    pub fn reference(&self, id: &str) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.id == id)
    }
}

fn for_good(movement: Movement) -> &'static Movement {
    Box::leak(Box::new(movement))
}

/// The ids that an entry may name: those of the references and those of the movements, looked up
/// before any entry is read. `None` where a document is none, so nobody knows which there are.
struct Known {
    references: Option<Vec<Cow<'static, str>>>,
    movements: Option<Vec<Cow<'static, str>>>,
}

/// The values of the field `name` of all entries. One that stands twice is noted.
fn once(name: &str, entries: &Reader<'static, '_>) -> Option<Vec<Cow<'static, str>>> {
    let seen = RefCell::new(vec![]);
    entries.there()?.each(|entry| {
        let Some(value) = entry.peek(name) else { return };
        if seen.borrow().contains(&value) {
            entry.fail(Fault::Twice(value.into_owned()));
        } else {
            seen.borrow_mut().push(value);
        }
    });
    Some(seen.into_inner())
}

/// What is written in the field `id`.
fn id(reader: &Reader<'static, '_>) -> &'static str {
    let id = reader.text_of("id");
    let is_plain = |letter: u8| letter.is_ascii_lowercase() || b"-0123456789".contains(&letter);
    if !id.bytes().all(is_plain) {
        reader.fail(Fault::Rule(format!(
            "the id \"{id}\" has more than small letters, digits and dashes"
        )));
    }
    id
}
