//! When a person wants breaks. Each value has its rule, and [`Schedule::new`] has those between them,
//! so that in every schedule there is a next break within a week.

use std::fmt;
use std::ops::RangeInclusive;

use time::Weekday;

/// No day has more breaks at fixed times than this.
pub const MOST_FIXED: usize = 12;

/// What a person chooses. Together the choices make a [`Schedule`], if they agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    pub every: Interval,
    /// Working hours begin here.
    pub from: TimeOfDay,
    /// They are over here: nothing is due at this very minute.
    pub to: TimeOfDay,
    pub weekdays: Weekdays,
    /// Every so many breaks a long one, or never.
    pub long_every: Option<LongEvery>,
    pub warning: Warning,
    /// By how much a break can be put off.
    pub postpone: [Delay; 3],
    /// Breaks at these times, besides those by the interval.
    pub fixed: Vec<TimeOfDay>,
}

/// Choices that agree with each other; its fixed times are in order, each there once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule(Choices);

impl Schedule {
    /// # Errors
    /// Where the hours leave no room for what is to come within them, or there are too many times.
    pub fn new(mut choices: Choices) -> Result<Self, ScheduleError> {
        choices.fixed.sort_unstable();
        choices.fixed.dedup();
        let Choices { every, from, to, .. } = choices;
        if from >= to {
            return Err(ScheduleError::Hours { from, to });
        }
        if from.0 + every.0 >= to.0 {
            return Err(ScheduleError::NoRoom { every: every.0, from, to });
        }
        if choices.fixed.len() > MOST_FIXED {
            return Err(ScheduleError::TooManyTimes(choices.fixed.len()));
        }
        match choices.fixed.iter().find(|time| !(from..to).contains(time)) {
            Some(&time) => Err(ScheduleError::OutOfHours { time, from, to }),
            None => Ok(Self(choices)),
        }
    }

    #[must_use]
    pub const fn choices(&self) -> &Choices {
        &self.0
    }
}

impl Default for Schedule {
    fn default() -> Self {
        Self(Choices {
            every: Interval(30),
            from: TimeOfDay(9 * 60),
            to: TimeOfDay(17 * 60),
            weekdays: Weekdays(0b001_1111),
            long_every: Some(LongEvery(4)),
            warning: Warning(60),
            postpone: [Delay(5), Delay(10), Delay(15)],
            fixed: vec![],
        })
    }
}

/// A whole number of some unit, within bounds.
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $from:ident, $unit:ident, $bounds:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(u16);

        impl $name {
            pub const BOUNDS: RangeInclusive<u64> = $bounds;

            /// # Errors
            /// Where it is outside the bounds.
            pub fn $from($unit: u64) -> Result<Self, ScheduleError> {
                within($unit, &Self::BOUNDS).map(Self).ok_or(ScheduleError::$name($unit))
            }

            #[must_use]
            pub const fn $unit(self) -> u16 {
                self.0
            }
        }
    };
}

bounded!(
    /// How far apart breaks are, in minutes.
    Interval, from_minutes, minutes, 5..=240
);
bounded!(
    /// A minute of the day, counted from midnight.
    #[derive(Default)]
    TimeOfDay, from_minutes, minutes, 0..=1439
);
bounded!(
    /// Every how many breaks a long one comes.
    LongEvery, from_breaks, breaks, 2..=12
);
bounded!(
    /// How long before a break to say so, in seconds: 0 for not at all.
    Warning, from_secs, secs, 0..=300
);
bounded!(
    /// By how much a break is put off, in minutes.
    Delay, from_minutes, minutes, 1..=60
);

fn within(found: u64, bounds: &RangeInclusive<u64>) -> Option<u16> {
    u16::try_from(found).ok().filter(|_| bounds.contains(&found))
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Some days of the week: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekdays(u8);

impl Weekdays {
    pub const BOUNDS: RangeInclusive<u64> = 1..=127;

    /// One bit a day, Monday's the lowest.
    ///
    /// # Errors
    /// Where there is no day, or one beyond Sunday.
    pub fn from_bits(bits: u64) -> Result<Self, ScheduleError> {
        match u8::try_from(bits) {
            Ok(days) if Self::BOUNDS.contains(&bits) => Ok(Self(days)),
            _ => Err(ScheduleError::Weekdays(bits)),
        }
    }

    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.contains_number(day.number_days_from_monday())
    }

    /// The same by the day's number, Monday's 0.
    pub(in crate::domain) const fn contains_number(self, day: u8) -> bool {
        (self.0 >> day) & 1 == 1
    }
}

/// A choice that nobody may make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    #[error("a break every {0} min is outside 5 min to 240 min")]
    Interval(u64),
    #[error("minute {0} of a day is outside 0 to 1439")]
    TimeOfDay(u64),
    #[error("weekdays of {0} are outside 1, Monday alone, to 127, every day")]
    Weekdays(u64),
    #[error("a long break every {0} breaks is outside 2 to 12")]
    LongEvery(u64),
    #[error("a warning {0} s ahead is outside 0 s to 300 s")]
    Warning(u64),
    #[error("a break put off by {0} min is outside 1 min to 60 min")]
    Delay(u64),
    #[error("working hours from {from} to {to} end before they begin")]
    Hours { from: TimeOfDay, to: TimeOfDay },
    #[error("between {from} and {to} there is no room for a break every {every} min")]
    NoRoom { every: u16, from: TimeOfDay, to: TimeOfDay },
    #[error("{0} breaks at fixed times are more than 12")]
    TooManyTimes(usize),
    #[error("a break at {time} is outside the working hours from {from} to {to}")]
    OutOfHours { time: TimeOfDay, from: TimeOfDay, to: TimeOfDay },
}
