//! The ways to reach a person without their looking: sound, voice, vibration, a flash, a screen reader.
//!
//! Each may be missing or refused. The session goes on, and the person is told so once.

mod track;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::app::for_good;
use crate::app::library::library;
use crate::app::notices::{Notice, Notices};
use crate::app::shared::Shared;
use crate::browser::audio::{Audio, Health};
use crate::browser::events::{self, Visibility};
use crate::browser::page;
use crate::browser::speech::Speech;
use crate::browser::ticker::{self, Wake};
use crate::browser::track::{Recordings, Track};
use crate::browser::vibration;
use crate::browser::wake_lock::{self, WakeLock};
use crate::domain::cues::{Beat, Cue, Sound};
use crate::domain::session::Session;
use crate::domain::settings::{Settings, Volume};
use crate::domain::voices::{self, Voice};
use crate::words;
pub(super) use track::TrackNews;

/// How long a context for sound has to start running.
const PATIENCE: Duration = Duration::from_millis(700);
/// How long a browser may take to say which voices it has.
const VOICES_ARE_KNOWN: Duration = Duration::from_secs(10);

pub type Senses = Shared<Abilities>;
type OnTrack = Rc<dyn Fn(TrackNews)>;

pub struct Abilities {
    /// What to tell a screen reader.
    pub told: RwSignal<String>,
    /// How many flashes of light there have been.
    pub flashes: RwSignal<u32>,
    settings: RwSignal<Settings>,
    notices: Notices,
    audio: RefCell<Option<Rc<Audio>>>,
    audio_check: RefCell<Option<Wake>>,
    /// Each plans sounds of its own anew, once the sound runs.
    replan: RefCell<Vec<Rc<dyn Fn()>>>,
    track: RefCell<Option<Rc<Track>>>,
    recordings: RefCell<Option<Rc<Recordings>>>,
    /// Whether they are wanted for a test, once they are there.
    is_testing: Cell<bool>,
    /// What to do when something happens to a track.
    on_track: RefCell<Option<OnTrack>>,
    speech: Option<Speech>,
    /// Whether it was asked to be open, perhaps when the press that began the session was long over.
    is_speech_asked: Cell<bool>,
    /// Set whenever there are other voices.
    voices: RwSignal<()>,
    wake_lock: RefCell<Option<WakeLock>>,
}

impl Senses {
    pub(super) fn create(settings: RwSignal<Settings>, notices: Notices) -> Self {
        let senses = Shared::new(Abilities {
            told: RwSignal::default(),
            flashes: RwSignal::default(),
            settings,
            notices,
            audio: RefCell::default(),
            audio_check: RefCell::default(),
            replan: RefCell::default(),
            track: RefCell::default(),
            recordings: RefCell::default(),
            is_testing: Cell::default(),
            on_track: RefCell::default(),
            speech: Speech::new(words::LANGUAGE),
            is_speech_asked: Cell::default(),
            voices: RwSignal::default(),
            wake_lock: RefCell::default(),
        });
        // For the page's whole life: after a call or a lock the sound comes back with any press.
        for_good(events::on_press(move || {
            senses.wake_audio();
            senses.open_speech_again();
        }));
        if let Some(speech) = &senses.speech {
            speech.on_voices(move || senses.voices.set(()));
        }
        // The voice would go on without the page.
        for_good(events::on_leave(move || senses.hush()));
        senses
    }

    /// Makes what sounds now as loud as that.
    pub(in crate::app) fn set_volume(self, volume: Volume) {
        if let Some(audio) = self.audio() {
            audio.set_volume(volume.gain());
        }
        self.record_anew();
    }

    /// Says how to plan sounds anew when the sound begins to run, or runs again; those who said so before
    /// come first.
    pub(in crate::app) fn when_audible(self, replan: impl Fn() + 'static) {
        self.replan.borrow_mut().push(Rc::new(replan));
    }

    /// Opens sound and voice. Call it within a press of a button: phones keep them shut otherwise.
    pub fn unlock(self) {
        let (sounds, voice) = self.settings.with_untracked(|it| (it.sounds, it.voice));
        if sounds {
            self.unlock_sounds();
        }
        self.open_track();
        if voice {
            if let Some(speech) = &self.speech {
                speech.unlock();
                self.is_speech_asked.set(true);
            }
            let check = move || {
                if untrack(|| self.voices()).is_empty() {
                    self.notices.add(Notice::NoVoice);
                }
            };
            for_good(ticker::after(VOICES_ARE_KNOWN, check));
        }
    }

    /// Opens sound, whether or not sessions are to have any. Call it within a press of a button.
    pub(in crate::app) fn unlock_sounds(self) {
        if self.audio.borrow().is_none() {
            self.open_audio();
        }
        self.wake_audio();
        self.check_audio(false);
    }

    /// Plays and says something at once, so that the person knows how cues will be.
    pub fn test(self) {
        self.unlock();
        let sounds = self.settings.with_untracked(|it| it.sounds);
        if self.wants_track() {
            self.test_track();
        } else if let (true, Some(audio)) = (sounds, self.audio()) {
            audio.silence();
            // One that fails now is told of when a session needs it.
            let _ = audio.plan(Sound::Start, Duration::ZERO);
        }
        self.test_voice();
    }

    /// Says something at once, where the person wants the voice.
    pub fn test_voice(self) {
        let settings = self.settings.get_untracked();
        if let (Some(speech), Some(speaker)) = (&self.speech, self.speaker(&settings)) {
            let failed = move || self.notices.add(Notice::VoiceFailed);
            speech.say(words::words().cues.test, &speaker, settings.volume.gain(), failed);
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

    /// The voices to choose from, the one that speaks without a choice first, as far as is known by now.
    #[must_use]
    pub fn voices(self) -> Vec<Voice> {
        self.voices.get();
        let all = self.speech.as_ref().map(Speech::voices);
        voices::offered(all.unwrap_or_default(), &page::languages())
    }

    /// The voice that speaks, if the person wants one.
    fn speaker(self, settings: &Settings) -> Option<Voice> {
        let voices = if settings.voice { untrack(|| self.voices()) } else { vec![] };
        voices::speaker(&voices, settings.voice_uri.as_deref()).cloned()
    }

    pub(super) fn plan_sound(self, cue: &Cue, delay: Duration) {
        let wanted =
            self.settings.with_untracked(|it| it.sounds) && self.track_position().is_none();
        if let (true, Some(sound)) = (wanted, cue.beat.sound()) {
            self.sound(sound, delay);
        }
    }

    /// Sounds so long from now, where sound has been opened.
    pub(in crate::app) fn sound(self, sound: Sound, delay: Duration) {
        let planned = self.audio().map(|audio| audio.plan(sound, delay));
        if planned.is_some_and(|planned| planned.is_err()) {
            self.notices.add(Notice::SoundBlocked);
        }
    }

    /// Vibrates by `pattern`, where the person wants that.
    pub(in crate::app) fn vibrate(self, pattern: &[u32]) {
        if self.settings.with_untracked(|it| it.vibration) {
            vibration::vibrate(pattern);
        }
    }

    fn audio(self) -> Option<Rc<Audio>> {
        self.audio.borrow().clone()
    }

    pub(in crate::app) fn silence_sounds(self) {
        if let Some(audio) = self.audio() {
            audio.silence();
        }
    }

    pub(super) fn silence(self) {
        self.silence_sounds();
        self.hush();
    }

    /// Has the voice say no more.
    pub(super) fn hush(self) {
        if let Some(speech) = &self.speech {
            speech.hush();
        }
    }

    /// Carries out what of a cue is not a sound, at its time.
    pub(super) fn carry_out(self, cue: &Cue, session: &Session) {
        let settings = self.settings.get_untracked();
        // What has taken the sound away may be over, and nobody is to press anything for the next one.
        self.wake_audio();
        if cue.beat.flashes() {
            self.flashes.update(|flashes| *flashes += 1);
        }
        if let Some(pattern) = cue.beat.buzz() {
            self.vibrate(pattern);
        }
        self.speak(cue.beat, session, cue.step, &settings);
    }

    fn speak(self, beat: Beat, session: &Session, step: usize, settings: &Settings) {
        // Most are not, and voices are asked for by the dozen.
        if !beat.is_spoken() {
            return;
        }
        let say = || words::say(&library().texts, &library().catalogue, session, step, beat);
        // Where the voice says it, a screen reader would talk across it.
        match self.speech.as_ref().zip(self.speaker(settings)) {
            // A number, which has its tone too, is not worth cutting a sentence short.
            Some((speech, _)) if matches!(beat, Beat::Repetition(_)) && speech.is_speaking() => {}
            Some((speech, speaker)) => {
                let text = say();
                let told = beat.is_told().then(|| text.clone());
                let failed = move || {
                    self.notices.add(Notice::VoiceFailed);
                    if let Some(told) = &told {
                        self.told.set(told.clone());
                    }
                };
                speech.say(&text, &speaker, settings.volume.gain(), failed);
            }
            None if beat.is_told() => self.told.set(say()),
            None => {}
        }
    }

    pub(in crate::app) fn keep_awake(self) {
        // A hidden page is refused, and asks again when it is seen.
        let is_seen = events::visibility() == Visibility::Visible;
        if is_seen && self.settings.with_untracked(|it| it.keep_awake) {
            let refused = move || self.notices.add(Notice::ScreenMaySleep);
            self.wake_lock.replace(Some(wake_lock::keep_awake(refused)));
        }
        self.wake_audio();
        self.check_audio(false);
    }

    pub(in crate::app) fn may_sleep(self) {
        self.wake_lock.replace(None);
    }

    fn wake_audio(self) {
        if let Some(audio) = self.audio() {
            audio.wake();
        }
    }

    /// A session that was begun before the app was there has asked for the voice outside of any press.
    fn open_speech_again(self) {
        let speech = self.speech.as_ref().filter(|_| self.is_speech_asked.take());
        if let Some(speech) = speech.filter(|it| !it.is_speaking()) {
            speech.unlock();
        }
    }

    fn open_audio(self) {
        let on_running = move || {
            let all = self.replan.borrow().clone();
            for replan in all {
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
    /// interruption is given up for a new one, unless this is; where the browser refuses, the person is told.
    fn check_audio(self, is_new: bool) {
        let Some(audio) = self.audio() else { return };
        let _ = audio.health();
        let check = ticker::after(PATIENCE, move || match audio.health() {
            Health::Running => {}
            Health::Stuck if !is_new => {
                self.open_audio();
                self.check_audio(true);
            }
            Health::Stuck | Health::Stopped => self.notices.add(Notice::SoundBlocked),
        });
        drop(self.audio_check.replace(Some(check)));
    }
}
