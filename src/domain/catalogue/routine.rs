//! A routine: movements in order, with the dose of each.

use std::time::Duration;

use super::Known;
use super::dose::{self, Dose, Level};
use super::movement::Setting;
use crate::domain::reading::Reader;

#[derive(Clone, Debug)]
pub struct Routine {
    pub id: String,
    pub level: Level,
    pub setting: Setting,
    pub office_clothes: bool,
    pub tags: Vec<String>,
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
    pub movement: String,
    pub dose: Dose,
    /// Whether it is left out unless the person adds it.
    pub optional: bool,
}

const FIELDS: [&str; 9] =
    ["id", "number", "level", "setting", "office_clothes", "tags", "steps", "secs", "weeks"];

pub(super) fn read(reader: Reader, known: &Known) -> Option<Routine> {
    let (id, reader) = super::by_id(reader)?;
    reader.only(&FIELDS);
    let level = reader.field("level").and_then(|it| it.one_of(&Level::NAMES));
    let setting = reader.field("setting").and_then(|it| it.one_of(&Setting::NAMES));
    let office_clothes = reader.field("office_clothes").and_then(|it| it.flag());
    let schedule = match reader.optional("weeks") {
        Some(weeks) => {
            let weeks = weeks.list();
            for week in &weeks {
                week.only(&["sessions", "secs", "steps"]);
            }
            Some(Schedule::Weekly(weeks.iter().filter_map(|it| read_week(it, known)).collect()))
        }
        None => read_week(&reader, known).map(Schedule::Same),
    };
    Some(Routine {
        tags: reader.field("tags").map_or_else(Vec::new, |it| it.texts()),
        level: level?,
        setting: setting?,
        office_clothes: office_clothes?,
        schedule: schedule?,
        id,
    })
}

fn read_week(reader: &Reader, known: &Known) -> Option<Week> {
    let sessions = reader.optional("sessions").and_then(|it| it.number(1..=7));
    let secs = reader.field("secs").and_then(|it| it.number(1..=3600));
    let steps = reader.field("steps")?.each(|it| read_step(it, known));
    Some(Week { sessions, steps, length: Duration::from_secs(secs?) })
}

fn read_step(reader: &Reader, known: &Known) -> Option<RoutineStep> {
    reader.only(&[&["movement", "optional"], dose::FIELDS.as_slice()].concat());
    let movement =
        reader.field("movement").and_then(|it| it.text_among(known.movements.as_deref()));
    let dose = dose::read(reader);
    let optional = reader.optional("optional").and_then(|it| it.flag()) == Some(true);
    Some(RoutineStep { movement: movement?.to_owned(), dose: dose?, optional })
}
