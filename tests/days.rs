//! The days to which sessions belong.

mod common;

use std::time::Duration as Length;

use common::{date, instant, on, secs, session, whole};
use limber::domain::days::{
    CalendarDay, DayDone, Heat, calendar, days_done, done_on, felt_day, monday_of, read_date,
    since, week_from,
};
use limber::domain::history::{Record, week_of};
use limber::domain::marks::{Mark, Marks};
use limber::domain::table::iso_date;
use proptest::prelude::*;
use time::{Date, OffsetDateTime, Time, UtcOffset};

/// A session that began then and held one movement for so many seconds.
fn held(began: OffsetDateTime, time: u64) -> Record {
    session(began, &[whole(1, time)])
}

const fn day(date: Date, sessions: u16, worked: u64) -> DayDone {
    DayDone { date, sessions, worked: secs(worked) }
}

#[test]
fn a_day_goes_on_until_four_in_the_morning() {
    let friday = date(2026, 11, 27);
    let felt = |minutes| felt_day(on(friday, minutes));
    assert_eq!(felt(0), date(2026, 11, 26));
    assert_eq!(felt(30), date(2026, 11, 26));
    assert_eq!(felt(3 * 60 + 59), date(2026, 11, 26));
    assert_eq!(felt(4 * 60), friday);
    assert_eq!(felt(23 * 60 + 59), friday);
}

#[test]
fn a_night_goes_back_across_the_ends_of_months_and_years() {
    let felt = |year, month, day| felt_day(on(date(year, month, day), 30));
    assert_eq!(felt(2027, 1, 1), date(2026, 12, 31));
    assert_eq!(felt(2028, 3, 1), date(2028, 2, 29));
    assert_eq!(felt(2028, 2, 29), date(2028, 2, 28));
    assert_eq!(felt(2026, 3, 1), date(2026, 2, 28));
}

#[test]
fn a_day_is_the_one_that_it_is_there_whatever_it_is_in_utc() {
    let felt = |secs, minutes| felt_day(instant(secs, minutes));
    // 2026-11-27 at 22:00 in UTC: 08:00 of the next day in Sydney.
    let moment = 1_795_816_800;
    assert_eq!(felt(moment, 0), date(2026, 11, 27));
    assert_eq!(felt(moment, 10 * 60), date(2026, 11, 28));
    // 03:30 of the next day in Kolkata.
    assert_eq!(felt(moment, 5 * 60 + 30), date(2026, 11, 27));
}

#[test]
fn a_week_begins_on_monday() {
    assert_eq!(monday_of(date(2026, 11, 23)), date(2026, 11, 23));
    assert_eq!(monday_of(date(2026, 11, 29)), date(2026, 11, 23));
    assert_eq!(monday_of(date(2027, 1, 1)), date(2026, 12, 28));
    assert_eq!(monday_of(date(2028, 2, 29)), date(2028, 2, 28));
    assert_eq!(week_from(date(2026, 12, 28))[4], date(2027, 1, 1));
}

#[test]
fn a_day_has_all_of_its_sessions_and_stands_there_once() {
    let (thursday, friday) = (date(2026, 11, 26), date(2026, 11, 27));
    let records = [
        held(on(thursday, 3 * 60), 10),
        held(on(thursday, 8 * 60), 60),
        held(on(thursday, 20 * 60), 30),
        // At half past midnight it is still Thursday.
        held(on(friday, 30), 5),
        held(on(friday, 4 * 60), 45),
    ];
    let days = days_done(&records);
    assert_eq!(
        days,
        [day(date(2026, 11, 25), 1, 10), day(thursday, 3, 60 + 30 + 5), day(friday, 1, 45)]
    );
    assert_eq!(done_on(&days, friday), Some(day(friday, 1, 45)));
    assert_eq!(done_on(&days, date(2026, 11, 28)), None);
    assert_eq!(days_done(&[]), []);
}

#[test]
fn a_change_of_clocks_makes_no_day_and_takes_none() {
    // On 29 March 2026 it is 02:00 at +01:00, and then 03:00 at +02:00; both are still the night before.
    let change = 1_774_746_000;
    let records = [
        held(instant(change - 1, 60), 10),
        held(instant(change, 120), 20),
        held(instant(change + 3_600, 120), 40),
    ];
    assert_eq!(days_done(&records), [day(date(2026, 3, 28), 2, 30), day(date(2026, 3, 29), 1, 40)]);
}

#[test]
fn a_journey_against_the_sun_puts_no_day_there_twice() {
    // The second begins later, but on the day before the first, where it is; the third where the first was.
    let moment = 1_795_816_800;
    let records = [
        held(instant(moment, 10 * 60), 1),
        held(instant(moment + 60, -10 * 60), 2),
        held(instant(moment + 120, 10 * 60), 4),
    ];
    assert_eq!(days_done(&records), [day(date(2026, 11, 27), 1, 2), day(date(2026, 11, 28), 2, 5)]);
}

#[test]
fn a_day_is_warmer_the_longer_movements_were_done() {
    let heat = |time| Heat::of(secs(time));
    assert_eq!([0, 1, 299].map(heat), [Heat::None, Heat::Faint, Heat::Faint]);
    assert_eq!([300, 599].map(heat), [Heat::Mild, Heat::Mild]);
    assert_eq!([600, 1_199].map(heat), [Heat::Warm, Heat::Warm]);
    assert_eq!([1_200, 86_400].map(heat), [Heat::Hot, Heat::Hot]);
}

#[test]
fn a_calendar_ends_with_the_week_at_hand() {
    let today = date(2027, 1, 1);
    let days = days_done(&[
        held(on(date(2026, 12, 20), 600), 60),
        held(on(date(2026, 12, 21), 600), 300),
        held(on(today, 600), 700),
        held(on(today, 660), 500),
    ]);
    let mut marks = Marks::default();
    marks.set(date(2026, 12, 31), Mark::Flare);
    let weeks = calendar(&days, &marks, today, 2);
    let empty = |date| CalendarDay {
        date,
        sessions: 0,
        worked: secs(0),
        heat: Heat::None,
        mark: None,
        is_today: false,
        is_ahead: false,
    };
    let monday = date(2026, 12, 21);
    let faint = CalendarDay { sessions: 1, worked: secs(300), heat: Heat::Mild, ..empty(monday) };
    assert_eq!(weeks.len(), 2);
    assert_eq!(weeks[0][..2], [faint, empty(date(2026, 12, 22))]);
    let [_, _, _, thursday, friday, saturday, _] = weeks[1];
    assert_eq!(thursday, CalendarDay { mark: Some(Mark::Flare), ..empty(date(2026, 12, 31)) });
    let (sessions, worked, heat) = (2, secs(700 + 500), Heat::Hot);
    assert_eq!(
        friday,
        CalendarDay { sessions, worked, heat, is_today: true, ..empty(date(2027, 1, 1)) }
    );
    assert_eq!(saturday, CalendarDay { is_ahead: true, ..empty(date(2027, 1, 2)) });
    assert_eq!(calendar(&days, &marks, today, 0), Vec::<[CalendarDay; 7]>::new());
}

#[test]
fn nothing_is_beyond_the_ends_of_time() {
    let at = |date, hour| {
        let time = Time::from_hms(hour, 0, 0).expect("a time of day");
        OffsetDateTime::new_in_offset(date, time, UtcOffset::UTC)
    };
    assert_eq!(felt_day(at(Date::MIN, 0)), Date::MIN);
    assert_eq!(monday_of(Date::MIN), Date::MIN);
    assert_eq!(week_from(monday_of(Date::MAX))[6], Date::MAX);
    assert_eq!(days_done(&[held(at(Date::MIN, 1), 5), held(at(Date::MAX, 9), 5)]).len(), 2);
    assert_eq!(calendar(&[], &Marks::default(), Date::MIN, 3)[0][0].date, Date::MIN);
    assert_eq!(calendar(&[], &Marks::default(), Date::MAX, 3)[2][6].date, Date::MAX);
}

/// Sessions one after another, with up to four days between them, wherever the person may be.
pub fn any_records() -> impl Strategy<Value = Vec<Record>> {
    let gap = prop_oneof![0..7_200_i64, 0..345_600_i64];
    let one = (gap, -720..=840_i32, 0..2_000_u64);
    prop::collection::vec(one, 0..60).prop_map(|all| {
        let mut now = 1_764_000_000;
        let record = |(gap, offset, time)| {
            now += gap;
            held(instant(now, offset), time)
        };
        all.into_iter().map(record).collect()
    })
}

proptest! {
    #[test]
    fn days_hold_all_that_was_done_and_each_is_there_once(records in any_records()) {
        let days = days_done(&records);
        prop_assert!(days.is_sorted_by(|a, b| a.date < b.date), "{days:?}");
        let sessions: usize = days.iter().map(|day| usize::from(day.sessions)).sum();
        prop_assert_eq!(sessions, records.len());
        let worked: Length = days.iter().map(|day| day.worked).sum();
        prop_assert_eq!(worked, records.iter().map(Record::worked).sum::<Length>());
        for record in &records {
            prop_assert!(done_on(&days, felt_day(record.began)).is_some());
        }
    }

    #[test]
    fn looking_no_further_back_than_it_takes_misses_nothing(records in any_records(), at in 0..40_usize) {
        let Some(record) = records.get(at % records.len().max(1)) else { return Ok(()) };
        let first = felt_day(record.began);
        let (cut, all) = (since(&records, first), records.len());
        let left_out = &records[..all - cut.len()];
        prop_assert!(left_out.iter().all(|it| felt_day(it.began) < first));
        let week = week_of(&records, first);
        for day in week {
            let count = records.iter().filter(|it| felt_day(it.began) == day.date).count();
            prop_assert_eq!(day.sessions, count);
        }
    }
}

#[test]
fn a_day_is_read_as_it_is_written() {
    assert_eq!(read_date("2028-02-29"), Some(date(2028, 2, 29)));
    assert_eq!(read_date(&iso_date(date(2026, 11, 2))), Some(date(2026, 11, 2)));
    for text in ["", "2027-02-29", "2026-13-01", "2026-11", "today"] {
        assert_eq!(read_date(text), None, "{text}");
    }
}
