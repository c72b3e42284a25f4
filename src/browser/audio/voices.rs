//! What each sound is made of: a few sine tones, told apart by their tune and not by loudness.

use std::time::Duration;

use crate::domain::breath::Half;
use crate::domain::cues::Sound;

/// One tone. Times are in seconds from the start of the sound.
#[derive(Clone, Copy)]
pub(in crate::browser) struct Note {
    pub hertz: f32,
    pub start: f32,
    pub attack: f32,
    pub length: f32,
    /// 0 to 1.
    pub gain: f32,
}

const fn bell(hertz: f32, start: f32, length: f32) -> Note {
    Note { hertz, start, attack: 0.012, length, gain: 0.6 }
}

/// Too low and too soft to hear (where several meet they come to -37 dB at most, and ISO 226 has the threshold of
/// hearing at 31.5 Hz at 59.5 dB), it wakes what plays the sound. Bluetooth headphones sleep in between, and take up to
/// two seconds: a short tone would be over. Silence does not wake them.
/// <https://github.com/timer-machine/timer-machine-android/issues/148>
/// <https://github.com/weirdtangent/pulse-os/pull/238>
pub(super) const WAKING: Note =
    Note { hertz: 30.0, start: -2.0, attack: 0.1, length: 2.2, gain: 0.005 };

/// Comes and goes like a breath of one second, and is silent before the next.
const fn swell(hertz: f32) -> Note {
    Note { hertz, start: 0.0, attack: 0.405, length: 0.9, gain: 0.18 }
}

impl Note {
    fn stretched(self, by: f32) -> Self {
        let Self { start, attack, length, .. } = self;
        Self { start: start * by, attack: attack * by, length: length * by, ..self }
    }
}

// Equal temperament on A4 = 440 Hz.
const C4: f32 = 261.63;
const G4: f32 = 392.0;
const A4: f32 = 440.0;
const C5: f32 = 523.25;
const E5: f32 = 659.26;
const G5: f32 = 783.99;
const A5: f32 = 880.0;
const C6: f32 = 1046.5;

/// How long a sound takes.
pub(in crate::browser) fn length(sound: Sound) -> Duration {
    let ends = notes(sound).map(|note| note.start + note.length);
    Duration::from_secs_f32(ends.fold(0.0, f32::max))
}

/// The tones of a sound.
pub(in crate::browser) fn notes(sound: Sound) -> impl Iterator<Item = Note> {
    let by = if let Sound::Breathe(_, secs) = sound { f32::from(secs) } else { 1.0 };
    tune(sound).iter().map(move |note| note.stretched(by))
}

/// Rising to begin, falling to rest, a see-saw to change sides; of a breath what a second of it has.
const fn tune(sound: Sound) -> &'static [Note] {
    match sound {
        Sound::Ready => const { &[bell(G4, 0.0, 0.5)] },
        Sound::Start => const { &[bell(C5, 0.0, 0.3), bell(G5, 0.16, 0.9)] },
        Sound::Change => const { &[bell(G5, 0.0, 0.35), bell(C5, 0.2, 0.35), bell(G5, 0.4, 0.6)] },
        Sound::Rest => const { &[bell(G5, 0.0, 0.35), bell(C5, 0.2, 0.8)] },
        Sound::Halfway => const { &[bell(E5, 0.0, 0.5)] },
        Sound::Count => const { &[bell(A5, 0.0, 0.14)] },
        Sound::Repetition => const { &[bell(A4, 0.0, 0.18)] },
        Sound::Breathe(Half::In, _) => const { &[swell(G4)] },
        Sound::Breathe(Half::Out, _) => const { &[swell(C4)] },
        Sound::Finish => {
            const { &[bell(C5, 0.0, 0.5), bell(E5, 0.2, 0.5), bell(G5, 0.4, 0.5), bell(C6, 0.6, 1.6)] }
        }
    }
}
