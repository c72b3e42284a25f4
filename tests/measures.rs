//! What people measure of themselves.

mod common;

use common::{catalogue, check_unreadable, date, instant, on};
use limber::domain::catalogue::CautionAction;
use limber::domain::measures::{
    Compared, Difference, Finding, Gap, Measure, Measures, Stands, Test, read_measures,
    write_measures,
};
use limber::domain::pain::Score;
use limber::domain::stored::Stored;
use proptest::prelude::*;
use time::{Date, Duration, OffsetDateTime};

/// Frozen: what the first version kept.
const MEASURES: &str = include_str!("stored/v1/measures.json");

fn gap(tenths: u16) -> Finding {
    Finding::FingertipToFloor(Gap::from_tenths(tenths).expect("within bounds"))
}

fn stands(count: u16) -> Finding {
    Finding::SitToStand(Stands::new(count).expect("within bounds"))
}

fn pull(left: u8, right: u8) -> Finding {
    let score = |it| Score::new(it).expect("within bounds");
    Finding::FigureFour { left: score(left), right: score(right) }
}

/// So many days after a first of November, in the morning.
fn at(day: i64) -> OffsetDateTime {
    on(date(2026, 11, 1), 600) + Duration::days(day)
}

/// Measures, each with the day on which it was taken.
fn measures(all: &[(i64, Finding)]) -> Measures {
    let mut measures = Measures::default();
    for (day, finding) in all {
        measures.add(Measure { at: at(*day), finding: *finding });
    }
    measures
}

fn findings(measures: &Measures) -> Vec<Finding> {
    measures.iter().map(|it| it.finding).collect()
}

#[test]
fn measures_stand_in_the_order_in_which_they_were_taken() {
    let all = measures(&[(9, stands(12)), (3, gap(200)), (3, stands(10)), (5, gap(150))]);
    assert_eq!(findings(&all), [gap(200), stands(10), gap(150), stands(12)]);
    let of = |test| all.of(test).map(|it| it.finding).collect::<Vec<_>>();
    assert_eq!(of(Test::FingertipToFloor), [gap(200), gap(150)]);
    assert_eq!(of(Test::SitToStand), [stands(10), stands(12)]);
    assert_eq!(of(Test::FigureFour), []);
}

#[test]
fn of_one_test_at_one_time_there_is_the_last_that_was_told() {
    let all = measures(&[(3, gap(200)), (3, gap(180))]);
    assert_eq!(findings(&all), [gap(180)]);
}

#[test]
fn what_was_removed_can_be_put_back() {
    let all = measures(&[(1, gap(200)), (2, stands(9)), (3, gap(150))]);
    let mut fewer = all.clone();
    let taken = all.iter().nth(1).expect("the second");
    assert!(fewer.remove(taken));
    assert!(!fewer.remove(taken), "it is gone");
    assert_eq!(findings(&fewer), [gap(200), gap(150)]);
    fewer.add(taken);
    assert_eq!(fewer, all);
}

#[test]
fn measures_of_two_devices_are_put_together() {
    let here = measures(&[(1, gap(200)), (3, gap(150))]);
    let there = measures(&[(1, gap(190)), (1, stands(9)), (2, gap(180))]);
    let both = here.clone().merged(there.clone());
    assert_eq!(findings(&both), [gap(200), stands(9), gap(180), gap(150)]);
    assert_eq!(both.clone().merged(there), both);
    assert_eq!(both.clone().merged(here), both);
}

#[test]
fn a_measure_is_due_at_first_and_then_every_two_weeks() {
    let all = measures(&[(0, gap(200)), (3, stands(9))]);
    let is_due = |test, day| all.is_due(test, at(day).date());
    assert!(is_due(Test::FigureFour, 0), "it was never taken");
    assert_eq!([13, 14, 15].map(|day| is_due(Test::FingertipToFloor, day)), [false, true, true]);
    assert_eq!([16, 17].map(|day| is_due(Test::SitToStand, day)), [false, true]);
    assert!(!is_due(Test::SitToStand, 0), "by a clock that was set back");
    assert!(!all.is_due(Test::SitToStand, Date::MIN) && all.is_due(Test::SitToStand, Date::MAX));
}

#[test]
fn one_is_reminded_of_what_one_has_taken_or_after_two_weeks_of_sessions() {
    let day = |day| at(day).date();
    let reminds = |all: &Measures, tests: &[Test], today, first: Option<i64>| {
        all.reminds(tests, day(today), first.map(day))
    };
    let none = Measures::default();
    assert!(!reminds(&none, &Test::ALL, 40, None));
    assert!(!reminds(&none, &Test::ALL, 13, Some(0)));
    assert!(reminds(&none, &Test::ALL, 14, Some(0)));
    assert!(!reminds(&none, &[], 14, Some(0)), "all are to be left out");
    let all = measures(&[(0, gap(200))]);
    assert!(!reminds(&all, &Test::ALL, 13, Some(0)));
    assert!(reminds(&all, &Test::ALL, 14, None));
    assert!(!reminds(&all, &[Test::FigureFour], 40, Some(0)), "it was never taken");
}

#[track_caller]
fn check(all: &[(i64, Finding)], test: Test, expected: Option<Compared>) {
    assert_eq!(measures(all).compared(test), expected);
}

#[test]
fn the_last_stands_beside_the_first() {
    use Compared::{Beyond, First, Unknown, Within};
    let fingers = Test::FingertipToFloor;
    let by = Difference::Gap;
    check(&[], fingers, None);
    check(&[(0, stands(9))], fingers, None);
    check(&[(0, gap(200)), (0, stands(9))], fingers, Some(First));
    check(&[(0, gap(200)), (14, gap(156))], fingers, Some(Within(by(-44))));
    check(&[(0, gap(200)), (14, gap(155))], fingers, Some(Beyond(by(-45))));
    check(&[(0, gap(200)), (14, gap(245))], fingers, Some(Beyond(by(45))));
    check(&[(0, gap(200)), (14, gap(90)), (28, gap(200))], fingers, Some(Within(by(0))));
    check(&[(0, gap(1_000)), (14, gap(0))], fingers, Some(Beyond(by(-1_000))));
    let stood = |by| Difference::Stands(by);
    check(&[(0, stands(9)), (14, stands(11))], Test::SitToStand, Some(Within(stood(2))));
    check(&[(0, stands(9)), (14, stands(12))], Test::SitToStand, Some(Beyond(stood(3))));
    check(&[(0, stands(9)), (14, stands(6))], Test::SitToStand, Some(Beyond(stood(-3))));
    let pulled = Unknown(Difference::Pull { left: -3, right: 1 });
    check(&[(0, pull(7, 4)), (14, pull(4, 5))], Test::FigureFour, Some(pulled));
    check(&[(0, pull(7, 4))], Test::FigureFour, Some(First));
}

#[test]
fn nothing_out_of_bounds_is_a_measure() {
    assert_eq!(Gap::from_tenths(1_000).map(Gap::tenths), Some(1_000));
    assert_eq!(Gap::from_tenths(1_001), None);
    assert_eq!(Stands::new(60).map(Stands::count), Some(60));
    assert_eq!(Stands::new(61), None);
}

#[test]
fn who_should_not_is_known_by_conditions_of_the_catalogue() {
    let movements = || catalogue().movements.iter();
    let is_known =
        |tag: &str| movements().any(|it| it.cautions.iter().any(|caution| caution.tag == tag));
    for test in Test::ALL {
        for tag in test.cautions() {
            assert!(is_known(tag), "{tag}");
        }
    }
    let seated = catalogue().movement_called("seated-figure-four").expect("a movement");
    let avoided = seated.cautions.iter().filter(|it| it.action == CautionAction::Avoid);
    assert_eq!(avoided.map(|it| it.tag).collect::<Vec<_>>(), Test::FigureFour.cautions());
}

#[test]
fn measures_by_version_1_can_be_read_for_ever() {
    let (then, later) = (instant(1_764_000_000, 60), instant(1_765_300_000, -330));
    let mut expected = Measures::default();
    for (at, finding) in [(then, gap(125)), (then, stands(14)), (then, pull(3, 7)), (later, gap(0))]
    {
        expected.add(Measure { at, finding });
    }
    assert_eq!(read_measures(Some(MEASURES)), Stored::Read(expected.clone()));
    assert_eq!(write_measures(&expected), MEASURES);
}

#[track_caller]
fn unreadable(this: &str, that: &str, why: &[&str]) {
    check_unreadable(MEASURES, (this, that), read_measures, why);
}

#[test]
fn measures_that_nobody_took_are_refused() {
    unreadable("125", "1001", &["measures / all / 1 / 4: 1001 is outside 0 to 1000"]);
    unreadable("14]", "61]", &["measures / all / 2 / 4: 61 is outside 0 to 60"]);
    unreadable("3,7", "3,11", &["measures / all / 3 / 5: 11 is outside 0 to 10"]);
    unreadable("3,7", "3", &["measures / all / 3: this measure has 4 fields, not 5"]);
    unreadable("14]", "14,2]", &["measures / all / 2: this measure has 5 fields, not 4"]);
    unreadable(
        "60,\"fingertips\",125",
        "60",
        &["measures / all / 1: a measure has 2 fields, not 4 or 5"],
    );
    unreadable("stands", "jumps", &["measures / all / 2 / 3: \"jumps\" is not known here"]);
    let order = "measures / all: the measures do not stand in their order";
    unreadable("1764000000", "1766000000", &[order]);
    assert_eq!(read_measures(Some(r#"{"v":2}"#)), Stored::Newer);
}

fn any_finding() -> impl Strategy<Value = Finding> {
    prop_oneof![
        (0..=1_000_u16).prop_map(gap),
        (0..=60_u16).prop_map(stands),
        (0..=10_u8, 0..=10_u8).prop_map(|(left, right)| pull(left, right)),
    ]
}

fn any_measures() -> impl Strategy<Value = Measures> {
    let moment = prop_oneof![0..20_i64, 0..4_000_000_000_i64];
    let one = (moment, -720..=840_i32, 0..1_000_u16, any_finding());
    prop::collection::vec(one, 0..20).prop_map(|all| {
        let mut measures = Measures::default();
        for (secs, offset, millis, finding) in all {
            let at = instant(secs, offset) + Duration::milliseconds(millis.into());
            measures.add(Measure { at, finding });
        }
        measures
    })
}

proptest! {
    #[test]
    fn measures_read_back(measures in any_measures()) {
        prop_assert_eq!(read_measures(Some(&write_measures(&measures))), Stored::Read(measures));
    }

    #[test]
    fn nothing_is_lost_where_they_are_put_together(a in any_measures(), b in any_measures()) {
        let both = a.clone().merged(b.clone());
        for one in a.iter() {
            prop_assert!(both.iter().any(|it| it == one));
        }
        for one in b.iter() {
            let is_same = |it: Measure| it.at == one.at && it.finding.test() == one.finding.test();
            prop_assert_eq!(both.iter().filter(|it| is_same(*it)).count(), 1);
        }
        prop_assert_eq!(&both, &both.clone().merged(b));
        prop_assert_eq!(read_measures(Some(&write_measures(&both))), Stored::Read(both));
    }
}
