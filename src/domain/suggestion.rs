//! Which routine makes sense now, and why. A rule that a person can read, not a guess.

use time::OffsetDateTime;

use super::days::{felt_day, since};
use super::history::Record;

/// How many sessions a person does of the short start before the five stretches.
const SHORT_STARTS: usize = 3;
/// From this hour on it is evening.
const EVENING: u8 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The routine's id.
    pub routine: &'static str,
    pub reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Begin with short sessions, as the article says.
    StartShort,
    /// The usual one.
    Usual,
    /// The floor has been done today; a short one in between.
    DoneToday,
    /// Pain goes down a leg.
    Leg,
    /// Pain is strong now.
    Gentle,
    /// It is evening, and the floor has been done today.
    Evening,
}

/// What the person's answers ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    #[default]
    Usual,
    Leg,
    Gentle,
}

/// What to offer at `now`, local time, to a person with these sessions behind them.
#[must_use]
pub fn suggest(records: &[Record], mood: Mood, now: OffsetDateTime) -> Suggestion {
    match mood {
        Mood::Usual => {}
        Mood::Leg => return Suggestion { routine: "sciatica-friendly", reason: Reason::Leg },
        Mood::Gentle => return Suggestion { routine: "chair-only", reason: Reason::Gentle },
    }
    let today = felt_day(now);
    let done_today = since(records, today).iter().any(|record| felt_day(record.began) == today);
    if done_today && now.hour() >= EVENING {
        return Suggestion { routine: "evening-wind-down", reason: Reason::Evening };
    }
    if done_today {
        return Suggestion { routine: "desk-reset-2", reason: Reason::DoneToday };
    }
    if records.len() < SHORT_STARTS {
        return Suggestion { routine: "five-short-start", reason: Reason::StartShort };
    }
    Suggestion { routine: "article-five", reason: Reason::Usual }
}
