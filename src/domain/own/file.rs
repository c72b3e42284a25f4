//! A routine as a file: the same as in a link, for those who would rather keep or send a file.

use super::stored::{movement_at_rest, movements, name, steps, steps_at_rest};
use super::{Linked, MOST_STEPS, untold};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Problem, Problems, Reader};

/// What says whose file it is.
const APP: &str = "limber-routine";
const VERSION: u64 = 1;
/// No file of ours is longer, in bytes.
pub const LONGEST: usize = 200_000;

/// Why a file brings nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("this is no routine of Limber, or only a part of one")]
    NotOurs,
    #[error("this routine is from a newer Limber")]
    Newer,
    /// It is one, with this wrong in it.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Wrong(Vec<Problem>),
}

#[must_use]
pub fn write_file(linked: &Linked) -> String {
    let Linked { name, steps, movements } = linked;
    Json::Fields(vec![
        ("app".into(), APP.into()),
        ("movements".into(), movements.iter().map(movement_at_rest).collect()),
        ("name".into(), name.as_str().into()),
        ("steps".into(), steps_at_rest(steps)),
        ("v".into(), VERSION.into()),
    ])
    .written()
}

/// # Errors
/// Where `text` is no routine of ours, or a newer one, or something in it is wrong.
pub fn read_file(text: &str) -> Result<Linked, FileError> {
    let problems = Problems::default();
    let document = problems.parse(APP, text);
    let reader = Reader::new("routine", document.as_ref(), &problems);
    if reader.peek("app").is_none_or(|app| app != APP) {
        return Err(FileError::NotOurs);
    }
    let version = reader.field("v").number_if_sound(1..=u64::MAX);
    if version.is_some_and(|version| version > VERSION) {
        return Err(FileError::Newer);
    }
    let reader = reader.only(&["app", "movements", "name", "steps", "v"]);
    let (name, movements) = (name(&reader.field("name")), movements(&reader.field("movements")));
    let place = reader.field("steps");
    let steps = steps(&place);
    if movements.len() > MOST_STEPS {
        let found = movements.len();
        reader.fail(Fault::Rule(format!("{found} own movements are more than {MOST_STEPS}")));
    }
    if let Some(step) = untold(&steps, &movements) {
        place.fail(Fault::Unknown(step.movement.get().to_string()));
    }
    let read = name.map(|name| Linked { name, steps, movements });
    problems.verdict(read).map_err(FileError::Wrong)?.ok_or(FileError::NotOurs)
}
