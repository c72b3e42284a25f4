//! A backup: everything that is kept, in one file, and what it takes to bring it back.
//!
//! The file holds the kept texts as they stand, so it can be made of one that nothing can read, by a
//! page that has nothing but the texts: `public/rescue.html` writes the same.
//!
//! What is here stays. A session that the file has too is there once; one that only the file has is
//! added. Of two answers to the safety check, the later one holds; marked days, measures, what hurt and
//! routines of one's own are put together. Texts that cannot be read come along under a name of their own.

use time::{Date, OffsetDateTime};

use super::breaks::stored::read_breaks;
use super::history::Record;
use super::hurts::{Hurts, read_hurts, write_hurts};
use super::json::Json;
use super::kept::{
    BREAKS, DAYS, HURTS, KeptTexts, LAST_BACKUP, LIKES, MEASURES, OWNS, PERSONAL, PROGRESS,
    PUT_OFF, SCREENING, SESSION, SESSIONS, SETTINGS, UNREADABLE, aside_key, month_key,
};
use super::likes::read_likes;
use super::marks::{Marks, read_marks, write_marks};
use super::measures::{Measures, read_measures, write_measures};
use super::own::{Owns, read_owns, write_owns};
use super::progression::{Progress, read_progress};
use super::reading::{Problems, Reader};
use super::screening::read_given;
use super::stored::{self, Stored};

/// The version that this build writes.
const VERSION: u64 = 1;
/// What says whose file it is.
const APP: &str = "limber";
/// No file of ours is longer, in bytes: browsers keep half of that.
pub const LONGEST: usize = 20_000_000;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub made: OffsetDateTime,
    texts: KeptTexts,
}

/// Why a file brings nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    #[error("this is no backup of Limber, or only a part of one")]
    NotOurs,
    /// A later version of the app has made it.
    #[error("this backup is from a newer Limber")]
    Newer,
    /// A later version of the app has written here.
    #[error("what is kept here is from a newer Limber")]
    NewerHere,
}

/// What a file would bring, to be looked at before anything changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub made: OffsetDateTime,
    /// The sessions in the file.
    pub sessions: usize,
    /// How many of them are not here.
    pub new: usize,
    /// The days of the first and the last session in the file.
    pub days: Option<(Date, Date)>,
    /// Whether there are settings in it, other than those here.
    pub has_settings: bool,
    /// Whether it brings what is kept of the person beside sessions and settings, and is not here.
    pub has_more: bool,
    /// Whether a session is open in it that can be gone on with here.
    pub has_open_session: bool,
    /// How many of its texts could not be read.
    pub unreadable: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsChoice {
    /// Those that are here stay.
    Keep,
    Take,
}

/// The file of all that is kept.
#[must_use]
pub fn write(kept: &KeptTexts, made: OffsetDateTime) -> String {
    let texts = kept.iter().map(|(key, text)| (key.into(), text.into()));
    let made = stored::instant_at_rest(made);
    Json::Fields(vec![
        ("app".into(), APP.into()),
        ("made".into(), made.into_iter().collect()),
        ("texts".into(), Json::Fields(texts.collect())),
        ("v".into(), VERSION.into()),
    ])
    .written()
}

impl Backup {
    /// # Errors
    /// Where `text` is no file of ours, or a newer one.
    pub fn read(text: &str) -> Result<Self, BackupError> {
        let problems = Problems::default();
        let document = problems.parse(APP, text);
        let reader = Reader::new(APP, document.as_ref(), &problems);
        let is_ours = reader.peek("app").is_some_and(|app| app == APP);
        let version = reader.field("v").number_if_sound(1..=u64::MAX);
        if is_ours && version.is_some_and(|version| version > VERSION) {
            return Err(BackupError::Newer);
        }
        let reader = reader.only(&["app", "made", "texts", "v"]);
        let made = stored::lone_instant(&reader.field("made"));
        let texts = reader.field("texts").entries(|text| text.text().to_owned());
        let texts = texts.into_iter().map(|(key, text)| (key.to_owned(), text));
        let backup = problems
            .verdict(Self { made, texts: texts.collect() })
            .map_err(|_| BackupError::NotOurs)?;
        if is_ours { Ok(backup) } else { Err(BackupError::NotOurs) }
    }

    /// What it would bring to where `here` is kept.
    ///
    /// # Errors
    /// Where either is from a newer app, so that not all of it can be understood.
    pub fn preview(&self, here: &KeptTexts) -> Result<Preview, BackupError> {
        let content = self.content(here)?;
        let days = content.sessions.iter().map(|record| record.began.date());
        let differs = |key, text: Option<&str>| text.is_some() && here.get(key) != text;
        Ok(Preview {
            made: self.made,
            sessions: content.sessions.len(),
            new: merged(&content.sessions, here)?.new,
            days: days.clone().min().zip(days.max()),
            has_settings: differs(SETTINGS, content.settings) || differs(BREAKS, content.breaks),
            has_more: self
                .restored(here, SettingsChoice::Keep)?
                .iter()
                .any(|(key, _)| PERSONAL.contains(&key)),
            has_open_session: content.open_session.is_some(),
            unreadable: content.unreadable.len(),
        })
    }

    /// The texts to write so that everything is here that was here or in the file. What is not named
    /// stays as it is.
    ///
    /// # Errors
    /// As for [`Self::preview`].
    pub fn restored(
        &self,
        here: &KeptTexts,
        settings: SettingsChoice,
    ) -> Result<KeptTexts, BackupError> {
        let content = self.content(here)?;
        let mut writes = merged(&content.sessions, here)?.months;
        for (key, text) in content.unreadable {
            writes.set(&key, text.to_owned());
        }
        if let Some(text) = content.open_session {
            writes.set(SESSION, text.to_owned());
        }
        if let Some(there) = content.marks {
            let here = readable(read_marks(here.get(DAYS)), BackupError::NewerHere)?;
            writes.set(DAYS, write_marks(&here.unwrap_or_default().merged(there)));
        }
        if let Some(there) = content.hurts {
            let here = readable(read_hurts(here.get(HURTS)), BackupError::NewerHere)?;
            writes.set(HURTS, write_hurts(&here.unwrap_or_default().merged(there)));
        }
        if let Some(text) = content.likes {
            writes.set(LIKES, text.to_owned());
        }
        if let Some(there) = content.measures {
            let here = readable(read_measures(here.get(MEASURES)), BackupError::NewerHere)?;
            writes.set(MEASURES, write_measures(&here.unwrap_or_default().merged(there)));
        }
        if let Some(there) = content.owns {
            let here = readable(read_owns(here.get(OWNS)), BackupError::NewerHere)?;
            writes.set(OWNS, write_owns(&here.unwrap_or_default().merged(there)));
        }
        if let Some(text) = content.progress {
            writes.set(PROGRESS, text.to_owned());
        }
        if let Some(text) = content.answers {
            writes.set(SCREENING, text.to_owned());
        }
        for (key, text) in [(SETTINGS, content.settings), (BREAKS, content.breaks)] {
            if let (SettingsChoice::Take, Some(text)) = (settings, text) {
                writes.set(key, text.to_owned());
            }
        }
        let mut writes = writes.other_than(here);
        self.put_aside(&mut writes, here)?;
        Ok(writes)
    }

    /// Puts aside what cannot be read here where `writes` is to stand. Months have seen to that.
    fn put_aside(&self, writes: &mut KeptTexts, here: &KeptTexts) -> Result<(), BackupError> {
        let mut aside = vec![];
        for (key, _) in writes.iter() {
            let is_seen_to = key.starts_with(SESSIONS) || key.starts_with(UNREADABLE);
            let Some(text) = here.get(key).filter(|_| !is_seen_to) else { continue };
            match Content::default().take(key, text, &KeptTexts::default()) {
                Ok(true) => {}
                Ok(false) => aside.push((aside_key(self.made, key), text.to_owned())),
                Err(_) => return Err(BackupError::NewerHere),
            }
        }
        for (key, text) in aside {
            writes.set(&key, text);
        }
        Ok(())
    }

    /// What its texts say.
    fn content(&self, here: &KeptTexts) -> Result<Content<'_>, BackupError> {
        let mut content = Content::default();
        for (key, text) in self.texts.iter() {
            if key.starts_with(UNREADABLE) {
                content.unreadable.push((key.to_owned(), text));
            } else if !content.take(key, text, here)? {
                content.unreadable.push((aside_key(self.made, key), text));
            }
        }
        Ok(content)
    }
}

/// The texts to write so that what was `deleted` is here again, beside what has been kept since, as of `now`. What
/// cannot be put together with that is put aside.
#[must_use]
pub fn brought_back(deleted: &KeptTexts, here: &KeptTexts, now: OffsetDateTime) -> KeptTexts {
    let mut writes = KeptTexts::default();
    for (key, text) in deleted.iter() {
        if here.get(key).is_none() {
            writes.set(key, text.to_owned());
            continue;
        }
        let mut alone = KeptTexts::default();
        alone.set(key, text.to_owned());
        let alone = Backup { made: now, texts: alone };
        match alone.restored(here, SettingsChoice::Take) {
            Ok(joined) => joined.iter().for_each(|(key, text)| writes.set(key, text.to_owned())),
            Err(_) => writes.set(&aside_key(now, key), text.to_owned()),
        }
    }
    writes
}

/// What a file says.
#[derive(Default)]
struct Content<'a> {
    sessions: Vec<Record>,
    settings: Option<&'a str>,
    /// They go with the settings.
    breaks: Option<&'a str>,
    /// Those to the safety check, where there are none here that were given later.
    answers: Option<&'a str>,
    marks: Option<Marks>,
    hurts: Option<Hurts>,
    /// Where none are here.
    likes: Option<&'a str>,
    measures: Option<Measures>,
    owns: Option<Owns>,
    /// Where none is here that changed later.
    progress: Option<&'a str>,
    /// One that is to be gone on with here, where none is open.
    open_session: Option<&'a str>,
    /// What cannot be read of it, under the keys that it is to have.
    unreadable: Vec<(String, &'a str)>,
}

impl<'a> Content<'a> {
    /// Takes one text of the file; says whether it could be read.
    fn take(&mut self, key: &str, text: &'a str, here: &KeptTexts) -> Result<bool, BackupError> {
        match key {
            LAST_BACKUP | PUT_OFF => Ok(true),
            SETTINGS => {
                let settings = readable(stored::read_settings(Some(text)), BackupError::Newer)?;
                self.settings = settings.map(|_| text);
                Ok(self.settings.is_some())
            }
            BREAKS => {
                let breaks = readable(read_breaks(Some(text)), BackupError::Newer)?;
                self.breaks = breaks.as_ref().map(|_| text);
                Ok(breaks.is_some())
            }
            DAYS => {
                self.marks = readable(read_marks(Some(text)), BackupError::Newer)?;
                Ok(self.marks.is_some())
            }
            HURTS => {
                self.hurts = readable(read_hurts(Some(text)), BackupError::Newer)?;
                Ok(self.hurts.is_some())
            }
            LIKES => {
                let there = readable(read_likes(Some(text)), BackupError::Newer)?;
                let is_free = here.get(LIKES).is_none();
                self.likes = there.as_ref().filter(|_| is_free).map(|_| text);
                Ok(there.is_some())
            }
            MEASURES => {
                self.measures = readable(read_measures(Some(text)), BackupError::Newer)?;
                Ok(self.measures.is_some())
            }
            OWNS => {
                self.owns = readable(read_owns(Some(text)), BackupError::Newer)?;
                Ok(self.owns.is_some())
            }
            PROGRESS => {
                let there = readable(read_progress(Some(text)), BackupError::Newer)?;
                let known = readable(read_progress(here.get(PROGRESS)), BackupError::NewerHere)?;
                let is_later = |it: &Progress| known.is_none_or(|known| it.changed > known.changed);
                self.progress = there.filter(is_later).map(|_| text);
                Ok(there.is_some())
            }
            SCREENING => {
                let given = readable(read_given(Some(text)), BackupError::Newer)?;
                let known = readable(read_given(here.get(SCREENING)), BackupError::NewerHere)?;
                self.answers = given.filter(|given| Some(*given) > known).map(|_| text);
                Ok(given.is_some())
            }
            SESSION => {
                let session = readable(stored::read_session(Some(text)), BackupError::Newer)?;
                let is_free = here.get(SESSION).is_none();
                self.open_session = session.as_ref().filter(|_| is_free).map(|_| text);
                Ok(session.is_some())
            }
            key if key.starts_with(SESSIONS) => {
                let sessions = readable(stored::read_month(Some(text)), BackupError::Newer)?;
                let is_read = sessions.is_some();
                self.sessions.extend(sessions.into_iter().flatten());
                Ok(is_read)
            }
            // Nothing that this app has ever kept.
            _ => Ok(false),
        }
    }
}

/// Sessions put to those that are here.
struct Merged {
    /// The months that changed by it, and what could not be read where they are to stand.
    months: KeptTexts,
    /// How many were not here.
    new: usize,
}

fn merged(sessions: &[Record], here: &KeptTexts) -> Result<Merged, BackupError> {
    let mut merged = Merged { months: KeptTexts::default(), new: 0 };
    let mut months: Vec<(String, Vec<Record>)> = vec![];
    for record in sessions {
        let key = month_key(record);
        if !months.iter().any(|(known, _)| *known == key) {
            months.push((key.clone(), merged.month_here(&key, record, here)?));
        }
        for (_, month) in months.iter_mut().filter(|(known, _)| *known == key) {
            merged.new += usize::from(add(month, record));
        }
    }
    for (key, month) in months {
        merged.months.set(&key, stored::write_month(&month));
    }
    Ok(merged)
}

impl Merged {
    /// The sessions of a month here. What cannot be read there is put aside, as of `record`, which is to
    /// stand there.
    fn month_here(
        &mut self,
        key: &str,
        record: &Record,
        here: &KeptTexts,
    ) -> Result<Vec<Record>, BackupError> {
        let text = here.get(key);
        let known = readable(stored::read_month(text), BackupError::NewerHere)?;
        if let (None, Some(text)) = (&known, text) {
            self.months.set(&aside_key(record.began, key), text.to_owned());
        }
        Ok(known.unwrap_or_default())
    }
}

/// Adds a session in its place; says whether it was not there.
fn add(month: &mut Vec<Record>, record: &Record) -> bool {
    if let Some(known) = month.iter_mut().find(|known| known.is_same(record)) {
        // How it went may have been said only there.
        known.feel = known.feel.or(record.feel);
        known.pain = known.pain.or(record.pain);
        known.note = known.note.take().or_else(|| record.note.clone());
        return false;
    }
    let place = month.partition_point(|known| known.began <= record.began);
    month.insert(place, record.clone());
    true
}

/// What has been read; `newer` where only a later app can.
fn readable<T>(stored: Stored<T>, newer: BackupError) -> Result<Option<T>, BackupError> {
    match stored {
        Stored::Read(value) => Ok(Some(value)),
        Stored::Nothing | Stored::Unreadable(_) => Ok(None),
        Stored::Newer => Err(newer),
    }
}
