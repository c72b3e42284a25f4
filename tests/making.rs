//! A session that is made fits: the time, the place, what is at hand, and what a person may do.

mod common;

use std::time::Duration;

use common::{catalogue, recipe};
use limber::domain::catalogue::{Kind, Level, Movement, MovementNumber};
use limber::domain::likes::{Like, Likes, read_likes, write_likes};
use limber::domain::making::{MADE, Made, Posture, Reason, TOLERANCE, Wanted, make};
use limber::domain::plan::{Plan, Recipe};
use limber::domain::restrictions::Restrictions;
use limber::domain::stored::Stored;

/// Frozen: what the first version kept.
const LIKES: &str = include_str!("stored/v1/likes.json");

const MINUTES: [u64; 4] = [2, 5, 10, 15];
const SORE: [&str; 4] = ["lower-back", "glutes", "hips", "side-body"];
const THINGS: [&str; 6] = ["chair", "stable-chair", "desk", "wall", "strap", "stable-desk"];

fn base() -> Recipe {
    Recipe { routine: MADE.to_owned(), ..recipe("article-five") }
}

fn wanted(minutes: u64, posture: Posture, seed: u32) -> Wanted {
    let length = Duration::from_secs(60 * minutes);
    Wanted { length, posture, sore: vec![], things: vec![], seed }
}

fn movement(number: MovementNumber) -> &'static Movement {
    catalogue().movement(number).expect("a movement of the catalogue")
}

fn made(wanted: &Wanted, restrictions: &Restrictions) -> Made {
    make(catalogue(), wanted, &base(), restrictions, &[])
}

/// What holds of every session that is made.
#[track_caller]
fn holds_together(made: &Made, wanted: &Wanted, restrictions: &Restrictions) {
    let told = format!("{wanted:?}");
    let recipe = Recipe { portions: Some(made.portions.clone()), ..base() };
    let plan = Plan::build(catalogue(), &recipe).expect("something to do");
    assert_eq!(plan.total(), made.total, "{told}");
    assert!(made.total <= wanted.length, "{:?} {told}", made.total);
    let (left, right) = plan.per_side();
    assert_eq!(left, right, "{told}");
    assert_eq!(made.portions.len(), made.reasons.len());
    assert_eq!(made.reasons[0], Reason::WarmUp, "{told}");
    let mut seen = vec![];
    for portion in &made.portions {
        let it = movement(portion.movement);
        assert!(restrictions.allow(it), "{} {told}", it.id);
        assert!(!seen.contains(&it.id), "{} twice {told}", it.id);
        seen.push(it.id);
        let sits = wanted.posture == Posture::Chair;
        let has = |thing: &&str| wanted.things.contains(thing) || (sits && *thing == "chair");
        let has_all = it.needs.iter().all(|any| any.iter().any(&has));
        assert!(has_all, "{} needs what is not at hand {told}", it.id);
        match wanted.posture {
            Posture::Floor => {}
            Posture::Chair => assert_eq!(it.position, "seated-chair", "{} {told}", it.id),
            Posture::Standing => assert_eq!(it.position, "standing", "{} {told}", it.id),
        }
    }
}

#[test]
fn ten_thousand_sessions_fit_and_offer_nothing_forbidden() {
    use limber::domain::catalogue::CautionAction::Modify;
    let cautions = catalogue().movements.iter().flat_map(|it| &it.cautions);
    let mut tags: Vec<_> = cautions.filter(|it| it.action != Modify).map(|it| it.tag).collect();
    tags.sort_unstable();
    tags.dedup();
    let mut shorts = 0;
    for seed in 0..10_000_u32 {
        let pick = |most: usize, by: u32| usize::try_from(seed / by).expect("small") % most;
        let mut wanted = wanted(MINUTES[pick(4, 1)], Posture::ALL[pick(3, 4)], seed);
        wanted.sore = SORE.into_iter().skip(pick(5, 12)).collect();
        wanted.things = THINGS.into_iter().skip(pick(7, 60)).collect();
        let mut restrictions = Restrictions::default();
        // One condition in two sessions of three, two in some.
        for (by, is_on) in [(3, seed % 3 != 0), (7, seed % 11 == 0)] {
            if is_on {
                restrictions.add(tags[pick(tags.len(), by)], false);
            }
        }
        let made = made(&wanted, &restrictions);
        holds_together(&made, &wanted, &restrictions);
        let is_short = wanted.length.saturating_sub(made.total) > TOLERANCE;
        let there = made.portions.len();
        let all = all_that_suits(&wanted, &restrictions);
        assert!(!is_short || there == all, "{:?}, {there} of {all}: {wanted:?}", made.total);
        shorts += usize::from(is_short);
    }
    assert!(shorts < 50, "{shorts} of 10,000 are too short");
}

/// How many movements could be in it. A glide is for a nerve alone.
fn all_that_suits(wanted: &Wanted, restrictions: &Restrictions) -> usize {
    let all = catalogue().movements.iter().filter(|it| it.kind != Kind::NerveGlide);
    all.filter(|it| restrictions.allow(it) && wanted.suits(it)).count()
}

#[test]
fn the_same_wish_makes_the_same_session_and_another_seed_another() {
    let first = made(&wanted(10, Posture::Floor, 1), &Restrictions::default());
    assert_eq!(first, made(&wanted(10, Posture::Floor, 1), &Restrictions::default()));
    let movements = |made: &Made| made.portions.iter().map(|it| it.movement).collect::<Vec<_>>();
    let others =
        (2..8).map(|seed| made(&wanted(10, Posture::Floor, seed), &Restrictions::default()));
    assert!(others.into_iter().any(|other| movements(&other) != movements(&first)));
}

#[test]
fn what_is_sore_comes_before_what_is_not() {
    for region in SORE {
        let wanted = Wanted { sore: vec![region], ..wanted(5, Posture::Floor, 3) };
        let made = made(&wanted, &Restrictions::default());
        let for_it = made.reasons.iter().filter(|it| **it == Reason::Sore(region)).count();
        assert!(for_it >= 2, "{region}: {:?}", made.reasons);
    }
}

#[test]
fn a_favourite_is_there_and_says_so() {
    let favourite = catalogue().movement_called("happy-baby").expect("a movement").number;
    for seed in 0..20 {
        let wanted = wanted(5, Posture::Floor, seed);
        let made = make(catalogue(), &wanted, &base(), &Restrictions::default(), &[favourite]);
        let at = made.portions.iter().position(|it| it.movement == favourite).expect("it is there");
        assert_eq!(made.reasons[at], Reason::Favourite);
    }
}

#[test]
fn one_goes_down_to_the_floor_and_not_up_again() {
    let made = made(&wanted(15, Posture::Floor, 5), &Restrictions::default());
    let is_down = |it: &&limber::domain::plan::Portion| movement(it.movement).position == "supine";
    let first = made.portions.iter().position(|it| is_down(&it)).expect("something lying");
    assert!(made.portions[first..].iter().all(|it| is_down(&it)), "{made:?}");
}

#[test]
fn muscles_are_worked_on_in_balance() {
    let made = made(&wanted(10, Posture::Floor, 9), &Restrictions::default());
    let kinds = |kind| made.portions.iter().filter(|it| movement(it.movement).kind == kind).count();
    assert!(kinds(Kind::Stretch) + kinds(Kind::Mobility) >= kinds(Kind::Strength));
    let names = made.portions.iter().flat_map(|it| &movement(it.movement).primary);
    let mut names: Vec<_> = names.map(|it| it.name).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() >= 6, "{names:?}");
}

#[test]
fn likes_read_back_and_nobody_favours_what_they_leave_out() {
    let mut likes = Likes::default();
    likes.set(MovementNumber::new(3), Like::Favoured);
    likes.set(MovementNumber::new(7), Like::Excluded);
    likes.set(MovementNumber::new(3), Like::Excluded);
    likes.set(MovementNumber::new(20), Like::Favoured);
    assert_eq!(write_likes(&likes), LIKES);
    assert_eq!(read_likes(Some(LIKES)), Stored::Read(likes.clone()));
    assert_eq!(likes.of(MovementNumber::new(3)), Like::Excluded);
    likes.set(MovementNumber::new(3), Like::Neither);
    assert_eq!(likes.of(MovementNumber::new(3)), Like::Neither);
    let odd = r#"{"favoured":[0],"out":[],"v":1}"#;
    assert!(matches!(read_likes(Some(odd)), Stored::Unreadable(_)));
}

#[test]
fn what_hurt_is_done_with_less() {
    let mut restrictions = Restrictions::default();
    for it in &catalogue().movements {
        restrictions.ease(it.number);
    }
    let advanced = Recipe { level: Some(Level::Advanced), ..base() };
    // There is time for more than any of it is to be.
    let wanted = wanted(15, Posture::Floor, 1);
    let made = make(catalogue(), &wanted, &advanced, &restrictions, &[]);
    holds_together(&made, &wanted, &restrictions);
    for portion in made.portions.iter().filter(|it| movement(it.movement).kind != Kind::WarmUp) {
        let most = movement(portion.movement).dose(Level::Advanced).eased();
        assert!(portion.dose.worked() <= most.worked(), "{}", movement(portion.movement).id);
    }
}
