//! Whether a session may begin, or what comes first.

use time::{Duration, OffsetDateTime};

use super::{Answers, Outcome, Screening};

/// After this long the questions are asked again.
const STALE: Duration = Duration::weeks(12);
/// After a gap of this long, too.
const GAP: Duration = Duration::weeks(4);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The questions come first.
    Ask(Why),
    /// Nothing begins; the outcome says what is to be done.
    Closed(Outcome),
    Open,
}

/// Why the questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody has answered them yet.
    First,
    /// Some have not been answered yet.
    Rest,
    /// The answers are twelve weeks old.
    Stale,
    /// There was no session for four weeks.
    Gap,
    /// Something went down a leg or was numb since.
    Leg,
    /// Pain went up by three or more since.
    Worse,
    /// Pain stayed raised since.
    Lasting,
    /// A week of a plan of weeks is done since.
    PlanWeek,
}

/// What has happened that answers may not know of, each when it last did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Since {
    pub session: Option<OffsetDateTime>,
    pub leg: Option<OffsetDateTime>,
    pub worse: Option<OffsetDateTime>,
    pub lasting: Option<OffsetDateTime>,
    /// The last session of a week of a plan, where the next one is to begin.
    pub plan_week: Option<OffsetDateTime>,
}

impl Since {
    /// When something last became worse.
    #[must_use]
    pub fn news(&self) -> Option<OffsetDateTime> {
        self.leg.max(self.worse).max(self.lasting)
    }
}

/// What stands before a session at `now`.
#[must_use]
pub fn gate(
    screening: &Screening,
    answers: Option<&Answers>,
    since: Since,
    now: OffsetDateTime,
) -> Gate {
    let Some(answers) = answers else { return Gate::Ask(Why::First) };
    let outcome = screening.outcome(answers);
    if !matches!(outcome, Outcome::Open(_)) {
        return Gate::Closed(outcome);
    }
    if !screening.is_whole(answers) {
        return Gate::Ask(Why::Rest);
    }
    // Sessions are kept to the second, so one of the same second has come after.
    let given = answers.given.truncate_to_second();
    let is_news = |event: Option<OffsetDateTime>| event.is_some_and(|at| at >= given);
    let last_sign = since.session.map_or(answers.given, |session| session.max(answers.given));
    if is_news(since.leg) {
        Gate::Ask(Why::Leg)
    } else if is_news(since.worse) {
        Gate::Ask(Why::Worse)
    } else if is_news(since.lasting) {
        Gate::Ask(Why::Lasting)
    } else if is_news(since.plan_week) {
        Gate::Ask(Why::PlanWeek)
    } else if now - answers.given >= STALE {
        Gate::Ask(Why::Stale)
    } else if now - last_sign >= GAP {
        Gate::Ask(Why::Gap)
    } else {
        Gate::Open
    }
}
