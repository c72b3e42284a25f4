//! A limb that reaches for a point: two bones of fixed lengths, and a direction in which the joint
//! between them points.

use glam::{Mat3, Quat, Vec3};

use super::body::{ANKLE, Body, FOREARM, HAND, Joint, SHANK, Side, Stance, THIGH, UPPER_ARM};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limb {
    /// Reaches with the middle of the palm.
    Hand(Side),
    /// Reaches with the wrist, and lays the palm flat beyond it.
    Palm(Side),
    /// Reaches with the sole, below the ankle; the foot stays as it is.
    Foot(Side),
    /// The same, with the sole flat on the floor.
    FlatFoot(Side),
}

/// How near to straight a limb comes: beyond that it would snap.
const STRAIGHTEST: f32 = 0.9995;

impl Limb {
    pub const fn side(self) -> Side {
        match self {
            Self::Hand(side) | Self::Palm(side) | Self::Foot(side) | Self::FlatFoot(side) => side,
        }
    }

    fn joints(self) -> [Joint; 3] {
        match self {
            Self::Hand(side) | Self::Palm(side) => {
                [Joint::Shoulder(side), Joint::Elbow(side), Joint::Wrist(side)]
            }
            Self::Foot(side) | Self::FlatFoot(side) => {
                [Joint::Hip(side), Joint::Knee(side), Joint::Ankle(side)]
            }
        }
    }

    /// How far above its goal the end of the second bone stays.
    const fn lift(self) -> f32 {
        match self {
            Self::Hand(_) | Self::Foot(_) => 0.0,
            Self::Palm(_) => 0.02,
            Self::FlatFoot(_) => ANKLE,
        }
    }

    /// The lengths of the two bones, the second to what reaches.
    const fn lengths(self) -> [f32; 2] {
        match self {
            Self::Hand(_) => [UPPER_ARM, FOREARM + HAND * 0.5],
            Self::Palm(_) => [UPPER_ARM, FOREARM],
            Self::Foot(_) | Self::FlatFoot(_) => [THIGH, SHANK],
        }
    }

    /// Where the joint between points by itself, in the frame of the trunk or the pelvis.
    fn usual_pole(self) -> Vec3 {
        match self {
            Self::Hand(side) | Self::Palm(side) => Vec3::new(-0.6, -0.6, side.sign() * 0.5),
            Self::Foot(_) | Self::FlatFoot(_) => Vec3::X,
        }
    }

    /// Which way the front of the first bone looks when the joint between points along the pole: a knee
    /// to the front, an elbow to the back.
    const fn front(self) -> f32 {
        match self {
            Self::Hand(_) | Self::Palm(_) => -1.0,
            Self::Foot(_) | Self::FlatFoot(_) => 1.0,
        }
    }
}

/// Turns a limb's joints so that it reaches `target`, or as far as it goes. `pole` is in space.
pub fn reach(stance: &mut Stance, body: &mut Body, limb: Limb, target: Vec3, pole: Option<Vec3>) {
    let [root, middle, end] = limb.joints();
    let above = root.above().map_or(Quat::IDENTITY, |above| body.frame(above));
    let target = target + Vec3::Y * limb.lift();
    let [upper, lower] = limb.lengths();
    let line = target - body.at(root);
    let along = line.try_normalize().unwrap_or(Vec3::NEG_Y);
    let length = line.length().clamp((upper - lower).abs() + 1e-3, (upper + lower) * STRAIGHTEST);
    let pole = pole.unwrap_or_else(|| above * limb.usual_pole());
    // By the law of cosines.
    let share = (upper * upper + length * length - lower * lower) / (2.0 * upper * length);
    let aside =
        pole.reject_from(along).try_normalize().unwrap_or_else(|| along.any_orthonormal_vector());
    let first = along * share + aside * (1.0 - share * share).max(0.0).sqrt();
    let knee = body.at(root) + first * upper;
    let second = (body.at(root) + along * length - knee).normalize();
    let front = aside * limb.front();
    let first_frame = frame(first, front);
    let second_frame = first_frame * between(first_frame.inverse() * second);
    stance.turns[root.index()] = above.inverse() * first_frame;
    stance.turns[middle.index()] = first_frame.inverse() * second_frame;
    let flat = |direction: Vec3| (direction * Vec3::new(1.0, 0.0, 1.0)).try_normalize();
    let laid = match limb {
        Limb::Hand(_) | Limb::Foot(_) => None,
        Limb::FlatFoot(_) => Some(frame(Vec3::NEG_Y, flat(pole).unwrap_or(Vec3::X))),
        Limb::Palm(side) => {
            let head = body.frame(Joint::Thorax) * Vec3::Y;
            let fingers = flat(second * 0.7 + head).unwrap_or(Vec3::X);
            Some(frame(fingers, Vec3::Y.cross(fingers) * side.sign()))
        }
    };
    if let Some(laid) = laid {
        stance.turns[end.index()] = second_frame.inverse() * laid;
    }
    *body = stance.body();
}

/// The frame of a segment that hangs along `down` and looks to `front` as far as that goes.
fn frame(down: Vec3, front: Vec3) -> Quat {
    let up = -down;
    let front =
        front.reject_from(up).try_normalize().unwrap_or_else(|| up.any_orthonormal_vector());
    Quat::from_mat3(&Mat3::from_cols(front, up, front.cross(up)))
}

/// The turn of a hinge, about the axis from left to right, that brings what hangs down to `there`.
fn between(there: Vec3) -> Quat {
    Quat::from_rotation_z(there.x.atan2(-there.y))
}
