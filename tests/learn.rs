//! What there is to read is short, leads on, and says nothing about health without a source.

mod common;

use common::catalogue;
use limber::domain::catalogue::Structure;
use limber::words::{Known, LearnPage, LearnTexts, Part, Piece, pieces};

const SHIPPED: &str = include_str!("../src/words/en/learn.json");
/// As many words as one reads in a minute.
const MOST_WORDS: usize = 250;

fn shipped() -> LearnTexts {
    LearnTexts::read(SHIPPED).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// What a page claims of health, with how well it is known.
fn claims(page: &LearnPage) -> impl Iterator<Item = &Known> {
    page.parts.iter().filter_map(|part| match part {
        Part::Claim(_, known) => Some(known),
        Part::Question { known, .. } => known.as_ref(),
        _ => None,
    })
}

fn terms(page: &LearnPage) -> Vec<&'static str> {
    let pieces = page.sentences().into_iter().flat_map(pieces);
    let id = |piece| match piece {
        Piece::Term { id, .. } => Some(id),
        Piece::Plain(_) => None,
    };
    pieces.filter_map(id).collect()
}

#[test]
fn every_page_is_read_in_a_minute() {
    for (id, page) in &shipped().pages {
        let words: usize =
            page.sentences().iter().map(|text| text.split_whitespace().count()).sum();
        assert!((40..=MOST_WORDS).contains(&words), "{id} has {words} words");
    }
}

#[test]
fn no_claim_is_without_a_source_that_exists() {
    let texts = shipped();
    let all: Vec<_> =
        texts.pages.iter().flat_map(|(id, page)| claims(page).map(move |it| (id, it))).collect();
    assert!(all.len() > 80, "the pages say what is known");
    for (page, known) in all {
        assert!(!known.sources.is_empty(), "{page} claims something without a source");
        for id in &known.sources {
            let is_there = catalogue().reference(id).is_some() || texts.reference(id).is_some();
            assert!(is_there, "{page} names a source that is not there: {id}");
        }
    }
}

#[test]
fn every_source_stands_in_one_list_alone() {
    let texts = shipped();
    for reference in &texts.references {
        assert!(catalogue().reference(reference.id).is_none(), "{} stands twice", reference.id);
        assert!(
            texts.link(reference).is_none_or(|link| link.starts_with("https://")),
            "{} leads elsewhere",
            reference.id
        );
    }
    assert!(catalogue().references.iter().any(|it| texts.link(it).is_some()));
}

#[test]
fn every_page_leads_on_to_what_exists() {
    let texts = shipped();
    let structures = Structure::shipped(catalogue());
    let exists = |address: &str| match address.split_once('/') {
        Some(("movements", id)) => catalogue().movement_called(id).is_some(),
        Some(("routines", id)) => catalogue().routine(id).is_some(),
        Some(("muscles", id)) => structures.iter().any(|it| it.id == id),
        Some(("learn", id)) => texts.page(id).is_some(),
        Some(_) => false,
        None => {
            let places =
                ["safety", "check", "breaks", "settings", "breathe", "progress", "made", "muscles"];
            places.contains(&address)
        }
    };
    for (id, page) in &texts.pages {
        assert!(exists(page.picture), "{id} shows {}", page.picture);
        assert!(!page.next.is_empty(), "{id} leads nowhere");
        for (address, _) in &page.next {
            assert!(exists(address), "{id} leads to {address}");
        }
    }
}

#[test]
fn every_marked_word_is_explained_and_every_explained_one_is_used() {
    let texts = shipped();
    let used: Vec<_> = texts.pages.iter().flat_map(|(_, page)| terms(page)).collect();
    for id in &used {
        assert!(texts.term(id).is_some(), "{id} is not explained");
    }
    for (id, _) in &texts.glossary {
        assert!(used.contains(id), "{id} is explained and stands nowhere");
    }
}

#[test]
fn a_page_marks_a_word_once() {
    for (page, it) in &shipped().pages {
        let mut terms = terms(it);
        terms.sort_unstable();
        let count = terms.len();
        terms.dedup();
        assert_eq!(terms.len(), count, "{page} explains a word twice");
    }
}

#[test]
fn a_part_that_is_none_and_a_claim_without_a_source_are_refused() {
    let text = r#"{"pages":{"a":{"title":"A","group":"back","lead":"B","picture":"c","next":[["d"]],
        "parts":[{"claim":"x","evidence":"low","refs":[]},{"song":"y"},{"text":"z","list":[]}]}},
        "glossary":{},"references":[],"links":{}}"#;
    let Err(problems) = LearnTexts::read(text) else { panic!("it was read") };
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "learn / pages / a / parts / 1: a source is missing",
            "learn / pages / a / parts / 2: what it is is missing",
            "learn / pages / a / parts / 3: \"list\" is not known here",
            "learn / pages / a / next / 1: a way on has 1 fields, not 2",
        ]
    );
}
