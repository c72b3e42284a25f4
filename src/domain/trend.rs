//! Pain over time: its average, the line through it, and whether it changed by what matters to a person.
//!
//! Nothing here says why. Pain comes and goes by itself, and most people seek help on their worst days, after
//! which it falls whatever they do.

use time::{Date, OffsetDateTime};

use super::days::felt_day;
use super::history::Record;
use super::pain::{Flank, Pain, Score, Site};

/// An average of seven days takes so many of them.
pub const LEAST_OF_SEVEN: usize = 4;
/// A line takes so many days.
pub const LEAST_DAYS: usize = 10;
/// And from the first to the last of them, so many.
pub const LEAST_SPAN: usize = 14;
/// A line is drawn through so many days at the most, which makes some 7,000 pairs.
const MOST_DAYS: usize = 120;
/// A change of so many points or of such a part of what it was, whichever is larger, matters to a person: Farrar
/// and others, Pain 2001;94:149-158; Ostelo and others, Spine 2008;33:90-94.
const POINTS: f64 = 2.0;
const PART: f64 = 0.3;

/// When a score was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Before,
    After,
    NextDay,
}

impl When {
    pub const ALL: [Self; 3] = [Self::Before, Self::After, Self::NextDay];

    const fn score(self, pain: Pain) -> Option<Score> {
        match self {
            Self::Before => pain.before,
            Self::After => pain.after,
            Self::NextDay => pain.next_day,
        }
    }

    /// The day of which the score tells.
    fn day(self, began: OffsetDateTime) -> Date {
        let day = felt_day(began);
        match self {
            Self::Before | Self::After => day,
            Self::NextDay => day.next_day().unwrap_or(day),
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
    for record in records.iter().filter(|record| filter.takes(record.pain)) {
        let Some(score) = when.score(record.pain) else { continue };
        let date = when.day(record.began);
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
    /// The slope lies between these two, with 95 % confidence if every day were by itself. Days in a row are alike,
    /// so it is a little less sure than that.
    pub low: f64,
    pub high: f64,
}

/// The line through the scores of these days: the Theil-Sen one, which a few odd days do not turn.
///
/// Its slope is the median of those of all pairs of days, and the interval around it is Sen's (Sen, J Am Stat
/// Assoc 1968;63:1379-1389; Hollander and Wolfe, Nonparametric Statistical Methods, section 9.3). Where there are
/// more than 120 days, it goes through 120 of them, evenly chosen, with the first and the last.
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
    let count = all.len().min(MOST_DAYS);
    let chosen = (0..count).map(|index| all[index * (all.len() - 1) / (count - 1)]);
    Trend::Line(line(&chosen.collect::<Vec<_>>()))
}

fn line(readings: &[Reading]) -> Line {
    let (from, to) = (readings[0].date, readings[readings.len() - 1].date);
    let day = |date: Date| f64::from(date.to_julian_day() - from.to_julian_day());
    let mut slopes = vec![];
    for (index, later) in readings.iter().enumerate() {
        let slope = |it: &Reading| (later.score - it.score) / (day(later.date) - day(it.date));
        slopes.extend(readings[..index].iter().map(slope));
    }
    slopes.sort_unstable_by(f64::total_cmp);
    let slope = median(&slopes);
    let mut starts: Vec<_> = readings.iter().map(|it| it.score - slope * day(it.date)).collect();
    starts.sort_unstable_by(f64::total_cmp);
    let start = median(&starts);
    let outside = outside(readings, slopes.len());
    Line {
        from,
        to,
        start,
        end: start + slope * day(to),
        slope_per_week: slope * 7.0,
        low: slopes[outside - 1] * 7.0,
        high: slopes[slopes.len() - outside] * 7.0,
    }
}

fn median(sorted: &[f64]) -> f64 {
    f64::midpoint(sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2])
}

/// The place from either end, counted from 1, of the slope that ends the interval: as far in as Kendall's S, which
/// is near to normal from ten days on, is seen by chance in one of twenty.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "it lies between zero and some thousand, and of two slopes the outer one is meant"
)]
fn outside(readings: &[Reading], slopes: usize) -> usize {
    let mut scores: Vec<_> = readings.iter().map(|it| it.score).collect();
    scores.sort_unstable_by(f64::total_cmp);
    let share = |count: usize| (count * (count - 1) * (2 * count + 5)) as f64;
    // Days with one and the same score say nothing of a slope.
    let tied = scores.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|them| share(them.len()));
    let variance = (share(readings.len()) - tied.sum::<f64>()) / 18.0;
    let place = (slopes as f64 - 1.96 * variance.sqrt()) / 2.0;
    (place as usize).max(1)
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
