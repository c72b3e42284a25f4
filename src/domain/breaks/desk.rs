//! A day at the desk: what the next break waits for, and what has been said of it.
//!
//! What is kept is what a break is counted from, never when it is due: that is worked out anew with
//! each look at the clock, so that it is right after sleep, a change of clocks or a flight. What must
//! happen is the difference between two phases, so a look that comes hours late says one thing.

use std::time::Duration;

use time::OffsetDateTime;

use super::Kind;
use super::hours::Hours;
use super::phase::{Effect, Input, Phase, Why, effects};
use super::schedule::{Delay, Schedule};

/// Time away is asked about from here on; less is no break.
pub const LEAST_AWAY: Duration = Duration::from_secs(180);
/// No call is believed to go on for longer. Whoever was away for longer was so when work began.
const A_DAY: Duration = Duration::from_secs(86_400);
/// A clock is put right by this much without meaning anything.
const DRIFT: i64 = 60;

/// What the next break by the interval is counted from, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    /// It comes one interval later.
    From(i64),
    /// It was put off, and comes then.
    Until(i64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    schedule: Schedule,
    phase: Phase,
    count: Count,
    /// Fixed times up to here are dealt with, in seconds since 1970.
    passed: i64,
    /// How many breaks have been taken since the last long one.
    taken: u16,
    /// When the clock was last looked at, in seconds since 1970.
    seen: i64,
}

impl Desk {
    #[must_use]
    pub const fn new(schedule: Schedule) -> Self {
        let count = Count::From(0);
        Self { schedule, phase: Phase::Off, count, passed: 0, taken: 0, seen: 0 }
    }

    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    #[must_use]
    pub const fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// The break that is due or comes next, as far as is known at `now`.
    #[must_use]
    pub fn next(&self, now: OffsetDateTime) -> Option<(OffsetDateTime, Kind)> {
        let hours = Hours::new(&self.schedule, now);
        match self.phase {
            Phase::Off => None,
            Phase::Waiting { due, kind }
            | Phase::Warned { due, kind }
            | Phase::Due { since: due, kind } => Some((due, kind)),
            Phase::OutOfHours { .. } => Some((hours.shown(self.due(&hours)), self.kind())),
            // What is due before then comes then.
            Phase::InCall { until } | Phase::Asking { until, .. } => {
                let then = Hours::new(&self.schedule, hours.shown(until.unix_timestamp()));
                Some((hours.shown(self.due(&then).max(then.now())), self.kind()))
            }
        }
    }

    /// How long it is until that break, in whole seconds; nothing once it is due.
    #[must_use]
    pub fn left(&self, now: OffsetDateTime) -> Option<Duration> {
        let (due, _) = self.next(now)?;
        let left = due.unix_timestamp() - now.unix_timestamp();
        Some(Duration::from_secs(u64::try_from(left).unwrap_or_default()))
    }

    /// What a page that is loaded again needs to go on, as text; nothing while there is nothing to go on with.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        let call = match self.phase {
            Phase::Off => return None,
            Phase::InCall { until } => until.unix_timestamp(),
            Phase::OutOfHours { .. }
            | Phase::Waiting { .. }
            | Phase::Warned { .. }
            | Phase::Due { .. }
            | Phase::Asking { .. } => 0,
        };
        let (from, until) = match self.count {
            Count::From(at) => (at, 0),
            Count::Until(at) => (0, at),
        };
        Some(format!("{from} {until} {} {} {} {call}", self.passed, self.taken, self.seen))
    }

    /// Stands where the page stood that left this `note`, as when that last looked at the clock, and says for how
    /// long nobody has. `None` where the note is none, or not of this day.
    pub fn go_on(&mut self, note: &str, now: OffsetDateTime) -> Option<Duration> {
        let numbers: Result<Vec<i64>, _> = note.split(' ').map(str::parse).collect();
        let [from, until, passed, taken, seen, call] = numbers.ok()?.try_into().ok()?;
        let unseen = Duration::from_secs(u64::try_from(now.unix_timestamp() - seen).ok()?);
        if unseen > A_DAY {
            return None;
        }
        let count = if until > 0 { Count::Until(until) } else { Count::From(from) };
        let taken = u16::try_from(taken).ok()?;
        *self = Self { count, passed, taken, seen, ..Self::new(self.schedule.clone()) };
        let then = now - unseen;
        self.phase = match OffsetDateTime::from_unix_timestamp(call) {
            Ok(until) if then < until => self.called(until, then),
            _ => self.upcoming(then),
        };
        Some(unseen)
    }

    /// Goes on by another schedule. What is due stays due, if it can be by that one.
    #[must_use]
    pub fn reschedule(&mut self, schedule: Schedule, now: OffsetDateTime) -> Vec<Effect> {
        self.schedule = schedule;
        self.update(Input::Tick, now)
    }

    /// Takes one input at `now`, local time, and says what must happen in the world. An input that
    /// means nothing in this phase is ignored: a late tick or a double tap is no error.
    #[must_use]
    pub fn update(&mut self, input: Input, now: OffsetDateTime) -> Vec<Effect> {
        let before = self.phase;
        self.phase = self.looked(now);
        self.phase = self.told(input, now);
        effects(before, self.phase)
    }

    /// The phase once time has gone on to `now`.
    fn looked(&mut self, now: OffsetDateTime) -> Phase {
        let was_set_back = now.unix_timestamp() + DRIFT < self.seen;
        self.seen = now.unix_timestamp();
        let hours = Hours::new(&self.schedule, now);
        let is_open = hours.is_open(hours.now());
        match self.phase {
            Phase::Off => Phase::Off,
            // Nobody knows how long it has been.
            _ if was_set_back => self.anew(now),
            Phase::InCall { until } if now < until => {
                Phase::InCall { until: hours.shown(until.unix_timestamp()) }
            }
            Phase::Asking { until, .. } if is_open && now < until => self.phase,
            Phase::Due { since, .. } if is_open && hours.beginning() <= since.unix_timestamp() => {
                self.phase
            }
            Phase::OutOfHours { .. }
            | Phase::Waiting { .. }
            | Phase::Warned { .. }
            | Phase::Due { .. }
            | Phase::InCall { .. }
            | Phase::Asking { .. } => self.upcoming(now),
        }
    }

    /// The phase after `input`.
    fn told(&mut self, input: Input, now: OffsetDateTime) -> Phase {
        match (self.phase, self.meant(input)) {
            (Phase::Off, Input::Start) => {
                self.taken = 0;
                self.anew(now)
            }
            (Phase::Off, _) | (_, Input::Stop) => Phase::Off,
            (Phase::Warned { .. } | Phase::Due { .. }, Input::Postpone(delay)) => {
                self.put_off(delay, now)
            }
            (Phase::Warned { due, .. } | Phase::Due { since: due, .. }, Input::Skip(_)) => {
                self.left_out(due, now)
            }
            // Before and after work people are away, and what they do then is no break from it.
            (Phase::OutOfHours { .. }, Input::TookBreak | Input::Returned { .. })
            // In a call they sit still.
            | (Phase::InCall { .. }, Input::Returned { .. }) => self.phase,
            // A question that was answered too late is a break that is due.
            (_, Input::TookBreak)
            | (Phase::Asking { .. } | Phase::Due { .. }, Input::AwayWas { break_taken: true }) => {
                self.had_break(now)
            }
            (_, Input::CallUntil(until)) if now < until => self.called(until, now),
            (Phase::InCall { .. }, Input::CallUntil(_))
            | (Phase::Asking { .. }, Input::AwayWas { break_taken: false }) => self.upcoming(now),
            (_, Input::Returned { away }) if LEAST_AWAY <= away => self.returned(away, now),
            // Spelt out, so that a new input does not compile until someone decides about it.
            (
                phase,
                Input::Start
                | Input::Tick
                | Input::Postpone(_)
                | Input::Skip(_)
                | Input::CallUntil(_)
                | Input::Returned { .. }
                | Input::AwayWas { .. },
            ) => phase,
        }
    }

    /// What can be said in two ways, in one of them. To skip what is left is to leave it out.
    fn meant(&self, input: Input) -> Input {
        match input {
            Input::Skip(Why::NotNow) => Input::Postpone(self.first_delay()),
            Input::Skip(Why::DidItAlready) => Input::TookBreak,
            _ => input,
        }
    }

    /// Counts from `now` on.
    fn anew(&mut self, now: OffsetDateTime) -> Phase {
        self.count = Count::From(now.unix_timestamp());
        self.passed = now.unix_timestamp();
        self.upcoming(now)
    }

    fn put_off(&mut self, delay: Delay, now: OffsetDateTime) -> Phase {
        let until = now.unix_timestamp() + i64::from(delay.minutes()) * 60;
        self.count = Count::Until(until);
        // A fixed time until then is the same break.
        self.passed = until;
        self.upcoming(now)
    }

    fn left_out(&mut self, due: OffsetDateTime, now: OffsetDateTime) -> Phase {
        let end = due.max(now).unix_timestamp();
        self.count = Count::Until(end + i64::from(self.schedule.choices().every.minutes()) * 60);
        self.passed = end;
        self.upcoming(now)
    }

    fn had_break(&mut self, now: OffsetDateTime) -> Phase {
        self.taken = match self.kind() {
            Kind::Short => self.taken.saturating_add(1),
            Kind::Long => 0,
        };
        let upcoming = self.anew(now);
        // A call goes on for all that.
        if let Phase::InCall { .. } = self.phase { self.phase } else { upcoming }
    }

    fn called(&self, until: OffsetDateTime, now: OffsetDateTime) -> Phase {
        let hours = Hours::new(&self.schedule, now);
        let longest = hours.now().saturating_add_unsigned(A_DAY.as_secs());
        Phase::InCall { until: hours.shown(until.unix_timestamp().min(longest)) }
    }

    fn returned(&mut self, away: Duration, now: OffsetDateTime) -> Phase {
        let hours = Hours::new(&self.schedule, now);
        let left = hours.now().saturating_sub_unsigned(away.min(A_DAY).as_secs());
        // Whoever comes to work late need not say that the night was a break.
        if left < hours.beginning() {
            return self.anew(now);
        }
        let until = hours.now() + i64::from(self.first_delay().minutes()) * 60;
        Phase::Asking { away, until: hours.shown(until) }
    }

    fn first_delay(&self) -> Delay {
        self.schedule.choices().postpone[0]
    }

    /// Where things stand at `now`, by what breaks are counted from.
    fn upcoming(&self, now: OffsetDateTime) -> Phase {
        let hours = Hours::new(&self.schedule, now);
        if !hours.is_open(hours.now()) {
            return Phase::OutOfHours { begins: hours.shown(hours.beginning()) };
        }
        let (due, kind) = (self.due(&hours), self.kind());
        let left = due - hours.now();
        let due = hours.shown(due);
        if left <= 0 {
            Phase::Due { since: due, kind }
        } else if left <= i64::from(self.schedule.choices().warning.secs()) {
            Phase::Warned { due, kind }
        } else {
            Phase::Waiting { due, kind }
        }
    }

    /// When the next break is due, be it by the interval or at a fixed time. What earlier hours have
    /// left over is not due in these.
    fn due(&self, hours: &Hours) -> i64 {
        let beginning = hours.beginning();
        let by_interval = match self.count {
            Count::Until(at) if beginning <= at && hours.is_open(at) => at,
            Count::Until(at) | Count::From(at) => hours.interval_after(at.max(beginning)),
        };
        let at_fixed_time = hours.fixed_after(self.passed.max(beginning - 1));
        at_fixed_time.map_or(by_interval, |it| it.min(by_interval))
    }

    fn kind(&self) -> Kind {
        match self.schedule.choices().long_every {
            Some(every) if every.breaks() <= self.taken.saturating_add(1) => Kind::Long,
            _ => Kind::Short,
        }
    }
}
