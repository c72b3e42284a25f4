//! A routine: movements in order, with the dose of each.

use std::time::Duration;

use super::Known;
use super::dose::{self, Dose, Level};
use super::movement::Setting;
use crate::domain::reading::{Fault, Reader};

#[derive(Clone, Debug)]
pub struct Routine {
    pub id: &'static str,
    pub level: Level,
    pub setting: Setting,
    pub office_clothes: bool,
    pub tags: Vec<&'static str>,
    pub schedule: Schedule,
}

/// What a routine holds: the same steps each time, or other ones from week to week.
#[derive(Clone, Debug)]
pub enum Schedule {
    Same(Week),
    Weekly(Vec<Week>),
}

impl Schedule {
    /// The steps of every week, one after the other.
    pub fn steps(&self) -> impl Iterator<Item = &RoutineStep> {
        self.weeks().iter().flat_map(|week| &week.steps)
    }

    #[must_use]
    pub fn weeks(&self) -> &[Week] {
        match self {
            Self::Same(week) => std::slice::from_ref(week),
            Self::Weekly(weeks) => weeks,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Week {
    /// How many sessions the week has, where the routine says so.
    pub sessions: Option<u64>,
    pub steps: Vec<RoutineStep>,
    /// How long it takes with every optional step, and every length as usual.
    pub length: Duration,
}

#[derive(Clone, Debug)]
pub struct RoutineStep {
    /// The movement's id.
    pub movement: &'static str,
    pub dose: Dose,
    /// Whether it is left out unless the person adds it.
    pub optional: bool,
}

const FIELDS: [&str; 9] =
    ["id", "number", "level", "setting", "office_clothes", "tags", "steps", "secs", "weeks"];
/// Those of a step, with the fields of its dose beside them.
const STEP_FIELDS: [&str; 9] = [
    "movement",
    "optional",
    "mode",
    "secs",
    "hold_secs",
    "reps",
    "tempo_secs",
    "sets",
    "rest_secs",
];

pub(super) fn read(reader: &Reader<'static, '_>, known: &Known) -> Routine {
    let reader = reader.named_by("id").only(&FIELDS);
    let weeks = reader.optional("weeks").there();
    Routine {
        id: super::id(&reader),
        level: reader.field("level").one_of(&Level::NAMES),
        setting: reader.field("setting").one_of(&Setting::NAMES),
        office_clothes: reader.field("office_clothes").flag(),
        tags: reader.field("tags").texts(),
        schedule: match weeks {
            Some(weeks) => Schedule::Weekly(
                list(weeks).each(|it| read_week(&it.only(&["sessions", "secs", "steps"]), known)),
            ),
            None => Schedule::Same(read_week(&reader, known)),
        },
    }
}

fn read_week(reader: &Reader<'static, '_>, known: &Known) -> Week {
    Week {
        sessions: reader.optional("sessions").there().map(|it| it.number(1..=7)),
        length: Duration::from_secs(reader.field("secs").number(1..=3600)),
        steps: list(reader.field("steps")).each(|it| read_step(it, known)),
    }
}

/// A list, of one entry at least.
fn list<'doc, 'up>(reader: Reader<'doc, 'up>) -> Reader<'doc, 'up> {
    reader.row(1..=usize::MAX, |_| Fault::Rule("nothing stands here".to_owned()))
}

fn read_step(reader: &Reader<'static, '_>, known: &Known) -> RoutineStep {
    let reader = reader.only(&STEP_FIELDS);
    RoutineStep {
        movement: reader.field("movement").text_among(known.movements.as_deref()),
        dose: dose::read(&reader),
        optional: reader.optional("optional").flag(),
    }
}
