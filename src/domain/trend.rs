//! Pain over time: its average, the line through it, and whether it changed by what matters to a person.
//!
//! Nothing here says why. Pain comes and goes by itself, and most people seek help on their worst days, after
//! which it falls whatever they do.

use time::Date;

use super::days::felt_day;
use super::history::Record;
use super::pain::{Flank, Pain, Score, Site};

/// An average of seven days takes so many of them.
pub const LEAST_OF_SEVEN: usize = 4;
/// A line takes so many days.
pub const LEAST_DAYS: usize = 10;
/// And from the first to the last of them, so many.
pub const LEAST_SPAN: usize = 14;
/// Rounding to whole numbers alone has a variance of 1/12; this is twice as much.
const HARDLY_MORE_THAN_ROUNDING: f64 = 1.0 / 6.0;
/// Days in a row are never taken to be more alike than that.
const MOST_ALIKE: f64 = 0.9;
/// A change of so many points or of such a part of what it was, whichever is larger, matters to a person: Farrar
/// and others, Pain 2001;94:149-158; Ostelo and others, Spine 2008;33:90-94.
const POINTS: f64 = 2.0;
const PART: f64 = 0.3;

/// When a score was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Before,
    After,
    /// The next day, and the one after.
    DaysAfter,
}

impl When {
    pub const ALL: [Self; 3] = [Self::Before, Self::After, Self::DaysAfter];

    /// The scores, each with how many days after the session it tells of.
    const fn scores(self, pain: Pain) -> [(Option<Score>, i64); 2] {
        match self {
            Self::Before => [(pain.before, 0), (None, 0)],
            Self::After => [(pain.after, 0), (None, 0)],
            Self::DaysAfter => [(pain.next_day, 1), (pain.two_days, 2)],
        }
    }
}

/// Of which pain it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The furthest place that hurt.
    pub site: Option<Site>,
    /// One side, also where both hurt; or both at once.
    pub flank: Option<Flank>,
}

impl Filter {
    fn takes(self, pain: Pain) -> bool {
        let is_there = self.site.is_none() || self.site == pain.site;
        let is_on = |flank| pain.flank == Some(flank) || pain.flank == Some(Flank::Both);
        is_there && self.flank.is_none_or(is_on)
    }
}

/// One day's score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub date: Date,
    /// The mean of those given, 0 to 10.
    pub score: f64,
}

/// Each day on which a score was given, the first one first.
#[must_use]
pub fn readings(records: &[Record], when: When, filter: Filter) -> Vec<Reading> {
    let mut days: Vec<(Date, u32, u32)> = vec![];
    let taken = records.iter().filter(|record| filter.takes(record.pain));
    let scores = taken.flat_map(|it| when.scores(it.pain).map(|(score, later)| (it, score, later)));
    for (record, score, later) in scores {
        let Some(score) = score else { continue };
        let date = felt_day(record.began).saturating_add(time::Duration::days(later));
        let place = days.partition_point(|(day, _, _)| *day < date);
        if days.get(place).is_none_or(|(day, _, _)| *day != date) {
            days.insert(place, (date, 0, 0));
        }
        let (_, sum, count) = &mut days[place];
        *sum += u32::from(score.get());
        *count += 1;
    }
    let reading = |(date, sum, count)| Reading { date, score: f64::from(sum) / f64::from(count) };
    days.into_iter().map(reading).collect()
}

/// The mean of the seven days that end on `day`, of which at least [`LEAST_OF_SEVEN`] have a score.
#[must_use]
pub fn seven_day_average(readings: &[Reading], day: Date) -> Option<f64> {
    let week = within(readings, day.saturating_sub(time::Duration::days(6)), day);
    if week.len() < LEAST_OF_SEVEN {
        return None;
    }
    let (sum, count) =
        week.iter().fold((0.0, 0.0), |(sum, count), it| (sum + it.score, count + 1.0));
    Some(sum / count)
}

fn within(readings: &[Reading], from: Date, to: Date) -> &[Reading] {
    let start = readings.partition_point(|it| it.date < from);
    let end = readings.partition_point(|it| it.date <= to);
    readings.get(start..end).unwrap_or_default()
}

impl Line {
    /// By how many points it goes up from its first day to its last, and what that may be at the least and at the
    /// most.
    #[must_use]
    pub fn over_all(&self) -> [f64; 3] {
        let days = f64::from(self.to.to_julian_day() - self.from.to_julian_day());
        [self.slope_per_week, self.low, self.high].map(|it| it * days / 7.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trend {
    /// So many days have a score, and it takes so many.
    TooFew {
        have: usize,
        need: usize,
    },
    /// There are so many days from the first to the last of them, and it takes so many.
    TooShort {
        have: usize,
        need: usize,
    },
    Line(Line),
}

/// A straight line through scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The first day that has a score.
    pub from: Date,
    pub to: Date,
    /// Its score on the first day; like that on the last it may lie a little beyond 0 and 10.
    pub start: f64,
    pub end: f64,
    /// Points a week, below zero where pain fell.
    pub slope_per_week: f64,
    /// The slope lies between these two, with 95 % confidence.
    pub low: f64,
    pub high: f64,
}

/// The line of least squares through the scores of these days, with an interval around its slope.
///
/// The interval is Student's, by how far the days lie from the line, and wider where days in a row are alike: as if
/// there were only as many days as tell something new (Santer and others, J Geophys Res 2000;105:7337-7356). Where
/// they lie hardly further from it than rounding brings them, whole numbers hide a change of up to a point from the
/// first day to the last, and the interval reaches at least as far to either side.
#[must_use]
pub fn trend(readings: &[Reading], from: Date, to: Date) -> Trend {
    let all = within(readings, from, to);
    let [first, .., last] = all else {
        return Trend::TooFew { have: all.len(), need: LEAST_DAYS };
    };
    if all.len() < LEAST_DAYS {
        return Trend::TooFew { have: all.len(), need: LEAST_DAYS };
    }
    let span = usize::try_from((last.date - first.date).whole_days()).unwrap_or(0) + 1;
    if span < LEAST_SPAN {
        return Trend::TooShort { have: span, need: LEAST_SPAN };
    }
    Trend::Line(line(all, first.date, last.date))
}

/// Through at least [`LEAST_DAYS`] readings, of different days.
fn line(readings: &[Reading], from: Date, to: Date) -> Line {
    let day = |date: Date| f64::from(date.to_julian_day() - from.to_julian_day());
    let count: f64 = readings.iter().map(|_| 1.0).sum();
    let middle = readings.iter().map(|it| day(it.date)).sum::<f64>() / count;
    let mean = readings.iter().map(|it| it.score).sum::<f64>() / count;
    let (mut spread, mut together) = (0.0, 0.0);
    for it in readings {
        let ahead = day(it.date) - middle;
        spread += ahead * ahead;
        together += ahead * (it.score - mean);
    }
    let slope = together / spread;
    let start = mean - slope * middle;
    let beside = readings.iter().map(|it| it.score - start - slope * day(it.date));
    let Scatter { variance, repeats } = scatter(beside, count);
    let mut half = student(count - 2.0) * (variance * repeats / spread).sqrt();
    if variance < HARDLY_MORE_THAN_ROUNDING {
        half = half.max(1.0 / day(to));
    }
    Line {
        from,
        to,
        start,
        end: start + slope * day(to),
        slope_per_week: slope * 7.0,
        low: (slope - half) * 7.0,
        high: (slope + half) * 7.0,
    }
}

/// How days lie about a line.
struct Scatter {
    variance: f64,
    /// How many days there are for each one that tells something new.
    repeats: f64,
}

/// `beside` is how far above the line each of `count` days lies, one after the other.
fn scatter(beside: impl Iterator<Item = f64>, count: f64) -> Scatter {
    let (mut squares, mut neighbours, mut before) = (0.0, 0.0, 0.0);
    for it in beside {
        squares += it * it;
        neighbours += it * before;
        before = it;
    }
    let alike = if squares > 0.0 { (neighbours / squares).clamp(0.0, MOST_ALIKE) } else { 0.0 };
    let repeats = (1.0 + alike) / (1.0 - alike);
    Scatter { variance: squares / (count - 2.0), repeats }
}

/// Student's t with one of twenty beyond it on either side together, good to 0.001 from eight degrees of freedom on:
/// Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
fn student(freedom: f64) -> f64 {
    1.96 + (2.3722 + (2.8225 + 2.5558 / freedom) / freedom) / freedom
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// There are not two times seven days with scores on at least [`LEAST_OF_SEVEN`] of them.
    TooFew,
    Known(Difference),
}

/// The average of seven days at first, and at last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    pub from: f64,
    pub to: f64,
    /// The first of the first seven days.
    pub first: Date,
    /// The last of the last seven days.
    pub last: Date,
    /// Whether it is as much as matters to a person, for better or worse.
    pub matters: bool,
}

/// How the last seven days of these that have an average differ from the first.
#[must_use]
pub fn change(readings: &[Reading], from: Date, to: Date) -> Change {
    let all = within(readings, from, to);
    let first = all.iter().find_map(|it| {
        let last = it.date.checked_add(time::Duration::days(6))?;
        Some((it.date, last, seven_day_average(all, last)?))
    });
    let last = all.iter().rev().find_map(|it| {
        let first = it.date.checked_sub(time::Duration::days(6))?;
        Some((first, it.date, seven_day_average(all, it.date)?))
    });
    match (first, last) {
        (Some((first, first_end, from)), Some((last_start, last, to)))
            if first_end < last_start =>
        {
            Change::Known(Difference { from, to, first, last, matters: matters(from, to) })
        }
        _ => Change::TooFew,
    }
}

fn matters(from: f64, to: f64) -> bool {
    // Thirds and sevenths are not exact: what is as much on paper is as much.
    (to - from).abs() + 1e-9 >= POINTS.max(PART * from)
}
