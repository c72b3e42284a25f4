//! Tells a device that slept from a page that was merely throttled.

use std::time::Duration;

/// Two clocks that ran together may differ by this much without meaning anything.
const DRIFT: Duration = Duration::from_secs(2);
/// Cues are planned at least this far ahead, so a person was guided for so long without the page.
pub const GUIDED_FOR: Duration = Duration::from_secs(90);

/// How much time has passed between two looks at the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passed {
    pub total: Duration,
    /// How much of it, up to now, the person cannot have been guided for.
    pub slept: Option<Duration>,
}

/// Judges by two clocks: `awake` does not go back but stands still while most devices sleep, `wall`
/// goes on but can be set. The larger stride counts. Of both, what the page was awake for was guided, unless that
/// was too long.
#[must_use]
pub fn passed(awake: Duration, wall: Duration) -> Passed {
    let total = awake.max(wall);
    let asleep = wall.saturating_sub(awake);
    let slept = if awake > GUIDED_FOR { Some(total) } else { (asleep > DRIFT).then_some(asleep) };
    Passed { total, slept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(awake: u64, wall: u64, total: u64, slept: Option<u64>) {
        let passed = passed(Duration::from_secs(awake), Duration::from_secs(wall));
        assert_eq!(passed.total, Duration::from_secs(total));
        assert_eq!(passed.slept, slept.map(Duration::from_secs));
    }

    #[test]
    fn a_throttled_tab_has_not_slept() {
        check(1, 1, 1, None);
        check(60, 61, 61, None);
    }

    #[test]
    fn a_clock_that_stood_still_shows_how_long_the_sleep_was() {
        check(1, 600, 600, Some(599));
        check(60, 600, 600, Some(540));
        check(0, 3, 3, Some(3));
    }

    #[test]
    fn more_than_was_planned_ahead_counts_as_sleep() {
        check(91, 91, 91, Some(91));
        check(91, 600, 600, Some(600));
        check(90, 90, 90, None);
        check(90, 92, 92, None);
    }

    #[test]
    fn a_wall_clock_set_back_changes_nothing() {
        check(5, 0, 5, None);
    }
}
