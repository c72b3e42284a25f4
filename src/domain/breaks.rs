//! Breaks from sitting at a desk, while the app is open: when the next one is due, and which to offer.
//!
//! No page can wake itself at a given time, and a hidden one is looked at late. So a break is due by
//! the wall clock whenever somebody asks, and asking late never makes two out of one.

mod desk;
mod hours;
mod offer;
mod phase;
mod schedule;
pub mod stored;

pub use desk::{Desk, LEAST_AWAY};
pub use hours::call_ends;
pub use offer::pick;
pub use phase::{Effect, Input, Phase, Why};
pub use schedule::{
    Choices, Delay, Interval, LongEvery, MOST_FIXED, Schedule, ScheduleError, TimeOfDay, Warning,
    Weekdays,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// About two minutes.
    Short,
    /// About five.
    Long,
}

/// All that a person sets for their breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BreakSettings {
    pub is_on: bool,
    pub schedule: Schedule,
    /// Whether the device says it too, where the page may ask it to.
    pub notify: bool,
}
