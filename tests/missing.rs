//! Sessions that are typed in afterwards.

mod common;

use common::{date, on, secs, session, whole};
use limber::domain::missing::{Missing, Refused, check};
use time::{Date, Duration, UtcOffset};

type Length = std::time::Duration;

fn today() -> Date {
    date(2026, 11, 28)
}

fn read(day: &str, time: &str, minutes: &str) -> Result<Missing, Refused> {
    Missing::read(day, time, minutes, today())
}

#[track_caller]
fn began(day: &str, time: &str) -> String {
    read(day, time, "20").expect("a session").began.to_string()
}

#[test]
fn a_day_and_a_time_are_read_as_fields_write_them() {
    assert_eq!(began("2024-02-29", "18:05"), "2024-02-29 18:05:00.0");
    assert_eq!(began("2024-02-29", "18:05:30"), "2024-02-29 18:05:00.0");
    for (day, time) in [
        ("", "18:05"),
        ("2025-02-29", "18:05"),
        ("2024-02-29", ""),
        ("2024-02-29", "24:00"),
        ("yesterday", "18:05"),
    ] {
        assert_eq!(read(day, time, "20"), Err(Refused::Incomplete), "{day} {time}");
    }
}

#[test]
fn it_took_from_one_minute_to_three_hours() {
    let took = |minutes| read("2026-11-27", "18:05", minutes).map(|it| it.took);
    assert_eq!(took("1"), Ok(secs(60)));
    assert_eq!(took(" 180 "), Ok(secs(180 * 60)));
    for minutes in ["", "0", "181", "-5", "ten", "2.5", "99999999999999999999"] {
        assert_eq!(took(minutes), Err(Refused::Incomplete), "{minutes}");
    }
}

#[test]
fn a_year_with_a_slip_in_it_is_refused() {
    let year = |day| read(day, "18:05", "20").map(|_| ());
    assert_eq!(year("0026-11-27"), Err(Refused::LongAgo));
    assert_eq!(year("1926-11-27"), Err(Refused::LongAgo));
    assert_eq!(year("2016-11-26"), Err(Refused::LongAgo));
    assert_eq!(year("2016-11-28"), Ok(()));
}

#[test]
fn a_session_that_lies_ahead_or_is_there_is_refused() {
    let (now, known) = (on(today(), 12 * 60), [session(on(today(), 600), &[whole(1, 60)])]);
    assert_eq!(check(now, Length::ZERO, now, &known), Ok(()));
    assert_eq!(
        check(now - Duration::MINUTE, Length::from_secs(61), now, &known),
        Err(Refused::Ahead)
    );
    assert_eq!(check(known[0].began, Length::ZERO, now, &known), Err(Refused::Known));
    let elsewhere = known[0].began.to_offset(UtcOffset::from_hms(9, 0, 0).expect("an offset"));
    assert_eq!(check(elsewhere, Length::ZERO, now, &known), Err(Refused::Known));
    assert_eq!(check(known[0].began - Duration::MINUTE, Length::ZERO, now, &known), Ok(()));
}
