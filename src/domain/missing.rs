//! A session that was done without the app, as somebody types it in afterwards.

use std::time::Duration;

use time::{Date, OffsetDateTime, PrimitiveDateTime, Time};

use super::days::{MOST_DAYS_AGO, read_date};
use super::history::Record;

/// It took so many minutes at the most.
const MOST_MINUTES: u64 = 180;

/// What was typed of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// By the clock on the wall, then and there.
    pub began: PrimitiveDateTime,
    pub took: Duration,
}

/// Why there can be no such session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Something is left out, or is no day, no time, or no number of minutes from 1 to 180.
    Incomplete,
    /// It lies ahead.
    Ahead,
    /// It is more than ten years ago.
    LongAgo,
    /// A session that began then is in the history.
    Known,
}

impl Missing {
    /// Reads a day, a time and minutes as fields write them, such as `2026-11-28`, `18:30` and `20`.
    ///
    /// # Errors
    /// Where one of them is none, or the day is too long before `today`.
    pub fn read(day: &str, time: &str, minutes: &str, today: Date) -> Result<Self, Refused> {
        let began = moment_of(day, time).ok_or(Refused::Incomplete)?;
        let minutes = minutes.trim().parse().ok().filter(|it| (1..=MOST_MINUTES).contains(it));
        let took = Duration::from_secs(60 * minutes.ok_or(Refused::Incomplete)?);
        if (today - began.date()).whole_days() > MOST_DAYS_AGO {
            return Err(Refused::LongAgo);
        }
        Ok(Self { began, took })
    }
}

/// Whether a session that `began` then and `took` so long can be put into the history.
///
/// # Errors
/// Where its end lies ahead of `now`, or another one began then.
pub fn check(
    began: OffsetDateTime,
    took: Duration,
    now: OffsetDateTime,
    known: &[Record],
) -> Result<(), Refused> {
    if began + took > now {
        return Err(Refused::Ahead);
    }
    let is_known = known.binary_search_by_key(&began, |record| record.began).is_ok();
    if is_known { Err(Refused::Known) } else { Ok(()) }
}

fn moment_of(day: &str, time: &str) -> Option<PrimitiveDateTime> {
    let (hour, minute) = time.split_once(':')?;
    let minute = minute.get(..2)?.parse().ok()?;
    let time = Time::from_hms(hour.parse().ok()?, minute, 0).ok()?;
    Some(PrimitiveDateTime::new(read_date(day)?, time))
}
