//! Routines that a person has built: a name, and movements with how much of each.

mod file;
mod link;
mod movement;
mod stored;

pub use file::{FileError, LONGEST as LONGEST_FILE, read_file, write_file};
pub use link::{LinkError, read_link, write_link};
pub(super) use link::{read_step, write_step};
pub use movement::{FIRST_OWN, How, LONGEST_HOW, OwnMovement, TooLong, own_number};
pub(super) use stored::step;
pub use stored::{read_owns, write_owns};

use std::time::Duration;

use super::catalogue::{Dose, Level, Movement, MovementNumber, Routine, Work};
use super::plan::{Portion, Side};

/// Before the number of one, where a routine's id would be.
const PREFIX: &str = "own-";
/// Letters of a name, movements of a routine, and movements of one's own, at the most.
pub const LONGEST_NAME: usize = 60;
pub const MOST_STEPS: usize = 40;
/// As many can be written down. A link, a file or a backup may bring more: nothing that somebody has is left out.
const MOST_MOVEMENTS: usize = 100;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub number: u32,
    pub name: Name,
    pub steps: Vec<OwnStep>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnStep {
    pub movement: MovementNumber,
    pub dose: Dose,
    /// The one side that it is done on, where it is not for both.
    pub only: Option<Side>,
}

/// A routine on its way from one person to another, by a link or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    pub name: Name,
    pub steps: Vec<OwnStep>,
    /// The own movements that are among the steps.
    pub movements: Vec<OwnMovement>,
}

/// A name of 1 to 60 letters, without spaces around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("a routine needs a name")]
    Empty,
    #[error("a name of {0} letters is longer than 60")]
    TooLong(usize),
}

impl Name {
    /// # Errors
    /// Where nothing is left of it without the spaces around, or too much.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let name: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.chars().count() {
            0 => Err(NameError::Empty),
            count if count > LONGEST_NAME => Err(NameError::TooLong(count)),
            _ => Ok(Self(name)),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Own {
    /// The id under which it is begun and kept in the history.
    #[must_use]
    pub fn id(&self) -> String {
        own_id(self.number)
    }

    /// What it holds, in order.
    #[must_use]
    pub fn portions(&self) -> Vec<Portion> {
        let portion = |(index, step): (usize, &OwnStep)| Portion {
            movement: step.movement,
            dose: step.dose,
            only: step.only,
            routine_step: index,
            instead_of: None,
        };
        self.steps.iter().enumerate().map(portion).collect()
    }
}

/// The id of the routine `number`.
#[must_use]
pub fn own_id(number: u32) -> String {
    format!("{PREFIX}{number}")
}

/// All of a person's routines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owns {
    pub all: Vec<Own>,
    /// The largest number that was ever given: none comes again, for the history has it.
    pub last: u32,
    /// The person's own movements.
    pub movements: Vec<OwnMovement>,
}

/// The first step with an own movement that is not among `movements`.
fn untold<'a>(steps: &'a [OwnStep], movements: &[OwnMovement]) -> Option<&'a OwnStep> {
    let is_told = |step: &&OwnStep| {
        step.movement.get() < FIRST_OWN || movements.iter().any(|it| it.number == step.movement)
    };
    steps.iter().find(|step| !is_told(step))
}

impl Owns {
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&Own> {
        self.all.iter().find(|own| own.number == number)
    }

    #[must_use]
    pub fn called(&self, id: &str) -> Option<&Own> {
        self.get(id.strip_prefix(PREFIX)?.parse().ok()?)
    }

    /// Adds a routine; says its number.
    pub fn add(&mut self, name: Name, steps: Vec<OwnStep>) -> u32 {
        self.last += 1;
        self.all.push(Own { number: self.last, name, steps });
        self.last
    }

    /// Takes one out, and gives it with its place.
    pub fn remove(&mut self, number: u32) -> Option<(usize, Own)> {
        let place = self.all.iter().position(|own| own.number == number)?;
        Some((place, self.all.remove(place)))
    }

    /// Puts one back in its place.
    pub fn put_back(&mut self, place: usize, own: Own) {
        self.all.insert(place.min(self.all.len()), own);
    }

    /// Takes a movement out, and gives it with its place. The steps with it stay, and wait for it.
    pub fn remove_movement(&mut self, number: MovementNumber) -> Option<(usize, OwnMovement)> {
        let place = self.movements.iter().position(|it| it.number == number)?;
        Some((place, self.movements.remove(place)))
    }

    pub fn put_movement_back(&mut self, place: usize, movement: OwnMovement) {
        self.movements.insert(place.min(self.movements.len()), movement);
    }

    /// Changes the movement `number`. Steps with as much of it as was usual go along.
    pub fn change_movement(
        &mut self,
        number: MovementNumber,
        change: impl FnOnce(OwnMovement) -> OwnMovement,
    ) {
        let Some(movement) = self.movements.iter_mut().find(|it| it.number == number) else {
            return;
        };
        let before = movement.dose;
        *movement = change(movement.clone());
        let steps = self.all.iter_mut().flat_map(|own| &mut own.steps);
        for step in steps.filter(|it| it.movement == number && it.dose == before) {
            step.dose = movement.dose;
        }
    }

    /// All of both. One that is in both is there once; one of another with the same number gets a new one, for
    /// the history here has that.
    #[must_use]
    pub fn merged(mut self, others: Self) -> Self {
        for other in others.all {
            let is_here = |own: &Own| own.name == other.name && own.steps == other.steps;
            if self.all.iter().any(is_here) {
                continue;
            }
            if self.get(other.number).is_none() {
                self.last = self.last.max(other.number);
                self.all.push(other);
            } else {
                self.add(other.name, other.steps);
            }
        }
        self.last = self.last.max(others.last);
        for other in others.movements {
            if self.movement(other.number).is_none() {
                self.movements.push(other);
            }
        }
        self
    }

    #[must_use]
    pub fn movement(&self, number: MovementNumber) -> Option<&OwnMovement> {
        self.movements.iter().find(|it| it.number == number)
    }

    /// Whether one more movement can be written down.
    #[must_use]
    pub const fn has_room(&self) -> bool {
        self.movements.len() < MOST_MOVEMENTS
    }

    /// Adds a new movement while there is room.
    pub fn add_movement(&mut self, movement: OwnMovement) {
        if self.has_room() {
            self.movements.push(movement);
        }
    }

    /// A number for a new movement, from any `chance`: those of two devices should be different, for the
    /// history and backups know movements by them.
    #[must_use]
    pub fn number_for(&self, chance: u64) -> MovementNumber {
        let span = u64::from(u16::MAX - FIRST_OWN);
        let number = |it: u64| FIRST_OWN + u16::try_from(it % span).unwrap_or(0);
        let numbers = (chance..=u64::MAX).chain(0..chance).map(number).map(MovementNumber::new);
        let free = |it: &MovementNumber| self.movement(*it).is_none();
        numbers.into_iter().find(free).unwrap_or(MovementNumber::new(FIRST_OWN))
    }

    /// `linked` as it can be kept here: what has another movement's number gets one of its own.
    #[must_use]
    pub fn welcome(&self, mut linked: Linked) -> Linked {
        let mut known = self.clone();
        for at in 0..linked.movements.len() {
            let old = linked.movements[at].number;
            if known.movement(old).is_some_and(|it| *it != linked.movements[at]) {
                let new = known.number_for(u64::from(old.get().saturating_sub(FIRST_OWN)));
                linked.movements[at].number = new;
                let steps = linked.steps.iter_mut().filter(|step| step.movement == old);
                steps.for_each(|step| step.movement = new);
            }
            known.movements.push(linked.movements[at].clone());
        }
        linked
    }

    /// Changes the routine `number`. More movements than there may be are left as they were.
    pub fn change(&mut self, number: u32, change: impl FnOnce(&mut Vec<OwnStep>)) {
        let Some(own) = self.all.iter_mut().find(|own| own.number == number) else { return };
        let mut steps = own.steps.clone();
        change(&mut steps);
        if steps.len() <= MOST_STEPS {
            own.steps = steps;
        }
    }

    pub fn rename(&mut self, number: u32, name: Name) {
        if let Some(own) = self.all.iter_mut().find(|own| own.number == number) {
            own.name = name;
        }
    }
}

impl OwnStep {
    /// `movement` at `level`.
    #[must_use]
    pub const fn of(movement: &Movement, level: Level) -> Self {
        Self { movement: movement.number, dose: movement.dose(level), only: None }
    }

    /// With more or less of it: 5 s of a hold or a length, one repetition.
    #[must_use]
    pub fn with(self, steps: i32) -> Self {
        let secs = |length: Duration, least, most| {
            let secs = i64::try_from(length.as_secs()).unwrap_or(most) + 5 * i64::from(steps);
            Duration::from_secs(u64::try_from(secs.clamp(least, most)).unwrap_or(0))
        };
        let work = match self.dose.work {
            Work::Hold { hold, count } => Work::Hold { hold: secs(hold, 5, 300), count },
            Work::Timed { length } => Work::Timed { length: secs(length, 5, 600) },
            Work::Repetitions { count, tempo, hold } => {
                let count = (i32::from(count) + steps).clamp(1, 60);
                Work::Repetitions { count: u16::try_from(count).unwrap_or(1), tempo, hold }
            }
        };
        Self { dose: Dose { work, ..self.dose }, ..self }
    }

    /// With more or fewer rounds of it; what is done for a time has but one.
    #[must_use]
    pub fn with_rounds(self, steps: i32) -> Self {
        let more =
            |rounds: u16| u16::try_from((i32::from(rounds) + steps).clamp(1, 10)).unwrap_or(1);
        let Dose { work, sets, rest } = self.dose;
        let dose = match work {
            Work::Hold { hold, count } => {
                Dose { work: Work::Hold { hold, count: more(count) }, sets, rest }
            }
            Work::Repetitions { .. } => Dose { work, sets: more(sets), rest },
            Work::Timed { .. } => self.dose,
        };
        Self { dose, ..self }
    }
}

impl OwnStep {
    /// On the next choice of sides: both, the left one alone, the right one alone.
    #[must_use]
    pub const fn on_other_sides(self) -> Self {
        let only = match self.only {
            None => Some(Side::Left),
            Some(Side::Left) => Some(Side::Right),
            Some(Side::Right) => None,
        };
        Self { only, ..self }
    }

    /// With 5 s more or less of rest, up to 2 min; what is done for a time has none.
    #[must_use]
    pub fn with_rest(self, steps: i32) -> Self {
        if matches!(self.dose.work, Work::Timed { .. }) {
            return self;
        }
        let secs = i64::try_from(self.dose.rest.as_secs()).unwrap_or(0) + 5 * i64::from(steps);
        let rest = Duration::from_secs(u64::try_from(secs.clamp(0, 120)).unwrap_or(0));
        Self { dose: Dose { rest, ..self.dose }, ..self }
    }

    /// Whether there is a rest within it.
    #[must_use]
    pub const fn has_rest(self) -> bool {
        match self.dose.work {
            Work::Hold { count, .. } => count * self.dose.sets > 1,
            Work::Repetitions { .. } => self.dose.sets > 1,
            Work::Timed { .. } => false,
        }
    }
}

/// What `routine` holds in its week `week` with its optional steps `extras`, for a routine of one's own.
#[must_use]
pub fn steps_of(
    routine: &Routine,
    week: usize,
    extras: &[usize],
    number_of: impl Fn(&str) -> Option<MovementNumber>,
) -> Vec<OwnStep> {
    let steps = routine.schedule.weeks().get(week).into_iter().flat_map(|week| &week.steps);
    let is_in = |(place, step): &(usize, &super::catalogue::RoutineStep)| {
        !step.optional || extras.contains(place)
    };
    let step = |step: &super::catalogue::RoutineStep| {
        Some(OwnStep { movement: number_of(step.movement)?, dose: step.dose, only: None })
    };
    let chosen = steps.enumerate().filter(is_in).map(|(_, step)| step);
    chosen.filter_map(step).take(MOST_STEPS).collect()
}
