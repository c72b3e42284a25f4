//! A hundred thousand sessions, far more than a life holds, have the right totals.

mod common;

use std::time::Duration as Length;

use common::{catalogue, date, on, secs, session, sides, whole};
use limber::domain::balance::balance;
use limber::domain::days::days_done;
use limber::domain::history::Record;
use limber::domain::marks::Marks;
use limber::domain::mornings::mornings;
use limber::domain::pain::{Pain, Score};
use limber::domain::trend::{Filter, Trend, When, readings, trend};
use limber::domain::weeks::{Goal, Streak, streak, weeks};
use time::{Date, Duration};

const DAYS: u32 = 20_000;

#[test]
fn a_hundred_thousand_sessions_have_the_right_totals() {
    // Five on each day from a Monday on: each 60 s without a side, 20 s on the left and 10 s on the right. Pain is 6
    // before, and 5 on the next day after every session with the movement on the sides; every other has but one.
    let first = date(2026, 11, 2);
    let score = |it| Score::new(it);
    let mut records: Vec<Record> = vec![];
    for day in 0..i64::from(DAYS) {
        for hour in 8..13_u16 {
            let done = [whole(3, 60), sides(1, 20, 10)];
            let is_whole = records.len().is_multiple_of(2);
            let next_day = if is_whole { score(5) } else { score(6) };
            let pain = Pain { before: score(6), next_day, ..Pain::default() };
            let done = if is_whole { &done[..] } else { &done[..1] };
            let began = on(first + Duration::days(day), hour * 60);
            records.push(Record { pain, ..session(began, done) });
        }
    }
    assert_eq!(records.len(), 100_000);

    let days = days_done(&records);
    assert_eq!(days.len(), 20_000);
    assert!(days.iter().all(|day| day.sessions == 5));
    let worked = secs(100_000 * 60 + 50_000 * 30);
    assert_eq!(days.iter().map(|day| day.worked).sum::<Length>(), worked);

    let all = balance(catalogue(), &records, Date::MIN).all;
    assert_eq!((all.left, all.right), (secs(50_000 * 20), secs(50_000 * 10)));
    assert_eq!((all.both, all.total()), (secs(100_000 * 60), worked));

    let today = first + Duration::days(i64::from(DAYS) - 1);
    let weeks = weeks(&days, &Marks::default(), Goal::default(), today);
    // 20,000 days are 2,857 weeks and one day.
    assert_eq!(weeks.len(), 2_858);
    assert_eq!(streak(&weeks), Streak { kept_weeks: 2_857, longest: 2_857 });

    let before = readings(&records, When::Before, Filter::default());
    assert_eq!(before.len(), 20_000);
    let Trend::Line(line) = trend(&before, first, today) else { panic!("a line") };
    assert_eq!((line.start, line.end, line.slope_per_week), (6.0, 6.0, 0.0));

    let [left, right] = mornings(&records)[..] else { panic!("the movement on both sides") };
    for it in [left, right] {
        assert_eq!((it.movement.get(), it.with.sessions, it.without.sessions), (1, 50_000, 50_000));
        assert_eq!((it.with.points, it.without.points), (-1.0, 0.0));
    }
}
