//! More, as much, or less next time: a traffic light from what sessions did to pain.
//!
//! The rule, from the content's progression rule and the pain-monitoring model that it borrows (Silbernagel
//! 2007, of tendons; not tested for back pain at home):
//!
//! - **Red, a step back:** a session raised pain by 2 or more, or it was still raised the next day or the one after,
//!   or two in a row felt like too much. After two weeks without a session, too.
//! - **Green, a step up:** at least 3 sessions were finished in the last 7 days, none raised pain by more than
//!   1 or left it raised the next day, none felt like too much, nothing went down a leg, and the last step up is
//!   a week ago.
//! - **Amber, as it is:** otherwise.
//!
//! What a step is, and that the harder versions follow the last of them, is in [`Rung`].

mod rung;
mod stored;

pub use rung::{Rung, Step};
pub use stored::{read_progress, write_progress};

use time::OffsetDateTime;

use super::catalogue::Level;
use super::history::{Feel, Record};
use super::pain::{Pain, Score, Site};
use super::session::End;

const WEEK: time::Duration = time::Duration::days(7);
/// So many finished sessions in a week make a step up.
const ENOUGH: usize = 3;
const BREAK: time::Duration = time::Duration::days(14);
/// A session that raises pain by so much was too much.
const TOO_MUCH: i8 = 2;

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
    /// The session of which something was told last.
    pub latest: Option<Latest>,
}

/// A session of which more may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latest {
    /// When it began.
    pub session: OffsetDateTime,
    /// When something was told of it.
    pub told: OffsetDateTime,
    /// Where the person stood before the rule knew of it; nothing where they have changed that by hand since.
    pub before: Option<Standing>,
}

/// Where a person stood, at the level that they had chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub step: Step,
    pub changed: Option<OffsetDateTime>,
    pub because: Option<Verdict>,
    pub level: Option<Level>,
}

impl Default for Progress {
    fn default() -> Self {
        let (step, changed, because, latest) = (Step::default(), None, None, None);
        Self { step, changed, because, is_automatic: true, latest }
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
    /// Not all of the last seven days went well.
    NotAllWell,
    /// Something went down a leg, was numb, or made one unwell in the last seven days.
    Leg,
    /// The last change is not a week ago.
    Recent,
    /// All the steps up that the rule takes by itself are done.
    AtTop,
    /// There is nothing less, and it was too much.
    AtBottom(Too),
}

/// What was too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Too {
    /// The last session raised pain by so many points.
    Raised(i8),
    /// It was still raised by so many the next day, or the one after.
    StillRaised(i8),
    /// Two in a row felt like too much.
    TwiceTooMuch,
    /// There was none for two weeks.
    LongBreak,
}

/// Within what the rule moves for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// That of their sessions.
    pub level: Level,
    /// Beyond this one the rule does not go by itself.
    pub highest: Level,
    /// When something last went down a leg, was numb, or made one unwell.
    pub leg: Option<OffsetDateTime>,
}

impl Bounds {
    /// Of somebody at `level`: the rule goes no further than where movements are done as written, since more than
    /// that is for those who choose it.
    #[must_use]
    pub fn at(level: Level) -> Self {
        Self { level, highest: level.max(Level::Intermediate), leg: None }
    }
}

/// What the rule says at `now` within `bounds` of sessions since the last change, oldest first.
#[must_use]
pub fn judge(
    progress: &Progress,
    bounds: Bounds,
    records: &[Record],
    now: OffsetDateTime,
) -> Verdict {
    let is_new = |record: &&Record| progress.changed.is_none_or(|changed| record.began > changed);
    let new: Vec<_> = records.iter().filter(is_new).collect();
    let rung = progress.rung(bounds);
    if let Some(too) = too_much(&new) {
        let has_less = rung.down().is_some();
        return if has_less { Verdict::Down(too) } else { Verdict::Stay(Why::AtBottom(too)) };
    }
    if rung.down().is_some() && is_after_break(progress, records, now) {
        return Verdict::Down(Too::LongBreak);
    }
    if rung.up().is_none_or(|it| it.level > bounds.highest) {
        return Verdict::Stay(Why::AtTop);
    }
    if progress.changed.is_some_and(|changed| now - changed < WEEK) {
        return Verdict::Stay(Why::Recent);
    }
    if bounds.leg.is_some_and(|at| now - at < WEEK) {
        return Verdict::Stay(Why::Leg);
    }
    let in_week = new.iter().filter(|it| now - it.began <= WEEK && it.end == End::Finished);
    let sessions = in_week.clone().count();
    if !in_week.clone().all(|it| went_well(it)) {
        Verdict::Stay(Why::NotAllWell)
    } else if sessions < ENOUGH {
        Verdict::Stay(Why::Few(sessions))
    } else {
        Verdict::Up(GoodWeek { sessions })
    }
}

/// What was too much of the latest sessions.
fn too_much(new: &[&Record]) -> Option<Too> {
    let latest = new.last()?;
    if let Some(raised) = latest.pain.raised().filter(|it| *it >= TOO_MUCH) {
        return Some(Too::Raised(raised));
    }
    if let Some(raised) = latest.pain.still_raised().filter(|it| *it >= 1) {
        return Some(Too::StillRaised(raised));
    }
    let [.., before, latest] = new else { return None };
    let is_twice = [before, latest].iter().all(|it| it.feel == Some(Feel::TooMuch));
    is_twice.then_some(Too::TwiceTooMuch)
}

/// Whether there was no session for so long that it is begun with less. Told once for each break.
fn is_after_break(progress: &Progress, records: &[Record], now: OffsetDateTime) -> bool {
    let since = |last: &Record| progress.changed.map_or(last.began, |it| it.max(last.began));
    records.last().is_some_and(|last| now - since(last) >= BREAK)
}

/// Whether nothing speaks against more.
fn went_well(record: &Record) -> bool {
    record.feel != Some(Feel::TooMuch)
        && record.pain.raised().is_none_or(|raised| raised < TOO_MUCH)
        && record.pain.still_raised().is_none_or(|raised| raised < 1)
}

impl Progress {
    /// Where it stands, at the level of `bounds`.
    const fn rung(&self, bounds: Bounds) -> Rung {
        Rung { level: bounds.level, step: self.step }
    }

    /// Before something is told at `now` of the session that began at `session`, by somebody who has chosen `level`.
    /// What was told of it before is as though it had not been: who puts a number right has not been through both.
    #[must_use]
    pub fn about(
        self,
        session: OffsetDateTime,
        level: Option<Level>,
        now: OffsetDateTime,
    ) -> (Self, Option<Level>) {
        let Self { step, changed, because, .. } = self;
        let known = self.latest.filter(|it| it.session == session);
        let before = known.map_or(Some(Standing { step, changed, because, level }), |it| it.before);
        let latest = Some(Latest { session, told: now, before });
        match before {
            Some(Standing { step, changed, because, level }) => {
                (Self { step, changed, because, latest, ..self }, level)
            }
            None => (Self { latest, ..self }, level),
        }
    }

    /// After the person has changed something of it by hand: what is told from now on comes after that.
    #[must_use]
    pub fn by_hand(self) -> Self {
        Self { latest: self.latest.map(|it| Latest { before: None, ..it }), ..self }
    }

    /// What there is to say of it at `now`: why it last changed, until a session has been done since, and what
    /// the rule makes of those that have.
    #[must_use]
    pub fn said(&self, bounds: Bounds, records: &[Record], now: OffsetDateTime) -> Verdict {
        let is_news = records.last().is_none_or(|last| Some(last.began) <= self.changed);
        self.because.filter(|_| is_news).unwrap_or_else(|| judge(self, bounds, records, now))
    }

    /// As the rule has it at `now`, with the level to go on at, and what it says.
    #[must_use]
    pub fn judged(
        self,
        bounds: Bounds,
        records: &[Record],
        now: OffsetDateTime,
    ) -> (Self, Level, Verdict) {
        let verdict = judge(&self, bounds, records, now);
        let rung = self.rung(bounds);
        let next = match verdict {
            Verdict::Up(_) => rung.up(),
            Verdict::Stay(_) => None,
            Verdict::Down(_) => rung.down(),
        };
        match next.filter(|_| self.is_automatic) {
            Some(Rung { level, step }) => {
                (Self { step, changed: Some(now), because: Some(verdict), ..self }, level, verdict)
            }
            None => (self, bounds.level, verdict),
        }
    }
}

/// Which week of a plan of weeks comes next, from 0, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextWeek {
    pub week: usize,
    pub why: WeekWhy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekWhy {
    /// Nothing of the plan has been done.
    First,
    /// It has been done so many times, of those that it says.
    GoesOn { done: usize, wanted: u64 },
    /// It is the last one, or says no number.
    Stays,
    /// The one before has been done as often as it says.
    On,
    /// The last session was too much.
    Back,
}

/// The week done last, the next one once that has been done as often as it says and nothing was too much, or
/// the one before where something was.
#[must_use]
pub fn next_week(routine: &str, weeks: &[Option<u64>], records: &[Record]) -> NextWeek {
    let mine: Vec<_> = records.iter().filter(|it| it.routine == routine).collect();
    let Some(last) = mine.last() else { return NextWeek { week: 0, why: WeekWhy::First } };
    let at = last.week.min(weeks.len().saturating_sub(1));
    if !went_well(last) {
        return NextWeek { week: at.saturating_sub(1), why: WeekWhy::Back };
    }
    let of_week = mine.iter().rev().take_while(|it| it.week == at);
    let done = of_week.filter(|it| it.end == End::Finished).count();
    match weeks.get(at).copied().flatten() {
        Some(wanted) if (done as u64) < wanted => {
            NextWeek { week: at, why: WeekWhy::GoesOn { done, wanted } }
        }
        Some(_) if at + 1 < weeks.len() => NextWeek { week: at + 1, why: WeekWhy::On },
        Some(_) | None => NextWeek { week: at, why: WeekWhy::Stays },
    }
}

/// So much more pain is for the safety check to know of.
const JUMP: i8 = 3;

/// When it was last told that pain went up by three or more in a session or by the next day. `latest` knows when
/// that was told of its session; of others it counts as told as they began.
#[must_use]
pub fn jumped(records: &[Record], latest: Option<Latest>) -> Option<OffsetDateTime> {
    let is_jump = |pain: Pain| {
        [pain.raised(), pain.still_raised()].into_iter().flatten().any(|by| by >= JUMP)
    };
    let jump = records.iter().rfind(|it| is_jump(it.pain))?;
    Some(told_at(jump, latest))
}

/// So many times in a row that it had not settled by the next day are for the safety check to know of.
const UNSETTLED: u32 = 3;

/// When it was last told that pain was still raised two days after a session, or a third time in a row on the days
/// after one; `latest` as in [`jumped`]. Sessions of which nothing is told on the days after do not count.
#[must_use]
pub fn lasted(records: &[Record], latest: Option<Latest>) -> Option<OffsetDateTime> {
    let (mut in_a_row, mut at) = (0, None);
    for record in records {
        let Some(raised) = record.pain.still_raised() else { continue };
        in_a_row = if raised >= 1 { in_a_row + 1 } else { 0 };
        if in_a_row == UNSETTLED || record.pain.is_lasting() {
            (in_a_row, at) = (0, Some(told_at(record, latest)));
        }
    }
    at
}

/// Whether pain of `score` now is three or more above what was last told before a session.
#[must_use]
pub fn is_jump(records: &[Record], score: Score) -> bool {
    let before = records.iter().rev().find_map(|it| it.pain.before);
    before.is_some_and(|before| score.above(before) >= JUMP)
}

/// When pain was last told of further down the leg than the time before; `latest` as in [`jumped`].
#[must_use]
pub fn spread(records: &[Record], latest: Option<Latest>) -> Option<OffsetDateTime> {
    let mut told = records.iter().rev().filter_map(|it| Some((it, it.pain.site?)));
    let (mut record, mut site) = told.next()?;
    for (earlier, earlier_site) in told {
        if site > earlier_site.max(Site::Buttock) {
            return Some(told_at(record, latest));
        }
        (record, site) = (earlier, earlier_site);
    }
    None
}

fn told_at(record: &Record, latest: Option<Latest>) -> OffsetDateTime {
    latest.filter(|it| it.session == record.began).map_or(record.began, |it| it.told)
}
