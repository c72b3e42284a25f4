//! Weeks: how many days of each something was done on, and how many in a row had as many as the person set out
//! to do.
//!
//! A week asks for no more days than rest and flare leave of it. Short of that it is forgiven a day for each day on
//! which pain flared up: nobody is to stretch through a flare so as not to lose a count.

use time::Date;

use super::days::{DayDone, done_on, monday_of, week_from};
use super::marks::{Mark, Marks};

/// On how many days of a week something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Goal(u8);

impl Goal {
    pub const LEAST: u8 = 1;
    pub const MOST: u8 = 7;

    #[must_use]
    pub const fn new(days: u8) -> Option<Self> {
        if Self::LEAST <= days && days <= Self::MOST { Some(Self(days)) } else { None }
    }

    #[must_use]
    pub const fn days(self) -> u8 {
        self.0
    }
}

impl Default for Goal {
    /// At least 2 to 3 days a week: Garber and others, Med Sci Sports Exerc 2011;43:1334-1359.
    fn default() -> Self {
        Self(3)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: Date,
    /// On how many of its days something was done.
    pub days_done: u8,
    /// On how many of its days pain flared up.
    pub flare_days: u8,
    /// How many days it asks for, so as not to be missed.
    pub needed: u8,
    pub standing: Standing,
}

/// What a week is to the count of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has as many days as the goal, or as the days of rest and of flare have left.
    Kept,
    /// It has as many less the days of flare, or there was no day left: it neither counts nor breaks.
    Forgiven,
    Missed,
    /// The week at hand, as long as it has fewer.
    Open,
}

/// The weeks from the first session to that of `today`, all by the same goal.
#[must_use]
pub fn weeks(days: &[DayDone], marks: &Marks, goal: Goal, today: Date) -> Vec<Week> {
    let current = monday_of(today);
    let first = days.first().map(|day| monday_of(day.date));
    let mondays = std::iter::successors(first, |monday| monday.checked_add(time::Duration::WEEK));
    let past = mondays.take_while(|monday| *monday <= current);
    past.map(|monday| week(days, marks, goal, monday, monday == current)).collect()
}

fn week(days: &[DayDone], marks: &Marks, goal: Goal, monday: Date, is_current: bool) -> Week {
    let (mut days_done, mut flare_days, mut rested, mut left_out) = (0, 0, 0, 0);
    for date in week_from(monday) {
        let (is_done, mark) = (done_on(days, date).is_some(), marks.get(date));
        days_done += u8::from(is_done);
        flare_days += u8::from(mark == Some(Mark::Flare));
        rested += u8::from(!is_done && mark == Some(Mark::Rest));
        left_out += u8::from(!is_done && mark.is_some());
    }
    let asked = goal.days().min(7 - left_out);
    let needed = goal.days().min(7 - rested).saturating_sub(flare_days);
    let standing = if days_done >= asked && days_done > 0 {
        Standing::Kept
    } else if days_done >= needed {
        Standing::Forgiven
    } else if is_current {
        Standing::Open
    } else {
        Standing::Missed
    };
    Week { monday, days_done, flare_days, needed, standing }
}

/// How many weeks were kept without one missed in between.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streak {
    /// Up to now.
    pub kept_weeks: usize,
    pub longest: usize,
}

/// The streak of all [`weeks`].
#[must_use]
pub fn streak(weeks: &[Week]) -> Streak {
    let mut streak = Streak::default();
    for week in weeks {
        match week.standing {
            Standing::Kept => streak.kept_weeks += 1,
            Standing::Forgiven | Standing::Open => {}
            Standing::Missed => streak.kept_weeks = 0,
        }
        streak.longest = streak.longest.max(streak.kept_weeks);
    }
    streak
}
