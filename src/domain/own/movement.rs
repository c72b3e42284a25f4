//! A movement of a person's own, as from their physiotherapist: what it is called, how it is done, how much.
//!
//! Limber knows nothing else of it, so no caution is tied to it, and no routine of ours picks it.

use std::time::Duration;

use super::{Name, OwnStep};
use crate::domain::catalogue::{Catalogue, Dose, Movement, MovementNumber, Work};

/// Numbers from here on are people's own; ours stay below.
pub const FIRST_OWN: u16 = 10_000;
/// Letters of how it is done, at the most.
pub const LONGEST_HOW: usize = 600;
/// Before its number, where a movement's id would be.
const PREFIX: &str = "own-";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnMovement {
    /// From 10,000 up.
    pub number: MovementNumber,
    pub name: Name,
    pub how: How,
    /// Whether it is done on one side and then on the other.
    pub sided: bool,
    pub dose: Dose,
    /// The movement of ours that it looks like.
    pub pose: Option<MovementNumber>,
}

/// How it is done, in at most 600 letters: lines without spaces around them, and none empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct How(String);

/// So many letters are more than 600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} letters are more than 600 for how a movement is done")]
pub struct TooLong(pub usize);

impl How {
    /// # Errors
    /// Where it is too long.
    pub fn parse(text: &str) -> Result<Self, TooLong> {
        let lines: Vec<_> = text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
        let how = lines.join("\n");
        match how.chars().count() {
            count if count > LONGEST_HOW => Err(TooLong(count)),
            _ => Ok(Self(how)),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

impl OwnMovement {
    /// One to begin with: a hold of 20 s, twice, on each side.
    #[must_use]
    pub fn new(number: MovementNumber, name: Name) -> Self {
        let work = Work::Hold { hold: Duration::from_secs(20), count: 2 };
        let dose = Dose { work, sets: 1, rest: Duration::from_secs(5) };
        Self { number, name, how: How::default(), sided: true, dose, pose: None }
    }

    #[must_use]
    pub fn id(&self) -> String {
        format!("{PREFIX}{}", self.number.get())
    }

    /// It as one of `catalogue`'s movements, under `id`.
    #[must_use]
    pub fn entry(&self, id: &'static str, catalogue: &Catalogue) -> Movement {
        let pose = self.pose.and_then(|pose| catalogue.movement(pose));
        Movement::own(id, self.number, self.sided, self.dose, pose)
    }

    /// It as a step of a routine.
    #[must_use]
    pub const fn step(&self) -> OwnStep {
        OwnStep { movement: self.number, dose: self.dose, only: None }
    }

    /// With repetitions in place of a hold, or the other way round.
    #[must_use]
    pub fn with_other_work(mut self) -> Self {
        self.dose.work = match self.dose.work {
            Work::Repetitions { .. } => Self::new(self.number, self.name.clone()).dose.work,
            Work::Hold { .. } | Work::Timed { .. } => {
                let tempo = Duration::from_secs(4);
                Work::Repetitions { count: 8, tempo, hold: Duration::ZERO }
            }
        };
        self.dose.sets = 1;
        self
    }

    /// With repetitions that take so many seconds more, from 1 to 30.
    #[must_use]
    pub fn with_tempo(mut self, steps: i32) -> Self {
        if let Work::Repetitions { tempo, hold, .. } = &mut self.dose.work {
            let secs = i64::try_from(tempo.as_secs()).unwrap_or(30) + i64::from(steps);
            *tempo = Duration::from_secs(secs.clamp(1, 30).unsigned_abs());
            *hold = (*hold).min(*tempo);
        }
        self
    }
}

/// The number of the own movement with this id.
#[must_use]
pub fn own_number(id: &str) -> Option<MovementNumber> {
    id.strip_prefix(PREFIX)?.parse().ok().map(MovementNumber::new)
}
