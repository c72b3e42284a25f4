//! Keeps and finds again what must outlive the page. Nothing is written over that this app cannot read.

use time::OffsetDateTime;

use super::library::screening;
use super::notices::{Notice, Notices};
use crate::browser::clock::local_time;
use crate::browser::storage::{self, StorageError};
use crate::domain::breaks::BreakSettings;
use crate::domain::breaks::stored::{read_breaks, write_breaks};
use crate::domain::history::{Record, add};
use crate::domain::hurts::{Hurts, read_hurts, write_hurts};
use crate::domain::kept::{
    BREAKS, DAYS, HURTS, KeptTexts, LAST_BACKUP, LIKES, MEASURES, OWNS, PROGRESS, PUT_OFF,
    SCREENING, SESSION, SETTINGS, aside_key, month_key, months,
};
use crate::domain::likes::{Likes, read_likes, write_likes};
use crate::domain::marks::{Marks, read_marks, write_marks};
use crate::domain::measures::{Measures, read_measures, write_measures};
use crate::domain::own::{Owns, read_owns, write_owns};
use crate::domain::progression::{Progress, read_progress, write_progress};
use crate::domain::screening::{Answers, read_answers, write_answers};
use crate::domain::settings::Settings;
use crate::domain::stored::{self, SavedSession, Stored, read_moment, write_moment};

/// What was found.
pub(super) struct Loaded {
    pub settings: Settings,
    pub history: Vec<Record>,
    pub session: Option<SavedSession>,
    pub last_backup: Option<OffsetDateTime>,
    pub put_off: Option<OffsetDateTime>,
    pub breaks: BreakSettings,
    pub answers: Option<Answers>,
    pub hurts: Hurts,
    pub progress: Progress,
    pub likes: Likes,
    pub owns: Owns,
    pub marks: Marks,
    pub measures: Measures,
}

/// Reads everything, and notes what could not be read.
pub(super) fn load(notices: Notices) -> Loaded {
    let mut found = |result: Result<(), Notice>| notices.on_error(result);
    let settings = get(SETTINGS, stored::read_settings, &mut found).unwrap_or_default();
    let session = session(notices);
    let mut history = vec![];
    for key in months(storage::keys().unwrap_or_default()) {
        for record in get(&key, stored::read_month, &mut found).into_iter().flatten() {
            add(&mut history, record);
        }
    }
    let last_backup = get(LAST_BACKUP, |text| read_moment(LAST_BACKUP, text), &mut found);
    let put_off = get(PUT_OFF, |text| read_moment(PUT_OFF, text), &mut found);
    let breaks = get(BREAKS, read_breaks, &mut found).unwrap_or_default();
    let answers = get(SCREENING, |text| read_answers(screening(), text), &mut found);
    let progress = get(PROGRESS, read_progress, &mut found).unwrap_or_default();
    let likes = get(LIKES, read_likes, &mut found).unwrap_or_default();
    let owns = get(OWNS, read_owns, &mut found).unwrap_or_default();
    let hurts = get(HURTS, read_hurts, &mut found).unwrap_or_default();
    let marks = get(DAYS, read_marks, &mut found).unwrap_or_default();
    let measures = get(MEASURES, read_measures, &mut found).unwrap_or_default();
    Loaded {
        settings,
        history,
        session,
        last_backup,
        put_off,
        breaks,
        answers,
        hurts,
        progress,
        likes,
        owns,
        marks,
        measures,
    }
}

/// Every text of ours, as it stands.
pub(super) fn all() -> Result<KeptTexts, Notice> {
    let mut kept = KeptTexts::default();
    for key in storage::keys().map_err(notice)? {
        if let Some(text) = storage::read(&key).map_err(notice)? {
            kept.set(&key, text);
        }
    }
    Ok(kept)
}

/// Writes all of `texts`, or changes nothing.
pub(super) fn write_all(texts: &KeptTexts) -> Result<(), Notice> {
    let before = all()?;
    for (key, text) in texts.iter() {
        if let Err(error) = storage::write(key, text) {
            roll_back(texts, &before);
            return Err(notice(error));
        }
    }
    Ok(())
}

/// Puts what stood under the keys of `texts` back there. There was room for it before.
fn roll_back(texts: &KeptTexts, before: &KeptTexts) {
    // What is new goes first, which makes the room.
    for (key, _) in texts.iter().filter(|(key, _)| before.get(key).is_none()) {
        let _ = storage::remove(key);
    }
    for (key, text) in before.iter().filter(|(key, _)| texts.get(key).is_some()) {
        let _ = storage::write(key, text);
    }
}

/// Takes everything of ours away, and gives it, should it be wanted back.
pub(super) fn delete_all() -> Result<KeptTexts, Notice> {
    let kept = all()?;
    for (key, _) in kept.iter() {
        storage::remove(key).map_err(notice)?;
    }
    Ok(kept)
}

pub(super) fn keep_last_backup(made: OffsetDateTime) -> Result<(), Notice> {
    put(LAST_BACKUP, |text| read_moment(LAST_BACKUP, text), |_| write_moment(made))
}

pub(super) fn keep_put_off(at: OffsetDateTime) -> Result<(), Notice> {
    put(PUT_OFF, |text| read_moment(PUT_OFF, text), |_| write_moment(at))
}

pub(super) fn keep_answers(answers: &Answers) -> Result<(), Notice> {
    put(SCREENING, |text| read_answers(screening(), text), |_| write_answers(screening(), answers))
}

pub(super) fn keep_hurts(hurts: &Hurts) -> Result<(), Notice> {
    put(HURTS, read_hurts, |_| write_hurts(hurts))
}

pub(super) fn keep_progress(progress: &Progress) -> Result<(), Notice> {
    put(PROGRESS, read_progress, |_| write_progress(progress))
}

pub(super) fn keep_likes(likes: &Likes) -> Result<(), Notice> {
    put(LIKES, read_likes, |_| write_likes(likes))
}

pub(super) fn keep_owns(owns: &Owns) -> Result<(), Notice> {
    put(OWNS, read_owns, |_| write_owns(owns))
}

pub(super) fn keep_marks(marks: &Marks) -> Result<(), Notice> {
    put(DAYS, read_marks, |_| write_marks(marks))
}

pub(super) fn keep_measures(measures: &Measures) -> Result<(), Notice> {
    put(MEASURES, read_measures, |_| write_measures(measures))
}

pub(super) fn keep_breaks(breaks: &BreakSettings) -> Result<(), Notice> {
    put(BREAKS, read_breaks, |_| write_breaks(breaks))
}

/// The session that was going on when it was last kept.
pub(super) fn session(notices: Notices) -> Option<SavedSession> {
    get(SESSION, stored::read_session, &mut |result| notices.on_error(result))
}

pub(super) fn keep_settings(settings: &Settings) -> Result<(), Notice> {
    put(SETTINGS, stored::read_settings, |_| stored::write_settings(settings))
}

/// Keeps where a session stands, in place of any earlier one. `ours` is what this page kept last: where that still stands there, it need not
/// be understood before something takes its place.
pub(super) fn keep_session(
    session: &SavedSession,
    ours: &mut Option<String>,
) -> Result<(), Notice> {
    let text = stored::write_session(session);
    if ours.is_some() && storage::read(SESSION).map_err(notice)? == *ours {
        storage::write(SESSION, &text).map_err(notice)?;
    } else {
        put(SESSION, stored::read_session, |_| text.clone())?;
    }
    *ours = Some(text);
    Ok(())
}

/// Takes away the session that is kept, unless it is one that this app does not understand.
pub(super) fn forget_session() -> Result<(), Notice> {
    match stored::read_session(storage::read(SESSION).map_err(notice)?.as_deref()) {
        Stored::Nothing | Stored::Read(_) => storage::remove(SESSION).map_err(notice),
        Stored::Newer | Stored::Unreadable(_) => Ok(()),
    }
}

/// Adds a record to its month, as it stands there now: another tab may have added one meanwhile. One that
/// is there already is left alone.
pub(super) fn add_record(record: &Record) -> Result<(), Notice> {
    put(&month_key(record), stored::read_month, |month| {
        let mut records = month.unwrap_or_default();
        if !records.iter().any(|kept| kept.is_same(record)) {
            records.push(record.clone());
        }
        stored::write_month(&records)
    })
}

/// Keeps what `record` says of how it went.
pub(super) fn update_record(record: &Record) -> Result<(), Notice> {
    put(&month_key(record), stored::read_month, |month| {
        let mut records = month.unwrap_or_default();
        for kept in records.iter_mut().filter(|kept| kept.is_same(record)) {
            kept.clone_from(record);
        }
        stored::write_month(&records)
    })
}

/// Takes a record out of its month, as that stands there now.
pub(super) fn remove_record(record: &Record) -> Result<(), Notice> {
    put(&month_key(record), stored::read_month, |month| {
        let mut records = month.unwrap_or_default();
        records.retain(|kept| !kept.is_same(record));
        stored::write_month(&records)
    })
}

/// Reads what stands under `key`; what cannot be read is set aside.
fn get<T>(
    key: &str,
    read: impl Fn(Option<&str>) -> Stored<T>,
    found: &mut impl FnMut(Result<(), Notice>),
) -> Option<T> {
    let text = match storage::read(key) {
        Ok(text) => text,
        Err(error) => {
            found(Err(notice(error)));
            return None;
        }
    };
    // Most keys are not there, and what one reads them by need not be, either.
    text.as_ref()?;
    match read(text.as_deref()) {
        Stored::Nothing => None,
        Stored::Read(value) => Some(value),
        Stored::Newer => {
            found(Err(Notice::Newer { key: key.to_owned() }));
            None
        }
        Stored::Unreadable(_) => {
            found(
                set_aside(key, &text.unwrap_or_default())
                    .and(Err(Notice::SetAside { key: key.to_owned() })),
            );
            None
        }
    }
}

/// Writes under `key` what `write` makes of that which stands there.
fn put<T>(
    key: &str,
    read: impl Fn(Option<&str>) -> Stored<T>,
    write: impl FnOnce(Option<T>) -> String,
) -> Result<(), Notice> {
    let there = storage::read(key).map_err(notice)?;
    let value = match read(there.as_deref()) {
        Stored::Nothing => None,
        Stored::Read(value) => Some(value),
        Stored::Newer => return Err(Notice::Newer { key: key.to_owned() }),
        Stored::Unreadable(_) => {
            set_aside(key, &there.unwrap_or_default())?;
            None
        }
    };
    storage::write(key, &write(value)).map_err(notice)
}

/// Moves a text that cannot be read to a key of its own, where nothing writes.
fn set_aside(key: &str, text: &str) -> Result<(), Notice> {
    let aside = aside_key(local_time(), key);
    storage::write(&aside, text)
        .and_then(|()| storage::remove(key))
        .map_err(|_| Notice::Stuck { key: key.to_owned() })
}

fn notice(error: StorageError) -> Notice {
    match error {
        StorageError::Unavailable => Notice::StorageBlocked,
        StorageError::Full => Notice::StorageFull,
    }
}
