//! A pose: how the body lies, which joints differ from standing, and what hands and feet reach for.
//!
//! In its text, lengths are thousandths of the person's height and angles whole degrees.

use glam::{Quat, Vec3};

use super::body::{Body, Joint, Side, Stance, turned};
use super::range;
use super::reach::{Limb, reach};
use super::shapes::{self, Part};
use crate::domain::reading::{Fault, Reader};

/// A pose as it is written.
#[derive(Clone, Debug)]
pub struct Pose {
    /// How the body is turned as a whole: about its own right, front and up, in that order, and then
    /// about the right of space.
    lie: Quat,
    at: Vec3,
    /// How high the seat is that it sits on; without one, its lowest point is on the floor.
    seat: Option<f32>,
    bends: Vec<(Joint, [f32; 3])>,
    reaches: Vec<Reach>,
    /// What lies, stands or sits on something, by its name.
    rests: Vec<(String, Part)>,
}

#[derive(Clone, Debug)]
struct Reach {
    limb: Limb,
    goal: Goal,
    pole: Option<Vec3>,
}

#[derive(Clone, Copy, Debug)]
enum Goal {
    /// A point in space.
    Space(Vec3),
    /// A point of the segment below a joint, in its frame.
    Segment(Joint, Vec3),
}

impl Pose {
    /// The pose solved: every joint's turn, with what it rests on down and what it reaches for reached.
    #[must_use]
    pub fn stance(&self) -> Stance {
        let mut stance = Stance::standing();
        stance.turns[0] = self.lie;
        for &(joint, angles) in &self.bends {
            stance.turns[joint.index()] = turned(joint, angles);
        }
        self.put_down(&mut stance);
        let mut body = stance.body();
        // Legs first: they may carry what arms reach for.
        for is_leg in [true, false] {
            for wish in self.reaches.iter().filter(|it| is_of_leg(it.limb) == is_leg) {
                let target = wish.goal.in_space(&body);
                reach(&mut stance, &mut body, wish.limb, target, wish.pole);
            }
        }
        stance
    }

    /// How far each part that rests is above what it rests on.
    pub(super) fn rests(&self, body: &Body) -> Vec<(&str, f32)> {
        let gap = |(_, part): &(String, Part)| {
            let below = match (self.seat, part) {
                (Some(seat), Part::Pelvis) => seat,
                _ => 0.0,
            };
            shapes::lowest(body, |it| it == *part) - below
        };
        self.rests.iter().map(|rest| (rest.0.as_str(), gap(rest))).collect()
    }

    /// Puts right what is between this pose and the `next`: what rests in both stays down, and what reaches
    /// for the same thing in both goes on doing so. `share` is how far it has come, from 0 to 1.
    pub(super) fn settle(&self, next: &Self, share: f32, stance: &mut Stance) {
        if self.is_grounded() && next.is_grounded() {
            let rests = |part| !self.is_reaching(part) && !next.is_reaching(part);
            stance.root.y -= shapes::lowest(&stance.body(), rests);
        }
        let mut body = stance.body();
        for is_leg in [true, false] {
            for wish in self.reaches.iter().filter(|it| is_of_leg(it.limb) == is_leg) {
                let later = next.reaches.iter().find(|it| it.limb == wish.limb);
                let Some((later, goal)) =
                    later.and_then(|it| Some((it, wish.goal.towards(it.goal, share)?)))
                else {
                    continue;
                };
                let pole = wish.pole.zip(later.pole).map(|(from, to)| from.lerp(to, share));
                let target = goal.in_space(&body);
                reach(stance, &mut body, wish.limb, target, pole.or(wish.pole).or(later.pole));
            }
        }
    }

    fn is_grounded(&self) -> bool {
        self.seat.is_none() && self.at.y <= 0.0
    }

    fn put_down(&self, stance: &mut Stance) {
        stance.root = self.at;
        stance.root.y += match self.seat {
            Some(seat) => seat + shapes::SEAT,
            None if self.at.y > 0.0 => 0.0,
            // A limb that reaches for something is not what one rests on.
            None => -shapes::lowest(&stance.body(), |part| !self.is_reaching(part)),
        };
    }

    fn is_reaching(&self, part: Part) -> bool {
        self.reaches.iter().any(|wish| {
            let side = match part {
                Part::UpperArm(of) | Part::Forearm(of) | Part::Hand(of) => {
                    (!is_of_leg(wish.limb)).then_some(of)
                }
                Part::Thigh(of) | Part::Shank(of) | Part::Foot(of) => {
                    is_of_leg(wish.limb).then_some(of)
                }
                _ => None,
            };
            side.is_some_and(|of| of == wish.limb.side())
        })
    }
}

const fn is_of_leg(limb: Limb) -> bool {
    matches!(limb, Limb::Foot(_) | Limb::FlatFoot(_))
}

impl Goal {
    /// On the way to `other`, where both are of the same kind.
    fn towards(self, other: Self, share: f32) -> Option<Self> {
        match (self, other) {
            (Self::Space(from), Self::Space(to)) => Some(Self::Space(from.lerp(to, share))),
            (Self::Segment(joint, from), Self::Segment(there, to)) if joint == there => {
                Some(Self::Segment(joint, from.lerp(to, share)))
            }
            (Self::Space(_), Self::Segment(..)) | (Self::Segment(..), _) => None,
        }
    }

    fn in_space(self, body: &Body) -> Vec3 {
        match self {
            Self::Space(point) => point,
            Self::Segment(joint, local) => body.point(joint, local),
        }
    }
}

const ANY: [&str; 6] = ["lie", "at", "seat", "bend", "reach", "rest"];

pub(super) fn read(reader: &Reader) -> Pose {
    let reader = reader.only(&ANY);
    let lie = numbers(&reader.optional("lie"), 4);
    let degrees = |index: usize| lie.get(index).map_or(0.0, |it| it.to_radians());
    let (pitch, roll, yaw, tip) = (degrees(0), degrees(1), degrees(2), degrees(3));
    let bend = reader.optional("bend");
    let written =
        bend.there().map_or_else(Vec::new, |bend| bend.entries(|angles| numbers(angles, 3)));
    let mut bends = vec![];
    for (name, angles) in written {
        let joints = joints_of(name);
        if joints.is_empty() {
            bend.fail(Fault::Unknown(name.to_owned()));
        }
        let angle = |index: usize| angles.get(index).copied().unwrap_or(0.0);
        bends.extend(joints.into_iter().map(|joint| (joint, [angle(0), angle(1), angle(2)])));
    }
    let reaches = reader.optional("reach").there();
    Pose {
        lie: Quat::from_rotation_z(tip)
            * Quat::from_rotation_y(yaw)
            * Quat::from_rotation_x(roll)
            * Quat::from_rotation_z(pitch),
        at: vector(&reader.optional("at")).unwrap_or(Vec3::ZERO),
        seat: reader.optional("seat").there().map(|it| thousandths(it.signed())),
        bends,
        reaches: reaches.map_or_else(Vec::new, |it| it.each(read_reach)),
        rests: rests(&reader.optional("rest")),
    }
}

fn rests(reader: &Reader) -> Vec<(String, Part)> {
    let mut rests = vec![];
    for name in reader.texts() {
        match range::part_named(name) {
            Some(part) => rests.push((name.to_owned(), part)),
            None => reader.fail(Fault::Unknown(name.to_owned())),
        }
    }
    rests
}

fn read_reach(reader: &Reader) -> Reach {
    let reader = reader.only(&["limb", "to", "point", "pole"]);
    let limb = reader.field("limb").one_of(&LIMBS);
    let point = vector(&reader.field("point")).unwrap_or(Vec3::ZERO);
    let to = reader.field("to");
    let goal = match to.text() {
        "space" => Goal::Space(point),
        name => {
            let joints = joints_of(name);
            if joints.len() != 1 {
                to.fail(Fault::Unknown(name.to_owned()));
            }
            joints.first().map_or(Goal::Space(point), |joint| Goal::Segment(*joint, point))
        }
    };
    Reach { limb, goal, pole: vector(&reader.optional("pole")) }
}

const LIMBS: [(&str, Limb); 8] = [
    ("left palm", Limb::Palm(Side::Left)),
    ("right palm", Limb::Palm(Side::Right)),
    ("left hand", Limb::Hand(Side::Left)),
    ("right hand", Limb::Hand(Side::Right)),
    ("left foot", Limb::Foot(Side::Left)),
    ("right foot", Limb::Foot(Side::Right)),
    ("left sole", Limb::FlatFoot(Side::Left)),
    ("right sole", Limb::FlatFoot(Side::Right)),
];

/// The joints of that name: one, or both of a pair.
fn joints_of(name: &str) -> Vec<Joint> {
    let one = |name: &str, side| match name {
        "shoulder" => Some(Joint::Shoulder(side)),
        "elbow" => Some(Joint::Elbow(side)),
        "wrist" => Some(Joint::Wrist(side)),
        "hip" => Some(Joint::Hip(side)),
        "knee" => Some(Joint::Knee(side)),
        "ankle" => Some(Joint::Ankle(side)),
        _ => None,
    };
    let pair = |name| Side::BOTH.into_iter().filter_map(|side| one(name, side)).collect();
    match name.split_once(' ') {
        Some(("left", name)) => one(name, Side::Left).into_iter().collect(),
        Some(("right", name)) => one(name, Side::Right).into_iter().collect(),
        Some(_) => vec![],
        None => match name {
            "pelvis" => vec![Joint::Pelvis],
            "lumbar" => vec![Joint::Lumbar],
            "thorax" => vec![Joint::Thorax],
            "neck" => vec![Joint::Neck],
            name => name.strip_suffix('s').map_or_else(Vec::new, pair),
        },
    }
}

/// Up to so many whole numbers; one alone may stand without a list.
fn numbers(reader: &Reader, most: usize) -> Vec<f32> {
    let numbers = reader.each(|it| whole(it.signed()));
    if numbers.len() > most {
        reader.fail(Fault::Rule(format!("{} numbers, more than {most}", numbers.len())));
    }
    numbers
}

/// A point or a direction, where there is one.
fn vector(reader: &Reader) -> Option<Vec3> {
    reader.there()?;
    let numbers = numbers(reader, 3);
    let part = |index: usize| numbers.get(index).map_or(0.0, |it| it / 1000.0);
    Some(Vec3::new(part(0), part(1), part(2)))
}

fn thousandths(number: i64) -> f32 {
    whole(number) / 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "angles and lengths are small")]
fn whole(number: i64) -> f32 {
    number.clamp(-10_000, 10_000) as f32
}
