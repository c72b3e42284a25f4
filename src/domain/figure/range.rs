//! What a body can do: how far each joint goes, and that nothing goes through the floor. Every clip that
//! ships is held to it.
//!
//! Ranges of motion in degrees, from the norms of the American Academy of Orthopaedic Surgeons as in Norkin
//! and White, *Measurement of Joint Motion*, 5th edition; where a movement is passive or weight-bearing
//! (kneeling, heel sitting) a joint goes somewhat further than there.

use std::time::Duration;

use glam::{EulerRot, Vec3};

use super::body::{Body, Joint, Stance, signs};
use super::clip::Clip;
use super::shapes::{Ball, Part, shapes};

/// How far below the floor anything may be, in shares of the height: 2 cm of 1.75 m.
const DEPTH: f32 = 0.0115;
/// How far what rests may be from what it rests on: 3 cm.
const CONTACT: f32 = 0.0172;
/// How deep the middle of a limb may be within the trunk, the seat or the head: 3 cm, which flesh gives way.
const PRESSED: f32 = 0.0172;
/// At how many instants a clip is looked at.
const INSTANTS: u32 = 60;

/// The least and the most of flexion, of abduction or side-bending, and of rotation.
type Range = [(f32, f32); 3];

const fn range(joint: Joint) -> Option<Range> {
    Some(match joint {
        Joint::Lumbar => [(-30.0, 60.0), (-26.0, 26.0), (-16.0, 16.0)],
        Joint::Thorax => [(-26.0, 46.0), (-30.0, 30.0), (-45.0, 45.0)],
        Joint::Neck => [(-60.0, 60.0), (-46.0, 46.0), (-80.0, 80.0)],
        Joint::Elbow(_) => [(-2.0, 155.0), (-1.0, 1.0), (-1.0, 1.0)],
        Joint::Hip(_) => [(-30.0, 140.0), (-45.0, 60.0), (-75.0, 50.0)],
        Joint::Knee(_) => [(-2.0, 162.0), (-1.0, 1.0), (-1.0, 1.0)],
        Joint::Ankle(_) => [(-75.0, 40.0), (-40.0, 40.0), (-40.0, 40.0)],
        // A shoulder goes almost anywhere, in more than one way, and a hand turns with the forearm, whose
        // own turning is in it.
        Joint::Shoulder(_) | Joint::Wrist(_) | Joint::Pelvis => return None,
    })
}

/// Everything that a body cannot do in `clip`, in words.
#[must_use]
pub fn faults(clip: &Clip) -> Vec<String> {
    let mut faults = vec![];
    for (index, pose) in clip.poses.iter().enumerate() {
        let body = pose.stance().body();
        for (part, distance) in pose.rests(&body) {
            if distance.abs() > CONTACT {
                faults.push(format!("pose {index}: {part} is {distance:.3} from what it rests on"));
            }
        }
    }
    let whole = clip.way().max(Duration::from_secs(1));
    for instant in 0..=INSTANTS {
        let at = whole * instant / INSTANTS;
        let stance = clip.stance(at);
        let body = stance.body();
        let all = [joint_faults(&stance), floor_faults(&body), trunk_faults(&body)];
        let found = all.into_iter().flatten();
        for fault in found {
            // Each once, where it begins.
            let named = format!("at {instant}/{INSTANTS}: {fault}");
            let kind = fault.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
            if !faults.iter().any(|known| known.contains(&kind)) {
                faults.push(named);
            }
        }
    }
    faults
}

fn joint_faults(stance: &Stance) -> Vec<String> {
    let mut faults = vec![];
    for joint in Joint::ALL {
        let Some(range) = range(joint) else { continue };
        let angles = angles(joint, stance);
        for ((name, angle), (least, most)) in
            ["flexion", "abduction", "rotation"].into_iter().zip(angles).zip(range)
        {
            if !(least..=most).contains(&angle) {
                faults.push(format!("{joint:?} {name} of {angle:.0} is outside {least} to {most}"));
            }
        }
    }
    faults
}

/// How far a joint is flexed, abducted and rotated, in degrees: what [`super::body::turned`] was told.
#[must_use]
pub fn angles(joint: Joint, stance: &Stance) -> [f32; 3] {
    let turn = stance.turns[joint.index()];
    let (flexion, abduction, rotation) = turn.to_euler(EulerRot::ZXY);
    let [forward, outward, inward] = signs(joint);
    [flexion * forward, abduction * outward, rotation * inward].map(f32::to_degrees)
}

fn floor_faults(body: &Body) -> Vec<String> {
    let mut faults = vec![];
    for shape in shapes(body, 0.0) {
        let low = shape.lowest();
        if low < -DEPTH {
            faults.push(format!("{:?} below floor by {:.3}", shape.part, -low));
        }
    }
    faults
}

/// Limbs that go through the trunk, the seat or the head.
fn trunk_faults(body: &Body) -> Vec<String> {
    let (mut solid, mut limbs) = (vec![], vec![]);
    for shape in shapes(body, 0.0) {
        match shape.part {
            Part::Trunk | Part::Pelvis | Part::Head => {
                solid.extend(shape.hulls.iter().flat_map(|hull| filled(hull, 3)));
            }
            Part::Shank(_) | Part::Foot(_) | Part::Forearm(_) | Part::Hand(_) => {
                let middles = shape.hulls.iter().flat_map(|hull| filled(hull, 2));
                limbs.extend(middles.map(|ball| (shape.part, ball.at)));
            }
            // What hangs on the trunk is in it at its upper end.
            Part::Thigh(_) | Part::UpperArm(_) | Part::Neck | Part::Hair | Part::Eye(_) => {}
        }
    }
    let depth = |at: Vec3| {
        let depths = solid.iter().map(|ball: &Ball| ball.radius - ball.at.distance(at));
        depths.fold(f32::MIN, f32::max)
    };
    let depths = limbs.into_iter().map(|(part, at)| (part, depth(at)));
    depths
        .filter(|(_, depth)| *depth > PRESSED)
        .map(|(part, depth)| format!("{part:?} within trunk by {depth:.3}"))
        .collect()
}

/// The balls of a hull, and those on the ways between each two of them, in so many steps.
fn filled(hull: &[Ball], between: u8) -> Vec<Ball> {
    let mut balls = vec![];
    for (index, from) in hull.iter().enumerate() {
        for to in &hull[index..] {
            for step in 0..=between {
                let share = f32::from(step) / f32::from(between);
                balls.push(Ball {
                    at: from.at.lerp(to.at, share),
                    radius: from.radius + (to.radius - from.radius) * share,
                });
            }
        }
    }
    balls
}

/// A part by the name that poses use for what rests.
pub(super) fn part_named(name: &str) -> Option<Part> {
    use super::body::Side::{Left, Right};
    Some(match name {
        "pelvis" => Part::Pelvis,
        "trunk" => Part::Trunk,
        "head" => Part::Hair,
        "face" => Part::Head,
        "left thigh" => Part::Thigh(Left),
        "right thigh" => Part::Thigh(Right),
        "left shin" => Part::Shank(Left),
        "right shin" => Part::Shank(Right),
        "left foot" => Part::Foot(Left),
        "right foot" => Part::Foot(Right),
        "left hand" => Part::Hand(Left),
        "right hand" => Part::Hand(Right),
        "left forearm" => Part::Forearm(Left),
        "right forearm" => Part::Forearm(Right),
        _ => return None,
    })
}
