//! Keeps up with what other tabs do to what is kept.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;

use super::notices::Notice;
use super::{App, for_good, preferences, saved};
use crate::browser::events::{self, Visibility};
use crate::browser::ticker::{self, Wake};
use crate::domain::history::add;
use crate::domain::kept::SESSION;
use crate::domain::settings::Settings;

/// A tab that leads keeps its session every few seconds, and gives up the lead just after the last time.
const CALM: Duration = Duration::from_millis(600);

/// Calls `then` once it has been calm for a while.
fn soon(wake: &RefCell<Option<Wake>>, then: impl FnOnce() + 'static) {
    drop(wake.replace(Some(ticker::after(CALM, then))));
}

impl App {
    /// Called once.
    pub(super) fn follow_tabs(self) {
        let (session, rest) = (RefCell::new(None), RefCell::new(None));
        for_good(events::on_kept_elsewhere(move |key| match key.as_deref() {
            Some(SESSION) => soon(&session, move || self.mirror()),
            Some(_) => soon(&rest, move || self.refresh()),
            None => self.is_cleared(),
        }));
        for_good(events::on_visibility(move |visibility| {
            if visibility == Visibility::Visible {
                self.mirror();
            }
        }));
    }

    /// Reads again what is kept, since something else than this page has changed it.
    pub(super) fn refresh(self) {
        let loaded = saved::load(self.notices);
        let mut history = loaded.history;
        for record in self.player.unkept() {
            if !history.iter().any(|known| known.is_same(&record)) {
                add(&mut history, record);
            }
        }
        self.history.set(history);
        preferences::show_theme(loaded.settings.theme);
        if self.settings.with_untracked(|it| it.theme) != loaded.settings.theme {
            events::restyle();
        }
        let heard = |settings: &Settings| (settings.sounds, settings.volume);
        let before = self.settings.with_untracked(heard);
        self.settings.set(loaded.settings);
        let (sounds, volume) = self.settings.with_untracked(heard);
        if (sounds, volume) != before && untrack(|| self.player.is_running()) {
            self.player.senses.set_volume(volume);
            self.player.change_sounds(sounds);
        }
        self.data.last_backup.set(loaded.last_backup);
        self.breaks.adopt(loaded.breaks);
        self.check.answers.set(loaded.answers);
        self.check.hurts.set(loaded.hurts);
        self.check.likes.set(loaded.likes);
        self.show_owns(loaded.owns);
        self.diary.marks.set(loaded.marks);
        self.diary.measures.set(loaded.measures);
        self.course.progress.set(loaded.progress);
        self.course.put_off.set(loaded.put_off);
        self.heed_closed();
        self.mirror();
    }

    /// Shows the session that is kept, if the answers that are kept still allow it.
    fn mirror(self) {
        self.player.mirror(move || self.drop_what_is_forbidden());
    }

    /// Everything that was kept on this origin is gone. What this page knows is all that is left.
    fn is_cleared(self) {
        let has_sessions = self.history.with_untracked(|records| !records.is_empty());
        if has_sessions {
            self.notices.add(Notice::Cleared);
        }
    }

    /// Keeps again what this page knows.
    pub fn keep_again(self) {
        let kept =
            self.history.with_untracked(|records| records.iter().try_for_each(saved::add_record));
        let settings = self.settings.with_untracked(saved::keep_settings);
        self.notices.on_error(kept.and(settings));
    }
}
