//! What has been done, and what to do next.

mod common;

use std::collections::HashSet;
use std::time::Duration;

use common::{
    any_plan, any_script, at, catalogue, date, millis, on, plan, recipe, runs, secs, session, whole,
};
use limber::domain::catalogue::Level;
use limber::domain::history::{Feel, Record, WorkTime, YearMonth, add, take, week_of};
use limber::domain::kept::{month_key, months};
use limber::domain::note::Note;
use limber::domain::pain::{Pain, Score};
use limber::domain::plan::Recipe;
use limber::domain::session::{End, Input, Phase, Session};
use limber::domain::suggestion::{Mood, Reason, Suggestion, suggest};
use proptest::prelude::*;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// A day's time in a zone two hours ahead of UTC.
#[track_caller]
fn local(year: i32, month: u8, day: u8, hour: u8) -> OffsetDateTime {
    let time = Time::from_hms(hour, 0, 0).expect("a time of day");
    let offset = UtcOffset::from_hms(2, 0, 0).expect("an offset");
    OffsetDateTime::new_in_offset(date(year, month, day), time, offset)
}

/// The record of a session that went by this script of milliseconds and inputs.
fn record(recipe: &Recipe, script: &[(u64, Input)]) -> Option<Record> {
    let mut session = Session::new(plan(recipe));
    let mut now = at(0);
    for &(millis, input) in script {
        now = at(millis);
        let _ = session.update(input, now);
    }
    Record::of(&session, recipe, local(2026, 3, 1, 9), now)
}

/// What was done, as `movement seconds` or `movement left/right`.
fn done(record: &Record) -> Vec<String> {
    record
        .done
        .iter()
        .map(|done| {
            let movement = catalogue().movement(done.movement).map_or("?", |it| it.id);
            match done.time {
                WorkTime::Whole(time) => format!("{movement} {}", time.as_secs()),
                WorkTime::Sides { left, right } => {
                    format!("{movement} {}/{}", left.as_secs(), right.as_secs())
                }
            }
        })
        .collect()
}

/// The short start, or another routine, ended so and with so much done.
#[track_caller]
fn check(script: &[(u64, Input)], end: End, took: u64, expected: &[&str]) {
    let record = record(&recipe("five-short-start"), script).expect("a record");
    assert_eq!((record.end, record.took), (end, secs(took)));
    assert_eq!(done(&record), expected);
}

#[test]
fn a_finished_session_has_all_of_its_movements() {
    check(
        &[(0, Input::Start), (336_000, Input::Tick)],
        End::Finished,
        336,
        &[
            "marching-in-place 60",
            "piriformis-stretch 20/20",
            "figure-four-stretch 20/20",
            "childs-pose 20",
            "hip-flexor-ql-stretch 20/20",
            "ql-side-stretch 20/20",
        ],
    );
}

#[test]
fn a_stopped_session_has_what_was_done_of_it() {
    // Marching ends at 75 s, the left side at 110 s, and the right one begins at 115 s.
    check(
        &[(0, Input::Start), (117_500, Input::End)],
        End::Stopped,
        117,
        &["marching-in-place 60", "piriformis-stretch 20/2"],
    );
    check(
        &[(0, Input::Start), (100_000, Input::Pause), (900_000, Input::End)],
        End::Stopped,
        100,
        &["marching-in-place 60", "piriformis-stretch 10/0"],
    );
}

#[test]
fn a_movement_that_was_skipped_is_left_out() {
    check(
        &[(0, Input::Start), (5_000, Input::Jump { item: 3 }), (400_000, Input::Tick)],
        End::Finished,
        5 + 15 + 20 + 8 + 45 + 15 + 45,
        &["childs-pose 20", "hip-flexor-ql-stretch 20/20", "ql-side-stretch 20/20"],
    );
    check(
        &[(0, Input::Start), (15_900, Input::Skip), (80_000, Input::End)],
        End::Stopped,
        80,
        &["piriformis-stretch 20/20"],
    );
}

#[test]
fn what_was_done_twice_counts_twice() {
    check(
        &[(0, Input::Start), (105_000, Input::RepeatSide), (126_000, Input::End)],
        End::Stopped,
        126,
        &["marching-in-place 60", "piriformis-stretch 35/0"],
    );
}

#[test]
fn where_nothing_was_done_there_is_no_record() {
    let short_start = recipe("five-short-start");
    assert_eq!(record(&short_start, &[]), None);
    assert_eq!(record(&short_start, &[(0, Input::Start), (15_999, Input::End)]), None);
    assert!(record(&short_start, &[(0, Input::Start), (16_000, Input::End)]).is_some());
}

#[test]
fn a_session_that_is_not_over_has_no_record() {
    let short_start = recipe("five-short-start");
    assert_eq!(record(&short_start, &[(0, Input::Start), (100_000, Input::Tick)]), None);
    assert_eq!(record(&short_start, &[(0, Input::Start), (100_000, Input::Pause)]), None);
}

#[test]
fn a_record_says_what_was_done_and_when() {
    let week_2 = Recipe { week: 1, ..recipe("flex-plan-4-weeks") };
    let record = record(&week_2, &[(0, Input::Start), (400_000, Input::Tick)]).expect("a record");
    assert_eq!((record.routine.as_str(), record.week), ("flex-plan-4-weeks", 1));
    assert_eq!((record.level, record.feel), (None, None));
    assert_eq!(record.began, local(2026, 3, 1, 9));
    assert_eq!(record.month(), YearMonth { year: 2026, month: Month::March });
    assert_eq!(record.worked(), secs(60 + 4 * 40 + 20));
    assert_eq!(record.sides(), (secs(80), secs(80)));
}

#[test]
fn a_record_begins_on_a_whole_second_as_it_is_kept() {
    let short_start = recipe("five-short-start");
    let mut session = Session::new(plan(&short_start));
    let _ = session.update(Input::Start, at(0));
    let _ = session.update(Input::End, at(30_000));
    let began = local(2026, 3, 1, 9) + millis(250);
    let record = Record::of(&session, &short_start, began, at(30_000)).expect("a record");
    assert_eq!(record.began, local(2026, 3, 1, 9));
}

proptest! {
    #![proptest_config(runs(256))]

    #[test]
    fn no_record_has_more_work_than_it_took(plan in any_plan(), script in any_script(40)) {
        let mut session = Session::new(plan);
        let mut now = at(0);
        let start_and_end = [(0, Input::Start)].into_iter().chain(script).chain([(0, Input::End)]);
        for (gap, input) in start_and_end {
            now = now + millis(gap);
            let _ = session.update(input, now);
        }
        let spent: Duration = session.spent(now).iter().sum();
        if let Some(record) = Record::of(&session, &recipe("any"), local(2026, 3, 1, 9), now) {
            prop_assert!(record.worked() <= record.took && record.took <= spent);
            prop_assert_eq!(session.phase(), Phase::Over(record.end));
        }
    }
}

fn began(moments: &[OffsetDateTime]) -> Vec<Record> {
    let script = [(0, Input::Start), (60_000, Input::End)];
    let one = record(&recipe("five-short-start"), &script).expect("a record");
    moments.iter().map(|began| Record { began: *began, ..one.clone() }).collect()
}

/// The week around `today` has these days of the month, with so many sessions each.
#[track_caller]
fn check_week(today: Date, records: &[Record], days: [u8; 7], sessions: [usize; 7]) {
    let week = week_of(records, today);
    assert_eq!(week.map(|day| day.date.day()), days);
    assert_eq!(week.map(|day| day.sessions), sessions);
    assert_eq!(week.map(|day| day.is_today), week.map(|day| day.date == today));
    assert_eq!(week.map(|day| day.is_ahead), week.map(|day| day.date > today));
}

#[test]
fn a_week_goes_from_monday_to_sunday() {
    let none = [0; 7];
    check_week(date(2026, 3, 4), &[], [2, 3, 4, 5, 6, 7, 8], none);
    check_week(date(2026, 3, 2), &[], [2, 3, 4, 5, 6, 7, 8], none);
    check_week(date(2026, 3, 8), &[], [2, 3, 4, 5, 6, 7, 8], none);
}

#[test]
fn a_week_goes_across_the_ends_of_months_and_years() {
    let none = [0; 7];
    check_week(date(2026, 4, 1), &[], [30, 31, 1, 2, 3, 4, 5], none);
    check_week(date(2024, 2, 29), &[], [26, 27, 28, 29, 1, 2, 3], none);
    check_week(date(2025, 12, 31), &[], [29, 30, 31, 1, 2, 3, 4], none);
    check_week(date(2026, 1, 1), &[], [29, 30, 31, 1, 2, 3, 4], none);
}

#[test]
fn a_session_counts_on_the_day_on_which_it_was_felt_to_begin() {
    let records = began(&[
        local(2025, 12, 28, 23),
        // Still Sunday night.
        local(2025, 12, 29, 3),
        local(2025, 12, 31, 8),
        local(2026, 1, 1, 1),
        local(2026, 1, 1, 4),
        local(2026, 1, 5, 0),
    ]);
    check_week(date(2026, 1, 1), &records, [29, 30, 31, 1, 2, 3, 4], [0, 0, 2, 1, 0, 0, 1]);
}

/// At `hour` on 4 March 2026, to a person with these sessions behind them.
#[track_caller]
fn check_suggestion(hour: u8, sessions: &[OffsetDateTime], routine: &'static str, reason: Reason) {
    let suggested = suggest(&began(sessions), Mood::Usual, local(2026, 3, 4, hour));
    assert_eq!(suggested, Suggestion { routine, reason });
}

#[test]
fn what_makes_sense_now_depends_on_what_was_done_before() {
    let [first, second, third] = [1, 2, 3].map(|day| local(2026, 3, day, 9));
    let (this_morning, this_evening) = (local(2026, 3, 4, 4), local(2026, 3, 4, 20));
    let tonight = local(2026, 3, 4, 0);
    check_suggestion(9, &[], "five-short-start", Reason::StartShort);
    check_suggestion(22, &[], "five-short-start", Reason::StartShort);
    check_suggestion(9, &[first, second], "five-short-start", Reason::StartShort);
    check_suggestion(9, &[first, second, third], "article-five", Reason::Usual);
    check_suggestion(23, &[first, second, third], "article-five", Reason::Usual);
    // The day goes on until one has slept.
    check_suggestion(1, &[tonight], "desk-reset-2", Reason::DoneToday);
    check_suggestion(9, &[first, second, third, tonight], "article-five", Reason::Usual);
    check_suggestion(19, &[first, second, third, this_morning], "desk-reset-2", Reason::DoneToday);
    check_suggestion(20, &[this_morning], "evening-wind-down", Reason::Evening);
    check_suggestion(21, &[first, this_evening], "evening-wind-down", Reason::Evening);
}

#[test]
fn what_is_suggested_is_in_the_catalogue() {
    let today = local(2026, 3, 4, 9);
    let days: Vec<_> = (1..=3).map(|day| local(2026, 3, day, 9)).collect();
    for (sessions, hour) in [(vec![], 9), (days, 9), (vec![today], 9), (vec![today], 21)] {
        let suggested = suggest(&began(&sessions), Mood::Usual, local(2026, 3, 4, hour));
        assert!(catalogue().routine(suggested.routine).is_some(), "{suggested:?}");
    }
}

/// Every record of the months that stand under `keys`, each put into its place.
fn read(keys: Vec<String>, kept: &[Record]) -> Vec<Record> {
    let mut records = vec![];
    for key in months(keys) {
        for record in kept.iter().filter(|it| month_key(it) == key) {
            add(&mut records, record.clone());
        }
    }
    records
}

#[test]
fn months_are_read_from_the_earliest_on_whatever_order_the_browser_has_them_in() {
    let keys = ["sessions.2027-02", "settings", "sessions.2026-11", "sessions.2027-01", "session"];
    let keys = keys.map(str::to_owned).to_vec();
    assert_eq!(months(keys), ["sessions.2026-11", "sessions.2027-01", "sessions.2027-02"]);
}

proptest! {
    #[test]
    fn the_order_of_keys_does_not_matter(
        keys in Just((0..24).map(|it| day_of(it * 29)).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut kept: Vec<_> = keys.iter().map(|&day| session(on(day, 600), &[])).collect();
        let mut keys: Vec<_> = kept.iter().map(month_key).collect();
        let mut known = HashSet::new();
        keys.retain(|key| known.insert(key.clone()));
        let shuffled = read(keys.clone(), &kept);
        kept.sort_by_key(|it| it.began);
        keys.sort();
        prop_assert_eq!(&shuffled, &kept);
        prop_assert_eq!(read(keys, &kept), kept);
    }
}

fn day_of(days: i64) -> Date {
    date(2026, 11, 2) + time::Duration::days(days)
}

#[test]
fn a_session_is_the_same_whatever_is_said_of_how_it_went() {
    let one = session(on(date(2026, 11, 2), 600), &[whole(3, 60)]);
    let pain = Pain { before: Score::new(4), ..Pain::default() };
    let note = Note::parse("Slept badly.").expect("a note");
    let told = Record { feel: Some(Feel::TooMuch), pain, note, ..one.clone() };
    assert!(one.is_same(&told) && told.is_same(&one));
    for other in [
        session(on(date(2026, 11, 2), 601), &[whole(3, 60)]),
        session(on(date(2026, 11, 2), 600), &[whole(3, 61)]),
        Record { routine: "chair-only".to_owned(), ..one.clone() },
        Record { week: 1, ..one.clone() },
        Record { level: Some(Level::Advanced), ..one.clone() },
        Record { took: secs(1), ..one.clone() },
        Record { end: End::Stopped, ..one.clone() },
    ] {
        assert!(!one.is_same(&other), "{other:?}");
    }
}

#[test]
fn a_session_is_taken_out_as_it_stands_and_put_back_at_its_time() {
    let day = |day| session(on(date(2026, 11, day), 600), &[whole(1, 60)]);
    let seen = day(2);
    let noted = Record { note: Note::parse("Slept badly.").expect("short"), ..seen.clone() };
    let mut records = vec![day(1), noted.clone(), day(3)];
    assert_eq!(take(&mut records, &seen), Some(noted.clone()), "what was written since is lost");
    assert_eq!(records, [day(1), day(3)]);
    assert_eq!(take(&mut records, &seen), None);
    add(&mut records, noted.clone());
    assert_eq!(records, [day(1), noted, day(3)]);
}
