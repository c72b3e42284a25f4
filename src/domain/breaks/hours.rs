//! A schedule laid over the days, as a clock on the wall shows them.
//!
//! Points in time are seconds since 1970 in here, and all days have the offset from UTC that holds
//! now. A day on the other side of a change of clocks is an hour off until that change has come, and
//! whoever counts on it asks again.

use time::OffsetDateTime;

use super::schedule::{Choices, Schedule, TimeOfDay};

const DAY: i64 = 86_400;
/// The day 0, 1 January 1970, was a Thursday.
const FIRST_WEEKDAY: i64 = 3;

/// When a call might end that goes on at `now`: at the next full and half hours, the first at least five minutes
/// ahead.
#[must_use]
pub fn call_ends(now: OffsetDateTime) -> [OffsetDateTime; 3] {
    const HALF_HOUR: i64 = 1800;
    const AHEAD: i64 = 300;
    let secs = i64::from(now.minute()) * 60 + i64::from(now.second());
    let first = HALF_HOUR - (secs + AHEAD) % HALF_HOUR + AHEAD;
    [0, 1, 2].map(|index| now + time::Duration::seconds(first + index * HALF_HOUR))
}

pub(super) struct Hours<'a> {
    choices: &'a Choices,
    now: OffsetDateTime,
}

impl<'a> Hours<'a> {
    pub const fn new(schedule: &'a Schedule, now: OffsetDateTime) -> Self {
        Self { choices: schedule.choices(), now }
    }

    pub const fn now(&self) -> i64 {
        self.now.unix_timestamp()
    }

    /// This point in time as a clock here shows it. It is never further off than the calendar goes.
    pub fn shown(&self, at: i64) -> OffsetDateTime {
        let utc = OffsetDateTime::from_unix_timestamp(at).ok();
        utc.and_then(|utc| utc.checked_to_offset(self.now.offset())).unwrap_or(self.now)
    }

    /// When the working hours at hand began, or when the next ones do.
    pub fn beginning(&self) -> i64 {
        let now = self.now();
        if self.is_open(now) {
            self.on(self.day(now), self.choices.from)
        } else {
            self.opening_after(now)
        }
    }

    /// Whether `at` lies within working hours.
    pub fn is_open(&self, at: i64) -> bool {
        let second = self.local(at).rem_euclid(DAY);
        let hours = seconds(self.choices.from)..seconds(self.choices.to);
        self.is_working(self.day(at)) && hours.contains(&second)
    }

    /// When working hours next begin after `at`.
    pub fn opening_after(&self, at: i64) -> i64 {
        let is_past = self.on(self.day(at), self.choices.from) <= at;
        self.on(self.working_day(self.day(at) + i64::from(is_past)), self.choices.from)
    }

    /// One interval after `at`, or after the next working hours have begun.
    pub fn interval_after(&self, at: i64) -> i64 {
        let interval = i64::from(self.choices.every.minutes()) * 60;
        let began = if self.is_open(at) { at } else { self.opening_after(at) };
        let due = began + interval;
        let is_same_day = self.day(due) == self.day(began);
        // From the beginning of the hours on, there is room for one: the schedule has seen to that.
        if is_same_day && self.is_open(due) { due } else { self.opening_after(began) + interval }
    }

    /// The first of the fixed times after `at`, if there are any.
    pub fn fixed_after(&self, at: i64) -> Option<i64> {
        let times = &self.choices.fixed;
        let today = self.day(at);
        let later_today = || times.iter().map(|time| self.on(today, *time)).find(|it| *it > at);
        if let (true, Some(found)) = (self.is_working(today), later_today()) {
            return Some(found);
        }
        times.first().map(|time| self.on(self.working_day(today + 1), *time))
    }

    fn local(&self, at: i64) -> i64 {
        at + i64::from(self.now.offset().whole_seconds())
    }

    fn day(&self, at: i64) -> i64 {
        self.local(at).div_euclid(DAY)
    }

    fn on(&self, day: i64, time: TimeOfDay) -> i64 {
        day * DAY + seconds(time) - i64::from(self.now.offset().whole_seconds())
    }

    /// The first working day from `day` on. There is one in every week.
    fn working_day(&self, mut day: i64) -> i64 {
        while !self.is_working(day) {
            day += 1;
        }
        day
    }

    fn is_working(&self, day: i64) -> bool {
        let number = (day + FIRST_WEEKDAY).rem_euclid(7);
        u8::try_from(number).is_ok_and(|number| self.choices.weekdays.contains_number(number))
    }
}

fn seconds(time: TimeOfDay) -> i64 {
    i64::from(time.minutes()) * 60
}
