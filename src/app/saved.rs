//! Keeps and finds again what must outlive the page. Nothing is written over that this app cannot read.

use time::OffsetDateTime;

use super::notices::{Notice, Notices};
use crate::browser::clock::local_time;
use crate::browser::storage::{self, StorageError};
use crate::domain::history::{Record, YearMonth};
use crate::domain::settings::Settings;
use crate::domain::stored::{self, SavedSession, Stored};

const SETTINGS: &str = "settings";
const SESSION: &str = "session";
/// Before the month, as in `sessions.2026-11`.
const SESSIONS: &str = "sessions.";

/// What was found at the start.
pub(super) struct Loaded {
    pub settings: Settings,
    pub history: Vec<Record>,
    pub session: Option<SavedSession>,
}

/// Reads everything, and notes what could not be read.
pub(super) fn load(notices: Notices) -> Loaded {
    let mut found = |result: Result<(), Notice>| notices.on_error(result);
    let settings = get(SETTINGS, stored::read_settings, &mut found).unwrap_or_default();
    let session = get(SESSION, stored::read_session, &mut found);
    let mut history = vec![];
    for key in session_keys() {
        for record in get(&key, stored::read_month, &mut found).into_iter().flatten() {
            let place = history.partition_point(|it: &Record| it.began <= record.began);
            history.insert(place, record);
        }
    }
    Loaded { settings, history, session }
}

pub(super) fn keep_settings(settings: &Settings) -> Result<(), Notice> {
    put(SETTINGS, stored::read_settings, |_| stored::write_settings(settings))
}

/// Keeps a session that is going on. Any earlier one is replaced.
pub(super) fn keep_session(session: &SavedSession) -> Result<(), Notice> {
    put(SESSION, stored::read_session, |_| stored::write_session(session))
}

pub(super) fn forget_session() -> Result<(), Notice> {
    storage::remove(SESSION).map_err(notice)
}

/// Adds a record to its month, as it stands there now: another tab may have added one meanwhile.
pub(super) fn add_record(record: &Record) -> Result<(), Notice> {
    put(&month_key(record.month()), stored::read_month, |month| {
        let mut records = month.unwrap_or_default();
        records.push(record.clone());
        stored::write_month(&records)
    })
}

/// Puts `record` in place of the one that began when it did.
pub(super) fn update_record(record: &Record) -> Result<(), Notice> {
    put(&month_key(record.month()), stored::read_month, |month| {
        let mut records = month.unwrap_or_default();
        for kept in records.iter_mut().filter(|kept| kept.began == record.began) {
            kept.clone_from(record);
        }
        stored::write_month(&records)
    })
}

fn month_key(month: YearMonth) -> String {
    format!("{SESSIONS}{:04}-{:02}", month.year, u8::from(month.month))
}

fn session_keys() -> Vec<String> {
    let keys = storage::keys().unwrap_or_default();
    keys.into_iter().filter(|key| key.starts_with(SESSIONS)).collect()
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
    let aside = aside_key(key, local_time());
    storage::write(&aside, text)
        .and_then(|()| storage::remove(key))
        .map_err(|_| Notice::Stuck { key: key.to_owned() })
}

fn aside_key(key: &str, now: OffsetDateTime) -> String {
    format!("unreadable.{}.{key}", now.unix_timestamp())
}

fn notice(error: StorageError) -> Notice {
    match error {
        StorageError::Unavailable => Notice::StorageBlocked,
        StorageError::Full => Notice::StorageFull,
    }
}
