//! The cue track: every sound of the rest of a session in one recording. A phone plays it on while its
//! screen is off, when it lets no page do anything.
//!
//! There are no words in it. Measured in November 2026 with espeak-ng 1.51, the one free voice that makes
//! them without a recording studio: the names of the 44 movements are 195 kB as Opus of 16 kbit/s, and 15
//! words for phases and sides 50 kB, in a voice that is hard to like. Each sound has its own meaning
//! instead, and the device's voice speaks while the screen is on.

use std::time::Duration;

use super::cues::{Cue, Sound};
use super::moment::Moment;

/// Samples a second. The highest tone is far below half of it, and an hour is 58 MB.
pub const RATE: u32 = 8_000;
/// How long a track goes on beyond its last sound where a step waits for the person: what has ended is
/// taken from the lock screen.
const WAITING: Duration = Duration::from_secs(600);
/// The last sound fades into this.
const TAIL: Duration = Duration::from_millis(200);

/// A sound in a track, by the time from the track's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Onset {
    pub at: Duration,
    pub sound: Sound,
}

/// What a track is put together from, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// So many samples of nothing.
    Silence(usize),
    Sounds(Vec<i16>),
}

impl Part {
    /// In samples.
    #[must_use]
    pub fn length(&self) -> usize {
        match self {
            Self::Silence(samples) => *samples,
            Self::Sounds(samples) => samples.len(),
        }
    }
}

/// The onsets of the cues that sound, for a track that starts at `start`; those before it come at once.
#[must_use]
pub fn onsets(cues: &[Cue], start: Moment) -> Vec<Onset> {
    let onset = |cue: &Cue| Some(Onset { at: cue.at.since(start), sound: cue.beat.sound()? });
    cues.iter().filter_map(onset).collect()
}

/// The track with these onsets, which are in order; `recording` gives the samples of each sound.
///
/// It ends with its last sound, or waits for the person where there is no finish among them.
#[must_use]
pub fn parts<'a>(onsets: &[Onset], recording: impl Fn(Sound) -> &'a [i16]) -> Vec<Part> {
    let mut track = Track::default();
    for onset in onsets {
        track.add(samples(onset.at), recording(onset.sound));
    }
    let ends = onsets.last().is_some_and(|onset| onset.sound == Sound::Finish);
    track.end(samples(if ends { TAIL } else { WAITING }))
}

/// What stands before the samples in a file: one channel of 16 bits each, by
/// <https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html>.
#[must_use]
pub fn wav_header(samples: usize) -> Vec<u8> {
    const BYTES: u32 = 2;
    let content = u32::try_from(samples).unwrap_or(u32::MAX / 4) * BYTES;
    let mut header = vec![];
    let mut put = |bytes: &[u8]| header.extend_from_slice(bytes);
    put(b"RIFF");
    put(&(content + 36).to_le_bytes());
    put(b"WAVEfmt ");
    put(&16_u32.to_le_bytes());
    // PCM, mono.
    put(&[1, 0, 1, 0]);
    put(&RATE.to_le_bytes());
    put(&(RATE * BYTES).to_le_bytes());
    put(&[2, 0, 16, 0]);
    put(b"data");
    put(&content.to_le_bytes());
    header
}

/// A track in the making.
#[derive(Default)]
struct Track {
    parts: Vec<Part>,
    /// Sounds that run into each other, and where the first of them starts.
    cluster: Vec<i16>,
    start: usize,
    /// The length of the parts.
    length: usize,
}

impl Track {
    fn add(&mut self, at: usize, sound: &[i16]) {
        if at > self.start + self.cluster.len() {
            self.close();
            self.start = at;
        }
        let offset = at.saturating_sub(self.start);
        let end = (offset + sound.len()).max(self.cluster.len());
        self.cluster.resize(end, 0);
        for (mixed, sample) in self.cluster[offset..].iter_mut().zip(sound) {
            *mixed = mixed.saturating_add(*sample);
        }
    }

    fn close(&mut self) {
        let cluster = std::mem::take(&mut self.cluster);
        if cluster.is_empty() {
            return;
        }
        self.rest(self.start - self.length);
        self.length += cluster.len();
        self.parts.push(Part::Sounds(cluster));
    }

    fn rest(&mut self, samples: usize) {
        if samples > 0 {
            self.length += samples;
            self.parts.push(Part::Silence(samples));
        }
    }

    fn end(mut self, after: usize) -> Vec<Part> {
        self.close();
        self.rest(after);
        self.parts
    }
}

/// To the nearest.
fn samples(time: Duration) -> usize {
    let micros = u64::try_from(time.as_micros()).unwrap_or(0);
    usize::try_from((micros * u64::from(RATE) + 500_000) / 1_000_000).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: &[i16] = &[1, 2, 3];
    const LONG: &[i16] = &[10; 8];

    fn recording(sound: Sound) -> &'static [i16] {
        if sound == Sound::Finish { LONG } else { SHORT }
    }

    /// Sounds at these sample numbers make this track, up to its last sound.
    #[track_caller]
    fn check(onsets: &[(u64, Sound)], expected: &[Part]) {
        let at = |samples: u64| Duration::from_micros(samples * 125);
        let onsets: Vec<_> =
            onsets.iter().map(|&(samples, sound)| Onset { at: at(samples), sound }).collect();
        let parts = parts(&onsets, recording);
        assert_eq!(&parts[..parts.len() - 1], expected);
    }

    #[test]
    fn each_sound_starts_on_its_sample() {
        let sound = || Part::Sounds(SHORT.to_vec());
        check(&[(0, Sound::Count)], &[sound()]);
        check(
            &[(5, Sound::Count), (100, Sound::Rest)],
            &[Part::Silence(5), sound(), Part::Silence(92), sound()],
        );
    }

    #[test]
    fn sounds_that_overlap_are_added() {
        let mixed = vec![10, 10, 11, 12, 13, 10, 10, 10];
        check(&[(4, Sound::Finish), (6, Sound::Count)], &[Part::Silence(4), Part::Sounds(mixed)]);
        check(&[(0, Sound::Count), (3, Sound::Count)], &[Part::Sounds(vec![1, 2, 3, 1, 2, 3])]);
        check(
            &[(2, Sound::Count), (2, Sound::Count)],
            &[Part::Silence(2), Part::Sounds(vec![2, 4, 6])],
        );
    }

    #[test]
    fn a_track_without_a_finish_waits() {
        let onset = |sound| [Onset { at: Duration::ZERO, sound }];
        let last = |sound| parts(&onset(sound), recording).last().map(Part::length);
        assert_eq!(last(Sound::Finish), Some(1_600));
        assert_eq!(last(Sound::Ready), Some(4_800_000));
        assert_eq!(parts(&[], recording), [Part::Silence(4_800_000)]);
    }

    #[test]
    fn the_header_says_what_follows() {
        let header = wav_header(3);
        assert_eq!(header.len(), 44);
        assert_eq!(&header[4..8], 42_u32.to_le_bytes());
        assert_eq!(&header[24..28], 8_000_u32.to_le_bytes());
        assert_eq!(&header[40..], 6_u32.to_le_bytes());
    }
}
