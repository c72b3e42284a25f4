//! The cue plan: what is heard, said, felt and shown, and when, computed from where a session stands.
//!
//! It is data. Sounds are scheduled minutes ahead on the audio clock, so they land while the page is
//! blocked or throttled; the rest is carried out when its time comes.

use std::time::Duration;

use super::breath::{Breath, Half};
use super::moment::Moment;
use super::plan::{Doing, Effort, Length, Step};
use super::session::{Opening, Phase, Session};

/// From this length on, a bout of work has a cue in its middle.
const HALFWAY_FROM: Duration = Duration::from_secs(20);
/// How many seconds before the end are counted.
const COUNTED: u8 = 3;

/// One thing to draw a person's attention to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    pub at: Moment,
    pub step: usize,
    pub beat: Beat,
}

/// What a cue marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// A movement comes up.
    GetReady,
    /// Work begins.
    Begin,
    /// Work, or what lies between, goes on from within, for so long where it ends by itself.
    Again {
        left: Option<Duration>,
    },
    ChangeSides,
    Rest,
    Halfway,
    /// So many seconds are left.
    Count(u8),
    /// So many repetitions are done.
    Repetition(u16),
    /// The breath goes that way for so many seconds.
    Breathe(Half, u8),
    /// The session is over.
    Finish,
}

/// The sounds that the app can make, one per meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    Ready,
    Start,
    Change,
    Rest,
    Halfway,
    Count,
    Repetition,
    /// As long as the breath goes that way, in seconds.
    Breathe(Half, u8),
    Finish,
}

impl Sound {
    /// All that there are where one breathes like that.
    #[must_use]
    pub fn all(breath: Breath) -> [Self; 10] {
        [
            Self::Ready,
            Self::Start,
            Self::Change,
            Self::Rest,
            Self::Halfway,
            Self::Count,
            Self::Repetition,
            Self::Breathe(Half::In, breath.secs(Half::In)),
            Self::Breathe(Half::Out, breath.secs(Half::Out)),
            Self::Finish,
        ]
    }
}

impl Beat {
    #[must_use]
    pub const fn sound(self) -> Option<Sound> {
        match self {
            Self::GetReady => Some(Sound::Ready),
            Self::Begin => Some(Sound::Start),
            Self::ChangeSides => Some(Sound::Change),
            Self::Rest => Some(Sound::Rest),
            Self::Halfway => Some(Sound::Halfway),
            Self::Count(_) => Some(Sound::Count),
            Self::Repetition(_) => Some(Sound::Repetition),
            Self::Breathe(half, secs) => Some(Sound::Breathe(half, secs)),
            Self::Finish => Some(Sound::Finish),
            Self::Again { .. } => None,
        }
    }

    /// How the device vibrates: milliseconds on, off, on, and so forth.
    #[must_use]
    pub const fn buzz(self) -> Option<&'static [u32]> {
        match self {
            Self::Begin => Some(&[200]),
            Self::ChangeSides => Some(&[100, 80, 100]),
            Self::GetReady | Self::Rest => Some(&[100]),
            Self::Halfway => Some(&[60]),
            Self::Finish => Some(&[200, 100, 200, 100, 400]),
            Self::Again { .. } | Self::Count(_) | Self::Repetition(_) | Self::Breathe(..) => None,
        }
    }

    /// Whether the screen flashes. It never does so twice within a second.
    #[must_use]
    pub const fn flashes(self) -> bool {
        matches!(
            self,
            Self::GetReady
                | Self::Begin
                | Self::ChangeSides
                | Self::Rest
                | Self::Halfway
                | Self::Finish
        )
    }

    /// Whether the voice says it.
    #[must_use]
    pub const fn is_spoken(self) -> bool {
        match self {
            Self::GetReady
            | Self::Begin
            | Self::Again { .. }
            | Self::ChangeSides
            | Self::Rest
            | Self::Halfway
            | Self::Repetition(_)
            | Self::Finish => true,
            Self::Count(_) | Self::Breathe(..) => false,
        }
    }

    /// Whether a screen reader is told. It is told less than the voice says, since it may be reading.
    #[must_use]
    pub const fn is_told(self) -> bool {
        self.is_spoken() && !matches!(self, Self::Repetition(_))
    }
}

/// Whether to mark the breath within holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breathing {
    Marked(Breath),
    Unmarked,
}

/// The cues of a running session from `now` up to, but not at, `until`, in order.
#[must_use]
pub fn upcoming(
    session: &Session,
    opening: Opening,
    breathing: Breathing,
    now: Moment,
    until: Moment,
) -> Vec<Cue> {
    let Phase::Running { step: current, began } = session.phase() else { return vec![] };
    let mut cues = vec![];
    if opening == Opening::Again {
        cues.extend(again(session, current, now));
    }
    let mut start = began;
    for index in current.. {
        let Some(step) = session.step(index) else {
            cues.push(Cue { at: start, step: index - 1, beat: Beat::Finish });
            break;
        };
        // A step that began before `now` has its first beats behind it in any case.
        let is_announced = index == current && opening == Opening::Again;
        for (offset, beat) in beats(&step, breathing) {
            if !(is_announced && offset.is_zero()) {
                cues.push(Cue { at: start + offset, step: index, beat });
            }
        }
        match step.length {
            Length::Fixed(length) if start < until => start = start + length,
            // Nobody knows when a step that waits for the person ends.
            Length::Fixed(_) | Length::Open { .. } => break,
        }
    }
    cues.retain(|cue| (now..until).contains(&cue.at));
    cues
}

/// Says where a session is that goes on from within a step.
fn again(session: &Session, step: usize, now: Moment) -> Option<Cue> {
    let (_, elapsed) = session.position(now)?;
    let left = match session.step(step)?.length {
        Length::Fixed(length) => Some(length.saturating_sub(elapsed)),
        Length::Open { .. } => None,
    };
    Some(Cue { at: now, step, beat: Beat::Again { left } })
}

/// The beats of one step, in order, each with its time from the step's start.
fn beats(step: &Step, breathing: Breathing) -> Vec<(Duration, Beat)> {
    let mut beats = vec![(Duration::ZERO, opening_beat(step.doing))];
    let Length::Fixed(length) = step.length else { return beats };
    if let Doing::Work(bout) = step.doing {
        match bout.effort {
            // As many as fit: a person may have asked for more time, or for less. The last one ends
            // with the step, and what comes then has its own sound.
            Effort::Repetitions { tempo, .. } => {
                let done = (1..=u16::MAX).map(|n| (tempo * u32::from(n), Beat::Repetition(n)));
                beats.extend(done.take_while(|(at, _)| *at < length));
                return beats;
            }
            Effort::Hold => beats.extend(breaths(length, breathing)),
            Effort::Timed => {}
        }
        if length >= HALFWAY_FROM {
            put(&mut beats, length / 2, Beat::Halfway);
        }
    }
    for (at, count) in countdown(length) {
        put(&mut beats, at, count);
    }
    beats
}

/// Puts a beat in its place among others, behind those of the same time.
fn put(beats: &mut Vec<(Duration, Beat)>, at: Duration, beat: Beat) {
    beats.insert(beats.partition_point(|(earlier, _)| *earlier <= at), (at, beat));
}

const fn opening_beat(doing: Doing) -> Beat {
    match doing {
        Doing::GetReady => Beat::GetReady,
        Doing::Work(_) => Beat::Begin,
        Doing::ChangeSides => Beat::ChangeSides,
        Doing::Rest => Beat::Rest,
    }
}

/// The last seconds before the end, as far as they lie after the start.
fn countdown(length: Duration) -> impl Iterator<Item = (Duration, Beat)> {
    (1..=COUNTED).rev().filter_map(move |left| {
        let at = length.checked_sub(Duration::from_secs(u64::from(left)))?;
        (!at.is_zero()).then_some((at, Beat::Count(left)))
    })
}

/// Whole breaths, as many as there is room for.
fn breaths(length: Duration, breathing: Breathing) -> Vec<(Duration, Beat)> {
    let Breathing::Marked(breath) = breathing else { return vec![] };
    let going = |half| Beat::Breathe(half, breath.secs(half));
    let starts = (0..).map(|number| breath.whole() * number);
    let starts = starts.take_while(|start| *start + breath.whole() <= length);
    let both =
        |start| [(start, going(Half::In)), (start + breath.length(Half::In), going(Half::Out))];
    starts.flat_map(both).collect()
}
