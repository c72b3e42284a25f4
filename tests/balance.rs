//! The time that muscles and sides were worked on.

mod common;

use std::time::Duration;

use common::{catalogue, date, on, secs, session, sides, whole};
use limber::domain::balance::{
    Balance, MuscleTime, SideTimes, WEEKLY_MINUTES, balance, counted_days, weekly_minutes,
};
use limber::domain::history::{Done, Record};
use proptest::prelude::*;
use time::Date;

/// For the piriformis and the deep rotators of the hip.
const PIRIFORMIS: u16 = 1;
/// For the piriformis and the gluteus maximus.
const FIGURE_FOUR: u16 = 2;
/// For the spine and the abdominals; it moves them.
const CAT_COW: u16 = 15;
/// For the gluteus maximus and the hamstrings; it strengthens them.
const BRIDGE: u16 = 39;
/// For the gluteus medius, and the upper part of the gluteus maximus; so does this.
const CLAMSHELL: u16 = 40;

fn today() -> Date {
    date(2026, 11, 27)
}

fn done_today(done: &[Done]) -> Balance {
    balance(catalogue(), &[session(on(today(), 600), done)], today())
}

/// Seconds on the left, on the right, and without a side.
const fn times(left: u64, right: u64, both: u64) -> SideTimes {
    SideTimes { left: secs(left), right: secs(right), both: secs(both) }
}

const fn muscle(muscle: &'static str, times: SideTimes, stretched: SideTimes) -> MuscleTime {
    MuscleTime { muscle, times, stretched }
}

#[test]
fn a_muscle_has_the_time_of_every_movement_that_is_for_it() {
    let found = done_today(&[sides(PIRIFORMIS, 30, 40), sides(FIGURE_FOUR, 20, 10)]);
    assert_eq!(found.all, times(30 + 20, 40 + 10, 0));
    assert_eq!(
        found.muscles,
        [
            muscle("piriformis", times(50, 50, 0), times(50, 50, 0)),
            muscle("deep-hip-rotators", times(30, 40, 0), times(30, 40, 0)),
            muscle("gluteus-maximus", times(20, 10, 0), times(20, 10, 0)),
        ]
    );
}

#[test]
fn what_has_no_sides_is_of_both_and_what_is_no_stretch_is_not_stretched() {
    let found = done_today(&[sides(FIGURE_FOUR, 20, 10), whole(BRIDGE, 60)]);
    assert_eq!(found.all, times(20, 10, 60));
    assert_eq!(found.muscles[0], muscle("gluteus-maximus", times(20, 10, 60), times(20, 10, 0)));
    assert_eq!(found.muscles[1], muscle("hamstrings", times(0, 0, 60), times(0, 0, 0)));
    let moved = done_today(&[whole(CAT_COW, 60)]);
    assert_eq!(moved.muscles[0], muscle("erector-spinae", times(0, 0, 60), times(0, 0, 0)));
}

#[test]
fn a_part_of_a_muscle_is_that_muscle() {
    let found = done_today(&[sides(CLAMSHELL, 20, 20)]);
    assert_eq!(found.muscles[1], muscle("gluteus-maximus", times(20, 20, 0), times(0, 0, 0)));
}

#[test]
fn only_days_since_then_count() {
    let done = [sides(PIRIFORMIS, 10, 10)];
    let records = [
        session(on(date(2026, 11, 26), 20 * 60), &done),
        // Still the night of the 26th.
        session(on(today(), 3 * 60 + 59), &done),
        session(on(today(), 4 * 60), &done),
    ];
    let since = |date| balance(catalogue(), &records, date).all;
    assert_eq!(since(date(2026, 11, 26)), times(30, 30, 0));
    assert_eq!(since(today()), times(10, 10, 0));
    assert_eq!(since(date(2026, 11, 28)), SideTimes::default());
    assert_eq!(since(Date::MIN), times(30, 30, 0));
}

#[test]
fn a_movement_that_is_gone_is_time_of_no_known_muscle() {
    let found = done_today(&[sides(9_999, 10, 5), whole(9_998, 7)]);
    let all = times(10, 5, 7);
    assert_eq!(found, Balance { muscles: vec![], others: all, all });
    assert_eq!(done_today(&[sides(PIRIFORMIS, 30, 40)]).others, times(0, 0, 0));
}

#[test]
fn what_has_no_sides_works_on_both() {
    assert_eq!(times(20, 10, 60).each(), [secs(80), secs(70)]);
}

#[test]
fn a_weekly_mean_is_of_four_weeks_or_of_those_since_the_first_session() {
    let days = |first| counted_days(first, today());
    assert_eq!(days(today()), 7);
    assert_eq!(days(date(2026, 11, 21)), 7);
    assert_eq!(days(date(2026, 11, 14)), 14);
    assert_eq!(days(date(2026, 10, 31)), 28);
    assert_eq!(days(date(2020, 1, 1)), 28);
    // By another clock the first one lies ahead.
    assert_eq!(days(date(2026, 12, 31)), 7);
    let near = |days, minutes: f64| (weekly_minutes(secs(20 * 60), days) - minutes).abs() < 1e-9;
    assert!(near(28, 5.0) && near(14, 10.0) && near(7, 20.0));
}

#[test]
fn five_minutes_a_week_are_in_reach() {
    let week: Vec<_> = (1..=5).map(|_| sides(PIRIFORMIS, 60, 60)).collect();
    let stretched = done_today(&week).muscles[0].stretched;
    assert_eq!(stretched.each(), [Duration::from_secs(WEEKLY_MINUTES * 60); 2]);
}

fn any_done() -> impl Strategy<Value = Done> {
    let secs = || 0..600_u64;
    prop_oneof![
        (1..=46_u16, secs()).prop_map(|(movement, time)| whole(movement, time)),
        (1..=46_u16, secs(), secs())
            .prop_map(|(movement, left, right)| sides(movement, left, right)),
    ]
}

proptest! {
    #[test]
    fn nothing_is_lost_and_the_largest_comes_first(all in prop::collection::vec(any_done(), 0..40)) {
        let record = session(on(today(), 600), &all);
        let found = balance(catalogue(), std::slice::from_ref(&record), today());
        prop_assert_eq!(found.all.total(), Record::worked(&record));
        prop_assert_eq!((found.all.left, found.all.right), record.sides());
        let totals = found.muscles.iter().map(|it| it.times.total());
        prop_assert!(totals.clone().is_sorted_by(|a, b| a >= b));
        // Each movement counts once for each of its muscles.
        let shares = all.iter().filter_map(|done| {
            let primary = &catalogue().movement(done.movement)?.primary;
            Some(done.time.total() * u32::try_from(primary.len()).expect("a few"))
        });
        prop_assert_eq!(totals.sum::<Duration>(), shares.sum::<Duration>());
        for it in &found.muscles {
            prop_assert!(it.stretched.total() <= it.times.total());
        }
    }
}
