//! Whatever arrives in an address or a file, arbitrary bytes or damaged ones of ours, is a whole value or is
//! refused in a sentence. Nothing of it is ever done halfway.

mod common;

use common::{catalogue, recipe};
use limber::app::route::Route;
use limber::domain::catalogue::{Level, MovementNumber};
use limber::domain::own::{
    FIRST_OWN, How, Linked, Name, Own, OwnMovement, OwnStep, Owns, read_file, read_link, read_owns,
    write_file, write_link, write_owns,
};
use limber::domain::plan::{Plan, Recipe};
use limber::domain::stored::Stored;
use limber::words::words;
use proptest::prelude::*;
use proptest::sample::select;

const FILE: &str = include_str!("stored/v1/limber-routine.json");
const OWNS: &str = include_str!("stored/v2/routines.json");
const LINKS: [&str; 3] = [
    "1/Morning%2C%20R%C3%BCcken/3h30.2.1.5_14r8.4.1.2.5_6t60",
    "2/From%20the%20clinic/6t60_10007r8.5.0.2.10/10007r8.5.0.2.10/s10/Heel%20slide/Lie%20down.",
    "2/a/10000t60_10001h20.2.1.5l/10000t60/b0/b/c/10001h20.2.1.5/s1/d/e%0Af",
];
const ADDRESSES: [&str; 8] = [
    "#/routines/article-five",
    "#/own/12/change",
    "#/movements/own-10007/change",
    "#/movements/for/gluteus-medius",
    "#/learn/page/sitting",
    "#/shared/1/a/6t60",
    "#/check/3",
    "#/session/done",
];

/// As a browser hands on bytes that are no text.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What holds of all that was let in: it can be kept, sent on, and done.
fn is_whole(linked: Linked) -> Result<(), TestCaseError> {
    prop_assert!((1..=40).contains(&linked.steps.len()) && linked.movements.len() <= 40);
    prop_assert!((1..=60).contains(&linked.name.as_str().chars().count()));
    let told = |it: &OwnStep| linked.movements.iter().any(|own| own.number == it.movement);
    let own = linked.steps.iter().filter(|it| it.movement.get() >= FIRST_OWN);
    prop_assert!(own.clone().all(told), "a movement of which nothing is told");
    prop_assert_eq!(read_file(&write_file(&linked)), Ok(linked.clone()));
    let sent = read_link(&write_link(&linked.name, &linked.steps, &linked.movements));
    let sent = sent.map(|it| (it.name, it.steps));
    prop_assert_eq!(sent, Ok((linked.name.clone(), linked.steps.clone())));
    let Linked { name, steps, movements } = Owns::default().welcome(linked);
    let mut owns = Owns { movements, ..Owns::default() };
    let number = owns.add(name, steps);
    prop_assert_eq!(read_owns(Some(&write_owns(&owns))), Stored::Read(owns.clone()));
    let portions = owns.get(number).map(Own::portions);
    let entries = owns.movements.iter().map(|it| it.entry("own", catalogue()));
    let catalogue = catalogue().with(entries);
    let recipe = Recipe { portions, ..recipe("article-five") };
    // What nobody has a movement for is left out, and may be all of it.
    let is_known = owns.all[0].steps.iter().any(|it| catalogue.movement(it.movement).is_some());
    prop_assert_eq!(Plan::build(&catalogue, &recipe).is_ok(), is_known);
    Ok(())
}

fn no_link_does_harm(link: &str) -> Result<(), TestCaseError> {
    match read_link(link) {
        Ok(linked) => is_whole(linked),
        Err(error) => {
            let told = (words().own.link_error)(&error);
            prop_assert!(told.len() > 10 && told.ends_with('.'), "{:?}: {}", error, told);
            Ok(())
        }
    }
}

fn no_file_does_harm(file: &str) -> Result<(), TestCaseError> {
    match read_file(file) {
        // A file without a step is one of a routine that is still empty.
        Ok(linked) if linked.steps.is_empty() => Ok(()),
        Ok(linked) => is_whole(linked),
        Err(error) => {
            let told = (words().own.file_error)(&error);
            prop_assert!(told.len() > 10, "{:?}: {}", error, told);
            Ok(())
        }
    }
}

/// An address leads to a page that has this very address, or nowhere.
fn no_address_does_harm(hash: &str) -> Result<(), TestCaseError> {
    if let Ok(route) = hash.parse::<Route>() {
        prop_assert_eq!(route.to_string().parse(), Ok(route));
    }
    Ok(())
}

/// One thing done to bytes, somewhere.
#[derive(Clone, Debug)]
enum Edit {
    Replace(u8),
    Insert(Vec<u8>),
    Remove(usize),
    Repeat(usize),
    Swap(usize),
    CutOff,
}

fn edits() -> impl Strategy<Value = Vec<(usize, Edit)>> {
    let bytes = || prop_oneof![any::<u8>(), select(b"0123456789./_-%lrsbhtn#\"[]{},:\\ ".to_vec())];
    let edit = prop_oneof![
        6 => bytes().prop_map(Edit::Replace),
        4 => prop::collection::vec(bytes(), 1..8).prop_map(Edit::Insert),
        3 => (1..6_usize).prop_map(Edit::Remove),
        2 => (1..60_usize).prop_map(Edit::Repeat),
        2 => (0..1000_usize).prop_map(Edit::Swap),
        1 => Just(Edit::CutOff),
    ];
    prop::collection::vec((0..1000_usize, edit), 1..9)
}

fn damaged(text: &str, edits: &[(usize, Edit)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, edit) in edits {
        let at = at % (bytes.len() + 1);
        let end = |count: usize| (at + count).min(bytes.len());
        match edit {
            Edit::Replace(_) | Edit::Swap(_) if at == bytes.len() => {}
            Edit::Replace(byte) => bytes[at] = *byte,
            Edit::Swap(with) => {
                let with = with % bytes.len();
                bytes.swap(at, with);
            }
            Edit::Insert(more) => drop(bytes.splice(at..at, more.iter().copied())),
            Edit::Remove(count) => drop(bytes.drain(at..end(*count))),
            Edit::Repeat(count) => {
                let again = bytes[at..end(*count)].to_vec();
                drop(bytes.splice(at..at, again));
            }
            Edit::CutOff => bytes.truncate(at),
        }
    }
    bytes
}

fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..300)
}

/// Of our movements and own ones, with all that they can be.
fn any_linked() -> impl Strategy<Value = Linked> {
    let name = || ".{1,30}".prop_filter_map("a name", |it| Name::parse(&it).ok());
    let how = ".{0,60}".prop_filter_map("a text", |it| How::parse(&it).ok());
    let step = (select(catalogue().movements.clone()), select(Level::ALL.to_vec()), -9..9_i32);
    let step = step.prop_map(|(it, level, more)| OwnStep::of(it, level).with(more));
    let own = (name(), how, any::<bool>(), -9..9_i32).prop_map(|(name, how, sided, more)| {
        let movement = OwnMovement::new(MovementNumber::new(FIRST_OWN), name);
        let movement = OwnMovement { how, sided, ..movement };
        if more > 0 { movement.with_other_work() } else { movement }
    });
    let steps = prop::collection::vec(step, 1..12);
    (name(), steps, prop::collection::vec(own, 0..4)).prop_map(
        |(name, mut steps, mut movements)| {
            for (at, own) in (FIRST_OWN..).zip(&mut movements) {
                own.number = MovementNumber::new(at);
                steps.push(own.step());
            }
            Linked { name, steps, movements }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn arbitrary_bytes_as_a_link_do_no_harm(bytes in any_bytes()) {
        let text = text(&bytes);
        for version in ["", "1/", "2/", "1/a/", "2/a/6t60/", "3/"] {
            no_link_does_harm(&format!("{version}{text}"))?;
        }
    }

    #[test]
    fn damaged_links_do_no_harm(link in select(LINKS.to_vec()), edits in edits()) {
        no_link_does_harm(&text(&damaged(link, &edits)))?;
    }

    #[test]
    fn any_routine_arrives_as_it_was_and_no_damage_to_it_does_harm(
        linked in any_linked(), edits in edits(),
    ) {
        let link = write_link(&linked.name, &linked.steps, &linked.movements);
        let file = write_file(&linked);
        prop_assert_eq!(read_link(&link), Ok(linked.clone()));
        prop_assert_eq!(read_file(&file), Ok(linked.clone()));
        is_whole(linked)?;
        no_link_does_harm(&text(&damaged(&link, &edits)))?;
        no_file_does_harm(&text(&damaged(&file, &edits)))?;
    }

    #[test]
    fn arbitrary_bytes_as_a_file_do_no_harm(bytes in any_bytes()) {
        let text = text(&bytes);
        no_file_does_harm(&text)?;
        no_file_does_harm(&format!("{{\"app\":\"limber-routine\",\"v\":1,{text}"))?;
        let _ = read_owns(Some(&text));
    }

    #[test]
    fn damaged_files_do_no_harm(edits in edits()) {
        no_file_does_harm(&text(&damaged(FILE, &edits)))?;
        if let Stored::Unreadable(problems) = read_owns(Some(&text(&damaged(OWNS, &edits)))) {
            prop_assert!(problems.iter().all(|it| !it.to_string().is_empty()));
        }
    }

    #[test]
    fn arbitrary_bytes_as_an_address_do_no_harm(bytes in any_bytes()) {
        let text = text(&bytes);
        for begin in ["", "#/", "#/shared/", "#/own/", "#/learn/page/", "#/movements/", "#/check/"] {
            no_address_does_harm(&format!("{begin}{text}"))?;
        }
    }

    #[test]
    fn damaged_addresses_do_no_harm(hash in select(ADDRESSES.to_vec()), edits in edits()) {
        no_address_does_harm(&text(&damaged(hash, &edits)))?;
    }
}

#[test]
fn nobody_sends_more_movements_than_a_routine_holds() {
    let movement = "/10000t60/s0/b/c";
    let link = |count| format!("2/a/6t60{}", movement.repeat(count));
    assert!(read_link(&link(40)).is_ok());
    let error = read_link(&link(41)).expect_err("it was read");
    assert_eq!(error.to_string(), "41 movements are more than 40");
    let mut linked = read_link(&link(40)).expect("a routine");
    linked.movements.push(linked.movements[0].clone());
    let error = read_file(&write_file(&linked)).expect_err("it was read");
    assert_eq!(error.to_string(), "routine: 41 own movements are more than 40");
}

#[test]
fn what_a_person_has_is_read_however_much_it_is() {
    let name = Name::parse("a").expect("a name");
    let movement = |at| OwnMovement::new(MovementNumber::new(FIRST_OWN + at), name.clone());
    let owns = Owns { movements: (0..140).map(movement).collect(), ..Owns::default() };
    assert_eq!(read_owns(Some(&write_owns(&owns))), Stored::Read(owns));
}
