//! What is kept, as a whole: into a file and out of one, away and back.

use std::cell::RefCell;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::library::library;
use super::notices::Notice;
use super::shared::Shared;
use super::{App, now, saved};
use crate::browser::files::{self, FileError};
use crate::browser::persistence::{self, Promise};
use crate::domain::backup::{self, Backup, BackupError, Preview, SettingsChoice};
use crate::domain::history::Record;
use crate::domain::kept::KeptTexts;
use crate::domain::pain::{Pain, Score};
use crate::domain::session::End;
use crate::domain::table;
use crate::words::words;

/// After so many sessions a backup is due.
const MANY: usize = 10;

pub type Data = Shared<Whole>;

pub struct Whole {
    /// When the last backup was made on this device.
    pub last_backup: RwSignal<Option<OffsetDateTime>>,
    /// What a file that was chosen would bring, or why it brings nothing.
    pub offer: RwSignal<Option<Offer>>,
    /// Whether the browser has promised not to clear what is kept, once it has said so.
    pub is_promised: RwSignal<Option<bool>>,
    /// Whether what was deleted can be had back.
    pub can_undo: RwSignal<bool>,
    chosen: RefCell<Option<Backup>>,
    deleted: RefCell<KeptTexts>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    Preview(Preview),
    /// It could not be read at all.
    NoFile,
    TooLong,
    /// Its content is not to be had.
    Refused(BackupError),
    /// It has been brought in: so many sessions.
    Done(usize),
}

impl Data {
    pub(super) fn create(last_backup: Option<OffsetDateTime>) -> Self {
        Shared::new(Whole {
            last_backup: RwSignal::new(last_backup),
            offer: RwSignal::new(None),
            is_promised: RwSignal::new(None),
            can_undo: RwSignal::new(false),
            chosen: RefCell::default(),
            deleted: RefCell::default(),
        })
    }

    /// Whether so much has been done since the last backup that losing it would hurt.
    #[must_use]
    pub fn is_overdue(self, records: &[Record]) -> bool {
        let last = self.last_backup.get();
        records.iter().filter(|it| last.is_none_or(|last| it.began > last)).count() >= MANY
    }

    /// Has the browser say what it has promised.
    pub fn look_after(self) {
        persistence::look(move |promise| self.hear(promise));
    }

    /// Asks the browser not to clear what is kept. Call it within a press of a button: some ask the
    /// person in turn.
    pub fn ask_for_promise(self) {
        persistence::ask(move |promise| self.hear(promise));
    }

    /// The same at a moment when there is something to keep, where the browser asks nobody.
    pub(super) fn ask_quietly(self) {
        if !persistence::asks_the_person() {
            self.ask_for_promise();
        }
    }

    fn hear(self, promise: Promise) {
        self.is_promised.set(Some(promise == Promise::Given));
    }
}

impl App {
    /// Saves everything that is kept to a file. Call it within a press of a button.
    pub fn save_backup(self) {
        let made = now();
        let saved = saved::all().and_then(|kept| {
            let text = backup::write(&kept, made);
            save_file(
                &format!("limber-{}.json", table::iso_date(made.date())),
                "application/json",
                &text,
            )?;
            saved::keep_last_backup(made)
        });
        if saved.is_ok() {
            self.data.last_backup.set(Some(made));
        }
        self.notices.on_error(saved);
    }

    /// Saves a table of all sessions to a file. Call it within a press of a button.
    pub fn save_table(self) {
        let words = words();
        let columns = words.data.columns.iter().chain(words.progress.columns);
        let columns = columns.chain([&words.diary.note]);
        let mut rows = vec![columns.map(ToString::to_string).collect()];
        self.history.with_untracked(|records| rows.extend(records.iter().map(row)));
        let name = format!("limber-{}.csv", table::iso_date(now().date()));
        self.notices.on_error(save_file(&name, "text/csv", &table::csv(&rows)));
    }

    /// Lets the person choose a backup, and looks what it would bring.
    pub fn choose_backup(self) {
        self.data.offer.set(None);
        files::choose(".json,application/json", backup::LONGEST, move |text| {
            self.data.offer.set(Some(self.look_into(text)));
        });
    }

    fn look_into(self, text: Result<String, FileError>) -> Offer {
        let text = match text {
            Ok(text) => text,
            Err(FileError::TooLong) => return Offer::TooLong,
            Err(_) => return Offer::NoFile,
        };
        let here = saved::all().unwrap_or_default();
        let read = Backup::read(&text).and_then(|backup| Ok((backup.preview(&here)?, backup)));
        match read {
            Ok((preview, backup)) => {
                self.data.chosen.replace(Some(backup));
                Offer::Preview(preview)
            }
            Err(error) => Offer::Refused(error),
        }
    }

    /// Brings in the file that was chosen: everything, or nothing.
    pub fn restore(self, settings: SettingsChoice) {
        let Some(backup) = self.data.chosen.take() else { return };
        let restored = saved::all().map(|here| {
            let new = backup.preview(&here).map_or(0, |preview| preview.new);
            backup.restored(&here, settings).map(|texts| (texts, new))
        });
        let offer = match restored {
            Ok(Ok((texts, new))) => saved::write_all(&texts).map(|()| Offer::Done(new)),
            Ok(Err(error)) => Ok(Offer::Refused(error)),
            Err(notice) => Err(notice),
        };
        match offer {
            Ok(offer) => {
                self.data.offer.set(Some(offer));
                self.refresh();
            }
            Err(notice) => self.notices.add(notice),
        }
    }

    /// Leaves the file that was chosen.
    pub fn leave_backup(self) {
        self.data.chosen.take();
        self.data.offer.set(None);
    }

    /// Takes everything away. Until the page is left, it can be had back.
    pub fn delete_all(self) {
        match saved::delete_all() {
            Ok(kept) => {
                self.data.deleted.replace(kept);
                self.data.can_undo.set(true);
                self.player.forget_unkept();
                self.refresh();
            }
            Err(notice) => self.notices.add(notice),
        }
    }

    pub fn undo_delete(self) {
        let written = saved::all().and_then(|here| {
            saved::write_all(&backup::brought_back(&self.data.deleted.borrow(), &here, now()))
        });
        match written {
            Ok(()) => {
                self.data.can_undo.set(false);
                self.refresh();
            }
            Err(notice) => self.notices.add(notice),
        }
    }
}

/// Whether the browser clears everything once it was not opened for a week.
#[must_use]
pub fn forgets_after_a_week() -> bool {
    persistence::forgets_after_a_week()
}

fn save_file(name: &str, kind: &str, text: &str) -> Result<(), Notice> {
    files::save(name, kind, text).map_err(|_| Notice::NoFile)
}

/// A session as a row of the table, in the order of its columns.
fn row(record: &Record) -> Vec<String> {
    let ended = words().data.ended;
    let began = record.began;
    let routine = App::get().routine_name(&record.routine);
    let (left, right) = record.sides();
    let worked = record.worked();
    let secs = |length: std::time::Duration| length.as_secs().to_string();
    let mut row = vec![
        table::iso_date(began.date()),
        format!("{:02}:{:02}:{:02}", began.hour(), began.minute(), began.second()),
        table::iso_offset(began.offset()),
        routine.unwrap_or_else(|| record.routine.clone()),
        ended(record.end == End::Finished).to_owned(),
        secs(worked),
        secs(left),
        secs(right),
        secs(worked.saturating_sub(left + right)),
        record.feel.map(words().done.feel).unwrap_or_default().to_owned(),
        movements(record),
    ];
    row.extend(pain(record.pain));
    row.push(record.note.as_ref().map_or_else(String::new, |it| it.as_str().to_owned()));
    row
}

/// What was told of pain, in the order of its columns.
fn pain(pain: Pain) -> [String; 6] {
    let words = &words().progress;
    let score = |it: Option<Score>| it.map_or_else(String::new, |it| it.get().to_string());
    [
        score(pain.before),
        score(pain.after),
        score(pain.next_day),
        score(pain.two_days),
        pain.site.map_or_else(String::new, |it| (words.site)(it).to_owned()),
        pain.flank.map_or_else(String::new, |it| (words.flank)(it).to_owned()),
    ]
}

fn movements(record: &Record) -> String {
    let library = library();
    let done = record.done.iter().filter_map(|done| library.catalogue.movement(done.movement));
    let names: Vec<_> = done.map(|movement| library.texts.movement(movement.id).name).collect();
    names.join("; ")
}
