//! What a person writes down beside their sessions: rest and flare days, tests of themselves, sessions that were
//! done elsewhere, and what they take out of the history.

use leptos::prelude::*;
use time::Date;

use super::library::library;
use super::shared::Shared;
use super::taken::Taken;
use super::{App, now, saved};
use crate::browser::clock;
use crate::domain::days::{DayDone, days_done, felt_day};
use crate::domain::history::{Record, add, take};
use crate::domain::marks::{Mark, Marks};
use crate::domain::measures::{Measure, Measures, Test};
use crate::domain::missing::{self, Missing, Refused};
use crate::domain::note::Note;
use crate::domain::plan::Plan;
use crate::domain::weeks::Goal;

pub type Diary = Shared<Pages>;

pub struct Pages {
    pub marks: RwSignal<Marks>,
    pub measures: RwSignal<Measures>,
    /// The days on which something was done. Years of sessions are gone through once, when someone first looks.
    pub days: Memo<Vec<DayDone>>,
    /// Sessions that were deleted.
    pub deleted: Taken<Record>,
    /// Test results that were.
    pub deleted_measures: Taken<Measure>,
}

impl Diary {
    pub(super) fn create(history: RwSignal<Vec<Record>>, marks: Marks, measures: Measures) -> Self {
        Shared::new(Pages {
            marks: RwSignal::new(marks),
            measures: RwSignal::new(measures),
            days: Memo::new(move |_| history.with(|records| days_done(records))),
            deleted: Taken::nothing(),
            deleted_measures: Taken::nothing(),
        })
    }
}

impl App {
    /// Marks `day`, or takes its mark away.
    pub fn mark(self, day: Date, mark: Option<Mark>) {
        self.diary.marks.update(|marks| match mark {
            Some(mark) => marks.set(day, mark),
            None => marks.clear(day),
        });
        self.notices.on_error(self.diary.marks.with_untracked(saved::keep_marks));
    }

    pub fn set_goal(self, goal: Goal) {
        self.change_settings(|it| it.goal = goal);
    }

    /// Whether it is time for a test of oneself.
    #[must_use]
    pub fn is_test_due(self) -> bool {
        let mut tests = Test::ALL.to_vec();
        tests.retain(|it| !self.check.has_any_tag(it.cautions()));
        let first = self.history.with(|records| records.first().map(|it| felt_day(it.began)));
        self.diary.measures.with(|it| it.reminds(&tests, felt_day(now()), first))
    }

    pub fn add_measure(self, measure: Measure) {
        self.change_measures(|measures| measures.add(measure));
    }

    /// Takes one away. It can be had back for as long as the page is there.
    pub fn delete_measure(self, measure: Measure) {
        self.change_measures(|measures| {
            measures.remove(measure);
        });
        self.diary.deleted_measures.add(measure);
    }

    pub fn undo_delete_measure(self) {
        if let Some(measure) = self.diary.deleted_measures.put_back() {
            self.add_measure(measure);
        }
    }

    fn change_measures(self, change: impl FnOnce(&mut Measures)) {
        self.diary.measures.update(change);
        self.notices.on_error(self.diary.measures.with_untracked(saved::keep_measures));
    }

    /// Takes a session out of the history. It can be had back for as long as the page is there.
    pub fn delete_session(self, record: &Record) {
        self.notices.on_error(saved::remove_record(record));
        let taken = self.history.try_update(|records| take(records, record)).flatten();
        if let Some(taken) = taken {
            self.diary.deleted.add(taken);
        }
        self.judge();
    }

    pub fn undo_delete_session(self) {
        if let Some(record) = self.diary.deleted.put_back() {
            self.add_session(record);
        }
    }

    /// Writes `note` to a session, in place of what was there. Nothing is shown anew: the field has it.
    pub fn set_note(self, record: &Record, note: Option<Note>) {
        self.history.update_untracked(|records| {
            let Some(known) = records.iter_mut().find(|it| it.is_same(record)) else { return };
            known.note = note;
            self.notices.on_error(saved::update_record(known));
        });
    }

    /// Adds a session that was done without the app, from its day, time, routine and minutes as they were typed.
    ///
    /// # Errors
    /// Where one of them is missing, or no such session can have been.
    pub fn add_missing(self, [day, time, routine, minutes]: &[String; 4]) -> Result<(), Refused> {
        let now = now();
        let missing = Missing::read(day, time, minutes, now.date())?;
        let began = clock::at_local_time(missing.began);
        self.history.with_untracked(|known| missing::check(began, missing.took, now, known))?;
        let recipe = untrack(|| self.recipe(routine, 0, vec![]));
        let plan = Plan::build(&library().catalogue, &recipe).map_err(|_| Refused::Incomplete)?;
        self.add_session(Record::remembered(&plan, &recipe, began, missing.took));
        Ok(())
    }

    /// Puts a session into the history, at its time.
    pub fn add_session(self, record: Record) {
        self.notices.on_error(saved::add_record(&record));
        self.history.update(|records| add(records, record));
        self.judge();
    }
}
