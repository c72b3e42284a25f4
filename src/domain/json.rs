//! A JSON document, read whole and borrowing from its text.
//!
//! `serde_json` reads it and knows how a text is written. Its own `Value` copies every text and sorts
//! every group of fields into a tree: time that a person waits for Start, and code to be fetched.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// One value of a document.
pub enum Json<'a> {
    Null,
    Flag(bool),
    Number(Number),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// Fields with their names, in the order in which they stand.
    Fields(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// # Errors
    /// Where `text` is no JSON.
    pub fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The field `name`, the last one where it stands more than once.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        let Self::Fields(fields) = self else { return None };
        fields.iter().rfind(|(it, _)| it == name).map(|(_, value)| value)
    }

    /// The document as text, without any space in it.
    #[must_use]
    pub fn written(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Self::Number(number) => out.push_str(&written_number(number)),
            Self::Text(text) => write_text(text, out),
            Self::List(list) => {
                let mut before = '[';
                for entry in list {
                    out.push(before);
                    entry.write(out);
                    before = ',';
                }
                out.push_str(if list.is_empty() { "[]" } else { "]" });
            }
            Self::Fields(fields) => {
                let mut before = '{';
                for (name, value) in fields {
                    out.push(before);
                    write_text(name, out);
                    out.push(':');
                    value.write(out);
                    before = ',';
                }
                out.push_str(if fields.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    // A text cannot fail to be written.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// We have whole numbers only. A fraction is written so that a person finds it where it should not
/// be, and three decimals do for that: writing any fraction as it is takes two kilobytes of code.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is positive, and one beyond all bounds may be written as the greatest"
)]
fn written_number(number: &Number) -> String {
    if let Some(number) = number.as_u64() {
        return number.to_string();
    }
    if let Some(number) = number.as_i64() {
        return number.to_string();
    }
    let fraction = number.as_f64().unwrap_or_default();
    let thousandths = (fraction.abs() * 1000.0 + 0.5) as u64;
    let sign = if fraction < 0.0 { "-" } else { "" };
    format!("{sign}{}.{:03}", thousandths / 1000, thousandths % 1000)
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Anything)
    }
}

struct Anything;

impl<'de> Visitor<'de> for Anything {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    /// A text with an escaped letter in it does not stand in the document as it reads.
    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut list = vec![];
        while let Some(entry) = entries.next_element()? {
            list.push(entry);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut fields = vec![];
        while let Some(name) = entries.next_key()? {
            let value = entries.next_value()?;
            // The name of a field is a text always, or it is no JSON.
            if let Json::Text(name) = name {
                fields.push((name, value));
            }
        }
        Ok(Json::Fields(fields))
    }
}

impl From<bool> for Json<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Json<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Json<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a, T: Into<Json<'a>>> FromIterator<T> for Json<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self::List(entries.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        assert_eq!(Json::parse(text).expect("it is JSON").written(), written);
    }

    #[test]
    fn what_has_been_read_is_written_as_it_was() {
        for text in [
            r#"{"b":[],"a":{},"list":[1,-2,true,false,null,[[0]]],"text":"é \"\\\n\u0001"}"#,
            "18446744073709551615",
            "-9223372036854775808",
            r#""""#,
        ] {
            check(text, text);
        }
    }

    #[test]
    fn a_fraction_is_written_to_three_decimals() {
        check("1.5", "1.500");
        check("-0.0625", "-0.063");
        check("[2.9999]", "[3.000]");
        check("1e300", "18446744073709551.615");
    }

    #[test]
    fn an_escaped_text_reads_as_it_is_meant() {
        let document = Json::parse(r#"{"\u0061":"\u00e9"}"#).expect("it is JSON");
        assert!(matches!(document.field("a"), Some(Json::Text(text)) if text == "é"));
    }

    #[test]
    fn of_two_fields_with_one_name_the_last_holds() {
        let document = Json::parse(r#"{"a":1,"a":true}"#).expect("it is JSON");
        assert!(matches!(document.field("a"), Some(Json::Flag(true))));
    }
}
