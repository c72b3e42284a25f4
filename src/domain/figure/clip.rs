//! A clip: the poses of one movement, how the body goes from one to the next, and from where it is seen.

use std::sync::OnceLock;
use std::time::Duration;

use glam::Vec3;

use super::body::Stance;
use super::drawing::{self, Block, Camera, Fill, Frame, Outline, draw, frame};
use super::film::{Film, Stretch};
use super::pose::{self, Pose};
use crate::domain::breath::{Breath, Half};
use crate::domain::reading::{Fault, Problem, Problems, Reader};

/// How long the body takes from one pose to the next, in milliseconds, where a clip says nothing else.
const WAY: u64 = 2400;

/// How long there is between two pictures on the way, about: fifteen a second, which is enough for so calm a
/// movement, and leaves a slow phone in peace.
const BETWEEN: Duration = Duration::from_millis(60);
/// The same where a body only breathes.
const BREATHING: Duration = Duration::from_millis(250);

/// How the poses follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// To the last, which is held.
    Hold,
    /// To the last and back again, over and over.
    Loop,
    /// To the last and on to the first, over and over.
    Round,
}

#[derive(Clone, Debug)]
pub struct Clip {
    pub camera: Camera,
    pub course: Course,
    pub props: Vec<Block>,
    pub poses: Vec<Pose>,
    /// Worked out when it is first looked at: of most clips a visit shows nothing.
    solved: OnceLock<Solved>,
    /// From one pose to the next.
    stride: Duration,
    /// Whether a strap goes from hand to hand around the right foot.
    has_strap: bool,
}

/// What follows from the poses.
#[derive(Clone, Debug)]
struct Solved {
    stances: Vec<Stance>,
    frame: Frame,
}

impl Clip {
    /// How long it takes to the last pose.
    #[must_use]
    pub fn way(&self) -> Duration {
        self.stride * u32::try_from(self.poses.len().saturating_sub(1)).unwrap_or(0)
    }

    /// Whether the hold has been reached after so long, if there is one.
    #[must_use]
    pub fn has_arrived(&self, at: Duration) -> bool {
        self.course == Course::Hold && at >= self.way()
    }

    /// All of its pictures: the way into a hold and then one breath, or one repetition of what never ends.
    #[must_use]
    pub fn film(&self, breath: Breath) -> Film {
        let (way, repetition, pause) = match self.course {
            Course::Hold => (self.way(), breath.whole(), BREATHING),
            Course::Loop => (Duration::ZERO, self.way() * 2, BETWEEN),
            Course::Round => (Duration::ZERO, self.way() + self.stride, BETWEEN),
        };
        Film::new(Stretch::new(way, BETWEEN), Stretch::new(repetition, pause))
    }

    /// How far along its way it is after so long, in parts of `whole`.
    #[must_use]
    pub fn share(&self, at: Duration, whole: u32) -> u32 {
        let way = self.way().as_secs_f32().max(1e-3);
        let steps = at.as_secs_f32() / way;
        let share = match self.course {
            Course::Hold => steps.min(1.0),
            Course::Loop => there_and_back(steps, 1.0),
            Course::Round => steps % 1.0,
        };
        parts(share, whole)
    }

    #[must_use]
    pub fn frame(&self) -> Frame {
        self.solved().frame
    }

    fn solved(&self) -> &Solved {
        self.solved.get_or_init(|| {
            let stances: Vec<_> = self.poses.iter().map(Pose::stance).collect();
            let bodies: Vec<_> = stances.iter().map(Stance::body).collect();
            Solved { frame: frame(&bodies, &self.props, self.camera), stances }
        })
    }

    /// How the body is turned after so long.
    #[must_use]
    pub fn stance(&self, at: Duration) -> Stance {
        let stances = &self.solved().stances;
        let last = stances.len() - 1;
        let steps = at.as_secs_f32() / self.stride.as_secs_f32();
        // Slow at both ends only: what is between is passed through.
        let steps = match self.course {
            Course::Hold => eased(steps / count(last)) * count(last),
            Course::Loop => eased(there_and_back(steps, count(last)) / count(last)) * count(last),
            Course::Round => steps % count(last + 1),
        };
        let before = floor(steps).min(last);
        let after = match self.course {
            Course::Round => (before + 1) % (last + 1),
            Course::Hold | Course::Loop => (before + 1).min(last),
        };
        let share = steps - count(before);
        let mut stance = stances[before].towards(&stances[after], share);
        if before != after && share > 0.0 {
            self.poses[before].settle(&self.poses[after], share, &mut stance);
        }
        stance
    }

    /// The picture after so long, from `camera`, of the right side at work, with these muscles shown. Who
    /// holds a pose breathes by `breath`.
    #[must_use]
    pub fn picture<'a>(
        &self,
        at: Duration,
        breath: Breath,
        camera: Camera,
        muscles: impl Iterator<Item = (&'a str, Fill)>,
        is_sided: bool,
    ) -> Vec<Outline> {
        let stance = self.stance(at);
        let lungs = if self.course == Course::Hold { lungs(at, breath) } else { 0.0 };
        let body = stance.body();
        // Where one ends up says which side is far: it must not change on the way.
        let far =
            self.solved().stances.last().and_then(|last| drawing::far_side(&last.body(), camera));
        let mut outlines = draw(&body, lungs, &self.props, camera, far);
        if self.has_strap {
            outlines.push(drawing::strap(&body, camera));
        }
        outlines.extend(drawing::muscles(&body, muscles, is_sided, camera));
        outlines
    }
}

/// How full the lungs are, from 0 to 1, so long after a hold has begun: in step with the cues for it.
fn lungs(at: Duration, breath: Breath) -> f32 {
    let [going_in, going_out] = Half::ALL.map(|half| f32::from(breath.secs(half)));
    let since = at.as_secs_f32() % (going_in + going_out);
    if since < going_in {
        eased(since / going_in)
    } else {
        1.0 - eased((since - going_in) / going_out)
    }
}

/// Slow at both ends.
fn eased(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

fn there_and_back(steps: f32, last: f32) -> f32 {
    let round = steps % (2.0 * last).max(1e-3);
    if round <= last { round } else { 2.0 * last - round }
}

#[expect(clippy::cast_precision_loss, reason = "a clip has a few poses")]
const fn count(number: usize) -> f32 {
    number as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "it is a part of a small whole"
)]
fn parts(share: f32, whole: u32) -> u32 {
    (share * whole as f32).round() as u32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is the number of a pose"
)]
fn floor(number: f32) -> usize {
    number.max(0.0) as usize
}

/// All clips, each by its movement's id.
///
/// # Errors
/// Every problem found.
pub fn read(text: &str) -> Result<Vec<(String, Clip)>, Vec<Problem>> {
    let problems = Problems::default();
    let document = problems.parse("figures", text);
    let reader = Reader::new("figures", document.as_ref(), &problems);
    let clips = reader.entries(clip);
    let clips = clips.into_iter().map(|(id, clip)| (id.to_owned(), clip)).collect();
    problems.verdict(clips)
}

const COURSES: [(&str, Course); 3] =
    [("hold", Course::Hold), ("loop", Course::Loop), ("round", Course::Round)];

fn clip(reader: &Reader) -> Clip {
    let reader = reader.only(&["camera", "course", "stride", "strap", "props", "poses"]);
    let angles = reader.field("camera").each(|it| degrees(it.signed()));
    let angle = |index: usize| angles.get(index).copied().unwrap_or(0.0);
    let camera = Camera { yaw: angle(0), pitch: angle(1) };
    let poses = reader.field("poses").each(pose::read);
    if poses.len() < 2 {
        reader.field("poses").fail(Fault::Rule("a clip has two poses at least".to_owned()));
    }
    let props: Vec<Block> = reader.field("props").each(|it| it.one_of(&PROPS)).concat();
    let stride = reader.optional("stride").there();
    Clip {
        camera,
        course: reader.field("course").one_of(&COURSES),
        stride: Duration::from_millis(stride.map_or(WAY, |it| it.number(200..=10_000))),
        has_strap: reader.optional("strap").there().is_some_and(|it| it.flag()),
        props,
        poses,
        solved: OnceLock::new(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "angles are small")]
const fn degrees(number: i64) -> f32 {
    number as f32
}

const fn block(from: [f32; 3], to: [f32; 3], fill: Fill) -> Block {
    Block { from: Vec3::from_array(from), to: Vec3::from_array(to), fill }
}

/// As high as a usual chair, 45 cm for a person of 1.75 m.
pub const CHAIR: f32 = 0.257;

const MAT: [Block; 1] = [block([-0.6, -0.012, -0.19], [0.6, 0.0, 0.19], Fill::Mat)];
const SEAT: [Block; 4] = [
    block([-0.13, 0.235, -0.13], [0.13, CHAIR, 0.13], Fill::Wood),
    block([-0.125, 0.0, -0.125], [-0.1, 0.235, -0.1], Fill::Wood),
    block([-0.125, 0.0, 0.1], [-0.1, 0.235, 0.125], Fill::Wood),
    block([-0.13, CHAIR, -0.12], [-0.108, 0.52, 0.12], Fill::Wood),
];
const LEGS: [Block; 2] = [
    block([0.1, 0.0, -0.125], [0.125, 0.235, -0.1], Fill::Wood),
    block([0.1, 0.0, 0.1], [0.125, 0.235, 0.125], Fill::Wood),
];
const FLOOR: [Block; 1] = [block([-0.5, -0.004, -0.14], [0.5, 0.0, 0.14], Fill::Mat)];

/// In front of the person, as high as a kitchen's.
const DESK: [Block; 3] = [
    block([0.28, 0.4, -0.26], [0.62, 0.425, 0.26], Fill::Wood),
    block([0.56, 0.0, -0.25], [0.59, 0.4, -0.22], Fill::Wood),
    block([0.56, 0.0, 0.22], [0.59, 0.4, 0.25], Fill::Wood),
];
const WALL: [Block; 1] = [block([0.42, 0.0, -0.25], [0.45, 1.05, 0.25], Fill::Wood)];
/// A chair in front of the person, its seat towards them, to put a heel on or a hand.
const CHAIR_AHEAD: [Block; 4] = [
    block([0.27, 0.235, -0.13], [0.53, CHAIR, 0.13], Fill::Wood),
    block([0.275, 0.0, -0.12], [0.3, 0.235, 0.12], Fill::Wood),
    block([0.5, 0.0, -0.12], [0.525, 0.235, 0.12], Fill::Wood),
    block([0.508, CHAIR, -0.12], [0.53, 0.52, 0.12], Fill::Wood),
];
/// At the person's left, to hold on to.
const SUPPORT: [Block; 2] = [
    block([-0.1, 0.48, -0.4], [0.12, 0.5, -0.2], Fill::Wood),
    block([-0.02, 0.0, -0.32], [0.03, 0.48, -0.28], Fill::Wood),
];
const CUSHION: [Block; 1] = [block([-0.62, 0.0, -0.1], [-0.42, 0.04, 0.1], Fill::Cushion)];
const KNEE_CUSHION: [Block; 1] = [block([-0.09, 0.0, -0.1], [0.09, 0.025, 0.1], Fill::Cushion)];

const PROPS: [(&str, &[Block]); 10] = [
    ("mat", &MAT),
    ("floor", &FLOOR),
    ("chair", &SEAT),
    ("chair legs", &LEGS),
    ("chair ahead", &CHAIR_AHEAD),
    ("desk", &DESK),
    ("wall", &WALL),
    ("support", &SUPPORT),
    ("head cushion", &CUSHION),
    ("knee cushion", &KNEE_CUSHION),
];
