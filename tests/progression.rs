//! More, as much or less next time, by a rule that one can read.

mod common;

use std::time::Duration as Length;

use common::{catalogue, instant, secs};
use limber::domain::catalogue::{Level, MovementNumber, Work};
use limber::domain::history::{Done, Feel, Record, WorkTime};
use limber::domain::pain::{Pain, Score, Site};
use limber::domain::progression::{
    Bounds, GoodWeek, Latest, NextWeek, Progress, Rung, Standing, Step, Too, Verdict, WeekWhy, Why,
    is_jump, judge, jumped, lasted, next_week, read_progress, spread, write_progress,
};
use limber::domain::session::End;
use limber::domain::stored::Stored;
use proptest::prelude::*;
use time::{Duration, OffsetDateTime};

/// Frozen: what the first version kept.
const PROGRESS: &str = include_str!("stored/v1/progress.json");

/// Frozen too: of a person who has told something of a session.
const PROGRESS_TOLD: &str = include_str!("stored/v2/progress.json");

fn now() -> OffsetDateTime {
    instant(1_764_000_000, 60)
}

/// One session: how many days ago, and what pain was before, after and the next day.
type Session = (i64, Option<u8>, Option<u8>, Option<u8>);

fn pain((_, before, after, next_day): Session) -> Pain {
    let score = |it: Option<u8>| it.and_then(Score::new);
    let (before, after, next_day) = (score(before), score(after), score(next_day));
    Pain { before, after, next_day, ..Pain::default() }
}

fn record(session: Session) -> Record {
    Record {
        began: now() - Duration::days(session.0),
        routine: "article-five".to_owned(),
        week: 0,
        level: None,
        took: secs(600),
        end: End::Finished,
        feel: None,
        pain: pain(session),
        note: None,
        done: vec![Done { movement: MovementNumber::new(1), time: WorkTime::Whole(secs(60)) }],
    }
}

fn records(sessions: &[Session]) -> Vec<Record> {
    sessions.iter().map(|it| record(*it)).collect()
}

/// Of somebody who does routines as they are written at the middle level.
fn usual() -> Bounds {
    Bounds::at(Level::Intermediate)
}

fn judged(progress: Progress, records: &[Record], now: OffsetDateTime) -> (Progress, Verdict) {
    let (progress, level, verdict) = progress.judged(usual(), records, now);
    assert_eq!(level, Level::Intermediate);
    (progress, verdict)
}

#[track_caller]
fn check(sessions: &[Session], expected: Verdict) {
    assert_eq!(judge(&Progress::default(), usual(), &records(sessions), now()), expected);
}

/// A session of so many days ago of which nothing was told.
const fn silent(days_ago: i64) -> Session {
    (days_ago, None, None, None)
}

fn rung(level: Level, step: i8) -> Rung {
    Rung { level, step: Step::new(step) }
}

/// What the rule makes of `at` after `sessions`, with what it says.
fn moved(at: Rung, sessions: &[Session]) -> (Rung, Verdict) {
    let progress = Progress { step: at.step, ..Progress::default() };
    let (after, level, verdict) = progress.judged(Bounds::at(at.level), &records(sessions), now());
    (Rung { level, step: after.step }, verdict)
}

#[test]
fn after_all_the_steps_of_a_level_comes_the_next_one() {
    let good = [silent(3), silent(2), silent(1)];
    let up = Verdict::Up(GoodWeek { sessions: 3 });
    assert_eq!(moved(rung(Level::Beginner, 3), &good), (rung(Level::Beginner, 4), up));
    assert_eq!(moved(rung(Level::Beginner, 4), &good), (rung(Level::Intermediate, 0), up));
    // Set by hand to more than makes a difference.
    assert_eq!(moved(rung(Level::Beginner, 6), &good), (rung(Level::Intermediate, 0), up));
    let top = Verdict::Stay(Why::AtTop);
    for at in [rung(Level::Intermediate, 2), rung(Level::Advanced, 1)] {
        assert_eq!(moved(at, &good), (at, top));
    }
    assert_eq!(moved(rung(Level::Advanced, 0), &good), (rung(Level::Advanced, 1), up));
}

#[test]
fn whoever_is_to_go_gently_stays_at_the_gentlest_level() {
    let bounds = Bounds { highest: Level::Beginner, ..Bounds::at(Level::Beginner) };
    let progress = Progress { step: Step::new(4), ..Progress::default() };
    let verdict = judge(&progress, bounds, &records(&[silent(3), silent(2), silent(1)]), now());
    assert_eq!(verdict, Verdict::Stay(Why::AtTop));
}

#[test]
fn after_the_least_of_a_level_comes_the_easier_one() {
    let sore = [(1, Some(3), Some(5), None)];
    let down = Verdict::Down(Too::Raised(2));
    assert_eq!(moved(rung(Level::Advanced, -2), &sore), (rung(Level::Intermediate, -1), down));
    assert_eq!(moved(rung(Level::Intermediate, -1), &sore), (rung(Level::Intermediate, -2), down));
    assert_eq!(moved(rung(Level::Intermediate, -2), &sore), (rung(Level::Beginner, -1), down));
    // From more than makes a difference it goes down to less than that.
    assert_eq!(moved(rung(Level::Intermediate, 6), &sore), (rung(Level::Intermediate, 1), down));
    let least = rung(Level::Beginner, -2);
    assert_eq!(moved(least, &sore), (least, Verdict::Stay(Why::AtBottom(Too::Raised(2)))));
    assert_eq!(moved(least, &[silent(20)]), (least, Verdict::Stay(Why::Few(0))));
}

#[test]
fn another_level_begins_where_the_one_before_ends() {
    for movement in &catalogue().movements {
        let hold = |at: Rung| match at.step.dose(movement.dose(at.level), at.level).work {
            Work::Hold { hold, .. } => Some(hold),
            Work::Repetitions { .. } | Work::Timed { .. } => None,
        };
        let top = rung(Level::Beginner, Step::top(Level::Beginner).get());
        let harder = top.up().expect("there is more");
        assert!(hold(harder) <= hold(top), "{}: {harder:?}", movement.id);
        for level in [Level::Intermediate, Level::Advanced] {
            let least = rung(level, Step::LEAST);
            let easier = least.down().expect("there is less");
            let much = hold(least).map(|it| it + secs(3));
            assert!(hold(easier) <= much, "{}: {easier:?}", movement.id);
        }
    }
}

#[test]
fn three_good_sessions_in_a_week_make_a_step_up() {
    let up = Verdict::Up(GoodWeek { sessions: 3 });
    check(&[(6, Some(4), Some(4), Some(4)), (4, Some(4), Some(5), Some(3)), silent(1)], up);
    check(&[silent(7), silent(3), silent(0)], up);
    check(&[silent(8), silent(3), silent(0)], Verdict::Stay(Why::Few(2)));
    check(&[], Verdict::Stay(Why::Few(0)));
}

#[test]
fn what_a_session_raised_by_two_is_a_step_back() {
    check(&[silent(5), silent(3), (1, Some(3), Some(5), None)], Verdict::Down(Too::Raised(2)));
    check(
        &[silent(5), silent(3), (1, Some(3), Some(4), None)],
        Verdict::Up(GoodWeek { sessions: 3 }),
    );
    check(&[(1, Some(3), Some(3), Some(4))], Verdict::Down(Too::StillRaised(1)));
    // One that was too much a while ago is past, but it is no good week.
    check(&[(4, Some(3), Some(6), None), silent(2), silent(1)], Verdict::Stay(Why::NotAllWell));
    let four = [silent(5), (4, Some(3), Some(6), None), silent(2), silent(1)];
    check(&four, Verdict::Stay(Why::NotAllWell));
}

#[test]
fn what_went_down_a_leg_holds_a_step_up_for_a_week() {
    let week = records(&[silent(3), silent(2), silent(1)]);
    let verdict = |hours| {
        let bounds = Bounds { leg: Some(now() - Duration::hours(hours)), ..usual() };
        judge(&Progress::default(), bounds, &week, now())
    };
    assert_eq!(verdict(50), Verdict::Stay(Why::Leg));
    assert_eq!(verdict(7 * 24), Verdict::Up(GoodWeek { sessions: 3 }));
}

#[test]
fn twice_too_much_is_a_step_back() {
    let mut two = records(&[silent(3), silent(1)]);
    two[1].feel = Some(Feel::TooMuch);
    let verdict = |records: &[Record]| judge(&Progress::default(), usual(), records, now());
    assert_eq!(verdict(&two), Verdict::Stay(Why::NotAllWell));
    two[0].feel = Some(Feel::TooMuch);
    assert_eq!(verdict(&two), Verdict::Down(Too::TwiceTooMuch));
}

#[test]
fn after_two_weeks_without_it_begins_one_step_lower_once() {
    check(&[silent(14)], Verdict::Down(Too::LongBreak));
    check(&[silent(13)], Verdict::Stay(Why::Few(0)));
    let (after, _) = judged(Progress::default(), &records(&[silent(14)]), now());
    assert_eq!(after.step, Step::new(-1));
    let (again, verdict) = judged(after, &records(&[silent(14)]), now() + Duration::hours(1));
    assert_eq!((again, verdict), (after, Verdict::Stay(Why::Recent)));
}

#[test]
fn there_is_one_step_up_in_a_week_at_the_most() {
    let week = records(&[silent(3), silent(2), silent(1)]);
    let (up, _) = judged(Progress::default(), &week, now());
    assert_eq!((up.step, up.changed), (Step::new(1), Some(now())));
    let more = records(&[silent(-1), silent(-2), silent(-3)]);
    let (later, verdict) = judged(up, &more, now() + Duration::days(4));
    assert_eq!((later, verdict), (up, Verdict::Stay(Why::Recent)));
    let (later, _) = judged(up, &more, now() + Duration::days(7));
    assert_eq!(later.step, Step::new(2));
}

#[test]
fn why_it_changed_is_said_until_the_next_session() {
    let week = records(&[silent(3), silent(2), silent(1)]);
    let (up, _) = judged(Progress::default(), &week, now());
    let up_week = Verdict::Up(GoodWeek { sessions: 3 });
    assert_eq!(up.said(usual(), &week, now() + Duration::days(1)), up_week);
    let more = [week, records(&[silent(-1)])].concat();
    assert_eq!(up.said(usual(), &more, now() + Duration::days(1)), Verdict::Stay(Why::Recent));
}

/// After `told` of the session in `records` that was last, at the usual level.
fn told(progress: Progress, records: &mut [Record], told: Session) -> Progress {
    let last = records.last_mut().expect("one");
    last.pain = pain(told);
    let (progress, level) = progress.about(last.began, Some(Level::Intermediate), now());
    assert_eq!(level, Some(Level::Intermediate));
    judged(progress, records, now()).0
}

#[test]
fn what_is_told_twice_of_a_session_counts_once_and_after_a_reload_too() {
    let mut week = records(&[silent(3), silent(2), silent(1)]);
    let up = told(Progress::default(), &mut week, silent(1));
    assert_eq!(up.step, Step::new(1));
    // The page was left meanwhile.
    let Stored::Read(up) = read_progress(Some(&write_progress(&up))) else { panic!("unreadable") };
    let sore = told(up, &mut week, (1, Some(2), Some(2), Some(4)));
    assert_eq!(
        (sore.step, sore.because),
        (Step::new(-1), Some(Verdict::Down(Too::StillRaised(2))))
    );
    // It was a finger on the wrong number.
    let well = told(sore, &mut week, (1, Some(2), Some(2), Some(2)));
    assert_eq!(well.step, Step::new(1));
    // The next session has its own.
    week.push(record((-1, Some(2), Some(5), None)));
    assert_eq!(told(well, &mut week, (-1, Some(2), Some(5), None)).step, Step::new(0));
}

#[test]
fn what_is_told_comes_after_what_was_changed_by_hand() {
    let mut week = records(&[silent(3), silent(2), silent(1)]);
    let up = told(Progress::default(), &mut week, silent(1));
    let by_hand = Progress { step: Step::new(2), changed: Some(now()), ..up.by_hand() };
    let later = told(by_hand, &mut week, (1, Some(2), Some(2), Some(4)));
    assert_eq!(later.step, Step::new(2));
}

#[test]
fn what_is_set_by_hand_stays() {
    let by_hand = Progress { is_automatic: false, ..Progress::default() };
    let (after, verdict) = judged(by_hand, &records(&[silent(3), silent(2), silent(1)]), now());
    assert_eq!((after, verdict), (by_hand, Verdict::Up(GoodWeek { sessions: 3 })));
}

#[test]
fn a_step_is_five_seconds_then_one_more_repetition() {
    let holds = |step, level| {
        let movement = catalogue().movement_called("childs-pose").expect("a pose");
        let dose = Step::new(step).dose(movement.dose(Level::Beginner), level);
        let Work::Hold { hold, count } = dose.work else { panic!("{dose:?}") };
        (hold.as_secs(), count)
    };
    let beginner = |step| holds(step, Level::Beginner);
    assert_eq!([-2, -1, 0].map(beginner), [(8, 2), (13, 2), (20, 2)]);
    assert_eq!([1, 2, 3, 6].map(beginner), [(25, 2), (30, 2), (30, 3), (30, 3)]);
    assert_eq!(holds(6, Level::Advanced), (45, 3));
}

#[test]
fn strength_gets_repetitions_and_then_a_set_and_a_warm_up_stays() {
    let dose = |id: &str, step| {
        let movement = catalogue().movement_called(id).expect("a movement");
        Step::new(step).dose(movement.dose(Level::Beginner), Level::Beginner)
    };
    let bridge = |step| match dose("glute-bridge", step) {
        it if matches!(it.work, Work::Repetitions { .. }) => {
            let Work::Repetitions { count, .. } = it.work else { unreachable!() };
            (count, it.sets)
        }
        it => panic!("{it:?}"),
    };
    assert_eq!([-1, 0, 1, 2, 3].map(bridge), [(5, 1), (8, 1), (10, 1), (10, 2), (10, 2)]);
    assert_eq!(dose("marching-in-place", 6), dose("marching-in-place", 0));
    assert_eq!(dose("marching-in-place", -2), dose("marching-in-place", 0));
}

#[test]
fn a_plan_of_weeks_goes_on_when_a_week_is_done_and_was_fine() {
    let weeks = [Some(3), Some(4), Some(5), Some(5)];
    let of_week =
        |week, session| Record { routine: "flex-plan-4-weeks".to_owned(), week, ..record(session) };
    let next = |records: &[Record]| {
        let NextWeek { week, why } = next_week("flex-plan-4-weeks", &weeks, records);
        (week, why)
    };
    assert_eq!(next(&[]), (0, WeekWhy::First));
    let twice = [of_week(0, silent(3)), of_week(0, silent(2))];
    assert_eq!(next(&twice), (0, WeekWhy::GoesOn { done: 2, wanted: 3 }));
    let first: Vec<_> = (0..3).map(|day| of_week(0, silent(9 - day))).collect();
    assert_eq!(next(&first), (1, WeekWhy::On));
    let sore = of_week(1, (1, Some(2), Some(2), Some(4)));
    assert_eq!(next(&[first, vec![sore]].concat()), (0, WeekWhy::Back));
    let last: Vec<_> = (0..9).map(|day| of_week(3, silent(9 - day))).collect();
    assert_eq!(next(&last), (3, WeekWhy::Stays));
}

#[test]
fn pain_that_jumps_is_noticed_wherever_it_does() {
    let at = |sessions: &[Session]| jumped(&records(sessions), None);
    assert_eq!(at(&[(3, Some(2), Some(4), Some(4)), (1, Some(4), None, None)]), None);
    let day = |days_ago| Some(now() - Duration::days(days_ago));
    assert_eq!(at(&[(3, Some(2), Some(5), None), silent(1)]), day(3));
    assert_eq!(at(&[(3, Some(2), Some(2), Some(5))]), day(3));
    // What was told later than the session began is news from then on.
    let sore = records(&[(3, Some(2), Some(2), Some(5)), silent(1)]);
    let latest = |session| Some(Latest { session, told: now(), before: None });
    assert_eq!(jumped(&sore, latest(sore[0].began)), Some(now()));
    assert_eq!(jumped(&sore, latest(sore[1].began)), day(3));
    // Pain before a session is asked about before it begins. Whatever was not told does not hide it.
    let told = records(&[(4, Some(2), None, None), silent(2)]);
    let is_jump = |score| is_jump(&told, Score::new(score).expect("a score"));
    assert_eq!([4, 5].map(is_jump), [false, true]);
}

/// The session of so many days ago, of which this was told before, the next day and the day after that.
fn days_after(days_ago: i64, told: [Option<u8>; 3]) -> Record {
    let [before, next_day, two_days] = told.map(|it| it.and_then(Score::new));
    let pain = Pain { before, next_day, two_days, ..Pain::default() };
    Record { pain, ..record(silent(days_ago)) }
}

#[test]
fn pain_that_stays_raised_for_two_days_is_noticed() {
    let at = |told| lasted(&[days_after(9, told), record(silent(1))], None);
    let began = Some(now() - Duration::days(9));
    assert_eq!(at([Some(2), Some(3), Some(3)]), began);
    assert_eq!(at([Some(2), None, Some(3)]), began);
    assert_eq!(at([Some(2), Some(3), Some(2)]), None);
    assert_eq!(at([Some(2), Some(3), None]), None);
    assert_eq!(at([None, Some(3), Some(3)]), None);
    // Whoever tells it of the last session tells it now.
    let last = [days_after(2, [Some(2), Some(3), Some(3)])];
    let latest = Latest { session: last[0].began, told: now(), before: None };
    assert_eq!(lasted(&last, Some(latest)), Some(now()));
}

#[test]
fn pain_that_has_not_settled_three_times_in_a_row_is_noticed() {
    let at = |days: &[(i64, Option<u8>)]| {
        let records: Vec<_> =
            days.iter().map(|&(ago, next)| days_after(ago, [Some(2), next, None])).collect();
        lasted(&records, None).map(|it| (now() - it).whole_days())
    };
    let (raised, settled) = (Some(3), Some(2));
    assert_eq!(at(&[(9, raised), (8, raised), (7, raised)]), Some(7));
    assert_eq!(at(&[(9, raised), (8, raised)]), None);
    assert_eq!(at(&[(9, raised), (8, settled), (7, raised), (6, raised)]), None);
    // What nothing is told of neither counts nor breaks the row.
    assert_eq!(at(&[(9, raised), (8, None), (7, raised), (6, None), (5, raised)]), Some(5));
    // After that the count begins anew.
    let four = [(9, raised), (8, raised), (7, raised), (6, raised)];
    assert_eq!(at(&four), Some(7));
    assert_eq!(at(&[&four[..], &[(5, raised), (4, raised)]].concat()), Some(4));
}

#[test]
fn pain_that_is_raised_two_days_after_is_a_step_back_once() {
    let judge_of = |told| judge(&Progress::default(), usual(), &[days_after(2, told)], now());
    let raised = |by| Verdict::Down(Too::StillRaised(by));
    assert_eq!(judge_of([Some(2), None, Some(4)]), raised(2));
    assert_eq!(judge_of([Some(2), Some(3), Some(5)]), raised(3));
    assert_eq!(judge_of([Some(2), Some(3), Some(0)]), raised(1));
    assert_eq!(judge_of([Some(2), None, Some(2)]), Verdict::Stay(Why::Few(1)));

    let mut records = [days_after(2, [Some(2), Some(3), None])];
    let session = records[0].began;
    let told = |progress: Progress, records: &[Record], at| {
        let (known, _) = progress.about(session, Some(Level::Intermediate), at);
        judged(known, records, at).0
    };
    let after_one = told(Progress::default(), &records, now() - Duration::days(1));
    records[0].pain.two_days = Score::new(5);
    let after_two = told(after_one, &records, now());
    assert_eq!((after_one.step.get(), after_two.step.get()), (-1, -1));
}

#[test]
fn one_is_asked_after_two_days_where_the_next_was_not_well() {
    let is_open = |told| days_after(1, told).pain.is_open();
    assert!(is_open([Some(2), None, None]), "nothing is known of the next day");
    assert!(is_open([Some(2), Some(3), None]), "it had not settled");
    assert!(!is_open([Some(2), Some(2), None]), "it had settled");
    assert!(!is_open([None, Some(2), None]), "nobody knows whether it had");
}

#[test]
fn pain_further_down_the_leg_is_noticed() {
    let at = |sites: &[Option<Site>]| {
        let mut sessions = records(&[silent(4), silent(3), silent(2), silent(1)][..sites.len()]);
        for (record, site) in sessions.iter_mut().zip(sites) {
            record.pain.site = *site;
        }
        spread(&sessions, None)
    };
    let day = |days_ago| Some(now() - Duration::days(days_ago));
    let [back, buttock, thigh, foot] =
        [Site::Back, Site::Buttock, Site::Thigh, Site::Foot].map(Some);
    assert_eq!(at(&[back, buttock]), None);
    assert_eq!(at(&[buttock, thigh]), day(3));
    assert_eq!(at(&[back, None, thigh, None]), day(2));
    assert_eq!(at(&[thigh, thigh, foot]), day(2));
    assert_eq!(at(&[foot, foot, thigh]), None);
    assert_eq!(at(&[foot]), None);
}

#[test]
fn one_points_at_a_body_once_for_a_side_and_twice_to_take_it_back() {
    use limber::domain::pain::Flank;
    use limber::domain::plan::Side::{Left, Right};
    let none = Pain::default();
    let at = |pain: Pain| (pain.site, pain.flank);
    let left = none.pointed(Site::Buttock, Left);
    assert_eq!(at(left), (Some(Site::Buttock), Some(Flank::Left)));
    assert!(left.is_at(Site::Buttock, Left) && !left.is_at(Site::Buttock, Right));
    let both = left.pointed(Site::Buttock, Right);
    assert_eq!(at(both), (Some(Site::Buttock), Some(Flank::Both)));
    assert!(both.is_at(Site::Buttock, Left) && both.is_at(Site::Buttock, Right));
    assert_eq!(at(both.pointed(Site::Buttock, Left)), (Some(Site::Buttock), Some(Flank::Right)));
    assert_eq!(at(left.pointed(Site::Buttock, Left)), (None, None));
    assert_eq!(at(both.pointed(Site::Foot, Right)), (Some(Site::Foot), Some(Flank::Right)));
}

#[test]
fn progress_of_version_2_can_be_read_for_ever() {
    let began = now() - Duration::days(1);
    let before = Standing {
        step: Step::new(0),
        changed: Some(began),
        because: Some(Verdict::Up(GoodWeek { sessions: 3 })),
        level: Some(Level::Intermediate),
    };
    let latest = Some(Latest { session: began, told: now(), before: Some(before) });
    let because = Some(Verdict::Down(Too::Raised(2)));
    let step = Step::new(-1);
    let expected = Progress { step, changed: Some(now()), because, is_automatic: true, latest };
    assert_eq!(write_progress(&expected), PROGRESS_TOLD);
    assert_eq!(read_progress(Some(PROGRESS_TOLD)), Stored::Read(expected));
    assert_eq!(read_progress(Some(r#"{"v":3}"#)), Stored::Newer);
}

#[test]
fn progress_of_version_1_can_be_read_for_ever() {
    let because = Some(Verdict::Down(Too::Raised(2)));
    let expected =
        Progress { step: Step::new(-1), changed: Some(now()), because, ..Progress::default() };
    assert_eq!(read_progress(Some(PROGRESS)), Stored::Read(expected));
    assert_eq!(write_progress(&expected), PROGRESS);
    let odd = PROGRESS.replace("-1", "-7");
    let Stored::Unreadable(problems) = read_progress(Some(&odd)) else { panic!("it was read") };
    assert_eq!(problems[0].to_string(), "progress / step: a step of -7 is outside -2 to 6");
}

fn any_session() -> impl Strategy<Value = Session> {
    let score = || prop::option::of(0..=10_u8);
    (0..60_i64, score(), score(), score())
}

proptest! {
    #[test]
    fn nobody_is_ever_told_to_do_more_after_what_was_too_much(
        mut sessions in prop::collection::vec(any_session(), 1..12),
    ) {
        sessions.sort_by_key(|it| -it.0);
        let verdict = judge(&Progress::default(), usual(), &records(&sessions), now());
        let last = pain(*sessions.last().expect("one"));
        let hurt = last.raised().is_some_and(|it| it >= 2) || last.still_raised().is_some_and(|it| it >= 1);
        if hurt {
            prop_assert!(matches!(verdict, Verdict::Down(_)), "{verdict:?}");
        }
        if let Verdict::Up(GoodWeek { sessions }) = verdict {
            prop_assert!(sessions >= 3);
        }
    }

    #[test]
    fn no_step_takes_a_dose_out_of_bounds(movement in 0..44_usize, step in -9..9_i8) {
        let movement = &catalogue().movements[movement];
        for level in Level::ALL {
            let dose = Step::new(step).dose(movement.dose(level), level);
            prop_assert!(dose.worked() > Length::ZERO);
            if let Work::Hold { hold, .. } = dose.work {
                let Work::Hold { hold: written, .. } = movement.dose(level).work else { unreachable!() };
                prop_assert!(hold <= secs(45).max(written), "{hold:?}");
            }
        }
    }

    #[test]
    fn progress_reads_back(
        step in -2..=6_i8,
        secs in prop::option::of(0..4_000_000_000_i64),
        is_automatic: bool,
        level in prop::option::of(prop::sample::select(Level::ALL.to_vec())),
        is_told: bool,
    ) {
        let (step, changed) = (Step::new(step), secs.map(|secs| instant(secs, 0)));
        let because = Some(Verdict::Up(GoodWeek { sessions: 4 }));
        let before = changed.map(|_| Standing { step, changed, because, level });
        let latest = is_told.then_some(Latest { session: now(), told: now(), before });
        let progress = Progress { step, changed, because, is_automatic, latest };
        prop_assert_eq!(read_progress(Some(&write_progress(&progress))), Stored::Read(progress));
    }
}
