//! Days as they are felt, and what was done on each of them.
//!
//! Each session counts at the offset from UTC that held where it began, so that no change of clocks or journey
//! moves it to another day.

use std::time::Duration;

use time::{Date, Month, OffsetDateTime};

use super::history::Record;
use super::marks::{Mark, Marks};

/// Before this hour it is still the day before: who goes to bed late has not begun another day.
const DAY_BEGINS: u8 = 4;
/// Ten years: a day that is typed and lies further back has a slip in its year.
pub const MOST_DAYS_AGO: i64 = 3_653;

/// The day to which what began at `began` belongs.
#[must_use]
pub fn felt_day(began: OffsetDateTime) -> Date {
    let date = began.date();
    if began.hour() < DAY_BEGINS { date.previous_day().unwrap_or(date) } else { date }
}

/// Reads a day as fields and tables write it, such as `2026-11-28`.
#[must_use]
pub fn read_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// Those of `records` that may belong to `date` or to a later day, and none of two days before it. They stand in the
/// order of their beginning. Whoever has years of them looks at no more than it takes.
#[must_use]
pub fn since(records: &[Record], date: Date) -> &[Record] {
    // No offset from UTC is two days.
    let start = date.saturating_sub(time::Duration::days(2)).midnight().assume_utc();
    let first = records.partition_point(|record| record.began < start);
    records.get(first..).unwrap_or_default()
}

/// The first day of the week of `date`.
#[must_use]
pub fn monday_of(date: Date) -> Date {
    let since = date.weekday().number_days_from_monday();
    date.saturating_sub(time::Duration::days(since.into()))
}

/// The seven days from `monday` on.
#[must_use]
pub fn week_from(monday: Date) -> [Date; 7] {
    [0, 1, 2, 3, 4, 5, 6].map(|ahead| monday.saturating_add(time::Duration::days(ahead)))
}

/// A day on which something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayDone {
    pub date: Date,
    pub sessions: u16,
    /// How long movements were done for.
    pub worked: Duration,
}

/// The days on which something was done, each once, the first one first.
#[must_use]
pub fn days_done(records: &[Record]) -> Vec<DayDone> {
    let mut days: Vec<DayDone> = vec![];
    for record in records {
        let date = felt_day(record.began);
        // At the end, unless a journey or another clock has put them out of order.
        let place = days.partition_point(|day| day.date < date);
        if days.get(place).is_none_or(|day| day.date != date) {
            days.insert(place, DayDone { date, sessions: 0, worked: Duration::ZERO });
        }
        let day = &mut days[place];
        day.sessions = day.sessions.saturating_add(1);
        day.worked += record.worked();
    }
    days
}

/// One day of a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    pub date: Date,
    pub sessions: u16,
    pub worked: Duration,
    pub heat: Heat,
    pub mark: Option<Mark>,
    pub is_today: bool,
    pub is_ahead: bool,
}

/// How much was done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heat {
    None,
    /// Under 5 minutes.
    Faint,
    /// Under 10 minutes.
    Mild,
    /// Under 20 minutes.
    Warm,
    Hot,
}

impl Heat {
    #[must_use]
    pub const fn of(worked: Duration) -> Self {
        match worked.as_secs() / 60 {
            _ if worked.is_zero() => Self::None,
            ..5 => Self::Faint,
            5..10 => Self::Mild,
            10..20 => Self::Warm,
            20.. => Self::Hot,
        }
    }
}

/// So many weeks from Monday to Sunday, the oldest first, the last one that of `today`.
#[must_use]
pub fn calendar(
    days: &[DayDone],
    marks: &Marks,
    today: Date,
    weeks: usize,
) -> Vec<[CalendarDay; 7]> {
    let monday = monday_of(today);
    let week = |ago| {
        let ago = i32::try_from(ago).unwrap_or(i32::MAX);
        let monday = monday.saturating_sub(time::Duration::WEEK.saturating_mul(ago));
        week_from(monday).map(|date| calendar_day(days, marks, today, date))
    };
    (0..weeks).rev().map(week).collect()
}

fn calendar_day(days: &[DayDone], marks: &Marks, today: Date, date: Date) -> CalendarDay {
    let nothing = DayDone { date, sessions: 0, worked: Duration::ZERO };
    let DayDone { sessions, worked, .. } = done_on(days, date).unwrap_or(nothing);
    CalendarDay {
        date,
        sessions,
        worked,
        heat: Heat::of(worked),
        mark: marks.get(date),
        is_today: date == today,
        is_ahead: date > today,
    }
}

/// What was done on `date`, if anything.
#[must_use]
pub fn done_on(days: &[DayDone], date: Date) -> Option<DayDone> {
    let place = days.binary_search_by_key(&date, |day| day.date).ok()?;
    Some(days[place])
}
