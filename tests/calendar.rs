//! The file for a calendar: what RFC 5545 asks of its lines, and that each event is when it should be.

mod common;

use common::runs;
use limber::domain::breaks::{Choices, Interval, Kind, LongEvery, Schedule, TimeOfDay, Weekdays};
use limber::domain::calendar::{Event, MOST_A_DAY, Texts, calendar, events};
use proptest::prelude::*;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

const TEXTS: Texts = Texts {
    short: "Short break",
    long: "Long break",
    description: "Stand up, stretch; sit down.\nOpen Limber for a guided one.",
};

/// Late on this evening of November 2026, five hours behind UTC. The 26th is a Thursday.
fn made(day: u8) -> OffsetDateTime {
    let date = Date::from_calendar_date(2026, Month::November, day).expect("a date");
    let time = Time::from_hms(22, 5, 9).expect("a time of day");
    OffsetDateTime::new_in_offset(date, time, UtcOffset::from_hms(-5, 0, 0).expect("an offset"))
}

fn time_of_day(minutes: u64) -> TimeOfDay {
    TimeOfDay::from_minutes(minutes).expect("a time of day")
}

fn weekdays(bits: u64) -> Weekdays {
    Weekdays::from_bits(bits).expect("days")
}

/// A short break at half past ten from Monday to Friday.
fn event() -> Event {
    Event { time: time_of_day(630), weekdays: weekdays(31), kind: Kind::Short }
}

#[test]
fn a_file_reads_like_this() {
    let long = Event { time: time_of_day(5), weekdays: weekdays(0b100_0001), kind: Kind::Long };
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Limber//Desk breaks//EN",
        "BEGIN:VEVENT",
        "UID:desk-break-1030-031@limber",
        "DTSTAMP:20261127T030509Z",
        "DTSTART:20261126T103000",
        "DURATION:PT2M",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "SUMMARY:Short break",
        "DESCRIPTION:Stand up\\, stretch\\; sit down.\\nOpen Limber for a guided one.",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        "DESCRIPTION:Short break",
        "END:VALARM",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:desk-break-0005-065@limber",
        "DTSTAMP:20261127T030509Z",
        "DTSTART:20261129T000500",
        "DURATION:PT5M",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,SU",
        "SUMMARY:Long break",
        "DESCRIPTION:Stand up\\, stretch\\; sit down.\\nOpen Limber for a guided one.",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        "DESCRIPTION:Long break",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(calendar(&[event(), long], made(26), &TEXTS), lines.join("\r\n"));
}

/// What stands after `name` in the file of one event, made on this day of November 2026.
#[track_caller]
fn value(name: &str, event: Event, day: u8) -> String {
    let text = calendar(&[event], made(day), &TEXTS);
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_else(|| panic!("there is no {name} in {text}")).to_owned()
}

/// With these weekdays, an event of a file made on this day first comes on that date.
#[track_caller]
fn check_first(bits: u64, day: u8, first: &str) {
    let event = Event { weekdays: weekdays(bits), ..event() };
    assert_eq!(value("DTSTART:", event, day), format!("{first}T103000"));
}

#[test]
fn the_first_day_is_one_of_its_weekdays() {
    check_first(31, 26, "20261126");
    check_first(31, 27, "20261127");
    check_first(31, 28, "20261130");
    check_first(1, 26, "20261130");
    check_first(0b000_0100, 26, "20261202");
    check_first(0b000_1000, 26, "20261126");
    check_first(0b100_0000, 30, "20261206");
}

#[test]
fn an_event_has_one_name_whenever_it_is_made() {
    let name = |event, day| value("UID:", event, day);
    assert_eq!(name(event(), 26), name(event(), 30));
    assert_eq!(name(event(), 26), name(Event { kind: Kind::Long, ..event() }, 26));
    assert_ne!(name(event(), 26), name(Event { time: time_of_day(631), ..event() }, 26));
    assert_ne!(name(event(), 26), name(Event { weekdays: weekdays(30), ..event() }, 26));
}

/// A summary of this text is written so.
#[track_caller]
fn check_summary(text: &str, written: &str) {
    let file = calendar(&[event()], made(26), &Texts { short: text, ..TEXTS });
    assert!(file.contains(&format!("\r\nSUMMARY:{written}\r\nDESC")), "{file:?}");
}

#[test]
fn what_means_something_to_a_calendar_is_escaped() {
    check_summary("one, two; three", "one\\, two\\; three");
    check_summary("back\\slash", "back\\\\slash");
    check_summary("a\r\nb\nc", "a\\nb\\nc");
    check_summary("a:b \"c\"", "a:b \"c\"");
    check_summary("bell\u{7} and tab\t.", "bell and tab.");
}

#[test]
fn a_long_line_is_folded_between_letters() {
    // With `SUMMARY:` before it, a line is full after 67 octets, and the next ones after 74.
    let (first, rest) = ("a".repeat(67), "b".repeat(74));
    check_summary(&first, &first);
    check_summary(&format!("{first}b"), &format!("{first}\r\n b"));
    check_summary(&format!("{first}{rest}c"), &format!("{first}\r\n {rest}\r\n c"));
    let short = "a".repeat(66);
    check_summary(&format!("{short}é"), &format!("{short}\r\n é"));
    check_summary(
        &format!("{first}{}", "é".repeat(38)),
        &format!("{first}\r\n {}\r\n é", "é".repeat(37)),
    );
}

/// A schedule every so many minutes between these, with breaks at fixed times too.
#[track_caller]
fn schedule(every: u64, from: u64, to: u64, fixed: &[u64]) -> Schedule {
    let choices = Choices {
        every: Interval::from_minutes(every).expect("within bounds"),
        from: time_of_day(from),
        to: time_of_day(to),
        fixed: fixed.iter().map(|it| time_of_day(*it)).collect(),
        ..Schedule::default().choices().clone()
    };
    Schedule::new(choices).expect("choices that agree")
}

/// The schedule makes for breaks at these times, the long ones marked.
#[track_caller]
fn check_times(schedule: &Schedule, expected: &str) {
    let shown = |event: &Event| match event.kind {
        Kind::Short => event.time.to_string(),
        Kind::Long => format!("{} long", event.time),
    };
    let times: Vec<_> = events(schedule).iter().map(shown).collect();
    assert_eq!(times.join(", "), expected);
}

#[test]
fn a_schedule_makes_for_breaks_through_the_day() {
    check_times(
        &schedule(60, 540, 1020, &[]),
        "10:00, 11:00, 12:00, 13:00 long, 14:00, 15:00, 16:00",
    );
    check_times(
        &schedule(120, 540, 1021, &[540, 645, 660]),
        "9:00, 10:45, 11:00, 13:00 long, 15:00, 17:00",
    );
    let usual = Schedule::default().choices().clone();
    let never = Schedule::new(Choices { long_every: None, ..usual.clone() });
    assert!(events(&never.expect("sound")).iter().all(|it| it.kind == Kind::Short));
    let often = Schedule::new(Choices { long_every: LongEvery::from_breaks(2).ok(), ..usual });
    let often = events(&often.expect("sound"));
    assert_eq!(often.iter().filter(|it| it.kind == Kind::Long).count(), often.len() / 2);
}

#[test]
fn too_many_breaks_are_spread_through_the_day() {
    // 95 of them would be due.
    let times = events(&schedule(5, 540, 1020, &[]));
    assert_eq!(times.len(), 23);
    assert_eq!(times[0].time, time_of_day(560));
    assert_eq!(times[22].time, time_of_day(1000));
}

proptest! {
    #![proptest_config(runs(256))]

    #[test]
    fn every_break_is_within_working_hours(
        every in 5..=240_u64,
        (from, length) in (0..1200_u64).prop_flat_map(|from| (Just(from), 1..=(1439 - from))),
        fixed in prop::collection::btree_set(0..1440_u64, 0..12),
    ) {
        prop_assume!(every < length);
        let hours = from..from + length;
        let fixed: Vec<_> = fixed.into_iter().filter(|it| hours.contains(it)).collect();
        let schedule = schedule(every, from, from + length, &fixed);
        let found = events(&schedule);
        prop_assert!(!found.is_empty() && found.len() <= MOST_A_DAY);
        prop_assert!(found.is_sorted_by(|one, next| one.time < next.time));
        prop_assert!(found.iter().all(|it| hours.contains(&u64::from(it.time.minutes()))));
        for time in fixed {
            prop_assert!(found.iter().any(|it| it.time == time_of_day(time)));
        }
    }

    #[test]
    fn every_line_is_short_enough_and_comes_back_whole(text in "[ -~é€𝄞]{0,300}") {
        let file = calendar(&[event()], made(26), &Texts { description: &text, ..TEXTS });
        prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        let unfolded = file.replace("\r\n ", "");
        let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix("DESCRIPTION:"));
        let (mut read, mut letters) = (String::new(), line.expect("a description").chars());
        while let Some(letter) = letters.next() {
            read.extend(if letter == '\\' { letters.next() } else { Some(letter) });
        }
        prop_assert_eq!(read, text);
    }
}
