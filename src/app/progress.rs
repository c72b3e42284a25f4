//! Pain as it is told, and more or less next time by the rule.

use leptos::prelude::*;
use time::OffsetDateTime;

use super::library::library;
use super::{App, now, saved};
use crate::domain::catalogue::{Kind, Level, Routine, Schedule, Setting};
use crate::domain::days::felt_day;
use crate::domain::fitting::Fitted;
use crate::domain::history::{Feel, Record};
use crate::domain::making::MADE;
use crate::domain::pain::{Pain, Score};
use crate::domain::plan::Portion;
use crate::domain::progression::{Bounds, NextWeek, Progress, Rung, Step, Verdict, next_week};

/// Pain that was told so long ago is not the pain before a session any more.
const TOLD_FOR: time::Duration = time::Duration::hours(1);

/// The rule looks at the last week, and at the session before. More than so many are not in it.
const COUNTED: usize = 64;

/// What the screens see of it.
pub struct Course {
    pub progress: RwSignal<Progress>,
    /// The pain that was told for the session that is to begin, and when.
    pub coming: RwSignal<Option<(Score, OffsetDateTime)>>,
    /// When the question about the session before was last put off.
    pub(super) put_off: RwSignal<Option<OffsetDateTime>>,
    /// When the session began of which a day after was told last, for as long as the page is there.
    day_after_told: RwSignal<Option<OffsetDateTime>>,
}

/// The session before, of which the person is asked how it is on a day after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedAbout {
    /// When it began.
    pub session: OffsetDateTime,
    pub days_ago: i64,
    /// What they have said.
    pub told: Option<Score>,
}

impl Course {
    pub(super) fn create(progress: Progress, put_off: Option<OffsetDateTime>) -> Self {
        Self {
            progress: RwSignal::new(progress),
            coming: RwSignal::new(None),
            put_off: RwSignal::new(put_off),
            day_after_told: RwSignal::new(None),
        }
    }
}

impl App {
    /// What `routine` holds for this person: what suits them, at their level, and as much as the rule has it.
    #[must_use]
    pub fn fitted(self, routine: &Routine, week: usize, extras: &[usize]) -> Fitted {
        let level = self.level(self.settings.with(|it| it.level));
        let mut fitted = self.check.fitted(routine, week, extras, level);
        let step = self.course.progress.with(|it| it.step);
        if step != Step::default() && is_progressed(routine) {
            let level = level.unwrap_or(routine.level);
            let is_warm_up = |portion: &Portion| {
                let movement = library().catalogue.movement(portion.movement);
                movement.is_some_and(|it| it.kind == Kind::WarmUp)
            };
            for portion in fitted.portions.iter_mut().filter(|it| !is_warm_up(it)) {
                let dose = step.dose(portion.dose, level);
                fitted.is_changed |= dose != portion.dose;
                portion.dose = dose;
            }
        }
        fitted
    }

    /// What the rule says of `routine` now; `None` where it has no say.
    #[must_use]
    pub fn said_of(self, routine: &str) -> Option<Verdict> {
        let known = library().catalogue.routine(routine);
        let is_meant = routine == MADE || known.is_some_and(is_progressed);
        let progress = self.course.progress.get();
        if !is_meant || !progress.is_automatic || self.history.with(Vec::is_empty) {
            return None;
        }
        let records = self.counted();
        Some(progress.said(self.bounds(&records), &records, now()))
    }

    /// Which week of `routine` comes next, and why.
    #[must_use]
    pub fn next_week(self, routine: &Routine) -> NextWeek {
        let weeks: Vec<_> = routine.schedule.weeks().iter().map(|week| week.sessions).collect();
        self.history.with(|records| next_week(routine.id, &weeks, records))
    }

    /// Lets the rule change what comes next.
    pub(super) fn judge(self) {
        let (before, records) = (self.course.progress.get_untracked(), untrack(|| self.counted()));
        let bounds = untrack(|| self.bounds(&records));
        let (after, level, _) = before.judged(bounds, &records, now());
        if level != bounds.level {
            self.change_settings(|it| it.level = Some(level));
        }
        if after != before {
            self.keep_progress(after);
        }
    }

    /// What holds the rule for whoever did `records`: their level is the one that was chosen, or that of the
    /// latest routine.
    fn bounds(self, records: &[Record]) -> Bounds {
        let routine = |record: &Record| library().catalogue.routine(&record.routine);
        let latest = || records.iter().rev().find_map(routine).map(|it| it.level);
        let chosen = self.settings.with(|it| it.level);
        let usual = Bounds::at(self.level(chosen).or_else(latest).unwrap_or(Level::Beginner));
        // While pain is strong, none but the gentlest is done.
        let highest = if self.check.wants_gentle() { usual.level } else { usual.highest };
        Bounds { highest, leg: self.leg(), ..usual }
    }

    /// Something is told of the session that began at `session`: lets the rule look at all of that anew.
    fn judge_anew(self, session: OffsetDateTime) {
        let chosen = self.settings.with_untracked(|it| it.level);
        let (progress, level) = self.course.progress.get_untracked().about(session, chosen, now());
        if level != chosen {
            self.change_settings(|it| it.level = level);
        }
        self.keep_progress(progress);
        self.judge();
    }

    /// Lets the rule know of a session that has just been recorded.
    pub(super) fn judge_recorded(self, record: &Record) {
        if is_counted(record) {
            self.judge_anew(record.began);
        } else {
            self.judge();
        }
    }

    /// The person has changed something by hand.
    pub(super) fn heed_hand(self) {
        let progress = self.course.progress.get_untracked();
        if progress.by_hand() != progress {
            self.keep_progress(progress.by_hand());
        }
    }

    /// Sets how much comes next by hand.
    pub fn set_step(self, step: Step) {
        let progress = self.course.progress.get_untracked().by_hand();
        self.keep_progress(Progress { step, changed: Some(now()), because: None, ..progress });
    }

    /// Where to go on once the steps of a level are at an end: at the harder one, or at the easier one.
    #[must_use]
    pub fn other_level(self) -> Option<Rung> {
        let bounds = self.bounds(&self.counted());
        let at = Rung { level: bounds.level, step: self.course.progress.with(|it| it.step) };
        let is_other = |it: &Rung| it.level != at.level && !self.check.wants_gentle();
        [at.up(), at.down()].into_iter().flatten().find(is_other)
    }

    /// Goes on at `rung`, by hand.
    pub fn take(self, rung: Rung) {
        self.change_settings(|it| it.level = Some(rung.level));
        self.set_step(rung.step);
    }

    /// Lets the rule change it from now on, or not.
    pub fn follow_rule(self, is_automatic: bool) {
        let progress = self.course.progress.get_untracked().by_hand();
        self.keep_progress(Progress { is_automatic, ..progress });
    }

    fn keep_progress(self, progress: Progress) {
        self.notices.on_error(saved::keep_progress(&progress));
        self.course.progress.set(progress);
    }

    /// The session before today, if it is to be asked about, or has just been told of.
    #[must_use]
    pub fn asked_about(self) -> Option<AskedAbout> {
        let today = felt_day(now());
        // It is asked once a day.
        let is_put_off = self.course.put_off.get().is_some_and(|at| felt_day(at) == today);
        self.history.with(|records| {
            // A break from the desk since then says nothing of it.
            let asked = records.iter().rfind(|it| is_counted(it))?;
            let (session, mut pain) = (asked.began, asked.pain);
            let days_ago = (today - felt_day(session)).whole_days();
            let told = *pain.after_days(days_ago)?;
            let is_due = told.is_none() && pain.is_open() && !is_put_off;
            let is_told = told.is_some() && self.course.day_after_told.get() == Some(session);
            (is_due || is_told).then_some(AskedAbout { session, days_ago, told })
        })
    }

    /// Changes what is told of pain around the session that began at `session`, keeps it, and lets the rule know.
    pub fn tell_pain(self, session: OffsetDateTime, tell: impl FnOnce(&mut Pain)) {
        self.change_record(session, |record| tell(&mut record.pain));
    }

    /// Changes how that session went.
    pub fn tell_feel(self, session: OffsetDateTime, feel: Feel) {
        self.change_record(session, |record| record.feel = Some(feel));
    }

    fn change_record(self, session: OffsetDateTime, change: impl FnOnce(&mut Record)) {
        self.history.update(|records| {
            let Some(record) = records.iter_mut().rfind(|it| it.began == session) else { return };
            change(record);
            self.notices.on_error(saved::update_record(record));
        });
        if let Some(record) = untrack(|| self.session(session)) {
            self.judge_recorded(&record);
        }
    }

    /// The session that began at `session`.
    #[must_use]
    pub fn session(self, session: OffsetDateTime) -> Option<Record> {
        self.history.with(|records| records.iter().rfind(|it| it.began == session).cloned())
    }

    /// The session that this page has recorded last, or the last one that there is.
    #[must_use]
    pub fn last_session(self) -> Option<Record> {
        let last = || self.history.with(|records| records.last().cloned());
        self.player.recorded.get().and_then(|it| self.session(it)).or_else(last)
    }

    /// Leaves the question of the day after for today.
    pub fn put_off_day_after(self) {
        self.notices.on_error(saved::keep_put_off(now()));
        self.course.put_off.set(Some(now()));
    }

    /// Tells how pain is so many days after the session that began at `session`.
    pub fn tell_day_after(self, session: OffsetDateTime, days_ago: i64, score: Score) {
        self.course.day_after_told.set(Some(session));
        self.tell_pain(session, |pain| {
            if let Some(told) = pain.after_days(days_ago) {
                *told = Some(score);
            }
        });
    }

    /// The pain that was told for the session that is to begin, and when, as long as it may still be so.
    pub(super) fn pain_told(self) -> Option<(Score, OffsetDateTime)> {
        self.course.coming.get().filter(|(_, told)| now() - *told < TOLD_FOR)
    }

    #[must_use]
    pub fn pain_to_come(self) -> Option<Score> {
        self.pain_told().map(|(score, _)| score)
    }

    /// Tells it now.
    pub fn tell_pain_to_come(self, score: Score) {
        self.course.coming.set(Some((score, now())));
    }

    /// The sessions that the rule counts, as far back as it looks: breaks from the desk are none.
    fn counted(self) -> Vec<Record> {
        self.history.with(|records| {
            let latest = records.iter().rev().filter(|it| is_counted(it)).take(COUNTED);
            let mut counted: Vec<_> = latest.cloned().collect();
            counted.reverse();
            counted
        })
    }
}

/// Whether the rule counts the session: a break from the desk is none.
#[must_use]
pub fn is_counted(record: &Record) -> bool {
    let routine = library().catalogue.routine(&record.routine);
    routine.is_none_or(|it| it.setting == Setting::Floor)
}

/// Whether the rule changes its doses: a plan of weeks has its own way up.
fn is_progressed(routine: &Routine) -> bool {
    routine.setting == Setting::Floor && matches!(routine.schedule, Schedule::Same(_))
}
