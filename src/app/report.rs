//! The report that a person takes along: the last twelve weeks, in the words of the page.

use std::time::Duration;

use leptos::prelude::*;
use time::{Date, OffsetDateTime};

use super::App;
use super::library::{check_texts, library, screening};
use super::notices::Notice;
use crate::browser::files;
use crate::domain::catalogue::MovementNumber;
use crate::domain::days::{days_done, felt_day, since};
use crate::domain::history::Record;
use crate::domain::marks::Mark;
use crate::domain::measures::{Measure, Test};
use crate::domain::report::{Cell, Part, Report, Subject, movements_done, places_told};
use crate::domain::table;
use crate::domain::trend::{Change, Filter, Trend, When, change, readings, trend};
use crate::words::words;

/// How far back it looks, in days.
const DAYS: i64 = 84;

type Row = Vec<Cell>;

impl App {
    /// Of the twelve weeks up to `today`.
    #[must_use]
    pub fn report(self, today: Date) -> Report {
        let from = today.saturating_sub(time::Duration::days(DAYS - 1));
        self.history.with(|records| {
            let recent: Vec<_> = since(records, from)
                .iter()
                .filter(|it| (from..=today).contains(&felt_day(it.began)))
                .collect();
            let parts = [
                (Subject::Sessions, sessions(&recent)),
                (Subject::Pain, pain(records, [from, today])),
                (Subject::Places, places(&recent)),
                (Subject::Flags, self.flags()),
                (Subject::Hurts, self.hurts()),
                (Subject::Flares, self.flares([from, today])),
                (Subject::Movements, movements(&recent)),
                (Subject::Tests, self.tests()),
                (Subject::Amount, self.amount()),
            ];
            let part = |(subject, rows)| {
                let columns = (words().diary.report_columns)(subject).to_vec();
                Part { subject, columns, rows }
            };
            Report { from, to: today, parts: parts.into_iter().map(part).collect() }
        })
    }

    /// Hands the report to the browser as a table.
    pub fn save_report_as_table(self, today: Date) {
        self.save_report(
            today,
            "csv",
            "text/csv",
            &self.report(today).csv(words().diary.report_part),
        );
    }

    /// Hands it over as JSON.
    pub fn save_report_as_json(self, today: Date) {
        let text = self.report(today).json(words().diary.report_part);
        self.save_report(today, "json", "application/json", &text);
    }

    fn save_report(self, today: Date, ending: &str, kind: &str, text: &str) {
        let name = format!("{}-{}.{ending}", words().diary.report_name, table::iso_date(today));
        self.notices.on_error(files::save(&name, kind, text).map_err(|_| Notice::NoFile));
    }

    /// What was ticked in the safety check, and when it was asked.
    fn flags(self) -> Vec<Row> {
        self.check.answers.with(|answers| {
            let Some(answers) = answers else { return vec![] };
            let asked = Cell::Day(answers.given.date());
            let questions = answers.yes.places().filter_map(|it| screening().questions.get(it));
            let row = |it: &str| vec![text(it), asked.clone()];
            let rows: Vec<_> = questions.map(|it| row(check_texts().question(it.id))).collect();
            if rows.is_empty() { vec![row(words().diary.no_flags)] } else { rows }
        })
    }

    /// What was told to hurt, and is minded since.
    fn hurts(self) -> Vec<Row> {
        let day = |at: OffsetDateTime| Cell::Day(felt_day(at));
        self.check.hurts.with(|hurts| {
            let told = hurts.told.iter().map(|it| {
                let what = (words().hurts.hurt)(it.hurt);
                vec![day(it.at), text(name(it.movement)), text(what)]
            });
            let grave =
                hurts.grave.map(|at| vec![day(at), Cell::Nothing, text(words().diary.grave)]);
            told.chain(grave).collect()
        })
    }

    fn flares(self, [from, to]: [Date; 2]) -> Vec<Row> {
        self.diary.marks.with(|marks| {
            let flares = marks
                .iter()
                .filter(|(date, mark)| *mark == Mark::Flare && (from..=to).contains(date));
            flares.map(|(date, _)| vec![Cell::Day(date)]).collect()
        })
    }

    /// The first and the last result of each test.
    fn tests(self) -> Vec<Row> {
        let words = &words().diary;
        let row = |test: Test| {
            self.diary.measures.with(|it| {
                let (first, last) = (it.of(test).next()?, it.of(test).next_back()?);
                let at =
                    |it: Measure| [Cell::Day(felt_day(it.at)), text(&(words.finding)(it.finding))];
                let compared = text(&(words.compared)(it.compared(test)?));
                let ends = [at(first), at(last)].concat();
                Some([vec![text((words.test)(test))], ends, vec![compared]].concat())
            })
        };
        Test::ALL.into_iter().filter_map(row).collect()
    }

    fn amount(self) -> Vec<Row> {
        let words = words();
        let level = self.settings.with(|it| it.level);
        let level = level.map_or(words.routine.as_written, words.common.level);
        let step = self.course.progress.with(|it| it.step);
        vec![vec![text(level), text(&(words.progress.step)(step))]]
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(number: Option<f64>) -> Cell {
    number.map_or(Cell::Nothing, Cell::Number)
}

fn name(movement: MovementNumber) -> &'static str {
    let known = library().catalogue.movement(movement);
    known.map_or(words().own.gone, |it| library().texts.movement(it.id).name)
}

/// A row for each day.
fn sessions(records: &[&Record]) -> Vec<Row> {
    let records: Vec<_> = records.iter().map(|it| (*it).clone()).collect();
    let days = days_done(&records).into_iter();
    days.map(|day| {
        vec![Cell::Day(day.date), Cell::Count(day.sessions.into()), Cell::Length(day.worked)]
    })
    .collect()
}

/// A row for each time of telling: the first and the last week with enough scores, and the trend.
fn pain(records: &[Record], [from, to]: [Date; 2]) -> Vec<Row> {
    let row = |when: When| {
        let all = readings(since(records, from), when, Filter::default());
        let ends = match change(&all, from, to) {
            Change::TooFew => [None; 2],
            Change::Known(it) => [Some(it.from), Some(it.to)],
        };
        let over_all = match trend(&all, from, to) {
            Trend::Line(line) => line.over_all().map(Some),
            Trend::TooFew { .. } | Trend::TooShort { .. } => [None; 3],
        };
        let numbers = ends.into_iter().chain(over_all).map(number);
        [text((words().diary.when_of)(when))].into_iter().chain(numbers).collect()
    };
    When::ALL.map(row).to_vec()
}

fn places(records: &[&Record]) -> Vec<Row> {
    let words = &words().progress;
    let row = |it: crate::domain::report::PlaceTold| {
        let side = it.flank.map_or(Cell::Nothing, |it| text((words.flank)(it)));
        vec![text((words.site)(it.site)), side, Cell::Count(it.sessions), number(it.before)]
    };
    places_told(records).into_iter().map(row).collect()
}

fn movements(records: &[&Record]) -> Vec<Row> {
    let length = |it: Duration| if it.is_zero() { Cell::Nothing } else { Cell::Length(it) };
    let row = |it: crate::domain::report::MovementDone| {
        let [left, right, both] = [it.times.left, it.times.right, it.times.both].map(length);
        vec![text(name(it.movement)), Cell::Count(it.sessions), left, right, both]
    };
    movements_done(records).into_iter().map(row).collect()
}
