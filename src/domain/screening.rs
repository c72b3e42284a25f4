//! Screening: what a person is asked before a first session, and what their answers mean.
//!
//! The questions are data, each with its tier and the sources of it. Serious causes are rare and most single
//! signs say little (Henschke 2009, Finucane 2020), so a few signs keep sessions closed, some ask for a
//! clinician first, and the rest only change what is offered.

mod gate;
mod stored;

pub use gate::{Gate, Since, Why, gate};
pub use stored::{read_answers, read_given, write_answers};

use std::borrow::Cow;
use std::ops::Range;

use time::OffsetDateTime;

use super::catalogue::Catalogue;
use super::reading::{Fault, Problem, Problems, Reader};

const QUESTIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/domain/screening/questions.json"));

/// No set of questions is larger.
const MOST: usize = 64;

/// Everything that is asked, in the order of asking.
#[derive(Clone, Debug)]
pub struct Screening {
    pub questions: Vec<Question>,
    pub pages: Vec<Page>,
}

/// Questions that are asked together: whether any of them holds, and if so, which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub id: &'static str,
    /// Places among the questions.
    pub questions: Range<usize>,
}

/// One thing that is so with a person or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Under which an answer is kept. Once shipped it never changes.
    pub id: &'static str,
    pub tier: Tier,
    /// Whether a clinician's word changes what it means.
    pub is_agreeable: bool,
    /// Whether only gentle routines suit while it holds.
    pub is_gentle: bool,
    /// The cautions of movements that it is about.
    pub tags: Vec<&'static str>,
    /// The references that it rests on.
    pub sources: Vec<&'static str>,
}

/// What follows from a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Help at once, and no session until the person has been seen.
    Emergency,
    /// A clinician first, and no session until then.
    First(Urgency),
    /// Worth a conversation, and no reason to stop moving.
    Talk,
    /// Changes what is offered.
    Care,
}

/// When to talk to someone, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    SameDay,
    WithinDays,
    /// The team that operated.
    Team,
    /// A parent and a clinician, without haste.
    Ask,
}

/// A set of questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u64);

impl Marks {
    /// The places of the questions in it, in the order of asking.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..MOST).filter(move |place| self.has(*place))
    }

    #[must_use]
    pub const fn has(self, place: usize) -> bool {
        place < MOST && self.0 & (1 << place) != 0
    }

    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// With the question at `place`, or without it.
    #[must_use]
    pub const fn with(self, place: usize, is_in: bool) -> Self {
        let mark = if place < MOST { 1 << place } else { 0 };
        Self(if is_in { self.0 | mark } else { self.0 & !mark })
    }

    /// Without those of `others`.
    #[must_use]
    pub const fn but(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }
}

impl FromIterator<usize> for Marks {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        places.into_iter().fold(Self::default(), |marks, place| marks.with(place, true))
    }
}

/// What a person has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// When they last went through the questions.
    pub given: OffsetDateTime,
    /// What is so with them.
    pub yes: Marks,
    /// How many pages were asked: an emergency is said at once, and the rest comes later.
    pub asked: usize,
    /// Of what a clinician has seen them and said that gentle exercise is fine, and when they said so here.
    pub agreed: Vec<Agreement>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The place of the question.
    pub question: usize,
    pub told: OffsetDateTime,
}

impl Answers {
    #[must_use]
    pub fn agreed(&self) -> Marks {
        self.agreed.iter().map(|it| it.question).collect()
    }

    /// With a clinician's word about `question`, told at `told`.
    #[must_use]
    pub fn with_agreement(mut self, question: usize, told: OffsetDateTime) -> Self {
        self.agreed.retain(|it| it.question != question);
        self.agreed.push(Agreement { question, told });
        self
    }
}

/// What the answers mean for sessions: just one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// No session: these want help now.
    Emergency(Marks),
    /// No session: a clinician is to be asked about these first.
    First(Marks),
    /// Sessions, with care. These are worth a conversation.
    Open(Marks),
}

impl Screening {
    /// The questions that this build carries.
    ///
    /// # Panics
    /// Never in a build that passed its tests: they read this same text.
    #[must_use]
    pub fn shipped(catalogue: &Catalogue) -> Self {
        let Ok(screening) = Self::read(QUESTIONS, catalogue) else {
            panic!("the shipped questions passed their tests");
        };
        screening
    }

    /// Reads the questions and checks them against the catalogue.
    ///
    /// # Errors
    /// Every problem found, with the id and the value.
    pub fn read(questions: &'static str, catalogue: &Catalogue) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let reader = Reader::for_good("questions", questions, &problems);
        let known = Known::of(catalogue);
        let mut screening = Self { questions: vec![], pages: vec![] };
        for (id, questions) in reader.each(|page| read_page(page, &known)) {
            let first = screening.questions.len();
            screening.questions.extend(questions);
            screening.pages.push(Page { id, questions: first..screening.questions.len() });
        }
        let mut seen = vec![];
        for question in &screening.questions {
            if seen.contains(&question.id) {
                reader.fail(Fault::Twice(question.id.to_owned()));
            }
            seen.push(question.id);
        }
        if screening.questions.len() > MOST {
            let count = screening.questions.len();
            reader.fail(Fault::Rule(format!("{count} questions are more than {MOST}")));
        }
        problems.verdict(screening)
    }

    /// The place of the question `id`.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// Those of `marks` that are in `tier`.
    #[must_use]
    pub fn among(&self, marks: Marks, is_meant: impl Fn(&Question) -> bool) -> Marks {
        marks.places().filter(|place| self.questions.get(*place).is_some_and(&is_meant)).collect()
    }

    #[must_use]
    pub fn outcome(&self, answers: &Answers) -> Outcome {
        let open = answers.yes.but(answers.agreed());
        let emergency = self.among(open, |it| it.tier == Tier::Emergency);
        let first = self.among(open, |it| matches!(it.tier, Tier::First(_)));
        if !emergency.is_empty() {
            Outcome::Emergency(emergency)
        } else if !first.is_empty() {
            Outcome::First(first)
        } else {
            Outcome::Open(self.among(answers.yes, |it| it.tier == Tier::Talk))
        }
    }

    /// New answers after `before`, of whoever was asked the pages `pages`. What a clinician has said of a thing
    /// stands for as long as that is so. An emergency that was asked about again wants a clinician again, and so
    /// does what somebody was to be asked about first, where pain has been `news` since the clinician's word.
    #[must_use]
    pub fn renewed(
        &self,
        before: Option<&Answers>,
        pages: Range<usize>,
        yes: Marks,
        given: OffsetDateTime,
        news: Option<OffsetDateTime>,
    ) -> Answers {
        let is_asked = |place: usize| {
            self.pages
                .get(pages.clone())
                .is_some_and(|asked| asked.iter().any(|page| page.questions.contains(&place)))
        };
        let has_lapsed = |it: &Agreement| match self.questions.get(it.question).map(|it| it.tier) {
            Some(Tier::Emergency) => true,
            Some(Tier::First(_)) => news.is_some_and(|at| at > it.told),
            Some(Tier::Talk | Tier::Care) | None => false,
        };
        let stands =
            |it: &&Agreement| yes.has(it.question) && !(has_lapsed(it) && is_asked(it.question));
        let agreed = before.map_or(&[][..], |it| &it.agreed).iter().filter(stands).copied();
        Answers { given, yes, asked: pages.end, agreed: agreed.collect() }
    }

    /// Whether all that there is to ask has been asked.
    #[must_use]
    pub fn is_whole(&self, answers: &Answers) -> bool {
        answers.asked >= self.pages.len()
    }

    /// Whether only gentle routines suit for now.
    #[must_use]
    pub fn wants_gentle(&self, answers: &Answers) -> bool {
        !self.among(answers.yes, |it| it.is_gentle).is_empty()
    }
}

/// What a question may name.
struct Known<'a> {
    tags: Vec<Cow<'a, str>>,
    references: Vec<Cow<'a, str>>,
}

impl<'a> Known<'a> {
    fn of(catalogue: &'a Catalogue) -> Self {
        let cautions = catalogue.movements.iter().flat_map(|movement| &movement.cautions);
        Self {
            tags: cautions.map(|it| Cow::Borrowed(it.tag)).collect(),
            references: catalogue.references.iter().map(|it| Cow::Borrowed(it.id)).collect(),
        }
    }
}

fn read_page(reader: &Reader<'static, '_>, known: &Known) -> (&'static str, Vec<Question>) {
    let reader = reader.named_by("id").only(&["id", "questions"]);
    (reader.text_of("id"), reader.field("questions").each(|it| read_question(it, known)))
}

fn read_question(reader: &Reader<'static, '_>, known: &Known) -> Question {
    let names = ["id", "tier", "agreeable", "gentle", "tags", "sources"];
    let reader = reader.named_by("id").only(&names);
    let tiers = [
        ("emergency", Tier::Emergency),
        ("same-day", Tier::First(Urgency::SameDay)),
        ("within-days", Tier::First(Urgency::WithinDays)),
        ("team", Tier::First(Urgency::Team)),
        ("ask", Tier::First(Urgency::Ask)),
        ("talk", Tier::Talk),
        ("care", Tier::Care),
    ];
    let tier = reader.field("tier").one_of(&tiers);
    let sources = reader.field("sources");
    if tier != Tier::Care && sources.is_empty() {
        reader.fail(Fault::Missing("a source"));
    }
    Question {
        id: reader.text_of("id"),
        tier,
        is_agreeable: reader.optional("agreeable").flag(),
        is_gentle: reader.optional("gentle").flag(),
        tags: reader.optional("tags").each(|it| it.text_among(Some(&known.tags))),
        sources: sources.each(|it| it.text_among(Some(&known.references))),
    }
}
