//! One step more or less, and what it does to a dose.
//!
//! One step up is 5 s more of each hold, up to 30 s, or 45 s for those at the advanced level; then one more
//! repetition. Of strength it is 2 repetitions, then a set. Then comes the harder version: the next level, as
//! routines say. One step down is a third less; after two of them comes the easier version, with a third less.

use std::time::Duration;

use crate::domain::catalogue::{Dose, Level, Work};

const HOLD_STEP: Duration = Duration::from_secs(5);
const REPETITIONS_STEP: u16 = 2;

/// How far from what a routine says: 0 is as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(i8);

impl Step {
    pub const LEAST: i8 = -2;
    pub const MOST: i8 = 6;

    /// The nearest step that there is.
    #[must_use]
    pub fn new(step: i8) -> Self {
        Self(step.clamp(Self::LEAST, Self::MOST))
    }

    #[must_use]
    pub const fn get(self) -> i8 {
        self.0
    }

    #[must_use]
    pub fn by(self, steps: i8) -> Self {
        Self::new(self.0.saturating_add(steps))
    }

    /// The last step up at `level` that makes a usual dose more: from 15 s, 25 s or 45 s of a hold to the
    /// longest, and a repetition.
    #[must_use]
    pub const fn top(level: Level) -> Self {
        match level {
            Level::Beginner => Self(4),
            Level::Intermediate => Self(2),
            Level::Advanced => Self(1),
        }
    }

    /// `dose` at this step, for a person at `level`. What warms up stays as it is.
    #[must_use]
    pub fn dose(self, dose: Dose, level: Level) -> Dose {
        match self.0 {
            0 => dose,
            ..0 => (self.0..0).fold(dose, |dose, _| less(dose)),
            1.. => more(dose, u16::from(self.0.unsigned_abs()), level),
        }
    }
}

fn less(dose: Dose) -> Dose {
    if matches!(dose.work, Work::Timed { .. }) { dose } else { dose.eased() }
}

fn more(dose: Dose, steps: u16, level: Level) -> Dose {
    match dose.work {
        Work::Timed { .. } => dose,
        Work::Hold { hold, count } => {
            let most = Duration::from_secs(if level == Level::Advanced { 45 } else { 30 });
            let room = most.saturating_sub(hold).as_secs().div_ceil(HOLD_STEP.as_secs());
            let longer = room.min(u64::from(steps));
            let hold = (hold + HOLD_STEP * u32::try_from(longer).unwrap_or(0)).min(hold.max(most));
            let is_full = u64::from(steps) > room;
            Dose { work: Work::Hold { hold, count: count + u16::from(is_full) }, ..dose }
        }
        Work::Repetitions { count, tempo, hold } => {
            let work = Work::Repetitions { count: count + REPETITIONS_STEP, tempo, hold };
            Dose { work, sets: dose.sets + u16::from(steps > 1), ..dose }
        }
    }
}

/// A step at a level: how much, of how hard a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    pub level: Level,
    pub step: Step,
}

impl Rung {
    /// One more, if there is more.
    #[must_use]
    pub fn up(self) -> Option<Self> {
        if self.step < Step::top(self.level) {
            return Some(Self { step: self.step.by(1), ..self });
        }
        self.level.harder().map(|level| Self { level, step: Step::default() })
    }

    /// One less, if there is less.
    #[must_use]
    pub fn down(self) -> Option<Self> {
        if self.step.get() > Step::LEAST {
            return Some(Self { step: self.step.min(Step::top(self.level)).by(-1), ..self });
        }
        self.level.easier().map(|level| Self { level, step: Step::new(-1) })
    }
}
