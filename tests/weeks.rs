//! Weeks that were kept, and how many in a row.

mod common;

use common::{date, on, session, whole};
use limber::domain::days::{DayDone, days_done};
use limber::domain::marks::{Mark, Marks};
use limber::domain::weeks::{Goal, Standing, Streak, Week, streak, weeks};
use proptest::prelude::*;
use time::{Date, Duration};

/// A Monday; the weeks of the tests begin here.
fn monday() -> Date {
    date(2026, 11, 2)
}

fn goal(days: u8) -> Goal {
    Goal::new(days).expect("a number of days")
}

/// Weeks as letters for each day from Monday on: `x` where something was done, `f` on a day of flare, `b` for both,
/// `r` on a day of rest, a dot on any other.
fn read(written: &[&str]) -> (Vec<DayDone>, Marks) {
    let mut marks = Marks::default();
    let mut records = vec![];
    for (number, letter) in written.concat().chars().enumerate() {
        let day = monday() + Duration::days(i64::try_from(number).expect("a small number"));
        if "xb".contains(letter) {
            records.push(session(on(day, 600), &[whole(1, 60)]));
        }
        match letter {
            'f' | 'b' => marks.set(day, Mark::Flare),
            'r' => marks.set(day, Mark::Rest),
            _ => {}
        }
    }
    (days_done(&records), marks)
}

/// With a goal of three days, and on the last day that is written.
fn weeks_of(written: &[&str]) -> Vec<Week> {
    weeks_by(3, written)
}

fn weeks_by(days_a_week: u8, written: &[&str]) -> Vec<Week> {
    let (days, marks) = read(written);
    let length = i64::try_from(written.concat().len()).expect("a small number");
    weeks(&days, &marks, goal(days_a_week), monday() + Duration::days(length - 1))
}

#[track_caller]
fn check_week(written: &str, needed: u8, standing: Standing) {
    check_week_by(3, written, needed, standing);
}

#[track_caller]
fn check_week_by(days_a_week: u8, written: &str, needed: u8, standing: Standing) {
    // A week comes before it, so that it is not the first, and one after it, so that it is over.
    let all = weeks_by(days_a_week, &["x......", written, "."]);
    assert_eq!((all[1].needed, all[1].standing), (needed, standing), "{written}");
}

#[test]
fn a_week_asks_for_its_goal_less_the_days_of_flare() {
    use Standing::{Forgiven, Kept, Missed};
    check_week("x.x.x..", 3, Kept);
    check_week("xxxxxxx", 3, Kept);
    check_week("x.x....", 3, Missed);
    check_week("x.x.f..", 2, Forgiven);
    check_week("x...f..", 2, Missed);
    check_week("x.ff...", 1, Forgiven);
    check_week("fffffff", 0, Forgiven);
    check_week(".fff...", 0, Forgiven);
    check_week("bbb....", 0, Kept);
    check_week("bb.....", 1, Forgiven);
    check_week(".......", 3, Missed);
}

#[test]
fn a_week_asks_for_no_day_of_rest() {
    use Standing::{Forgiven, Kept, Missed};
    check_week("rxrxrxr", 3, Kept);
    check_week("rxrxr..", 3, Missed);
    check_week("rxrxrr.", 3, Missed);
    check_week("rrrrrxx", 2, Kept);
    check_week("rrrrr.x", 2, Missed);
    check_week("rrrrrfx", 1, Kept);
    check_week("rrrrrf.", 1, Missed);
    check_week_by(7, "xxxxxxr", 6, Kept);
    check_week_by(7, "xxxxx.r", 6, Missed);
    check_week_by(7, "xxxxxfr", 5, Kept);
    check_week_by(7, "xxxxb.r", 5, Forgiven);
    check_week_by(7, "xxxx.br", 5, Forgiven);
    // A week in which nothing was done is never kept.
    check_week("rrrrrrr", 0, Forgiven);
    check_week("rrrrrr.", 1, Missed);
}

#[test]
fn the_week_at_hand_is_open_until_it_is_kept() {
    let last = |written| weeks_of(&["x......", written]).pop().expect("a week");
    assert_eq!(last("x").standing, Standing::Open);
    assert_eq!(last("xx.....").standing, Standing::Open);
    assert_eq!(last("xxx").standing, Standing::Kept);
    assert_eq!(last("fx.x").standing, Standing::Forgiven);
    let week = last("xf");
    assert_eq!((week.monday, week.days_done, week.flare_days), (date(2026, 11, 9), 1, 1));
}

#[test]
fn there_is_no_week_before_the_first_session() {
    assert_eq!(weeks_of(&["f.f....", "......."]), []);
    let mondays = |written: &[&str]| -> Vec<Date> {
        weeks_of(written).iter().map(|week| week.monday).collect()
    };
    assert_eq!(mondays(&[".......", "......x", "."]), [date(2026, 11, 9), date(2026, 11, 16)]);
    let ahead = weeks(&read(&["......x"]).0, &Marks::default(), goal(3), date(2026, 11, 1));
    assert_eq!(ahead, [], "by another clock");
}

#[track_caller]
fn check_streak(written: &[&str], kept_weeks: usize, longest: usize) {
    assert_eq!(streak(&weeks_of(written)), Streak { kept_weeks, longest }, "{written:?}");
}

#[test]
fn weeks_in_a_row_are_those_kept_without_one_missed() {
    let (kept, missed, forgiven, short) = ("x.x.x..", "x......", "fffx...", "x.x");
    check_streak(&[], 0, 0);
    check_streak(&[short], 0, 0);
    check_streak(&[kept], 1, 1);
    check_streak(&[kept, kept, short], 2, 2);
    check_streak(&[kept, kept, missed], 2, 2);
    check_streak(&[kept, kept, missed, short], 0, 2);
    check_streak(&[kept, missed, kept, kept, kept, short], 3, 3);
    check_streak(&[kept, forgiven, kept, short], 2, 2);
    check_streak(&[forgiven, kept, forgiven, short], 1, 1);
    check_streak(&[missed, kept, "fffffff", "fffffff", kept, "f"], 2, 2);
    check_streak(&[kept, ".......", kept, kept], 2, 2);
    check_streak(&[missed, missed, missed], 0, 0);
}

#[test]
fn a_week_goes_across_the_end_of_a_year_and_a_leap_day() {
    let days = |all: &[Date]| {
        let records: Vec<_> = all.iter().map(|it| session(on(*it, 600), &[whole(1, 60)])).collect();
        days_done(&records)
    };
    let none = Marks::default();
    let across = days(&[date(2026, 12, 28), date(2026, 12, 31), date(2027, 1, 3)]);
    let [week] = weeks(&across, &none, goal(3), date(2027, 1, 3))[..] else { panic!("one week") };
    assert_eq!((week.monday, week.days_done), (date(2026, 12, 28), 3));
    let leap = days(&[date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 5), date(2028, 3, 6)]);
    let all = weeks(&leap, &none, goal(3), date(2028, 3, 6));
    assert_eq!(all.iter().map(|week| week.days_done).collect::<Vec<_>>(), [3, 1]);
}

#[test]
fn a_goal_is_one_to_seven_days_and_usually_three() {
    let goals: Vec<_> = (0..=9).filter_map(Goal::new).map(Goal::days).collect();
    assert_eq!(goals, [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(Goal::default(), goal(3));
}

#[test]
fn nothing_is_beyond_the_ends_of_time() {
    let day = |date| DayDone { date, sessions: 1, worked: std::time::Duration::from_secs(60) };
    let none = Marks::default();
    let first = weeks(&[day(Date::MIN)], &none, goal(1), Date::MIN);
    assert_eq!(streak(&first), Streak { kept_weeks: 1, longest: 1 });
    let last = weeks(&[day(Date::MAX)], &none, goal(1), Date::MAX);
    assert_eq!(streak(&last), Streak { kept_weeks: 1, longest: 1 });
}

fn any_week() -> impl Strategy<Value = String> {
    "[xfbr.]{7}"
}

proptest! {
    #[test]
    fn no_mark_of_flare_ever_costs_anything(
        written in prop::collection::vec(any_week(), 1..20),
        day in 0..140_usize,
    ) {
        let written = written.concat();
        let mut more = written.clone();
        let day = day % written.len();
        let flare = if "xb".contains(&written[day..=day]) { "b" } else { "f" };
        more.replace_range(day..=day, flare);
        let (before, after) = (streak(&weeks_of(&[&written])), streak(&weeks_of(&[&more])));
        prop_assert!(after.kept_weeks >= before.kept_weeks && after.longest >= before.longest);
    }

    #[test]
    fn no_mark_of_rest_ever_costs_anything(
        days_a_week in 1..=7_u8,
        written in prop::collection::vec("[xf.b]{7}", 1..20),
        day in 0..140_usize,
    ) {
        let written = written.concat();
        let mut more = written.clone();
        let day = day % written.len();
        prop_assume!(&written[day..=day] == ".");
        more.replace_range(day..=day, "r");
        let [before, after] = [written, more].map(|it| streak(&weeks_by(days_a_week, &[&it])));
        prop_assert!(after.kept_weeks >= before.kept_weeks && after.longest >= before.longest);
    }

    #[test]
    fn weeks_hold_every_day_once(written in prop::collection::vec(any_week(), 1..20)) {
        let written: Vec<_> = written.iter().map(String::as_str).collect();
        let (days, _) = read(&written);
        let weeks = weeks_of(&written);
        prop_assert_eq!(weeks.iter().map(|week| usize::from(week.days_done)).sum::<usize>(), days.len());
        prop_assert!(weeks.is_sorted_by(|a, b| b.monday - a.monday == Duration::WEEK));
        let Streak { kept_weeks, longest } = streak(&weeks);
        prop_assert!(kept_weeks <= longest && longest <= weeks.len());
    }
}
