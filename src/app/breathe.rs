//! Breathing by the pacer alone: keeps its time, has it heard and felt, and says what to show.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;

use super::for_good;
use super::player::Player;
use super::shared::Shared;
use crate::browser::clock::{Clock, Reading};
use crate::browser::events::{self, Visibility};
use crate::browser::ticker::{self, Wake};
use crate::domain::breath::{Breath, Half, Pace, Pacer};
use crate::domain::cues::{Beat, Sound};
use crate::domain::settings::Settings;

/// A tone this late is still worth playing while the sound starts up.
const JUST_NOW: Duration = Duration::from_millis(400);

pub type Breathe = Shared<Pacing>;

pub struct Pacing {
    pub shown: RwSignal<Breathing>,
    /// For how many minutes it goes on.
    pub minutes: RwSignal<u64>,
    /// Whether it is to be heard, where the person has said so on this visit.
    tone: RwSignal<Option<bool>>,
    settings: RwSignal<Settings>,
    player: Player,
    clock: Clock,
    pacer: Cell<Option<Pacer>>,
    wake: RefCell<Option<Wake>>,
}

/// What to show of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breathing {
    Ready,
    /// The breath goes that way for so many seconds, and all of it for so long.
    Running {
        half: Half,
        secs: u64,
        left: Duration,
    },
    Stopped,
    /// It went on for so many minutes.
    Over {
        minutes: u64,
    },
}

impl Breathing {
    /// Which way the breath goes, while it runs.
    #[must_use]
    pub const fn half(self) -> Option<Half> {
        match self {
            Self::Running { half, .. } => Some(half),
            Self::Ready | Self::Stopped | Self::Over { .. } => None,
        }
    }
}

/// A page on which one can breathe. With it the pacer is gone.
#[must_use]
pub struct Place(Breathe);

impl Drop for Place {
    fn drop(&mut self) {
        self.0.stop();
        self.0.shown.set(Breathing::Ready);
    }
}

impl Breathe {
    /// Follows the page, beside `player`, which has the sound and the screen while it runs.
    pub(super) fn create(settings: RwSignal<Settings>, player: Player) -> Self {
        let breathe = Shared::new(Pacing {
            shown: RwSignal::new(Breathing::Ready),
            minutes: RwSignal::new(3),
            tone: RwSignal::new(None),
            settings,
            player,
            clock: Clock::start(),
            pacer: Cell::default(),
            wake: RefCell::default(),
        });
        // After the player, which takes back all sounds first.
        player.senses.when_audible(move || breathe.plan_tones());
        for_good(events::on_visibility(move |visibility| match visibility {
            Visibility::Visible => breathe.come_back(),
            Visibility::Hidden => {}
        }));
        breathe
    }

    /// Says that a page for it is there.
    pub fn open(self) -> Place {
        Place(self)
    }

    /// Whether the breath is to be heard: where nothing else was said, as all sounds.
    #[must_use]
    pub fn has_tone(self) -> bool {
        self.tone.get().unwrap_or_else(|| self.settings.with(|it| it.sounds))
    }

    /// Has the breath heard from now on, or no more. Call it within a press of a button.
    pub fn set_tone(self, on: bool) {
        self.tone.set(Some(on));
        if self.pacer.get().is_none() {
            return;
        }
        if on {
            self.player.senses.unlock_sounds();
            self.plan_tones();
        } else {
            self.player.senses.silence_sounds();
        }
    }

    /// The breath at hand, or the one to come.
    #[must_use]
    pub fn breath(self) -> Breath {
        let usual = || self.settings.with_untracked(|it| it.breath);
        self.pacer.get().map_or_else(usual, |pacer| pacer.breath)
    }

    /// Begins. Call it within a press of a button: phones keep sound shut otherwise.
    pub fn start(self) {
        // Whatever was slept before is of no concern.
        let Reading { now: began, .. } = self.clock.read();
        let length = Duration::from_secs(60 * self.minutes.get_untracked());
        let breath = self.breath();
        self.pacer.set(Some(Pacer { began, length, breath }));
        if untrack(|| self.has_tone()) {
            self.player.senses.unlock_sounds();
        }
        self.player.senses.keep_awake();
        self.plan_tones();
        self.look();
    }

    /// Stops it, if it runs.
    pub fn stop(self) {
        if self.pacer.get().is_none() {
            return;
        }
        if !self.is_led() {
            self.player.senses.silence_sounds();
        }
        self.end(Breathing::Stopped);
    }

    /// Looks where the pacer stands, and again when that shows otherwise.
    fn look(self) {
        let Some(pacer) = self.pacer.get() else { return };
        let Reading { now, slept } = self.clock.read();
        if slept.is_some() {
            // Nobody was led meanwhile.
            return self.stop();
        }
        match pacer.at(now) {
            Pace::Breathing { half, left } => {
                if self.shown.with_untracked(|it| it.half()) != Some(half) {
                    self.player.senses.vibrate(half.buzz());
                }
                let (secs, all) = (whole_secs(left), whole_secs(pacer.left(now)));
                let left_of_all = Duration::from_secs(all);
                self.shown.set(Breathing::Running { half, secs, left: left_of_all });
                let wake = ticker::after(until_whole(left), move || self.look());
                drop(self.wake.replace(Some(wake)));
            }
            Pace::Over => {
                self.player.senses.vibrate(Beat::Finish.buzz().unwrap_or_default());
                self.end(Breathing::Over { minutes: pacer.length.as_secs() / 60 });
            }
        }
    }

    fn end(self, how: Breathing) {
        self.pacer.set(None);
        drop(self.wake.take());
        if !self.is_led() {
            self.player.senses.may_sleep();
        }
        self.shown.set(how);
    }

    /// The browser has let go of the screen, and timers may have stood still.
    fn come_back(self) {
        if self.pacer.get().is_some() {
            self.player.senses.keep_awake();
            self.look();
        }
    }

    /// Hands all tones that are still to come to the sound clock, in place of those it had.
    fn plan_tones(self) {
        let is_heard = untrack(|| self.has_tone()) && !self.is_led();
        let Some(pacer) = self.pacer.get().filter(|_| is_heard) else { return };
        let (senses, now) = (self.player.senses, self.clock.peek());
        senses.silence_sounds();
        for (at, half) in pacer.halves().filter(|(at, _)| *at + JUST_NOW >= now) {
            senses.sound(Sound::Breathe(half, pacer.breath.secs(half)), at.since(now));
        }
        senses.sound(Sound::Finish, pacer.left(now));
    }

    /// Whether a session has begun meanwhile, whose sounds and screen these are.
    fn is_led(self) -> bool {
        untrack(|| self.player.is_running())
    }
}

/// Rounded up: it says 1 until the end.
const fn whole_secs(left: Duration) -> u64 {
    left.as_secs() + (left.subsec_nanos() > 0) as u64
}

/// How long until whole seconds are left.
fn until_whole(left: Duration) -> Duration {
    match left.subsec_nanos() {
        0 => Duration::from_secs(1),
        beyond => Duration::from_nanos(u64::from(beyond)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_look_is_when_whole_seconds_are_left() {
        let check = |millis, secs, next| {
            let left = Duration::from_millis(millis);
            assert_eq!((whole_secs(left), until_whole(left)), (secs, Duration::from_millis(next)));
        };
        check(4_000, 4, 1_000);
        check(3_999, 4, 999);
        check(3_001, 4, 1);
        check(3_000, 3, 1_000);
        check(250, 1, 250);
    }
}
