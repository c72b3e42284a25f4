//! More, as much, or less next time: a traffic light from what sessions did to pain.
//!
//! The rule, from the content's progression rule and the pain-monitoring model that it borrows (Silbernagel
//! 2007, of tendons; not tested for back pain at home):
//!
//! - **Red, a step back:** a session raised pain by 2 or more, or it was still raised the next day, or two in a
//!   row felt like too much. After two weeks without a session, too.
//! - **Green, a step up:** at least 3 sessions were finished in the last 7 days, none raised pain by more than
//!   1 or left it raised the next day, none felt like too much, and the last step up is a week ago.
//! - **Amber, as it is:** otherwise.
//!
//! One step up is 5 s more of each hold, up to 30 s, or 45 s for those at the advanced level; then one more
//! repetition. Of strength it is 2 repetitions, then a set. Never both in one week. One step down is a third
//! less.

mod stored;

pub use stored::{read_progress, write_progress};

use std::time::Duration;

use time::OffsetDateTime;

use super::catalogue::{Dose, Level, Work};
use super::history::{Feel, Record};
use super::session::End;

const WEEK: time::Duration = time::Duration::days(7);
/// So many finished sessions in a week make a step up.
const ENOUGH: usize = 3;
const BREAK: time::Duration = time::Duration::days(14);
/// A session that raises pain by so much was too much.
const TOO_MUCH: i8 = 2;
const HOLD_STEP: Duration = Duration::from_secs(5);
const REPETITIONS_STEP: u16 = 2;

/// How far from what a routine says: 0 is as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(i8);

impl Step {
    pub const LEAST: i8 = -2;
    pub const MOST: i8 = 6;

    /// The nearest step that there is.
    #[must_use]
    pub fn new(step: i8) -> Self {
        Self(step.clamp(Self::LEAST, Self::MOST))
    }

    #[must_use]
    pub const fn get(self) -> i8 {
        self.0
    }

    #[must_use]
    pub fn by(self, steps: i8) -> Self {
        Self::new(self.0.saturating_add(steps))
    }

    /// The level that comes after all the steps of `level` up, or down.
    #[must_use]
    pub fn next_level(self, level: Level) -> Option<Level> {
        match (self.0, level) {
            (Self::MOST, Level::Beginner) | (Self::LEAST, Level::Advanced) => {
                Some(Level::Intermediate)
            }
            (Self::MOST, Level::Intermediate) => Some(Level::Advanced),
            (Self::LEAST, Level::Intermediate) => Some(Level::Beginner),
            _ => None,
        }
    }

    /// `dose` at this step, for a person at `level`. What warms up stays as it is.
    #[must_use]
    pub fn dose(self, dose: Dose, level: Level) -> Dose {
        match self.0 {
            0 => dose,
            ..0 => (self.0..0).fold(dose, |dose, _| less(dose)),
            1.. => more(dose, u16::from(self.0.unsigned_abs()), level),
        }
    }
}

fn less(dose: Dose) -> Dose {
    if matches!(dose.work, Work::Timed { .. }) { dose } else { dose.eased() }
}

fn more(dose: Dose, steps: u16, level: Level) -> Dose {
    match dose.work {
        Work::Timed { .. } => dose,
        Work::Hold { hold, count } => {
            let most = Duration::from_secs(if level == Level::Advanced { 45 } else { 30 });
            let room = most.saturating_sub(hold).as_secs().div_ceil(HOLD_STEP.as_secs());
            let longer = room.min(u64::from(steps));
            let hold = (hold + HOLD_STEP * u32::try_from(longer).unwrap_or(0)).min(hold.max(most));
            let is_full = u64::from(steps) > room;
            Dose { work: Work::Hold { hold, count: count + u16::from(is_full) }, ..dose }
        }
        Work::Repetitions { count, tempo, hold } => {
            let work = Work::Repetitions { count: count + REPETITIONS_STEP, tempo, hold };
            Dose { work, sets: dose.sets + u16::from(steps > 1), ..dose }
        }
    }
}

/// Where a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub step: Step,
    /// When it last changed, by the rule or by hand.
    pub changed: Option<OffsetDateTime>,
    /// What the rule said then; nothing where it was changed by hand.
    pub because: Option<Verdict>,
    /// Whether the rule may change it.
    pub is_automatic: bool,
}

impl Default for Progress {
    fn default() -> Self {
        Self { step: Step::default(), changed: None, because: None, is_automatic: true }
    }
}

/// What the rule says, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Up(GoodWeek),
    Stay(Why),
    Down(Too),
}

/// So many sessions were finished in the last seven days, and all went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoodWeek {
    pub sessions: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// So many finished sessions in the last seven days are too few.
    Few(usize),
    /// The last change is not a week ago.
    Recent,
    /// All the steps up are done.
    AtTop,
}

/// What was too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Too {
    /// The last session raised pain by so many points.
    Raised(i8),
    /// It was still raised by so many the next day.
    StillRaised(i8),
    /// Two in a row felt like too much.
    TwiceTooMuch,
    /// There was none for two weeks.
    LongBreak,
}

/// What the rule says at `now` of sessions since the last change, oldest first.
#[must_use]
pub fn judge(progress: &Progress, records: &[Record], now: OffsetDateTime) -> Verdict {
    let is_new = |record: &&Record| progress.changed.is_none_or(|changed| record.began > changed);
    let new: Vec<_> = records.iter().filter(is_new).collect();
    if let Some(too) = too_much(&new, records.last(), progress, now) {
        return Verdict::Down(too);
    }
    let in_week = new.iter().filter(|it| now - it.began <= WEEK && it.end == End::Finished);
    let sessions = in_week.clone().count();
    if progress.step.get() == Step::MOST {
        return Verdict::Stay(Why::AtTop);
    }
    if progress.changed.is_some_and(|changed| now - changed < WEEK) {
        return Verdict::Stay(Why::Recent);
    }
    if sessions < ENOUGH || !in_week.clone().all(|it| went_well(it)) {
        return Verdict::Stay(Why::Few(in_week.filter(|it| went_well(it)).count()));
    }
    Verdict::Up(GoodWeek { sessions })
}

fn too_much(
    new: &[&Record],
    last: Option<&Record>,
    progress: &Progress,
    now: OffsetDateTime,
) -> Option<Too> {
    if let Some(latest) = new.last() {
        if let Some(raised) = latest.pain.raised().filter(|it| *it >= TOO_MUCH) {
            return Some(Too::Raised(raised));
        }
        if let Some(raised) = latest.pain.still_raised().filter(|it| *it >= 1) {
            return Some(Too::StillRaised(raised));
        }
    }
    if let [.., before, latest] = new
        && [before, latest].iter().all(|it| it.feel == Some(Feel::TooMuch))
    {
        return Some(Too::TwiceTooMuch);
    }
    // Told once for each break.
    let since = last?.began.max(progress.changed.unwrap_or(last?.began));
    (now - since >= BREAK && progress.step.get() > Step::LEAST).then_some(Too::LongBreak)
}

/// Whether nothing speaks against more.
fn went_well(record: &Record) -> bool {
    record.feel != Some(Feel::TooMuch)
        && record.pain.raised().is_none_or(|raised| raised < TOO_MUCH)
        && record.pain.still_raised().is_none_or(|raised| raised < 1)
}

impl Progress {
    /// What there is to say of it at `now`: why it last changed, until a session has been done since, and what
    /// the rule makes of those that have.
    #[must_use]
    pub fn said(&self, records: &[Record], now: OffsetDateTime) -> Verdict {
        let is_news = records.last().is_none_or(|last| Some(last.began) <= self.changed);
        self.because.filter(|_| is_news).unwrap_or_else(|| judge(self, records, now))
    }

    /// As the rule has it at `now`, with what it says.
    #[must_use]
    pub fn judged(self, records: &[Record], now: OffsetDateTime) -> (Self, Verdict) {
        let verdict = judge(&self, records, now);
        let steps = match verdict {
            Verdict::Up(_) => 1,
            Verdict::Stay(_) => 0,
            Verdict::Down(_) => -1,
        };
        let is_changed = self.is_automatic && steps != 0;
        if is_changed {
            let step = self.step.by(steps);
            (Self { step, changed: Some(now), because: Some(verdict), ..self }, verdict)
        } else {
            (self, verdict)
        }
    }
}

/// Which week of a plan of weeks comes next, from 0: the one done last, the next once it has been done as
/// often as it says and nothing was too much, or the one before where something was.
#[must_use]
pub fn next_week(routine: &str, weeks: &[Option<u64>], records: &[Record]) -> usize {
    let mine: Vec<_> = records.iter().filter(|it| it.routine == routine).collect();
    let Some(last) = mine.last() else { return 0 };
    let at = last.week.min(weeks.len().saturating_sub(1));
    if !went_well(last) {
        return at.saturating_sub(1);
    }
    let of_week = mine.iter().rev().take_while(|it| it.week == at);
    let done = of_week.filter(|it| it.end == End::Finished).count();
    let is_done = weeks.get(at).copied().flatten().is_some_and(|wanted| done as u64 >= wanted);
    if is_done { (at + 1).min(weeks.len() - 1) } else { at }
}

/// When pain last went up by three or more: in a session, by the next day, or from one session to the next.
#[must_use]
pub fn jumped(records: &[Record]) -> Option<OffsetDateTime> {
    let is_jump = |index: usize| {
        let pain = records[index].pain;
        let before = index.checked_sub(1).and_then(|it| records[it].pain.before);
        let since = pain.before.zip(before).map(|(now, before)| now.above(before));
        [pain.raised(), pain.still_raised(), since].into_iter().flatten().any(|by| by >= 3)
    };
    (0..records.len()).rev().find(|index| is_jump(*index)).map(|index| records[index].began)
}
