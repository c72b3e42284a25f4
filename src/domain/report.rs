//! What a person takes along to a clinician, as parts with rows: one structure for the page, the table and the JSON.

use std::borrow::Cow;
use std::time::Duration;

use serde_json::Number;
use time::Date;

use super::balance::SideTimes;
use super::catalogue::MovementNumber;
use super::history::Record;
use super::json::Json;
use super::pain::{Flank, Site};
use super::table::{csv, iso_date};

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub from: Date,
    pub to: Date,
    pub parts: Vec<Part>,
}

/// What a part is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Sessions,
    Pain,
    /// Pain by place and side.
    Places,
    /// What the safety check knows.
    Flags,
    /// What was told during movements.
    Hurts,
    Flares,
    Movements,
    Tests,
    /// How much the app asks of them.
    Amount,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub subject: Subject,
    pub columns: Vec<&'static str>,
    /// Each as wide as the columns.
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Nothing,
    Text(String),
    Day(Date),
    Length(Duration),
    Count(usize),
    Number(f64),
}

impl Report {
    /// The rows of `subject`.
    #[must_use]
    pub fn rows(&self, subject: Subject) -> &[Vec<Cell>] {
        self.parts.iter().find(|it| it.subject == subject).map_or(&[], |it| &it.rows)
    }

    /// All parts below each other, each with its `name`, its columns and an empty line after it.
    #[must_use]
    pub fn csv(&self, name: fn(Subject) -> &'static str) -> String {
        let mut lines = vec![vec![iso_date(self.from), iso_date(self.to)], vec![]];
        for part in &self.parts {
            lines.push(vec![name(part.subject).to_owned()]);
            lines.push(part.heads());
            lines.extend(part.rows.iter().map(|row| row.iter().map(Cell::written).collect()));
            lines.push(vec![]);
        }
        csv(&lines)
    }

    /// The same as JSON: of each part its rows, each with its columns' names.
    #[must_use]
    pub fn json(&self, name: fn(Subject) -> &'static str) -> String {
        let day = |date| Json::Text(iso_date(date).into());
        let parts = self.parts.iter().map(|part| (name(part.subject).into(), part.json()));
        Json::Fields(vec![
            ("from".into(), day(self.from)),
            ("to".into(), day(self.to)),
            ("parts".into(), Json::Fields(parts.collect())),
        ])
        .written()
    }
}

impl Part {
    fn json(&self) -> Json<'_> {
        Json::List(self.rows.iter().map(|row| self.row(row)).collect())
    }

    fn row<'a>(&self, row: &'a [Cell]) -> Json<'a> {
        let names = self.heads().into_iter().map(Cow::Owned);
        Json::Fields(names.zip(row.iter().map(Cell::json)).collect())
    }

    /// What columns are called where lengths are written as bare seconds.
    fn heads(&self) -> Vec<String> {
        let is_length = |place| self.rows.iter().any(|it| matches!(it[place], Cell::Length(_)));
        let head =
            |(place, column)| format!("{column}{}", if is_length(place) { " (s)" } else { "" });
        self.columns.iter().enumerate().map(head).collect()
    }
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            other => other.json().written().trim_matches('"').to_owned(),
        }
    }

    fn json(&self) -> Json<'_> {
        match self {
            Self::Nothing => Json::Null,
            Self::Text(text) => text.as_str().into(),
            Self::Day(date) => Json::Text(iso_date(*date).into()),
            Self::Length(length) => length.as_secs().into(),
            Self::Count(count) => u64::try_from(*count).unwrap_or(u64::MAX).into(),
            Self::Number(number) => Number::from_f64(*number).map_or(Json::Null, Json::Number),
        }
    }
}

/// One movement: in how many sessions it was done, and for how long on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovementDone {
    pub movement: MovementNumber,
    pub sessions: usize,
    pub times: SideTimes,
}

/// What was done, the longest first. A session that has a movement twice counts once for it.
#[must_use]
pub fn movements_done(records: &[&Record]) -> Vec<MovementDone> {
    let mut found: Vec<MovementDone> = vec![];
    for record in records {
        for (index, done) in record.done.iter().enumerate() {
            let place = found.iter().position(|it| it.movement == done.movement);
            let place = place.unwrap_or_else(|| {
                let (movement, times) = (done.movement, SideTimes::default());
                found.push(MovementDone { movement, sessions: 0, times });
                found.len() - 1
            });
            let is_first = record.done[..index].iter().all(|it| it.movement != done.movement);
            found[place].sessions += usize::from(is_first);
            found[place].times.add(done.time);
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.times.total()));
    found
}

/// What was told of pain in one place, on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceTold {
    pub site: Site,
    pub flank: Option<Flank>,
    /// Of how many sessions.
    pub sessions: usize,
    /// The mean of the scores before them, of as many as have one.
    pub before: Option<f64>,
}

/// Where it hurt, by place from the back to the foot and by side.
#[must_use]
pub fn places_told(records: &[&Record]) -> Vec<PlaceTold> {
    let flanks = Flank::ALL.map(Some).into_iter().chain([None]);
    let all = Site::ALL.into_iter().flat_map(|site| flanks.clone().map(move |it| (site, it)));
    let told = |(site, flank)| {
        let is_there = |it: &&&Record| it.pain.site == Some(site) && it.pain.flank == flank;
        let sessions = records.iter().filter(is_there).count();
        let scores = records.iter().filter(is_there).filter_map(|it| it.pain.before);
        let (sum, count) =
            scores.fold((0, 0), |(sum, count), it| (sum + u32::from(it.get()), count + 1));
        let before = (count > 0).then(|| f64::from(sum) / f64::from(count));
        (sessions > 0).then_some(PlaceTold { site, flank, sessions, before })
    };
    all.filter_map(told).collect()
}
