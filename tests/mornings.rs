//! The next days of sessions with a movement, and of those without.

mod common;

use common::{date, on, session, sides, whole};
use limber::domain::catalogue::MovementNumber;
use limber::domain::history::{Done, Record};
use limber::domain::mornings::{Mean, Mornings, mornings};
use limber::domain::pain::{Pain, Score};
use limber::domain::plan::Side;
use proptest::prelude::*;

/// A session before which pain was so much, and on the next day so much.
fn told(before: Option<u8>, next_day: Option<u8>, done: &[Done]) -> Record {
    let score = |it: Option<u8>| it.and_then(Score::new);
    let pain = Pain { before: score(before), next_day: score(next_day), ..Pain::default() };
    Record { pain, ..session(on(date(2026, 11, 27), 600), done) }
}

/// So many sessions with this done in them, each from one score to the other.
fn times(count: usize, before: u8, next_day: u8, done: &[Done]) -> Vec<Record> {
    vec![told(Some(before), Some(next_day), done); count]
}

/// A movement on a side, with the sessions and the points of those with it and those without.
type Row = (u16, Option<Side>, (u32, f64), (u32, f64));

fn rows(records: &[Record]) -> Vec<Row> {
    let pair = |mean: Mean| (mean.sessions, mean.points);
    let row = |it: &Mornings| (it.movement.get(), it.side, pair(it.with), pair(it.without));
    mornings(records).iter().map(row).collect()
}

#[test]
fn next_days_with_a_movement_stand_beside_those_without() {
    let records = [
        times(4, 5, 3, &[whole(3, 60)]),
        times(1, 5, 4, &[whole(3, 60)]),
        times(5, 4, 4, &[whole(11, 60)]),
        times(1, 4, 7, &[]),
    ]
    .concat();
    assert_eq!(
        rows(&records),
        [
            // Four times two points less, and once one; without it five times as much, and once three more.
            (3, None, (5, (4.0 * -2.0 + -1.0) / 5.0), (6, 3.0 / 6.0)),
            (11, None, (5, 0.0), (6, (4.0 * -2.0 + -1.0 + 3.0) / 6.0)),
        ]
    );
}

#[test]
fn half_a_point_is_the_least_that_is_named() {
    let differs = |with: f64, without: f64| {
        let mean = |points| Mean { sessions: 9, points };
        let movement = MovementNumber::new(1);
        Mornings { movement, side: None, with: mean(with), without: mean(without) }.differs()
    };
    assert!(differs(-0.5, 0.0) && differs(0.3, -0.2) && differs(2.0, 0.0));
    assert!(!differs(-0.4, 0.0) && !differs(0.2, -0.2) && !differs(1.0, 1.0));
}

#[test]
fn the_best_comes_first_by_the_difference() {
    let records = [times(5, 4, 6, &[whole(1, 9)]), times(5, 4, 3, &[whole(2, 9)])].concat();
    let found = mornings(&records);
    let differences: Vec<_> = found.iter().map(|it| (it.movement.get(), it.difference())).collect();
    assert_eq!(differences, [(2, -1.0 - 2.0), (1, 2.0 - -1.0)]);
}

#[test]
fn each_side_stands_by_itself() {
    let records = [
        times(5, 5, 4, &[sides(1, 30, 0)]),
        times(5, 5, 5, &[sides(1, 0, 30)]),
        times(5, 5, 7, &[sides(1, 30, 30)]),
    ]
    .concat();
    assert_eq!(
        rows(&records),
        [
            (1, Some(Side::Left), (10, (5.0 * 2.0 - 5.0) / 10.0), (5, 0.0)),
            (1, Some(Side::Right), (10, 5.0 * 2.0 / 10.0), (5, -1.0)),
        ]
    );
}

#[test]
fn five_sessions_with_it_and_five_without_are_the_least() {
    let found = |with, without| {
        mornings(&[times(with, 5, 4, &[whole(3, 60)]), times(without, 5, 5, &[])].concat()).len()
    };
    assert_eq!(found(5, 5), 1);
    assert_eq!(found(4, 9), 0);
    assert_eq!(found(9, 4), 0);
    assert_eq!(found(0, 0), 0);
}

#[test]
fn a_session_of_which_one_score_is_unknown_does_not_count() {
    let with = [whole(3, 60)];
    let mut records = [times(5, 5, 4, &with), times(5, 5, 5, &[])].concat();
    let known = rows(&records);
    records.extend([told(None, Some(9), &with), told(Some(0), None, &[]), told(None, None, &with)]);
    assert_eq!(rows(&records), known);
}

#[test]
fn a_movement_done_twice_in_a_session_counts_once_and_one_not_done_does_not() {
    let twice = [sides(1, 30, 0), sides(1, 10, 0), whole(3, 0)];
    let records = [times(5, 5, 4, &twice), times(5, 5, 5, &[])].concat();
    assert_eq!(rows(&records), [(1, Some(Side::Left), (5, -1.0), (5, 0.0))]);
}

fn any_session() -> impl Strategy<Value = Record> {
    let score = || prop::option::weighted(0.8, 0..=10_u8);
    let one = prop_oneof![
        (1..6_u16, 0..2_u64).prop_map(|(movement, time)| whole(movement, time)),
        (6..9_u16, 0..2_u64, 0..2_u64)
            .prop_map(|(movement, left, right)| sides(movement, left, right)),
    ];
    (score(), score(), prop::collection::vec(one, 0..6))
        .prop_map(|(before, next_day, done)| told(before, next_day, &done))
}

proptest! {
    #[test]
    fn with_and_without_are_all_sessions(records in prop::collection::vec(any_session(), 0..60)) {
        let known: Vec<_> = records.iter().filter_map(|it| it.pain.changed_after()).collect();
        let sum: f64 = known.iter().map(|it| f64::from(*it)).sum();
        let found = mornings(&records);
        prop_assert!(found.is_sorted_by(|a, b| a.difference() <= b.difference()));
        for Mornings { with, without, .. } in &found {
            prop_assert!(with.sessions >= 5 && without.sessions >= 5);
            prop_assert_eq!((with.sessions + without.sessions) as usize, known.len());
            let all = f64::from(with.sessions) * with.points + f64::from(without.sessions) * without.points;
            prop_assert!((all - sum).abs() < 1e-9);
        }
        let mut keys: Vec<(MovementNumber, bool)> =
            found.iter().map(|it| (it.movement, it.side == Some(Side::Left))).collect();
        keys.sort_unstable();
        prop_assert!(keys.is_sorted_by(|a, b| a < b), "each is there once");
    }
}
