//! What there is to read: short pages, the words in them that want an explanation, and the sources. It comes in
//! a file of its own, when someone first looks.
//!
//! In its texts `[sacrum]` marks a word of the glossary, and `[nerve root|nerve-root]` one that is written
//! otherwise than its id.

use crate::domain::catalogue::{Evidence, Reference};
use crate::domain::reading::{Fault, Problem, Problems, Reader};

/// What is said around the pages.
pub struct Learn {
    pub hint: &'static str,
    pub group: fn(Group) -> &'static str,
    pub loading: &'static str,
    pub failed: &'static str,
    pub again: &'static str,
    pub no_page: &'static str,
    pub glossary: &'static str,
    pub glossary_hint: &'static str,
    pub sources: &'static str,
    pub sources_hint: &'static str,
    pub then: &'static str,
    pub read_on: fn(&str) -> String,
    pub all: &'static str,
    pub found: &'static str,
}

/// Pages that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Back,
    Stretching,
    Help,
}

impl Group {
    pub const ALL: [Self; 3] = [Self::Back, Self::Stretching, Self::Help];
}

pub struct LearnTexts {
    /// By their ids, in the order of reading.
    pub pages: Vec<(&'static str, LearnPage)>,
    /// By their ids.
    pub glossary: Vec<(&'static str, Term)>,
    /// Those that the catalogue does not have.
    pub references: Vec<Reference>,
    /// Addresses of those that it has, by their ids.
    links: Vec<(&'static str, &'static str)>,
}

pub struct LearnPage {
    pub title: &'static str,
    pub group: Group,
    /// What it comes to, in a sentence.
    pub lead: &'static str,
    /// The address of what its picture shows: a movement, or a structure of the body.
    pub picture: &'static str,
    pub parts: Vec<Part>,
    /// Addresses of what follows from it, each with what a link there says.
    pub next: Vec<(&'static str, &'static str)>,
}

pub enum Part {
    Heading(&'static str),
    Text(&'static str),
    List(Vec<&'static str>),
    /// Things to tick off.
    Checklist(Vec<&'static str>),
    /// The first of its rows is the head.
    Table(Vec<Row>),
    Claim(&'static str, Known),
    Question {
        question: &'static str,
        answer: &'static str,
        known: Option<Known>,
    },
}

/// A row of a table, which may say something that wants a source.
pub struct Row {
    pub cells: Vec<&'static str>,
    pub known: Option<Known>,
}

/// How well something is known, and who says so.
pub struct Known {
    pub evidence: Evidence,
    pub sources: Vec<&'static str>,
}

pub struct Term {
    pub word: &'static str,
    pub meaning: &'static str,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Plain(&'a str),
    /// A word of the glossary, by its id.
    Term {
        shown: &'a str,
        id: &'a str,
    },
}

impl LearnTexts {
    /// # Errors
    /// Every problem found.
    pub fn read(text: &'static str) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let texts = Self::read_with(&Reader::for_good("learn", text, &problems));
        problems.verdict(texts)
    }

    fn read_with(reader: &Reader<'static, '_>) -> Self {
        let reader = reader.only(&["pages", "glossary", "references", "links"]);
        Self {
            pages: reader.field("pages").entries(page),
            glossary: reader.field("glossary").entries(term),
            references: reader.field("references").each(Reference::read),
            links: reader.field("links").named_texts(),
        }
    }

    #[must_use]
    pub fn page(&self, id: &str) -> Option<&LearnPage> {
        self.pages.iter().find(|(known, _)| *known == id).map(|(_, page)| page)
    }

    /// The page that comes after the one with this id.
    #[must_use]
    pub fn after(&self, id: &str) -> Option<&(&'static str, LearnPage)> {
        let place = self.pages.iter().position(|(known, _)| *known == id)?;
        self.pages.get(place + 1)
    }

    #[must_use]
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.glossary.iter().find(|(known, _)| *known == id).map(|(_, term)| term)
    }

    #[must_use]
    pub fn reference(&self, id: &str) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.id == id)
    }

    /// Where `reference` is found on the web, if it is known.
    #[must_use]
    pub fn link(&self, reference: &Reference) -> Option<&'static str> {
        let link = self.links.iter().find(|(id, _)| *id == reference.id);
        reference.link.or_else(|| link.map(|(_, link)| *link))
    }
}

impl LearnPage {
    /// Every sentence in it, as it is written.
    #[must_use]
    pub fn sentences(&self) -> Vec<&'static str> {
        let mut all = vec![self.title, self.lead];
        for part in &self.parts {
            match part {
                Part::Heading(text) | Part::Text(text) | Part::Claim(text, _) => all.push(text),
                Part::List(items) | Part::Checklist(items) => all.extend(items),
                Part::Table(rows) => all.extend(rows.iter().flat_map(|row| &row.cells)),
                Part::Question { question, answer, .. } => all.extend([question, answer]),
            }
        }
        all
    }
}

/// `text` with its marked words apart. What is no mark stays as it is.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut rest = text;
    while let Some((before, mark, after)) = next_mark(rest) {
        if !before.is_empty() {
            pieces.push(Piece::Plain(before));
        }
        let (shown, id) = mark.split_once('|').unwrap_or((mark, mark));
        pieces.push(Piece::Term { shown, id });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Plain(rest));
    }
    pieces
}

fn next_mark(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('[')?;
    let (mark, after) = rest.split_once(']')?;
    Some((before, mark, after))
}

fn page(reader: &Reader<'static, '_>) -> LearnPage {
    let reader = reader.only(&["title", "group", "lead", "picture", "parts", "next"]);
    let groups = [("back", Group::Back), ("stretching", Group::Stretching), ("help", Group::Help)];
    LearnPage {
        title: reader.text_of("title"),
        group: reader.field("group").one_of(&groups),
        lead: reader.text_of("lead"),
        picture: reader.text_of("picture"),
        parts: reader.field("parts").each(part).into_iter().flatten().collect(),
        next: reader.field("next").each(way_on),
    }
}

fn way_on(reader: &Reader<'static, '_>) -> (&'static str, &'static str) {
    let fault = |found| Fault::Rule(format!("a way on has {found} fields, not 2"));
    let reader = reader.row(2..=2, fault);
    (reader.entry(0).text(), reader.entry(1).text())
}

fn term(reader: &Reader<'static, '_>) -> Term {
    let reader = reader.only(&["word", "meaning"]);
    Term { word: reader.text_of("word"), meaning: reader.text_of("meaning") }
}

/// A part says by its one field what it is.
fn part(reader: &Reader<'static, '_>) -> Option<Part> {
    let there = |name| reader.optional(name).there().is_some();
    let text = |name| reader.only(&[name]).text_of(name);
    Some(if there("claim") {
        let reader = reader.only(&["claim", "evidence", "refs"]);
        Part::Claim(reader.text_of("claim"), known(&reader))
    } else if there("question") {
        let reader = reader.only(&["question", "answer", "evidence", "refs"]);
        let is_known = reader.optional("evidence").there().is_some();
        let known = is_known.then(|| known(&reader));
        let (question, answer) = (reader.text_of("question"), reader.text_of("answer"));
        Part::Question { question, answer, known }
    } else if there("heading") {
        Part::Heading(text("heading"))
    } else if there("text") {
        Part::Text(text("text"))
    } else if there("list") {
        Part::List(reader.only(&["list"]).field("list").texts())
    } else if there("checklist") {
        Part::Checklist(reader.only(&["checklist"]).field("checklist").texts())
    } else if there("table") {
        Part::Table(reader.only(&["table"]).field("table").each(row))
    } else {
        reader.fail(Fault::Missing("what it is"));
        return None;
    })
}

/// Its cells, or a group of fields that says how well they are known.
fn row(reader: &Reader<'static, '_>) -> Row {
    if reader.peek("evidence").is_none() {
        return Row { cells: reader.texts(), known: None };
    }
    let reader = reader.only(&["cells", "evidence", "refs"]);
    Row { cells: reader.field("cells").texts(), known: Some(known(&reader)) }
}

fn known(reader: &Reader<'static, '_>) -> Known {
    let sources = reader.field("refs");
    if sources.is_empty() {
        reader.fail(Fault::Missing("a source"));
    }
    Known { evidence: reader.field("evidence").one_of(&Evidence::NAMES), sources: sources.texts() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_words_stand_apart() {
        let term = |shown, id| Piece::Term { shown, id };
        assert_eq!(
            pieces("From the [sacrum] to a [nerve root|nerve-root]."),
            [
                Piece::Plain("From the "),
                term("sacrum", "sacrum"),
                Piece::Plain(" to a "),
                term("nerve root", "nerve-root"),
                Piece::Plain("."),
            ]
        );
        assert_eq!(pieces("a ] b [ c"), [Piece::Plain("a ] b [ c")]);
        assert_eq!(pieces(""), []);
    }
}
