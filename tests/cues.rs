//! The cue plan: what is marked, and when.

mod common;

use common::{any_breath, any_plan, any_script, at, millis, plan_of, runs, secs, step, work};
use limber::domain::breath::{Breath, Half};
use limber::domain::cues::{Beat, Breathing, Cue, upcoming};
use limber::domain::moment::Moment;
use limber::domain::plan::{Doing, Effort, Length, Plan, Side, Step};
use limber::domain::session::{Input, Opening, Phase, Session};
use proptest::prelude::*;
use proptest::sample::select;

const HOLD: Doing = work(Effort::Hold);
const CALM: Breathing = Breathing::Marked(Breath::CALM);
const MOVE: Doing = work(Effort::Timed);

const fn times(count: u16, tempo: u64) -> Doing {
    work(Effort::Repetitions { count, tempo: secs(tempo), hold: secs(0) })
}

fn begun(plan: Plan) -> Session {
    let mut session = Session::new(plan);
    let _ = session.update(Input::Start, at(0));
    session
}

/// Cues as a person would note them down: `27 Count(3)`, or `27.5 Count(3)`.
fn lines(cues: &[Cue]) -> Vec<String> {
    let line = |cue: &Cue| format!("{} {:?}", cue.at.since(at(0)).as_secs_f64(), cue.beat);
    cues.iter().map(line).collect()
}

/// The session's cues from `from` to `until`, in milliseconds.
#[track_caller]
fn check_part(session: &Session, opening: Opening, (from, until): (u64, u64), expected: &[&str]) {
    let cues = upcoming(session, opening, Breathing::Unmarked, at(from), at(until));
    assert_eq!(lines(&cues), expected);
}

/// All the cues of a session of these steps.
#[track_caller]
fn check(steps: &[Step], expected: &[&str]) {
    check_part(&begun(plan_of(steps)), Opening::Step, (0, 3_600_000), expected);
}

#[test]
fn a_hold_is_marked_in_its_middle_and_counted_out_before_zero() {
    check(
        &[step(HOLD, 30)],
        &["0 Begin", "15 Halfway", "27 Count(3)", "28 Count(2)", "29 Count(1)", "30 Finish"],
    );
    check(
        &[step(MOVE, 45)],
        &["0 Begin", "22.5 Halfway", "42 Count(3)", "43 Count(2)", "44 Count(1)", "45 Finish"],
    );
}

#[test]
fn only_work_of_twenty_seconds_or_more_has_a_middle() {
    let counted = |halfway: &[&'static str], counts: [&'static str; 4]| {
        [&["0 Begin"], halfway, counts.as_slice()].concat()
    };
    check(
        &[step(HOLD, 20)],
        &counted(&["10 Halfway"], ["17 Count(3)", "18 Count(2)", "19 Count(1)", "20 Finish"]),
    );
    check(
        &[step(HOLD, 19)],
        &counted(&[], ["16 Count(3)", "17 Count(2)", "18 Count(1)", "19 Finish"]),
    );
    check(
        &[step(Doing::Rest, 25), step(HOLD, 5)],
        &[
            "0 Rest",
            "22 Count(3)",
            "23 Count(2)",
            "24 Count(1)",
            "25 Begin",
            "27 Count(3)",
            "28 Count(2)",
            "29 Count(1)",
            "30 Finish",
        ],
    );
}

#[test]
fn getting_ready_changing_sides_and_resting_are_announced_and_counted() {
    check(
        &[
            Step { side: Some(Side::Left), ..step(Doing::GetReady, 8) },
            Step { side: Some(Side::Left), ..step(HOLD, 5) },
            Step { side: Some(Side::Right), ..step(Doing::ChangeSides, 5) },
            Step { side: Some(Side::Right), ..step(HOLD, 5) },
            step(Doing::Rest, 4),
            step(HOLD, 5),
        ],
        &[
            "0 GetReady",
            "5 Count(3)",
            "6 Count(2)",
            "7 Count(1)",
            "8 Begin",
            "10 Count(3)",
            "11 Count(2)",
            "12 Count(1)",
            "13 ChangeSides",
            "15 Count(3)",
            "16 Count(2)",
            "17 Count(1)",
            "18 Begin",
            "20 Count(3)",
            "21 Count(2)",
            "22 Count(1)",
            "23 Rest",
            "24 Count(3)",
            "25 Count(2)",
            "26 Count(1)",
            "27 Begin",
            "29 Count(3)",
            "30 Count(2)",
            "31 Count(1)",
            "32 Finish",
        ],
    );
}

#[test]
fn each_repetition_is_marked_when_it_is_done() {
    check(
        &[step(times(4, 5), 20), step(HOLD, 2)],
        &[
            "0 Begin",
            "5 Repetition(1)",
            "10 Repetition(2)",
            "15 Repetition(3)",
            "20 Begin",
            "21 Count(1)",
            "22 Finish",
        ],
    );
}

#[test]
fn repetitions_go_on_for_as_long_as_the_person_wants() {
    let with = |input| {
        let mut session = begun(plan_of(&[step(times(4, 5), 20)]));
        let _ = session.update(input, at(2_000));
        session
    };
    check_part(
        &with(Input::Shorter),
        Opening::Quiet,
        (2_000, 60_000),
        &["5 Repetition(1)", "10 Finish"],
    );
    check_part(
        &with(Input::Longer),
        Opening::Quiet,
        (2_000, 60_000),
        &[
            "5 Repetition(1)",
            "10 Repetition(2)",
            "15 Repetition(3)",
            "20 Repetition(4)",
            "25 Repetition(5)",
            "30 Finish",
        ],
    );
}

#[test]
fn a_short_step_is_not_counted_before_it_has_begun() {
    check(&[step(HOLD, 1)], &["0 Begin", "1 Finish"]);
    check(&[step(HOLD, 3)], &["0 Begin", "1 Count(2)", "2 Count(1)", "3 Finish"]);
    check(&[step(HOLD, 4)], &["0 Begin", "1 Count(3)", "2 Count(2)", "3 Count(1)", "4 Finish"]);
    check(
        &[step(Doing::GetReady, 1), step(times(2, 1), 2)],
        &["0 GetReady", "1 Begin", "2 Repetition(1)", "3 Finish"],
    );
}

#[test]
fn the_cues_begin_as_they_are_opened() {
    let session = begun(plan_of(&[step(HOLD, 5)]));
    check_part(&session, Opening::Step, (0, 3_000), &["0 Begin", "2 Count(3)"]);
    check_part(&session, Opening::Again, (0, 3_000), &["0 Again { left: Some(5s) }", "2 Count(3)"]);
    check_part(
        &session,
        Opening::Again,
        (1_500, 3_000),
        &["1.5 Again { left: Some(3.5s) }", "2 Count(3)"],
    );
    check_part(&session, Opening::Quiet, (1_500, 3_000), &["2 Count(3)"]);
}

#[test]
fn only_what_lies_in_the_window_is_planned() {
    let session = begun(plan_of(&[step(HOLD, 30), step(HOLD, 30)]));
    check_part(&session, Opening::Quiet, (15_000, 28_000), &["15 Halfway", "27 Count(3)"]);
    check_part(
        &session,
        Opening::Quiet,
        (15_001, 30_000),
        &["27 Count(3)", "28 Count(2)", "29 Count(1)"],
    );
    check_part(&session, Opening::Quiet, (30_000, 45_001), &["30 Begin", "45 Halfway"]);
    check_part(&session, Opening::Quiet, (60_000, 60_001), &["60 Finish"]);
    check_part(&session, Opening::Step, (5_000, 5_000), &[]);
}

#[test]
fn nobody_knows_what_comes_after_a_step_that_waits() {
    let open = |doing| Step { length: Length::Open { estimate: secs(8) }, ..step(doing, 0) };
    check(&[open(Doing::GetReady), step(HOLD, 30)], &["0 GetReady"]);
    check(&[open(times(4, 2)), step(HOLD, 30)], &["0 Begin"]);
    check(
        &[step(HOLD, 3), open(Doing::ChangeSides), step(HOLD, 30)],
        &["0 Begin", "1 Count(2)", "2 Count(1)", "3 ChangeSides"],
    );
    check_part(
        &begun(plan_of(&[open(Doing::GetReady), step(HOLD, 30)])),
        Opening::Again,
        (9_000, 60_000),
        &["9 Again { left: None }"],
    );
}

#[test]
fn a_session_that_does_not_run_has_no_cues() {
    let all = |session: &Session| {
        [Opening::Step, Opening::Again, Opening::Quiet]
            .map(|opening| upcoming(session, opening, CALM, at(1_000), at(3_600_000)).len())
    };
    let mut session = Session::new(plan_of(&[step(HOLD, 30)]));
    assert_eq!(all(&session), [0, 0, 0]);
    let _ = session.update(Input::Start, at(0));
    let _ = session.update(Input::Pause, at(1_000));
    assert_eq!(all(&session), [0, 0, 0]);
    let _ = session.update(Input::End, at(1_000));
    assert_eq!(all(&session), [0, 0, 0]);
}

#[test]
fn whole_breaths_of_ten_seconds_are_marked_in_holds_alone() {
    let breathing = |doing, length| breaths(doing, length, Breath::CALM);
    let three = [
        "0 Breathe(In, 4)",
        "4 Breathe(Out, 6)",
        "10 Breathe(In, 4)",
        "14 Breathe(Out, 6)",
        "20 Breathe(In, 4)",
        "24 Breathe(Out, 6)",
    ];
    assert_eq!(breathing(HOLD, 30), three);
    assert_eq!(breathing(HOLD, 39), three);
    assert_eq!(breathing(HOLD, 10), three[..2]);
    assert!(breathing(HOLD, 9).is_empty());
    assert!(breathing(MOVE, 30).is_empty());
    assert!(breathing(times(3, 10), 30).is_empty());
    assert!(breathing(Doing::Rest, 30).is_empty());
}

/// The cues for the breath in a step of so many seconds.
fn breaths(doing: Doing, length: u64, breath: Breath) -> Vec<String> {
    let session = begun(plan_of(&[step(doing, length)]));
    let cues = upcoming(&session, Opening::Step, Breathing::Marked(breath), at(0), at(60_000));
    lines(&cues).into_iter().filter(|line| line.contains("Breathe")).collect()
}

#[test]
fn the_breath_is_as_long_as_the_person_wants() {
    let breath = |going_in, going_out| Breath::from_secs(going_in, going_out).expect("a breath");
    let two = ["0 Breathe(In, 5)", "5 Breathe(Out, 7)", "12 Breathe(In, 5)", "17 Breathe(Out, 7)"];
    assert_eq!(breaths(HOLD, 30, breath(5, 7)), two);
    assert_eq!(breaths(HOLD, 23, breath(5, 7)), two[..2]);
    assert_eq!(breaths(HOLD, 14, breath(12, 2)), ["0 Breathe(In, 12)", "12 Breathe(Out, 2)"]);
}

#[test]
fn a_cue_says_which_step_it_belongs_to() {
    let session = begun(plan_of(&[step(Doing::GetReady, 1), step(HOLD, 2)]));
    let cues = upcoming(&session, Opening::Step, Breathing::Unmarked, at(0), at(60_000));
    let steps: Vec<_> = cues.iter().map(|cue| (cue.step, cue.beat)).collect();
    assert_eq!(
        steps,
        [(0, Beat::GetReady), (1, Beat::Begin), (1, Beat::Count(1)), (1, Beat::Finish)]
    );
}

#[test]
fn every_beat_reaches_the_person() {
    let beats = [
        Beat::GetReady,
        Beat::Begin,
        Beat::Again { left: Some(secs(1)) },
        Beat::ChangeSides,
        Beat::Rest,
        Beat::Halfway,
        Beat::Count(3),
        Beat::Repetition(1),
        Beat::Breathe(Half::In, 4),
        Beat::Breathe(Half::Out, 6),
        Beat::Finish,
    ];
    for beat in beats {
        assert!(beat.sound().is_some() || beat.is_spoken(), "{beat:?} is neither heard nor said");
        assert!(!beat.is_told() || beat.is_spoken(), "{beat:?} is told but not said");
        assert!(!beat.flashes() || beat.buzz().is_some(), "{beat:?} is seen but not felt");
    }
}

/// A session after whatever may have happened, and the time.
fn any_session() -> impl Strategy<Value = (Session, Moment)> {
    (any_plan(), any_script(20)).prop_map(|(plan, script)| {
        let mut session = begun(plan);
        let mut now = at(0);
        for (gap, input) in script {
            now = now + millis(gap);
            let _ = session.update(input, now);
        }
        let _ = session.update(Input::Tick, now);
        (session, now)
    })
}

fn any_running_session() -> impl Strategy<Value = (Session, Moment)> {
    any_session().prop_map(|(mut session, now)| {
        for input in [Input::Resume, Input::CarryOn, Input::Tick] {
            let _ = session.update(input, now);
        }
        (session, now)
    })
}

fn any_opening() -> impl Strategy<Value = Opening> {
    select(vec![Opening::Step, Opening::Again, Opening::Quiet])
}

fn any_breathing() -> impl Strategy<Value = Breathing> {
    let marked = any_breath().prop_map(Breathing::Marked);
    prop_oneof![Just(Breathing::Unmarked), marked]
}

/// When a session ends that is left alone; `None` where it waits for the person first.
fn end_of(session: &Session) -> Option<Moment> {
    let Phase::Running { step, began } = session.phase() else { return None };
    let mut steps = session.plan().steps.iter().enumerate().skip(step);
    steps.try_fold(began, |at, (index, _)| match session.step(index)?.length {
        Length::Fixed(length) => Some(at + length),
        Length::Open { .. } => None,
    })
}

proptest! {
    #![proptest_config(runs(512))]

    #[test]
    fn cues_are_in_order_and_none_lies_outside_its_window(
        (session, now) in any_session(),
        opening in any_opening(),
        breathing in any_breathing(),
        from in 0..60_000_u64,
        length in 0..600_000_u64,
    ) {
        let from = now + millis(from);
        let until = from + millis(length);
        let cues = upcoming(&session, opening, breathing, from, until);
        prop_assert!(cues.is_sorted_by_key(|cue| cue.at), "{:?}", lines(&cues));
        prop_assert!(cues.iter().all(|cue| (from..until).contains(&cue.at)), "{:?}", lines(&cues));
        prop_assert!(cues.is_sorted_by_key(|cue| cue.step), "{:?}", lines(&cues));
    }

    #[test]
    fn a_window_cut_into_pieces_has_the_same_cues(
        (session, now) in any_running_session(),
        breathing in any_breathing(),
        mut cuts in prop::collection::vec(0..300_u64, 0..6),
        halves in any::<bool>(),
    ) {
        // Steps end at whole seconds, so many of these cuts fall on a cue.
        let until = now + secs(300);
        let whole = upcoming(&session, Opening::Quiet, breathing, now, until);
        // Once it is over nobody asks a session for its last cue any more.
        let end = end_of(&session);
        cuts.sort_unstable();
        let began = match session.phase() { Phase::Running { began, .. } => began, _ => now };
        let on_the_second = millis(1_000 - u64::from(now.since(began).subsec_millis()));
        let cuts = cuts.into_iter().map(|cut| now + secs(cut) + on_the_second);
        let cuts = cuts.map(|cut| if halves { cut + millis(500) } else { cut });

        let mut session = session;
        let (mut pieces, mut from) = (vec![], now);
        for cut in cuts.filter(|cut| *cut < until && end.is_none_or(|end| *cut < end)) {
            pieces.extend(upcoming(&session, Opening::Quiet, breathing, from, cut));
            let _ = session.update(Input::Tick, cut);
            from = cut;
        }
        pieces.extend(upcoming(&session, Opening::Quiet, breathing, from, until));
        prop_assert_eq!(lines(&pieces), lines(&whole));
    }

    #[test]
    fn the_last_three_seconds_of_every_step_are_counted(
        plan in any_plan(),
        breathing in any_breathing(),
    ) {
        let session = begun(plan);
        let cues = upcoming(&session, Opening::Step, breathing, at(0), at(100_000_000));
        let mut start = at(0);
        for (index, step) in session.plan().steps.iter().enumerate() {
            let Length::Fixed(length) = step.length else { break };
            let is_paced = matches!(step.doing, Doing::Work(bout) if matches!(bout.effort, Effort::Repetitions { .. }));
            if length > secs(3) && !is_paced {
                for left in 1..=3_u8 {
                    let at = (start + length).earlier_by(secs(u64::from(left)));
                    let cue = Cue { at, step: index, beat: Beat::Count(left) };
                    prop_assert!(cues.contains(&cue), "{:?} is missing", cue);
                }
            }
            start = start + length;
        }
    }

    #[test]
    fn what_flashes_does_so_once_a_second_at_most(
        (session, now) in any_running_session(),
        opening in any_opening(),
    ) {
        let cues = upcoming(&session, opening, CALM, now, now + secs(1_000));
        let flashes: Vec<_> = cues.iter().filter(|cue| cue.beat.flashes()).map(|cue| cue.at).collect();
        for pair in flashes.windows(2) {
            prop_assert!(pair[1].since(pair[0]) >= secs(1), "{:?}", lines(&cues));
        }
    }
}
