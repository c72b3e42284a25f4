//! How much of a movement is done: held, repeated or kept up for a time.

use std::time::Duration;

use crate::domain::reading::{Fault, Reader};

/// How far along a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Beginner,
    Intermediate,
    Advanced,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Beginner, Self::Intermediate, Self::Advanced];
    pub(crate) const NAMES: [(&str, Self); 3] = [
        ("beginner", Self::Beginner),
        ("intermediate", Self::Intermediate),
        ("advanced", Self::Advanced),
    ];

    #[must_use]
    pub const fn harder(self) -> Option<Self> {
        match self {
            Self::Beginner => Some(Self::Intermediate),
            Self::Intermediate => Some(Self::Advanced),
            Self::Advanced => None,
        }
    }

    #[must_use]
    pub const fn easier(self) -> Option<Self> {
        match self {
            Self::Beginner => None,
            Self::Intermediate => Some(Self::Beginner),
            Self::Advanced => Some(Self::Intermediate),
        }
    }
}

/// What is done in one set, on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A position held for `hold`, `count` times over, with the dose's rest between.
    Hold { hold: Duration, count: u16 },
    /// `count` repetitions of `tempo` each, of which `hold` is spent still.
    Repetitions { count: u16, tempo: Duration, hold: Duration },
    /// Kept moving for `length`.
    Timed { length: Duration },
}

/// The work of one set, how many sets, and the rest between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dose {
    pub work: Work,
    pub sets: u16,
    pub rest: Duration,
}

impl Dose {
    /// Two thirds of it: shorter holds, fewer repetitions.
    #[must_use]
    pub fn eased(self) -> Self {
        let less =
            |length: Duration| Duration::from_secs((length * 2 / 3).as_secs().max(5)).min(length);
        let work = match self.work {
            Work::Hold { hold, count } => Work::Hold { hold: less(hold), count },
            Work::Timed { length } => Work::Timed { length: less(length) },
            Work::Repetitions { count, tempo, hold } => {
                Work::Repetitions { count: (count * 2 / 3).max(1), tempo, hold }
            }
        };
        Self { work, ..self }
    }

    /// How long one side works, with every length as usual and without rests.
    #[must_use]
    pub fn worked(self) -> Duration {
        let set = match self.work {
            Work::Hold { hold, count } => hold * u32::from(count),
            Work::Repetitions { count, tempo, .. } => tempo * u32::from(count),
            Work::Timed { length } => length,
        };
        set * u32::from(self.sets)
    }
}

/// The fields of a dose, whichever its mode.
pub(super) const FIELDS: [&str; 7] =
    ["mode", "secs", "hold_secs", "reps", "tempo_secs", "sets", "rest_secs"];

/// A hold lasts 5 s to 300 s.
const HOLD_SECS: std::ops::RangeInclusive<u64> = 5..=300;

#[derive(Clone, Copy)]
enum Mode {
    Hold,
    Repetitions,
    Timed,
}

/// Reads a dose that stands at `reader`, beside whatever else stands there.
pub(super) fn read(reader: &Reader) -> Dose {
    let modes = [("hold", Mode::Hold), ("reps", Mode::Repetitions), ("timed", Mode::Timed)];
    match reader.field("mode").one_of_if_known(&modes) {
        None => {
            Dose { work: Work::Timed { length: Duration::ZERO }, sets: 1, rest: Duration::ZERO }
        }
        Some(Mode::Timed) => {
            let length = secs(&reader.field("secs"), 5..=600);
            Dose { work: Work::Timed { length }, sets: 1, rest: Duration::ZERO }
        }
        Some(Mode::Hold) => {
            let hold = secs(&reader.field("hold_secs"), HOLD_SECS);
            let count = reader.field("reps").small(1..=60);
            with_sets(reader, Work::Hold { hold, count })
        }
        Some(Mode::Repetitions) => {
            let count = reader.field("reps").small(1..=60);
            let tempo = reader.field("tempo_secs").number_if_sound(1..=30);
            let hold = reader.optional("hold_secs").number(0..=30);
            if let Some(tempo) = tempo.filter(|tempo| hold > *tempo) {
                reader.fail(Fault::Rule(format!(
                    "a hold of {hold} s does not fit into a repetition of {tempo} s"
                )));
            }
            let tempo = Duration::from_secs(tempo.unwrap_or_default());
            let hold = Duration::from_secs(hold);
            with_sets(reader, Work::Repetitions { count, tempo, hold })
        }
    }
}

fn with_sets(reader: &Reader, work: Work) -> Dose {
    let sets = reader.field("sets").small(1..=10);
    Dose { work, sets, rest: secs(&reader.field("rest_secs"), 0..=120) }
}

fn secs(reader: &Reader, bounds: std::ops::RangeInclusive<u64>) -> Duration {
    Duration::from_secs(reader.number(bounds))
}
