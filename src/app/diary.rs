//! What a person writes down beside their sessions: rest and flare days, tests of themselves, sessions that were
//! done elsewhere, and what they take out of the history.

use std::time::Duration;

use leptos::prelude::*;
use time::{Date, Month, PrimitiveDateTime, Time};

use super::library::library;
use super::shared::Shared;
use super::{App, now, saved};
use crate::domain::days::{DayDone, days_done, felt_day};
use crate::domain::history::{Record, put, take};
use crate::domain::marks::{Mark, Marks};
use crate::domain::measures::{Measure, Measures};
use crate::domain::note::Note;
use crate::domain::plan::Plan;
use crate::domain::weeks::Goal;

pub type Diary = Shared<Pages>;

pub struct Pages {
    pub marks: RwSignal<Marks>,
    pub measures: RwSignal<Measures>,
    /// The days on which something was done. Years of sessions are gone through once, when someone first looks.
    pub days: Memo<Vec<DayDone>>,
    /// The session that was deleted last, for as long as the page is there.
    pub deleted: RwSignal<Option<Record>>,
    /// The test result that was.
    pub deleted_measure: RwSignal<Option<Measure>>,
}

impl Diary {
    pub(super) fn create(history: RwSignal<Vec<Record>>, marks: Marks, measures: Measures) -> Self {
        Shared::new(Pages {
            marks: RwSignal::new(marks),
            measures: RwSignal::new(measures),
            days: Memo::new(move |_| history.with(|records| days_done(records))),
            deleted: RwSignal::new(None),
            deleted_measure: RwSignal::new(None),
        })
    }
}

/// As browsers write what was put into fields for a date and a time, such as `2026-11-28` and `18:30`.
fn moment_of(day: &str, time: &str) -> Option<PrimitiveDateTime> {
    let mut parts = day.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    let date = Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()?;
    let (hour, minute) = time.split_once(':')?;
    let minute = minute.get(..2)?.parse().ok()?;
    Some(PrimitiveDateTime::new(date, Time::from_hms(hour.parse().ok()?, minute, 0).ok()?))
}

impl App {
    /// What today is marked as.
    #[must_use]
    pub fn mark_of_today(self) -> Option<Mark> {
        self.diary.marks.with(|marks| marks.get(felt_day(now())))
    }

    /// Marks today, or takes its mark away.
    pub fn mark_today(self, mark: Option<Mark>) {
        let today = felt_day(now());
        self.diary.marks.update(|marks| match mark {
            Some(mark) => marks.set(today, mark),
            None => marks.clear(today),
        });
        self.notices.on_error(self.diary.marks.with_untracked(saved::keep_marks));
    }

    pub fn set_goal(self, goal: Goal) {
        self.change_settings(|it| it.goal = goal);
    }

    pub fn add_measure(self, measure: Measure) {
        self.change_measures(|measures| measures.add(measure));
    }

    /// Takes one away. It can be had back for as long as the page is there.
    pub fn delete_measure(self, measure: Measure) {
        self.change_measures(|measures| {
            measures.remove(measure);
        });
        self.diary.deleted_measure.set(Some(measure));
    }

    pub fn undo_delete_measure(self) {
        if let Some(measure) = self.diary.deleted_measure.try_update(Option::take).flatten() {
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
        self.diary.deleted.set(taken);
        self.judge();
    }

    pub fn undo_delete_session(self) {
        if let Some(record) = self.diary.deleted.try_update(Option::take).flatten() {
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
    /// `None` where one of them is missing, or no session was or can have been.
    pub fn add_missing(self, [day, time, routine, minutes]: &[String; 4]) -> Option<()> {
        let now = now();
        let began = moment_of(day, time)?.assume_offset(now.offset());
        let minutes = minutes.trim().parse::<u64>().ok().filter(|it| (1..=180).contains(it))?;
        let took = Duration::from_secs(60 * minutes);
        if began > now {
            return None;
        }
        let recipe = untrack(|| self.recipe(routine, 0, vec![]));
        let plan = Plan::build(&library().catalogue, &recipe).ok()?;
        self.add_session(Record::remembered(&plan, &recipe, began, took));
        Some(())
    }

    /// Puts a session into the history, at its time.
    pub fn add_session(self, record: Record) {
        self.notices.on_error(saved::add_record(&record));
        self.history.update(|records| put(records, record));
        self.judge();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_a_time_are_read_as_fields_write_them() {
        let read = |day, time| moment_of(day, time).map(|it| it.to_string());
        assert_eq!(read("2028-02-29", "18:05"), Some("2028-02-29 18:05:00.0".to_owned()));
        assert_eq!(read("2028-02-29", "18:05:30"), Some("2028-02-29 18:05:00.0".to_owned()));
        for (day, time) in
            [("", "18:05"), ("2027-02-29", "18:05"), ("2028-02-29", ""), ("2028-02-29", "24:00")]
        {
            assert_eq!(read(day, time), None, "{day} {time}");
        }
    }
}
