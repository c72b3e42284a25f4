//! Sounds as a recording, which goes on while the screen is off.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use super::Senses;
use crate::app::notices::Notice;
use crate::browser::remote::{self, Company};
use crate::browser::track::{self as browser, Track};
use crate::domain::cues::Sound;
use crate::domain::settings::Guiding;
use crate::domain::track::{Onset, parts};

/// What happens to a track without the page's doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::player) enum TrackNews {
    /// Tracks can be made from now on.
    Ready,
    Paused,
    Ended,
    /// The browser would not play it.
    Refused,
}

impl Senses {
    /// Whether sounds are to come as a track.
    pub(in crate::app::player) fn wants_track(self) -> bool {
        self.settings.with_untracked(|it| it.sounds && it.guiding == Guiding::ScreenOff)
    }

    /// Says what to do when something happens to a track.
    pub(in crate::app::player) fn follow_track(self, then: impl Fn(TrackNews) + 'static) {
        self.on_track.replace(Some(Rc::new(then)));
    }

    pub(super) fn open_track(self) {
        let wanted = self.wants_track();
        remote::set_company(if wanted { Company::Alone } else { Company::Mixes });
        if !wanted {
            self.track.take();
            return;
        }
        if self.track.borrow().is_none() {
            let paused = move || self.tell_of_track(TrackNews::Paused);
            let ended = move || self.tell_of_track(TrackNews::Ended);
            match Track::open(paused, ended) {
                Ok(track) => drop(self.track.replace(Some(Rc::new(track)))),
                Err(_) => self.notices.add(Notice::SoundBlocked),
            }
        }
        if self.recordings.borrow().is_none() {
            self.record();
        }
    }

    /// Records all sounds, so that tracks can be made of them at once.
    fn record(self) {
        let (breath, gain) = self.settings.with_untracked(|it| (it.breath, it.volume.gain()));
        browser::record(breath, gain, move |recordings| match recordings {
            Ok(recordings) => {
                self.recordings.replace(Some(Rc::new(recordings)));
                if self.is_testing.take() {
                    self.test_track();
                }
                self.tell_of_track(TrackNews::Ready);
            }
            Err(_) => self.notices.add(Notice::SoundBlocked),
        });
    }

    /// Records them as loud and as long as they are to be now, if they have been recorded: a phone knows no other way.
    pub(super) fn record_anew(self) {
        if self.recordings.take().is_some() {
            self.record();
        }
    }

    /// Plays the first and the last sound of a session as a track, as soon as that can be.
    pub(super) fn test_track(self) {
        let onset = |secs, sound| Onset { at: Duration::from_secs(secs), sound };
        let is_playing = self.play_track(&[onset(0, Sound::Start), onset(1, Sound::Finish)]);
        // No session goes by it.
        self.track().inspect(|track| track.let_be());
        self.is_testing.set(!is_playing);
    }

    fn tell_of_track(self, news: TrackNews) {
        let then = self.on_track.borrow().clone();
        if let Some(then) = then {
            then(news);
        }
    }

    /// Plays these sounds as a track. Says whether it does: it takes a moment until it can.
    pub(in crate::app::player) fn play_track(self, onsets: &[Onset]) -> bool {
        let (track, recordings) = (self.track(), self.recordings.borrow().clone());
        let Some((track, recordings)) = track.zip(recordings) else { return false };
        let parts = parts(onsets, |sound| recordings.of(sound));
        track.play(&parts, move || self.tell_of_track(TrackNews::Refused)).is_ok()
    }

    /// How far the track at hand has come, if there is one.
    pub(in crate::app::player) fn track_position(self) -> Option<Duration> {
        self.track()?.position()
    }

    pub(in crate::app::player) fn stop_track(self) {
        if let Some(track) = self.track() {
            track.stop();
        }
    }

    fn track(self) -> Option<Rc<Track>> {
        self.track.borrow().clone()
    }
}
