//! Breaks from the desk: keeps the time for them while the page is open, and says when one is due.

mod wishes;

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::library::library;
use super::route::Route;
use super::shared::Shared;
use super::{App, for_good, now};
use crate::browser::alarm::Alarm;
use crate::browser::badge::{self, Badge};
use crate::browser::events::{self, Visibility};
use crate::browser::idle;
use crate::browser::locks::{self, Answer, Lock};
pub use crate::browser::notifications::Leave as NotificationLeave;
use crate::browser::notifications::{self, Note};
use crate::browser::storage;
use crate::domain::breaks::{
    BreakSettings, Desk, Effect, Input, Kind, LEAST_AWAY, Phase, ScheduleError, pick,
};
use crate::words::words;

/// The lock of the tab that keeps the time.
const DESK: &str = "desk";
/// All that is said of breaks has one name, so that one thing takes the place of another.
const TAG: &str = "break";
/// What is told of the buttons on a note.
const START: &str = "start";
const LATER: &str = "later";
/// The time left is shown in seconds from here on, and in minutes before.
const BY_SECONDS: Duration = Duration::from_secs(60);
/// What is offered where nothing else fits.
const ANY_BREAK: &str = "desk-reset-2";

pub type Breaks = Shared<Reminding>;

pub struct Reminding {
    pub settings: RwSignal<BreakSettings>,
    pub phase: RwSignal<Phase>,
    /// How long until the next break, as it is shown.
    pub left: RwSignal<Option<Duration>>,
    /// Whether another tab keeps the time.
    pub is_elsewhere: RwSignal<bool>,
    /// What the last change would have broken.
    pub refused: RwSignal<Option<ScheduleError>>,
    pub leave: RwSignal<NotificationLeave>,
    desk: RefCell<Desk>,
    alarm: RefCell<Option<Alarm>>,
    /// When the clock was last looked at, in seconds since 1970.
    seen: Cell<i64>,
    lock: RefCell<Option<Lock>>,
    /// Whether the browser tells when nobody is there, or could be asked to.
    pub watching: RwSignal<Watching>,
    /// Since when nobody has been there.
    away_since: Cell<Option<OffsetDateTime>>,
}

/// Whether the browser tells when nobody is at the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watching {
    /// It cannot.
    Never,
    /// It can, once the person lets it.
    Asleep,
    On,
}

impl Breaks {
    pub(super) fn create(settings: BreakSettings) -> Self {
        Shared::new(Reminding {
            desk: RefCell::new(Desk::new(settings.schedule.clone())),
            settings: RwSignal::new(settings),
            phase: RwSignal::new(Phase::Off),
            left: RwSignal::new(None),
            is_elsewhere: RwSignal::new(false),
            refused: RwSignal::new(None),
            leave: RwSignal::new(notifications::leave()),
            alarm: RefCell::default(),
            seen: Cell::new(0),
            lock: RefCell::default(),
            watching: RwSignal::new(if idle::is_there() {
                Watching::Asleep
            } else {
                Watching::Never
            }),
            away_since: Cell::new(None),
        })
    }

    /// When the next break is due, and of which kind it is.
    #[must_use]
    pub fn next(self) -> Option<(OffsetDateTime, Kind)> {
        // It changes with the phase.
        self.phase.track();
        self.desk.borrow().next(now())
    }

    fn keep_time(self) {
        locks::take(DESK, move |answer| {
            let lock = match answer {
                Answer::Held(lock) => Some(lock),
                Answer::Unknown => None,
                Answer::Taken => return self.is_elsewhere.set(true),
            };
            self.is_elsewhere.set(false);
            self.lock.replace(lock);
            if self.watching.get_untracked() == Watching::Asleep {
                // Where the person has let it before, it does so again.
                idle::follow(
                    move |is_there| self.see(is_there),
                    move || self.watching.set(Watching::On),
                );
            }
            self.alarm.replace(Some(Alarm::new(move || self.tell(Input::Tick))));
            self.go_on();
        });
    }

    /// Goes on where this tab was before its page was loaded again, or begins.
    fn go_on(self) {
        let now = now();
        let note = storage::note(DESK);
        let unseen = note.and_then(|note| self.desk.borrow_mut().go_on(&note, now));
        self.seen.set((now - unseen.unwrap_or_default()).unix_timestamp());
        self.tell(if unseen.is_some() { Input::Tick } else { Input::Start });
    }

    /// Goes by other settings: the person's, or what another tab or a file has brought.
    pub(super) fn adopt(self, settings: BreakSettings) {
        let before = self.settings.get_untracked();
        self.settings.set(settings.clone());
        if before.schedule != settings.schedule {
            let effects = self.desk.borrow_mut().reschedule(settings.schedule, now());
            self.perform_all(effects);
            self.tell(Input::Tick);
        }
        match (before.is_on, settings.is_on) {
            (false, true) => self.keep_time(),
            (true, false) => self.stop(),
            (false, false) | (true, true) => {}
        }
    }

    fn stop(self) {
        self.tell(Input::Stop);
        self.alarm.take();
        self.lock.take();
        self.is_elsewhere.set(false);
    }

    /// Takes an input at the time that it is, and carries out what comes of it.
    pub fn tell(self, input: Input) {
        if self.alarm.borrow().is_none() {
            return;
        }
        let now = now();
        // While the page keeps the time it looks each minute: it was not looked after for so long.
        let gap = now.unix_timestamp() - self.seen.replace(now.unix_timestamp());
        let away = Duration::from_secs(u64::try_from(gap).unwrap_or_default());
        let away = (away >= LEAST_AWAY).then_some(Input::Returned { away });
        for input in away.into_iter().chain([input]) {
            let effects = self.desk.borrow_mut().update(input, now);
            self.perform_all(effects);
        }
        storage::keep_note(DESK, self.desk.borrow().note().as_deref());
        self.show(now);
    }

    fn perform_all(self, effects: Vec<Effect>) {
        // What is said next takes the place of what was said before. Taken back, that might be gone only
        // after the next is there, and take it along.
        let is_said = |effect: &Effect| matches!(effect, Effect::Warn { .. } | Effect::Call { .. });
        let says_more = effects.iter().any(is_said);
        for effect in effects {
            if !(says_more && effect == Effect::Withdraw) {
                self.perform(effect);
            }
        }
    }

    fn perform(self, effect: Effect) {
        let words = &words().breaks;
        match effect {
            Effect::Warn { kind, .. } => self.note((words.warning)(kind), &[]),
            Effect::Call { kind } => {
                // Whoever is stretching needs no break.
                if untrack(|| App::get().is_in_session()) {
                    return;
                }
                App::get().player.senses.chime();
                self.note((words.due)(kind), &[(START, words.start), (LATER, words.later)]);
            }
            Effect::Withdraw => notifications::withdraw(TAG),
            // It is asked where the person comes back to.
            Effect::AskAway(_) => {}
        }
    }

    fn note(self, title: &str, buttons: &[(&str, &str)]) {
        if self.settings.with_untracked(|it| it.notify) {
            let body = words().breaks.note;
            notifications::show(&Note { title, body, tag: TAG, buttons });
        }
    }

    /// Shows where things stand, and has the page woken for the next change of that.
    fn show(self, now: OffsetDateTime) {
        let (phase, left) = {
            let desk = self.desk.borrow();
            (desk.phase(), desk.left(now))
        };
        if self.phase.get_untracked() != phase {
            self.phase.set(phase);
        }
        let shown = left.map(shown);
        if self.left.get_untracked() != shown {
            self.left.set(shown);
            badge::show(on_icon(phase, shown));
        }
        if let (Some(alarm), Some(left)) = (&*self.alarm.borrow(), left) {
            alarm.set(until_next(left, now));
        }
    }

    /// Asks the person whether the browser may tell when nobody is there. Call it within a press of a
    /// button.
    pub fn watch(self) {
        idle::ask(move |is_there| self.see(is_there), move || self.watching.set(Watching::On));
    }

    fn see(self, is_there: bool) {
        if !is_there {
            self.away_since.set(self.away_since.get().or(Some(now())));
            return;
        }
        if let Some(since) = self.away_since.take() {
            let away = Duration::try_from(now() - since).unwrap_or_default();
            self.seen.set(now().unix_timestamp());
            self.tell(Input::Returned { away });
        }
    }
}

/// The routine to offer for a break of this kind.
#[must_use]
pub fn offer(kind: Kind) -> &'static str {
    let catalogue = &library().catalogue;
    let allowed: Vec<_> =
        catalogue.routines.iter().filter(|it| it.office_clothes).map(|it| it.id).collect();
    let history = App::get().history;
    let picked = history.with(|records| pick(records, catalogue, &allowed, kind, now()));
    picked.unwrap_or(ANY_BREAK)
}

/// What a person sees of the time left: whole minutes, rounded up, and the last of them in seconds.
fn shown(left: Duration) -> Duration {
    if left <= BY_SECONDS { left } else { Duration::from_secs(left.as_secs().div_ceil(60) * 60) }
}

/// What the app's icon says of it.
fn on_icon(phase: Phase, left: Option<Duration>) -> Badge {
    match (phase, left) {
        (Phase::Due { .. }, _) => Badge::Mark,
        (Phase::Waiting { .. } | Phase::Warned { .. }, Some(left)) => {
            Badge::Number(u32::try_from(left.as_secs().div_ceil(60)).unwrap_or(u32::MAX))
        }
        _ => Badge::Nothing,
    }
}

/// When that changes, counted from `now`, at the beginning of a second.
fn until_next(left: Duration, now: OffsetDateTime) -> Duration {
    let secs = left.as_secs();
    let wait = if secs <= BY_SECONDS.as_secs() { 1 } else { (secs - 1) % 60 + 1 };
    let into = Duration::from_nanos(u64::from(now.nanosecond()));
    Duration::from_secs(if secs == 0 { 60 } else { wait }).saturating_sub(into)
}

impl App {
    /// Called once.
    pub(super) fn follow_breaks(self) {
        if self.breaks.settings.with_untracked(|it| it.is_on) {
            self.breaks.keep_time();
        }
        notifications::on_press(move |action| match action {
            START => self.begin_break(),
            LATER => self.postpone_break(0),
            _ => Route::Breaks.go(),
        });
        for_good(events::on_visibility(move |visibility| {
            if visibility == Visibility::Visible {
                self.breaks.tell(Input::Tick);
                // The tab that kept the time may be gone.
                if self.breaks.is_elsewhere.get_untracked() {
                    self.breaks.keep_time();
                }
            }
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(left: u64, seen: u64, changes_in: u64) {
        let left = Duration::from_secs(left);
        assert_eq!(shown(left).as_secs(), seen);
        assert_eq!(until_next(left, OffsetDateTime::UNIX_EPOCH).as_secs(), changes_in);
    }

    #[test]
    fn minutes_are_rounded_up_and_the_last_goes_by_in_seconds() {
        check(121, 180, 1);
        check(120, 120, 60);
        check(61, 120, 1);
        check(60, 60, 1);
        check(1, 1, 1);
        check(0, 0, 60);
    }
}
