//! A session keeps to its timetable, whatever comes in and whenever.

mod common;

use std::time::Duration;

use common::{
    any_plan, any_plan_by_itself, any_script, at, millis, plan_of, runs, secs, step, work,
};
use limber::domain::moment::Moment;
use limber::domain::plan::{Doing, Effort, Length, Plan, Side, Step};
use limber::domain::session::Effect::{
    Finish, KeepAwake, MaySleep, PlanCues, Record, Save, Silence,
};
use limber::domain::session::Input::{
    Back, CarryOn, CountIt, Done, End, Hidden, Jump, Longer, Pause, RepeatSide, Resume, Shorter,
    Skip, Slept, Start, Tick, Visible,
};
use limber::domain::session::{self, Effect, Input, Kept, Opening, Phase, Session};
use proptest::prelude::*;

/// What the cases are about: a hold on each side, then a movement without sides.
///
/// | step | 0         | 1         | 2            | 3          | 4         | 5       |     |
/// |------|-----------|-----------|--------------|------------|-----------|---------|-----|
/// |      | get ready | hold left | change sides | hold right | get ready | move    | end |
/// | from | 0 s       | 5 s       | 35 s         | 40 s       | 70 s      | 78 s    | 98 s|
fn two_movements() -> Plan {
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    let hold = work(Effort::Hold);
    plan_of(&[
        Step { side: left, ..step(Doing::GetReady, 5) },
        Step { side: left, twin: Some(3), ..step(hold, 30) },
        Step { side: right, ..step(Doing::ChangeSides, 5) },
        Step { side: right, twin: Some(1), ..step(hold, 30) },
        Step { item: 1, ..step(Doing::GetReady, 8) },
        Step { item: 1, ..step(work(Effort::Timed), 20) },
    ])
}

/// The same, waiting for the person at each get-ready.
fn waiting() -> Plan {
    let mut plan = two_movements();
    for it in plan.steps.iter_mut().filter(|it| it.doing == Doing::GetReady) {
        it.length = Length::Open { estimate: it.length.expected() };
    }
    plan
}

type Script<'a> = &'a [(u64, Input)];

/// Feeds a script of inputs and their milliseconds, and gives what the last one brought about.
fn feed(session: &mut Session, script: Script) -> Vec<Effect> {
    script.iter().fold(vec![], |_, &(millis, input)| session.update(input, at(millis)))
}

#[track_caller]
fn check_plan(plan: Plan, script: Script, phase: Phase, effects: &[Effect]) -> Session {
    let mut session = Session::new(plan);
    let last = feed(&mut session, script);
    assert_eq!((session.phase(), last.as_slice()), (phase, effects));
    session
}

/// The script ends in `phase`, and its last input brought about `effects`.
#[track_caller]
fn check(script: Script, phase: Phase, effects: &[Effect]) -> Session {
    check_plan(two_movements(), script, phase, effects)
}

/// At the script's end the steps last for so many milliseconds each.
#[track_caller]
fn check_lengths(script: Script, expected: [u64; 6]) {
    let mut session = Session::new(two_movements());
    feed(&mut session, script);
    let lengths: Vec<_> = (0..6).filter_map(|it| session.step(it)).map(|it| it.length).collect();
    assert_eq!(lengths, expected.map(|length| Length::Fixed(millis(length))));
}

/// At the script's end the steps have been run for so many milliseconds each.
#[track_caller]
fn check_spent(script: Script, expected: [u64; 6]) {
    let mut session = Session::new(two_movements());
    feed(&mut session, script);
    let now = at(script.last().expect("a script").0);
    assert_eq!(session.spent(now), expected.map(millis));
}

const fn running(step: usize, began: u64) -> Phase {
    Phase::Running { step, began: at(began) }
}

const fn paused(step: usize, elapsed: u64) -> Phase {
    Phase::Paused { step, elapsed: millis(elapsed) }
}

const fn asking(step: usize, elapsed: u64, away: u64) -> Phase {
    Phase::Asking { step, elapsed: millis(elapsed), away: millis(away) }
}

/// What happens when the last step is left, by whatever the person does.
const ENDED: [Effect; 4] = [Silence, Record, MaySleep, Finish];
const FINISHED: Phase = Phase::Over(session::End::Finished);
const STOPPED: Phase = Phase::Over(session::End::Stopped);
const STEP: Effect = PlanCues(Opening::Step);
const AGAIN: Effect = PlanCues(Opening::Again);
const QUIET: Effect = PlanCues(Opening::Quiet);

#[test]
fn start_begins_the_first_step() {
    check(&[], Phase::Ready, &[]);
    check(&[(100, Start)], running(0, 100), &[KeepAwake, STEP, Save]);
}

#[test]
fn a_step_ends_at_its_time_and_not_before() {
    check(&[(0, Start), (4_999, Tick)], running(0, 0), &[]);
    check(&[(0, Start), (5_000, Tick)], running(1, 5_000), &[Save]);
    check(&[(0, Start), (97_999, Tick)], running(5, 78_000), &[Save]);
    check(&[(0, Start), (98_000, Tick)], FINISHED, &[Record, MaySleep]);
}

#[test]
fn a_late_tick_keeps_the_timetable() {
    check(&[(0, Start), (12_345, Tick)], running(1, 5_000), &[Save]);
    check(&[(0, Start), (39_000, Tick)], running(2, 35_000), &[Save]);
    check(&[(0, Start), (500_000, Tick)], FINISHED, &[Record, MaySleep]);
    check_spent(&[(0, Start), (500_000, Tick)], [5_000, 30_000, 5_000, 30_000, 8_000, 20_000]);
}

#[test]
fn a_late_input_meets_the_step_that_is_due() {
    check(&[(0, Start), (36_000, Pause)], paused(2, 1_000), &[Save, Silence, Save, MaySleep]);
    check(&[(0, Start), (36_000, Skip)], running(3, 36_000), &[Save, STEP, Save]);
    check(&[(0, Start), (99_000, Pause)], FINISHED, &[Record, MaySleep]);
}

#[test]
fn a_pause_costs_no_time() {
    check(&[(0, Start), (9_000, Pause)], paused(1, 4_000), &[Save, Silence, Save, MaySleep]);
    check(&[(0, Start), (9_000, Pause), (99_000, Tick)], paused(1, 4_000), &[]);
    check(
        &[(0, Start), (9_000, Pause), (99_000, Resume)],
        running(1, 95_000),
        &[KeepAwake, AGAIN, Save],
    );
    check_spent(
        &[(0, Start), (9_000, Pause), (99_000, Resume), (100_000, Tick)],
        [5_000, 5_000, 0, 0, 0, 0],
    );
}

#[test]
fn a_step_that_begins_after_a_pause_begins_with_its_own_cues() {
    check(
        &[(0, Start), (1_000, Pause), (2_000, Skip), (3_000, Resume)],
        running(1, 3_000),
        &[KeepAwake, STEP, Save],
    );
}

#[test]
fn skip_goes_to_the_next_step() {
    check(&[(0, Start), (2_000, Skip)], running(1, 2_000), &[STEP, Save]);
    check(&[(0, Start), (2_000, Skip), (2_100, Skip)], running(2, 2_100), &[STEP, Save]);
    check(&[(0, Start), (1_000, Pause), (2_000, Skip)], paused(1, 0), &[Save]);
    check(&[(0, Start), (80_000, Skip)], FINISHED, &[Save, Silence, Record, MaySleep, Finish]);
    check(&[(0, Start), (80_000, Pause), (90_000, Skip)], FINISHED, &ENDED);
    check_spent(
        &[(0, Start), (2_000, Skip), (3_500, Skip), (3_600, Tick)],
        [2_000, 1_500, 100, 0, 0, 0],
    );
}

#[test]
fn back_begins_the_step_again_or_soon_after_its_start_the_one_before() {
    check(&[(0, Start), (8_000, Back)], running(1, 8_000), &[Save, STEP, Save]);
    check(&[(0, Start), (7_999, Back)], running(0, 7_999), &[Save, STEP, Save]);
    check(&[(0, Start), (8_000, Back), (8_500, Back)], running(0, 8_500), &[STEP, Save]);
    check(&[(0, Start), (1_000, Back)], running(0, 1_000), &[STEP, Save]);
    check(&[(0, Start), (6_000, Pause), (9_000, Back)], paused(0, 0), &[Save]);
    check(&[(0, Start), (9_000, Pause), (9_000, Back)], paused(1, 0), &[Save]);
    check_spent(&[(0, Start), (15_000, Back), (20_000, Tick)], [5_000, 15_000, 0, 0, 0, 0]);
}

#[test]
fn jump_goes_to_where_a_movement_begins() {
    check(&[(0, Start), (6_000, Jump { item: 1 })], running(4, 6_000), &[Save, STEP, Save]);
    check(&[(0, Start), (75_000, Jump { item: 0 })], running(0, 75_000), &[Save, STEP, Save]);
    check(&[(0, Start), (1_000, Pause), (1_000, Jump { item: 1 })], paused(4, 0), &[Save]);
    check(&[(0, Start), (1_000, Jump { item: 3 })], running(0, 0), &[]);
}

#[test]
fn after_the_last_movement_there_is_the_end() {
    let over = Phase::Over(limber::domain::session::End::Finished);
    check(&[(0, Start), (1_000, Jump { item: 2 })], over, &ENDED);
}

#[test]
fn a_side_is_repeated_from_its_first_bout() {
    check(&[(0, Start), (20_000, RepeatSide)], running(1, 20_000), &[Save, STEP, Save]);
    check(&[(0, Start), (50_000, RepeatSide)], running(3, 50_000), &[Save, STEP, Save]);
    check(&[(0, Start), (80_000, RepeatSide)], running(5, 80_000), &[Save, STEP, Save]);
    check(&[(0, Start), (20_000, Pause), (20_000, RepeatSide)], paused(1, 0), &[Save]);
}

#[test]
fn while_changing_sides_the_side_to_repeat_is_the_one_just_done() {
    check(&[(0, Start), (36_000, RepeatSide)], running(1, 36_000), &[Save, STEP, Save]);
}

#[test]
fn there_is_no_side_to_repeat_before_the_first_bout() {
    check(&[(0, Start), (1_000, RepeatSide)], running(0, 0), &[]);
    check(&[(0, Start), (71_000, RepeatSide)], running(4, 70_000), &[Save]);
}

#[test]
fn longer_and_shorter_change_both_sides_by_ten_seconds() {
    check(&[(0, Start), (10_000, Longer)], running(1, 5_000), &[Save, QUIET, Save]);
    check_lengths(&[(0, Start), (10_000, Longer)], [5_000, 40_000, 5_000, 40_000, 8_000, 20_000]);
    check_lengths(
        &[(0, Start), (10_000, Longer), (10_100, Longer), (11_000, Shorter)],
        [5_000, 40_000, 5_000, 40_000, 8_000, 20_000],
    );
    check_lengths(&[(0, Start), (10_000, Shorter)], [5_000, 20_000, 5_000, 20_000, 8_000, 20_000]);
    check(&[(0, Start), (10_000, Pause), (10_000, Longer)], paused(1, 5_000), &[Save]);
}

#[test]
fn the_side_that_is_done_stays_as_it_was_done() {
    check_lengths(&[(0, Start), (50_000, Longer)], [5_000, 30_000, 5_000, 40_000, 8_000, 20_000]);
    check_lengths(&[(0, Start), (1_000, Longer)], [15_000, 30_000, 5_000, 30_000, 8_000, 20_000]);
}

#[test]
fn taking_more_than_is_left_ends_the_step_now() {
    check(&[(0, Start), (30_000, Shorter)], running(2, 30_000), &[Save, STEP, Save]);
    check_lengths(&[(0, Start), (30_000, Shorter)], [5_000, 25_000, 5_000, 25_000, 8_000, 20_000]);
    check(&[(0, Start), (97_000, Shorter)], FINISHED, &[Save, Silence, Record, MaySleep, Finish]);
    check(
        &[(0, Start), (30_000, Pause), (31_000, Shorter), (32_000, Resume), (32_000, Tick)],
        running(2, 32_000),
        &[Save],
    );
}

#[test]
fn no_step_is_made_shorter_than_a_second() {
    check_lengths(&[(0, Start), (200, Shorter)], [1_000, 30_000, 5_000, 30_000, 8_000, 20_000]);
    check(&[(0, Start), (200, Shorter), (999, Tick)], running(0, 0), &[]);
    check(&[(0, Start), (200, Shorter), (1_000, Tick)], running(1, 1_000), &[Save]);
}

#[test]
fn no_step_is_made_longer_than_an_hour_and_a_longer_one_stays() {
    let lengths = |length, script: Script| {
        let mut session = Session::new(plan_of(&[step(work(Effort::Timed), length)]));
        feed(&mut session, script);
        session.total()
    };
    assert_eq!(lengths(3_595, &[(0, Start), (0, Longer)]), secs(3_600));
    assert_eq!(lengths(6_000, &[(0, Start), (0, Longer)]), secs(6_000));
    assert_eq!(lengths(6_000, &[(0, Start), (0, Shorter)]), secs(5_990));
}

#[test]
fn what_waits_for_the_person_ends_when_they_are_done() {
    check_plan(waiting(), &[(0, Start), (600_000, Tick)], running(0, 0), &[]);
    check_plan(waiting(), &[(0, Start), (7_000, Done)], running(1, 7_000), &[STEP, Save]);
    check_plan(waiting(), &[(0, Start), (7_000, Longer)], running(0, 0), &[]);
    check_plan(waiting(), &[(0, Start), (7_000, Pause), (8_000, Done)], paused(0, 7_000), &[]);
    let last = plan_of(&[Step {
        length: Length::Open { estimate: secs(20) },
        ..step(work(Effort::Timed), 20)
    }]);
    check_plan(last.clone(), &[(0, Start), (7_000, Done)], FINISHED, &ENDED);
    check_plan(last, &[(0, Start), (7_000, Skip)], FINISHED, &ENDED);
    let done =
        check_plan(waiting(), &[(0, Start), (7_000, Done), (7_100, Done)], running(1, 7_000), &[]);
    assert_eq!(done.spent(at(7_100))[..2], [millis(7_000), millis(100)]);
}

#[test]
fn what_waits_is_left_for_no_less_than_nothing() {
    let waiting = check_plan(waiting(), &[(0, Start)], running(0, 0), &[KeepAwake, STEP, Save]);
    assert_eq!(waiting.left(at(2_000)), secs(96));
    assert_eq!(waiting.left(at(600_000)), secs(93));
    assert_eq!(waiting.position(at(600_000)), Some((0, secs(600))));
}

#[test]
fn after_sleep_the_session_stands_where_it_was_last_awake_and_asks() {
    let slept = Slept(secs(600));
    check(
        &[(0, Start), (10_000, Tick), (610_000, slept)],
        asking(1, 5_000, 600_000),
        &[Silence, Save, MaySleep],
    );
    check(
        &[(0, Start), (10_000, Tick), (610_000, slept), (999_000, Tick)],
        asking(1, 5_000, 600_000),
        &[],
    );
    check(
        &[(0, Start), (10_000, Tick), (610_000, slept), (620_000, CarryOn)],
        running(1, 615_000),
        &[KeepAwake, AGAIN, Save],
    );
    check_spent(
        &[(0, Start), (10_000, Tick), (610_000, slept), (620_000, CarryOn)],
        [5_000, 5_000, 0, 0, 0, 0],
    );
}

#[test]
fn whoever_goes_elsewhere_after_sleep_is_asked_no_more() {
    let slept = (610_000, Slept(secs(600)));
    let left = [(0, Start), (10_000, Tick), slept, (620_000, Jump { item: 1 })];
    check(&left, paused(4, 0), &[Save]);
    check_spent(&left, [5_000, 5_000, 0, 0, 0, 0]);
    check(&[(0, Start), (10_000, Tick), slept, (620_000, RepeatSide)], paused(1, 0), &[Save]);
    check(
        &[(0, Start), (10_000, Tick), slept, (620_000, session::Input::Ease)],
        asking(1, 5_000, 600_000),
        &[Save],
    );
}

#[test]
fn a_sleep_that_counts_moves_the_session_on() {
    let slept = Slept(secs(28));
    check(
        &[(0, Start), (10_000, Tick), (38_000, slept), (60_000, CountIt)],
        running(2, 57_000),
        &[Save, KeepAwake, AGAIN, Save],
    );
    check_spent(
        &[(0, Start), (10_000, Tick), (38_000, slept), (60_000, CountIt)],
        [5_000, 30_000, 3_000, 0, 0, 0],
    );
    check(
        &[(0, Start), (10_000, Tick), (610_000, Slept(secs(600))), (620_000, CountIt)],
        FINISHED,
        &[Record, MaySleep],
    );
}

#[test]
fn sleep_changes_nothing_in_a_pause() {
    let slept = (600_000, Slept(secs(590)));
    check(&[(0, Start), (9_000, Pause), slept], paused(1, 4_000), &[]);
    check(&[slept], Phase::Ready, &[]);
}

#[test]
fn the_page_is_saved_when_hidden_and_awake_again_when_seen() {
    check(&[(0, Start), (1_000, Hidden)], running(0, 0), &[Save]);
    check(&[(0, Start), (1_000, Hidden), (3_000, Visible)], running(0, 0), &[KeepAwake, AGAIN]);
    check(&[(0, Start), (1_000, Pause), (2_000, Visible)], paused(0, 1_000), &[]);
    check(&[(0, Start), (1_000, Pause), (2_000, Hidden)], paused(0, 1_000), &[Save]);
}

#[test]
fn end_stops_the_session_with_what_has_been_done() {
    check(&[(0, Start), (9_000, End)], STOPPED, &[Save, Silence, Record, MaySleep]);
    check(&[(0, Start), (9_000, Pause), (20_000, End)], STOPPED, &[Silence, Record, MaySleep]);
    check(
        &[(0, Start), (9_000, Tick), (99_000, Slept(secs(90))), (99_000, End)],
        STOPPED,
        &[Silence, Record, MaySleep],
    );
    check_spent(&[(0, Start), (9_000, End), (50_000, Tick)], [5_000, 4_000, 0, 0, 0, 0]);
}

#[test]
fn an_input_out_of_place_is_ignored() {
    let all = [
        Pause,
        Resume,
        Done,
        Skip,
        Back,
        Jump { item: 0 },
        RepeatSide,
        Longer,
        Shorter,
        Tick,
        Hidden,
        Visible,
        Slept(secs(9)),
        CarryOn,
        CountIt,
        End,
    ];
    for input in all {
        check(&[(0, input)], Phase::Ready, &[]);
        check(&[(0, Start), (0, End), (0, input)], STOPPED, &[]);
    }
    for input in [Start, Resume, Done, CarryOn, CountIt, Tick] {
        check(&[(0, Start), (1_000, input)], running(0, 0), &[]);
    }
    for input in [Start, Pause, Done, CarryOn, CountIt, Tick, Visible, Slept(secs(9))] {
        check(&[(0, Start), (1_000, Pause), (1_000, input)], paused(0, 1_000), &[]);
    }
    let out_of_place =
        [Start, Pause, Resume, Done, Skip, Back, Longer, Shorter, Tick, Visible, Slept(secs(9))];
    for input in out_of_place {
        check(&[(0, Start), (0, Slept(secs(60))), (0, input)], asking(0, 0, 60_000), &[]);
    }
}

#[test]
fn a_double_tap_is_one_tap() {
    check(&[(0, Start), (50, Start)], running(0, 0), &[]);
    check(&[(0, Start), (1_000, Pause), (1_050, Pause)], paused(0, 1_000), &[]);
    check(&[(0, Start), (1_000, Pause), (2_000, Resume), (2_050, Resume)], running(0, 1_000), &[]);
    check(&[(0, Start), (1_000, End), (1_050, End)], STOPPED, &[]);
}

#[test]
fn what_is_left_counts_down_from_the_total_to_nothing() {
    let mut session = Session::new(two_movements());
    assert_eq!((session.total(), session.left(at(0))), (secs(98), secs(98)));
    feed(&mut session, &[(0, Start)]);
    assert_eq!(session.left(at(2_500)), millis(95_500));
    feed(&mut session, &[(41_000, Longer)]);
    assert_eq!((session.total(), session.left(at(41_000))), (secs(108), secs(67)));
    feed(&mut session, &[(500_000, Tick)]);
    assert_eq!(session.left(at(500_000)), secs(0));
}

#[test]
fn a_kept_session_says_where_it_stands_and_what_was_changed() {
    let mut session = Session::new(two_movements());
    assert_eq!(session.keep(at(0)), None);
    feed(&mut session, &[(0, Start), (2_000, Back), (7_000, Tick), (9_000, Longer)]);
    let kept = Kept {
        step: 1,
        elapsed: millis(2_000),
        adjusted: vec![(1, secs(40)), (3, secs(40))],
        spent: vec![millis(7_000)],
    };
    assert_eq!(session.keep(at(9_000)), Some(kept));
    feed(&mut session, &[(9_000, End)]);
    assert_eq!(session.keep(at(9_000)), None);
}

#[test]
fn a_session_resumes_paused_where_it_was_kept() {
    let kept = Kept {
        step: 1,
        elapsed: millis(2_000),
        adjusted: vec![(1, secs(40)), (3, secs(40))],
        spent: vec![millis(7_000)],
    };
    let mut session = Session::resumed(two_movements(), &kept).expect("it fits the plan");
    assert_eq!(session.phase(), paused(1, 2_000));
    assert_eq!(session.left(at(0)), secs(111));
    feed(&mut session, &[(50_000, Resume)]);
    assert_eq!(session.phase(), running(1, 48_000));
    assert_eq!(session.spent(at(51_000))[..2], [secs(7), secs(3)]);
}

#[test]
fn what_does_not_fit_the_plan_is_not_resumed() {
    let sound = Kept { step: 5, elapsed: secs(1), adjusted: vec![], spent: vec![secs(1); 6] };
    let fits = |kept: &Kept| Session::resumed(two_movements(), kept).map(|it| it.phase());
    assert_eq!(fits(&sound), Some(paused(5, 1_000)));
    assert_eq!(fits(&Kept { step: 6, ..sound.clone() }), None);
    assert_eq!(fits(&Kept { spent: vec![secs(1); 7], ..sound.clone() }), None);
    assert_eq!(fits(&Kept { adjusted: vec![(6, secs(9))], ..sound.clone() }), None);
    // Of a step nobody has ever done more than there is.
    assert_eq!(fits(&Kept { elapsed: secs(3_600), ..sound }), Some(paused(5, 20_000)));
}

/// Feeds a script of inputs, each with the milliseconds since the one before.
fn walk(session: &mut Session, from: Moment, script: &[(u64, Input)]) -> Moment {
    script.iter().fold(from, |now, &(gap, input)| {
        let now = now + millis(gap);
        let _ = session.update(input, now);
        now
    })
}

fn sum(lengths: &[Duration]) -> Duration {
    lengths.iter().sum()
}

const fn is_running(phase: Phase) -> bool {
    matches!(phase, Phase::Running { .. })
}

/// The same phase on a clock that is `later`.
fn shifted(phase: Phase, later: Duration) -> Phase {
    match phase {
        Phase::Running { step, began } => Phase::Running { step, began: began + later },
        Phase::Ready | Phase::Paused { .. } | Phase::Asking { .. } | Phase::Over(_) => phase,
    }
}

proptest! {
    #![proptest_config(runs(512))]

    /// Every moment that a session ran is booked once, and nothing else but what the person counts.
    #[test]
    fn what_is_booked_is_what_was_run(plan in any_plan(), script in any_script(60)) {
        let mut session = Session::new(plan);
        let (mut now, mut run) = (at(0), Duration::ZERO);
        for (gap, input) in script {
            let before = session.phase();
            now = now + millis(gap);
            match (before, input) {
                (Phase::Asking { away, .. }, CountIt) => run += away,
                (Phase::Running { .. }, Slept(_)) => {}
                (Phase::Running { .. }, _) => run += millis(gap),
                _ => {}
            }
            let _ = session.update(input, now);
            let booked = sum(&session.spent(now));
            let is_over = matches!(session.phase(), Phase::Over(_));
            // The input that ends it may come after its end.
            prop_assert!(booked == run || is_over && booked < run, "{:?} of {:?}", booked, run);
        }
    }

    #[test]
    fn no_position_lies_outside_its_step(plan in any_plan(), script in any_script(60), peek in 0..1_200_000_u64) {
        let mut session = Session::new(plan);
        let mut now = at(0);
        for (gap, input) in script {
            now = walk(&mut session, now, &[(gap, input)]);
            for now in [now, now + millis(peek)] {
                prop_assert!(session.left(now) <= session.total());
                let Some((index, elapsed)) = session.position(now) else { continue };
                let step = session.step(index).expect("a step at every position");
                if let Length::Fixed(length) = step.length {
                    prop_assert!(elapsed <= length, "{:?} of {:?}", elapsed, step);
                    prop_assert!(length >= secs(1), "{:?} after {:?}", step, input);
                }
            }
        }
    }

    #[test]
    fn no_clock_makes_it_panic(
        plan in any_plan(),
        script in any_script(60),
        clock in prop::collection::vec(0..2_000_000_u64, 60),
    ) {
        let mut session = Session::new(plan);
        for ((_, input), now) in script.into_iter().zip(clock) {
            let now = Moment::from_millis(now);
            let _ = session.update(input, now);
            prop_assert!(session.left(now) <= session.total());
        }
    }

    #[test]
    fn what_is_asked_of_the_world_fits_the_phase(plan in any_plan(), script in any_script(60)) {
        let mut session = Session::new(plan);
        let (mut now, mut awake, mut records) = (at(0), false, 0);
        for (gap, input) in script {
            let before = session.phase();
            now = now + millis(gap);
            let effects = session.update(input, now);
            for effect in &effects {
                match effect {
                    KeepAwake => awake = true,
                    MaySleep => awake = false,
                    Record => records += 1,
                    PlanCues(_) | Silence | Save | Finish => {}
                }
            }
            let phase = session.phase();
            prop_assert_eq!(awake, is_running(phase), "{:?} in {:?}", effects, phase);
            prop_assert_eq!(records, usize::from(matches!(phase, Phase::Over(_))));
            let is_saved = effects.contains(&Save) || effects.contains(&Record);
            prop_assert!(phase == before || is_saved, "{:?} led to {:?} unsaved", input, phase);
            let plans = effects.iter().any(|effect| matches!(effect, PlanCues(_)));
            prop_assert!(!plans || is_running(phase), "{:?} in {:?}", effects, phase);
        }
    }

    #[test]
    fn ticking_more_often_changes_nothing(
        plan in any_plan(),
        script in any_script(40),
        ticks in prop::collection::vec(1..6_u64, 40),
    ) {
        let mut rare = Session::new(plan.clone());
        let mut often = Session::new(plan);
        let mut now = at(0);
        // Sleep is left out: where a session was last awake is what its ticks say.
        let script = script.into_iter().filter(|(_, input)| !matches!(input, Slept(_)));
        for ((gap, input), ticks) in script.zip(ticks) {
            for tick in 0..=ticks {
                let _ = often.update(Tick, now + millis(gap * tick / ticks));
            }
            now = walk(&mut rare, now, &[(gap, input)]);
            let _ = often.update(input, now);
            prop_assert_eq!(rare.phase(), often.phase(), "after {:?}", input);
            prop_assert_eq!(rare.spent(now), often.spent(now), "after {:?}", input);
        }
    }

    #[test]
    fn to_resume_a_kept_session_is_never_to_have_stopped(
        plan in any_plan(),
        before in any_script(30),
        later in 0..100_000_000_u64,
        after in any_script(30),
    ) {
        let mut kept_on = Session::new(plan.clone());
        let now = walk(&mut kept_on, at(0), &before);
        let later = millis(later);
        let Some(kept) = kept_on.keep(now) else { return Ok(()) };
        let mut resumed = Session::resumed(plan, &kept).expect("what was kept fits its plan");
        for input in [Resume, CarryOn] {
            let _ = resumed.update(input, now + later);
            let _ = kept_on.update(input, now);
        }

        let mut now = now;
        for (gap, input) in after {
            now = now + millis(gap);
            let effects = kept_on.update(input, now);
            prop_assert_eq!(resumed.update(input, now + later), effects, "at {:?}", input);
            prop_assert_eq!(resumed.phase(), shifted(kept_on.phase(), later), "after {:?}", input);
            prop_assert_eq!(resumed.spent(now + later), kept_on.spent(now), "after {:?}", input);
            prop_assert_eq!(resumed.total(), kept_on.total());
        }
    }

    #[test]
    fn left_alone_a_session_ends_on_time_with_both_sides_equal(
        plan in any_plan_by_itself(),
        ticks in prop::collection::vec(0..200_000_u64, 0..40),
    ) {
        let ends_at = at(0) + plan.total();
        let (left, right) = plan.per_side();
        let mut session = Session::new(plan);
        let _ = session.update(Start, at(0));
        let mut ticks: Vec<_> = ticks.into_iter().map(at).filter(|it| *it < ends_at).collect();
        ticks.sort_unstable();
        for now in ticks {
            let _ = session.update(Tick, now);
            prop_assert!(is_running(session.phase()));
            prop_assert_eq!(session.left(now), ends_at.since(now));
        }
        let _ = session.update(Tick, at(0) + (ends_at.since(at(0)).saturating_sub(millis(1))));
        prop_assert!(is_running(session.phase()));
        let _ = session.update(Tick, ends_at);
        prop_assert_eq!(session.phase(), FINISHED);

        let spent = session.spent(ends_at);
        let on = |side| {
            let steps = session.plan().steps.iter().zip(&spent);
            let mine = steps.filter(|(step, _)| step.is_work() && step.side == Some(side));
            mine.map(|(_, spent)| *spent).sum::<Duration>()
        };
        prop_assert_eq!((on(Side::Left), on(Side::Right)), (left, right));
        prop_assert_eq!(left, right);
    }
}
