//! The words of the catalogue in one language, read from JSON under the catalogue's ids.

use crate::domain::catalogue::{Catalogue, Level, Muscle};
use crate::domain::making::MADE;
use crate::domain::reading::{Fault, Problem, Problems, Reader};

/// What is found by a key. There are tens of them at most, and a map would weigh more than it saves.
type ByKey<T> = Vec<(&'static str, T)>;

/// The words for every movement, routine and term, for good.
#[derive(Clone)]
pub struct Texts {
    movements: ByKey<&'static MovementText>,
    routines: &'static ByKey<RoutineText>,
    pub terms: &'static Terms,
    pub progression: &'static Progression,
}

pub struct MovementText {
    pub name: &'static str,
    pub aliases: Vec<&'static str>,
    /// What it takes, as a sentence; nothing for a movement that needs nothing.
    pub needs: Option<&'static str>,
    /// What makes it more comfortable.
    pub helpful: Vec<&'static str>,
    pub steps: Vec<&'static str>,
    pub feel: &'static str,
    pub cue: &'static str,
    pub breathing: &'static str,
    pub exit: &'static str,
    pub mistakes: Vec<&'static str>,
    /// How it is done at a level, where that differs from the steps.
    levels: [Option<&'static str>; 3],
    pub note: Option<&'static str>,
    /// What its figure shows.
    pub figure: Option<&'static str>,
}

impl MovementText {
    /// Of a movement of somebody's own: its name, and how it is done, line by line.
    #[must_use]
    pub fn own(name: &'static str, steps: Vec<&'static str>) -> Self {
        Self {
            name,
            aliases: vec![],
            needs: None,
            helpful: vec![],
            steps,
            feel: "",
            cue: "",
            breathing: "",
            exit: "",
            mistakes: vec![],
            levels: [None; 3],
            note: None,
            figure: None,
        }
    }

    #[must_use]
    pub fn at(&self, level: Level) -> Option<&'static str> {
        self.levels[level as usize]
    }
}

pub struct RoutineText {
    pub name: &'static str,
    pub aim: &'static str,
    pub frequency: &'static str,
    pub when: &'static str,
    pub screening: &'static str,
    pub honest: &'static str,
    /// Notes on single steps, by their place from 0.
    notes: Vec<(usize, &'static str)>,
    /// What each week is about, for a routine that changes from week to week.
    pub weeks: Vec<&'static str>,
    pub after: Option<&'static str>,
}

impl RoutineText {
    #[must_use]
    pub fn note(&self, step: usize) -> Option<&'static str> {
        self.notes.iter().find(|(place, _)| *place == step).map(|(_, note)| *note)
    }
}

/// Words for the keys that the catalogue uses.
pub struct Terms {
    muscles: ByKey<&'static str>,
    parts: ByKey<&'static str>,
    regions: ByKey<&'static str>,
    positions: ByKey<&'static str>,
    equipment: ByKey<&'static str>,
    tags: ByKey<&'static str>,
    notes: ByKey<&'static str>,
    claims: ByKey<&'static str>,
}

/// When to do more, as much or less.
pub struct Progression {
    pub up: &'static str,
    pub up_how: &'static str,
    pub hold: &'static str,
    pub down: &'static str,
    pub stop: &'static str,
    pub cap: &'static str,
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
    pub fn read(
        movements: &'static str,
        routines: &'static str,
        terms: &'static str,
    ) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let read = Self::read_with(&problems, [movements, routines, terms]);
        problems.verdict(read)
    }

    fn read_with(problems: &Problems, [movements, routines, terms]: [&'static str; 3]) -> Self {
        let movements = Reader::for_good("movements", movements, problems).entries(movement);
        let routines = Reader::for_good("routines", routines, problems);
        let routines = routines.only(&["routines", "progression"]);
        let terms = Reader::for_good("terms", terms, problems);
        Self {
            movements: movements.into_iter().map(|(id, text)| (id, for_good(text))).collect(),
            routines: for_good(routines.field("routines").entries(routine)),
            terms: for_good(read_terms(&terms)),
            progression: for_good(progression(&routines.field("progression"))),
        }
    }

    /// These with the texts of more movements, which stay for good.
    #[must_use]
    pub fn with(&self, more: impl Iterator<Item = (&'static str, MovementText)>) -> Self {
        let mut texts = self.clone();
        texts.movements.extend(more.map(|(id, text)| (id, for_good(text))));
        texts
    }

    /// # Panics
    /// Where a movement has no text, which a test rules out for the shipped ones.
    #[must_use]
    pub fn movement(&self, id: &str) -> &'static MovementText {
        find(&self.movements, id).expect("every movement has a text")
    }

    /// The name of a movement that may be no more.
    #[must_use]
    pub fn movement_name(&self, id: &str) -> Option<&'static str> {
        find(&self.movements, id).map(|text| text.name)
    }

    /// # Panics
    /// Where a routine has no text, which a test rules out for the shipped ones.
    #[must_use]
    pub fn routine(&self, id: &str) -> &'static RoutineText {
        find(self.routines, id).expect("every routine has a text")
    }

    /// The name of a routine that may be no more, or of a session that was made.
    #[must_use]
    pub fn routine_name(&self, id: &str) -> Option<&'static str> {
        let name = find(self.routines, id).map(|text| text.name);
        name.or_else(|| (id == MADE).then_some(super::words().making.name))
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
            check("movement", it.id, find(&self.movements, it.id).is_some());
            check("position", it.position, find(&terms.positions, it.position).is_some());
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
                check("tag", caution.tag, find(&terms.tags, caution.tag).is_some());
                check("note", caution.note, find(&terms.notes, caution.note).is_some());
            }
            for benefit in &it.benefits {
                check("claim", benefit.claim, find(&terms.claims, benefit.claim).is_some());
            }
        }
        for it in catalogue.routines {
            let text = find(self.routines, it.id);
            check("routine", it.id, text.is_some());
            let weeks = it.schedule.weeks().len();
            let has_weeks = text.is_some_and(|text| weeks == 1 || text.weeks.len() == weeks);
            check("weeks of", it.id, has_weeks);
            let steps = it.schedule.weeks().iter().map(|week| week.steps.len()).max();
            let notes = text.map_or(&[][..], |text| &text.notes);
            check("a step of a note of", it.id, notes.iter().all(|(at, _)| Some(*at) < steps));
        }
        missing
    }
}

impl Terms {
    #[must_use]
    pub fn muscle(&self, muscle: &Muscle) -> String {
        let name = term(&self.muscles, muscle.name);
        match muscle.part {
            Some(part) => format!("{name} ({})", term(&self.parts, part)),
            None => name.to_owned(),
        }
    }

    #[must_use]
    pub fn region(&self, key: &str) -> &'static str {
        term(&self.regions, key)
    }

    #[must_use]
    pub fn position(&self, key: &str) -> &'static str {
        term(&self.positions, key)
    }

    #[must_use]
    pub fn tag(&self, key: &str) -> &'static str {
        term(&self.tags, key)
    }

    #[must_use]
    pub fn note(&self, key: &str) -> &'static str {
        term(&self.notes, key)
    }

    #[must_use]
    pub fn claim(&self, key: &str) -> &'static str {
        term(&self.claims, key)
    }
}

/// The word for `key`; a test rules out that there is none.
fn term(terms: &ByKey<&'static str>, key: &str) -> &'static str {
    find(terms, key).copied().unwrap_or_default()
}

fn for_good<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn find<'a, T>(entries: &'a ByKey<T>, key: &str) -> Option<&'a T> {
    entries.iter().find(|(name, _)| *name == key).map(|(_, entry)| entry)
}

fn movement(reader: &Reader<'static, '_>) -> MovementText {
    let reader = reader.only(&[
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
        "figure",
    ]);
    let levels = reader.field("levels");
    let levels = levels.only(&["beginner", "intermediate", "advanced"]);
    let level = |name| optional(&levels, name);
    MovementText {
        name: reader.text_of("name"),
        aliases: reader.field("aliases").texts(),
        needs: optional(&reader, "needs"),
        helpful: reader.optional("helpful").texts(),
        steps: reader.field("steps").texts(),
        feel: reader.text_of("feel"),
        cue: reader.text_of("cue"),
        breathing: reader.text_of("breathing"),
        exit: reader.text_of("exit"),
        mistakes: reader.field("mistakes").texts(),
        levels: [level("beginner"), level("intermediate"), level("advanced")],
        note: optional(&reader, "note"),
        figure: optional(&reader, "figure"),
    }
}

fn routine(reader: &Reader<'static, '_>) -> RoutineText {
    let reader = reader.only(&[
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
    RoutineText {
        name: reader.text_of("name"),
        aim: reader.text_of("aim"),
        frequency: reader.text_of("frequency"),
        when: reader.text_of("when"),
        screening: reader.text_of("screening"),
        honest: reader.text_of("honest"),
        notes: notes(&reader.optional("notes")),
        weeks: reader.optional("weeks").each(|week| week.only(&["focus"]).text_of("focus")),
        after: optional(&reader, "after"),
    }
}

/// Notes under places that count from 1.
fn notes(reader: &Reader<'static, '_>) -> Vec<(usize, &'static str)> {
    let index = |place: &str| {
        let index = place.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        if index.is_none() {
            reader.fail(Fault::Unknown(place.to_owned()));
        }
        index.unwrap_or_default()
    };
    reader.named_texts().iter().map(|(place, note)| (index(place), *note)).collect()
}

fn progression(reader: &Reader<'static, '_>) -> Progression {
    let reader = reader.only(&["up", "up_how", "hold", "down", "stop", "cap"]);
    Progression {
        up: reader.text_of("up"),
        up_how: reader.text_of("up_how"),
        hold: reader.text_of("hold"),
        down: reader.text_of("down"),
        stop: reader.text_of("stop"),
        cap: reader.text_of("cap"),
    }
}

fn read_terms(reader: &Reader<'static, '_>) -> Terms {
    let reader = reader.only(&[
        "muscles",
        "parts",
        "regions",
        "positions",
        "equipment",
        "tags",
        "notes",
        "claims",
    ]);
    let group = |name| reader.field(name).named_texts();
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

fn optional(reader: &Reader<'static, '_>, field: &'static str) -> Option<&'static str> {
    reader.optional(field).there().map(|it| it.text())
}
