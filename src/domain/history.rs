//! What has been done: one record per session, kept by month.

use std::time::Duration;

use time::{Date, Month, OffsetDateTime};

use super::catalogue::{Level, MovementNumber};
use super::days::{felt_day, monday_of, since, week_from};
use super::moment::Moment;
use super::note::Note;
use super::pain::Pain;
use super::plan::{Plan, Recipe, Side};
use super::session::{End, Phase, Session};

/// One session that is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// When it began, with the offset from UTC that held then and there.
    pub began: OffsetDateTime,
    /// The routine's id.
    pub routine: String,
    /// Which of the routine's weeks, from 0.
    pub week: usize,
    pub level: Option<Level>,
    /// How long it was run for, work and rests, without pauses.
    pub took: Duration,
    pub end: End,
    /// How it went, once the person has said so.
    pub feel: Option<Feel>,
    /// What was told of pain around it.
    pub pain: Pain,
    /// What the person wrote to it.
    pub note: Option<Note>,
    pub done: Vec<Done>,
}

/// How much of one movement was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    pub movement: MovementNumber,
    pub time: WorkTime,
}

/// Time worked, in whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkTime {
    /// A movement without sides.
    Whole(Duration),
    Sides {
        left: Duration,
        right: Duration,
    },
}

impl WorkTime {
    #[must_use]
    pub fn total(self) -> Duration {
        match self {
            Self::Whole(time) => time,
            Self::Sides { left, right } => left + right,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feel {
    TooEasy,
    JustRight,
    TooMuch,
}

impl Feel {
    pub const ALL: [Self; 3] = [Self::TooEasy, Self::JustRight, Self::TooMuch];
}

impl Record {
    /// The record of a session that is over, or `None` where no movement was done for a second.
    ///
    /// Only time that was really run is in it: a step that was skipped counts for what was done of it.
    #[must_use]
    pub fn of(
        session: &Session,
        recipe: &Recipe,
        began: OffsetDateTime,
        now: Moment,
    ) -> Option<Self> {
        let Phase::Over(end) = session.phase() else { return None };
        let spent = session.spent(now);
        let done: Vec<_> = (0..session.plan().items.len())
            .filter_map(|item| done(session, &spent, item))
            .collect();
        if done.is_empty() {
            return None;
        }
        Some(Self {
            // As it will be kept, so that it is found again under when it began.
            began: began.replace_nanosecond(0).unwrap_or(began),
            routine: recipe.routine.clone(),
            week: recipe.week,
            level: recipe.level,
            took: whole_seconds(spent.iter().sum()),
            end,
            feel: None,
            pain: Pain::default(),
            note: None,
            done,
        })
    }

    /// The record of a session that somebody did without the app: all of `plan`, in the time that it took.
    #[must_use]
    pub fn remembered(plan: &Plan, recipe: &Recipe, began: OffsetDateTime, took: Duration) -> Self {
        let total = plan.total().as_secs().max(1);
        let scaled = |length: Duration| {
            Duration::from_secs((length.as_secs() * took.as_secs() / total).max(1))
        };
        let of_item = |item: usize| {
            let time = |side: Option<Side>| {
                let steps = plan.steps.iter().filter(|it| it.item == item && it.is_work());
                let mine = steps.filter(|it| it.side == side);
                scaled(mine.map(|it| it.length.expected()).sum())
            };
            let is_sided = plan.steps.iter().any(|it| it.item == item && it.side.is_some());
            let time = if is_sided {
                WorkTime::Sides { left: time(Some(Side::Left)), right: time(Some(Side::Right)) }
            } else {
                WorkTime::Whole(time(None))
            };
            Done { movement: plan.items[item].movement, time }
        };
        Self {
            began: began.replace_nanosecond(0).unwrap_or(began),
            routine: recipe.routine.clone(),
            week: recipe.week,
            level: recipe.level,
            took,
            end: End::Finished,
            feel: None,
            pain: Pain::default(),
            note: None,
            done: (0..plan.items.len()).map(of_item).collect(),
        }
    }

    /// Whether both are of one session, of which one may say more of how it went.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { began, routine, week, level, took, end, feel: _, pain: _, note: _, done } = self;
        (began, week, level, took) == (&other.began, &other.week, &other.level, &other.took)
            && (routine, end, done) == (&other.routine, &other.end, &other.done)
    }

    /// How long movements were done for.
    #[must_use]
    pub fn worked(&self) -> Duration {
        self.done.iter().map(|done| done.time.total()).sum()
    }

    /// How long each side was worked on, left then right.
    #[must_use]
    pub fn sides(&self) -> (Duration, Duration) {
        self.done.iter().fold(Default::default(), |(lefts, rights), done| match done.time {
            WorkTime::Whole(_) => (lefts, rights),
            WorkTime::Sides { left, right } => (lefts + left, rights + right),
        })
    }

    #[must_use]
    pub const fn month(&self) -> YearMonth {
        YearMonth { year: self.began.year(), month: self.began.month() }
    }
}

/// Takes the session of `record` out of `records`, as it stands there: it may say more of how it went by now.
pub fn take(records: &mut Vec<Record>, record: &Record) -> Option<Record> {
    let place = records.iter().position(|it| it.is_same(record))?;
    Some(records.remove(place))
}

/// Puts `record` in its place among `records`, which go by when they began. It is quick at their end.
pub fn add(records: &mut Vec<Record>, record: Record) {
    let place = records.partition_point(|it| it.began <= record.began);
    records.insert(place, record);
}

fn done(session: &Session, spent: &[Duration], item: usize) -> Option<Done> {
    let plan = session.plan();
    let time = |side: Option<Side>| {
        let steps = plan.steps.iter().zip(spent);
        let mine =
            steps.filter(|(step, _)| step.item == item && step.is_work() && step.side == side);
        whole_seconds(mine.map(|(_, spent)| *spent).sum())
    };
    let is_sided = plan.steps.iter().any(|step| step.item == item && step.side.is_some());
    let time = if is_sided {
        WorkTime::Sides { left: time(Some(Side::Left)), right: time(Some(Side::Right)) }
    } else {
        WorkTime::Whole(time(None))
    };
    let movement = plan.items.get(item)?.movement;
    (!time.total().is_zero()).then_some(Done { movement, time })
}

const fn whole_seconds(length: Duration) -> Duration {
    Duration::from_secs(length.as_secs())
}

/// A month of the calendar, under which its sessions are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearMonth {
    pub year: i32,
    pub month: Month,
}

/// One day of the week at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: Date,
    pub sessions: usize,
    pub is_today: bool,
    pub is_ahead: bool,
}

/// The week around `today`, from Monday on, by the days to which sessions belong.
#[must_use]
pub fn week_of(records: &[Record], today: Date) -> [Day; 7] {
    let records = since(records, monday_of(today));
    week_from(monday_of(today)).map(|date| Day {
        date,
        sessions: records.iter().filter(|record| felt_day(record.began) == date).count(),
        is_today: date == today,
        is_ahead: date > today,
    })
}
