//! The ways to reach a person without their looking: sound, voice, vibration, a flash, a screen reader.
//!
//! Each may be missing or refused. The session goes on, and the person is told so once.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::app::for_good;
use crate::app::library::library;
use crate::app::notices::{Notice, Notices};
use crate::app::shared::Shared;
use crate::browser::audio::{Audio, Health};
use crate::browser::events;
use crate::browser::remote::{self, Company};
use crate::browser::speech::Speech;
use crate::browser::ticker::{self, Wake};
use crate::browser::track::{self, Recordings, Track};
use crate::browser::vibration;
use crate::browser::wake_lock::{self, WakeLock};
use crate::domain::cues::{Beat, Cue, Sound};
use crate::domain::session::Session;
use crate::domain::settings::{Guiding, Settings, Volume};
use crate::domain::track::{self as domain_track, Onset};
use crate::words;

/// How long a context for sound has to start running.
const PATIENCE: Duration = Duration::from_millis(700);

/// How long a flash lasts. It goes out at once: each step of a fade would cost the page a frame.
const FLASH: Duration = Duration::from_millis(600);

pub type Senses = Shared<Abilities>;
type OnTrack = Rc<dyn Fn(TrackNews)>;

pub struct Abilities {
    /// What to tell a screen reader.
    pub told: RwSignal<String>,
    /// Whether the edge of the screen is lit.
    pub is_lit: RwSignal<bool>,
    flash: RefCell<Option<Wake>>,
    settings: RwSignal<Settings>,
    notices: Notices,
    audio: RefCell<Option<Rc<Audio>>>,
    audio_check: RefCell<Option<Wake>>,
    /// Plans the sounds anew, once the sound runs.
    replan: RefCell<Option<Rc<dyn Fn()>>>,
    track: RefCell<Option<Rc<Track>>>,
    recordings: RefCell<Option<Rc<Recordings>>>,
    /// What to do when something outside the page stops a track, and when it has ended.
    on_track: RefCell<Option<OnTrack>>,
    speech: Option<Speech>,
    wake_lock: RefCell<Option<WakeLock>>,
}

/// What happens to a track without the page's doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TrackNews {
    /// Tracks can be made from now on.
    Ready,
    Paused,
    Ended,
    /// The browser would not play it.
    Refused,
}

impl Senses {
    pub(super) fn create(settings: RwSignal<Settings>, notices: Notices) -> Self {
        let senses = Shared::new(Abilities {
            told: RwSignal::default(),
            is_lit: RwSignal::default(),
            flash: RefCell::default(),
            settings,
            notices,
            audio: RefCell::default(),
            audio_check: RefCell::default(),
            replan: RefCell::default(),
            track: RefCell::default(),
            recordings: RefCell::default(),
            on_track: RefCell::default(),
            speech: Speech::new(words::LANGUAGE),
            wake_lock: RefCell::default(),
        });
        // For the page's whole life: after a call or a lock the sound comes back with any press.
        for_good(events::on_press(move || senses.wake_audio()));
        senses
    }

    /// Makes what sounds now as loud as that.
    pub(in crate::app) fn set_volume(self, volume: Volume) {
        if let Some(audio) = self.audio() {
            audio.set_volume(volume.gain());
        }
        // They are recorded as loud as they are to be: a phone knows no other way.
        if self.recordings.take().is_some() {
            self.record();
        }
    }

    /// Says how to plan the sounds anew when the sound begins to run, or runs again.
    pub(super) fn when_audible(self, replan: impl Fn() + 'static) {
        self.replan.replace(Some(Rc::new(replan)));
    }

    /// Opens sound and voice. Call it within a press of a button: phones keep them shut otherwise.
    pub fn unlock(self) {
        let (sounds, voice) = self.settings.with_untracked(|it| (it.sounds, it.voice));
        if sounds && self.audio.borrow().is_none() {
            self.open_audio();
        }
        self.wake_audio();
        self.check_audio();
        self.open_track();
        if let (true, Some(speech)) = (voice, &self.speech) {
            speech.unlock();
        }
    }

    /// Whether sounds are to come as a track.
    pub(super) fn wants_track(self) -> bool {
        self.settings.with_untracked(|it| it.sounds && it.guiding == Guiding::ScreenOff)
    }

    /// Says what to do when something happens to a track.
    pub(super) fn follow_track(self, then: impl Fn(TrackNews) + 'static) {
        self.on_track.replace(Some(Rc::new(then)));
    }

    fn open_track(self) {
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
        let gain = self.settings.with_untracked(|it| it.volume.gain());
        track::record(gain, move |recordings| match recordings {
            Ok(recordings) => {
                self.recordings.replace(Some(Rc::new(recordings)));
                self.tell_of_track(TrackNews::Ready);
            }
            Err(_) => self.notices.add(Notice::SoundBlocked),
        });
    }

    fn tell_of_track(self, news: TrackNews) {
        let then = self.on_track.borrow().clone();
        if let Some(then) = then {
            then(news);
        }
    }

    /// Plays these sounds as a track. Says whether it does: it takes a moment until it can.
    pub(super) fn play_track(self, onsets: &[Onset]) -> bool {
        let (track, recordings) = (self.track(), self.recordings.borrow().clone());
        let Some((track, recordings)) = track.zip(recordings) else { return false };
        let parts = domain_track::parts(onsets, |sound| recordings.of(sound));
        track.play(&parts, move || self.tell_of_track(TrackNews::Refused)).is_ok()
    }

    /// How far the track at hand has come, if there is one.
    pub(super) fn track_position(self) -> Option<Duration> {
        self.track()?.position()
    }

    pub(super) fn stop_track(self) {
        if let Some(track) = self.track() {
            track.stop();
        }
    }

    fn track(self) -> Option<Rc<Track>> {
        self.track.borrow().clone()
    }

    /// Plays and says something at once, so that the person knows how cues will be.
    pub fn test(self) {
        self.unlock();
        let (sounds, voice, volume) =
            self.settings.with_untracked(|it| (it.sounds, it.voice, it.volume));
        let start = Onset { at: Duration::ZERO, sound: Sound::Start };
        if self.wants_track() {
            // A press later there are recordings; until then the sound is as it would be.
            let finish = Onset { at: Duration::from_secs(1), sound: Sound::Finish };
            if self.play_track(&[start, finish]) {
                return;
            }
        }
        if let (true, Some(audio)) = (sounds, self.audio()) {
            audio.silence();
            // One that fails now is told of when a session needs it.
            let _ = audio.plan(start.sound, Duration::ZERO);
        }
        if let (true, Some(speech)) = (voice, &self.speech) {
            speech.say(words::words().cues.test, volume.gain());
        }
    }

    /// Sounds once, where sound has been let be by a press before.
    pub(in crate::app) fn chime(self) {
        let wanted = self.settings.with_untracked(|it| it.sounds);
        if let (true, Some(audio)) = (wanted, self.audio()) {
            audio.wake();
            // What it says is shown too.
            let _ = audio.plan(Sound::Start, Duration::ZERO);
        }
    }

    /// Whether there is a voice that speaks on this device. Ask late: the list fills late.
    #[must_use]
    pub fn has_voice(self) -> bool {
        self.speech.as_ref().is_some_and(Speech::has_voice)
    }

    pub(super) fn plan_sound(self, cue: &Cue, delay: Duration) {
        let wanted =
            self.settings.with_untracked(|it| it.sounds) && self.track_position().is_none();
        let audio = self.audio().filter(|_| wanted);
        let planned = audio.zip(cue.beat.sound()).map(|(audio, sound)| audio.plan(sound, delay));
        if planned.is_some_and(|planned| planned.is_err()) {
            self.notices.add(Notice::SoundBlocked);
        }
    }

    fn audio(self) -> Option<Rc<Audio>> {
        self.audio.borrow().clone()
    }

    pub(super) fn silence_sounds(self) {
        if let Some(audio) = self.audio() {
            audio.silence();
        }
    }

    pub(super) fn silence(self) {
        self.silence_sounds();
        self.hush();
    }

    /// Silences the voice alone.
    pub(super) fn hush(self) {
        if let Some(speech) = &self.speech {
            speech.hush();
        }
    }

    /// Carries out what of a cue is not a sound, at its time.
    pub(super) fn carry_out(self, cue: &Cue, session: &Session) {
        let settings = self.settings.get_untracked();
        if cue.beat.flashes() {
            self.is_lit.set(true);
            let end = ticker::after(FLASH, move || self.is_lit.set(false));
            drop(self.flash.replace(Some(end)));
        }
        if let (true, Some(pattern)) = (settings.vibration, cue.beat.buzz()) {
            vibration::vibrate(pattern);
        }
        self.speak(cue.beat, session, cue.step, &settings);
    }

    fn speak(self, beat: Beat, session: &Session, step: usize, settings: &Settings) {
        let say = || words::say(&library().texts, &library().catalogue, session, step, beat);
        let speech = self.speech.as_ref().filter(|_| settings.voice);
        // Where the voice says it, a screen reader would talk across it.
        match speech.filter(|speech| speech.has_voice()) {
            Some(speech) if beat.is_spoken() => speech.say(&say(), settings.volume.gain()),
            None if beat.is_told() => self.told.set(say()),
            Some(_) | None => {}
        }
    }

    pub(super) fn keep_awake(self) {
        if self.settings.with_untracked(|it| it.keep_awake) {
            let refused = move || self.notices.add(Notice::ScreenMaySleep);
            self.wake_lock.replace(Some(wake_lock::keep_awake(refused)));
        }
        self.wake_audio();
        self.check_audio();
    }

    pub(super) fn may_sleep(self) {
        self.wake_lock.replace(None);
    }

    fn wake_audio(self) {
        if let Some(audio) = self.audio() {
            audio.wake();
        }
    }

    fn open_audio(self) {
        let on_running = move || {
            let replan = self.replan.borrow().clone();
            if let Some(replan) = replan {
                replan();
            }
        };
        match Audio::open(on_running) {
            Ok(audio) => {
                audio.set_volume(self.settings.with_untracked(|it| it.volume.gain()));
                drop(self.audio.replace(Some(Rc::new(audio))));
            }
            Err(_) => self.notices.add(Notice::SoundBlocked),
        }
    }

    /// Looks, a little later, whether the sound really runs. A context whose clock stands after an
    /// interruption is given up for a new one; where the browser refuses, the person is told.
    fn check_audio(self) {
        let Some(audio) = self.audio() else { return };
        let _ = audio.health();
        let check = ticker::after(PATIENCE, move || match audio.health() {
            Health::Running => {}
            Health::Stuck => self.open_audio(),
            Health::Stopped => self.notices.add(Notice::SoundBlocked),
        });
        drop(self.audio_check.replace(Some(check)));
    }
}
