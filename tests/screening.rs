//! What a person answers decides, for every way to answer, whether sessions begin and what they hold.

mod common;

use common::{catalogue, instant};
use limber::domain::catalogue::{Catalogue, Level, Movement, MovementNumber};
use limber::domain::fitting::{Fitted, Place, fit, fit_portions, swap};
use limber::domain::own::{Name, Own, OwnStep, read_link, write_link};
use limber::domain::plan::{Plan, Recipe};
use limber::domain::restrictions::{Fit, Restrictions};
use limber::domain::screening::{
    Answers, Gate, Marks, Outcome, Screening, Since, Tier, Why, gate, read_answers, write_answers,
};
use limber::domain::stored::Stored;
use limber::words::CheckTexts;
use proptest::prelude::*;
use proptest::sample::select;
use time::{Duration, OffsetDateTime};

const QUESTIONS: &str = include_str!("../src/domain/screening/questions.json");
/// Frozen: answers of the first version.
const ANSWERS: &str = include_str!("stored/v1/screening.json");

fn screening() -> &'static Screening {
    static SCREENING: std::sync::LazyLock<Screening> =
        std::sync::LazyLock::new(|| Screening::shipped(catalogue()));
    &SCREENING
}

fn now() -> OffsetDateTime {
    instant(1_764_000_000, 60)
}

fn marks(ids: &[&str]) -> Marks {
    ids.iter().map(|id| screening().place(id).unwrap_or_else(|| panic!("no {id}"))).collect()
}

fn answers(yes: &[&str]) -> Answers {
    Answers { given: now(), yes: marks(yes), asked: screening().pages.len(), agreed: vec![] }
}

fn agreed(yes: &[&str], agreed: &[&str]) -> Answers {
    marks(agreed).places().fold(answers(yes), |answers, it| answers.with_agreement(it, now()))
}

#[test]
fn no_id_of_a_question_ever_changes() {
    let ids: Vec<_> = screening().questions.iter().map(|it| it.id).collect();
    assert_eq!(ids, IDS);
}

/// Frozen: what is kept names these.
const IDS: [&str; 50] = [
    "e-saddle",
    "e-bladder",
    "e-bowel",
    "e-sexual",
    "e-bothlegs",
    "e-weakness",
    "c-numb",
    "c-walk",
    "leg-pain",
    "e-trauma",
    "c-bone-minor",
    "bones",
    "e-chest",
    "e-aaa",
    "e-infect-ill",
    "c-fever",
    "c-kidney",
    "c-immune",
    "e-cancer-legs",
    "c-cancer",
    "c-weight",
    "c-preg-warning",
    "pregnancy",
    "c-surgery",
    "c-under18",
    "a-severe",
    "a-night",
    "a-long",
    "a-first-late",
    "a-inflam",
    "hip-replacement-back",
    "hip-replacement-front",
    "hip-replacement-unsure",
    "hernia",
    "hypermobility",
    "glaucoma",
    "blood-pressure",
    "unsteady",
    "no-impact",
    "bending",
    "arching",
    "hip-pinch",
    "outer-hip",
    "sit-bone",
    "pelvic-girdle",
    "kneeling",
    "knee-bending",
    "neck",
    "shoulder",
    "wrist",
];

#[test]
fn every_question_has_a_text_and_whoever_answers_no_is_done_within_a_minute() {
    let texts = CheckTexts::shipped();
    assert_eq!(texts.missing(screening()), Vec::<&str>::new());
    let asked = screening().pages.iter().map(|page| texts.page(page.id));
    let count: usize = asked.map(|text| text.split_whitespace().count()).sum();
    // 238 words a minute are read silently (Brysbaert 2019, J Mem Lang 109:104047), and each of nine presses
    // takes two seconds at the most.
    let secs = count * 60 / 238 + 2 * screening().pages.len();
    assert!(secs <= 60, "{count} words take {secs} s");
}

#[test]
fn a_question_without_a_source_asks_what_hurts_or_what_one_was_told() {
    const OWN_WORD: [&str; 7] =
        ["no-impact", "bending", "kneeling", "knee-bending", "neck", "shoulder", "wrist"];
    let without = screening().questions.iter().filter(|it| it.sources.is_empty());
    assert_eq!(without.map(|it| it.id).collect::<Vec<_>>(), OWN_WORD);
}

#[test]
fn an_answer_means_what_the_facts_say() {
    check(&[], Outcome::Open(Marks::default()));
    check(&["e-bladder"], Outcome::Emergency(marks(&["e-bladder"])));
    check(&["c-weight"], Outcome::First(marks(&["c-weight"])));
    // What is more pressing comes first.
    check(&["c-weight", "e-aaa", "pregnancy"], Outcome::Emergency(marks(&["e-aaa"])));
    // Pain at night, or for long, is no reason to stop moving.
    check(&["a-night", "a-long"], Outcome::Open(marks(&["a-night", "a-long"])));
    check(&["pregnancy", "neck"], Outcome::Open(Marks::default()));
}

#[track_caller]
fn check(yes: &[&str], expected: Outcome) {
    assert_eq!(screening().outcome(&answers(yes)), expected);
}

#[test]
fn whoever_has_been_seen_may_go_on() {
    let outcome = |yes: &[&str], told: &[&str]| screening().outcome(&agreed(yes, told));
    let all = ["e-bladder", "c-cancer"];
    assert_eq!(outcome(&all, &["e-bladder"]), Outcome::First(marks(&["c-cancer"])));
    assert_eq!(outcome(&all, &all), Outcome::Open(Marks::default()));
}

#[test]
fn a_clinicians_word_stands_for_as_long_as_what_it_was_about() {
    let before = agreed(&["c-cancer", "bones"], &["c-cancer", "bones"]);
    let renewed = |before: &Answers, pages, yes: &[&str]| {
        screening().renewed(Some(before), pages, marks(yes), now(), None)
    };
    let again = renewed(&before, 0..9, &["bones", "c-weight"]);
    assert_eq!(again.agreed(), marks(&["bones"]));
    assert_eq!(screening().outcome(&again), Outcome::First(marks(&["c-weight"])));
    // An emergency that is asked about again wants a clinician again, the rest of the questions does not.
    let seen = agreed(&["e-trauma"], &["e-trauma"]);
    let again = renewed(&seen, 0..9, &["e-trauma"]);
    assert_eq!(screening().outcome(&again), Outcome::Emergency(marks(&["e-trauma"])));
    let rest = renewed(&seen, 3..9, &["e-trauma", "neck"]);
    assert_eq!(screening().outcome(&rest), Outcome::Open(Marks::default()));
}

#[test]
fn what_has_become_worse_since_wants_a_clinicians_word_again() {
    let before = agreed(&["c-numb", "bones"], &["c-numb", "bones"]);
    let told = before.agreed[0].told;
    let renewed = |news, pages| {
        let yes = marks(&["c-numb", "bones"]);
        screening().renewed(Some(&before), pages, yes, now(), news).agreed()
    };
    let later = Some(told + Duration::hours(1));
    assert_eq!(renewed(later, 0..9), marks(&["bones"]));
    assert_eq!(renewed(Some(told - Duration::hours(1)), 0..9), before.agreed());
    // What was not asked again stands.
    assert_eq!(renewed(later, 8..9), before.agreed());
}

/// Places of the questions that `is_meant`.
fn places(is_meant: impl Fn(Tier) -> bool) -> Vec<usize> {
    let all = screening().questions.iter().enumerate();
    all.filter(|(_, it)| is_meant(it.tier)).map(|(place, _)| place).collect()
}

/// Every set of `places`.
fn every_set(places: &[usize]) -> impl Iterator<Item = Marks> + '_ {
    let set = |bits: usize| {
        places.iter().enumerate().filter(move |(bit, _)| bits >> bit & 1 == 1).map(|(_, it)| *it)
    };
    (0..1_usize << places.len()).map(move |bits| set(bits).collect())
}

#[test]
fn every_way_to_answer_has_the_one_outcome_of_its_gravest_sign() {
    let emergencies = places(|it| it == Tier::Emergency);
    let firsts = places(|it| matches!(it, Tier::First(_)));
    let rest: Marks = places(|it| matches!(it, Tier::Talk | Tier::Care)).into_iter().collect();
    assert_eq!((emergencies.len(), firsts.len()), (11, 11));
    let check = |emergency: Marks, first: Marks| {
        let yes = emergency.places().chain(first.places()).chain(rest.places()).collect();
        let expected = match (emergency.is_empty(), first.is_empty()) {
            (false, _) => Outcome::Emergency(emergency),
            (true, false) => Outcome::First(first),
            (true, true) => Outcome::Open(screening().among(rest, |it| it.tier == Tier::Talk)),
        };
        let answers = Answers { yes, ..answers(&[]) };
        assert_eq!(screening().outcome(&answers), expected);
    };
    for first in every_set(&firsts) {
        check(Marks::default(), first);
    }
    // Beside an emergency, whatever else: nothing, each by itself, all.
    let some = firsts.iter().map(|it| Marks::default().with(*it, true));
    let some: Vec<_> = some.chain([Marks::default(), firsts.iter().copied().collect()]).collect();
    for emergency in every_set(&emergencies) {
        for first in &some {
            check(emergency, *first);
        }
    }
}

/// The tags that keep anybody from a movement.
fn forbidding() -> Vec<&'static str> {
    use limber::domain::catalogue::CautionAction::Modify;
    let cautions = catalogue().movements.iter().flat_map(|it| &it.cautions);
    let mut tags: Vec<_> = cautions.filter(|it| it.action != Modify).map(|it| it.tag).collect();
    tags.sort_unstable();
    tags.dedup();
    tags
}

fn recipe_of(fitted: &Fitted, routine: &str, week: usize) -> Recipe {
    let recipe = limber::domain::settings::Settings::default().recipe(routine, week, vec![]);
    Recipe { portions: Some(fitted.portions.clone()), ..recipe }
}

#[test]
fn no_routine_ever_offers_what_an_answer_forbids_and_none_is_left_empty() {
    let tags = forbidding();
    assert!((10..=16).contains(&tags.len()), "{tags:?}");
    let all = 0..1_usize << tags.len();
    let (first, last) = (all.start..all.end / 2, all.end / 2..all.end);
    std::thread::scope(|scope| {
        scope.spawn(|| first.for_each(|bits| no_routine_offers_what_is_forbidden(&tags, bits)));
        last.for_each(|bits| no_routine_offers_what_is_forbidden(&tags, bits));
    });
}

/// Of `tags` those in `bits` hold.
fn no_routine_offers_what_is_forbidden(tags: &[&'static str], bits: usize) {
    let all_extras: Vec<_> = (0..20).collect();
    let mut restrictions = Restrictions::default();
    let mine = tags.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    mine.for_each(|(_, tag)| restrictions.add(tag, false));
    for routine in catalogue().routines {
        for (week, it) in routine.schedule.weeks().iter().enumerate() {
            let has_extras = it.steps.iter().any(|step| step.optional);
            let ways = [Some(&[][..]), has_extras.then_some(&all_extras[..])];
            for extras in ways.into_iter().flatten() {
                let told = || format!("{}, week {week}, {extras:?} for {bits:b}", routine.id);
                let fitted = fit(catalogue(), routine, week, extras, None, &restrictions);
                assert!(!fitted.portions.is_empty(), "{}", told());
                let mut seen = vec![];
                for portion in &fitted.portions {
                    let it = movement(portion.movement);
                    assert!(restrictions.allow(it), "{}: {}", told(), it.id);
                    let is_twice = seen.contains(&it.id) && !routine_repeats(routine.id, it.id);
                    assert!(!is_twice, "{}: {} twice", told(), it.id);
                    seen.push(it.id);
                }
            }
        }
    }
}

/// A person's conditions, with what they leave out and do less of.
fn any_restrictions() -> impl Strategy<Value = Restrictions> {
    let numbers = || {
        let all: Vec<_> = catalogue().movements.iter().map(|it| it.number).collect();
        prop::collection::vec(select(all), 0..6)
    };
    let tags = prop::collection::vec((select(forbidding()), any::<bool>()), 0..8);
    (tags, numbers(), numbers()).prop_map(|(tags, excluded, eased)| {
        let mut restrictions = Restrictions::default();
        for (tag, is_agreed) in tags {
            restrictions.add(tag, is_agreed);
        }
        for it in excluded {
            restrictions.exclude(it);
        }
        for it in eased {
            restrictions.ease(it);
        }
        restrictions
    })
}

/// Somebody's own routine, as it is built, or comes by a link or a file.
fn any_own() -> impl Strategy<Value = Own> {
    let step = (select(catalogue().movements.clone()), select(Level::ALL.to_vec()), -5..9_i32);
    let step = step.prop_map(|(it, level, more)| OwnStep::of(it, level).with(more));
    let name = Name::parse("mine").expect("a name");
    prop::collection::vec(step, 1..14).prop_map(move |steps| Own {
        number: 1,
        name: name.clone(),
        steps,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_own_routine_and_no_swap_offers_what_is_forbidden(
        own in any_own(), restrictions in any_restrictions(), at in any::<prop::sample::Index>(),
        level in select(Level::ALL.to_vec()),
    ) {
        // What arrives by a link is what was sent.
        let linked = read_link(&write_link(&own.name, &own.steps, &[]));
        prop_assert_eq!(linked.map(|it| it.steps), Ok(own.steps.clone()));
        let place = Place::ANYWHERE;
        let fitted = fit_portions(catalogue(), place, own.portions(), level, &restrictions);
        let mut portions = fitted.portions;
        for portion in &portions {
            prop_assert!(restrictions.allow(movement(portion.movement)));
        }
        // It hurts: one after the other is swapped, until nothing near enough suits.
        let mut at = if portions.is_empty() { return Ok(()) } else { at.index(portions.len()) };
        let mut swaps = restrictions;
        while let Some(portion) = portions.get(at).copied() {
            swaps.exclude(portion.movement);
            let Some(other) = swap(catalogue(), place, portion, &portions, &swaps) else { break };
            prop_assert!(swaps.allow(movement(other.movement)));
            prop_assert!(portions.iter().all(|it| it.movement != other.movement));
            at += 1;
            portions.insert(at, other);
        }
    }

    #[test]
    fn no_swap_in_a_routine_offers_what_is_forbidden(
        routine in select(catalogue().routines.to_vec()), restrictions in any_restrictions(),
    ) {
        let place = Place::of(&routine);
        for week in 0..routine.schedule.weeks().len() {
            let fitted = fit(catalogue(), &routine, week, &[], None, &restrictions);
            for portion in &fitted.portions {
                let mut restrictions = restrictions.clone();
                restrictions.exclude(portion.movement);
                let all = &fitted.portions;
                let Some(other) = swap(catalogue(), place, *portion, all, &restrictions) else { continue };
                prop_assert!(restrictions.allow(movement(other.movement)));
                prop_assert!(all.iter().all(|it| it.movement != other.movement));
            }
        }
    }
}

/// Whether the routine itself has a movement twice in a week.
fn routine_repeats(routine: &str, movement: &str) -> bool {
    let routine = catalogue().routine(routine).expect("a routine");
    routine
        .schedule
        .weeks()
        .iter()
        .any(|week| week.steps.iter().filter(|step| step.movement == movement).count() > 1)
}

fn movement(number: MovementNumber) -> &'static Movement {
    catalogue().movement(number).expect("a movement of the catalogue")
}

#[test]
fn a_hip_replacement_changes_the_five_stretches_and_says_so() {
    changes(
        &["hip-replacement-back"],
        "article-five",
        &[
            ("piriformis-stretch", Some("glute-bridge")),
            ("figure-four-stretch", Some("clamshell")),
            ("childs-pose", Some("chair-cat-cow")),
        ],
    );
}

/// Which movements of a routine become which; one that becomes nothing is left out.
#[track_caller]
fn changes(yes: &[&str], routine: &str, expected: &[(&str, Option<&str>)]) {
    let restrictions = Restrictions::of(screening(), &answers(yes));
    let routine = catalogue().routine(routine).expect("a routine");
    let fitted = fit(catalogue(), routine, 0, &[], None, &restrictions);
    let replaced = fitted
        .portions
        .iter()
        .filter_map(|it| Some((movement(it.instead_of?).id, Some(movement(it.movement).id))));
    let left_out = fitted.left_out.iter().map(|it| (movement(*it).id, None));
    assert_eq!(replaced.chain(left_out).collect::<Vec<_>>(), expected);
}

#[test]
fn an_agreement_opens_what_is_to_be_asked_about_first() {
    let twist = catalogue().movement_called("supine-twist").expect("a twist");
    let fit = |answers: &Answers| match Restrictions::of(screening(), answers).fit(twist) {
        Fit::Free => "free",
        Fit::Changed(_) => "changed",
        Fit::Out(_) | Fit::Excluded => "out",
    };
    assert_eq!(fit(&answers(&[])), "free");
    assert_eq!(fit(&answers(&["bones"])), "out");
    assert_eq!(fit(&agreed(&["bones"], &["bones"])), "changed");
    // What is to be avoided is not for discussion.
    assert_eq!(fit(&agreed(&["outer-hip"], &["outer-hip"])), "out");
}

#[test]
fn what_is_left_out_by_choice_is_not_offered() {
    let pose = catalogue().movement_called("childs-pose").expect("a pose");
    let mut restrictions = Restrictions::default();
    restrictions.exclude(pose.number);
    assert_eq!(restrictions.fit(pose), Fit::Excluded);
    let routine = catalogue().routine("article-five").expect("a routine");
    let fitted = fit(catalogue(), routine, 0, &[], Some(Level::Beginner), &restrictions);
    assert!(fitted.portions.iter().all(|it| it.movement != pose.number));
}

#[test]
fn the_questions_come_before_a_session_when_they_should() {
    let fine = answers(&[]);
    let at = |answers: Option<&Answers>, since: Since, days: i64| {
        gate(screening(), answers, since, now() + Duration::days(days))
    };
    let session = |days| Since { session: Some(now() + Duration::days(days)), ..Since::default() };
    assert_eq!(at(None, Since::default(), 0), Gate::Ask(Why::First));
    // An emergency cut the questions short: whoever has been seen answers the rest.
    let short = Answers { asked: 3, ..agreed(&["e-trauma"], &["e-trauma"]) };
    assert_eq!(at(Some(&short), Since::default(), 0), Gate::Ask(Why::Rest));
    assert_eq!(at(Some(&fine), Since::default(), 27), Gate::Open);
    assert_eq!(at(Some(&fine), Since::default(), 28), Gate::Ask(Why::Gap));
    assert_eq!(at(Some(&fine), session(20), 47), Gate::Open);
    assert_eq!(at(Some(&fine), session(20), 48), Gate::Ask(Why::Gap));
    assert_eq!(at(Some(&fine), session(83), 84), Gate::Ask(Why::Stale));
    let leg = Since { leg: Some(now() + Duration::hours(1)), ..Since::default() };
    assert_eq!(at(Some(&fine), leg, 1), Gate::Ask(Why::Leg));
    let at_once = Since { worse: Some(now()), ..Since::default() };
    let late = Answers { given: now() + Duration::milliseconds(700), ..fine.clone() };
    assert_eq!(at(Some(&late), at_once, 1), Gate::Ask(Why::Worse));
    let old_leg = Since { leg: Some(now() - Duration::hours(1)), ..Since::default() };
    assert_eq!(at(Some(&fine), old_leg, 1), Gate::Open);
    let worse = Since { worse: Some(now() + Duration::hours(1)), ..Since::default() };
    assert_eq!(at(Some(&fine), worse, 1), Gate::Ask(Why::Worse));
    let lasting = Since { lasting: Some(now() + Duration::hours(1)), ..Since::default() };
    assert_eq!(at(Some(&fine), lasting, 1), Gate::Ask(Why::Lasting));
    assert_eq!(lasting.news(), lasting.lasting);
    let week = Since { plan_week: Some(now() + Duration::hours(1)), ..Since::default() };
    assert_eq!(at(Some(&fine), week, 1), Gate::Ask(Why::PlanWeek));
    // What keeps sessions closed is said before anything is asked again.
    let closed = answers(&["e-chest"]);
    let outcome = Outcome::Emergency(marks(&["e-chest"]));
    assert_eq!(at(Some(&closed), leg, 200), Gate::Closed(outcome));
}

#[test]
fn answers_of_version_1_can_be_read_for_ever() {
    let expected = agreed(&["c-cancer", "hip-replacement-unsure", "knee-bending"], &["c-cancer"]);
    assert_eq!(read_answers(screening(), Some(ANSWERS)), Stored::Read(expected.clone()));
    assert_eq!(write_answers(screening(), &expected), ANSWERS);
    assert_eq!(read_answers(screening(), None), Stored::Nothing);
    let newer = ANSWERS.replace("\"v\":1", "\"v\":2");
    assert_eq!(read_answers(screening(), Some(&newer)), Stored::Newer);
}

#[test]
fn answers_that_nobody_gave_are_refused_with_everything_wrong_in_them() {
    let text = r#"{"agreed":[["c-cancer",1]],"asked":9,"given":[1,0],"v":1,"yes":["e-saddle","nonsense"]}"#;
    let Stored::Unreadable(problems) = read_answers(screening(), Some(text)) else {
        panic!("it was read");
    };
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            r#"screening / yes / 2: "nonsense" is not known here"#,
            "screening / agreed / 1: an agreement has 2 fields, not 3",
        ]
    );
}

#[test]
fn questions_that_do_not_hold_together_are_refused() {
    refused(
        (r#""tier": "emergency""#, r#""tier": "soon""#),
        &[r#"tier: "soon" is not known here"#],
    );
    refused(
        (r#""tags": ["nerve-irritable"]"#, r#""tags": ["nerves"]"#),
        &[r#"questions / legs / questions / leg-pain / tags / 1: "nerves" is not known here"#],
    );
    refused((r#""AXSPA""#, r#""NOBODY""#), &[r#""NOBODY" is not known here"#]);
    refused((r#"["AXSPA"]"#, "[]"), &["a-inflam: a source is missing"]);
    refused((r#""e-bowel""#, r#""e-saddle""#), &[r#"questions: "e-saddle" stands here twice"#]);
}

#[track_caller]
fn refused(change: (&str, &str), expected: &[&str]) {
    assert!(QUESTIONS.contains(change.0), "{} is not there", change.0);
    let text = QUESTIONS.replacen(change.0, change.1, 1);
    let problems = Screening::read(text.leak(), &Catalogue::shipped()).expect_err("it was read");
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    for expected in expected {
        assert!(told.iter().any(|it| it.contains(expected)), "{expected}: {told:?}");
    }
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let places = prop::collection::vec(0..50_usize, 0..20);
    (places.clone(), places, 0..2_000_000_000_i64).prop_map(|(yes, told, secs)| {
        let given = instant(secs, 60);
        let answers = Answers { given, asked: 4, yes: yes.into_iter().collect(), agreed: vec![] };
        told.into_iter().fold(answers, |answers, it| answers.with_agreement(it, given))
    })
}

proptest! {
    #[test]
    fn answers_read_back(answers in any_answers()) {
        let text = write_answers(screening(), &answers);
        prop_assert_eq!(read_answers(screening(), Some(&text)), Stored::Read(answers));
    }

    #[test]
    fn the_outcome_is_that_of_what_no_clinician_has_agreed_to(answers in any_answers()) {
        let open = answers.yes.but(answers.agreed());
        let of = |is_meant: fn(Tier) -> bool| screening().among(open, |it| is_meant(it.tier));
        let (emergency, first) =
            (of(|it| it == Tier::Emergency), of(|it| matches!(it, Tier::First(_))));
        let expected = if !emergency.is_empty() {
            Outcome::Emergency(emergency)
        } else if !first.is_empty() {
            Outcome::First(first)
        } else {
            Outcome::Open(screening().among(answers.yes, |it| it.tier == Tier::Talk))
        };
        prop_assert_eq!(screening().outcome(&answers), expected);
    }

    #[test]
    fn a_fitted_session_offers_nothing_forbidden_and_keeps_sides_equal(
        answers in any_answers(),
        routine in 0..17_usize,
    ) {
        let restrictions = Restrictions::of(screening(), &answers);
        let routine = &catalogue().routines[routine];
        let fitted = fit(catalogue(), routine, 0, &[], None, &restrictions);
        let plan = Plan::build(catalogue(), &recipe_of(&fitted, routine.id, 0));
        let plan = plan.expect("something to do");
        let (left, right) = plan.per_side();
        prop_assert_eq!(left, right);
        for item in &plan.items {
            prop_assert!(restrictions.allow(movement(item.movement)));
        }
    }
}
