//! A person's own routines are kept, shared and merged, and nothing that anybody sends does harm.

mod common;

use common::{catalogue, secs};
use limber::domain::catalogue::{Dose, Level, MovementNumber, Work};
use limber::domain::fitting::{Place, fit_portions};
use limber::domain::own::{
    FileError, How, LinkError, Linked, Name, NameError, Own, OwnMovement, OwnStep, Owns, TooLong,
    read_file, read_link, read_owns, steps_of, write_file, write_link, write_owns,
};
use limber::domain::plan::{Doing, Plan, PlanError, Recipe};
use limber::domain::restrictions::Restrictions;
use limber::domain::stored::Stored;
use limber::words::words;
use proptest::prelude::*;
use proptest::sample::select;

/// Frozen: what the first version kept, and a link that it made.
const OWNS: &str = include_str!("stored/v1/routines.json");
const LINK: &str = "1/Morning%2C%20R%C3%BCcken/3h30.2.1.5_14r8.4.1.2.5_6t60";

/// Frozen too: what the second version kept, with movements of one's own, and a link and a file of it.
const OWNS_2: &str = include_str!("stored/v2/routines.json");
const LINK_2: &str = "2/From%20the%20clinic/6t60_10007r8.5.0.2.10/10007r8.5.0.2.10/s10/Heel%20slide/Lie%20on%20your%20back.%0ASlide%20one%20heel%3B%20keep%20still.";
const FILE: &str = include_str!("stored/v1/limber-routine.json");

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn step(movement: u16, work: Work, sets: u16, rest: u64) -> OwnStep {
    OwnStep {
        movement: MovementNumber::new(movement),
        dose: Dose { work, sets, rest: secs(rest) },
        only: None,
    }
}

fn linked(text: &str, steps: Vec<OwnStep>, movements: Vec<OwnMovement>) -> Linked {
    Linked { name: name(text), steps, movements }
}

/// As a physiotherapist might have shown it.
fn slide() -> OwnMovement {
    OwnMovement {
        number: MovementNumber::new(10_007),
        name: name("Heel slide"),
        how: How::parse(" Lie on your back. \n\n Slide one heel; keep still. ")
            .expect("it is short"),
        sided: true,
        dose: Dose {
            work: Work::Repetitions { count: 8, tempo: secs(5), hold: secs(0) },
            sets: 2,
            rest: secs(10),
        },
        pose: Some(MovementNumber::new(10)),
    }
}

/// Own movements, and a routine with one of them.
fn with_movements() -> Owns {
    let plain = OwnMovement::new(MovementNumber::new(10_000), name("Plain"));
    let mut owns = Owns { movements: vec![slide(), plain], ..Owns::default() };
    owns.add(name("From the clinic"), vec![morning()[2], slide().step()]);
    owns
}

fn morning() -> Vec<OwnStep> {
    vec![
        step(3, Work::Hold { hold: secs(30), count: 2 }, 1, 5),
        step(14, Work::Repetitions { count: 8, tempo: secs(4), hold: secs(1) }, 2, 5),
        step(6, Work::Timed { length: secs(60) }, 1, 0),
    ]
}

#[test]
fn a_link_of_version_1_can_be_read_for_ever() {
    let link = write_link(&name("Morning, Rücken"), &morning(), &[]);
    assert_eq!(link, LINK);
    assert_eq!(read_link(LINK), Ok(linked("Morning, Rücken", morning(), vec![])));
}

#[test]
fn a_link_that_cannot_be_used_says_why() {
    let refused = |link: &str| read_link(link).expect_err("it was read");
    for link in
        ["", "1", "1/a", "x/a/6t60", "1/a/6t60/more", "1/%zz/6t60", "1/%F/6t60", "1/%FF/6t60"]
    {
        assert_eq!(refused(link), LinkError::NoRoutine, "{link}");
    }
    assert_eq!(refused("3/anything"), LinkError::Newer);
    for link in ["2/a/6t60", "2/a/6t60/", "2/a/6t60/10000t60/s0/b", "1/a/6t60/10000t60/s0/b/c"] {
        assert_eq!(refused(link), LinkError::NoRoutine, "{link}");
    }
    for looks in ["", "x0", "s", "s10000", "s-1"] {
        let link = format!("2/a/6t60/10000t60/{looks}/b/c");
        assert_eq!(refused(&link), LinkError::NoRoutine, "{link}");
    }
    // An own movement of which nothing is told, and one of ours that is told of.
    assert_eq!(refused("1/a/10000t60"), LinkError::Step("10000t60".to_owned()));
    assert_eq!(refused("2/a/6t60/6t60/s0/b/c"), LinkError::Step("6t60".to_owned()));
    let long = format!("2/a/6t60/10000t60/s0/b/{}", "c".repeat(601));
    assert_eq!(refused(&long), LinkError::How(TooLong(601)));
    assert_eq!(refused("1/%20/6t60"), LinkError::Name(NameError::Empty));
    assert_eq!(
        refused(&format!("1/{}/6t60", "a".repeat(61))),
        LinkError::Name(NameError::TooLong(61))
    );
    assert_eq!(refused(&"a".repeat(160_001)), LinkError::TooLong(160_001));
    assert_eq!(refused(&format!("1/a/{}", vec!["6t60"; 41].join("_"))), LinkError::TooMany(41));
    for step in [
        "",
        "6t4",
        "6t601",
        "0t60",
        "6x60",
        "3h30",
        "3h30.2.1.121",
        "3h+30.2.1.5",
        "14r8.4.5.2.5",
        "t60",
        "６t60",
    ] {
        let error = refused(&format!("1/a/6t60_{step}"));
        assert_eq!(error, LinkError::Step(step.to_owned()), "{step}");
    }
}

#[test]
fn a_copy_of_a_routine_holds_the_week_and_the_optional_steps_that_were_picked() {
    let number_of = |id: &str| catalogue().movement_called(id).map(|it| it.number);
    let copied = |id: &str, week, extras: &[usize]| {
        let routine = catalogue().routine(id).expect("a routine");
        steps_of(routine, week, extras, number_of)
    };
    let routine = catalogue().routine("sciatica-friendly").expect("a routine");
    let steps = &routine.schedule.weeks()[0].steps;
    let optional: Vec<_> = (0..steps.len()).filter(|place| steps[*place].optional).collect();
    assert!(!optional.is_empty());
    assert_eq!(copied(routine.id, 0, &[]).len(), steps.len() - optional.len());
    assert_eq!(copied(routine.id, 0, &optional).len(), steps.len());
    let week = |week| copied("flex-plan-4-weeks", week, &[]);
    assert_ne!(week(0), week(3));
}

#[test]
fn a_link_with_own_movements_can_be_read_for_ever() {
    let owns = with_movements();
    let own = owns.get(1).expect("it");
    let link = write_link(&own.name, &own.steps, &owns.movements);
    assert_eq!(link, LINK_2);
    let linked = linked("From the clinic", own.steps.clone(), vec![slide()]);
    assert_eq!(read_link(LINK_2), Ok(linked.clone()));
    assert_eq!(write_file(&linked), FILE);
    assert_eq!(read_file(FILE), Ok(linked));
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    for text in ["", "{}", "[]", r#"{"app":"limber","v":1}"#] {
        assert_eq!(read_file(text), Err(FileError::NotOurs), "{text}");
    }
    assert_eq!(read_file(&FILE.replace("\"v\":1", "\"v\":2")), Err(FileError::Newer));
    let untold = FILE.replace("10007r", "10008r").replacen("10008r", "10007r", 1);
    let Err(error) = read_file(&untold) else { panic!("it was read") };
    assert_eq!(error.to_string(), r#"routine / steps: "10008" is not known here"#);
}

#[test]
fn own_movements_of_version_2_can_be_read_for_ever() {
    assert_eq!(write_owns(&with_movements()), OWNS_2);
    assert_eq!(read_owns(Some(OWNS_2)), Stored::Read(with_movements()));
    let wrong = OWNS_2.replace("10000h", "9999h").replace("Lie on", &"x".repeat(600));
    let Stored::Unreadable(problems) = read_owns(Some(&wrong)) else { panic!("it was read") };
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "routines / movements / 1 / 3: 639 letters are more than 600 for how a movement is done",
            "routines / movements / 2 / 1: 9999 is no number of an own movement",
        ]
    );
}

#[test]
fn an_own_movement_is_done_as_it_says_and_picked_by_nobody() {
    let catalogue = catalogue().with([slide().entry("own-10007", catalogue())].into_iter());
    let own = with_movements().get(1).expect("it").clone();
    let recipe = Recipe { portions: Some(own.portions()), ..common::recipe("article-five") };
    let plan = Plan::build(&catalogue, &recipe).expect("a plan");
    assert_eq!(plan.per_side(), (secs(80), secs(80)));
    let movement = catalogue.movement(slide().number).expect("it is there");
    assert_eq!(movement.figure, Some("single-knee-to-chest"));
    assert!(movement.cautions.is_empty() && movement.primary.is_empty());
}

#[test]
fn an_own_movement_changes_between_a_hold_and_repetitions() {
    let repeated = slide();
    let held = repeated.clone().with_other_work();
    assert_eq!(held.dose.work, Work::Hold { hold: secs(20), count: 2 });
    assert_eq!(held.with_other_work().dose.sets, 1);
    let tempo = |movement: OwnMovement| match movement.dose.work {
        Work::Repetitions { tempo, .. } => tempo,
        other => panic!("{other:?}"),
    };
    assert_eq!(tempo(repeated.clone().with_tempo(1)), secs(6));
    assert_eq!(tempo(repeated.clone().with_tempo(-9)), secs(1));
    assert_eq!(tempo(repeated.with_tempo(99)), secs(30));
}

#[test]
fn what_somebody_else_has_built_keeps_its_numbers_or_gets_free_ones() {
    let owns = with_movements();
    let same = linked("a", vec![slide().step()], vec![slide()]);
    assert_eq!(owns.welcome(same.clone()), same);
    let other = OwnMovement { name: name("Another"), ..slide() };
    let welcomed = owns.welcome(linked("a", vec![other.step()], vec![other.clone()]));
    let number = MovementNumber::new(10_008);
    assert_eq!(welcomed.steps[0].movement, number);
    assert_eq!(welcomed.movements, [OwnMovement { number, ..other }]);
}

#[test]
fn a_hundred_movements_can_be_written_down() {
    let mut owns = Owns::default();
    for number in 10_000..10_110 {
        assert_eq!(owns.has_room(), number < 10_100);
        owns.add_movement(OwnMovement { number: MovementNumber::new(number), ..slide() });
    }
    assert_eq!(owns.movements.len(), 100);
}

#[test]
fn a_number_for_a_new_movement_is_free_and_depends_on_chance() {
    let owns = with_movements();
    assert_eq!(owns.number_for(7), MovementNumber::new(10_008));
    assert_eq!(owns.number_for(8), MovementNumber::new(10_008));
    assert_eq!(owns.number_for(1_700_000_000), MovementNumber::new(10_000 + 18_115));
}

#[test]
fn a_deleted_movement_comes_back_and_the_steps_wait_for_it() {
    let mut owns = with_movements();
    let (place, movement) = owns.remove_movement(slide().number).expect("it is there");
    assert_eq!(owns.get(1).map(|own| own.steps.len()), Some(2));
    owns.put_movement_back(place, movement);
    assert_eq!(owns, with_movements());
}

#[test]
fn steps_follow_what_is_usual_unless_they_were_changed() {
    let mut owns = with_movements();
    let number = owns.add(name("Less of it"), vec![slide().step().with(-3)]);
    let longer = slide().step().with(2).dose;
    owns.change_movement(slide().number, |it| OwnMovement { dose: longer, ..it });
    assert_eq!(owns.get(1).map(|own| own.steps[1].dose), Some(longer));
    assert_eq!(owns.get(number).map(|own| own.steps[0].dose), Some(slide().step().with(-3).dose));
}

#[test]
fn of_two_devices_every_own_movement_is_there_once() {
    let owns = with_movements();
    let mut others = owns.clone();
    others.movements.push(OwnMovement { number: MovementNumber::new(12_000), ..slide() });
    others.change_movement(slide().number, |it| OwnMovement { sided: false, ..it });
    let merged = owns.clone().merged(others);
    let numbers: Vec<_> = merged.movements.iter().map(|it| it.number.get()).collect();
    assert_eq!(numbers, [10_007, 10_000, 12_000]);
    // What is here stays as it is here.
    assert_eq!(merged.movement(slide().number), Some(&slide()));
}

#[test]
fn a_name_is_one_to_sixty_letters_without_spaces_around() {
    assert_eq!(name("  My   own \n").as_str(), "My own");
    assert_eq!(Name::parse(" \t"), Err(NameError::Empty));
    assert_eq!(Name::parse(&"ü".repeat(61)), Err(NameError::TooLong(61)));
    assert!(Name::parse(&"ü".repeat(60)).is_ok());
}

#[test]
fn routines_of_version_1_can_be_read_for_ever() {
    let mut owns = Owns::default();
    owns.add(name("Morning"), morning());
    owns.add(name("Gone"), vec![]);
    owns.add(name("Empty"), vec![]);
    assert_eq!(owns.remove(2).map(|(place, own)| (place, own.number)), Some((1, 2)));
    assert_eq!(write_owns(&owns), OWNS);
    assert_eq!(read_owns(Some(OWNS)), Stored::Read(owns.clone()));
    // No number comes again: the history has it.
    assert_eq!(owns.add(name("New"), vec![]), 4);
}

#[test]
fn what_nobody_built_is_refused_with_everything_wrong_in_it() {
    let text = r#"{"last":2,"routines":[[1," ",["6t60"]],[2,"b",["6t4","9"]],[3]],"v":1}"#;
    let Stored::Unreadable(problems) = read_owns(Some(text)) else { panic!("it was read") };
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "routines / routines / 1 / 2: a routine needs a name",
            r#"routines / routines / 2 / 3 / 1: "6t4" is not known here"#,
            r#"routines / routines / 2 / 3 / 2: "9" is not known here"#,
            "routines / routines / 3: a routine has 1 fields, not 3",
        ]
    );
}

#[test]
fn what_is_deleted_comes_back_to_its_place() {
    let mut owns = Owns::default();
    for it in ["a", "b", "c"] {
        owns.add(name(it), vec![]);
    }
    let before = owns.clone();
    let (place, own) = owns.remove(2).expect("it is there");
    owns.put_back(place, own);
    assert_eq!(owns, before);
}

#[test]
fn of_two_devices_every_routine_is_there_once() {
    let owns = |names: &[&str]| {
        let mut owns = Owns::default();
        for it in names {
            owns.add(name(it), morning());
        }
        owns
    };
    let both = owns(&["a", "b"]).merged(owns(&["a", "x", "y"]));
    let names: Vec<_> = both.all.iter().map(|own| (own.number, own.name.as_str())).collect();
    assert_eq!(names, [(1, "a"), (2, "b"), (3, "x"), (4, "y")]);
    assert_eq!(both.clone().merged(both.clone()), both);
}

#[test]
fn more_and_less_stay_within_bounds() {
    let hold = |step: OwnStep| match step.dose.work {
        Work::Hold { hold, count } => (hold.as_secs(), count),
        other => panic!("{other:?}"),
    };
    let step = morning()[0];
    assert_eq!(hold(step.with(1)), (35, 2));
    assert_eq!(hold(step.with(-100)), (5, 2));
    assert_eq!(hold(step.with(100)), (300, 2));
    assert_eq!(hold(step.with_rounds(-9)), (30, 1));
    assert_eq!(hold(step.with_rounds(99)), (30, 10));
    assert_eq!(morning()[2].with_rounds(3), morning()[2]);
}

#[test]
fn a_step_on_one_side_says_so_and_is_done_there_alone() {
    let step = OwnStep::of(
        catalogue().movement_called("piriformis-stretch").expect("it"),
        Level::Beginner,
    );
    let left = step.on_other_sides();
    let link = write_link(&name("a"), &[left, left.on_other_sides(), step], &[]);
    assert_eq!(link, "1/a/1h20.2.1.5l_1h20.2.1.5r_1h20.2.1.5");
    assert_eq!(left.on_other_sides().on_other_sides(), step);
    let own = Own { number: 1, name: name("a"), steps: vec![left] };
    let recipe = Recipe { portions: Some(own.portions()), ..common::recipe("article-five") };
    let plan = Plan::build(catalogue(), &recipe).expect("a plan");
    assert_eq!(plan.per_side(), (secs(40), secs(0)));
    assert!(plan.steps.iter().all(|it| it.doing != Doing::ChangeSides));
}

#[test]
fn where_all_of_a_routine_is_left_out_that_is_the_reason() {
    let own = Own { number: 1, name: name("a"), steps: morning() };
    let mut restrictions = Restrictions::default();
    catalogue().movements.iter().for_each(|it| restrictions.exclude(it.number));
    let portions = own.portions();
    let fitted =
        fit_portions(catalogue(), Place::ANYWHERE, portions, Level::Beginner, &restrictions);
    assert_eq!(fitted.left_out.len(), 3);
    let recipe = Recipe { portions: Some(fitted.portions), ..common::recipe("article-five") };
    let error = Plan::build(catalogue(), &recipe).expect_err("nothing is left");
    assert_eq!(error, PlanError::NothingLeft);
    let told = (words().notices.no_plan)(&error);
    assert!(told.contains("left out") && !told.contains("lengths"), "{told}");
    let told = (words().notices.no_plan)(&PlanError::Empty);
    assert!(told.contains("lengths"), "{told}");
}

#[test]
fn a_rest_is_there_between_rounds_and_within_bounds() {
    let step = morning()[0];
    assert!(step.has_rest() && !morning()[2].has_rest());
    assert!(!step.with_rounds(-1).has_rest());
    assert_eq!(step.with_rest(1).dose.rest, secs(10));
    assert_eq!((step.with_rest(-9).dose.rest, step.with_rest(99).dose.rest), (secs(0), secs(120)));
}

#[test]
fn a_routine_has_forty_movements_at_the_most() {
    let mut owns = Owns::default();
    let number = owns.add(name("long"), vec![morning()[0]; 40]);
    owns.change(number, |steps| steps.push(morning()[1]));
    assert_eq!(owns.get(number).map(|own| own.steps.len()), Some(40));
}

fn any_step() -> impl Strategy<Value = OwnStep> {
    let movements = catalogue().movements.clone();
    let changes = (select(movements), select(Level::ALL.to_vec()), -80..80_i32, -9..9_i32);
    changes.prop_map(|(movement, level, more, rounds)| {
        let step = OwnStep::of(movement, level).with(more).with_rounds(rounds).with_rest(rounds);
        if more % 3 == 0 { step.on_other_sides() } else { step }
    })
}

fn any_name() -> impl Strategy<Value = Name> {
    ".{1,40}".prop_filter_map("a name", |text| Name::parse(&text).ok())
}

proptest! {
    #[test]
    fn a_link_reads_back(name in any_name(), steps in prop::collection::vec(any_step(), 1..40)) {
        let link = write_link(&name, &steps, &[]);
        prop_assert!(link.is_ascii(), "{link}");
        prop_assert_eq!(read_link(&link), Ok(Linked { name, steps, movements: vec![] }));
    }

    #[test]
    fn routines_read_back(all in prop::collection::vec((any_name(), prop::collection::vec(any_step(), 0..40)), 0..9)) {
        let mut owns = Owns::default();
        for (name, steps) in all {
            owns.add(name, steps);
        }
        prop_assert_eq!(read_owns(Some(&write_owns(&owns))), Stored::Read(owns));
    }

    #[test]
    fn no_link_does_harm(text in any::<String>()) {
        let _ = read_link(&text);
    }

    #[test]
    fn no_link_that_begins_well_does_harm(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = format!("1/{}", String::from_utf8_lossy(&bytes));
        if let Ok(Linked { name, steps, .. }) = read_link(&text) {
            let own = Own { number: 1, name, steps };
            prop_assert!(own.steps.len() <= 40);
            prop_assert!(own.portions().iter().all(|it| !it.dose.worked().is_zero()));
        }
    }

    #[test]
    fn no_damaged_link_or_file_does_harm(at in 0..400_usize, letter in any::<char>()) {
        let damaged = |text: &str| {
            let place = at % text.chars().count();
            text.chars().enumerate().map(|(i, it)| if i == place { letter } else { it }).collect()
        };
        let (link, file): (String, String) = (damaged(LINK_2), damaged(FILE));
        let told = |linked: Linked| {
            let own = linked.steps.iter().filter(|step| step.movement.get() >= 10_000);
            own.clone().all(|step| linked.movements.iter().any(|it| it.number == step.movement))
        };
        prop_assert!(read_link(&link).map_or(true, told), "{link}");
        prop_assert!(read_file(&file).map_or(true, told), "{file}");
    }

    #[test]
    fn no_file_of_a_routine_does_harm(text in any::<String>()) {
        let _ = read_file(&text);
    }

    #[test]
    fn no_file_of_routines_does_harm(text in any::<String>()) {
        let _ = read_owns(Some(&text));
    }

    #[test]
    fn no_damaged_file_of_routines_does_harm(at in 0..100_usize, letter in any::<char>()) {
        let mut letters: Vec<_> = OWNS.chars().collect();
        if let Some(it) = letters.get_mut(at) {
            *it = letter;
        }
        let _ = read_owns(Some(&letters.into_iter().collect::<String>()));
    }
}
