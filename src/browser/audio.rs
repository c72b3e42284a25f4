//! Sounds on the audio clock. They are handed over minutes ahead, so they come on time while the
//! page's own thread is blocked or its timers are throttled.

pub(super) mod voices;

use std::cell::{Cell, RefCell};
use std::iter;
use std::time::Duration;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{
    AudioContext, AudioContextState, AudioNode, BaseAudioContext, GainNode, OscillatorNode,
};

use crate::domain::cues::Sound;

/// What starts at once loses its beginning: the audio clock is past it by the time that it is asked.
const LEAD: f64 = 0.02;

/// A tone that has been handed to the audio clock, and when it ends there.
pub(super) struct Tone {
    oscillator: OscillatorNode,
    end: f64,
}

/// The browser plays no sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this browser plays no sound for this page")]
pub struct AudioError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Running,
    /// It says that it runs, but its clock stands: some do after a call or a lock.
    Stuck,
    /// The browser does not let it run now.
    Stopped,
}

/// A context for sound, and what has been handed to it.
pub struct Audio {
    context: AudioContext,
    volume: GainNode,
    planned: RefCell<Vec<Tone>>,
    /// The audio clock at the last look, by which a context is known that says it runs but stands.
    seen_at: Cell<f64>,
    _state: EventListener,
}

impl Audio {
    /// Opens a context. Call it within a press of a button: phones stay mute otherwise.
    ///
    /// `on_running` is called whenever its clock starts or goes on: what was planned while it stood
    /// would come late by as much.
    ///
    /// # Errors
    /// Where there is no Web Audio.
    pub fn open(on_running: impl Fn() + 'static) -> Result<Self, AudioError> {
        let context = AudioContext::new().map_err(refused)?;
        let volume = context.create_gain().map_err(refused)?;
        volume.connect_with_audio_node(&context.destination()).map_err(refused)?;
        let audio = Self {
            volume,
            planned: RefCell::default(),
            seen_at: Cell::new(context.current_time()),
            _state: on_state(&context, on_running),
            context,
        };
        audio.wake();
        audio.play_nothing()?;
        Ok(audio)
    }

    /// Asks the browser to let the sound run. It is refused outside a press of a button, and while a
    /// call or another app has the sound.
    pub fn wake(&self) {
        // The answer comes late or never; whether it runs is asked for instead.
        let _ = self.context.resume();
    }

    /// Whether sounds can be heard. Asked twice, some time apart, it knows a clock that stands.
    #[must_use]
    pub fn health(&self) -> Health {
        let now = self.context.current_time();
        let moved = now > self.seen_at.replace(now);
        match (self.context.state(), moved) {
            (AudioContextState::Running, true) => Health::Running,
            (AudioContextState::Running, false) => Health::Stuck,
            _ => Health::Stopped,
        }
    }

    /// How loud everything is: 0 to 1.
    pub fn set_volume(&self, gain: f32) {
        self.volume.gain().set_value(gain);
    }

    /// Plays `sound` so long from now.
    ///
    /// # Errors
    /// Where the browser makes no more sounds.
    pub fn plan(&self, sound: Sound, delay: Duration) -> Result<(), AudioError> {
        let now = self.context.current_time();
        let start = now + delay.as_secs_f64().max(LEAD);
        let mut planned = self.planned.borrow_mut();
        planned.retain(|tone| tone.end > now);
        for note in iter::once(voices::WAKING).chain(voices::notes(sound)) {
            planned.push(tone(&self.context, &self.volume, &note, start).map_err(refused)?);
        }
        Ok(())
    }

    /// Takes back every sound that has not ended.
    pub fn silence(&self) {
        for tone in self.planned.take() {
            // One that has ended is as silent.
            let _ = tone.oscillator.stop();
            let _ = tone.oscillator.disconnect();
        }
    }

    /// One sample of silence: iOS opens the sound for good only with a sound inside the press.
    fn play_nothing(&self) -> Result<(), AudioError> {
        let buffer = self.context.create_buffer(1, 1, 22_050.0).map_err(refused)?;
        let source = self.context.create_buffer_source().map_err(refused)?;
        source.set_buffer(Some(&buffer));
        source
            .connect_with_audio_node(AudioNode::as_ref(&self.context.destination()))
            .map_err(refused)?;
        source.start().map_err(refused)
    }
}

impl Drop for Audio {
    fn drop(&mut self) {
        self.silence();
        // The answer tells nothing that anyone waits for.
        let _ = self.context.close();
    }
}

/// Hands a note of a sound that starts at `sound_start` to a context's clock.
pub(super) fn tone(
    context: &BaseAudioContext,
    out: &AudioNode,
    note: &voices::Note,
    sound_start: f64,
) -> Result<Tone, JsValue> {
    let begin = sound_start + f64::from(note.start);
    let end = begin + f64::from(note.length);
    // What should have begun before begins now.
    let start = begin.max(context.current_time());
    let envelope = context.create_gain()?;
    let gain = envelope.gain();
    gain.set_value_at_time(0.0, start)?;
    gain.linear_ramp_to_value_at_time(note.gain, start + f64::from(note.attack))?;
    gain.exponential_ramp_to_value_at_time(0.001, end)?;
    let oscillator = context.create_oscillator()?;
    oscillator.frequency().set_value(note.hertz);
    oscillator.connect_with_audio_node(&envelope)?;
    envelope.connect_with_audio_node(out)?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(end)?;
    Ok(Tone { oscillator, end })
}

fn on_state(context: &AudioContext, on_running: impl Fn() + 'static) -> EventListener {
    let changed = context.clone();
    EventListener::new(context, "statechange", move |_| match changed.state() {
        AudioContextState::Running => on_running(),
        AudioContextState::Closed => {}
        // A call, an alarm or another app has the sound. Some browsers give it back to who asks for it only.
        _ => drop(changed.resume()),
    })
}

fn refused(_: JsValue) -> AudioError {
    AudioError
}
