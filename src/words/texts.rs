//! The words of the catalogue in one language, read from JSON under the catalogue's ids.

use crate::domain::catalogue::{Catalogue, Level, Muscle};
use crate::domain::reading::{self, Problem, Reader};

/// What is found by a key. There are tens of them at most, and a map would weigh more than it saves.
type ByKey<T> = Vec<(String, T)>;

/// The words for every movement, routine and term.
pub struct Texts {
    movements: ByKey<MovementText>,
    routines: ByKey<RoutineText>,
    pub terms: Terms,
    pub progression: Progression,
}

pub struct MovementText {
    pub name: String,
    pub aliases: Vec<String>,
    /// What it takes, as a sentence; nothing for a movement that needs nothing.
    pub needs: Option<String>,
    /// What makes it more comfortable.
    pub helpful: Vec<String>,
    pub steps: Vec<String>,
    pub feel: String,
    pub cue: String,
    pub breathing: String,
    pub exit: String,
    pub mistakes: Vec<String>,
    /// How it is done at a level, where that differs from the steps.
    levels: [Option<String>; 3],
    pub note: Option<String>,
}

impl MovementText {
    #[must_use]
    pub fn at(&self, level: Level) -> Option<&str> {
        self.levels[level as usize].as_deref()
    }
}

pub struct RoutineText {
    pub name: String,
    pub aim: String,
    pub frequency: String,
    pub when: String,
    pub screening: String,
    pub honest: String,
    /// Notes on single steps, by their place from 0.
    notes: Vec<(usize, String)>,
    /// What each week is about, for a routine that changes from week to week.
    pub weeks: Vec<String>,
    pub after: Option<String>,
}

impl RoutineText {
    #[must_use]
    pub fn note(&self, step: usize) -> Option<&str> {
        self.notes.iter().find(|(place, _)| *place == step).map(|(_, note)| note.as_str())
    }
}

/// Words for the keys that the catalogue uses.
pub struct Terms {
    muscles: ByKey<String>,
    parts: ByKey<String>,
    regions: ByKey<String>,
    positions: ByKey<String>,
    equipment: ByKey<String>,
    tags: ByKey<String>,
    notes: ByKey<String>,
    claims: ByKey<String>,
}

/// When to do more, as much or less.
pub struct Progression {
    pub up: String,
    pub up_how: String,
    pub hold: String,
    pub down: String,
    pub stop: String,
    pub cap: String,
}

impl Texts {
    /// The texts that this build carries.
    ///
    /// # Panics
    /// Never in a build that passed its tests: they read this same text.
    #[must_use]
    pub fn shipped() -> Self {
        let Ok(texts) = Self::read(super::en::MOVEMENTS, super::en::ROUTINES, super::en::TERMS)
        else {
            panic!("the shipped texts passed their tests");
        };
        texts
    }

    /// # Errors
    /// Every problem found.
    pub fn read(movements: &str, routines: &str, terms: &str) -> Result<Self, Vec<Problem>> {
        let movements = reading::read("movements", movements, |it| Some(by_key(it, movement)));
        let routines = reading::read("routines", routines, |it| {
            it.only(&["routines", "progression"]);
            let routines = it.field("routines").map(|it| by_key(&it, routine));
            let progression = it.field("progression").and_then(|it| progression(&it));
            routines.zip(progression)
        });
        let terms = reading::read("terms", terms, |it| Some(read_terms(it)));
        match (movements, routines, terms) {
            (Ok(movements), Ok((routines, progression)), Ok(terms)) => {
                Ok(Self { movements, routines, terms, progression })
            }
            (movements, routines, terms) => Err([movements.err(), routines.err(), terms.err()]
                .into_iter()
                .flatten()
                .flatten()
                .collect()),
        }
    }

    /// # Panics
    /// Where a movement has no text, which a test rules out for the shipped ones.
    #[must_use]
    pub fn movement(&self, id: &str) -> &MovementText {
        find(&self.movements, id).expect("every movement has a text")
    }

    /// # Panics
    /// Where a routine has no text, which a test rules out for the shipped ones.
    #[must_use]
    pub fn routine(&self, id: &str) -> &RoutineText {
        find(&self.routines, id).expect("every routine has a text")
    }

    /// The name of a routine that may be no more.
    #[must_use]
    pub fn routine_name(&self, id: &str) -> Option<&str> {
        find(&self.routines, id).map(|text| text.name.as_str())
    }

    /// Every key of `catalogue` that has no text here.
    #[must_use]
    pub fn missing(&self, catalogue: &Catalogue) -> Vec<String> {
        let terms = &self.terms;
        let mut missing = vec![];
        let mut check = |what: &str, key: &str, is_there: bool| {
            if !is_there {
                missing.push(format!("{what} {key}"));
            }
        };
        for it in &catalogue.movements {
            check("movement", &it.id, find(&self.movements, &it.id).is_some());
            check("position", &it.position, find(&terms.positions, &it.position).is_some());
            for region in &it.regions {
                check("region", region, find(&terms.regions, region).is_some());
            }
            for Muscle { name, part } in it.primary.iter().chain(&it.secondary) {
                check("muscle", name, find(&terms.muscles, name).is_some());
                if let Some(part) = part {
                    check("part", part, find(&terms.parts, part).is_some());
                }
            }
            for thing in it.needs.iter().flatten() {
                check("equipment", thing, find(&terms.equipment, thing).is_some());
            }
            for caution in &it.cautions {
                check("tag", &caution.tag, find(&terms.tags, &caution.tag).is_some());
                check("note", &caution.note, find(&terms.notes, &caution.note).is_some());
            }
            for benefit in &it.benefits {
                check("claim", &benefit.claim, find(&terms.claims, &benefit.claim).is_some());
            }
        }
        for it in &catalogue.routines {
            let text = find(&self.routines, &it.id);
            check("routine", &it.id, text.is_some());
            let weeks = it.schedule.weeks().len();
            let has_weeks = text.is_some_and(|text| weeks == 1 || text.weeks.len() == weeks);
            check("weeks of", &it.id, has_weeks);
        }
        missing
    }
}

impl Terms {
    #[must_use]
    pub fn muscle(&self, muscle: &Muscle) -> String {
        let name = term(&self.muscles, &muscle.name);
        match &muscle.part {
            Some(part) => format!("{name} ({})", term(&self.parts, part)),
            None => name.to_owned(),
        }
    }

    #[must_use]
    pub fn region(&self, key: &str) -> &str {
        term(&self.regions, key)
    }

    #[must_use]
    pub fn position(&self, key: &str) -> &str {
        term(&self.positions, key)
    }

    #[must_use]
    pub fn tag(&self, key: &str) -> &str {
        term(&self.tags, key)
    }

    #[must_use]
    pub fn note(&self, key: &str) -> &str {
        term(&self.notes, key)
    }

    #[must_use]
    pub fn claim(&self, key: &str) -> &str {
        term(&self.claims, key)
    }
}

/// The word for `key`; a test rules out that there is none.
fn term<'a>(terms: &'a ByKey<String>, key: &str) -> &'a str {
    find(terms, key).map_or("", String::as_str)
}

fn find<'a, T>(entries: &'a ByKey<T>, key: &str) -> Option<&'a T> {
    entries.iter().find(|(name, _)| name == key).map(|(_, entry)| entry)
}

fn by_key<T>(reader: &Reader, read: impl Fn(&Reader) -> Option<T>) -> ByKey<T> {
    let entries = reader.entries().into_iter();
    entries.filter_map(|(key, it)| Some((key.to_owned(), read(&it)?))).collect()
}

fn movement(reader: &Reader) -> Option<MovementText> {
    reader.only(&[
        "name",
        "aliases",
        "needs",
        "helpful",
        "steps",
        "feel",
        "cue",
        "breathing",
        "exit",
        "mistakes",
        "levels",
        "note",
    ]);
    let [name, feel, cue, breathing, exit] =
        ["name", "feel", "cue", "breathing", "exit"].map(|field| text(reader, field));
    let levels = reader.field("levels");
    let level = |name| levels.as_ref().and_then(|it| optional(it, name));
    Some(MovementText {
        aliases: texts(reader, "aliases"),
        helpful: reader.optional("helpful").map_or_else(Vec::new, |it| it.texts()),
        steps: texts(reader, "steps"),
        mistakes: texts(reader, "mistakes"),
        needs: optional(reader, "needs"),
        note: optional(reader, "note"),
        levels: [level("beginner"), level("intermediate"), level("advanced")],
        name: name?,
        feel: feel?,
        cue: cue?,
        breathing: breathing?,
        exit: exit?,
    })
}

fn routine(reader: &Reader) -> Option<RoutineText> {
    reader.only(&[
        "name",
        "aim",
        "frequency",
        "when",
        "screening",
        "honest",
        "notes",
        "weeks",
        "after",
    ]);
    let [name, aim, frequency, when, screening, honest] =
        ["name", "aim", "frequency", "when", "screening", "honest"].map(|it| text(reader, it));
    Some(RoutineText {
        notes: reader.optional("notes").map_or_else(Vec::new, |it| notes(&it)),
        weeks: reader
            .optional("weeks")
            .map_or_else(Vec::new, |it| it.each(|week| text(week, "focus"))),
        after: optional(reader, "after"),
        name: name?,
        aim: aim?,
        frequency: frequency?,
        when: when?,
        screening: screening?,
        honest: honest?,
    })
}

/// Notes under places that count from 1.
fn notes(reader: &Reader) -> Vec<(usize, String)> {
    let entries = reader.entries().into_iter();
    entries
        .filter_map(|(place, note)| {
            let index = place.parse::<usize>().ok()?.checked_sub(1)?;
            Some((index, note.text()?.to_owned()))
        })
        .collect()
}

fn progression(reader: &Reader) -> Option<Progression> {
    let [up, up_how, hold, down, stop, cap] =
        ["up", "up_how", "hold", "down", "stop", "cap"].map(|field| text(reader, field));
    Some(Progression { up: up?, up_how: up_how?, hold: hold?, down: down?, stop: stop?, cap: cap? })
}

fn read_terms(reader: &Reader) -> Terms {
    let group = |name| {
        let entries = reader.field(name).map(|it| by_key(&it, |it| it.text().map(str::to_owned)));
        entries.unwrap_or_default()
    };
    Terms {
        muscles: group("muscles"),
        parts: group("parts"),
        regions: group("regions"),
        positions: group("positions"),
        equipment: group("equipment"),
        tags: group("tags"),
        notes: group("notes"),
        claims: group("claims"),
    }
}

fn text(reader: &Reader, field: &'static str) -> Option<String> {
    reader.field(field)?.text().map(str::to_owned)
}

fn texts(reader: &Reader, field: &'static str) -> Vec<String> {
    reader.field(field).map_or_else(Vec::new, |it| it.texts())
}

fn optional(reader: &Reader, field: &'static str) -> Option<String> {
    reader.optional(field)?.text().map(str::to_owned)
}
