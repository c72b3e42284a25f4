//! How much of a movement is done: held, repeated or kept up for a time.

use std::time::Duration;

use crate::domain::reading::{Fault, Reader};

/// How far along a person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub(super) fn read(reader: &Reader) -> Option<Dose> {
    let modes = [("hold", Mode::Hold), ("reps", Mode::Repetitions), ("timed", Mode::Timed)];
    match reader.field("mode")?.one_of(&modes)? {
        Mode::Timed => {
            let length = secs(reader, "secs", 5..=600)?;
            Some(Dose { work: Work::Timed { length }, sets: 1, rest: Duration::ZERO })
        }
        Mode::Hold => {
            let hold = secs(reader, "hold_secs", HOLD_SECS);
            let count = count(reader, "reps", 1..=60);
            with_sets(reader, Work::Hold { hold: hold?, count: count? })
        }
        Mode::Repetitions => {
            let count = count(reader, "reps", 1..=60);
            let tempo = secs(reader, "tempo_secs", 1..=30);
            let hold = match reader.optional("hold_secs") {
                Some(hold) => Duration::from_secs(hold.number(0..=30)?),
                None => Duration::ZERO,
            };
            let (count, tempo) = (count?, tempo?);
            if hold > tempo {
                reader.fail(Fault::Rule(format!(
                    "a hold of {} s does not fit into a repetition of {} s",
                    hold.as_secs(),
                    tempo.as_secs()
                )));
            }
            with_sets(reader, Work::Repetitions { count, tempo, hold })
        }
    }
}

fn with_sets(reader: &Reader, work: Work) -> Option<Dose> {
    let sets = count(reader, "sets", 1..=10);
    let rest = secs(reader, "rest_secs", 0..=120);
    Some(Dose { work, sets: sets?, rest: rest? })
}

fn secs(
    reader: &Reader,
    name: &'static str,
    bounds: std::ops::RangeInclusive<u64>,
) -> Option<Duration> {
    reader.field(name)?.number(bounds).map(Duration::from_secs)
}

fn count(
    reader: &Reader,
    name: &'static str,
    bounds: std::ops::RangeInclusive<u64>,
) -> Option<u16> {
    reader.field(name)?.number(bounds).and_then(|count| u16::try_from(count).ok())
}
