//! The words of the safety check: its questions, read from JSON under their ids, and what is said around
//! them.

use time::Date;

use crate::domain::reading::{Problem, Problems, Reader};
use crate::domain::screening::{Screening, Urgency, Why};

/// What is said around the questions.
pub struct Check {
    pub name: &'static str,
    pub lead: fn(Why) -> &'static str,
    pub private: &'static str,
    pub step_of: fn(usize, usize) -> String,
    pub no: &'static str,
    pub yes: &'static str,
    pub which: &'static str,
    pub next: &'static str,
    pub none_after_all: &'static str,
    pub go_now: &'static str,
    pub go_now_hint: &'static str,
    pub weak_alone: &'static str,
    pub seen: &'static str,
    pub talk_first: &'static str,
    pub talk_first_hint: &'static str,
    pub urgency: fn(Urgency) -> &'static str,
    pub clinician_agreed: &'static str,
    pub ask_again_later: &'static str,
    pub good_to_go: &'static str,
    pub good_to_go_hint: &'static str,
    pub worth_a_talk: &'static str,
    pub advice: fn(&str) -> &'static str,
    pub changes: &'static str,
    pub left_out: fn(usize) -> String,
    pub changed: fn(usize) -> String,
    pub ask_first: &'static str,
    pub ask_agreed: &'static str,
    pub start: fn(&str) -> String,
    pub home: &'static str,
    pub answers: &'static str,
    pub nothing_ticked: &'static str,
    pub agreed_on: fn(Date) -> String,
    pub given_on: fn(Date) -> String,
    pub again: &'static str,
    pub print: &'static str,
    pub note_title: &'static str,
    pub note_lead: &'static str,
    pub note_questions: &'static [&'static str],
    pub note_signature: &'static str,
    pub sources: &'static str,
    /// Of the questions that have none.
    pub no_sources: &'static str,
    pub closed: fn(bool) -> &'static str,
    pub closed_hint: fn(bool) -> &'static str,
    pub to_outcome: &'static str,
    pub for_you: &'static str,
    pub not_for_you: &'static str,
    pub ask_before: &'static str,
    pub with_care: &'static str,
    pub change_it: &'static str,
    pub instead_of: fn(&str) -> String,
    pub fitted: &'static str,
    pub dropped: fn(&str) -> String,
    pub gentle: &'static str,
}

/// The questions in one language.
pub struct CheckTexts {
    pages: Vec<(&'static str, &'static str)>,
    questions: Vec<(&'static str, &'static str)>,
}

impl CheckTexts {
    /// The texts that this build carries.
    ///
    /// # Panics
    /// Never in a build that passed its tests: they read this same text.
    #[must_use]
    pub fn shipped() -> Self {
        let Ok(texts) = Self::read(super::en::SCREENING) else {
            panic!("the shipped questions passed their tests");
        };
        texts
    }

    /// # Errors
    /// Every problem found.
    pub fn read(text: &'static str) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let reader = Reader::for_good("screening", text, &problems).only(&["pages", "questions"]);
        let texts = Self {
            pages: reader.field("pages").named_texts(),
            questions: reader.field("questions").named_texts(),
        };
        problems.verdict(texts)
    }

    /// What a page asks; a test rules out that there is nothing.
    #[must_use]
    pub fn page(&self, id: &str) -> &'static str {
        find(&self.pages, id).unwrap_or_default()
    }

    /// What is so with whoever ticks it.
    #[must_use]
    pub fn question(&self, id: &str) -> &'static str {
        find(&self.questions, id).unwrap_or_default()
    }

    /// The ids of `screening` that have no text here.
    #[must_use]
    pub fn missing(&self, screening: &Screening) -> Vec<&'static str> {
        let pages = screening.pages.iter().map(|it| (it.id, self.page(it.id)));
        let questions = screening.questions.iter().map(|it| (it.id, self.question(it.id)));
        pages.chain(questions).filter(|(_, text)| text.is_empty()).map(|(id, _)| id).collect()
    }
}

fn find(texts: &[(&'static str, &'static str)], id: &str) -> Option<&'static str> {
    texts.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}
