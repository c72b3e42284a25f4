//! What hurts is answered by a rule, and remembered until it is taken back.

mod common;

use std::time::Duration;

use common::{at, catalogue, instant, recipe, secs};
use limber::domain::catalogue::{Level, MovementNumber, Setting};
use limber::domain::fitting::{Place, fit, swap};
use limber::domain::hurts::{Answer, Change, Hurt, Hurts, Told, read_hurts, write_hurts};
use limber::domain::moment::Moment;
use limber::domain::plan::{Bout, Doing, Effort, Length, Pacing, Plan, Portion, Recipe, Step};
use limber::domain::restrictions::Restrictions;
use limber::domain::session::{Effect, End, Input, Phase, Session};
use limber::domain::stored::Stored;
use proptest::prelude::*;
use proptest::sample::select;

/// Frozen: what the first version kept.
const HURTS: &str = include_str!("stored/v1/hurts.json");

const PIRIFORMIS: MovementNumber = MovementNumber::new(1);
const CAT_COW: MovementNumber = MovementNumber::new(15);
const CHILDS_POSE: MovementNumber = MovementNumber::new(3);

#[test]
fn the_rule_of_stopping_decides_what_is_offered() {
    let best = |hurt: Hurt| hurt.answers()[0];
    assert_eq!(best(Hurt::Pull), Answer::Ease);
    assert_eq!(best(Hurt::Sharp), Answer::Swap);
    assert_eq!(best(Hurt::Elsewhere), Answer::Swap);
    for hurt in [Hurt::DownTheLeg, Hurt::Numb, Hurt::Unwell] {
        assert_eq!(hurt.answers(), [Answer::End], "{hurt:?} is no reason to go on");
        assert!(hurt.asks_again());
    }
    // No bigger version, and no more of the same, of what is sharp.
    assert!(!Hurt::Sharp.answers().contains(&Answer::Ease));
}

#[test]
fn what_was_told_last_of_a_movement_counts() {
    let mut hurts = Hurts::default();
    hurts.tell(PIRIFORMIS, Hurt::Pull, instant(1, 0));
    hurts.tell(CHILDS_POSE, Hurt::Elsewhere, instant(2, 0));
    hurts.tell(PIRIFORMIS, Hurt::DownTheLeg, instant(3, 0));
    assert_eq!(hurts.changed(Change::Out).collect::<Vec<_>>(), [CHILDS_POSE, PIRIFORMIS]);
    assert_eq!(hurts.changed(Change::Eased).count(), 0);
    assert_eq!(hurts.grave, Some(instant(3, 0)));
    let forgotten = hurts.forget(PIRIFORMIS).expect("it was told");
    assert_eq!(hurts.changed(Change::Out).collect::<Vec<_>>(), [CHILDS_POSE]);
    assert_eq!(hurts.grave, Some(instant(3, 0)), "the safety check has yet to ask");
    hurts.put_back(forgotten);
    hurts.put_back(forgotten);
    assert_eq!(hurts.changed(Change::Out).collect::<Vec<_>>(), [CHILDS_POSE, PIRIFORMIS]);
    assert_eq!(hurts.forget(CAT_COW), None);
}

#[test]
fn what_is_remembered_of_a_movement_is_so_until_it_is_forgotten() {
    let mut hurts = Hurts::default();
    hurts.tell(CAT_COW, Hurt::Pull, instant(1_764_000_000, 60));
    assert!(hurts.told_of(CAT_COW) && !hurts.told_of(PIRIFORMIS));
    let _ = hurts.forget(CAT_COW);
    assert!(!hurts.told_of(CAT_COW));
}

#[test]
fn nobody_is_unwell_from_one_movement() {
    let mut hurts = Hurts::default();
    hurts.tell(PIRIFORMIS, Hurt::Unwell, instant(1, 0));
    assert_eq!(hurts, Hurts { told: vec![], grave: Some(instant(1, 0)) });
}

#[test]
fn of_two_devices_the_later_word_counts() {
    let told = |hurt, secs| {
        let mut hurts = Hurts::default();
        hurts.tell(PIRIFORMIS, hurt, instant(secs, 0));
        hurts
    };
    let both = told(Hurt::Sharp, 5).merged(told(Hurt::Pull, 9));
    assert_eq!(both.told, [Told { movement: PIRIFORMIS, hurt: Hurt::Pull, at: instant(9, 0) }]);
    let both = told(Hurt::Numb, 9).merged(told(Hurt::Pull, 5));
    assert_eq!(both.told[0].hurt, Hurt::Numb);
    assert_eq!(both.grave, Some(instant(9, 0)));
}

#[test]
fn what_eased_is_done_with_less_next_time() {
    // Its easier variation, where there is one that suits and is not there already.
    eased("article-five", "piriformis-stretch", |portion| {
        assert_eq!(name(portion.movement), "seated-figure-four");
        assert_eq!(portion.instead_of, Some(PIRIFORMIS));
    });
    // Else the same for two thirds of the time.
    eased("chair-only", "seated-twist", |portion| {
        assert_eq!((name(portion.movement), portion.instead_of), ("seated-twist", None));
        assert_eq!(portion.dose.worked(), secs(8));
    });
}

#[track_caller]
fn eased(routine: &str, movement: &str, check: impl Fn(&Portion)) {
    let mut restrictions = Restrictions::default();
    let number = catalogue().movement_called(movement).expect("a movement").number;
    restrictions.ease(number);
    let routine = catalogue().routine(routine).expect("a routine");
    let fitted = fit(catalogue(), routine, 0, &[], None, &restrictions);
    assert!(fitted.is_changed);
    let is_meant = |it: &&Portion| it.movement == number || it.instead_of == Some(number);
    check(fitted.portions.iter().find(is_meant).expect("it is there in some way"));
}

fn name(movement: MovementNumber) -> &'static str {
    catalogue().movement(movement).expect("a movement of the catalogue").id
}

/// A recipe with something else after its item `item`.
fn swapped(recipe: &Recipe, item: usize) -> Option<Recipe> {
    let mut portions = recipe.portions(catalogue()).expect("a routine");
    let routine = catalogue().routine(&recipe.routine).expect("a routine");
    let mut restrictions = Restrictions::default();
    restrictions.exclude(portions[item].movement);
    let place = Place::of(routine);
    let other = swap(catalogue(), place, portions[item], &portions, &restrictions)?;
    portions.insert(item + 1, other);
    Some(Recipe { portions: Some(portions), ..recipe.clone() })
}

#[test]
fn something_else_comes_next_and_all_that_was_done_stays() {
    let recipe = recipe("article-five");
    let plan = Plan::build(catalogue(), &recipe).expect("a plan");
    let (item, first) = (3, plan.first_step_of(3).expect("the piriformis stretch"));
    let mut session = Session::new(plan);
    let _ = session.update(Input::Start, at(0));
    let _ = session.update(Input::Jump { item }, at(20_000));
    let _ = session.update(Input::Skip, at(21_000));
    let before = session.spent(at(30_000));
    let swapped = swapped(&recipe, item).expect("something near");
    let plan = Plan::build(catalogue(), &swapped).expect("a plan");
    let effects = session.go_on_with(plan.clone(), at(30_000));
    assert!(!effects.is_empty());
    let Phase::Running { step, .. } = session.phase() else { panic!("{:?}", session.phase()) };
    assert_eq!(session.plan().steps[step].item, item + 1);
    assert_ne!(session.plan().items[item + 1].movement, PIRIFORMIS);
    assert_eq!(session.spent(at(30_000))[..=first + 1], before[..=first + 1]);
    assert_eq!(session.plan(), &plan);
    // After it comes what came before.
    let _ = session.update(Input::Jump { item: item + 2 }, at(31_000));
    let Phase::Running { step, .. } = session.phase() else { panic!("{:?}", session.phase()) };
    let there = session.plan().items[session.plan().steps[step].item].movement;
    assert_eq!(name(there), "figure-four-stretch");
}

#[test]
fn a_plan_that_differs_before_is_not_gone_on_with() {
    let plan = |id: &str| Plan::build(catalogue(), &recipe(id)).expect("a plan");
    let mut session = Session::new(plan("article-five"));
    let _ = session.update(Input::Start, at(0));
    let before = session.clone();
    assert!(session.go_on_with(plan("steady-back"), at(5_000)).is_empty());
    assert_eq!(session, before);
}

/// The piriformis stretch, child's pose, and both again.
fn twice() -> Recipe {
    let portion = |(at, number)| {
        let movement = catalogue().movement(number).expect("a movement of the catalogue");
        Portion::of(movement, movement.dose(Level::Beginner), at)
    };
    let all = [PIRIFORMIS, CHILDS_POSE, PIRIFORMIS, CHILDS_POSE];
    Recipe {
        portions: Some(all.into_iter().enumerate().map(portion).collect()),
        ..recipe("article-five")
    }
}

/// The same without what has the place `item`.
fn without(recipe: &Recipe, item: usize) -> Plan {
    let mut portions = recipe.portions.clone().expect("it was fitted");
    portions.remove(item);
    let recipe = Recipe { portions: Some(portions), ..recipe.clone() };
    Plan::build(catalogue(), &recipe).expect("a plan")
}

/// A session by it that has started at nothing.
fn begun(recipe: &Recipe) -> Session {
    let mut session = Session::new(Plan::build(catalogue(), recipe).expect("a plan"));
    let _ = session.update(Input::Start, at(0));
    session
}

/// How long the session has been run for by `now`.
fn total(session: &Session, now: Moment) -> Duration {
    session.spent(now).iter().sum()
}

#[test]
fn what_is_sharp_does_not_come_again_and_what_eases_does() {
    let recipe = twice();
    let portions = recipe.portions.expect("it was fitted");
    let movements = |hurt: Hurt, item, swap, is_begun: &[usize]| -> Vec<_> {
        let left = hurt.portions_left(&portions, item, swap, |at| is_begun.contains(&at));
        left.iter().map(|it| it.movement).collect()
    };
    let cat_cow = catalogue().movement(CAT_COW).expect("cat and cow");
    let swap = Some(Portion::of(cat_cow, cat_cow.dose(Level::Beginner), 0));
    let (piriformis, pose) = (PIRIFORMIS, CHILDS_POSE);
    assert_eq!(movements(Hurt::Sharp, 0, None, &[0]), [piriformis, pose, pose]);
    assert_eq!(movements(Hurt::Sharp, 0, swap, &[0]), [piriformis, CAT_COW, pose, pose]);
    assert_eq!(movements(Hurt::Elsewhere, 1, None, &[0, 1]), [piriformis, pose, piriformis]);
    // What was done ahead stays, and what is behind does.
    assert_eq!(movements(Hurt::Sharp, 0, None, &[0, 2]), [piriformis, pose, piriformis, pose]);
    assert_eq!(movements(Hurt::Sharp, 2, None, &[]), [piriformis, pose, piriformis, pose]);
    let eased = [piriformis, CAT_COW, pose, piriformis, pose];
    assert_eq!(movements(Hurt::Pull, 0, swap, &[0]), eased);
}

#[test]
fn what_pulls_is_eased_where_it_comes_again_and_not_where_it_was_done_ahead() {
    let work = |session: &Session, item: usize| -> Duration {
        let plan = session.plan_now();
        let steps = plan.steps.iter().filter(|it| it.item == item && it.is_work());
        steps.map(|step| step.length.expected()).sum()
    };
    let recipe = twice();
    let mut session = begun(&recipe);
    let whole = [0, 1, 2, 3].map(|item| work(&session, item));
    let is_two_thirds = |it: Duration, of: Duration| it <= of * 2 / 3 && of * 2 / 3 < it + secs(1);
    let _ = session.update(Input::Ease, at(0));
    let [first, other, again, last] = [0, 1, 2, 3].map(|item| work(&session, item));
    assert!(is_two_thirds(first, whole[0]) && first == again, "{first:?}, {again:?}");
    assert_eq!([other, last], [whole[1], whole[3]]);

    let mut session = begun(&recipe);
    let _ = session.update(Input::Jump { item: 2 }, at(1_000));
    let _ = session.update(Input::Jump { item: 0 }, at(2_000));
    let _ = session.update(Input::Ease, at(2_000));
    assert!(is_two_thirds(work(&session, 0), whole[0]));
    assert_eq!(work(&session, 2), whole[2]);
}

#[test]
fn a_movement_that_is_no_more_has_no_place_in_what_is_to_be_done() {
    let mut recipe = twice();
    let portions = recipe.portions.as_mut().expect("it was fitted");
    portions[0].movement = MovementNumber::new(9_999);
    let known = recipe.portions(catalogue()).expect("a routine");
    let plan = Plan::build(catalogue(), &recipe).expect("a plan");
    let planned: Vec<_> = plan.items.iter().map(|it| it.movement).collect();
    assert_eq!(planned, known.iter().map(|it| it.movement).collect::<Vec<_>>());
    assert_eq!(planned, [CHILDS_POSE, PIRIFORMIS, CHILDS_POSE]);
}

#[test]
fn what_is_left_out_does_not_come_again_and_the_rest_is_as_it_was() {
    let recipe = twice();
    let mut session = begun(&recipe);
    // The last one is made longer beforehand.
    let _ = session.update(Input::Jump { item: 3 }, at(1_000));
    let _ = session.update(Input::Skip, at(2_000));
    let _ = session.update(Input::Longer, at(3_000));
    let _ = session.update(Input::Jump { item: 0 }, at(4_000));
    let _ = session.update(Input::Skip, at(5_000));
    let (spent, last) = (total(&session, at(9_000)), session.plan_now().steps.last().copied());
    let effects = session.go_on_with(without(&recipe, 2), at(9_000));
    assert!(!effects.is_empty());
    let movements: Vec<_> = session.plan().items.iter().map(|it| it.movement).collect();
    assert_eq!(movements, [PIRIFORMIS, CHILDS_POSE, CHILDS_POSE]);
    assert_eq!(total(&session, at(9_000)), spent, "nothing is lost or given");
    let length = |step: Option<Step>| step.expect("there is a last one").length;
    assert_eq!(length(session.plan_now().steps.last().copied()), length(last));
    let (step, _) = session.position(at(9_000)).expect("it goes on");
    assert_eq!(session.plan().steps[step].item, 1);
}

#[test]
fn what_was_begun_is_not_left_out_of_what_was_done() {
    let recipe = twice();
    let mut session = begun(&recipe);
    let _ = session.update(Input::Jump { item: 2 }, at(1_000));
    let _ = session.update(Input::Jump { item: 0 }, at(2_000));
    assert!(session.is_begun(2) && !session.is_begun(3));
    let before = session.clone();
    assert!(session.go_on_with(without(&recipe, 2), at(3_000)).is_empty());
    assert_eq!(session, before);
}

#[test]
fn where_nothing_else_is_left_the_session_is_over() {
    let recipe = twice();
    let mut session = begun(&recipe);
    let _ = session.update(Input::Jump { item: 2 }, at(1_000));
    let effects = session.go_on_with(without(&recipe, 3), at(9_000));
    assert_eq!(session.phase(), Phase::Over(End::Finished));
    assert!(effects.contains(&Effect::Record) && effects.contains(&Effect::Finish), "{effects:?}");
}

#[test]
fn what_is_left_of_a_movement_takes_two_thirds_on_both_sides() {
    let plan = Plan::build(catalogue(), &recipe("article-five")).expect("a plan");
    let hold = plan.first_step_of(3).expect("the piriformis stretch") + 1;
    let mut session = Session::new(plan);
    let _ = session.update(Input::Start, at(0));
    let _ = session.update(Input::Jump { item: 3 }, at(0));
    let _ = session.update(Input::Skip, at(0));
    let _ = session.update(Input::Ease, at(15_000));
    let length = |step| session.step(step).expect("a step").length.expected();
    // Half of 30 s is done, and of the other half two thirds are left.
    assert_eq!(length(hold), secs(25));
    assert_eq!(length(hold + 2), secs(20));
    let next = session.plan().first_step_of(4).expect("another movement") + 1;
    assert_eq!(length(next), secs(30), "only the movement at hand is meant");
}

#[test]
fn who_does_repetitions_in_their_own_time_does_two_thirds_of_them() {
    let own_time = Recipe { repetitions: Pacing::OwnTime, ..recipe("glute-activation") };
    let plan = Plan::build(catalogue(), &own_time).expect("a plan");
    let counts = |session: &Session| {
        let count = |step: &Step| match step.doing {
            Doing::Work(Bout { effort: Effort::Repetitions { count, .. }, .. }) => Some(count),
            _ => None,
        };
        session.plan_now().steps.iter().filter_map(count).collect::<Vec<_>>()
    };
    let is_counted = |step: &Step| matches!(step.length, Length::Open { .. });
    let item = plan.steps.iter().find(|it| is_counted(it)).expect("one that waits").item;
    let mut session = Session::new(plan);
    let before = counts(&session);
    let _ = session.update(Input::Start, at(0));
    let _ = session.update(Input::Jump { item }, at(0));
    let _ = session.update(Input::Ease, at(5_000));
    let after = counts(&session);
    assert_eq!(after[0], (before[0] * 2).div_ceil(3));
    assert_eq!(after.last(), before.last(), "only the movement at hand is meant");
    let kept = session.keep(at(5_000)).expect("it is not over");
    let again = Session::resumed(session.plan().clone(), &kept).expect("it goes on");
    assert_eq!(counts(&again), after);
}

#[test]
fn what_takes_a_place_wants_nothing_that_the_session_does_not() {
    for routine in catalogue().routines {
        let recipe = recipe(routine.id);
        let portions = recipe.portions(catalogue()).expect("a routine");
        let movement = |it: MovementNumber| catalogue().movement(it).expect("a movement");
        for item in 0..portions.len() {
            let Some(swapped) = swapped(&recipe, item) else { continue };
            let all = swapped.portions.expect("there are some");
            let other = movement(all[item + 1].movement);
            let has = |thing: &str| portions.iter().any(|it| movement(it.movement).wants(thing));
            for choice in &other.needs {
                assert!(choice.iter().any(|it| has(it)), "{}: {}", routine.id, other.id);
            }
            let sits = other.position == "seated-chair";
            assert!(!sits || has("chair"), "{}: {}", routine.id, other.id);
        }
    }
}

#[test]
fn a_session_without_the_floor_stays_off_it() {
    let place = |ids: &[&str]| {
        let portion = |id: &&str| {
            let movement = catalogue().movement_called(id).expect("a movement");
            Portion::of(movement, movement.dose(Level::Beginner), 0)
        };
        Place::around(catalogue(), &ids.iter().map(portion).collect::<Vec<_>>()).setting
    };
    assert_eq!(place(&["marching-in-place", "seated-figure-four"]), Setting::Desk);
    assert_eq!(place(&["marching-in-place", "childs-pose"]), Setting::Floor);
}

#[test]
fn a_dose_that_is_eased_is_two_thirds_and_never_nothing() {
    for movement in &catalogue().movements {
        for level in Level::ALL {
            let (dose, eased) = (movement.dose(level), movement.dose(level).eased());
            let share = eased.worked().as_secs_f64() / dose.worked().as_secs_f64();
            assert!((0.5..=0.85).contains(&share), "{} {level:?}: {share}", movement.id);
        }
    }
}

fn any_hurts() -> impl Strategy<Value = Hurts> {
    let told = (1..=44_u16, select(Hurt::ALL.to_vec()), 0..4_000_000_000_i64, -720..=840);
    prop::collection::vec(told, 0..20).prop_map(|all| {
        let mut hurts = Hurts::default();
        for (movement, hurt, secs, offset) in all {
            hurts.tell(MovementNumber::new(movement), hurt, instant(secs, offset));
        }
        hurts
    })
}

#[test]
fn what_hurt_by_version_1_can_be_read_for_ever() {
    let expected = Hurts {
        told: vec![
            Told { movement: PIRIFORMIS, hurt: Hurt::Pull, at: instant(1_764_000_000, 60) },
            Told {
                movement: CHILDS_POSE,
                hurt: Hurt::DownTheLeg,
                at: instant(1_764_100_000, -330),
            },
        ],
        grave: Some(instant(1_764_100_000, -330)),
    };
    assert_eq!(read_hurts(Some(HURTS)), Stored::Read(expected.clone()));
    assert_eq!(write_hurts(&expected), HURTS);
}

proptest! {
    #[test]
    fn what_hurt_reads_back(hurts in any_hurts()) {
        prop_assert_eq!(read_hurts(Some(&write_hurts(&hurts))), Stored::Read(hurts));
    }

    #[test]
    fn a_session_that_goes_on_otherwise_resumes_as_it_was(
        recipe in common::any_recipe(),
        script in common::any_script(15),
        left_out in 0..6_usize,
    ) {
        let Ok(plan) = Plan::build(catalogue(), &recipe) else { return Ok(()) };
        let mut session = Session::new(plan);
        let mut now = at(0);
        let _ = session.update(Input::Start, now);
        for (gap, input) in script {
            now = now + common::millis(gap);
            let _ = session.update(input, now);
        }
        let _ = session.update(Input::Pause, now);
        let Some((step, _)) = session.position(now) else { return Ok(()) };
        let before = total(&session, now);
        let item = session.plan().steps[step].item;
        let Some(mut other) = swapped(&recipe, item) else { return Ok(()) };
        let later = item + 1 + left_out;
        if let Some(portions) = &mut other.portions
            && later < session.plan().items.len()
            && !session.is_begun(later)
        {
            portions.remove(later + 1);
        }
        let plan = Plan::build(catalogue(), &other).expect("it had a plan before");
        let effects = session.go_on_with(plan.clone(), now);
        prop_assert!(!effects.is_empty() && session.plan() == &plan);
        prop_assert_eq!(before, total(&session, now), "nothing is lost or given");
        if let Some(kept) = session.keep(now) {
            let resumed = Session::resumed(session.plan().clone(), &kept).expect("it fits");
            prop_assert_eq!(resumed.spent(now), session.spent(now));
            prop_assert_eq!(resumed.total(), session.total());
        }
    }
}
