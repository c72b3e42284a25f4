//! Reads JSON that may be wrong, and reports everything wrong with it, not the first thing.
//!
//! A [`Reader`] stands at one place of a document. Each of its methods either gives a value or
//! notes a [`Problem`] with the place and the value that broke the rule, so a caller reads on and
//! asks [`read`] for the verdict at the end.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::RangeInclusive;

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

/// Reads `text` with `build`, which sees the whole document.
///
/// # Errors
/// Every problem found, or that the text is no JSON at all.
pub fn read<T>(
    name: &str,
    text: &str,
    build: impl FnOnce(&Reader) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    let value = Json::parse(text).map_err(|error| {
        let fault = Fault::NotJson(error.to_string());
        vec![Problem { place: name.to_owned(), fault }]
    })?;
    let problems = RefCell::default();
    let step = Step::Name(name);
    let whole = build(&Reader { value: &value, above: None, step, problems: &problems });
    let problems = problems.into_inner();
    match whole {
        Some(whole) if problems.is_empty() => Ok(whole),
        _ => Err(problems),
    }
}

/// One place in a document. `None` from a method means that a problem has been noted.
///
/// It knows the way back up, and spells it out only when there is a problem: a sound document of a
/// thousand places costs no text.
pub struct Reader<'a> {
    value: &'a Json<'a>,
    above: Option<&'a Reader<'a>>,
    step: Step<'a>,
    problems: &'a RefCell<Vec<Problem>>,
}

/// The last step of the way to a place.
#[derive(Clone, Copy)]
enum Step<'a> {
    Name(&'a str),
    /// The place in a list, from 0.
    Index(usize),
}

impl<'a> Reader<'a> {
    /// Notes that `fault` holds here.
    pub fn fail(&self, fault: Fault) {
        self.problems.borrow_mut().push(Problem { place: self.place(), fault });
    }

    /// Calls this place by the text in its field `name` from here on, not by its number in a list.
    #[must_use]
    pub fn named_by(mut self, name: &str) -> Self {
        if let Some(Json::Text(name)) = self.value.field(name) {
            self.step = Step::Name(name);
        }
        self
    }

    /// The field `name`, which must be there.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Option<Reader<'_>> {
        let found = self.optional(name);
        if found.is_none() && matches!(self.value, Json::Fields(_)) {
            self.fail(Fault::Missing(name));
        }
        found
    }

    /// The field `name`, if it is there.
    #[must_use]
    pub fn optional(&self, name: &'static str) -> Option<Reader<'_>> {
        self.fields();
        let value = self.value.field(name)?;
        Some(self.below(Step::Name(name), value))
    }

    /// The text or the number in the field `name`, for a look ahead that notes nothing.
    #[must_use]
    pub fn peek(&self, name: &str) -> Option<String> {
        match self.value.field(name)? {
            Json::Text(text) => Some(text.to_string()),
            number @ Json::Number(_) => Some(number.written()),
            _ => None,
        }
    }

    /// Notes each field that is not among `names`.
    pub fn only(&self, names: &[&str]) {
        for (name, _) in self.fields() {
            if !names.contains(&name.as_ref()) {
                self.fail(Fault::Unknown(name.to_string()));
            }
        }
    }

    /// Every field with its name, in the order in which they stand.
    #[must_use]
    pub fn entries(&self) -> Vec<(&'a str, Reader<'_>)> {
        let entries = self.fields().iter();
        entries.map(|(name, value)| (name.as_ref(), self.below(Step::Name(name), value))).collect()
    }

    #[must_use]
    pub fn list(&self) -> Vec<Reader<'_>> {
        let Json::List(values) = self.value else {
            self.wrong_kind("a list");
            return vec![];
        };
        let places = values.iter().enumerate();
        places.map(|(index, value)| self.below(Step::Index(index), value)).collect()
    }

    /// What `read` makes of each entry of the list, without those of which it makes nothing.
    #[must_use]
    pub fn each<T>(&self, read: impl Fn(&Reader) -> Option<T>) -> Vec<T> {
        self.list().iter().filter_map(read).collect()
    }

    #[must_use]
    pub fn text(&self) -> Option<&'a str> {
        match self.value {
            Json::Text(text) if !text.is_empty() => Some(text),
            _ => {
                self.wrong_kind("a text");
                None
            }
        }
    }

    /// A list of texts, those that are none left out and noted.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.each(|it| it.text().map(str::to_owned))
    }

    /// One of the texts that are `known`, or any text where nobody knows which are.
    #[must_use]
    pub fn text_among(&self, known: Option<&[String]>) -> Option<&'a str> {
        let text = self.text()?;
        if known.is_some_and(|known| !known.iter().any(|it| it == text)) {
            self.fail(Fault::Unknown(text.to_owned()));
            return None;
        }
        Some(text)
    }

    #[must_use]
    pub fn number(&self, bounds: RangeInclusive<u64>) -> Option<u64> {
        let Json::Number(found) = self.value else {
            self.wrong_kind("a whole number");
            return None;
        };
        let Some(found) = found.as_u64() else {
            self.wrong_kind("a whole number");
            return None;
        };
        if !bounds.contains(&found) {
            self.fail(Fault::OutOfBounds { found, least: *bounds.start(), most: *bounds.end() });
            return None;
        }
        Some(found)
    }

    /// A whole number that may be below zero.
    #[must_use]
    pub fn signed(&self) -> Option<i64> {
        let found = match self.value {
            Json::Number(found) => found.as_i64(),
            _ => None,
        };
        if found.is_none() {
            self.wrong_kind("a whole number");
        }
        found
    }

    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.value, Json::Null)
    }

    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        let Json::Flag(flag) = self.value else {
            self.wrong_kind("true or false");
            return None;
        };
        Some(*flag)
    }

    /// The choice whose name stands here.
    #[must_use]
    pub fn one_of<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = choices.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            self.fail(Fault::Unknown(text.to_owned()));
        }
        found.map(|(_, choice)| *choice)
    }

    fn below<'b>(&'b self, step: Step<'b>, value: &'b Json<'b>) -> Reader<'b> {
        Reader { value, above: Some(self), step, problems: self.problems }
    }

    fn place(&self) -> String {
        let step = match self.step {
            Step::Name(name) => name.to_owned(),
            Step::Index(index) => (index + 1).to_string(),
        };
        self.above.map_or_else(|| step.clone(), |above| format!("{} / {step}", above.place()))
    }

    fn fields(&self) -> &'a [(Cow<'a, str>, Json<'a>)] {
        let Json::Fields(fields) = self.value else {
            self.wrong_kind("a group of fields");
            return &[];
        };
        fields
    }

    fn wrong_kind(&self, wanted: &'static str) {
        self.fail(Fault::WrongKind { wanted, found: self.value.written() });
    }
}
