//! A plan says every step of a session, and how long each takes, before the start.

mod common;

use std::time::Duration;

use common::{any_plan, any_recipe, article_five, catalogue, every_level, every_week};
use common::{plan, recipe, runs, secs};
use limber::domain::catalogue::{Kind, Level};
use limber::domain::lengths::{LengthKind, Lengths, Share};
use limber::domain::plan::{
    Advance, Doing, Effort, Length, Pacing, Plan, PlanError, Recipe, Side, Step,
};
use proptest::prelude::*;

/// A plan as a person would note it down: one line per step.
fn timeline(plan: &Plan) -> Vec<String> {
    plan.steps
        .iter()
        .map(|step| {
            let movement = catalogue().movement(plan.items[step.item].movement);
            let movement = movement.map_or("?", |it| it.id);
            let side = match step.side {
                None => "",
                Some(Side::Left) => " left",
                Some(Side::Right) => " right",
            };
            let doing = match step.doing {
                Doing::GetReady => "get ready".to_owned(),
                Doing::ChangeSides => "change to".to_owned(),
                Doing::Rest => "rest".to_owned(),
                Doing::Work(bout) => match bout.effort {
                    Effort::Hold => format!("hold {}/{}", bout.round, bout.rounds),
                    Effort::Timed => format!("go {}/{}", bout.round, bout.rounds),
                    Effort::Repetitions { count, tempo, hold } => {
                        let held = if hold.is_zero() {
                            String::new()
                        } else {
                            format!(" with {} s still", hold.as_secs())
                        };
                        format!(
                            "{count} times {} s{held}, {}/{}",
                            tempo.as_secs(),
                            bout.round,
                            bout.rounds
                        )
                    }
                },
            };
            let length = match step.length {
                Length::Fixed(length) => format!("{} s", length.as_secs()),
                Length::Open { estimate } => format!("open, some {} s", estimate.as_secs()),
            };
            format!("{movement}: {doing}{side}, {length}")
        })
        .collect()
}

#[track_caller]
fn check(recipe: &Recipe, expected: &[&str]) {
    assert_eq!(timeline(&plan(recipe)), expected);
}

/// The lines of one movement only.
#[track_caller]
fn check_movement(recipe: &Recipe, movement: &str, expected: &[&str]) {
    let lines = timeline(&plan(recipe));
    let its: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix(movement)).collect();
    assert_eq!(its, expected);
}

fn share(percent: u64) -> Share {
    Share::from_percent(percent).expect("a share within bounds")
}

/// Every kind of length at the same share.
fn all_at(percent: u64) -> Lengths {
    LengthKind::ALL.into_iter().fold(Lengths::USUAL, |it, kind| it.with(kind, share(percent)))
}

#[test]
fn every_routine_begins_with_the_same_time_to_get_ready() {
    for recipe in every_week() {
        assert_eq!(plan(&recipe).lead_in(), secs(15), "{}", recipe.routine);
        let halved =
            Recipe { lengths: Lengths::USUAL.with(LengthKind::GetReady, share(50)), ..recipe };
        assert_eq!(plan(&halved).lead_in(), secs(8));
    }
}

#[test]
fn one_who_waits_for_the_person_has_no_time_to_get_ready() {
    let waiting = Recipe { advance: Advance::WaitForMe, ..recipe("article-five") };
    assert_eq!(plan(&waiting).lead_in(), Duration::ZERO);
}

#[test]
fn the_articles_routine_goes_like_this() {
    check(
        &recipe("article-five"),
        &[
            "marching-in-place: get ready, 15 s",
            "marching-in-place: go 1/1, 120 s",
            "arm-circles: get ready, 8 s",
            "arm-circles: go 1/1, 20 s",
            "neck-side-bend: get ready left, 15 s",
            "neck-side-bend: hold 1/1 left, 10 s",
            "neck-side-bend: change to right, 5 s",
            "neck-side-bend: hold 1/1 right, 10 s",
            "piriformis-stretch: get ready left, 15 s",
            "piriformis-stretch: hold 1/1 left, 30 s",
            "piriformis-stretch: change to right, 5 s",
            "piriformis-stretch: hold 1/1 right, 30 s",
            "figure-four-stretch: get ready left, 8 s",
            "figure-four-stretch: hold 1/1 left, 30 s",
            "figure-four-stretch: change to right, 5 s",
            "figure-four-stretch: hold 1/1 right, 30 s",
            "childs-pose: get ready, 15 s",
            "childs-pose: hold 1/2, 30 s",
            "childs-pose: rest, 5 s",
            "childs-pose: hold 2/2, 30 s",
            "hip-flexor-ql-stretch: get ready left, 8 s",
            "hip-flexor-ql-stretch: hold 1/1 left, 30 s",
            "hip-flexor-ql-stretch: change to right, 5 s",
            "hip-flexor-ql-stretch: hold 1/1 right, 30 s",
            "ql-side-stretch: get ready left, 15 s",
            "ql-side-stretch: hold 1/1 left, 30 s",
            "ql-side-stretch: change to right, 5 s",
            "ql-side-stretch: hold 1/1 right, 30 s",
        ],
    );
    assert_eq!(article_five().total(), secs(589));
    assert_eq!(article_five().per_side(), (secs(130), secs(130)));
}

#[test]
fn a_level_brings_its_own_doses() {
    check_movement(
        &Recipe { level: Some(Level::Advanced), ..recipe("glute-activation") },
        "clamshell: ",
        &[
            "get ready left, 15 s",
            "15 times 4 s, 1/2 left, 60 s",
            "rest left, 20 s",
            "15 times 4 s, 2/2 left, 60 s",
            "change to right, 5 s",
            "15 times 4 s, 1/2 right, 60 s",
            "rest right, 20 s",
            "15 times 4 s, 2/2 right, 60 s",
        ],
    );
    check_movement(
        &Recipe { level: Some(Level::Advanced), ..recipe("glute-activation") },
        "glute-bridge: ",
        &[
            "get ready, 15 s",
            "10 times 5 s with 3 s still, 1/2, 50 s",
            "rest, 20 s",
            "10 times 5 s with 3 s still, 2/2, 50 s",
        ],
    );
}

#[test]
fn the_right_side_comes_first_for_those_who_want_it() {
    check_movement(
        &Recipe { first_side: Side::Right, ..recipe("article-five") },
        "piriformis-stretch: ",
        &[
            "get ready right, 15 s",
            "hold 1/1 right, 30 s",
            "change to left, 5 s",
            "hold 1/1 left, 30 s",
        ],
    );
}

#[test]
fn both_sides_are_equal_in_every_routine_at_every_level() {
    for week in every_week() {
        for (level, first_side) in
            every_level().flat_map(|it| [(it, Side::Left), (it, Side::Right)])
        {
            let recipe = Recipe { level, first_side, ..week.clone() };
            let plan = plan(&recipe);
            let (left, right) = plan.per_side();
            assert_eq!(left, right, "{recipe:?}");
            let sided = plan.steps.iter().find(|step| step.side.is_some());
            assert_eq!(
                sided.and_then(|step| step.side).unwrap_or(first_side),
                first_side,
                "{recipe:?}"
            );
        }
    }
}

#[test]
fn an_optional_step_stays_out_unless_it_is_added() {
    let movements = |extras: &[usize]| {
        let plan = plan(&Recipe { extras: extras.to_vec(), ..recipe("sciatica-friendly") });
        plan.items.iter().map(|item| item.routine_step).collect::<Vec<_>>()
    };
    assert_eq!(movements(&[]), [0, 1, 2, 5]);
    assert_eq!(movements(&[4]), [0, 1, 2, 4, 5]);
    assert_eq!(movements(&[6, 3]), [0, 1, 2, 3, 5, 6]);
    assert_eq!(movements(&[0, 99]), [0, 1, 2, 5]);
}

#[test]
fn a_week_of_the_four_week_plan_is_longer_than_the_one_before() {
    let total = |week| plan(&Recipe { week, ..recipe("flex-plan-4-weeks") }).total();
    assert_eq!([0, 1, 2, 3].map(total), [secs(291), secs(336), secs(381), secs(426)]);
}

#[test]
fn every_length_goes_from_a_tenth_to_ten_times() {
    let sides = |percent| Recipe { lengths: all_at(percent), ..recipe("article-five") };
    check_movement(
        &sides(10),
        "piriformis-stretch: ",
        &[
            "get ready left, 2 s",
            "hold 1/1 left, 3 s",
            "change to right, 1 s",
            "hold 1/1 right, 3 s",
        ],
    );
    check_movement(
        &sides(1000),
        "piriformis-stretch: ",
        &[
            "get ready left, 150 s",
            "hold 1/1 left, 300 s",
            "change to right, 50 s",
            "hold 1/1 right, 300 s",
        ],
    );
    check_movement(
        &Recipe { lengths: all_at(1000), ..recipe("desk-reset-2") },
        "chair-cat-cow: ",
        &["get ready, 150 s", "4 times 50 s, 1/1, 200 s"],
    );
    assert_eq!(plan(&sides(1000)).total(), secs(5890));
}

#[test]
fn a_length_of_nothing_leaves_its_steps_out() {
    let without = |kinds: &[LengthKind]| {
        let nothing = |it: Lengths, kind: &LengthKind| it.with(*kind, share(0));
        Recipe { lengths: kinds.iter().fold(Lengths::USUAL, nothing), ..recipe("article-five") }
    };
    check_movement(
        &without(&[LengthKind::GetReady, LengthKind::ChangeSides]),
        "piriformis-stretch: ",
        &["hold 1/1 left, 30 s", "hold 1/1 right, 30 s"],
    );
    check_movement(
        &without(&[LengthKind::Rest]),
        "childs-pose: ",
        &["get ready, 15 s", "hold 1/2, 30 s", "hold 2/2, 30 s"],
    );
    let waiting = without(&[LengthKind::GetReady, LengthKind::Rest]);
    check_movement(
        &Recipe { advance: Advance::WaitForMe, ..waiting },
        "childs-pose: ",
        &["hold 1/2, 30 s", "hold 2/2, 30 s"],
    );
}

#[test]
fn those_who_want_to_be_waited_for_are_waited_for_between_the_work() {
    check_movement(
        &Recipe { advance: Advance::WaitForMe, ..recipe("article-five") },
        "piriformis-stretch: ",
        &[
            "get ready left, open, some 15 s",
            "hold 1/1 left, 30 s",
            "change to right, open, some 5 s",
            "hold 1/1 right, 30 s",
        ],
    );
    check_movement(
        &Recipe { advance: Advance::WaitForMe, ..recipe("article-five") },
        "childs-pose: ",
        &["get ready, open, some 15 s", "hold 1/2, 30 s", "rest, open, some 5 s", "hold 2/2, 30 s"],
    );
}

#[test]
fn repetitions_in_ones_own_time_have_no_end_of_their_own() {
    let own = Recipe { repetitions: Pacing::OwnTime, ..recipe("desk-reset-2") };
    check(
        &own,
        &[
            "chair-cat-cow: get ready, 15 s",
            "chair-cat-cow: 4 times 5 s, 1/1, open, some 20 s",
            "seated-twist: get ready left, 8 s",
            "seated-twist: hold 1/1 left, 10 s",
            "seated-twist: change to right, 5 s",
            "seated-twist: hold 1/1 right, 10 s",
            "ql-side-stretch: get ready left, 8 s",
            "ql-side-stretch: hold 1/1 left, 10 s",
            "ql-side-stretch: change to right, 5 s",
            "ql-side-stretch: hold 1/1 right, 10 s",
            "standing-back-extension: get ready, 15 s",
            "standing-back-extension: 4 times 4 s, 1/1, open, some 16 s",
        ],
    );
    assert_eq!(plan(&own).total(), plan(&recipe("desk-reset-2")).total());
}

#[test]
fn a_session_with_a_warm_up_begins_with_it() {
    let kinds = |week: &Recipe| {
        let items = plan(week).items;
        let kind = |number| catalogue().movement(number).map(|movement| movement.kind);
        items.iter().filter_map(|item| kind(item.movement)).collect::<Vec<_>>()
    };
    for week in every_week() {
        let kinds = kinds(&week);
        let has_one = kinds.contains(&Kind::WarmUp);
        assert!(!has_one || kinds[0] == Kind::WarmUp, "{} warms up late: {kinds:?}", week.routine);
    }
    assert_eq!(kinds(&recipe("article-five"))[..2], [Kind::WarmUp, Kind::WarmUp]);
}

#[test]
fn there_is_no_plan_without_work() {
    let none = |recipe: &Recipe| Plan::build(catalogue(), recipe).map(|plan| timeline(&plan));
    let nothing = Lengths::USUAL.with(LengthKind::Work, share(0));
    for week in every_week() {
        for (advance, repetitions) in [
            (Advance::ByItself, Pacing::Tempo),
            (Advance::WaitForMe, Pacing::Tempo),
            (Advance::ByItself, Pacing::OwnTime),
        ] {
            let recipe = Recipe { lengths: nothing, advance, repetitions, ..week.clone() };
            assert_eq!(none(&recipe), Err(PlanError::Empty), "{recipe:?}");
        }
    }
    assert_eq!(none(&recipe("yoga")), Err(PlanError::NoRoutine("yoga".to_owned())));
    let nothing = Recipe { portions: Some(vec![]), ..recipe("article-five") };
    assert_eq!(none(&nothing), Err(PlanError::NothingLeft));
    assert_eq!(
        none(&Recipe { week: 4, ..recipe("flex-plan-4-weeks") }),
        Err(PlanError::NoWeek { routine: "flex-plan-4-weeks".to_owned(), week: 4 }),
    );
}

proptest! {
    #![proptest_config(runs(256))]

    #[test]
    fn the_same_recipe_makes_the_same_plan(recipe in any_recipe()) {
        prop_assert_eq!(Plan::build(catalogue(), &recipe), Plan::build(catalogue(), &recipe));
    }

    #[test]
    fn the_steps_add_up_to_the_total(plan in any_plan()) {
        let of_item = |item| plan.steps.iter().filter(move |step| step.item == item);
        let mut all = Duration::ZERO;
        for item in 0..plan.items.len() {
            prop_assert!(of_item(item).any(Step::is_work), "nothing is done in item {}", item);
            all += of_item(item).map(|step| step.length.expected()).sum::<Duration>();
        }
        prop_assert_eq!(plan.total(), all);
    }

    #[test]
    fn no_step_that_ends_by_itself_is_shorter_than_a_second(plan in any_plan()) {
        for step in &plan.steps {
            if let Length::Fixed(length) = step.length {
                prop_assert!(length >= secs(1), "{:?}", step);
            }
        }
    }

    #[test]
    fn each_step_on_one_side_has_its_like_on_the_other(plan in any_plan()) {
        let (left, right) = plan.per_side();
        prop_assert_eq!(left, right);
        for (index, step) in plan.steps.iter().enumerate() {
            let Some(twin) = step.twin else {
                prop_assert!(!step.is_work() || step.side.is_none(), "{:?} has no twin", step);
                continue;
            };
            let other = plan.steps[twin];
            prop_assert_eq!(other.twin, Some(index));
            prop_assert_eq!((other.item, other.doing, other.length), (step.item, step.doing, step.length));
            prop_assert_eq!(other.side, step.side.map(Side::other));
        }
    }

    #[test]
    fn an_items_steps_stand_together_and_begin_with_getting_ready(plan in any_plan()) {
        let items: Vec<_> = plan.steps.iter().map(|step| step.item).collect();
        prop_assert!(items.is_sorted());
        for (index, step) in plan.steps.iter().enumerate() {
            let opens = plan.first_step_of(step.item) == Some(index);
            prop_assert!(opens || step.doing != Doing::GetReady, "{:?} at {}", step, index);
        }
    }
}
