//! The report that a person takes along: the last twelve weeks in numbers, by movement.

use std::time::Duration;

use leptos::prelude::*;
use time::Date;

use super::App;
use super::library::library;
use super::notices::Notice;
use crate::browser::files;
use crate::domain::catalogue::MovementNumber;
use crate::domain::days::{days_done, felt_day, since};
use crate::domain::history::{Record, WorkTime};
use crate::domain::table;
use crate::words::words;

/// How far back it looks, in days.
const DAYS: i64 = 84;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub from: Date,
    pub to: Date,
    pub sessions: usize,
    pub days: usize,
    pub worked: Duration,
    /// What was done most comes first.
    pub rows: Vec<Row>,
}

/// One movement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub movement: MovementNumber,
    pub name: &'static str,
    pub sessions: usize,
    pub left: Duration,
    pub right: Duration,
    pub both: Duration,
}

impl Row {
    fn total(&self) -> Duration {
        self.left + self.right + self.both
    }
}

impl App {
    /// Of the twelve weeks up to `today`.
    #[must_use]
    pub fn report(self, today: Date) -> Report {
        let from = today.saturating_sub(time::Duration::days(DAYS - 1));
        self.history.with(|records| {
            let is_meant = |it: &&Record| felt_day(it.began) >= from;
            let records: Vec<_> = since(records, from).iter().filter(is_meant).cloned().collect();
            let days = days_done(&records);
            let mut rows: Vec<Row> = vec![];
            for done in records.iter().flat_map(|record| &record.done) {
                let place = rows.iter().position(|row| row.movement == done.movement);
                let place = place.unwrap_or_else(|| {
                    rows.push(row(done.movement));
                    rows.len() - 1
                });
                let row = &mut rows[place];
                row.sessions += 1;
                match done.time {
                    WorkTime::Whole(time) => row.both += time,
                    WorkTime::Sides { left, right } => {
                        row.left += left;
                        row.right += right;
                    }
                }
            }
            rows.sort_by_key(|row| std::cmp::Reverse(row.total()));
            Report {
                from,
                to: today,
                sessions: records.len(),
                days: days.len(),
                worked: days.iter().map(|day| day.worked).sum(),
                rows,
            }
        })
    }

    /// Hands the report's movements to the browser as a table.
    pub fn save_report(self, today: Date) {
        let words = &words().diary;
        let secs = |length: Duration| length.as_secs().to_string();
        let [left, right, both] = words.side_columns;
        let head = [words.mornings_columns[0], words.history, left, right, both];
        let mut rows = vec![head.map(ToOwned::to_owned).to_vec()];
        rows.extend(self.report(today).rows.into_iter().map(|row| {
            vec![
                row.name.to_owned(),
                row.sessions.to_string(),
                secs(row.left),
                secs(row.right),
                secs(row.both),
            ]
        }));
        let name = format!("{}-{}.csv", words.report_name, table::iso_date(today));
        let saved = files::save(&name, "text/csv", &table::csv(&rows));
        self.notices.on_error(saved.map_err(|_| Notice::NoFile));
    }
}

fn row(movement: MovementNumber) -> Row {
    let known = library().catalogue.movement(movement);
    Row {
        movement,
        name: known.map_or(words().own.gone, |it| library().texts.movement(it.id).name),
        sessions: 0,
        left: Duration::ZERO,
        right: Duration::ZERO,
        both: Duration::ZERO,
    }
}

/// In whole seconds, or a dash where there is none.
#[must_use]
pub fn length(length: Duration) -> String {
    match length.as_secs() {
        0 => "–".to_owned(),
        secs => (words().common.length)(Duration::from_secs(secs)),
    }
}
