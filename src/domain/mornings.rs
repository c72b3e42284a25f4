//! Which movements go together with better next days, and which with worse.
//!
//! Together is all that this says: a movement that is done on good days has good days after it. Many movements
//! are looked at, so some of them differ by chance alone.

use super::catalogue::MovementNumber;
use super::history::{Done, Record, WorkTime};
use super::plan::Side;

/// A mean is one of so many sessions at the least.
pub const LEAST_SESSIONS: u32 = 5;

/// The next days of sessions with a movement, beside those of sessions without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mornings {
    pub movement: MovementNumber,
    /// On which side; nothing for a movement without sides.
    pub side: Option<Side>,
    pub with: Mean,
    pub without: Mean,
}

/// How much more pain there was on the next day than before the session, or on the day after that where nothing is
/// told of the next: below zero where there was less.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mean {
    pub sessions: u32,
    pub points: f64,
}

/// From so many points on, next days with a movement are named as better or worse.
const LEAST_DIFFERENCE: f64 = 0.5;

impl Mornings {
    /// Whether it is by enough to be named.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.difference().abs() + 1e-9 >= LEAST_DIFFERENCE
    }

    /// By how many points the next days with it differ from those without: below zero where they were better.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.with.points - self.without.points
    }
}

/// Sessions, and by how much pain had risen on the days after them, in all.
#[derive(Clone, Copy, Default)]
struct Tally {
    sessions: u32,
    points: i32,
}

impl Tally {
    fn add(&mut self, points: i8) {
        self.sessions += 1;
        self.points += i32::from(points);
    }

    const fn without(self, part: Self) -> Self {
        Self { sessions: self.sessions - part.sessions, points: self.points - part.points }
    }

    fn mean(self) -> Option<Mean> {
        let Self { sessions, points } = self;
        let mean = || Mean { sessions, points: f64::from(points) / f64::from(sessions) };
        (sessions >= LEAST_SESSIONS).then(mean)
    }
}

type Key = (MovementNumber, Option<Side>);

/// Each movement that was done, by side, the one with the best next days first.
///
/// Only sessions count of which pain before and on the next day is known.
#[must_use]
pub fn mornings(records: &[Record]) -> Vec<Mornings> {
    let (mut all, mut tallies) = (Tally::default(), Vec::<(Key, Tally)>::new());
    for record in records {
        let Some(points) = record.pain.changed_after() else { continue };
        all.add(points);
        for key in keys(&record.done) {
            let place = tallies.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                tallies.push((key, Tally::default()));
                tallies.len() - 1
            });
            tallies[place].1.add(points);
        }
    }
    let mut sorted: Vec<Mornings> = vec![];
    for ((movement, side), tally) in tallies {
        if let (Some(with), Some(without)) = (tally.mean(), all.without(tally).mean()) {
            let it = Mornings { movement, side, with, without };
            let place = sorted.partition_point(|other| other.difference() <= it.difference());
            sorted.insert(place, it);
        }
    }
    sorted
}

/// What was done in a session, each once.
fn keys(done: &[Done]) -> Vec<Key> {
    let mut keys = vec![];
    for Done { movement, time } in done {
        let sides = match *time {
            WorkTime::Whole(time) => [(None, time), (None, time)],
            WorkTime::Sides { left, right } => {
                [(Some(Side::Left), left), (Some(Side::Right), right)]
            }
        };
        for (side, time) in sides {
            let key = (*movement, side);
            if !time.is_zero() && !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys
}
