//! A recording made in memory and played by the browser's own player, which goes on while the screen is
//! off and the page is not heard.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AudioBuffer, Blob, BlobPropertyBag, HtmlAudioElement, OfflineAudioContext, Url};

use super::audio::{AudioError, tone, voices};
use crate::domain::breath::Breath;
use crate::domain::cues::Sound;
use crate::domain::track::{Part, RATE, wav_header};

/// Bytes of nothing that parts share.
const SILENCE: usize = 1 << 16;

/// The samples of every sound.
pub struct Recordings(Vec<(Sound, Vec<i16>)>);

impl Recordings {
    #[must_use]
    pub fn of(&self, sound: Sound) -> &[i16] {
        self.0.iter().find(|(it, _)| *it == sound).map_or(&[], |(_, samples)| samples)
    }
}

/// Records every sound of one who breathes like that, as loud as `gain` from 0 to 1, and hands them over a
/// little later.
pub fn record(
    breath: Breath,
    gain: f32,
    then: impl FnOnce(Result<Recordings, AudioError>) + 'static,
) {
    spawn_local(async move { then(recorded(breath, gain).await.map_err(|_| AudioError)) });
}

/// All at once, one after the other.
async fn recorded(breath: Breath, gain: f32) -> Result<Recordings, JsValue> {
    let mut length = 0;
    let slots: Vec<_> = Sound::all(breath)
        .into_iter()
        .map(|sound| {
            let start = length;
            length += samples(voices::length(sound));
            (sound, start, length)
        })
        .collect();
    let context = OfflineAudioContext::new_with_number_of_channels_and_length_and_sample_rate(
        1,
        u32::try_from(length).unwrap_or(1),
        rate(),
    )?;
    for (sound, start, _) in &slots {
        for note in voices::notes(*sound) {
            tone(&context, &context.destination(), &note, seconds(*start))?;
        }
    }
    let buffer: AudioBuffer = JsFuture::from(context.start_rendering()?).await?.into();
    let recorded = buffer.get_channel_data(0)?;
    let slot = |&(sound, start, end): &(Sound, usize, usize)| {
        (sound, recorded[start..end].iter().map(|sample| whole(sample * gain)).collect())
    };
    Ok(Recordings(slots.iter().map(slot).collect()))
}

/// A player of tracks. It falls silent when dropped.
pub struct Track {
    element: HtmlAudioElement,
    address: RefCell<Option<String>>,
    is_on: Cell<bool>,
    _listeners: [EventListener; 2],
}

impl Track {
    /// Opens the player. Call it within a press of a button: it may play at any time after that.
    ///
    /// `paused` is called when something outside the page stops it, such as a call, a headset or the
    /// lock screen, and `ended` when a track has come to its end.
    ///
    /// # Errors
    /// Where the browser plays no sound.
    pub fn open(
        paused: impl Fn() + 'static,
        ended: impl Fn() + 'static,
    ) -> Result<Self, AudioError> {
        let element = HtmlAudioElement::new().map_err(|_| AudioError)?;
        let player = element.clone();
        let on_pause = move |_: &_| {
            // It says so at its end too, and by now it may play the next one.
            if player.paused() && !player.ended() {
                paused();
            }
        };
        let listeners = [
            EventListener::new(&element, "pause", on_pause),
            EventListener::new(&element, "ended", move |_| ended()),
        ];
        let track = Self {
            element,
            address: RefCell::default(),
            is_on: Cell::new(false),
            _listeners: listeners,
        };
        track.load(&[Part::Silence(samples(Duration::from_millis(100)))])?;
        // Whether it may play shows when it is to.
        track.start(|| {})?;
        Ok(track)
    }

    /// Plays `parts` from their start, in place of what was playing. `refused` is called where the
    /// browser will not.
    ///
    /// # Errors
    /// Where the browser makes no track.
    pub fn play(&self, parts: &[Part], refused: impl FnOnce() + 'static) -> Result<(), AudioError> {
        self.load(parts)?;
        self.is_on.set(true);
        self.start(refused)
    }

    fn start(&self, refused: impl FnOnce() + 'static) -> Result<(), AudioError> {
        let playing = self.element.play().map_err(|_| AudioError)?;
        spawn_local(async move {
            if JsFuture::from(playing).await.is_err_and(|error| !is_cut_short(&error)) {
                refused();
            }
        });
        Ok(())
    }

    /// How far the track at hand has come; it says so until it is stopped by [`Self::stop`].
    #[must_use]
    pub fn position(&self) -> Option<Duration> {
        let secs = self.is_on.get().then(|| self.element.current_time())?;
        Duration::try_from_secs_f64(secs).ok()
    }

    /// Lets it play on, with no position any more.
    pub fn let_be(&self) {
        self.is_on.set(false);
    }

    pub fn stop(&self) {
        self.let_be();
        // The browser tells of it later, when it is known here that this was meant.
        let _ = self.element.pause();
    }

    fn load(&self, parts: &[Part]) -> Result<(), AudioError> {
        let address = file(parts).map_err(|_| AudioError)?;
        self.element.set_src(&address);
        if let Some(before) = self.address.replace(Some(address)) {
            let _ = Url::revoke_object_url(&before);
        }
        Ok(())
    }
}

impl Drop for Track {
    fn drop(&mut self) {
        self.stop();
        if let Some(address) = self.address.take() {
            let _ = Url::revoke_object_url(&address);
        }
    }
}

/// Whether something else of ours came before it had begun.
fn is_cut_short(error: &JsValue) -> bool {
    error.dyn_ref::<web_sys::DomException>().is_some_and(|error| error.name() == "AbortError")
}

/// The address of a file with these parts.
fn file(parts: &[Part]) -> Result<String, JsValue> {
    let length = parts.iter().map(Part::length).sum();
    let silence = Uint8Array::new_with_length(u32::try_from(SILENCE).unwrap_or(0));
    let pieces = Array::of1(&Uint8Array::from(&wav_header(length)[..]).into());
    for part in parts {
        match part {
            Part::Silence(samples) => put_silence(&pieces, &silence, samples * 2),
            Part::Sounds(samples) => {
                let bytes: Vec<u8> = samples.iter().flat_map(|it| it.to_le_bytes()).collect();
                pieces.push(&Uint8Array::from(&bytes[..]).into());
            }
        }
    }
    let options = BlobPropertyBag::new();
    options.set_type("audio/wav");
    Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence_and_options(
        &pieces, &options,
    )?)
}

fn put_silence(pieces: &Array, silence: &Uint8Array, bytes: usize) {
    for _ in 0..bytes / SILENCE {
        pieces.push(silence);
    }
    pieces.push(&silence.subarray(0, u32::try_from(bytes % SILENCE).unwrap_or(0)));
}

#[expect(clippy::cast_possible_truncation, reason = "it is within the bounds of sound")]
fn whole(sample: f32) -> i16 {
    (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16
}

fn samples(time: Duration) -> usize {
    usize::try_from(time.as_millis() * u128::from(RATE) / 1000).unwrap_or(0)
}

#[expect(clippy::cast_precision_loss, reason = "a minute of samples is far below 2^53")]
fn seconds(samples: usize) -> f64 {
    samples as f64 / f64::from(RATE)
}

#[expect(clippy::cast_precision_loss, reason = "it is a round number")]
const fn rate() -> f32 {
    RATE as f32
}
