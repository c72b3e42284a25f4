//! The body: its segments, their lengths, and where they are when each joint is turned.
//!
//! Lengths are shares of the height, after Drillis and Contini (1966), as in Winter, *Biomechanics and
//! Motor Control of Human Movement*, 4th edition, figure 4.1; the trunk is parted by eye.

use glam::{Quat, Vec3};

/// A joint, named by what it turns: everything below it goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// The root: it turns the whole body.
    Pelvis,
    Lumbar,
    Thorax,
    Neck,
    Shoulder(Side),
    Elbow(Side),
    Wrist(Side),
    Hip(Side),
    Knee(Side),
    Ankle(Side),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// Which way it lies: 1 to the right.
    #[must_use]
    pub const fn sign(self) -> f32 {
        match self {
            Self::Left => -1.0,
            Self::Right => 1.0,
        }
    }

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

pub const JOINTS: usize = 16;

impl Joint {
    /// All of them, each after the one that it hangs on.
    pub const ALL: [Self; JOINTS] = [
        Self::Pelvis,
        Self::Lumbar,
        Self::Thorax,
        Self::Neck,
        Self::Shoulder(Side::Left),
        Self::Elbow(Side::Left),
        Self::Wrist(Side::Left),
        Self::Shoulder(Side::Right),
        Self::Elbow(Side::Right),
        Self::Wrist(Side::Right),
        Self::Hip(Side::Left),
        Self::Knee(Side::Left),
        Self::Ankle(Side::Left),
        Self::Hip(Side::Right),
        Self::Knee(Side::Right),
        Self::Ankle(Side::Right),
    ];

    /// Its place among all.
    #[must_use]
    pub const fn index(self) -> usize {
        match self {
            Self::Pelvis => 0,
            Self::Lumbar => 1,
            Self::Thorax => 2,
            Self::Neck => 3,
            Self::Shoulder(side) => 4 + arm(side),
            Self::Elbow(side) => 5 + arm(side),
            Self::Wrist(side) => 6 + arm(side),
            Self::Hip(side) => 10 + arm(side),
            Self::Knee(side) => 11 + arm(side),
            Self::Ankle(side) => 12 + arm(side),
        }
    }

    /// The joint that it hangs on.
    #[must_use]
    pub const fn above(self) -> Option<Self> {
        match self {
            Self::Pelvis => None,
            Self::Lumbar | Self::Hip(_) => Some(Self::Pelvis),
            Self::Thorax => Some(Self::Lumbar),
            Self::Neck | Self::Shoulder(_) => Some(Self::Thorax),
            Self::Elbow(side) => Some(Self::Shoulder(side)),
            Self::Wrist(side) => Some(Self::Elbow(side)),
            Self::Knee(side) => Some(Self::Hip(side)),
            Self::Ankle(side) => Some(Self::Knee(side)),
        }
    }

    /// Where it lies from the joint above, in the frame of that one's segment.
    #[must_use]
    pub fn offset(self) -> Vec3 {
        match self {
            Self::Pelvis => Vec3::ZERO,
            Self::Lumbar => Vec3::new(-0.012, 0.058, 0.0),
            Self::Thorax => Vec3::new(0.004, 0.085, 0.0),
            Self::Neck => Vec3::new(-0.004, 0.168, 0.0),
            Self::Shoulder(side) => Vec3::new(-0.004, 0.138, side.sign() * 0.105),
            Self::Elbow(_) => Vec3::new(0.0, -UPPER_ARM, 0.0),
            Self::Wrist(_) => Vec3::new(0.0, -FOREARM, 0.0),
            Self::Hip(side) => Vec3::new(0.0, 0.0, side.sign() * 0.052),
            Self::Knee(_) => Vec3::new(0.0, -THIGH, 0.0),
            Self::Ankle(_) => Vec3::new(0.0, -SHANK, 0.0),
        }
    }

    /// The same joint of the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Pelvis | Self::Lumbar | Self::Thorax | Self::Neck => self,
            Self::Shoulder(side) => Self::Shoulder(side.other()),
            Self::Elbow(side) => Self::Elbow(side.other()),
            Self::Wrist(side) => Self::Wrist(side.other()),
            Self::Hip(side) => Self::Hip(side.other()),
            Self::Knee(side) => Self::Knee(side.other()),
            Self::Ankle(side) => Self::Ankle(side.other()),
        }
    }
}

const fn arm(side: Side) -> usize {
    match side {
        Side::Left => 0,
        Side::Right => 3,
    }
}

pub const UPPER_ARM: f32 = 0.186;
pub const FOREARM: f32 = 0.146;
pub const HAND: f32 = 0.1;
pub const THIGH: f32 = 0.245;
pub const SHANK: f32 = 0.246;
/// How high the ankle is above the sole, and how far heel and toes are from it.
pub const ANKLE: f32 = 0.039;
pub const HEEL: f32 = 0.038;
pub const TOES: f32 = 0.112;

/// How every joint of a body is turned, and where its root is: what can be led to another of its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    /// Between the hip joints.
    pub root: Vec3,
    /// Of each joint, in the frame of the segment above.
    pub turns: [Quat; JOINTS],
}

/// A body in space.
#[derive(Clone, Debug)]
pub struct Body {
    pub places: [Vec3; JOINTS],
    pub frames: [Quat; JOINTS],
}

impl Stance {
    #[must_use]
    pub fn standing() -> Self {
        Self { root: Vec3::ZERO, turns: [Quat::IDENTITY; JOINTS] }
    }

    #[must_use]
    pub fn body(&self) -> Body {
        let mut body = Body { places: [self.root; JOINTS], frames: [self.turns[0]; JOINTS] };
        for joint in Joint::ALL {
            body.place(joint, self);
        }
        body
    }

    /// On the way to `other`, from 0 to 1. Segments keep their lengths, since only joints are led.
    #[must_use]
    pub fn towards(&self, other: &Self, share: f32) -> Self {
        let turn = |index: usize| self.turns[index].slerp(other.turns[index], share);
        Self { root: self.root.lerp(other.root, share), turns: std::array::from_fn(turn) }
    }
}

impl Body {
    /// Puts `joint` where it belongs; the one above it has been put.
    fn place(&mut self, joint: Joint, stance: &Stance) {
        let index = joint.index();
        let Some(above) = joint.above().map(Joint::index) else { return };
        self.frames[index] = self.frames[above] * stance.turns[index];
        self.places[index] = self.places[above] + self.frames[above] * joint.offset();
    }

    #[must_use]
    pub fn at(&self, joint: Joint) -> Vec3 {
        self.places[joint.index()]
    }

    #[must_use]
    pub fn frame(&self, joint: Joint) -> Quat {
        self.frames[joint.index()]
    }

    /// A point of the segment below `joint`, given in its frame.
    #[must_use]
    pub fn point(&self, joint: Joint, local: Vec3) -> Vec3 {
        self.at(joint) + self.frame(joint) * local
    }
}

/// How a joint is turned by so many degrees of flexion, abduction or side-bending, and rotation.
#[must_use]
pub fn turned(joint: Joint, [flexion, abduction, rotation]: [f32; 3]) -> Quat {
    let [forward, outward, inward] = signs(joint);
    Quat::from_rotation_z((forward * flexion).to_radians())
        * Quat::from_rotation_x((outward * abduction).to_radians())
        * Quat::from_rotation_y((inward * rotation).to_radians())
}

/// Which way round the axes z, x and y flexion, abduction and rotation of a joint go.
pub(super) const fn signs(joint: Joint) -> [f32; 3] {
    match joint {
        Joint::Pelvis => [1.0, 1.0, -1.0],
        // A trunk that stands up flexes the other way round than an arm that hangs down.
        Joint::Lumbar | Joint::Thorax | Joint::Neck => [-1.0, 1.0, -1.0],
        Joint::Knee(side) => [-1.0, -side.sign(), side.sign()],
        Joint::Shoulder(side)
        | Joint::Elbow(side)
        | Joint::Wrist(side)
        | Joint::Hip(side)
        | Joint::Ankle(side) => [1.0, -side.sign(), side.sign()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `joint` turned so, `end` of its segment lies there from it.
    #[track_caller]
    fn check(joint: Joint, angles: [f32; 3], end: Vec3, there: Vec3) {
        let found = turned(joint, angles) * end;
        assert!(found.distance(there) < 1e-5, "{found} is not {there}");
    }

    const RIGHT: Side = Side::Right;
    const LEFT: Side = Side::Left;

    #[test]
    fn flexion_goes_forward_where_it_is_the_limbs_and_the_trunks_and_back_at_the_knee() {
        check(Joint::Hip(RIGHT), [90.0, 0.0, 0.0], Vec3::NEG_Y, Vec3::X);
        check(Joint::Shoulder(LEFT), [90.0, 0.0, 0.0], Vec3::NEG_Y, Vec3::X);
        check(Joint::Elbow(LEFT), [90.0, 0.0, 0.0], Vec3::NEG_Y, Vec3::X);
        check(Joint::Knee(RIGHT), [90.0, 0.0, 0.0], Vec3::NEG_Y, Vec3::NEG_X);
        check(Joint::Lumbar, [90.0, 0.0, 0.0], Vec3::Y, Vec3::X);
        check(Joint::Ankle(LEFT), [90.0, 0.0, 0.0], Vec3::X, Vec3::Y);
    }

    #[test]
    fn abduction_goes_away_from_the_middle_and_side_bending_to_the_right() {
        check(Joint::Hip(RIGHT), [0.0, 90.0, 0.0], Vec3::NEG_Y, Vec3::Z);
        check(Joint::Hip(LEFT), [0.0, 90.0, 0.0], Vec3::NEG_Y, Vec3::NEG_Z);
        check(Joint::Lumbar, [0.0, 90.0, 0.0], Vec3::Y, Vec3::Z);
    }

    #[test]
    fn internal_rotation_turns_the_front_to_the_middle_and_the_trunk_turns_right() {
        check(Joint::Hip(RIGHT), [0.0, 0.0, 90.0], Vec3::X, Vec3::NEG_Z);
        check(Joint::Hip(LEFT), [0.0, 0.0, 90.0], Vec3::X, Vec3::Z);
        check(Joint::Thorax, [0.0, 0.0, 90.0], Vec3::X, Vec3::Z);
    }

    #[test]
    fn one_stands_as_tall_as_one_is() {
        let body = Stance::standing().body();
        let sole = body.at(Joint::Ankle(RIGHT)).y - ANKLE;
        let crown = body.at(Joint::Neck).y + 0.155;
        assert!((crown - sole - 1.0).abs() < 0.01, "{}", crown - sole);
    }
}
