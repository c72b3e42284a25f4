//! Parts as they are seen: what they are filled with, which lies over which, and which make one outline.

use glam::Mat3;

use super::super::body::Side;
use super::super::shapes::{Ball, Part, Shape};
use super::{Block, Fill, Outline, outline};

/// What makes one outline where nothing lies between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Limb {
    Head,
    Arm,
    Leg,
    /// It stands alone.
    Other,
}

/// A part as it is seen.
pub(super) struct Painted {
    fill: Fill,
    limb: Limb,
    of: Option<Side>,
    is_far: bool,
    pub(super) depth: f32,
    path: String,
}

impl Painted {
    pub(super) fn of(shape: &Shape, view: Mat3, far: Option<Side>) -> Self {
        // The seat goes with the leg that one sees all of.
        let of = match (shape.part, far) {
            (Part::Pelvis, Some(Side::Left)) => Some(Side::Right),
            (Part::Pelvis, Some(Side::Right)) => Some(Side::Left),
            _ => side_of(shape.part),
        };
        let balls = || shape.hulls.iter().flatten();
        let depth: f32 = balls().map(|ball| (view * ball.at).z).sum::<f32>();
        let count = balls().count().max(1);
        let mut path = String::new();
        for hull in &shape.hulls {
            outline(hull, view, &mut path);
        }
        Self {
            fill: fill_of(shape.part),
            limb: limb_of(shape.part),
            of,
            is_far: of.is_some() && of == far,
            depth: depth / count_of(count) + bias(shape.part),
            path,
        }
    }

    pub(super) fn of_block(block: &Block, view: Mat3) -> Self {
        let balls = block.corners().map(|at| Ball { at, radius: 0.0 });
        let mut path = String::new();
        outline(&balls, view, &mut path);
        let middle = view * ((block.from + block.to) / 2.0);
        // What one lies on is below everything.
        let depth = if block.fill == Fill::Mat { f32::MIN } else { middle.z };
        Self { fill: block.fill, limb: Limb::Other, of: None, is_far: false, depth, path }
    }

    /// Whether it makes one outline with the part before it.
    fn goes_with(&self, before: &Outline, limb: Limb, of: Option<Side>) -> bool {
        self.limb != Limb::Other
            && self.limb == limb
            && self.fill == before.fill
            && self.is_far == before.is_far
            && (self.of == of || self.of.is_none() || of.is_none())
    }
}

/// A hand lies over or under what it touches by where it touches that, and not by where the middles of
/// both are: a thigh is long.
pub(super) fn lay_hands(shapes: &[Shape], parts: &mut [Painted], view: Mat3) {
    const NEAR: f32 = 0.035;
    const STEP: f32 = 0.004;
    for hand in 0..shapes.len() {
        let Part::Hand(of) = shapes[hand].part else { continue };
        let Some(palm) = shapes[hand].hulls.first().and_then(|hull| hull.last()) else { continue };
        let others = shapes.iter().enumerate().filter(|(_, it)| {
            matches!(it.part, Part::Thigh(_) | Part::Shank(_) | Part::Foot(_) | Part::Trunk)
                || matches!(it.part, Part::Forearm(other) if other != of)
        });
        let touched = others
            .filter_map(|(index, shape)| Some((index, shape.nearest(palm.at)?)))
            .min_by(|(_, a), (_, b)| a.1.total_cmp(&b.1))
            .filter(|(_, (_, gap))| *gap < NEAR + palm.radius);
        if let Some((other, (axis, _))) = touched {
            let is_over = (view * palm.at).z > (view * axis).z;
            let beside = parts[other].depth;
            let depth = parts[hand].depth;
            parts[hand].depth =
                if is_over { depth.max(beside + STEP) } else { depth.min(beside - STEP) };
        }
    }
}

/// Parts of one limb that nothing lies between become one outline.
pub(super) fn merged(parts: Vec<Painted>) -> Vec<Outline> {
    let mut outlines: Vec<Outline> = vec![];
    let (mut limb, mut of) = (Limb::Other, None);
    for part in parts {
        match outlines.last_mut() {
            Some(before) if part.goes_with(before, limb, of) => {
                before.path.push_str(&part.path);
                of = of.or(part.of);
            }
            _ => {
                (limb, of) = (part.limb, part.of);
                outlines.push(Outline { fill: part.fill, is_far: part.is_far, path: part.path });
            }
        }
    }
    outlines
}

const fn side_of(part: Part) -> Option<Side> {
    match part {
        Part::Pelvis | Part::Trunk | Part::Neck | Part::Head | Part::Hair | Part::Eye(_) => None,
        Part::Thigh(of)
        | Part::Shank(of)
        | Part::Foot(of)
        | Part::UpperArm(of)
        | Part::Forearm(of)
        | Part::Hand(of) => Some(of),
    }
}

const fn limb_of(part: Part) -> Limb {
    match part {
        Part::Neck | Part::Head => Limb::Head,
        Part::Forearm(_) | Part::Hand(_) => Limb::Arm,
        Part::Pelvis | Part::Thigh(_) | Part::Shank(_) => Limb::Leg,
        Part::Trunk | Part::UpperArm(_) | Part::Foot(_) | Part::Hair | Part::Eye(_) => Limb::Other,
    }
}

const fn fill_of(part: Part) -> Fill {
    match part {
        Part::Trunk | Part::UpperArm(_) => Fill::Shirt,
        Part::Pelvis | Part::Thigh(_) | Part::Shank(_) => Fill::Trousers,
        Part::Hair | Part::Eye(_) => Fill::Hair,
        Part::Neck | Part::Head | Part::Foot(_) | Part::Forearm(_) | Part::Hand(_) => Fill::Skin,
    }
}

/// What lies on top where two parts are equally deep.
const fn bias(part: Part) -> f32 {
    match part {
        Part::Hair => -0.012,
        Part::Eye(_) => -0.01,
        Part::Neck => -0.02,
        Part::Trunk => 0.004,
        Part::Foot(_) => -0.004,
        Part::Hand(_) => 0.012,
        _ => 0.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a part has a few balls")]
const fn count_of(count: usize) -> f32 {
    count as f32
}
