//! A point in time as a session counts it. It only ever comes in from outside.

use std::ops::Add;
use std::time::Duration;

/// A point on the session's clock, which runs while the device is awake.
///
/// Its zero is arbitrary: two moments of one page can be compared, those of two pages can't.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(Duration);

impl Moment {
    #[must_use]
    pub const fn from_millis(millis: u64) -> Self {
        Self(Duration::from_millis(millis))
    }

    /// The time from `earlier` to here; zero where `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The moment that lies `length` before this one.
    ///
    /// A session resumed within the first seconds of a page began before the page's clock did, so
    /// clocks start far enough from zero for this never to saturate.
    #[must_use]
    pub fn earlier_by(self, length: Duration) -> Self {
        Self(self.0.saturating_sub(length))
    }
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, length: Duration) -> Self {
        Self(self.0 + length)
    }
}
