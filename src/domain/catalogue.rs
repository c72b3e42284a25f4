//! The catalogue: every movement and routine, with the sources of what is claimed for them.
//!
//! Facts only. The words for them stand in `words`, one folder per language, under the same ids.

mod dose;
mod movement;
mod reference;
mod routine;

pub use dose::{Dose, Level, Work};
pub use movement::{
    Benefit, Caution, CautionAction, Evidence, Kind, Movement, MovementNumber, Muscle, Setting,
};
pub use reference::{Reference, Status};
pub use routine::{Routine, RoutineStep, Schedule, Week};

use super::reading::{self, Fault, Problem, Reader};

/// The shipped catalogue, as text.
const MOVEMENTS: &str = include_str!("catalogue/movements.json");
const ROUTINES: &str = include_str!("catalogue/routines.json");
const REFERENCES: &str = include_str!("catalogue/references.json");

#[derive(Clone, Debug)]
pub struct Catalogue {
    pub movements: Vec<Movement>,
    pub routines: Vec<Routine>,
    pub references: Vec<Reference>,
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
    pub fn read(movements: &str, routines: &str, references: &str) -> Result<Self, Vec<Problem>> {
        let mut known = Known::default();
        let references = reading::read("references", references, |reader| {
            let entries = reader.list();
            known.references = Some(once("id", &entries));
            Some(entries.into_iter().filter_map(reference::read).collect())
        });
        let movements = reading::read("movements", movements, |reader| {
            let entries = reader.list();
            known.movements = Some(once("id", &entries));
            once("number", &entries);
            Some(entries.into_iter().filter_map(|it| movement::read(it, &known)).collect())
        });
        let routines = reading::read("routines", routines, |reader| {
            let entries = reader.list();
            once("id", &entries);
            Some(entries.into_iter().filter_map(|it| routine::read(it, &known)).collect())
        });
        match (movements, routines, references) {
            (Ok(movements), Ok(routines), Ok(references)) => {
                Ok(Self { movements, routines, references })
            }
            (movements, routines, references) => Err([
                references.err().unwrap_or_default(),
                movements.err().unwrap_or_default(),
                routines.err().unwrap_or_default(),
            ]
            .concat()),
        }
    }

    #[must_use]
    pub fn movement(&self, number: MovementNumber) -> Option<&Movement> {
        self.movements.iter().find(|movement| movement.number == number)
    }

    #[must_use]
    pub fn movement_called(&self, id: &str) -> Option<&Movement> {
        self.movements.iter().find(|movement| movement.id == id)
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

/// The ids that an entry may name: those of the references and those of the movements, looked up
/// before any entry is read. `None` where a document is none, so nobody knows which there are.
#[derive(Default)]
struct Known {
    references: Option<Vec<String>>,
    movements: Option<Vec<String>>,
}

/// The values of the field `name` of all entries. One that stands twice is noted.
fn once(name: &str, entries: &[Reader]) -> Vec<String> {
    let mut seen = vec![];
    for entry in entries {
        let Some(value) = entry.peek(name) else { continue };
        if seen.contains(&value) {
            entry.fail(Fault::Twice(value));
        } else {
            seen.push(value);
        }
    }
    seen
}

/// The place of an entry, called by its `id` once that has been read.
fn by_id(reader: Reader) -> Option<(String, Reader)> {
    let id = reader.field("id")?.text()?.to_owned();
    let is_plain =
        id.chars().all(|letter| letter.is_ascii_lowercase() || "-0123456789".contains(letter));
    let reader = reader.named_by("id");
    if !is_plain {
        reader.fail(Fault::Rule(format!(
            "the id \"{id}\" has more than small letters, digits and dashes"
        )));
    }
    Some((id, reader))
}
