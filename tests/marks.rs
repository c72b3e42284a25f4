//! The days that a person has marked.

mod common;

use common::{check_unreadable, date};
use limber::domain::marks::{Mark, Marks, markable, read_marks, write_marks};
use limber::domain::stored::Stored;
use proptest::prelude::*;
use proptest::sample::select;
use time::Date;

/// Frozen: what the first version kept.
const DAYS: &str = include_str!("stored/v1/days.json");

fn marks(all: &[(Date, Mark)]) -> Marks {
    let mut marks = Marks::default();
    for (date, mark) in all {
        marks.set(*date, *mark);
    }
    marks
}

fn all(marks: &Marks) -> Vec<(Date, Mark)> {
    marks.iter().collect()
}

#[test]
fn a_day_has_the_mark_that_it_was_given_last() {
    let (monday, tuesday) = (date(2026, 11, 23), date(2026, 11, 24));
    let mut marks = marks(&[(tuesday, Mark::Flare), (monday, Mark::Flare), (monday, Mark::Rest)]);
    assert_eq!(all(&marks), [(monday, Mark::Rest), (tuesday, Mark::Flare)]);
    assert_eq!(marks.get(monday), Some(Mark::Rest));
    marks.clear(monday);
    marks.clear(monday);
    assert_eq!(marks.get(monday), None);
    assert_eq!(all(&marks), [(tuesday, Mark::Flare)]);
}

#[test]
fn a_day_of_the_last_ten_years_can_be_marked_and_none_ahead() {
    let today = date(2026, 1, 5);
    let markable = |text| markable(text, today);
    assert_eq!(markable("2026-01-05"), Some(today));
    assert_eq!(markable("2025-12-31"), Some(date(2025, 12, 31)));
    assert_eq!(markable("2016-01-05"), Some(date(2016, 1, 5)));
    for text in ["2026-01-06", "2026-12-05", "2016-01-04", "0026-01-05", "2025-02-29", ""] {
        assert_eq!(markable(text), None, "{text}");
    }
}

#[test]
fn of_two_marks_on_one_day_the_flare_holds() {
    let (monday, tuesday) = (date(2026, 11, 23), date(2026, 11, 24));
    let here = marks(&[(monday, Mark::Rest)]);
    let there = marks(&[(monday, Mark::Flare), (tuesday, Mark::Rest)]);
    let both = [(monday, Mark::Flare), (tuesday, Mark::Rest)];
    assert_eq!(all(&here.clone().merged(there.clone())), both);
    assert_eq!(all(&there.merged(here)), both);
}

#[test]
fn days_marked_by_version_1_can_be_read_for_ever() {
    let expected = marks(&[
        (date(2026, 11, 20), Mark::Rest),
        (date(2026, 11, 25), Mark::Flare),
        (date(2028, 2, 29), Mark::Rest),
    ]);
    assert_eq!(read_marks(Some(DAYS)), Stored::Read(expected.clone()));
    assert_eq!(write_marks(&expected), DAYS);
}

#[track_caller]
fn unreadable(this: &str, that: &str, why: &[&str]) {
    check_unreadable(DAYS, (this, that), read_marks, why);
}

#[test]
fn marks_that_nobody_made_are_refused() {
    unreadable("[20777,1]", "[20777,3]", &["days / days / 1 / 2: 3 is outside 1 to 2"]);
    unreadable("20777", "9999999", &["days / days / 1 / 1: there is no day 9999999"]);
    unreadable("[20777,1]", "[20777]", &["days / days / 1: a marked day has 1 fields, not 2"]);
    let order = &["days / days: the days do not stand in their order"];
    unreadable("20777", "20782", order);
    unreadable("20777", "30000", order);
    assert_eq!(read_marks(Some(r#"{"v":2}"#)), Stored::Newer);
}

fn any_marks() -> impl Strategy<Value = Marks> {
    let day = Date::MIN.to_julian_day()..=Date::MAX.to_julian_day();
    let day = prop_oneof![2_461_000..2_461_020_i32, day];
    prop::collection::vec((day, select(Mark::ALL.to_vec())), 0..30).prop_map(|all| {
        let dated = |(day, mark)| (Date::from_julian_day(day).expect("a day"), mark);
        marks(&all.into_iter().map(dated).collect::<Vec<_>>())
    })
}

proptest! {
    #[test]
    fn marks_read_back(marks in any_marks()) {
        prop_assert_eq!(read_marks(Some(&write_marks(&marks))), Stored::Read(marks));
    }

    #[test]
    fn marks_are_put_together_without_loss_and_in_either_order(a in any_marks(), b in any_marks()) {
        let both = a.clone().merged(b.clone());
        prop_assert_eq!(&both, &b.clone().merged(a.clone()));
        prop_assert_eq!(&both, &both.clone().merged(a.clone()));
        for (date, mark) in a.iter().chain(b.iter()) {
            prop_assert!(both.get(date) == Some(mark) || both.get(date) == Some(Mark::Flare));
        }
    }
}
