//! The time: the session's clock, and the local date and hour.
//!
//! `performance.now()` stands still while most devices sleep, and `Date.now()` can be set back, so a
//! session counts by both. `domain::sleep` judges between them.

use std::cell::Cell;
use std::time::Duration;

use time::{OffsetDateTime, PrimitiveDateTime, UtcOffset};

use crate::domain::moment::Moment;
use crate::domain::sleep::passed;

/// Where a page's clock starts: late enough that a step begun on an earlier page fits before it.
const START: Moment = Moment::from_millis(7 * 24 * 3600 * 1000);

/// The clock of one page.
pub struct Clock {
    last: Cell<Look>,
}

#[derive(Clone, Copy)]
struct Look {
    moment: Moment,
    awake_millis: f64,
    wall_millis: f64,
}

/// What the clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub now: Moment,
    /// Set where the device slept since the reading before.
    pub slept: Option<Duration>,
}

impl Clock {
    #[must_use]
    pub fn start() -> Self {
        let look = Look { moment: START, awake_millis: awake_millis(), wall_millis: wall_millis() };
        Self { last: Cell::new(look) }
    }

    /// The time now, and whether the device slept since the last call of this.
    #[must_use]
    pub fn read(&self) -> Reading {
        let (look, slept) = self.look();
        self.last.set(look);
        Reading { now: look.moment, slept }
    }

    /// Goes by what another clock says from here on: it is `now`, and nobody slept.
    pub fn follow(&self, now: Moment) {
        let look = Look { moment: now, awake_millis: awake_millis(), wall_millis: wall_millis() };
        self.last.set(look);
    }

    /// The time now. It leaves it to [`Self::read`] to notice sleep.
    #[must_use]
    pub fn peek(&self) -> Moment {
        self.look().0.moment
    }

    fn look(&self) -> (Look, Option<Duration>) {
        let last = self.last.get();
        let (awake_millis, wall_millis) = (awake_millis(), wall_millis());
        let passed = passed(
            millis(awake_millis - last.awake_millis),
            millis(wall_millis - last.wall_millis),
        );
        let look = Look { moment: last.moment + passed.total, awake_millis, wall_millis };
        (look, passed.slept)
    }
}

/// The local date and time of day.
#[must_use]
pub fn local_time() -> OffsetDateTime {
    time_of(&js_sys::Date::new_0())
}

/// What the clock on the wall showed as `shown`, with the offset from UTC that held then. An hour that daylight saving
/// time left out is the one after it.
#[must_use]
pub fn at_local_time(shown: PrimitiveDateTime) -> OffsetDateTime {
    let year = u32::try_from(shown.year()).unwrap_or_default();
    time_of(&js_sys::Date::new_with_year_month_day_hr_min(
        year,
        i32::from(u8::from(shown.month())) - 1,
        shown.day().into(),
        shown.hour().into(),
        shown.minute().into(),
    ))
}

fn time_of(date: &js_sys::Date) -> OffsetDateTime {
    // JavaScript counts the offset from local time to UTC, in minutes: -60 in Berlin in winter.
    let offset = UtcOffset::from_whole_seconds(whole(date.get_timezone_offset() * -60.0))
        .unwrap_or(UtcOffset::UTC);
    OffsetDateTime::UNIX_EPOCH.to_offset(offset) + millis(date.get_time())
}

thread_local! {
    static PERFORMANCE: Option<web_sys::Performance> =
        web_sys::window().and_then(|window| window.performance());
}

/// Milliseconds on the clock that the page itself counts by, too.
pub(super) fn awake_millis() -> f64 {
    PERFORMANCE.with(|it| it.as_ref().map_or(0.0, web_sys::Performance::now))
}

fn wall_millis() -> f64 {
    js_sys::Date::now()
}

/// Backward strides count as none.
fn millis(millis: f64) -> Duration {
    Duration::try_from_secs_f64(millis / 1000.0).unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, reason = "offsets are whole and below 2^17")]
fn whole(number: f64) -> i32 {
    number as i32
}
