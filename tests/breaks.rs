//! A break from the desk is due when it should be, whatever comes in and however late.

mod common;

use std::time::Duration;

use common::{catalogue, runs, secs, spoilt, whole};
use limber::domain::breaks::Effect::{AskAway, Call, Warn, Withdraw};
use limber::domain::breaks::Input::{
    AwayWas, CallUntil, Postpone, Returned, Skip, Start, Stop, Tick, TookBreak,
};
use limber::domain::breaks::Kind::{Long, Short};
use limber::domain::breaks::Phase::{Asking, Due, InCall, Off, OutOfHours, Waiting, Warned};
use limber::domain::breaks::Why::{DidItAlready, NotNow, NotThisOne};
use limber::domain::breaks::stored::{read_breaks, write_breaks};
use limber::domain::breaks::{
    BreakSettings, Choices, Delay, Desk, Effect, Input, Interval, Kind, LongEvery, Phase, Schedule,
    ScheduleError, TimeOfDay, Warning, Weekdays, call_ends, pick,
};
use limber::domain::history::Record;
use limber::domain::stored::Stored;
use proptest::prelude::*;
use proptest::sample::select;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// Frozen: these texts are on people's devices.
const BREAKS: &str = include_str!("stored/v1/breaks.json");
const BREAKS_USUAL: &str = include_str!("stored/v1/breaks-usual.json");

/// This day of March 2026, at `9:30` or `9:30:15`, an hour ahead of UTC. The 2nd is a Monday.
#[track_caller]
fn at(day: u8, time: &str) -> OffsetDateTime {
    at_offset(day, time, 1)
}

#[track_caller]
fn at_offset(day: u8, time: &str, hours: i8) -> OffsetDateTime {
    let parts: Vec<_> = time.split(':').map(|it| it.parse().expect("a number")).collect();
    let second = parts.get(2).copied().unwrap_or(0);
    let time = Time::from_hms(parts[0], parts[1], second).expect("a time of day");
    let date = Date::from_calendar_date(2026, Month::March, day).expect("a date");
    let offset = UtcOffset::from_hms(hours, 0, 0).expect("an offset");
    OffsetDateTime::new_in_offset(date, time, offset)
}

fn time_of_day(minutes: u64) -> TimeOfDay {
    TimeOfDay::from_minutes(minutes).expect("a time of day")
}

fn delay(minutes: u64) -> Delay {
    Delay::from_minutes(minutes).expect("a delay within bounds")
}

/// As it comes: every 30 minutes on weekdays from 9:00 to 17:00.
fn usual() -> Choices {
    Schedule::default().choices().clone()
}

/// The same with breaks at fixed times, so many hours and minutes into the day.
fn with_fixed(times: &[(u64, u64)]) -> Choices {
    let fixed = times.iter().map(|(hour, minute)| time_of_day(hour * 60 + minute)).collect();
    Choices { fixed, ..usual() }
}

#[track_caller]
fn desk(choices: Choices) -> Desk {
    Desk::new(Schedule::new(choices).expect("choices that agree"))
}

type Script<'a> = &'a [(OffsetDateTime, Input)];

/// With these choices the script ends in `phase`, and its last input brought about `effects`.
#[track_caller]
fn check_with(choices: Choices, script: Script, phase: Phase, effects: &[Effect]) -> Desk {
    let mut desk = desk(choices);
    let last = script.iter().fold(vec![], |_, &(now, input)| desk.update(input, now));
    assert_eq!((desk.phase(), last.as_slice()), (phase, effects));
    desk
}

#[track_caller]
fn check(script: Script, phase: Phase, effects: &[Effect]) -> Desk {
    check_with(usual(), script, phase, effects)
}

#[track_caller]
fn waiting(day: u8, due: &str) -> Phase {
    Waiting { due: at(day, due), kind: Short }
}

#[track_caller]
fn due(day: u8, since: &str) -> Phase {
    Due { since: at(day, since), kind: Short }
}

const CALL: Effect = Call { kind: Short };

#[test]
fn until_it_is_started_nothing_is_due() {
    check(&[], Off, &[]);
    let desk = check(&[(at(2, "9:00"), Tick), (at(2, "12:00"), TookBreak)], Off, &[]);
    assert_eq!((desk.next(at(2, "12:00")), desk.left(at(2, "12:00"))), (None, None));
    check(
        &[(at(2, "9:00"), Start), (at(2, "9:30"), Tick), (at(2, "9:31"), Stop)],
        Off,
        &[Withdraw],
    );
    check(&[(at(2, "9:00"), Start), (at(2, "9:10"), Stop), (at(2, "9:30"), Tick)], Off, &[]);
}

#[test]
fn a_break_is_warned_of_and_then_called() {
    let start = (at(2, "9:00"), Start);
    check(&[start], waiting(2, "9:30"), &[]);
    check(&[start, (at(2, "9:28:59"), Tick)], waiting(2, "9:30"), &[]);
    let warned = Warned { due: at(2, "9:30"), kind: Short };
    let warning = Warn { kind: Short, due: at(2, "9:30") };
    let (near, nearer) = ((at(2, "9:29"), Tick), (at(2, "9:29:59"), Tick));
    check(&[start, near], warned, &[warning]);
    check(&[start, near, nearer], warned, &[]);
    check(&[start, near, (at(2, "9:30"), Tick)], due(2, "9:30"), &[CALL]);
    check(&[start, near, (at(2, "9:30"), Tick), (at(2, "9:31"), Tick)], due(2, "9:30"), &[]);
}

#[test]
fn without_a_warning_a_break_is_called_at_once() {
    let choices = || Choices { warning: Warning::from_secs(0).expect("within bounds"), ..usual() };
    let start = (at(2, "9:00"), Start);
    check_with(choices(), &[start, (at(2, "9:29:59"), Tick)], waiting(2, "9:30"), &[]);
    check_with(choices(), &[start, (at(2, "9:30"), Tick)], due(2, "9:30"), &[CALL]);
}

#[test]
fn the_first_break_comes_one_interval_into_the_working_day() {
    let early = OutOfHours { begins: at(2, "9:00") };
    let desk = check(&[(at(2, "7:10"), Start)], early, &[]);
    assert_eq!(desk.next(at(2, "7:10")), Some((at(2, "9:30"), Short)));
    check(&[(at(2, "8:50"), Start)], early, &[]);
    check(&[(at(2, "8:50"), Start), (at(2, "9:00"), Tick)], waiting(2, "9:30"), &[]);
    check(&[(at(2, "9:10"), Start)], waiting(2, "9:40"), &[]);
    check(&[(at(2, "8:50"), Start), (at(3, "9:10"), Tick)], waiting(3, "9:30"), &[]);
}

#[test]
fn a_late_tick_calls_once() {
    let start = (at(2, "9:00"), Start);
    check(&[start, (at(2, "9:30:20"), Tick)], due(2, "9:30"), &[CALL]);
    check(&[start, (at(2, "15:00"), Tick)], due(2, "9:30"), &[CALL]);
    check(&[start, (at(2, "15:00"), Tick), (at(2, "16:59"), Tick)], due(2, "9:30"), &[]);
    check(&[start, (at(2, "17:00"), Tick)], OutOfHours { begins: at(3, "9:00") }, &[]);
}

#[test]
fn what_yesterday_left_over_is_not_due_today() {
    let start = (at(2, "16:00"), Start);
    let unanswered = (at(2, "16:30"), Tick);
    check(&[start, (at(3, "9:10"), Tick)], waiting(3, "9:30"), &[]);
    check(&[start, unanswered, (at(3, "9:10"), Tick)], waiting(3, "9:30"), &[Withdraw]);
    check(&[start, unanswered, (at(3, "11:00"), Tick)], due(3, "9:30"), &[Withdraw, CALL]);
    let later = (at(2, "16:40"), Postpone(delay(15)));
    check(&[start, unanswered, later, (at(3, "9:10"), Tick)], waiting(3, "9:30"), &[]);
}

#[test]
fn outside_working_hours_nothing_is_due() {
    let tuesday = OutOfHours { begins: at(3, "9:00") };
    check(&[(at(2, "16:30"), Start), (at(2, "16:59:59"), Tick)], waiting(3, "9:30"), &[]);
    check(&[(at(2, "16:30"), Start), (at(2, "17:00"), Tick)], tuesday, &[]);
    check(&[(at(2, "16:29"), Start), (at(2, "16:59"), Tick)], due(2, "16:59"), &[CALL]);
    let unanswered = [(at(2, "16:00"), Start), (at(2, "16:30"), Tick), (at(2, "17:00"), Tick)];
    check(&unanswered, tuesday, &[Withdraw]);
}

#[test]
fn an_interval_does_not_reach_across_a_short_night() {
    let choices = || Choices { from: time_of_day(5), to: time_of_day(1430), ..usual() };
    check_with(choices(), &[(at(2, "23:45"), Start)], waiting(3, "0:35"), &[]);
}

#[test]
fn no_break_is_due_on_a_day_off() {
    let monday = OutOfHours { begins: at(9, "9:00") };
    check(&[(at(6, "16:45"), Start)], waiting(9, "9:30"), &[]);
    let desk = check(&[(at(6, "16:45"), Start), (at(7, "12:00"), Tick)], monday, &[]);
    assert_eq!(desk.left(at(8, "9:30")), Some(secs(86_400)));
    check(
        &[(at(7, "12:00"), Start), (at(9, "9:29"), Tick)],
        Warned { due: at(9, "9:30"), kind: Short },
        &[Warn { kind: Short, due: at(9, "9:30") }],
    );
    let wednesdays = Choices { weekdays: Weekdays::from_bits(4).expect("a day"), ..usual() };
    check_with(wednesdays, &[(at(4, "16:45"), Start)], waiting(11, "9:30"), &[]);
}

/// A break is due at 9:30; at 9:32 comes `input`.
#[track_caller]
fn check_answer(input: Input, phase: Phase, effects: &[Effect]) -> Desk {
    check(&[(at(2, "9:00"), Start), (at(2, "9:30"), Tick), (at(2, "9:32"), input)], phase, effects)
}

#[test]
fn a_break_put_off_comes_again() {
    check_answer(Postpone(delay(10)), waiting(2, "9:42"), &[Withdraw]);
    check_answer(Skip(NotNow), waiting(2, "9:37"), &[Withdraw]);
    let mut desk = check_answer(
        Postpone(delay(1)),
        Warned { due: at(2, "9:33"), kind: Short },
        &[Withdraw, Warn { kind: Short, due: at(2, "9:33") }],
    );
    assert_eq!(desk.update(Tick, at(2, "9:33")), [CALL]);
}

#[test]
fn a_break_can_be_put_off_while_it_is_near() {
    let near = [(at(2, "9:00"), Start), (at(2, "9:29"), Tick)];
    let then = |input| [near[0], near[1], (at(2, "9:29:30"), input)];
    check(&then(Postpone(delay(10))), waiting(2, "9:39:30"), &[Withdraw]);
    check(&then(Skip(NotNow)), waiting(2, "9:34:30"), &[Withdraw]);
    check(&then(Skip(DidItAlready)), waiting(2, "9:59:30"), &[Withdraw]);
    check(&then(Skip(NotThisOne)), waiting(2, "10:00"), &[Withdraw]);
}

#[test]
fn a_break_put_off_beyond_working_hours_falls_away() {
    let due = [(at(2, "16:25"), Start), (at(2, "16:55"), Tick)];
    let late = (at(2, "16:56"), Postpone(delay(5)));
    check(&[due[0], due[1], late], waiting(3, "9:30"), &[Withdraw]);
}

#[test]
fn what_is_taken_begins_the_interval_anew() {
    check_answer(TookBreak, waiting(2, "10:02"), &[Withdraw]);
    check_answer(Skip(DidItAlready), waiting(2, "10:02"), &[Withdraw]);
    check_answer(Skip(NotThisOne), waiting(2, "10:02"), &[Withdraw]);
    check(&[(at(2, "9:00"), Start), (at(2, "9:20"), TookBreak)], waiting(2, "9:50"), &[]);
}

#[test]
fn a_double_tap_is_no_error() {
    for (input, expected) in [
        (Postpone(delay(10)), "9:42"),
        (Skip(NotNow), "9:37"),
        (Skip(NotThisOne), "10:02"),
        (CallUntil(at(2, "9:32")), "9:30"),
    ] {
        let mut desk = desk(usual());
        for (now, input) in [
            (at(2, "9:00"), Start),
            (at(2, "9:30"), Tick),
            (at(2, "9:32"), input),
            (at(2, "9:32"), input),
            (at(2, "9:32"), Start),
        ] {
            let _ = desk.update(input, now);
        }
        assert_eq!(desk.next(at(2, "9:32")), Some((at(2, expected), Short)), "{input:?}");
    }
}

/// After these inputs of one each minute, the next break is of this kind.
#[track_caller]
fn check_kind(long_every: Option<u64>, inputs: &[Input], kind: Kind) {
    let long_every = long_every.map(|it| LongEvery::from_breaks(it).expect("within bounds"));
    let mut desk = desk(Choices { long_every, ..usual() });
    let mut now = at(2, "9:00");
    let _ = desk.update(Start, now);
    for input in inputs {
        now += secs(60);
        let _ = desk.update(*input, now);
    }
    assert_eq!(desk.next(now).map(|(_, kind)| kind), Some(kind));
}

#[test]
fn every_so_many_breaks_one_is_long() {
    check_kind(Some(4), &[TookBreak; 2], Short);
    check_kind(Some(4), &[TookBreak; 3], Long);
    check_kind(Some(4), &[TookBreak; 4], Short);
    check_kind(Some(4), &[TookBreak; 7], Long);
    check_kind(Some(2), &[Skip(DidItAlready)], Long);
    check_kind(None, &[TookBreak; 11], Short);
}

#[test]
fn a_break_left_out_does_not_count() {
    check_kind(Some(2), &[Skip(NotThisOne); 3], Short);
    check_kind(Some(2), &[TookBreak, Skip(NotThisOne)], Long);
    let mut desk = check_answer(Skip(NotThisOne), waiting(2, "10:02"), &[Withdraw]);
    assert_eq!(desk.update(Tick, at(2, "10:02")), [CALL]);
}

#[test]
fn what_is_done_after_work_is_no_break_from_it() {
    let script = [(at(2, "16:00"), Start), (at(2, "20:00"), TookBreak)];
    let after_work = OutOfHours { begins: at(3, "9:00") };
    let choices = || Choices { long_every: LongEvery::from_breaks(2).ok(), ..usual() };
    let mut desk = check_with(choices(), &script, after_work, &[]);
    assert_eq!(desk.update(Tick, at(3, "9:30")), [CALL]);
}

#[test]
fn a_call_puts_a_break_off_until_its_end() {
    let start = (at(2, "9:00"), Start);
    let call = (at(2, "9:20"), CallUntil(at(2, "10:00")));
    let in_call = InCall { until: at(2, "10:00") };
    let desk = check(&[start, call], in_call, &[]);
    assert_eq!(desk.next(at(2, "9:20")), Some((at(2, "10:00"), Short)));
    assert_eq!(desk.left(at(2, "9:50")), Some(secs(600)));
    check(&[start, call, (at(2, "9:59:59"), Tick)], in_call, &[]);
    check(&[start, call, (at(2, "10:00"), Tick)], due(2, "9:30"), &[CALL]);
    check(&[start, call, (at(2, "12:00"), Tick)], due(2, "9:30"), &[CALL]);
    let over = (at(2, "9:45"), CallUntil(at(2, "9:45")));
    check(&[start, call, over], due(2, "9:30"), &[CALL]);
}

#[test]
fn a_call_is_taken_to_end_on_a_half_hour() {
    let check = |now, ends: [&str; 3]| assert_eq!(call_ends(at(2, now)), ends.map(|it| at(2, it)));
    check("10:07", ["10:30", "11:00", "11:30"]);
    check("10:24:59", ["10:30", "11:00", "11:30"]);
    check("10:25:01", ["11:00", "11:30", "12:00"]);
    check("10:00", ["10:30", "11:00", "11:30"]);
}

#[test]
fn a_call_takes_nothing_from_a_break_that_comes_after_it() {
    let start = (at(2, "9:00"), Start);
    let call = (at(2, "9:05"), CallUntil(at(2, "9:15")));
    let desk = check(&[start, call], InCall { until: at(2, "9:15") }, &[]);
    assert_eq!(desk.next(at(2, "9:10")), Some((at(2, "9:30"), Short)));
    check(&[start, call, (at(2, "9:15"), Tick)], waiting(2, "9:30"), &[]);
}

#[test]
fn a_call_takes_back_what_has_been_said() {
    let due_now = [(at(2, "9:00"), Start), (at(2, "9:30"), Tick)];
    let call = (at(2, "9:31"), CallUntil(at(2, "10:00")));
    let in_call = InCall { until: at(2, "10:00") };
    check(&[due_now[0], due_now[1], call], in_call, &[Withdraw]);
    check(&[due_now[0], due_now[1], call, (at(2, "10:00"), Tick)], due(2, "9:30"), &[CALL]);
    let near = (at(2, "9:29"), Tick);
    check(&[due_now[0], near, call], in_call, &[Withdraw]);
}

#[test]
fn a_break_in_a_call_counts() {
    let start = (at(2, "9:00"), Start);
    let call = (at(2, "9:20"), CallUntil(at(2, "10:00")));
    let took = (at(2, "9:50"), TookBreak);
    check(&[start, call, took], InCall { until: at(2, "10:00") }, &[]);
    check(&[start, call, took, (at(2, "10:00"), Tick)], waiting(2, "10:20"), &[]);
}

#[test]
fn a_call_past_the_end_of_work_leaves_nothing_due() {
    let start = (at(2, "16:00"), Start);
    let call = (at(2, "16:20"), CallUntil(at(2, "17:30")));
    let desk = check(&[start, call], InCall { until: at(2, "17:30") }, &[]);
    assert_eq!(desk.next(at(2, "16:20")), Some((at(3, "9:30"), Short)));
    let tuesday = OutOfHours { begins: at(3, "9:00") };
    check(&[start, call, (at(2, "17:30"), Tick)], tuesday, &[]);
    let endless = (at(2, "16:20"), CallUntil(at(30, "9:00")));
    check(&[start, endless], InCall { until: at(3, "16:20") }, &[]);
}

const fn away(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

const fn returned(minutes: u64) -> Input {
    Returned { away: away(minutes) }
}

const TAKEN: Input = AwayWas { break_taken: true };
const NONE_TAKEN: Input = AwayWas { break_taken: false };

#[test]
fn time_away_is_asked_about() {
    let start = (at(2, "9:00"), Start);
    let asking = Asking { away: away(12), until: at(2, "9:30") };
    check(&[start, (at(2, "9:25"), returned(12))], asking, &[AskAway(away(12))]);
    check(&[start, (at(2, "9:25"), Returned { away: secs(179) })], waiting(2, "9:30"), &[]);
    let asked = (at(2, "9:25"), Returned { away: secs(180) });
    check(&[start, asked, (at(2, "9:26"), TAKEN)], waiting(2, "9:56"), &[Withdraw]);
    check(&[start, asked, (at(2, "9:26"), NONE_TAKEN)], waiting(2, "9:30"), &[Withdraw]);
    check_kind(Some(2), &[returned(3), NONE_TAKEN], Short);
}

#[test]
fn a_break_due_meanwhile_waits_for_the_answer() {
    let start = (at(2, "9:00"), Start);
    let back = (at(2, "9:50"), returned(30));
    let asking = Asking { away: away(30), until: at(2, "9:55") };
    check(&[start, back], asking, &[AskAway(away(30))]);
    check(&[start, (at(2, "9:30"), Tick), back], asking, &[Withdraw, AskAway(away(30))]);
    check(&[start, back, (at(2, "9:51"), Tick)], asking, &[]);
    check(&[start, back, (at(2, "9:51"), NONE_TAKEN)], due(2, "9:30"), &[Withdraw, CALL]);
    check(&[start, back, (at(2, "9:51"), TAKEN)], waiting(2, "10:21"), &[Withdraw]);
}

#[test]
fn a_question_that_nobody_answers_counts_as_no_break() {
    let start = (at(2, "9:00"), Start);
    let back = (at(2, "9:50"), returned(30));
    check(&[start, back, (at(2, "9:55"), Tick)], due(2, "9:30"), &[Withdraw, CALL]);
    // The answer was on its way.
    check(&[start, back, (at(2, "9:56"), TAKEN)], waiting(2, "10:26"), &[Withdraw]);
    check(&[start, back, (at(2, "9:56"), NONE_TAKEN)], due(2, "9:30"), &[Withdraw, CALL]);
    let early = (at(2, "9:10"), returned(5));
    check(&[start, early, (at(2, "9:15"), Tick)], waiting(2, "9:30"), &[Withdraw]);
    let late = (at(2, "16:58"), returned(5));
    let tuesday = OutOfHours { begins: at(3, "9:00") };
    check(&[start, late, (at(2, "17:00"), Tick)], tuesday, &[Withdraw]);
}

#[test]
fn whoever_comes_to_work_late_is_not_asked() {
    let start = (at(2, "16:00"), Start);
    check(&[start, (at(3, "9:40"), returned(15 * 60))], waiting(3, "10:10"), &[]);
    check(&[start, (at(6, "12:00"), Returned { away: Duration::MAX })], waiting(6, "12:30"), &[]);
    let asking = Asking { away: away(30), until: at(3, "9:45") };
    check(&[start, (at(3, "9:40"), returned(30))], asking, &[AskAway(away(30))]);
    check(&[start, (at(3, "8:00"), returned(60))], OutOfHours { begins: at(3, "9:00") }, &[]);
}

#[test]
fn nobody_is_asked_in_a_call() {
    let start = (at(2, "9:00"), Start);
    let call = (at(2, "9:20"), CallUntil(at(2, "10:00")));
    let in_call = InCall { until: at(2, "10:00") };
    check(&[start, call, (at(2, "9:50"), returned(20))], in_call, &[]);
    // The device slept through its end.
    let asking = Asking { away: away(40), until: at(2, "10:20") };
    check(&[start, call, (at(2, "10:15"), returned(40))], asking, &[AskAway(away(40))]);
}

#[test]
fn a_fixed_time_comes_besides_the_interval() {
    let fixed = || with_fixed(&[(12, 0), (9, 10)]);
    let start = (at(2, "9:00"), Start);
    check_with(fixed(), &[start], waiting(2, "9:10"), &[]);
    let first = [start, (at(2, "9:10"), Tick), (at(2, "9:14"), TookBreak)];
    check_with(fixed(), &first, waiting(2, "9:44"), &[Withdraw]);
    check_with(fixed(), &[(at(2, "11:45"), Start)], waiting(2, "12:00"), &[]);
    check_with(fixed(), &[(at(2, "16:45"), Start)], waiting(3, "9:10"), &[]);
    check_with(fixed(), &[(at(6, "16:45"), Start)], waiting(9, "9:10"), &[]);
}

#[test]
fn a_fixed_time_may_be_when_work_begins() {
    let fixed = || with_fixed(&[(9, 0)]);
    let early = OutOfHours { begins: at(2, "9:00") };
    let desk = check_with(fixed(), &[(at(2, "8:59:30"), Start)], early, &[]);
    assert_eq!(desk.next(at(2, "8:59:30")), Some((at(2, "9:00"), Short)));
    let script = [(at(2, "8:59:30"), Start), (at(2, "9:00"), Tick)];
    check_with(fixed(), &script, due(2, "9:00"), &[CALL]);
}

#[test]
fn a_fixed_time_within_a_delay_is_the_same_break() {
    let fixed = || with_fixed(&[(9, 35)]);
    let due_now = [(at(2, "9:00"), Start), (at(2, "9:30"), Tick)];
    let later = (at(2, "9:30"), Postpone(delay(10)));
    check_with(fixed(), &[due_now[0], due_now[1], later], waiting(2, "9:40"), &[Withdraw]);
    let left_out = (at(2, "9:31"), Skip(NotThisOne));
    check_with(fixed(), &[due_now[0], due_now[1], left_out], waiting(2, "9:35"), &[Withdraw]);
}

#[test]
fn a_fixed_time_left_out_does_not_come_again() {
    let script = [(at(2, "9:00"), Start), (at(2, "9:10"), Tick), (at(2, "9:11"), Skip(NotThisOne))];
    check_with(with_fixed(&[(9, 10)]), &script, waiting(2, "9:41"), &[Withdraw]);
}

#[test]
fn daylight_saving_moves_no_working_hour() {
    // Clocks go forward on Sunday 29 March.
    let (before, after) = (|time| at_offset(27, time, 1), |time| at_offset(30, time, 2));
    let start = (before("16:45"), Start);
    let first = Waiting { due: after("9:30"), kind: Short };
    check(&[start, (after("8:59"), Tick)], OutOfHours { begins: after("9:00") }, &[]);
    check(&[start, (after("9:00"), Tick)], first, &[]);
    check(&[start, (before("17:00"), Tick), (after("9:00"), Tick)], first, &[]);
    let choices = || with_fixed(&[(9, 20)]);
    let fixed = Waiting { due: after("9:20"), kind: Short };
    check_with(choices(), &[start, (after("9:00"), Tick)], fixed, &[]);
}

#[test]
fn an_interval_is_as_long_on_the_night_that_clocks_change() {
    let night = || Choices {
        from: time_of_day(0),
        weekdays: Weekdays::from_bits(127).expect("days"),
        ..usual()
    };
    let start = (at_offset(29, "1:40", 1), Start);
    let due = Waiting { due: at_offset(29, "3:10", 2), kind: Short };
    check_with(night(), &[start], due, &[]);
    check_with(night(), &[start, (at_offset(29, "3:01", 2), Tick)], due, &[]);
}

#[test]
fn working_hours_travel_along() {
    // Five hours to the west it is early again.
    let start = (at(2, "9:00"), Start);
    let west = OutOfHours { begins: at_offset(2, "9:00", -4) };
    check(&[start, (at_offset(2, "4:40", -4), Tick)], west, &[]);
    let due = Due { since: at_offset(2, "9:30", -4), kind: Short };
    check(&[start, (at_offset(2, "9:30", -4), Tick)], due, &[CALL]);
}

#[test]
fn a_clock_set_back_begins_the_interval_anew() {
    let start = (at(2, "15:00"), Start);
    check(&[start, (at(2, "10:00"), Tick)], waiting(2, "10:30"), &[]);
    check(
        &[start, (at(2, "15:30"), Tick), (at(2, "10:00"), Tick)],
        waiting(2, "10:30"),
        &[Withdraw],
    );
    check(&[start, (at(2, "14:59:10"), Tick)], waiting(2, "15:30"), &[]);
}

/// A page that is loaded again at `now` after this script goes on in `phase` with these effects.
#[track_caller]
fn check_loaded_again(script: Script, now: OffsetDateTime, phase: Phase, effects: &[Effect]) {
    let mut before = desk(usual());
    for &(now, input) in script {
        let _ = before.update(input, now);
    }
    let note = before.note().expect("something to go on with");
    let mut after = desk(usual());
    assert!(after.go_on(&note, now).is_some(), "it is a note of this day");
    let found = after.update(Tick, now);
    assert_eq!((after.phase(), found.as_slice()), (phase, effects));
}

#[test]
fn a_page_that_is_loaded_again_goes_on_where_it_was() {
    let start = (at(2, "10:00"), Start);
    let looked = (at(2, "10:20"), Tick);
    check_loaded_again(&[start, looked], at(2, "10:20:05"), waiting(2, "10:30"), &[]);
    let late = (at(2, "10:29:59"), Tick);
    check_loaded_again(&[start, late], at(2, "10:30:02"), due(2, "10:30"), &[CALL]);
    // It has been said already.
    let said = (at(2, "10:30"), Tick);
    check_loaded_again(&[start, said], at(2, "10:31"), due(2, "10:30"), &[]);
    let put_off = (at(2, "10:30"), Postpone(delay(10)));
    check_loaded_again(&[start, said, put_off], at(2, "10:31"), waiting(2, "10:40"), &[]);
    let call = (at(2, "10:10"), CallUntil(at(2, "11:00")));
    let in_call = InCall { until: at(2, "11:00") };
    check_loaded_again(&[start, call], at(2, "10:11"), in_call, &[]);
    check_loaded_again(&[start, call], at(2, "11:01"), due(2, "10:30"), &[CALL]);
}

#[test]
fn a_page_that_is_loaded_again_says_for_how_long_nobody_looked() {
    let mut before = desk(usual());
    let _ = before.update(Start, at(2, "10:00"));
    let note = before.note().expect("something to go on with");
    assert_eq!(desk(usual()).go_on(&note, at(2, "10:05")), Some(away(5)));
}

#[test]
fn what_is_no_note_of_this_day_begins_anew() {
    let mut before = desk(usual());
    assert_eq!(before.note(), None, "nothing has begun");
    let _ = before.update(Start, at(2, "10:00"));
    let note = before.note().expect("something to go on with");
    assert!(desk(usual()).go_on(&note, at(3, "10:01")).is_none(), "it is of the day before");
    assert!(desk(usual()).go_on(&note, at(2, "9:59")).is_none(), "it has not been yet");
    for wrong in ["", "1 2 3", "a b c d e f", "1 2 3 4 5 6 7", "1 2 3 99999999 5 6"] {
        assert!(desk(usual()).go_on(wrong, at(2, "10:00")).is_none(), "{wrong}");
    }
}

#[test]
fn another_schedule_holds_at_once() {
    let mut desk = check_answer(Tick, due(2, "9:30"), &[]);
    let every = |minutes| {
        let every = Interval::from_minutes(minutes).expect("within bounds");
        Schedule::new(Choices { every, ..usual() }).expect("choices that agree")
    };
    assert_eq!(desk.reschedule(every(60), at(2, "9:33")), []);
    assert_eq!(desk.phase(), due(2, "9:30"));
    let _ = desk.update(TookBreak, at(2, "9:35"));
    assert_eq!(desk.reschedule(every(20), at(2, "9:45")), []);
    assert_eq!(desk.phase(), waiting(2, "9:55"));
    let afternoon = Choices { from: time_of_day(13 * 60), ..usual() };
    let afternoon = Schedule::new(afternoon).expect("choices that agree");
    assert_eq!(desk.reschedule(afternoon, at(2, "9:55")), []);
    assert_eq!(desk.phase(), OutOfHours { begins: at(2, "13:00") });
}

#[track_caller]
fn check_refused<T: std::fmt::Debug>(result: Result<T, ScheduleError>, why: &str) {
    assert_eq!(result.expect_err("it breaks a rule").to_string(), why);
}

#[test]
fn a_value_that_breaks_a_rule_is_refused_and_told() {
    check_refused(Interval::from_minutes(4), "a break every 4 min is outside 5 min to 240 min");
    check_refused(Interval::from_minutes(241), "a break every 241 min is outside 5 min to 240 min");
    check_refused(TimeOfDay::from_minutes(1440), "minute 1440 of a day is outside 0 to 1439");
    check_refused(
        Weekdays::from_bits(0),
        "weekdays of 0 are outside 1, Monday alone, to 127, every day",
    );
    check_refused(
        Weekdays::from_bits(128),
        "weekdays of 128 are outside 1, Monday alone, to 127, every day",
    );
    check_refused(LongEvery::from_breaks(1), "a long break every 1 breaks is outside 2 to 12");
    check_refused(Warning::from_secs(301), "a warning 301 s ahead is outside 0 s to 300 s");
    check_refused(Delay::from_minutes(0), "a break put off by 0 min is outside 1 min to 60 min");
    check_refused(
        Delay::from_minutes(u64::MAX),
        "a break put off by 18446744073709551615 min is outside 1 min to 60 min",
    );
}

#[test]
fn choices_that_do_not_agree_are_refused_and_told() {
    let hours = |from, to| Choices { from: time_of_day(from), to: time_of_day(to), ..usual() };
    check_refused(
        Schedule::new(hours(540, 540)),
        "working hours from 9:00 to 9:00 end before they begin",
    );
    check_refused(
        Schedule::new(hours(540, 570)),
        "between 9:00 and 9:30 there is no room for a break every 30 min",
    );
    assert!(Schedule::new(hours(540, 571)).is_ok());
    check_refused(
        Schedule::new(with_fixed(&[(9, 0), (17, 0)])),
        "a break at 17:00 is outside the working hours from 9:00 to 17:00",
    );
    let times: Vec<_> = (1..=13).map(|minute| (9, minute)).collect();
    check_refused(Schedule::new(with_fixed(&times)), "13 breaks at fixed times are more than 12");
    let twice = Schedule::new(with_fixed(&[(12, 0), (9, 0), (12, 0)])).expect("choices that agree");
    assert_eq!(twice.choices().fixed, [time_of_day(540), time_of_day(720)]);
}

/// A session of these movements, so many days before the 9th.
fn session(days_ago: u8, movements: &[&str]) -> Record {
    let number = |id: &&str| catalogue().movement_called(id).expect("a movement").number.get();
    let done: Vec<_> = movements.iter().map(|id| whole(number(id), 20)).collect();
    common::session(at(9 - days_ago, "9:00"), &done)
}

/// A session of all the movements of a routine.
fn routine(days_ago: u8, id: &str) -> Record {
    let routine = catalogue().routine(id).expect("a routine");
    session(days_ago, &routine.schedule.steps().map(|step| step.movement).collect::<Vec<_>>())
}

const ALL: [&str; 5] = ["article-five", "desk-5", "desk-reset-2", "standing-break-4", "chair-only"];

#[track_caller]
fn check_pick(allowed: &[&str], kind: Kind, records: &[Record], picked: Option<&str>) {
    assert_eq!(pick(records, catalogue(), allowed, kind, at(9, "12:00")), picked);
}

#[test]
fn a_break_offers_what_was_not_done_lately() {
    check_pick(&ALL, Long, &[], Some("desk-5"));
    check_pick(&ALL, Long, &[routine(0, "desk-5")], Some("standing-break-4"));
    let both = [routine(0, "desk-5"), routine(0, "standing-break-4")];
    check_pick(&ALL, Long, &both, Some("chair-only"));
    let all = [routine(0, "desk-5"), routine(3, "standing-break-4"), routine(0, "chair-only")];
    check_pick(&ALL, Long, &all, Some("standing-break-4"));
    check_pick(&ALL, Long, &[session(1, &["chest-opener"])], Some("standing-break-4"));
    // A week ago is as good as never.
    check_pick(&ALL, Long, &[routine(8, "desk-5")], Some("desk-5"));
    check_pick(&["chair-only", "desk-5"], Long, &[routine(8, "desk-5")], Some("chair-only"));
}

#[test]
fn of_two_done_as_lately_the_first_is_offered() {
    check_pick(&["chair-only", "desk-5"], Long, &[], Some("chair-only"));
    check_pick(&["desk-5", "chair-only"], Long, &[], Some("desk-5"));
}

#[test]
fn a_break_is_short_enough_and_needs_no_floor() {
    check_pick(&ALL, Short, &[], Some("desk-reset-2"));
    check_pick(&ALL, Short, &[routine(0, "desk-reset-2")], Some("desk-reset-2"));
    check_pick(&["article-five", "flex-plan-4-weeks"], Long, &[], None);
    check_pick(&["desk-5", "no-such-routine"], Short, &[], None);
    check_pick(&[], Long, &[], None);
}

fn breaks_of_version_1() -> BreakSettings {
    let schedule = Schedule::new(Choices {
        every: Interval::from_minutes(45).expect("within bounds"),
        from: time_of_day(480),
        to: time_of_day(990),
        weekdays: Weekdays::from_bits(0b101_0101).expect("days"),
        long_every: LongEvery::from_breaks(3).ok(),
        warning: Warning::from_secs(30).expect("within bounds"),
        postpone: [delay(2), delay(7), delay(60)],
        fixed: vec![time_of_day(780), time_of_day(615)],
    });
    let schedule = schedule.expect("choices that agree");
    BreakSettings { is_on: true, schedule, notify: true }
}

#[test]
fn the_first_format_stays_readable() {
    assert_eq!(read_breaks(Some(BREAKS)), Stored::Read(breaks_of_version_1()));
    assert_eq!(read_breaks(Some(BREAKS_USUAL)), Stored::Read(BreakSettings::default()));
    assert_eq!(write_breaks(&breaks_of_version_1()), BREAKS);
    assert_eq!(write_breaks(&BreakSettings::default()), BREAKS_USUAL);
    let never = BREAKS.replace(r#""long":3"#, r#""long":null"#);
    let Stored::Read(settings) = read_breaks(Some(&never)) else { panic!("unreadable") };
    assert_eq!(settings.schedule.choices().long_every, None);
    assert_eq!(write_breaks(&settings), never);
}

#[test]
fn what_was_never_kept_is_nothing_and_what_is_newer_is_left_alone() {
    assert_eq!(read_breaks(None), Stored::Nothing);
    assert_eq!(read_breaks(Some(r#"{"v":2,"odd":[]}"#)), Stored::Newer);
}

#[track_caller]
fn check_unreadable(this: &str, that: &str, why: &[&str]) {
    common::check_unreadable(BREAKS, (this, that), read_breaks, why);
}

#[test]
fn what_this_app_never_wrote_is_unreadable_and_says_why() {
    check_unreadable(BREAKS, "[]", &["breaks: [] is not a group of fields"]);
    check_unreadable(r#""on":true,"#, "", &["breaks: on is missing"]);
    check_unreadable(r#""long":3,"#, "", &["breaks: long is missing"]);
    check_unreadable(r#""on""#, r#""odd":1,"on""#, &[r#"breaks: "odd" is not known here"#]);
    check_unreadable("45", "4", &["breaks / every: 4 is outside 5 to 240"]);
    check_unreadable("615", "1440", &["breaks / fixed / 1: 1440 is outside 0 to 1439"]);
    check_unreadable(r#""long":3"#, r#""long":1"#, &["breaks / long: 1 is outside 2 to 12"]);
    check_unreadable(",60]", "]", &["breaks / postpone: 2 delays, not 3"]);
    check_unreadable("85", "128", &["breaks / weekdays: 128 is outside 1 to 127"]);
    check_unreadable(
        "990",
        "480",
        &["breaks: working hours from 8:00 to 8:00 end before they begin"],
    );
    check_unreadable(
        "780",
        "990",
        &["breaks: a break at 16:30 is outside the working hours from 8:00 to 16:30"],
    );
    check_unreadable(
        r#""every":45,"fixed":[615,780],"from":480"#,
        r#""every":"45","fixed":7,"from":-1"#,
        &[
            r#"breaks / every: "45" is not a whole number"#,
            "breaks / from: -1 is not a whole number",
            "breaks / fixed: 7 is not a list",
        ],
    );
}

#[test]
fn no_value_is_taken_for_another() {
    for wrong in [r#"{"odd":1}"#, "[7.5]", "-1", r#""""#] {
        for (place, spoilt) in spoilt(BREAKS, wrong) {
            let found = read_breaks(Some(&spoilt));
            assert!(matches!(found, Stored::Unreadable(_)), "{place} as {wrong}: {found:?}");
        }
    }
    for length in 0..BREAKS.len() {
        let found = read_breaks(Some(&BREAKS[..length]));
        assert!(matches!(found, Stored::Unreadable(_)), "{length} letters: {found:?}");
    }
}

/// Whatever a person can choose.
fn any_schedule() -> impl Strategy<Value = Schedule> {
    let rhythm = prop_oneof![Just(None), (2..=12_u64).prop_map(Some)];
    let hours = (0..1439_u64, 1..1440_u64).prop_filter("in this order", |(from, to)| from < to);
    let fixed = prop::collection::vec(0..1440_u64, 0..12);
    let delays = [1..=60_u64, 1..=60, 1..=60];
    let choices = (5..=240_u64, hours, 1..=127_u64, rhythm, 0..=300_u64, delays, fixed);
    choices.prop_filter_map("not in agreement", |choices| {
        let (every, (from, to), weekdays, long_every, warning, postpone, fixed) = choices;
        let within = fixed.into_iter().filter(|it| (from..to).contains(it));
        Schedule::new(Choices {
            every: Interval::from_minutes(every).ok()?,
            from: time_of_day(from),
            to: time_of_day(to),
            weekdays: Weekdays::from_bits(weekdays).ok()?,
            long_every: long_every.and_then(|it| LongEvery::from_breaks(it).ok()),
            warning: Warning::from_secs(warning).ok()?,
            postpone: postpone.map(delay),
            fixed: within.map(time_of_day).collect(),
        })
        .ok()
    })
}

/// What may come in, with the seconds from now for the end of a call.
fn any_input() -> impl Strategy<Value = (Input, i64)> {
    let input = prop_oneof![
        2 => Just(Start),
        1 => Just(Stop),
        12 => Just(Tick),
        2 => (1..=60_u64).prop_map(|minutes| Postpone(delay(minutes))),
        3 => select(vec![Skip(NotNow), Skip(DidItAlready), Skip(NotThisOne)]),
        2 => Just(TookBreak),
        2 => Just(CallUntil(OffsetDateTime::UNIX_EPOCH)),
        2 => (0..100_000_u64).prop_map(|away| Returned { away: secs(away) }),
        2 => any::<bool>().prop_map(|break_taken| AwayWas { break_taken }),
    ];
    (input, -3_600..200_000_i64)
}

/// Seconds since the input before: mostly forward, now and then back.
fn any_gap() -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => Just(0_i64),
        6 => 0..90_i64,
        8 => 0..4_000_i64,
        2 => 0..400_000_i64,
        1 => -400_000..0_i64,
    ]
}

/// Whether somebody works at `now`, told from the parts of the date rather than from seconds.
fn is_working(schedule: &Schedule, now: OffsetDateTime) -> bool {
    let choices = schedule.choices();
    let minute = u16::from(now.hour()) * 60 + u16::from(now.minute());
    let hours = choices.from.minutes()..choices.to.minutes();
    choices.weekdays.contains(now.weekday()) && hours.contains(&minute)
}

/// What must hold of a desk at any time, whatever came before.
fn check_next(desk: &Desk, now: OffsetDateTime) -> Result<(), TestCaseError> {
    let Some((due, kind)) = desk.next(now) else {
        prop_assert_eq!(desk.phase(), Off);
        return Ok(());
    };
    prop_assert!(due <= now + Duration::from_secs(9 * 86_400), "{} from {}", due, now);
    match desk.phase() {
        Due { since, .. } => {
            prop_assert!(since <= now + secs(60) && is_working(desk.schedule(), now));
        }
        OutOfHours { begins } => {
            prop_assert!(now < begins && begins <= due && !is_working(desk.schedule(), now));
        }
        InCall { until } | Asking { until, .. } => {
            prop_assert!(now < until && until <= due);
        }
        Off | Waiting { .. } | Warned { .. } => prop_assert!(now < due),
    }
    if let Due { .. } = desk.phase() {
        return Ok(());
    }
    // What is said to be next is what comes, once it is time and not before.
    prop_assert!(is_working(desk.schedule(), due));
    let mut early = desk.clone();
    let effects = early.update(Tick, due - secs(1));
    prop_assert!(!effects.contains(&Call { kind }), "{:?} too early", early);
    let effects = desk.clone().update(Tick, due);
    prop_assert!(effects.contains(&Call { kind }), "{:?} at {}: {:?}", desk, due, effects);
    Ok(())
}

proptest! {
    #![proptest_config(runs(256))]

    #[test]
    fn no_break_is_called_twice_or_out_of_hours_or_in_a_call(
        schedule in any_schedule(),
        began in 1_700_000_000..1_800_000_000_i64,
        script in prop::collection::vec((any_gap(), any_input(), -12..=12_i8), 1..60),
    ) {
        let mut desk = Desk::new(schedule);
        let (mut now, mut zone, mut is_called) = (began, 0, false);
        for (gap, (input, call), shift) in script {
            now += gap;
            // Most of the time the clocks do not change.
            zone = if shift.abs() > 9 { shift } else { zone };
            let offset = UtcOffset::from_hms(zone, 0, 0).expect("an offset");
            let local = |at| OffsetDateTime::from_unix_timestamp(at).expect("a time").to_offset(offset);
            let input = if let CallUntil(_) = input { CallUntil(local(now + call)) } else { input };
            let before = desk.phase();
            let effects = desk.update(input, local(now));
            let is_in_call = matches!(before, InCall { until } if local(now) < until);
            for effect in &effects {
                match effect {
                    Withdraw => is_called = false,
                    Call { .. } => {
                        prop_assert!(!is_called, "called twice");
                        prop_assert!(is_working(desk.schedule(), local(now)), "called out of hours");
                        prop_assert!(!is_in_call || matches!(input, CallUntil(_)), "called in a call");
                        is_called = true;
                    }
                    Warn { .. } | AskAway(_) => prop_assert!(!is_called, "said twice"),
                }
            }
            prop_assert!(effects.len() <= 2);
            prop_assert_eq!(is_called, matches!(desk.phase(), Due { .. }));
            check_next(&desk, local(now))?;
        }
    }

    #[test]
    fn settings_come_back_as_they_were_kept(
        schedule in any_schedule(),
        is_on in any::<bool>(),
        notify in any::<bool>(),
    ) {
        let settings = BreakSettings { is_on, schedule, notify };
        let text = write_breaks(&settings);
        prop_assert_eq!(read_breaks(Some(&text)), Stored::Read(settings));
    }
}
