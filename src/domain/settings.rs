//! What a person has chosen.

use super::breath::Breath;
use super::catalogue::Level;
use super::cues::Breathing;
use super::lengths::Lengths;
use super::plan::{Advance, Pacing, Recipe, Side};
use super::weeks::Goal;

#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub struct Settings {
    pub sounds: bool,
    pub voice: bool,
    /// The voice that speaks, by what the browser tells it by; without one, or where it is not there, the best one.
    pub voice_uri: Option<String>,
    pub volume: Volume,
    pub vibration: bool,
    /// Whether the breath is marked within holds.
    pub marks_breath: bool,
    pub breath: Breath,
    pub keep_awake: bool,
    pub guiding: Guiding,
    /// The level whose doses to use, or those that each routine says.
    pub level: Option<Level>,
    pub lengths: Lengths,
    pub advance: Advance,
    pub repetitions: Pacing,
    pub first_side: Side,
    pub theme: Theme,
    /// On how many days a week something is to be done.
    pub goal: Goal,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            sounds: true,
            voice: true,
            voice_uri: None,
            volume: Volume(70),
            vibration: true,
            marks_breath: false,
            breath: Breath::CALM,
            keep_awake: true,
            guiding: Guiding::WithMusic,
            level: None,
            lengths: Lengths::USUAL,
            advance: Advance::ByItself,
            repetitions: Pacing::Tempo,
            first_side: Side::Left,
            theme: Theme::System,
            goal: Goal::default(),
        }
    }
}

impl Settings {
    /// How the breath is marked within holds.
    #[must_use]
    pub const fn breathing(&self) -> Breathing {
        if self.marks_breath { Breathing::Marked(self.breath) } else { Breathing::Unmarked }
    }

    /// How this person does `routine`: which week of it, and with which of its optional steps.
    #[must_use]
    pub fn recipe(&self, routine: &str, week: usize, extras: Vec<usize>) -> Recipe {
        Recipe {
            routine: routine.to_owned(),
            week,
            extras,
            portions: None,
            level: self.level,
            lengths: self.lengths,
            advance: self.advance,
            repetitions: self.repetitions,
            first_side: self.first_side,
        }
    }
}

/// How loud the app is, in percent: 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Volume(u8);

impl Volume {
    /// # Errors
    /// Where `percent` is above 100.
    pub fn from_percent(percent: u64) -> Result<Self, VolumeError> {
        match u8::try_from(percent) {
            Ok(percent) if percent <= 100 => Ok(Self(percent)),
            _ => Err(VolumeError(percent)),
        }
    }

    #[must_use]
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// As a share of the loudest: 0 to 1.
    #[must_use]
    pub fn gain(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

/// A volume that nobody may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a volume of {0} % is outside 0 % to 100 %")]
pub struct VolumeError(u64);

/// How sounds come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guiding {
    /// Beside those of other apps, while the page is open.
    WithMusic,
    /// As a recording that goes on while the screen is off, and has the sound for itself.
    ScreenOff,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    System,
    Light,
    Dark,
}
