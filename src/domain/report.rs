//! What a person takes along to a clinician, as parts with rows: one structure for the page, the table and the JSON.

use std::cmp::Reverse;

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
    pub columns: &'static [&'static str],
    /// Row after row, each as wide as the columns.
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Nothing,
    Text(String),
    Day(Date),
    Count(usize),
    /// Points, or minutes.
    Number(f64),
}

impl Report {
    /// All parts below each other, each with its `name`, its columns and an empty line after it.
    #[must_use]
    pub fn csv(&self, name: fn(Subject) -> &'static str) -> String {
        let mut lines = vec![vec![iso_date(self.from), iso_date(self.to)], vec![]];
        for part in &self.parts {
            lines.push(vec![name(part.subject).to_owned()]);
            lines.push(part.columns.iter().map(ToString::to_string).collect());
            for row in part.rows() {
                lines.push(row.iter().map(Cell::written).collect());
            }
            lines.push(vec![]);
        }
        csv(&lines)
    }

    /// The same as JSON: of each part its rows, each with its columns' names.
    #[must_use]
    pub fn json(&self, name: fn(Subject) -> &'static str) -> String {
        let [from, to] = [self.from, self.to].map(iso_date);
        let parts = self.parts.iter().map(|it| (name(it.subject).into(), it.json())).collect();
        let fields = [
            ("from", from.as_str().into()),
            ("to", to.as_str().into()),
            ("parts", Json::Fields(parts)),
        ];
        Json::Fields(fields.map(|(name, value)| (name.into(), value)).into()).written()
    }
}

impl Part {
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(self.columns.len())
    }

    fn json(&self) -> Json<'_> {
        let fields = |row| self.columns.iter().zip::<&[Cell]>(row);
        let named =
            |row| fields(row).map(|(column, cell)| ((*column).into(), cell.json())).collect();
        self.rows().map(|row| Json::Fields(named(row))).collect()
    }

    /// All that it counts, and all of its numbers together: of sessions, how many and for how many minutes.
    #[must_use]
    pub fn sum(&self) -> (usize, f64) {
        let (mut counted, mut sum) = (0, 0.0);
        for cell in &self.cells {
            match cell {
                Cell::Count(count) => counted += count,
                Cell::Number(number) => sum += number,
                Cell::Nothing | Cell::Text(_) | Cell::Day(_) => {}
            }
        }
        (counted, sum)
    }

    /// The days that its rows begin with, each with the count after it, or once.
    #[must_use]
    pub fn days(&self) -> Vec<(Date, usize)> {
        let day = |row: &[Cell]| match *row {
            [Cell::Day(day), Cell::Count(count), ..] => Some((day, count)),
            [Cell::Day(day), ..] => Some((day, 1)),
            _ => None,
        };
        self.rows().filter_map(day).collect()
    }
}

impl Cell {
    fn written(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Day(date) => iso_date(*date),
            Self::Count(_) | Self::Number(_) => self.json().written(),
        }
    }

    fn json(&self) -> Json<'_> {
        match self {
            Self::Nothing => Json::Null,
            Self::Text(text) => text.as_str().into(),
            Self::Day(date) => Json::Text(iso_date(*date).into()),
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
pub fn movements_done(records: &[Record]) -> Vec<MovementDone> {
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
    found.sort_by_key(|it| Reverse(it.times.total()));
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
pub fn places_told(records: &[Record]) -> Vec<PlaceTold> {
    let mut found = vec![];
    for site in Site::ALL {
        for flank in [Some(Flank::Left), Some(Flank::Right), Some(Flank::Both), None] {
            let (mut sessions, mut sum, mut scores) = (0, 0.0, 0.0);
            for Record { pain, .. } in records {
                if pain.site == Some(site) && pain.flank == flank {
                    sessions += 1;
                    if let Some(before) = pain.before {
                        sum += f64::from(before.get());
                        scores += 1.0;
                    }
                }
            }
            if sessions > 0 {
                let before = (scores > 0.0).then_some(sum / scores);
                found.push(PlaceTold { site, flank, sessions, before });
            }
        }
    }
    found
}
