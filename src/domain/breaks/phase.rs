//! What a day at the desk can be in, what can be said of it, and what must happen when it changes.

use std::time::Duration;

use time::OffsetDateTime;

use super::Kind;
use super::schedule::Delay;

/// Where a day at the desk stands. Each variant holds only what is true in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Off,
    /// Nothing is due until working hours begin.
    OutOfHours {
        begins: OffsetDateTime,
    },
    Waiting {
        due: OffsetDateTime,
        kind: Kind,
    },
    /// The person knows that a break is near.
    Warned {
        due: OffsetDateTime,
        kind: Kind,
    },
    /// Until the person says something of it, or the working day is over.
    Due {
        since: OffsetDateTime,
        kind: Kind,
    },
    InCall {
        until: OffsetDateTime,
    },
    /// Whether the time away was a break. Unanswered until then, it was none.
    Asking {
        away: Duration,
        until: OffsetDateTime,
    },
}

/// What the person does, and what happens to the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Start,
    Stop,
    Tick,
    /// The break at hand comes again after this.
    Postpone(Delay),
    Skip(Why),
    /// A session is finished.
    TookBreak,
    /// Nothing is to come before then. A time that is past ends the call.
    CallUntil(OffsetDateTime),
    /// The device slept or nobody was there for so long, until now.
    Returned {
        away: Duration,
    },
    /// The answer to [`Effect::AskAway`].
    AwayWas {
        break_taken: bool,
    },
}

/// Why a break is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The same break again, after the first delay.
    NotNow,
    /// It counts as taken.
    DidItAlready,
    /// It falls away. The next one is of its kind, at the usual distance.
    NotThisOne,
}

/// What must happen in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Warn {
        kind: Kind,
        due: OffsetDateTime,
    },
    /// A break is due now.
    Call {
        kind: Kind,
    },
    /// Takes back whatever was last said or asked.
    Withdraw,
    /// Asks whether the time away was a break.
    AskAway(Duration),
}

/// What must happen in the world as one phase becomes another.
pub(super) fn effects(before: Phase, after: Phase) -> Vec<Effect> {
    if before == after {
        return vec![];
    }
    let withdraw = match (before, after) {
        // The call takes the place of its warning.
        (Phase::Warned { .. }, Phase::Due { .. }) => None,
        (Phase::Warned { .. } | Phase::Due { .. } | Phase::Asking { .. }, _) => {
            Some(Effect::Withdraw)
        }
        _ => None,
    };
    let say = match after {
        Phase::Warned { due, kind } => Some(Effect::Warn { kind, due }),
        Phase::Due { kind, .. } => Some(Effect::Call { kind }),
        Phase::Asking { away, .. } => Some(Effect::AskAway(away)),
        Phase::Off | Phase::OutOfHours { .. } | Phase::Waiting { .. } | Phase::InCall { .. } => {
            None
        }
    };
    withdraw.into_iter().chain(say).collect()
}
