//! Reads JSON that may be wrong, and reports everything wrong with it, not the first thing.
//!
//! A [`Reader`] stands at one place of a document. Each of its methods gives a value. Where there
//! is none, it notes a [`Problem`] with the place and the value that broke the rule, and gives a
//! stand-in, so that a caller reads on. [`Problems::verdict`] lets no stand-in out.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::RangeInclusive;

use serde_json::Number;

use super::json::Json;

/// One thing wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct Problem {
    /// Where: the way down from the top, such as `movements / piriformis-stretch / dose`.
    pub place: String,
    pub fault: Fault,
}

/// What can be wrong at one place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("this is not JSON: {0}")]
    NotJson(String),
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("{found} is not {wanted}")]
    WrongKind { wanted: &'static str, found: String },
    #[error("{found} is outside {least} to {most}")]
    OutOfBounds { found: u64, least: u64, most: u64 },
    #[error("\"{0}\" is not known here")]
    Unknown(String),
    #[error("\"{0}\" stands here twice")]
    Twice(String),
    #[error("{0}")]
    Rule(String),
}

/// The problems of the documents that are read together.
#[derive(Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// What has been read, if nothing was wrong with it.
    ///
    /// # Errors
    /// Every problem noted.
    pub fn verdict<T>(self, read: T) -> Result<T, Vec<Problem>> {
        let problems = self.0.into_inner();
        if problems.is_empty() { Ok(read) } else { Err(problems) }
    }

    /// The document in `text`, if it is JSON.
    pub fn parse<'doc>(&self, name: &str, text: &'doc str) -> Option<Json<'doc>> {
        let document = Json::parse(text);
        document.map_err(|error| self.note(name.to_owned(), Fault::NotJson(error.to_string()))).ok()
    }

    fn note(&self, place: String, fault: Fault) {
        self.0.borrow_mut().push(Problem { place, fault });
    }
}

/// One place in a document, or a gap where there is none. A gap has been noted, so all that is
/// read there is a stand-in, and nothing more is noted.
///
/// It knows the way back up, and spells it out only when there is a problem: a sound document of a
/// thousand places costs no text.
#[derive(Clone, Copy)]
pub struct Reader<'doc, 'up> {
    value: Option<&'doc Json<'doc>>,
    above: Option<&'up Reader<'doc, 'up>>,
    step: Step<'up>,
    problems: &'up Problems,
}

/// The last step of the way to a place.
#[derive(Clone, Copy)]
enum Step<'a> {
    Name(&'a str),
    /// The place in a list, from 0.
    Index(usize),
}

impl<'up> Reader<'static, 'up> {
    /// The top of a document that stays for as long as the program runs, and so does all that is
    /// read from it.
    #[must_use]
    pub fn for_good(name: &'up str, text: &'static str, problems: &'up Problems) -> Self {
        let document = problems.parse(name, text).map(|it| &*Box::leak(Box::new(it)));
        Self::new(name, document, problems)
    }
}

impl<'doc, 'up> Reader<'doc, 'up> {
    /// The top of a document.
    #[must_use]
    pub const fn new(
        name: &'up str,
        document: Option<&'doc Json<'doc>>,
        problems: &'up Problems,
    ) -> Self {
        Self { value: document, above: None, step: Step::Name(name), problems }
    }

    /// Notes that `fault` holds here.
    pub fn fail(&self, fault: Fault) {
        self.problems.note(self.place(), fault);
    }

    /// This place, unless it is a gap.
    #[must_use]
    pub const fn there(self) -> Option<Self> {
        if self.value.is_some() { Some(self) } else { None }
    }

    /// Calls this place by the text in its field `name` from here on, not by its number in a list.
    #[must_use]
    pub fn named_by(mut self, name: &str) -> Self {
        if let Some(Json::Text(name)) = self.value.and_then(|it| it.field(name)) {
            self.step = Step::Name(name);
        }
        self
    }

    /// The field `name`, which must be there.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Reader<'doc, '_> {
        let found = self.optional(name);
        if let (None, Some(Json::Fields(_))) = (found.value, self.value) {
            self.fail(Fault::Missing(name));
        }
        found
    }

    /// The field `name`, or a gap where it is not.
    #[must_use]
    pub fn optional(&self, name: &'static str) -> Reader<'doc, '_> {
        self.fields();
        self.below(Step::Name(name), self.value.and_then(|it| it.field(name)))
    }

    /// The text or the number in the field `name`, for a look ahead that notes nothing.
    #[must_use]
    pub fn peek(&self, name: &str) -> Option<Cow<'doc, str>> {
        match self.value?.field(name)? {
            Json::Text(text) => Some(Cow::Borrowed(text)),
            number @ Json::Number(_) => Some(Cow::Owned(number.written())),
            _ => None,
        }
    }

    /// This place, which is a group of fields; each that is not among `names` is noted.
    #[must_use]
    pub fn only(mut self, names: &[&str]) -> Self {
        let fields = self.fields();
        for (name, _) in fields.unwrap_or_default() {
            if !names.contains(&name.as_ref()) {
                self.fail(Fault::Unknown(name.to_string()));
            }
        }
        if fields.is_none() {
            self.value = None;
        }
        self
    }

    /// What `read` makes of each field, with its name, in the order in which they stand.
    pub fn entries<T>(&self, read: impl Fn(&Reader<'doc, '_>) -> T) -> Vec<(&'doc str, T)> {
        let entry = |(name, value): &'doc (Cow<'doc, str>, Json<'doc>)| {
            (name.as_ref(), read(&self.below(Step::Name(name), Some(value))))
        };
        let fields = self.fields().unwrap_or_default();
        for (index, (name, _)) in fields.iter().enumerate() {
            if fields[..index].iter().any(|(earlier, _)| earlier == name) {
                self.fail(Fault::Twice(name.to_string()));
            }
        }
        fields.iter().map(entry).collect()
    }

    /// What `read` makes of each entry of a list.
    pub fn each<T>(&self, read: impl Fn(&Reader<'doc, '_>) -> T) -> Vec<T> {
        let entries = self.list().unwrap_or_default().iter().enumerate();
        entries.map(|(index, it)| read(&self.below(Step::Index(index), Some(it)))).collect()
    }

    /// This place, which is a list of so many entries; `otherwise` is noted of another count.
    #[must_use]
    pub fn row(
        mut self,
        counts: RangeInclusive<usize>,
        otherwise: impl FnOnce(usize) -> Fault,
    ) -> Self {
        let list = self.list();
        if let Some(list) = list.filter(|list| !counts.contains(&list.len())) {
            self.fail(otherwise(list.len()));
            self.value = None;
        }
        self
    }

    /// Whether a list without an entry stands here.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self.value, Some(Json::List(list)) if list.is_empty())
    }

    /// One entry of the list.
    #[must_use]
    pub fn entry(&self, index: usize) -> Reader<'doc, '_> {
        let value = match self.value {
            Some(Json::List(list)) => list.get(index),
            _ => None,
        };
        self.below(Step::Index(index), value)
    }

    #[must_use]
    pub fn text(&self) -> &'doc str {
        match self.value {
            Some(Json::Text(text)) if !text.is_empty() => text,
            _ => {
                self.wrong_kind("a text");
                ""
            }
        }
    }

    /// The text in the field `name`. Most of what is read is one, so it is worth one call, not two.
    #[must_use]
    #[inline(never)]
    pub fn text_of(&self, name: &'static str) -> &'doc str {
        self.field(name).text()
    }

    #[must_use]
    pub fn texts(&self) -> Vec<&'doc str> {
        self.each(text_at)
    }

    /// Every field, which is a text, with its name.
    #[must_use]
    pub fn named_texts(&self) -> Vec<(&'doc str, &'doc str)> {
        self.entries(text_at)
    }

    /// One of the texts that are `known`, or any text where nobody knows which are.
    #[must_use]
    pub fn text_among(&self, known: Option<&[Cow<str>]>) -> &'doc str {
        let text = self.text();
        if known.is_some_and(|known| !known.iter().any(|it| it == text)) {
            self.unknown(text);
        }
        text
    }

    /// A whole number, or the least that it may be.
    #[must_use]
    pub fn number(&self, bounds: RangeInclusive<u64>) -> u64 {
        let least = *bounds.start();
        self.number_if_sound(bounds).unwrap_or(least)
    }

    /// The same for small numbers.
    #[must_use]
    pub fn small(&self, bounds: RangeInclusive<u16>) -> u16 {
        let number = self.number(u64::from(*bounds.start())..=u64::from(*bounds.end()));
        u16::try_from(number).unwrap_or(*bounds.end())
    }

    /// A whole number within `bounds`, without a stand-in.
    #[must_use]
    pub fn number_if_sound(&self, bounds: RangeInclusive<u64>) -> Option<u64> {
        self.bounded(*bounds.start(), *bounds.end())
    }

    /// A whole number that may be below zero.
    #[must_use]
    pub fn signed(&self) -> i64 {
        let found = self.digits().and_then(Number::as_i64);
        if found.is_none() {
            self.wrong_kind("a whole number");
        }
        found.unwrap_or_default()
    }

    #[must_use]
    pub const fn is_null(&self) -> bool {
        matches!(self.value, Some(Json::Null))
    }

    #[must_use]
    pub fn flag(&self) -> bool {
        let Some(Json::Flag(flag)) = self.value else {
            self.wrong_kind("true or false");
            return false;
        };
        *flag
    }

    /// The choice whose name stands here, or the first of them.
    ///
    /// # Panics
    /// Where there is nothing to choose from.
    #[must_use]
    pub fn one_of<T: Copy>(&self, choices: &[(&str, T)]) -> T {
        self.one_of_if_known(choices).unwrap_or(choices[0].1)
    }

    /// The choice whose name stands here, without a stand-in.
    #[must_use]
    pub fn one_of_if_known<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text();
        let found = choices.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            self.unknown(text);
        }
        found.map(|(_, choice)| *choice)
    }

    fn below<'a>(&'a self, step: Step<'a>, value: Option<&'doc Json<'doc>>) -> Reader<'doc, 'a> {
        Reader { value, above: Some(self), step, problems: self.problems }
    }

    fn place(&self) -> String {
        let step = match self.step {
            Step::Name(name) => name.to_owned(),
            Step::Index(index) => (index + 1).to_string(),
        };
        self.above.map_or_else(|| step.clone(), |above| format!("{} / {step}", above.place()))
    }

    fn fields(&self) -> Option<&'doc [(Cow<'doc, str>, Json<'doc>)]> {
        if let Some(Json::Fields(fields)) = self.value {
            return Some(fields);
        }
        self.wrong_kind("a group of fields");
        None
    }

    fn list(&self) -> Option<&'doc [Json<'doc>]> {
        if let Some(Json::List(list)) = self.value {
            return Some(list);
        }
        self.wrong_kind("a list");
        None
    }

    const fn digits(&self) -> Option<&'doc Number> {
        match self.value {
            Some(Json::Number(number)) => Some(number),
            _ => None,
        }
    }

    fn bounded(&self, least: u64, most: u64) -> Option<u64> {
        let Some(found) = self.digits().and_then(Number::as_u64) else {
            self.wrong_kind("a whole number");
            return None;
        };
        if !(least..=most).contains(&found) {
            self.fail(Fault::OutOfBounds { found, least, most });
            return None;
        }
        Some(found)
    }

    /// Notes that `text` is none of those that may stand here, unless it is a stand-in.
    fn unknown(&self, text: &str) {
        if !text.is_empty() {
            self.fail(Fault::Unknown(text.to_owned()));
        }
    }

    /// Notes that what stands here is not `wanted`, unless nothing does.
    fn wrong_kind(&self, wanted: &'static str) {
        if let Some(value) = self.value {
            self.fail(Fault::WrongKind { wanted, found: value.written() });
        }
    }
}

/// [`Reader::text`], as something that can be passed on.
fn text_at<'doc>(reader: &Reader<'doc, '_>) -> &'doc str {
    reader.text()
}
