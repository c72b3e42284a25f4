//! Pain as it is told, and more or less next time by the rule.

use std::cell::Cell;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::library::library;
use super::{App, now, saved};
use crate::domain::catalogue::{Kind, Level, Routine, Schedule, Setting};
use crate::domain::days::felt_day;
use crate::domain::fitting::Fitted;
use crate::domain::history::Record;
use crate::domain::pain::{Pain, Score};
use crate::domain::plan::Portion;
use crate::domain::progression::{Bounds, NextWeek, Progress, Rung, Step, Verdict, next_week};

/// A session of longer ago is not asked about any more.
const ASKED_ABOUT_FOR: i64 = 2;

/// The rule looks at the last week, and at the session before. More than so many are not in it.
const COUNTED: usize = 64;

/// What the screens see of it.
pub struct Course {
    pub progress: RwSignal<Progress>,
    /// The pain that was told for the session that is to begin, and when.
    pub coming: RwSignal<Option<(Score, OffsetDateTime)>>,
    /// When the question about the session before was last put off.
    pub(super) put_off: RwSignal<Option<OffsetDateTime>>,
    /// The session whose next day was told last, for as long as the page is there.
    pub next_day_told: RwSignal<Option<usize>>,
    /// Where the person stood before anything was told of a session.
    base: Cell<Option<Base>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Base {
    /// The place of the session.
    session: usize,
    progress: Progress,
    level: Option<Level>,
}

impl Course {
    pub(super) fn create(progress: Progress, put_off: Option<OffsetDateTime>) -> Self {
        Self {
            progress: RwSignal::new(progress),
            coming: RwSignal::new(None),
            put_off: RwSignal::new(put_off),
            next_day_told: RwSignal::new(None),
            base: Cell::new(None),
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
        let is_meant = library().catalogue.routine(routine).is_some_and(is_progressed);
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

    /// Lets the rule look again at the session at `place`, as though nothing had been told of it before: who
    /// tells something else has not been through both.
    pub(super) fn judge_anew(self, place: usize) {
        let now = Base {
            session: place,
            progress: self.course.progress.get_untracked(),
            level: self.settings.with_untracked(|it| it.level),
        };
        let base = self.course.base.get().filter(|it| it.session == place).unwrap_or(now);
        if base != now {
            self.change_settings(|it| it.level = base.level);
            self.keep_progress(base.progress);
        }
        self.judge();
        self.course.base.set(Some(base));
    }

    /// What is told from now on comes after what the person has changed by hand.
    pub(super) fn forget_base(self) {
        self.course.base.set(None);
    }

    /// Sets how much comes next by hand.
    pub fn set_step(self, step: Step) {
        self.forget_base();
        let progress = self.course.progress.get_untracked();
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
        self.forget_base();
        let progress = self.course.progress.get_untracked();
        self.keep_progress(Progress { is_automatic, ..progress });
    }

    fn keep_progress(self, progress: Progress) {
        self.notices.on_error(saved::keep_progress(&progress));
        self.course.progress.set(progress);
    }

    /// The session whose next day it is, if it is to be asked about: its place, and how many days ago it was.
    #[must_use]
    pub fn asked_about(self) -> Option<(usize, i64)> {
        let today = felt_day(now());
        // It is asked once a day.
        if self.course.put_off.get().is_some_and(|at| felt_day(at) == today) {
            return None;
        }
        self.history.with(|records| {
            // A break from the desk since then says nothing of it.
            let place = records.iter().rposition(is_counted)?;
            let asked = &records[place];
            let days = (today - felt_day(asked.began)).whole_days();
            let is_due = (1..=ASKED_ABOUT_FOR).contains(&days) && asked.pain.next_day.is_none();
            is_due.then_some((place, days))
        })
    }

    /// Changes what is told of pain around the session at `place`, keeps it, and lets the rule know.
    pub fn tell_pain(self, place: usize, tell: impl FnOnce(&mut Pain)) {
        self.history.update(|records| {
            let Some(record) = records.get_mut(place) else { return };
            tell(&mut record.pain);
            self.notices.on_error(saved::update_record(record));
        });
        self.judge_anew(place);
    }

    /// Leaves that question for today.
    pub fn put_off_next_day(self) {
        self.notices.on_error(saved::keep_put_off(now()));
        self.course.put_off.set(Some(now()));
    }

    /// Tells how pain is on the day after the session at `place`.
    pub fn tell_next_day(self, place: usize, score: Score) {
        self.course.next_day_told.set(Some(place));
        self.tell_pain(place, |pain| pain.next_day = Some(score));
    }

    /// Takes that back, to be asked again.
    pub fn ask_next_day_again(self) {
        if let Some(place) = self.course.next_day_told.try_update(Option::take).flatten() {
            self.tell_pain(place, |pain| pain.next_day = None);
        }
    }

    /// The pain that was told for the session that is to begin.
    #[must_use]
    pub fn pain_to_come(self) -> Option<Score> {
        self.course.coming.get().map(|(score, _)| score)
    }

    /// Tells it now.
    pub fn tell_pain_to_come(self, score: Score) {
        self.course.coming.set(Some((score, now())));
    }

    /// The pain that was told belongs to the session that begins.
    pub(super) fn take_pain_to_come(self) -> Option<Score> {
        self.course.coming.try_update(Option::take).flatten().map(|(score, _)| score)
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
