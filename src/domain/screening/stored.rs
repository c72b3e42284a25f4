//! The answers at rest: questions by their ids, times as elsewhere.

use time::OffsetDateTime;

use super::{Agreement, Answers, Marks, Screening};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, instant_at_rest, lone_instant, read, written};

const FIELDS: [&str; 5] = ["agreed", "asked", "given", "v", "yes"];

#[must_use]
pub fn read_answers(screening: &Screening, text: Option<&str>) -> Stored<Answers> {
    read("screening", text, |reader| answers(screening, &reader.only(&FIELDS)))
}

/// When answers were given, whichever they are.
#[must_use]
pub fn read_given(text: Option<&str>) -> Stored<OffsetDateTime> {
    read("screening", text, |reader| {
        let reader = reader.only(&FIELDS);
        let _ = reader.field("yes").texts();
        lone_instant(&reader.field("given"))
    })
}

/// `asked` counts pages, `agreed` has rows of `[question, seconds since 1970,
/// offset in minutes]`.
#[must_use]
pub fn write_answers(screening: &Screening, answers: &Answers) -> String {
    let id = |place: usize| screening.questions.get(place).map_or("", |question| question.id);
    let agreement = |it: &Agreement| {
        let [secs, minutes] = instant_at_rest(it.told);
        Json::List(vec![id(it.question).into(), secs.into(), minutes.into()])
    };
    written(vec![
        ("agreed", answers.agreed.iter().map(agreement).collect()),
        ("asked", (answers.asked as u64).into()),
        ("given", instant_at_rest(answers.given).into_iter().collect()),
        ("v", VERSION.into()),
        ("yes", answers.yes.places().map(id).collect()),
    ])
}

fn answers(screening: &Screening, reader: &Reader) -> Answers {
    let yes: Marks =
        reader.field("yes").each(|it| place(screening, it)).into_iter().flatten().collect();
    let agreed = reader.field("agreed").each(|it| agreement(screening, it));
    Answers {
        given: lone_instant(&reader.field("given")),
        asked: usize::from(reader.field("asked").small(0..=99)),
        yes,
        agreed: agreed.into_iter().flatten().collect(),
    }
}

fn agreement(screening: &Screening, reader: &Reader) -> Option<Agreement> {
    let fault = |found| Fault::Rule(format!("an agreement has {found} fields, not 3"));
    let reader = reader.row(3..=3, fault);
    let question = place(screening, &reader.entry(0));
    let told = crate::domain::stored::instant(&reader.entry(1), &reader.entry(2));
    question.map(|question| Agreement { question, told })
}

fn place(screening: &Screening, reader: &Reader) -> Option<usize> {
    let id = reader.text();
    let place = screening.place(id);
    // A text that is none has been noted.
    if place.is_none() && !id.is_empty() {
        reader.fail(Fault::Unknown(id.to_owned()));
    }
    place
}
