//! Pain over time, told by numbers that one can check by hand.

mod common;

use common::{date, on, session, whole};
use limber::domain::history::Record;
use limber::domain::pain::{Flank, Pain, Score, Site};
use limber::domain::trend::{
    Change, Difference, Filter, Line, Reading, Trend, When, change, readings, seven_day_average,
    trend,
};
use proptest::prelude::*;
use proptest::sample::select;
use time::{Date, Duration};

/// The first day of these tests, so many days later.
fn day(number: i64) -> Date {
    date(2026, 11, 1) + Duration::days(number)
}

fn score(score: u8) -> Option<Score> {
    Score::new(score)
}

/// A session on a day at an hour, with this told of it.
fn told(number: i64, hour: u16, pain: Pain) -> Record {
    Record { pain, ..session(on(day(number), hour * 60), &[whole(1, 60)]) }
}

/// Scores of days in a row, from the first one on; `None` where nothing was told.
fn scores(all: &[Option<f64>]) -> Vec<Reading> {
    let reading = |(number, score): (i64, &Option<f64>)| {
        score.map(|score| Reading { date: day(number), score })
    };
    (0..).zip(all).filter_map(reading).collect()
}

fn every_day(all: &[f64]) -> Vec<Reading> {
    scores(&all.iter().copied().map(Some).collect::<Vec<_>>())
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn a_day_has_the_mean_of_its_scores() {
    let before = |score| Pain { before: Score::new(score), ..Pain::default() };
    let records = [
        told(0, 9, before(4)),
        told(0, 20, before(7)),
        // At one in the morning it is still the first day.
        told(1, 1, before(4)),
        told(1, 9, Pain { after: score(9), ..Pain::default() }),
        told(2, 9, before(0)),
    ];
    let found = readings(&records, When::Before, Filter::default());
    let at = |number, score| Reading { date: day(number), score };
    assert_eq!(found, [at(0, f64::from(4 + 7 + 4) / 3.0), at(2, 0.0)]);
}

#[test]
fn a_score_of_the_next_day_belongs_to_that() {
    let pain = Pain { before: score(5), after: score(4), next_day: score(3), ..Pain::default() };
    let records = [told(0, 9, pain), told(1, 2, pain), told(1, 9, pain)];
    let days = |when| -> Vec<(Date, f64)> {
        let all = readings(&records, when, Filter::default());
        all.iter().map(|it| (it.date, it.score)).collect()
    };
    assert_eq!(days(When::Before), [(day(0), 5.0), (day(1), 5.0)]);
    assert_eq!(days(When::After), [(day(0), 4.0), (day(1), 4.0)]);
    assert_eq!(days(When::DaysAfter), [(day(1), 3.0), (day(2), 3.0)]);
}

#[test]
fn a_score_of_two_days_after_belongs_to_that() {
    let [two, five] = [2, 5].map(Score::new);
    let records = [
        told(0, 9, Pain { next_day: five, two_days: two, ..Pain::default() }),
        told(1, 9, Pain { next_day: five, ..Pain::default() }),
        told(2, 9, Pain { two_days: two, ..Pain::default() }),
    ];
    let all = readings(&records, When::DaysAfter, Filter::default());
    let at = |number, score| Reading { date: day(number), score };
    assert_eq!(all, [at(1, 5.0), at(2, 3.5), at(4, 2.0)]);
}

#[test]
fn one_can_look_at_one_place_and_one_side() {
    let told = |number, site, flank| {
        told(number, 9, Pain { before: score(1), site, flank, ..Pain::default() })
    };
    let (back, buttock) = (Some(Site::Back), Some(Site::Buttock));
    let (left, right, both) = (Some(Flank::Left), Some(Flank::Right), Some(Flank::Both));
    let records = [
        told(0, None, None),
        told(1, back, left),
        told(2, back, both),
        told(3, buttock, right),
        told(4, buttock, None),
    ];
    let days = |site, flank| -> Vec<i64> {
        let all = readings(&records, When::Before, Filter { site, flank });
        all.iter().map(|it| (it.date - day(0)).whole_days()).collect()
    };
    assert_eq!(days(None, None), [0, 1, 2, 3, 4]);
    assert_eq!(days(back, None), [1, 2]);
    assert_eq!(days(buttock, None), [3, 4]);
    assert_eq!(days(None, left), [1, 2]);
    assert_eq!(days(None, right), [2, 3]);
    assert_eq!(days(None, both), [2]);
    assert_eq!(days(back, right), [2]);
    assert_eq!(days(Some(Site::Foot), None), [] as [i64; 0]);
}

#[test]
fn an_average_of_seven_days_takes_four_of_them() {
    let (some, none) = (Some, None);
    let all = scores(&[some(9.0), some(1.0), none, some(2.0), none, some(4.0), none, some(6.0)]);
    // Days 1 to 7; day 0 is one too early.
    assert_eq!(seven_day_average(&all, day(7)), Some((1.0 + 2.0 + 4.0 + 6.0) / 4.0));
    assert_eq!(seven_day_average(&all, day(6)), Some((9.0 + 1.0 + 2.0 + 4.0) / 4.0));
    assert_eq!(seven_day_average(&all, day(8)), None);
    assert_eq!(seven_day_average(&all, day(4)), None);
    assert_eq!(seven_day_average(&[], day(0)), None);
    assert_eq!(seven_day_average(&all, Date::MIN), None);
    assert_eq!(seven_day_average(&all, Date::MAX), None);
}

fn trend_of(readings: &[Reading]) -> Trend {
    trend(readings, Date::MIN, Date::MAX)
}

#[track_caller]
fn line_of(readings: &[Reading]) -> Line {
    match trend_of(readings) {
        Trend::Line(line) => line,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_line_takes_ten_days_that_span_fourteen() {
    let too_few = |have| Trend::TooFew { have, need: 10 };
    assert_eq!(trend_of(&[]), too_few(0));
    assert_eq!(trend_of(&every_day(&[5.0])), too_few(1));
    let mut all = every_day(&[5.0; 9]);
    assert_eq!(trend_of(&all), too_few(9));
    all.push(Reading { date: day(12), score: 5.0 });
    assert_eq!(trend_of(&all), Trend::TooShort { have: 13, need: 14 });
    all[9].date = day(13);
    assert!(matches!(trend_of(&all), Trend::Line(_)));
    assert_eq!(trend(&all, day(1), day(13)), too_few(9));
    assert_eq!(trend(&all, day(0), day(12)), too_few(9));
    assert_eq!(trend(&all, day(13), day(0)), too_few(0));
}

#[test]
fn days_on_a_line_have_that_line() {
    // From 8 to 1 by half a point a day.
    let all: Vec<_> = (0..15).map(|it| 8.0 - 0.5 * f64::from(it)).collect();
    let line = line_of(&every_day(&all));
    assert_eq!((line.from, line.to), (day(0), day(14)));
    near(line.start, 8.0);
    near(line.end, 1.0);
    near(line.slope_per_week, -3.5);
    // A point in all, over the 14 days from the first to the last, may hide behind numbers without any scatter.
    near(line.low, -3.5 - 0.5);
    near(line.high, -3.5 + 0.5);
}

#[test]
fn a_line_begins_on_the_first_day_that_has_a_score() {
    let mut all = every_day(&[2.0; 20]);
    all.retain(|it| it.date != day(0) && it.date != day(19));
    let line = line_of(&all);
    assert_eq!((line.from, line.to), (day(1), day(18)));
    let within = trend(&all, day(3), day(17));
    assert!(
        matches!(within, Trend::Line(Line { from, to, .. }) if from == day(3) && to == day(17))
    );
}

#[test]
fn where_all_days_are_alike_a_point_may_hide() {
    // From 2.5 to 3.4 all of them are called 3. From the first day to the last are 29.
    let line = line_of(&every_day(&[3.0; 30]));
    near(line.start, 3.0);
    near(line.end, 3.0);
    near(line.slope_per_week, 0.0);
    near(line.low, -7.0 / 29.0);
    near(line.high, 7.0 / 29.0);
}

/// What the interval reaches to either side of the slope, in points a day.
fn half(line: Line) -> f64 {
    (line.high - line.low) / 14.0
}

#[test]
fn the_interval_is_students() {
    // Ten days, of which every other has a score. They are 9 and 6 on average; the squares about that are 330 of the
    // days and 30 of the scores, and their products -86. The line leaves 30 - 86 * 86 / 330 = 7.5879 of the squares,
    // for eight degrees of freedom, whose t is 2.306. Neighbours lie on opposite sides of it more often than not.
    let all = [8, 7, 9, 6, 7, 5, 6, 4, 5, 3];
    let reading =
        |(number, score): (i64, i32)| Reading { date: day(2 * number), score: f64::from(score) };
    let readings: Vec<_> = (0..).zip(all).map(reading).collect();
    let line = line_of(&readings);
    near(line.slope_per_week, -7.0 * 86.0 / 330.0);
    near(line.start, 6.0 + 9.0 * 86.0 / 330.0);
    near(line.end, 6.0 - 9.0 * 86.0 / 330.0);
    let expected = 2.306 * (7.587_879_f64 / 8.0 / 330.0).sqrt();
    assert!((half(line) - expected).abs() < 1e-4, "{} is not {expected}", half(line));
}

#[test]
fn the_interval_is_wider_where_days_in_a_row_are_alike() {
    // Eighteen days about a level line at 5, with squares of 12 about it and products of neighbours of 6: they are
    // alike by a half, so there are three for each that is new. The squares of the days are 484.5; t of 16 is 2.120.
    let all = [4, 4, 4, 6, 6, 6, 5, 5, 5, 5, 5, 5, 6, 6, 6, 4, 4, 4].map(f64::from);
    let line = line_of(&every_day(&all));
    near(line.slope_per_week, 0.0);
    let expected = 2.120 * (12.0_f64 / 16.0 * 3.0 / 484.5).sqrt();
    assert!((half(line) - expected).abs() < 1e-4, "{} is not {expected}", half(line));
}

#[test]
fn years_of_days_have_one_line() {
    let all: Vec<_> = (0..4_000).map(|it| 9.0 - f64::from(it) / 500.0).collect();
    let line = line_of(&every_day(&all));
    assert_eq!((line.from, line.to), (day(0), day(3_999)));
    near(line.start, 9.0);
    near(line.end, 9.0 - 3_999.0 / 500.0);
    near(line.slope_per_week, -7.0 / 500.0);
}

/// The same numbers in every run: a linear congruential generator with the constants of Knuth's MMIX.
struct Chance(u64);

impl Chance {
    fn uniform(&mut self) -> f64 {
        let Self(state) = self;
        *state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(*state >> 32).expect("32 bits")) / f64::from(u32::MAX)
    }

    /// Near enough to normal: the sum of twelve.
    fn noise(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    /// Pain of so many days in a row that rises by `rise` in all, each day off by `noise` and like the one before it
    /// by `alike`. It begins anywhere.
    fn pain(&mut self, days: u32, rise: f64, noise: f64, alike: f64) -> Vec<f64> {
        let start = 4.0 + 2.0 * self.uniform() - rise / 2.0;
        let mut off = self.noise();
        let day = |number| {
            let pain = start + rise * f64::from(number) / f64::from(days - 1) + noise * off;
            off = alike * off + (1.0 - alike * alike).sqrt() * self.noise();
            pain
        };
        (0..days).map(day).collect()
    }
}

/// A number as people give it.
fn told_score(pain: f64) -> f64 {
    pain.round().clamp(0.0, 10.0)
}

/// In how many of a thousand the interval holds the rise that was put into the numbers.
fn held(days: u32, rise: f64, noise: f64, alike: f64, given: fn(f64) -> f64) -> usize {
    let mut chance = Chance(7);
    let per_week = 7.0 * rise / f64::from(days - 1);
    let is_held = |_: &u32| {
        let all: Vec<_> = chance.pain(days, rise, noise, alike).into_iter().map(given).collect();
        let line = line_of(&every_day(&all));
        line.low <= per_week && per_week <= line.high
    };
    (0..1_000).filter(is_held).count()
}

#[test]
fn the_interval_holds_the_slope_in_some_nineteen_of_twenty() {
    for (days, rise) in [(14, 0.0), (20, 1.0), (28, -3.0), (84, 2.0)] {
        let held = held(days, rise, 1.0, 0.0, |pain| pain);
        assert!((935..=975).contains(&held), "{held} of 1000: {days} days, {rise} points");
    }
}

#[test]
fn it_does_so_with_whole_numbers_too() {
    let mut all = vec![];
    for days in [14, 28, 84] {
        for rise in [-3.0, -1.0, 0.0, 0.5, 2.0] {
            for noise in [0.1, 0.3, 0.6, 1.0, 1.5] {
                let held = held(days, rise, noise, 0.0, told_score);
                assert!(held >= 930, "{held} of 1000: {days} days, {rise} points, noise {noise}");
                // Where numbers hardly differ it is wider than it need be.
                if noise >= 0.6 {
                    assert!(
                        held <= 980,
                        "{held} of 1000: {days} days, {rise} points, noise {noise}"
                    );
                    all.push(held);
                }
            }
        }
    }
    let mean = all.iter().sum::<usize>() / all.len();
    assert!((945..=965).contains(&mean), "{mean} of 1000");
}

#[test]
fn it_does_nearly_so_where_days_in_a_row_are_alike() {
    for (days, least) in [(14, 840), (28, 870), (84, 900)] {
        for noise in [0.6, 1.0, 1.5] {
            let held = held(days, 1.0, noise, 0.4, told_score);
            assert!(held >= least, "{held} of 1000: {days} days, noise {noise}");
        }
    }
}

fn change_of(readings: &[Reading]) -> Change {
    change(readings, Date::MIN, Date::MAX)
}

/// Seven days with the first score, then seven with the second.
#[track_caller]
fn check_change(from: f64, to: f64, matters: bool) {
    let all = every_day(&[[from; 7], [to; 7]].concat());
    let Change::Known(found) = change_of(&all) else { panic!("it is known") };
    near(found.from, from);
    near(found.to, to);
    assert_eq!((found.first, found.last, found.matters), (day(0), day(13), matters));
}

#[test]
fn a_change_matters_from_two_points_and_from_three_tenths_on() {
    check_change(5.0, 3.0, true);
    check_change(5.0, 3.5, false);
    // Three tenths of 5 is less than two points.
    check_change(5.0, 3.25, false);
    check_change(3.0, 1.0, true);
    check_change(1.0, 0.0, false);
    // Three tenths of 10 is three points.
    check_change(10.0, 8.0, false);
    check_change(10.0, 7.0, true);
    check_change(8.0, 6.0, false);
    // For the worse too.
    check_change(2.0, 4.0, true);
    check_change(2.0, 3.0, false);
    check_change(0.0, 0.0, false);
}

#[test]
fn a_change_of_just_two_points_matters_in_thirds_too() {
    let thirds = |sum: f64| sum / 3.0;
    check_change(thirds(20.0), thirds(14.0), true);
    check_change(thirds(10.0), thirds(4.0), true);
}

#[test]
fn a_change_is_between_the_first_and_the_last_seven_days_with_four_scores() {
    let mut all = vec![None; 40];
    // Two alone, too far from the others; then four in seven days.
    (all[0], all[1]) = (Some(10.0), Some(10.0));
    for (number, score) in [(9, 6.0), (11, 7.0), (13, 7.0), (15, 8.0)] {
        all[number] = Some(score);
    }
    for (number, score) in [(20, 1.0), (25, 4.0), (28, 4.0), (29, 3.0), (31, 1.0)] {
        all[number] = Some(score);
    }
    // One alone, with but one other in its seven days.
    all[37] = Some(0.0);
    let readings = scores(&all);
    let found = Difference { from: 7.0, to: 3.0, first: day(9), last: day(31), matters: true };
    assert_eq!(change_of(&readings), Change::Known(found));
    assert_eq!(change(&readings, day(10), day(40)), Change::TooFew);
    assert_eq!(change(&readings, day(0), day(30)), Change::TooFew);
}

#[test]
fn seven_days_are_not_compared_with_themselves() {
    assert_eq!(change_of(&[]), Change::TooFew);
    assert_eq!(change_of(&every_day(&[5.0; 7])), Change::TooFew);
    assert_eq!(change_of(&every_day(&[5.0; 13])), Change::TooFew);
    assert!(matches!(change_of(&every_day(&[5.0; 14])), Change::Known(_)));
}

/// Up to sixty days in a row, of which some have a score, on a scale of halves, so that there are ties.
fn any_readings() -> impl Strategy<Value = Vec<Reading>> {
    let score = prop::option::weighted(0.8, (0..=20_u8).prop_map(|it| f64::from(it) / 2.0));
    prop::collection::vec(score, 14..60).prop_map(|all| scores(&all))
}

fn any_pain() -> impl Strategy<Value = Pain> {
    let score = || prop::option::of((0..=10_u8).prop_filter_map("a score", Score::new));
    let site = prop::option::of(select(Site::ALL.to_vec()));
    let flank = prop::option::of(select(Flank::ALL.to_vec()));
    (score(), score(), score(), site, flank).prop_map(|(before, after, next_day, site, flank)| {
        Pain { before, after, next_day, site, flank, ..Pain::default() }
    })
}

proptest! {
    #[test]
    fn no_line_lies_nearer_to_the_days(readings in any_readings(), up in -0.5..0.5_f64, turn in -0.05..0.05_f64) {
        let Trend::Line(line) = trend_of(&readings) else { return Ok(()) };
        let squares = |start: f64, slope: f64| -> f64 {
            let day = |it: &Reading| f64::from(it.date.to_julian_day() - line.from.to_julian_day());
            readings.iter().map(|it| (it.score - start - slope * day(it)).powi(2)).sum()
        };
        let slope = line.slope_per_week / 7.0;
        prop_assert!(squares(line.start, slope) <= squares(line.start + up, slope + turn) + 1e-9);
        prop_assert!(line.low < line.slope_per_week && line.slope_per_week < line.high);
        near(line.high - line.slope_per_week, line.slope_per_week - line.low);
    }

    #[test]
    fn as_much_pain_more_on_every_day_is_the_same_trend(readings in any_readings(), more in -5..=5_i8) {
        let more = f64::from(more);
        let moved: Vec<_> = readings.iter().map(|it| Reading { score: it.score + more, ..*it }).collect();
        match (trend_of(&readings), trend_of(&moved)) {
            (Trend::Line(line), Trend::Line(moved)) => {
                near(moved.slope_per_week, line.slope_per_week);
                near(moved.low, line.low);
                near(moved.high, line.high);
                near(moved.start, line.start + more);
                near(moved.end, line.end + more);
            }
            (here, there) => prop_assert_eq!(here, there),
        }
    }

    #[test]
    fn readings_are_in_order_and_within_bounds(
        all in prop::collection::vec((0..40_i64, 0..24_u16, any_pain()), 0..60),
    ) {
        let records: Vec<_> = all.into_iter().map(|(number, hour, pain)| told(number, hour, pain)).collect();
        for when in When::ALL {
            let found = readings(&records, when, Filter::default());
            prop_assert!(found.is_sorted_by(|a, b| a.date < b.date));
            prop_assert!(found.iter().all(|it| (0.0..=10.0).contains(&it.score)));
            let (_, _) = (trend_of(&found), change_of(&found));
        }
    }
}
