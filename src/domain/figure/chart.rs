//! The chart of the body: front or back, with the muscles that one can point to. What lies at the surface is
//! on one half, and what lies under it on the other, so that nothing hides anything.

use super::body::{Joint, Side, Stance, turned};
use super::drawing::{Camera, Frame, Outline, draw, frame, muscle_path};
use crate::domain::catalogue::{Face, Layer, Structure};

/// How far arms and legs are from the middle, in degrees, so that each has an outline of its own.
const ARMS: f32 = 14.0;
const LEGS: f32 = 5.0;

pub struct Chart {
    pub frame: Frame,
    /// The body, from the farthest outline to the nearest.
    pub body: Vec<Outline>,
    /// What there is to point to, from the deepest to the uppermost.
    pub areas: Vec<Area>,
}

/// Where a structure is.
pub struct Area {
    /// The structure's id.
    pub id: &'static str,
    /// As SVG writes paths.
    pub path: String,
}

/// The chart of one face, with the structure `chosen` on both halves.
#[must_use]
pub fn chart(structures: &[Structure], face: Face, chosen: Option<&str>) -> Chart {
    let body = stance().body();
    let camera = Camera {
        yaw: match face {
            Face::Front => -90.0,
            Face::Back => 90.0,
        },
        pitch: 0.0,
    };
    let seen = structures.iter().rev().filter(|it| it.face == face);
    let areas = seen.map(|it| {
        let half = match it.layer {
            Layer::Surface => Side::Right,
            Layer::Deep => Side::Left,
        };
        let both = chosen == Some(it.id);
        let sides = Side::BOTH.into_iter().filter(|side| both || *side == half);
        Area { id: it.id, path: muscle_path(&body, it.id, sides, camera) }
    });
    let mut areas: Vec<_> = areas.collect();
    // What was chosen lies over everything.
    areas.sort_by_key(|area| chosen == Some(area.id));
    let frame = frame(std::slice::from_ref(&body), &[], camera);
    Chart { frame, body: draw(&body, 0.0, &[], camera, None), areas }
}

/// Upright, the arms a little away from the trunk.
fn stance() -> Stance {
    let mut stance = Stance::standing();
    for side in Side::BOTH {
        for (joint, abduction) in [(Joint::Shoulder(side), ARMS), (Joint::Hip(side), LEGS)] {
            stance.turns[joint.index()] = turned(joint, [0.0, abduction, 0.0]);
        }
    }
    stance
}
