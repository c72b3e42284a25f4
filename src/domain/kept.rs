//! What is kept between visits, as a whole: texts, and the keys that they stand under.
//!
//! What each text says is for `stored` to know.

use time::OffsetDateTime;

use super::history::Record;

pub const SETTINGS: &str = "settings";
pub const BREAKS: &str = "breaks";
/// The days that a person has marked.
pub const DAYS: &str = "days";
/// What hurt in sessions.
pub const HURTS: &str = "hurts";
/// What a person favours and leaves out.
pub const LIKES: &str = "likes";
/// What a person has measured of themselves.
pub const MEASURES: &str = "measures";
/// A person's own routines.
pub const OWNS: &str = "routines";
/// How much comes next.
pub const PROGRESS: &str = "progress";
/// What was answered in the safety check.
pub const SCREENING: &str = "screening";
/// A session that is going on.
pub const SESSION: &str = "session";
/// Before a month, as in `sessions.2026-11`.
pub const SESSIONS: &str = "sessions.";
/// Before the time and the key of a text that could not be read.
pub const UNREADABLE: &str = "unreadable.";
/// When the last backup was made; it says nothing about another device.
pub const LAST_BACKUP: &str = "backup";
/// When the question about the day after a session was last put off; it says nothing about another device, either.
pub const PUT_OFF: &str = "put-off";

/// What is kept of a person beside their sessions and settings.
pub const PERSONAL: [&str; 7] = [DAYS, HURTS, LIKES, MEASURES, OWNS, PROGRESS, SCREENING];

/// The key of the month that a session belongs to.
#[must_use]
pub fn month_key(record: &Record) -> String {
    let month = record.month();
    format!("{SESSIONS}{:04}-{:02}", month.year, u8::from(month.month))
}

/// Those of `keys` under which months of sessions stand, the earliest first. A browser gives keys in an order of
/// its own.
#[must_use]
pub fn months(mut keys: Vec<String>) -> Vec<String> {
    keys.retain(|key| key.starts_with(SESSIONS));
    keys.sort_unstable();
    keys
}

/// The key for a text that cannot be read under `key`, of some time.
#[must_use]
pub fn aside_key(time: OffsetDateTime, key: &str) -> String {
    format!("{UNREADABLE}{}.{key}", time.unix_timestamp())
}

/// Texts, each under a key of its own. There are a few hundred of them in ten years, and a list of the
/// standard library's is in the app already; a map would add five kilobytes to the first visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptTexts(Vec<(String, String)>);

impl KeptTexts {
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == key).map(|(_, text)| text)
    }

    /// Puts `text` under `key`, in place of what stood there.
    pub fn set(&mut self, key: &str, text: String) {
        self.0.retain(|(known, _)| known != key);
        self.0.push((key.to_owned(), text));
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Those that are not just so in `others`.
    #[must_use]
    pub fn other_than(mut self, others: &Self) -> Self {
        self.0.retain(|(key, text)| others.get(key) != Some(text));
        self
    }
}

impl FromIterator<(String, String)> for KeptTexts {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(texts: I) -> Self {
        Self(texts.into_iter().collect())
    }
}
