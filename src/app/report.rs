//! The report that a person takes along: the last twelve weeks, in the words of the page.

use std::time::Duration;

use leptos::prelude::*;
use time::Date;

use super::App;
use super::library::{check_texts, library, screening};
use super::notices::Notice;
use crate::browser::files;
use crate::domain::catalogue::MovementNumber;
use crate::domain::days::{days_done, felt_day, since};
use crate::domain::history::Record;
use crate::domain::marks::Mark;
use crate::domain::measures::Test;
use crate::domain::report::{Cell, Part, Report, Subject, movements_done, places_told};
use crate::domain::table;
use crate::domain::trend::{Change, Filter, Trend, When, change, readings, trend};
use crate::words::words;

/// How far back it looks, in days.
const DAYS: i64 = 84;

/// What a file of it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Json,
}

impl App {
    /// Of the twelve weeks up to `today`.
    #[must_use]
    pub fn report(self, today: Date) -> Report {
        let from = today.saturating_sub(time::Duration::days(DAYS - 1));
        self.history.with(|records| {
            let first = records.partition_point(|it| felt_day(it.began) < from);
            let recent = records.get(first..).unwrap_or_default();
            let mut parts = vec![];
            for (subject, cells) in [
                (Subject::Sessions, sessions(recent)),
                (Subject::Pain, pain(records, [from, today])),
                (Subject::Places, places(recent)),
                (Subject::Flags, self.flags()),
                (Subject::Hurts, self.hurts()),
                (Subject::Flares, self.flares([from, today])),
                (Subject::Movements, movements(recent)),
                (Subject::Tests, self.tests()),
                (Subject::Amount, self.amount()),
            ] {
                let columns = (words().diary.report_columns)(subject);
                parts.push(Part { subject, columns, cells: cells.0 });
            }
            Report { from, to: today, parts }
        })
    }

    /// Hands the report to the browser as a file.
    #[inline(never)]
    pub fn save_report(self, today: Date, format: Format) {
        let (report, name) = (self.report(today), words().diary.report_part);
        let (ending, kind, text) = match format {
            Format::Table => ("csv", "text/csv", report.csv(name)),
            Format::Json => ("json", "application/json", report.json(name)),
        };
        let day = table::iso_date(today);
        let name = [words().diary.report_name, "-", &day, ".", ending].concat();
        self.notices.on_error(files::save(&name, kind, &text).map_err(|_| Notice::NoFile));
    }

    /// What was ticked in the safety check, and when it was asked.
    fn flags(self) -> Cells {
        let mut cells = Cells::default();
        self.check.answers.with(|answers| {
            let Some(answers) = answers else { return };
            let asked = answers.given.date();
            for place in answers.yes.places() {
                if let Some(it) = screening().questions.get(place) {
                    cells.text(check_texts().question(it.id));
                    cells.day(asked);
                }
            }
            if cells.0.is_empty() {
                cells.text(words().diary.no_flags);
                cells.day(asked);
            }
        });
        cells
    }

    /// What was told to hurt, and is minded since.
    fn hurts(self) -> Cells {
        let mut cells = Cells::default();
        let mut push = |at, movement, what| {
            cells.day(felt_day(at));
            cells.text(movement);
            cells.text(what);
        };
        self.check.hurts.with(|hurts| {
            for it in &hurts.told {
                push(it.at, name(it.movement), (words().hurts.hurt)(it.hurt));
            }
            if let Some(at) = hurts.grave {
                push(at, "", words().diary.grave);
            }
        });
        cells
    }

    fn flares(self, [from, to]: [Date; 2]) -> Cells {
        let mut cells = Cells::default();
        self.diary.marks.with(|marks| {
            for (date, mark) in marks.iter() {
                if mark == Mark::Flare && (from..=to).contains(&date) {
                    cells.day(date);
                }
            }
        });
        cells
    }

    /// The first and the last result of each test.
    fn tests(self) -> Cells {
        let words = &words().diary;
        let mut cells = Cells::default();
        self.diary.measures.with(|it| {
            for test in Test::ALL {
                let ends = it.of(test).next().zip(it.of(test).next_back());
                let Some(((first, last), compared)) = ends.zip(it.compared(test)) else { continue };
                cells.text((words.test)(test));
                for it in [first, last] {
                    cells.day(felt_day(it.at));
                    cells.text(&(words.finding)(it.finding));
                }
                cells.text(&(words.compared)(compared));
            }
        });
        cells
    }

    fn amount(self) -> Cells {
        let words = words();
        let level = self.settings.with(|it| it.level);
        let level = level.map_or(words.routine.as_written, words.common.level);
        let step = self.course.progress.with(|it| it.step);
        let mut cells = Cells::default();
        cells.text(level);
        cells.text(&(words.progress.step)(step));
        cells
    }
}

fn name(movement: MovementNumber) -> &'static str {
    let known = library().catalogue.movement(movement);
    known.map_or(words().own.gone, |it| library().texts.movement(it.id).name)
}

/// A row for each day.
fn sessions(records: &[Record]) -> Cells {
    let mut cells = Cells::default();
    for day in days_done(records) {
        cells.day(day.date);
        cells.count(day.sessions.into());
        cells.minutes(day.worked);
    }
    cells
}

/// A row for each time of telling: the first and the last week with enough scores, and the trend.
fn pain(records: &[Record], [from, to]: [Date; 2]) -> Cells {
    let mut cells = Cells::default();
    for when in When::ALL {
        let all = readings(since(records, from), when, Filter::default());
        cells.text((words().diary.when_of)(when));
        let ends = match change(&all, from, to) {
            Change::Known(it) => [it.from, it.to].map(Some),
            Change::TooFew => [None; 2],
        };
        let over_all = match trend(&all, from, to) {
            Trend::Line(line) => line.over_all().map(Some),
            Trend::TooFew { .. } | Trend::TooShort { .. } => [None; 3],
        };
        for number in ends.iter().chain(&over_all) {
            cells.number(*number);
        }
    }
    cells
}

fn places(records: &[Record]) -> Cells {
    let words = &words().progress;
    let mut cells = Cells::default();
    for it in places_told(records) {
        cells.text((words.site)(it.site));
        cells.text(it.flank.map_or("", words.flank));
        cells.count(it.sessions);
        cells.number(it.before);
    }
    cells
}

fn movements(records: &[Record]) -> Cells {
    let mut cells = Cells::default();
    for it in movements_done(records) {
        cells.text(name(it.movement));
        cells.count(it.sessions);
        for length in [it.times.left, it.times.right, it.times.both] {
            cells.minutes(length);
        }
    }
    cells
}

/// Cells of a part, one after the other. Each is put in by a function that is there once: they are many.
#[derive(Default)]
struct Cells(Vec<Cell>);

impl Cells {
    /// Nothing where it is empty.
    #[inline(never)]
    fn text(&mut self, text: &str) {
        self.0.push(if text.is_empty() { Cell::Nothing } else { Cell::Text(text.to_owned()) });
    }

    #[inline(never)]
    fn day(&mut self, day: Date) {
        self.0.push(Cell::Day(day));
    }

    #[inline(never)]
    fn count(&mut self, count: usize) {
        self.0.push(Cell::Count(count));
    }

    /// Nothing where it is none.
    #[inline(never)]
    fn number(&mut self, number: Option<f64>) {
        self.0.push(number.map_or(Cell::Nothing, Cell::Number));
    }

    /// Nothing where there are none.
    fn minutes(&mut self, length: Duration) {
        self.number((!length.is_zero()).then_some(length.as_secs_f64() / 60.0));
    }
}
