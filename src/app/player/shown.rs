//! What there is to see of a session, now and in the next seconds: plain values.

use std::time::Duration;

use crate::domain::moment::Moment;
use crate::domain::plan::{Doing, Effort, Length, Step};
use crate::domain::session::{End, Phase, Session};

/// A session as the screens see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    pub standing: Standing,
    /// Which of the plan's steps is at hand.
    pub step: usize,
    pub clockface: Clockface,
    /// How long the step at hand takes, where that is set.
    pub length: Duration,
    /// Whole seconds left of the session, and how long it takes in all.
    pub left: Duration,
    pub total: Duration,
    /// How long until the step at hand ends, if it does by itself.
    pub runs_out: Option<Duration>,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Ready,
    Running,
    Paused,
    /// The device slept for so long.
    Asking(Duration),
    Over(End),
}

/// What the big digits say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clockface {
    /// Whole seconds left of the step, rounded up: it says 1 until the end.
    Left(u64),
    /// The step waits for the person, who does so many repetitions.
    Repetitions(u16),
    /// The step waits for the person.
    Waiting,
}

impl Shown {
    pub(super) fn of(session: &Session, now: Moment) -> Self {
        let (step, elapsed) = session.position(now).unwrap_or_else(|| resting_place(session));
        let length = session.step(step).map_or(Duration::ZERO, |it| it.length.expected());
        Self {
            standing: standing(session.phase()),
            step,
            clockface: session.step(step).map_or(Clockface::Waiting, |it| clockface(&it, elapsed)),
            length,
            left: Duration::from_secs(whole_seconds_up(session.left(now))),
            total: session.total(),
            runs_out: runs_out_in(session, now),
        }
    }

    /// What there is to see after so many changes of the digits, as long as the step lasts.
    #[must_use]
    pub fn after(self, changes: u64) -> Option<Self> {
        let Clockface::Left(secs) = self.clockface else { return None };
        let secs = secs.checked_sub(changes).filter(|secs| *secs > 0)?;
        let left = self.left.saturating_sub(Duration::from_secs(changes));
        Some(Self { clockface: Clockface::Left(secs), left, ..self })
    }
}

/// A session that has not begun stands at its first step, one that is over at its last.
fn resting_place(session: &Session) -> (usize, Duration) {
    match session.phase() {
        Phase::Over(_) => (session.plan().steps.len().saturating_sub(1), Duration::MAX),
        Phase::Ready | Phase::Running { .. } | Phase::Paused { .. } | Phase::Asking { .. } => {
            (0, Duration::ZERO)
        }
    }
}

const fn standing(phase: Phase) -> Standing {
    match phase {
        Phase::Ready => Standing::Ready,
        Phase::Running { .. } => Standing::Running,
        Phase::Paused { .. } => Standing::Paused,
        Phase::Asking { away, .. } => Standing::Asking(away),
        Phase::Over(end) => Standing::Over(end),
    }
}

fn clockface(step: &Step, elapsed: Duration) -> Clockface {
    match (step.length, step.doing) {
        (Length::Fixed(length), _) => {
            Clockface::Left(whole_seconds_up(length.saturating_sub(elapsed)))
        }
        (Length::Open { .. }, Doing::Work(bout)) => match bout.effort {
            Effort::Repetitions { count, .. } => Clockface::Repetitions(count),
            Effort::Hold | Effort::Timed => Clockface::Waiting,
        },
        (Length::Open { .. }, Doing::GetReady | Doing::ChangeSides | Doing::Rest) => {
            Clockface::Waiting
        }
    }
}

fn whole_seconds_up(length: Duration) -> u64 {
    length.as_secs() + u64::from(length.subsec_nanos() > 0)
}

/// Nothing changes by itself while a step waits. Chrome has the timers of a hidden page run on whole minutes: were it a
/// minute, two would go by, which passes for sleep.
const WAITING: Duration = Duration::from_secs(45);

/// How long until the session is to be looked at again, while it runs: when so many whole seconds, or
/// twice as many and so on, are left of the step at hand.
pub(super) fn next_look(session: &Session, now: Moment, stride: u64) -> Option<Duration> {
    let Phase::Running { .. } = session.phase() else { return None };
    let left = runs_out_in(session, now);
    Some(left.map_or(WAITING, |left| until_multiple(left, stride)))
}

/// How long until the step at hand ends by itself.
fn runs_out_in(session: &Session, now: Moment) -> Option<Duration> {
    let Phase::Running { .. } = session.phase() else { return None };
    let (step, elapsed) = session.position(now)?;
    let Length::Fixed(length) = session.step(step)?.length else { return None };
    Some(length.saturating_sub(elapsed))
}

/// How long until what is `left` has come down to a multiple of so many seconds.
fn until_multiple(left: Duration, secs: u64) -> Duration {
    let beyond = Duration::new(left.as_secs() % secs, left.subsec_nanos());
    if beyond.is_zero() { left.min(Duration::from_secs(secs)) } else { beyond }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOLD: Shown = Shown {
        standing: Standing::Running,
        step: 3,
        clockface: Clockface::Left(3),
        length: Duration::from_secs(30),
        left: Duration::from_secs(90),
        total: Duration::from_secs(360),
        runs_out: Some(Duration::from_millis(2250)),
    };

    #[test]
    fn the_seconds_to_come_end_with_the_step() {
        let seen: Vec<_> = (0..).map_while(|changes| HOLD.after(changes)).collect();
        let expected = [(3, 90), (2, 89), (1, 88)].map(|(secs, left)| Shown {
            clockface: Clockface::Left(secs),
            left: Duration::from_secs(left),
            ..HOLD
        });
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_step_that_waits_has_no_seconds_to_come() {
        assert_eq!(Shown { clockface: Clockface::Waiting, ..HOLD }.after(0), None);
        assert_eq!(Shown { clockface: Clockface::Repetitions(8), ..HOLD }.after(1), None);
    }

    #[test]
    fn the_next_look_is_when_whole_seconds_are_left() {
        let check = |left, secs, expected| {
            let [left, expected] = [left, expected].map(Duration::from_millis);
            assert_eq!(until_multiple(left, secs), expected, "{left:?}");
        };
        check(29_400, 1, 400);
        check(29_000, 1, 1000);
        check(29_400, 5, 4400);
        check(30_000, 5, 5000);
        check(3_200, 5, 3200);
        check(0, 5, 0);
    }
}
