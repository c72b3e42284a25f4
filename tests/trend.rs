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
    assert_eq!(days(When::NextDay), [(day(1), 3.0), (day(2), 3.0)]);
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
    let Line { start, end, slope_per_week, low, high, .. } = line;
    assert_eq!((start, end, slope_per_week, low, high), (8.0, 1.0, -3.5, -3.5, -3.5));
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
fn where_all_days_are_alike_the_line_is_level_and_sure() {
    let line = line_of(&every_day(&[3.0; 30]));
    let Line { start, end, slope_per_week, low, high, .. } = line;
    assert_eq!((start, end, slope_per_week, low, high), (3.0, 3.0, 0.0, 0.0, 0.0));
}

#[test]
fn a_few_odd_days_do_not_turn_the_line() {
    let mut all = [4.0; 21];
    (all[0], all[19], all[20]) = (0.0, 10.0, 10.0);
    let line = line_of(&every_day(&all));
    assert_eq!((line.slope_per_week, line.start, line.end), (0.0, 4.0, 4.0));
}

#[test]
fn the_interval_is_sens() {
    // Ten days, of which every other has a score: 10 * 9 / 2 = 45 pairs. 7, 6 and 5 were given twice, so S varies by
    // (10*9*25 - 3 * 2*1*9) / 18 = 122, and 1.96 * sqrt(122) = 21.65. (45 - 21.65) / 2 = 11.68: the ends are the
    // 11th slopes from below and above, -3/7 and -1/8 a day; the 23rd is -1/4. What the days have without it is, in
    // order, five times 7.5, 8, three times 9, and 10.
    let all = [8, 7, 9, 6, 7, 5, 6, 4, 5, 3];
    let reading =
        |(number, score): (i64, i32)| Reading { date: day(2 * number), score: f64::from(score) };
    let readings: Vec<_> = (0..).zip(all).map(reading).collect();
    let line = line_of(&readings);
    near(line.low, -3.0);
    near(line.slope_per_week, -1.75);
    near(line.high, -0.875);
    near(line.start, f64::midpoint(7.5, 8.0));
    near(line.end, 7.75 - 18.0 / 4.0);
}

#[test]
fn many_days_are_thinned_and_the_line_stays() {
    let all: Vec<_> = (0..4_000).map(|it| 9.0 - f64::from(it) / 500.0).collect();
    let line = line_of(&every_day(&all));
    assert_eq!((line.from, line.to), (day(0), day(3_999)));
    near(line.start, 9.0);
    near(line.end, 9.0 - 3_999.0 / 500.0);
    near(line.slope_per_week, -7.0 / 500.0);
}

/// The slopes of all pairs of days, in points a day.
fn slopes(readings: &[Reading]) -> Vec<f64> {
    let mut slopes = vec![];
    for (index, a) in readings.iter().enumerate() {
        for b in &readings[index + 1..] {
            let days = i32::try_from((b.date - a.date).whole_days()).expect("a few");
            slopes.push((b.score - a.score) / f64::from(days));
        }
    }
    slopes
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
}

#[test]
fn the_interval_holds_the_slope_in_some_nineteen_of_twenty() {
    let mut chance = Chance(7);
    let (rounds, slope) = (2_000, 0.05);
    let held = (0..rounds).filter(|_| {
        let all: Vec<_> = (0..20).map(|it| 3.0 + slope * f64::from(it) + chance.noise()).collect();
        let line = line_of(&every_day(&all));
        (line.low..=line.high).contains(&(slope * 7.0))
    });
    let held = held.count();
    assert!((rounds * 94 / 100..=rounds * 97 / 100).contains(&held), "{held} of {rounds}");
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
        Pain { before, after, next_day, site, flank }
    })
}

/// Kendall's S of what is left of scores without a slope: how many pairs rise, less those that fall.
fn s_without(readings: &[Reading], slope: f64) -> i32 {
    slopes(readings).iter().map(|it| i32::from(*it > slope) - i32::from(*it < slope)).sum()
}

proptest! {
    #[test]
    fn the_line_is_the_one_of_all_pairs(readings in any_readings()) {
        let Trend::Line(line) = trend_of(&readings) else { return Ok(()) };
        let slope = line.slope_per_week / 7.0;
        let rising = slopes(&readings).iter().filter(|it| **it > slope + 1e-9).count();
        let falling = slopes(&readings).iter().filter(|it| **it < slope - 1e-9).count();
        let half = slopes(&readings).len() / 2;
        prop_assert!(rising <= half && falling <= half, "{rising} above, {falling} below");
        prop_assert!(line.low <= line.slope_per_week && line.slope_per_week <= line.high);
        // As many days lie above the line as below.
        let left = |it: &Reading| {
            let days = f64::from(it.date.to_julian_day() - line.from.to_julian_day());
            it.score - line.start - slope * days
        };
        let above = readings.iter().filter(|it| left(it) > 1e-9).count();
        let below = readings.iter().filter(|it| left(it) < -1e-9).count();
        prop_assert!(above <= readings.len() / 2 && below <= readings.len() / 2);
    }

    /// By another way than the app's: a slope is out of the interval where the scores without it still rise or fall
    /// by more than chance.
    #[test]
    fn no_slope_beyond_the_interval_is_likely(readings in any_readings()) {
        let Trend::Line(line) = trend_of(&readings) else { return Ok(()) };
        let n = i32::try_from(readings.len()).expect("a few");
        let mut ties = 0;
        for score in 0..=20 {
            let alike = readings.iter().filter(|it| (it.score * 2.0 - f64::from(score)).abs() < 0.1);
            let t = i32::try_from(alike.count()).expect("a few");
            ties += t * (t - 1) * (2 * t + 5);
        }
        let limit = 1.96 * (f64::from(n * (n - 1) * (2 * n + 5) - ties) / 18.0).sqrt();
        prop_assert!(f64::from(s_without(&readings, line.low / 7.0 - 1e-6)) > limit);
        prop_assert!(f64::from(s_without(&readings, line.high / 7.0 + 1e-6)) < -limit);
        // And it is no wider than that by more than one pair at either end.
        prop_assert!(f64::from(s_without(&readings, line.low / 7.0 + 1e-6)) <= limit + 2.0);
        prop_assert!(f64::from(s_without(&readings, line.high / 7.0 - 1e-6)) >= -limit - 2.0);
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
