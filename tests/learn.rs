//! What there is to read is short, leads on, and says nothing about health without a source.

mod common;

use common::catalogue;
use limber::domain::catalogue::Structure;
use limber::words::{Known, LearnPage, LearnTexts, Part, Piece, pieces};

const SHIPPED: &str = include_str!("../src/words/en/learn.json");
/// Pages on which one does something.
const ACTIONS: [&str; 6] = ["check", "breaks", "settings", "breathe", "progress/tests", "made"];
/// As many words as one reads in a minute.
const MOST_WORDS: usize = 250;

fn shipped() -> LearnTexts {
    LearnTexts::read(SHIPPED).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// What speaks of evidence, by how its words begin.
const OF_EVIDENCE: [&str; 22] = [
    "show", "proof", "prove", "trial", "stud", "review", "link", "cause", "evidence", "risk",
    "found", "likely", "unlikely", "probabl", "prevent", "known", "often", "seldom", "rare",
    "common", "usually", "weaker",
];

/// What says so and claims nothing of health all the same, by how it begins: what to do and for how long, when to
/// ask for help, how Limber goes about it, and what we ourselves looked for.
const NO_CLAIMS: [&str; 25] = [
    "Nobody can promise you",
    "Quadratus lumborum, deep in the waist",
    "Change your position often",
    "The [piriformis] runs from",
    "Hold for 15 to 30 seconds.",
    "0 to 2 / Comfortable",
    "3 to 5 / Right, if",
    "Above 5 / Too much",
    "Beginner / 15 to 20 seconds",
    "Intermediate / 30 seconds",
    "Advanced / 45 seconds",
    "The article says daily",
    "After at least 3 sessions",
    "After fewer than 3 sessions",
    "When pain rose by 2 points",
    "When pain spreads further",
    "Every 30 to 60 minutes",
    "If mornings are your sore time",
    "Compare averages over seven days",
    "Sit to stand: how often",
    "Pain, numbness or weakness in both legs",
    "New pain after a small fall",
    "In an emergency: your local number",
    "Any surgery on spine",
    "Stretch 4 names the quadratus",
];

/// What a page claims of health, with how well it is known.
fn claims(page: &LearnPage) -> Vec<&Known> {
    page.parts.iter().flat_map(claims_of).collect()
}

fn claims_of(part: &Part) -> Vec<&Known> {
    match part {
        Part::Claim(_, known) => vec![known],
        Part::Question { known, .. } => known.iter().collect(),
        Part::Table(rows) => rows.iter().filter_map(|row| row.known.as_ref()).collect(),
        Part::Heading(_) | Part::Text(_) | Part::List(_) | Part::Checklist(_) => vec![],
    }
}

/// What a page says without a source: its texts, the entries of its lists, the rows of its tables, its answers.
fn unsourced(page: &LearnPage) -> Vec<String> {
    let of_part = |part: &Part| -> Vec<String> {
        match part {
            Part::Text(text) | Part::Question { answer: text, known: None, .. } => {
                vec![(*text).to_owned()]
            }
            Part::List(items) | Part::Checklist(items) => {
                items.iter().map(|it| (*it).to_owned()).collect()
            }
            Part::Table(rows) => {
                let rows = rows.iter().skip(1).filter(|row| row.known.is_none());
                rows.map(|row| row.cells.join(" / ")).collect()
            }
            Part::Heading(_) | Part::Claim(..) | Part::Question { known: Some(_), .. } => vec![],
        }
    };
    page.parts.iter().flat_map(of_part).collect()
}

/// Whether a text holds a number, or words that speak of evidence.
fn speaks_of_evidence(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|it: char| !it.is_alphanumeric());
    text.contains(|it: char| it.is_ascii_digit() || it == '%')
        || ["most people", "many people"].iter().any(|it| text.contains(it))
        || words.any(|word| OF_EVIDENCE.iter().any(|it| word.starts_with(it)))
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
    let all: Vec<_> = texts
        .pages
        .iter()
        .flat_map(|(id, page)| claims(page).into_iter().map(move |it| (id, it)))
        .collect();
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
fn what_speaks_of_evidence_is_a_claim() {
    let texts = shipped();
    let mut used = vec![];
    // What the words of evidence mean is told in words of evidence.
    for (id, page) in texts.pages.iter().filter(|(id, _)| *id != "how-sure") {
        for text in unsourced(page).iter().filter(|text| speaks_of_evidence(text)) {
            let known = NO_CLAIMS.iter().find(|it| text.starts_with(**it));
            used.push(*known.unwrap_or_else(|| panic!("{id} has no source for: {text}")));
        }
        // A lead is what the claims below it come to.
        let is_sourced = !claims(page).is_empty();
        assert!(is_sourced || !speaks_of_evidence(page.lead), "{id}: {}", page.lead);
    }
    for it in NO_CLAIMS {
        assert!(used.contains(&it), "not said any more: {it}");
    }
}

#[test]
fn a_made_up_fact_is_told_from_advice() {
    for fact in [
        "That stretching keeps pain from coming back has not been shown.",
        "Stretching halves pain in 9 of 10 people.",
        "Pain is often a sign of weakness.",
        "For many people it eases stiffness.",
    ] {
        assert!(speaks_of_evidence(fact), "{fact}");
    }
    assert!(!speaks_of_evidence("Breathe deeply and without haste."));
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

/// The names by which a source is found on the web, which its link must hold.
fn names(identifier: &str) -> Vec<&str> {
    let all = identifier.split("; ").filter(|it| !it.starts_with("ISBN"));
    all.filter_map(|it| it.rsplit(' ').next()).collect()
}

#[test]
fn every_source_that_has_a_name_on_the_web_has_a_link_there() {
    let texts = shipped();
    for reference in catalogue().references.iter().chain(&texts.references) {
        let link = texts.link(reference);
        let Some(identifier) = reference.identifier else {
            assert_eq!(link, None, "{} leads to what nobody has named", reference.id);
            continue;
        };
        let link = link.unwrap_or_else(|| panic!("{} has no link", reference.id));
        let is_named = names(identifier).into_iter().any(|name| link.contains(name));
        assert!(is_named, "{}: {link} is not {identifier}", reference.id);
    }
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
        Some(_) => address == "progress/tests",
        None => ACTIONS.contains(&address) || ["safety", "progress", "muscles"].contains(&address),
    };
    for (id, page) in &texts.pages {
        assert!(exists(page.picture), "{id} shows {}", page.picture);
        let is_to_do = |address: &str| {
            let is_in = |it: &str| address.starts_with(it);
            ACTIONS.contains(&address) || ["movements/", "routines/"].into_iter().any(is_in)
        };
        assert!(page.next.iter().any(|(it, _)| is_to_do(it)), "{id} leads to nothing to do");
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
