//! Breaks as a file for the device's calendar, which reminds of them while no page is open.
//!
//! Every event is at a floating local time, without a zone: RFC 5545, section 3.3.5, form 1. It is at
//! that time wherever the device is, before and after each change of clocks.
//!
//! Of our own, since `icalendar` adds 75 kB on the wire to an empty module, with the dates of `chrono`.

use time::{Date, OffsetDateTime, UtcOffset};

use super::breaks::{Kind, Schedule, TimeOfDay, Weekdays};

/// No day has more reminders than this.
pub const MOST_A_DAY: usize = 24;
/// The octets of a line, without its end: RFC 5545, section 3.1.
const LINE: usize = 75;
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// One break, at this time on each of these days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    pub time: TimeOfDay,
    pub weekdays: Weekdays,
    pub kind: Kind,
}

/// What the calendar shows.
#[derive(Clone, Copy, Debug)]
pub struct Texts<'a> {
    /// The name of a short break.
    pub short: &'a str,
    /// The name of a long one.
    pub long: &'a str,
    pub description: &'a str,
}

/// A day's breaks by this schedule, as though each were taken when it is due.
///
/// Where they would be more than [`MOST_A_DAY`], those by the interval are further apart.
#[must_use]
pub fn events(schedule: &Schedule) -> Vec<Event> {
    let choices = schedule.choices();
    let (from, to) = (choices.from.minutes(), choices.to.minutes());
    // A schedule has room for half as many fixed times, and for one by the interval.
    let room = MOST_A_DAY - choices.fixed.len();
    let every = usize::from(choices.every.minutes());
    let length = usize::from(to - from) - 1;
    let stride = every * (length / every).div_ceil(room);
    let by_interval = (from..to).step_by(stride).skip(1);
    let by_interval = by_interval.filter_map(|it| TimeOfDay::from_minutes(u64::from(it)).ok());
    let mut times: Vec<_> = by_interval.chain(choices.fixed.iter().copied()).collect();
    times.sort_unstable();
    times.dedup();
    let long_every = choices.long_every.map(|it| usize::from(it.breaks()));
    let event = |(index, time)| {
        let is_long = long_every.is_some_and(|every| (index + 1) % every == 0);
        let kind = if is_long { Kind::Long } else { Kind::Short };
        Event { time, weekdays: choices.weekdays, kind }
    };
    times.into_iter().enumerate().map(event).collect()
}

/// The file, made at this local time. Each event comes first on that day or the next of its days.
///
/// An event has the same name among all events whenever it is made, so that a file taken in again
/// takes the place of what was taken in before.
#[must_use]
pub fn calendar(events: &[Event], made: OffsetDateTime, texts: &Texts) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Limber//Desk breaks//EN"] {
        push(&mut out, line);
    }
    for event in events {
        push_event(&mut out, *event, made, texts);
    }
    push(&mut out, "END:VCALENDAR");
    out
}

fn push_event(out: &mut String, event: Event, made: OffsetDateTime, texts: &Texts) {
    let (name, length) = match event.kind {
        Kind::Short => (texts.short, "DURATION:PT2M"),
        Kind::Long => (texts.long, "DURATION:PT5M"),
    };
    let (minutes, weekdays) = (event.time.minutes(), event.weekdays);
    let (hour, minute) = (minutes / 60, minutes % 60);
    let first = date(first_day(made.date(), weekdays));
    push(out, "BEGIN:VEVENT");
    push(out, &format!("UID:desk-break-{hour:02}{minute:02}-{:03}@limber", weekdays.bits()));
    push(out, &stamp(made));
    push(out, &format!("DTSTART:{first}T{hour:02}{minute:02}00"));
    push(out, length);
    push(out, &format!("RRULE:FREQ=WEEKLY;BYDAY={}", days(weekdays)));
    push(out, &format!("SUMMARY:{}", escaped(name)));
    push(out, &format!("DESCRIPTION:{}", escaped(texts.description)));
    // Nobody is busy for others during a break.
    push(out, "TRANSP:TRANSPARENT");
    for line in ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S"] {
        push(out, line);
    }
    // An alarm without one is none: section 3.6.6.
    push(out, &format!("DESCRIPTION:{}", escaped(name)));
    push(out, "END:VALARM");
    push(out, "END:VEVENT");
}

/// The first of `weekdays` from `day` on. The rule of an event is to hold for its first day too:
/// section 3.8.5.3.
fn first_day(day: Date, weekdays: Weekdays) -> Date {
    let days = (0..7).map(|ahead| day.saturating_add(time::Duration::days(ahead)));
    days.into_iter().find(|it| weekdays.contains(it.weekday())).unwrap_or(day)
}

fn days(weekdays: Weekdays) -> String {
    let days = (0..7).zip(WEEKDAYS).filter(|(number, _)| weekdays.contains_number(*number));
    days.map(|(_, name)| name).collect::<Vec<_>>().join(",")
}

/// When the file was made, in UTC.
fn stamp(made: OffsetDateTime) -> String {
    let made = made.checked_to_offset(UtcOffset::UTC).unwrap_or(made);
    let (hour, minute, second) = (made.hour(), made.minute(), made.second());
    format!("DTSTAMP:{}T{hour:02}{minute:02}{second:02}Z", date(made.date()))
}

fn date(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), u8::from(date.month()), date.day())
}

/// A text as a value: section 3.3.11. Control characters other than the end of a line are left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            _ if letter.is_ascii_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Adds a line, folded where it is too long: the next one goes on after a space.
fn push(out: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
}
