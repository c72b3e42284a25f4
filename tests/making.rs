//! A session that is made fits: the time, the place, what is at hand, and what a person may do.

mod common;

use std::time::Duration;

use common::{catalogue, recipe};
use limber::domain::catalogue::{Kind, Level, Movement, MovementNumber, Work};
use limber::domain::likes::{Like, Likes, read_likes, write_likes};
use limber::domain::making::{
    MADE, MINUTES, Made, Posture, Reason, SORE, THINGS, TOLERANCE, Wanted, make,
};
use limber::domain::plan::{Plan, Portion, Recipe};
use limber::domain::progression::Step;
use limber::domain::restrictions::Restrictions;
use limber::domain::stored::Stored;

/// Frozen: what the first version kept.
const LIKES: &str = include_str!("stored/v1/likes.json");

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
    make(catalogue(), wanted, &base(), Step::default(), restrictions, &[])
}

/// Chance that comes again: `SplitMix64`, by Sebastiano Vigna; in the public domain.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = usize::try_from((mixed ^ (mixed >> 31)) >> 33).expect("31 bits");
        mixed % most
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Each of `all` or not.
    fn some_of<T: Copy>(&mut self, all: &[T]) -> Vec<T> {
        all.iter().copied().filter(|_| self.below(2) == 1).collect()
    }

    /// At the most so many of `all`, none as often as any other number.
    fn few_of<T: Copy>(&mut self, all: &[T], most: usize) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| self.one_of(all)).collect()
    }
}

/// A person, and what they wish for.
#[derive(Debug)]
struct Wish {
    wanted: Wanted,
    recipe: Recipe,
    step: Step,
    tags: Vec<(&'static str, bool)>,
    excluded: Vec<MovementNumber>,
    eased: Vec<MovementNumber>,
    favoured: Vec<MovementNumber>,
}

impl Wish {
    fn of(seed: u32, tags: &[&'static str]) -> Self {
        let mut chance = Chance(u64::from(seed));
        let all: Vec<_> = catalogue().movements.iter().map(|it| it.number).collect();
        let levels =
            [None, Some(Level::Beginner), Some(Level::Intermediate), Some(Level::Advanced)];
        let mut wanted = wanted(chance.one_of(&MINUTES), chance.one_of(&Posture::ALL), seed);
        wanted.sore = chance.some_of(&SORE);
        wanted.things = chance.some_of(&THINGS).concat();
        let recipe = Recipe { level: chance.one_of(&levels), ..base() };
        let tags = chance.few_of(tags, 4).into_iter();
        let tags = tags.map(|tag| (tag, chance.below(4) == 0)).collect();
        let excluded = chance.few_of(&all, 4);
        let eased = chance.few_of(&all, 4);
        let mut favoured = chance.few_of(&all, 3);
        // Nobody favours what they leave out.
        favoured.retain(|it| !excluded.contains(it));
        let steps: Vec<_> = (Step::LEAST..=Step::MOST).map(Step::new).collect();
        let step = chance.one_of(&steps);
        Self { wanted, recipe, step, tags, excluded, eased, favoured }
    }

    fn restrictions(&self) -> Restrictions {
        let mut restrictions = Restrictions::default();
        self.tags.iter().for_each(|(tag, is_agreed)| restrictions.add(tag, *is_agreed));
        self.excluded.iter().for_each(|it| restrictions.exclude(*it));
        self.eased.iter().for_each(|it| restrictions.ease(*it));
        restrictions
    }

    fn made(&self) -> Made {
        let (restrictions, favoured) = (self.restrictions(), &self.favoured);
        make(catalogue(), &self.wanted, &self.recipe, self.step, &restrictions, favoured)
    }

    /// The movements that could be in it. A glide is for a nerve alone, unless it is wished for.
    fn suiting(&self) -> Vec<&'static Movement> {
        let restrictions = self.restrictions();
        let is_for_itself =
            |it: &&Movement| it.kind != Kind::NerveGlide || self.favoured.contains(&it.number);
        let all = catalogue().movements.iter().copied().filter(is_for_itself);
        all.filter(|it| restrictions.allow(it) && self.wanted.suits(it)).collect()
    }
}

/// What holds of every session that is made.
#[track_caller]
fn holds_together(made: &Made, wish: &Wish) {
    let (wanted, restrictions) = (&wish.wanted, wish.restrictions());
    let recipe = Recipe { portions: Some(made.portions.clone()), ..wish.recipe.clone() };
    let suiting = wish.suiting();
    assert_eq!(made.portions.is_empty(), suiting.is_empty(), "{wish:?}");
    let Ok(plan) = Plan::build(catalogue(), &recipe) else {
        return assert!(made.portions.is_empty(), "{wish:?}");
    };
    assert_eq!(plan.total(), made.total, "{wish:?}");
    assert!(made.total <= wanted.length, "{:?} {wish:?}", made.total);
    let (left, right) = plan.per_side();
    assert_eq!(left, right, "{wish:?}");
    assert_eq!(made.portions.len(), made.reasons.len());
    let warms = |it: &&&Movement| {
        it.kind == Kind::WarmUp && matches!(it.dose(Level::Beginner).work, Work::Timed { .. })
    };
    let can_warm_up = suiting.iter().any(|it| warms(&it));
    assert_eq!(made.reasons[0] == Reason::WarmUp, can_warm_up, "{wish:?}");
    let mut seen = vec![];
    for portion in &made.portions {
        let it = movement(portion.movement);
        assert!(restrictions.allow(it), "{} {wish:?}", it.id);
        assert!(!seen.contains(&it.id), "{} twice {wish:?}", it.id);
        seen.push(it.id);
        let usual = it.dose(wish.recipe.level.unwrap_or(Level::Beginner)).worked();
        let is_more = portion.dose.worked() > usual && it.kind != Kind::WarmUp;
        assert!(wish.step >= Step::default() || !is_more, "{} is more than usual {wish:?}", it.id);
        let sits = wanted.posture == Posture::Chair;
        let has = |thing: &&str| wanted.things.contains(thing) || (sits && *thing == "chair");
        let has_all = it.needs.iter().all(|any| any.iter().any(&has));
        assert!(has_all, "{} needs what is not at hand {wish:?}", it.id);
        match wanted.posture {
            Posture::Floor => {}
            Posture::Chair => assert_eq!(it.position, "seated-chair", "{} {wish:?}", it.id),
            Posture::Standing => assert_eq!(it.position, "standing", "{} {wish:?}", it.id),
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
    let (mut shorts, mut shorts_of_less, mut unfilled) = (0, 0, 0);
    for seed in 0..10_000_u32 {
        let wish = Wish::of(seed, &tags);
        let made = wish.made();
        holds_together(&made, &wish);
        // Less than was wished for is only where all that suits is in it already, or where nothing that suits
        // can fill what is left, as a warm-up does.
        let is_short = wish.wanted.length.saturating_sub(made.total) > TOLERANCE;
        let (there, all) = (made.portions.len(), wish.suiting().len());
        let fills = made.reasons.first() == Some(&Reason::WarmUp);
        assert!(
            !is_short || there == all || !fills,
            "{:?}, {there} of {all}: {wish:?}",
            made.total
        );
        let is_less = wish.step < Step::default();
        shorts += usize::from(is_short && !is_less);
        shorts_of_less += usize::from(is_short && is_less);
        unfilled += usize::from(is_short && there < all);
    }
    // On a chair or on one's feet, up to four conditions and four movements left out leave some with little.
    assert!(shorts < 400 && unfilled < 10, "{shorts} of 10,000 are too short, {unfilled} unfilled");
    // After a step back it is less rather than as long as was wanted.
    assert!(shorts_of_less < 600, "{shorts_of_less} of 10,000 are too short after a step back");
}

#[test]
fn the_lists_to_choose_from_are_those_of_the_catalogue() {
    let things: Vec<_> = THINGS.concat();
    for it in &catalogue().movements {
        let can_be_done = it.needs.iter().all(|any| any.iter().any(|it| things.contains(it)));
        assert!(can_be_done, "nobody can have what {} needs", it.id);
    }
    for region in SORE {
        assert!(catalogue().movements.iter().any(|it| it.regions.contains(&region)), "{region}");
    }
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
        let things = THINGS.concat();
        let wanted = Wanted { sore: vec![region], things, ..wanted(5, Posture::Floor, 3) };
        let made = made(&wanted, &Restrictions::default());
        let is_for_it = |it: &&&Movement| it.regions.contains(&region);
        let all = catalogue().movements.iter().filter(is_for_it).count();
        let chosen = made.portions.iter().map(|it| movement(it.movement));
        let for_it = chosen.filter(|it| is_for_it(&it)).count();
        assert!(for_it >= all.min(2), "{region}: {:?}", made.reasons);
        let mut told = made.portions.iter().zip(&made.reasons);
        assert!(told.all(|(it, reason)| {
            let is_for_it = movement(it.movement).regions.contains(&region);
            *reason == Reason::WarmUp || is_for_it == (*reason == Reason::Sore(region))
        }));
    }
}

#[test]
fn a_favourite_is_there_and_says_so() {
    let favourite = catalogue().movement_called("happy-baby").expect("a movement").number;
    for seed in 0..20 {
        let wanted = wanted(5, Posture::Floor, seed);
        let made = make(
            catalogue(),
            &wanted,
            &base(),
            Step::default(),
            &Restrictions::default(),
            &[favourite],
        );
        let at = made.portions.iter().position(|it| it.movement == favourite).expect("it is there");
        assert_eq!(made.reasons[at], Reason::Favourite);
    }
}

#[test]
fn one_goes_down_to_the_floor_and_not_up_again() {
    let made = made(&wanted(15, Posture::Floor, 5), &Restrictions::default());
    let is_down = |it: &&Portion| movement(it.movement).position == "supine";
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
fn a_step_back_holds_for_less_and_a_step_up_for_more() {
    let at = |step| {
        let step = Step::new(step);
        let wanted = wanted(10, Posture::Floor, 3);
        let made = make(catalogue(), &wanted, &base(), step, &Restrictions::default(), &[]);
        assert!(wanted.length.saturating_sub(made.total) <= TOLERANCE, "{:?}", made.total);
        made
    };
    let doses = |made: &Made, step| {
        let portions = made.portions.iter().map(|it| (movement(it.movement), it.dose));
        let counted = portions.filter(|(it, _)| it.kind != Kind::WarmUp);
        let by_rule =
            |it: &Movement| Step::new(step).dose(it.dose(Level::Beginner), Level::Beginner);
        counted.map(|(it, dose)| (dose.worked(), by_rule(it).worked())).collect::<Vec<_>>()
    };
    let (less, more) = (at(-1), at(2));
    assert!(less.portions.len() > more.portions.len());
    let (backs, ups) = (doses(&less, -1), doses(&more, 2));
    assert!(backs.iter().all(|(dose, by_rule)| dose == by_rule), "{backs:?}");
    // What is left of the time makes some of them more.
    let by_rule = ups.iter().filter(|(dose, by_rule)| dose >= by_rule).count();
    assert!(by_rule + 1 >= ups.len(), "{ups:?}");
}

#[test]
fn what_hurt_is_done_with_less() {
    let wish = Wish {
        // There is time for more than any of it is to be.
        wanted: wanted(15, Posture::Floor, 1),
        recipe: Recipe { level: Some(Level::Advanced), ..base() },
        step: Step::default(),
        tags: vec![],
        excluded: vec![],
        eased: catalogue().movements.iter().map(|it| it.number).collect(),
        favoured: vec![],
    };
    let made = wish.made();
    holds_together(&made, &wish);
    for portion in made.portions.iter().filter(|it| movement(it.movement).kind != Kind::WarmUp) {
        let most = movement(portion.movement).dose(Level::Advanced).eased();
        assert!(portion.dose.worked() <= most.worked(), "{}", movement(portion.movement).id);
    }
}
