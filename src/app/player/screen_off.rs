//! Guiding while the screen is off: the rest of the session is a track, and the session goes by it.

use std::time::Duration;

use leptos::prelude::*;

use super::senses::TrackNews;
use super::{Player, Standing};
use crate::app::library::library;
use crate::app::notices::Notice;
use crate::browser::clock::Reading;
use crate::browser::remote::{self, Button};
use crate::browser::ticker;
use crate::domain::cues;
use crate::domain::moment::Moment;
use crate::domain::session::{Input, Opening};
use crate::domain::settings::Settings;
use crate::domain::track::onsets;
use crate::words::words;

/// How long a track may take to begin.
const PATIENCE: Duration = Duration::from_secs(3);
/// No session is longer.
const FOR_EVER: Duration = Duration::from_secs(86_400);

impl Player {
    /// Called once.
    pub(super) fn follow_remote(self) {
        self.senses.follow_track(move |news| self.hear_of_track(news));
        remote::follow(move |button| match button {
            // It still has its place on a lock screen when the session is over.
            Button::Play => {
                let place = self.place.get_untracked();
                if place.is_some_and(|(_, standing)| standing == Standing::Paused) {
                    self.resume();
                }
            }
            Button::Pause => self.send(Input::Pause),
            Button::Next => self.send(Input::Skip),
            Button::Previous => self.send(Input::Back),
        });
    }

    /// The time by the track at hand, or else by the page's own clock.
    pub(super) fn reading(self) -> Reading {
        let Some(now) = self.track_time() else { return self.clock.read() };
        self.clock.follow(now);
        Reading { now, slept: None }
    }

    pub(super) fn time(self) -> Moment {
        self.track_time().unwrap_or_else(|| self.clock.peek())
    }

    fn track_time(self) -> Option<Moment> {
        let position = self.senses.track_position()?;
        Some(self.track_began.get() + position)
    }

    /// Whether a track goes on that needs no other in its place.
    pub(super) fn is_guided_by_track(self) -> bool {
        self.senses.wants_track() && self.senses.track_position().is_some()
    }

    /// Plays the rest of the session as a track, if that is how it is to be and can be by now.
    pub(super) fn start_track(self, opening: Opening, now: Moment) {
        if !self.senses.wants_track() {
            return;
        }
        let breathing = self.settings.with_untracked(Settings::breathing);
        let cues = self.with(|running| {
            cues::upcoming(&running.session, opening, breathing, now, now + FOR_EVER)
        });
        let Some(cues) = cues.filter(|cues| !cues.is_empty()) else { return };
        if self.senses.play_track(&onsets(&cues, now)) {
            self.track_began.set(now);
            self.senses.silence_sounds();
            self.show_on_lock_screen();
            let check = ticker::after(PATIENCE, move || self.check_track(now));
            drop(self.track_check.replace(Some(check)));
        }
    }

    /// A player that says that it plays, and does not, would hold the session up.
    fn check_track(self, began: Moment) {
        if self.track_time() == Some(began) && self.track_began.get() == began {
            self.hear_of_track(TrackNews::Refused);
        }
    }

    /// Stops the track; the page's clock goes on from where it was.
    pub(super) fn stop_track(self) {
        if let Some(now) = self.track_time() {
            self.clock.follow(now);
            self.senses.stop_track();
            remote::show_running(false);
        }
    }

    fn hear_of_track(self, news: TrackNews) {
        match news {
            TrackNews::Ready => {
                if untrack(|| self.is_running()) {
                    self.stop_track();
                    self.start_track(Opening::Quiet, self.time());
                }
            }
            TrackNews::Paused => {
                if self.track_time().is_some() {
                    self.send(Input::Pause);
                }
            }
            TrackNews::Ended => {
                if self.track_time().is_some() {
                    self.stop_track();
                    self.send(Input::Tick);
                }
            }
            TrackNews::Refused => {
                if self.track_time().is_some() {
                    self.stop_track();
                    self.notices.add(Notice::SoundBlocked);
                    self.plan_sounds_anew();
                }
            }
        }
    }

    /// Shows what is at hand beside the track's buttons.
    pub(super) fn show_on_lock_screen(self) {
        if self.senses.track_position().is_none() {
            return;
        }
        let shown = self.with(|running| {
            let (step, _) = running.session.position(self.time())?;
            let step = running.session.step(step)?;
            let item = running.session.plan().items.get(step.item)?;
            let (whole, left) = (running.session.total(), running.session.left(self.time()));
            Some((item.movement, step.side, running.recipe.routine.clone(), whole, left))
        });
        let Some((movement, side, routine, whole, left)) = shown.flatten() else { return };
        let library = library();
        let movement = library.catalogue.movement(movement);
        let name = movement.map_or("", |it| library.texts.movement(it.id).name);
        let side = side.map_or("", words().common.side);
        let routine = library.texts.routine_name(&routine).unwrap_or(words().own.title);
        remote::show([name, side, routine]);
        remote::show_position(whole.saturating_sub(left), whole);
        remote::show_running(true);
    }
}
