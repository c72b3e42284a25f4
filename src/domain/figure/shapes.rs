//! What the body looks like: every part as balls that its skin or its clothes are stretched over.

use glam::Vec3;

use super::body::{ANKLE, Body, HEEL, Joint, Side, TOES};

/// How far below the hip joints one sits.
pub const SEAT: f32 = 0.062;

/// A ball: its centre in space and its radius.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ball {
    pub at: Vec3,
    pub radius: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Pelvis,
    Trunk,
    Neck,
    Head,
    Hair,
    Eye(Side),
    Thigh(Side),
    Shank(Side),
    Foot(Side),
    UpperArm(Side),
    Forearm(Side),
    Hand(Side),
}

/// One part: groups of balls, each with a skin around it.
#[derive(Clone, Debug)]
pub struct Shape {
    pub part: Part,
    pub hulls: Vec<Vec<Ball>>,
}

impl Shape {
    /// The point of its axis that is nearest to `at`, and how far its skin is from there.
    #[must_use]
    pub fn nearest(&self, at: Vec3) -> Option<(Vec3, f32)> {
        let pairs = self.hulls.iter().filter_map(|hull| Some((hull.first()?, hull.last()?)));
        let found = pairs.map(|(from, to)| {
            let line = to.at - from.at;
            let share =
                ((at - from.at).dot(line) / line.length_squared().max(1e-6)).clamp(0.0, 1.0);
            let point = from.at + line * share;
            let radius = from.radius + (to.radius - from.radius) * share;
            (point, point.distance(at) - radius)
        });
        found.min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Its lowest point.
    #[must_use]
    pub fn lowest(&self) -> f32 {
        let balls = self.hulls.iter().flatten();
        balls.map(|ball| ball.at.y - ball.radius).fold(f32::MAX, f32::min)
    }
}

/// The lowest point of those parts of the body that `rests` says.
#[must_use]
pub fn lowest(body: &Body, rests: impl Fn(Part) -> bool) -> f32 {
    let shapes = shapes(body, 0.0).into_iter().filter(|shape| rests(shape.part));
    shapes.map(|shape| shape.lowest()).fold(f32::MAX, f32::min)
}

/// All parts of the body; `breath` is how full the lungs are, from 0 to 1.
#[must_use]
pub fn shapes(body: &Body, breath: f32) -> Vec<Shape> {
    let mut shapes = vec![pelvis(body), trunk(body, breath), neck(body), head(body), hair(body)];
    for side in Side::BOTH {
        shapes.push(eye(body, side));
        shapes.extend(leg(body, side));
        shapes.extend(arm(body, side));
    }
    shapes
}

fn ball(body: &Body, joint: Joint, [x, y, z]: [f32; 3], radius: f32) -> Ball {
    Ball { at: body.point(joint, Vec3::new(x, y, z)), radius }
}

/// Balls left and right of the middle.
fn pair(body: &Body, joint: Joint, [x, y, z]: [f32; 3], radius: f32) -> [Ball; 2] {
    [ball(body, joint, [x, y, -z], radius), ball(body, joint, [x, y, z], radius)]
}

fn pelvis(body: &Body) -> Shape {
    let seat = pair(body, Joint::Pelvis, [-0.012, -0.008, 0.046], 0.054);
    let belt = pair(body, Joint::Pelvis, [0.0, 0.03, 0.042], 0.05);
    Shape { part: Part::Pelvis, hulls: vec![[seat, belt].concat()] }
}

fn trunk(body: &Body, breath: f32) -> Shape {
    let full = 1.0 + 0.05 * breath;
    let hips = pair(body, Joint::Pelvis, [0.0, 0.034, 0.042], 0.051);
    // The belly goes forward and the ribs go wide.
    let waist = pair(body, Joint::Lumbar, [0.008 + 0.012 * breath, 0.04, 0.034], 0.046);
    let ribs = pair(body, Joint::Thorax, [0.008 + 0.005 * breath, 0.03, 0.036], 0.055 * full);
    let chest = pair(body, Joint::Thorax, [0.01, 0.085, 0.046], 0.056 * full);
    let collar = pair(body, Joint::Thorax, [-0.006, 0.15, 0.026], 0.034);
    let shoulders =
        Side::BOTH.map(|side| Ball { at: body.at(Joint::Shoulder(side)), radius: 0.032 });
    let hull = |parts: [[Ball; 2]; 2]| parts.concat();
    Shape {
        part: Part::Trunk,
        hulls: vec![
            hull([hips, waist]),
            hull([waist, ribs]),
            hull([ribs, chest]),
            hull([chest, shoulders]),
            hull([shoulders, collar]),
        ],
    }
}

fn neck(body: &Body) -> Shape {
    let base = ball(body, Joint::Thorax, [-0.006, 0.15, 0.0], 0.031);
    let top = ball(body, Joint::Neck, [0.008, 0.05, 0.0], 0.029);
    Shape { part: Part::Neck, hulls: vec![vec![base, top]] }
}

fn head(body: &Body) -> Shape {
    let at = |x, y, radius| ball(body, Joint::Neck, [x, y, 0.0], radius);
    let face = vec![at(0.016, 0.098, 0.056), at(0.03, 0.062, 0.03)];
    let nose = vec![at(0.074, 0.083, 0.009), at(0.064, 0.1, 0.008)];
    let ears = pair(body, Joint::Neck, [0.006, 0.09, 0.052], 0.014);
    Shape { part: Part::Head, hulls: vec![face, nose, vec![ears[0]], vec![ears[1]]] }
}

fn eye(body: &Body, side: Side) -> Shape {
    let at = |y| ball(body, Joint::Neck, [0.064, y, side.sign() * 0.024], 0.005);
    Shape { part: Part::Eye(side), hulls: vec![vec![at(0.1), at(0.106)]] }
}

fn hair(body: &Body) -> Shape {
    let at = |x, y, radius| ball(body, Joint::Neck, [x, y, 0.0], radius);
    Shape {
        part: Part::Hair,
        hulls: vec![vec![
            at(-0.006, 0.108, 0.058),
            at(0.012, 0.126, 0.042),
            at(-0.022, 0.082, 0.042),
        ]],
    }
}

fn leg(body: &Body, side: Side) -> [Shape; 3] {
    let hip = ball(body, Joint::Hip(side), [0.0, -0.012, side.sign() * 0.006], 0.056);
    let thigh = ball(body, Joint::Hip(side), [0.0, -0.12, 0.0], 0.047);
    let knee = ball(body, Joint::Knee(side), [0.002, 0.0, 0.0], 0.036);
    let calf = ball(body, Joint::Knee(side), [-0.008, -0.075, 0.0], 0.034);
    let hem = ball(body, Joint::Knee(side), [0.0, -0.205, 0.0], 0.025);
    let ankle = ball(body, Joint::Ankle(side), [0.0, 0.02, 0.0], 0.02);
    let joint = ball(body, Joint::Ankle(side), [-0.002, -0.008, 0.0], 0.022);
    let heel = ball(body, Joint::Ankle(side), [-(HEEL - 0.02), -(ANKLE - 0.02), 0.0], 0.02);
    let front = ball(body, Joint::Ankle(side), [TOES - 0.045, -(ANKLE - 0.017), 0.0], 0.017);
    let toes = ball(body, Joint::Ankle(side), [TOES - 0.014, -(ANKLE - 0.012), 0.0], 0.012);
    [
        Shape { part: Part::Thigh(side), hulls: vec![vec![hip, thigh], vec![thigh, knee]] },
        Shape { part: Part::Shank(side), hulls: vec![vec![knee, calf], vec![calf, hem]] },
        Shape {
            part: Part::Foot(side),
            hulls: vec![vec![ankle, joint], vec![joint, heel, front], vec![front, toes]],
        },
    ]
}

fn arm(body: &Body, side: Side) -> [Shape; 3] {
    let shoulder = ball(body, Joint::Shoulder(side), [0.0, -0.006, 0.0], 0.035);
    let sleeve = ball(body, Joint::Shoulder(side), [0.0, -0.1, 0.0], 0.029);
    let elbow = ball(body, Joint::Elbow(side), [0.0, 0.0, 0.0], 0.0235);
    let above = ball(body, Joint::Shoulder(side), [0.0, -0.125, 0.0], 0.026);
    let forearm = ball(body, Joint::Elbow(side), [0.004, -0.05, 0.0], 0.025);
    let wrist = ball(body, Joint::Wrist(side), [0.0, 0.0, 0.0], 0.0165);
    let palm = ball(body, Joint::Wrist(side), [0.002, -0.04, 0.0], 0.019);
    let fingers = ball(body, Joint::Wrist(side), [0.004, -0.088, 0.0], 0.011);
    let thumb = ball(body, Joint::Wrist(side), [0.026, -0.045, 0.0], 0.009);
    let root = ball(body, Joint::Wrist(side), [0.006, -0.016, 0.0], 0.012);
    [
        Shape { part: Part::UpperArm(side), hulls: vec![vec![shoulder, sleeve]] },
        Shape {
            part: Part::Forearm(side),
            hulls: vec![vec![above, elbow], vec![elbow, forearm], vec![forearm, wrist]],
        },
        Shape {
            part: Part::Hand(side),
            hulls: vec![vec![wrist, palm], vec![palm, fingers], vec![root, thumb]],
        },
    ]
}
