//! What each sound is made of: a few sine tones, told apart by their tune and not by loudness.

use std::time::Duration;

use crate::domain::cues::Sound;

/// One tone. Times are in seconds from the start of the sound.
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

/// Comes and goes like a breath.
const fn swell(hertz: f32, length: f32) -> Note {
    Note { hertz, start: 0.0, attack: length * 0.45, length, gain: 0.18 }
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
    let ends = notes(sound).iter().map(|note| note.start + note.length);
    Duration::from_secs_f32(ends.fold(0.0, f32::max))
}

/// The tones of a sound: rising to begin, falling to rest, a see-saw to change sides.
pub(in crate::browser) const fn notes(sound: Sound) -> &'static [Note] {
    match sound {
        Sound::Ready => const { &[bell(G4, 0.0, 0.5)] },
        Sound::Start => const { &[bell(C5, 0.0, 0.3), bell(G5, 0.16, 0.9)] },
        Sound::Change => const { &[bell(G5, 0.0, 0.35), bell(C5, 0.2, 0.35), bell(G5, 0.4, 0.6)] },
        Sound::Rest => const { &[bell(G5, 0.0, 0.35), bell(C5, 0.2, 0.8)] },
        Sound::Halfway => const { &[bell(E5, 0.0, 0.5)] },
        Sound::Count => const { &[bell(A5, 0.0, 0.14)] },
        Sound::Repetition => const { &[bell(A4, 0.0, 0.18)] },
        Sound::BreatheIn => const { &[swell(G4, 3.6)] },
        Sound::BreatheOut => const { &[swell(C4, 5.4)] },
        Sound::Finish => {
            const { &[bell(C5, 0.0, 0.5), bell(E5, 0.2, 0.5), bell(G5, 0.4, 0.5), bell(C6, 0.6, 1.6)] }
        }
    }
}
