//! What there is to see of a session: plain values that change once a second at the most.

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
        }
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

/// How long until the digits change, or until the session's time left does.
pub(super) fn next_digit(session: &Session, now: Moment) -> Option<Duration> {
    let (step, elapsed) = session.position(now)?;
    let left = match session.step(step)?.length {
        Length::Fixed(length) => length.saturating_sub(elapsed),
        // Nothing changes by itself while a step waits; cues are looked after once a minute.
        Length::Open { .. } => return Some(Duration::from_secs(60)),
    };
    let into_second = Duration::from_nanos(u64::from(left.subsec_nanos()));
    Some(if into_second.is_zero() { left.min(Duration::from_secs(1)) } else { into_second })
}
