//! For how long each muscle was worked on, and on which side.
//!
//! A movement counts in full for each muscle that it is for, so the muscles together have more time than the
//! sessions.

use std::time::Duration;

use time::Date;

use super::catalogue::{Catalogue, Kind, Movement};
use super::days::felt_day;
use super::history::{Record, WorkTime};

/// About so many minutes of stretching a week, for each muscle, are enough to become more flexible: Thomas and
/// others, Int J Sports Med 2018;39:243-254. They looked at the range of motion, not at pain.
pub const WEEKLY_MINUTES: u64 = 5;
/// A mean is taken of so many days at the most, and of a week at the least.
const MOST_DAYS: i64 = 28;
const LEAST_DAYS: i64 = 7;

/// Of how many days up to `today` a weekly mean is taken, where the first session was on `first`.
#[must_use]
pub fn counted_days(first: Date, today: Date) -> i64 {
    ((today - first).whole_days() + 1).clamp(LEAST_DAYS, MOST_DAYS)
}

/// In minutes a week, what was done in so many days.
#[must_use]
pub fn weekly_minutes(time: Duration, days: i64) -> f64 {
    let weeks = f64::from(i32::try_from(days).unwrap_or(i32::MAX)) / 7.0;
    time.as_secs_f64() / 60.0 / weeks
}

/// Time worked, by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SideTimes {
    pub left: Duration,
    pub right: Duration,
    /// By movements that have no sides.
    pub both: Duration,
}

impl SideTimes {
    #[must_use]
    pub fn total(self) -> Duration {
        self.left + self.right + self.both
    }

    /// For how long the left side was worked on, and the right one: what has no sides works on both.
    #[must_use]
    pub fn each(self) -> [Duration; 2] {
        [self.left + self.both, self.right + self.both]
    }

    pub(super) fn add(&mut self, time: WorkTime) {
        match time {
            WorkTime::Whole(time) => self.both += time,
            WorkTime::Sides { left, right } => {
                self.left += left;
                self.right += right;
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MuscleTime {
    /// By its key in the words, whatever part of it was meant.
    pub muscle: &'static str,
    pub times: SideTimes,
    /// How much of it was stretching, which is what [`WEEKLY_MINUTES`] is about.
    pub stretched: SideTimes,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// The muscle with the most time first.
    pub muscles: Vec<MuscleTime>,
    /// By movements of which nobody knows what they are for: a person's own, and those that are gone.
    pub others: SideTimes,
    /// All that was done, each movement once.
    pub all: SideTimes,
}

/// What was done on `since` and after.
#[must_use]
pub fn balance(catalogue: &Catalogue, records: &[Record], since: Date) -> Balance {
    let (mut all, mut others, mut muscles) = (SideTimes::default(), SideTimes::default(), vec![]);
    let recent = records.iter().filter(|record| felt_day(record.began) >= since);
    for done in recent.flat_map(|record| &record.done) {
        all.add(done.time);
        match catalogue.movement(done.movement).filter(|it| !it.primary.is_empty()) {
            Some(movement) => add(&mut muscles, movement, done.time),
            None => others.add(done.time),
        }
    }
    Balance { muscles: largest_first(&muscles), others, all }
}

fn add(muscles: &mut Vec<MuscleTime>, movement: &Movement, time: WorkTime) {
    for (index, muscle) in movement.primary.iter().enumerate() {
        // Two parts of one muscle are worked on at the same time.
        if movement.primary[..index].iter().any(|it| it.name == muscle.name) {
            continue;
        }
        let place = muscles.iter().position(|it| it.muscle == muscle.name).unwrap_or_else(|| {
            let (times, stretched) = (SideTimes::default(), SideTimes::default());
            muscles.push(MuscleTime { muscle: muscle.name, times, stretched });
            muscles.len() - 1
        });
        muscles[place].times.add(time);
        if movement.kind == Kind::Stretch {
            muscles[place].stretched.add(time);
        }
    }
}

/// Of two with as much time, the one that was worked on first comes first.
fn largest_first(muscles: &[MuscleTime]) -> Vec<MuscleTime> {
    let mut sorted: Vec<MuscleTime> = vec![];
    for muscle in muscles {
        let place = sorted.partition_point(|it| it.times.total() >= muscle.times.total());
        sorted.insert(place, *muscle);
    }
    sorted
}
