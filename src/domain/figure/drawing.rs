//! What is seen of a body from one side: outlines in the order in which they are painted.
//!
//! Everything comes in whole thousandths of the person's height. A part's outline is where a ruler
//! touches its balls from each of so many directions, which is round enough to the eye.

use std::fmt::Write;

use glam::{Mat3, Vec2, Vec3};

use super::body::{Body, Joint, Side};
use super::shapes::{Ball, Of, Part, Shape, shapes};

/// From how many directions an outline is touched.
const DIRECTIONS: u8 = 22;
/// What is nearer than this touches.
const CONTACT: f32 = 0.01;
/// How much deeper one side is than the other, in shares of the height, before it counts as the far one.
const FAR: f32 = 0.02;

/// From where the body is looked at: parallel, without perspective.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Degrees around the person: 0 from the right, -90 from the front.
    pub yaw: f32,
    /// Degrees from level upwards.
    pub pitch: f32,
}

/// What an outline is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Skin,
    Hair,
    Shirt,
    Trousers,
    Mat,
    Wood,
    Cushion,
    /// A muscle that a movement is for, and one that it reaches besides.
    Target,
    Helper,
}

/// One path of the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    pub fill: Fill,
    /// Whether it belongs to the side that is turned away.
    pub is_far: bool,
    /// As SVG writes paths.
    pub path: String,
}

/// The rectangle that holds the picture: left, top, width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
}

/// A thing beside the body: a box between two corners.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    pub from: Vec3,
    pub to: Vec3,
    pub fill: Fill,
}

/// The picture of a body with its props, from the farthest outline to the nearest.
#[must_use]
pub fn draw(
    body: &Body,
    breath: f32,
    props: &[Block],
    camera: Camera,
    far: Option<Of>,
) -> Vec<Outline> {
    let view = camera.view();
    let shapes = shapes(body, breath);
    let mut parts: Vec<Painted> =
        shapes.iter().map(|shape| Painted::of(shape, view, far)).collect();
    lay_hands(&shapes, &mut parts, view);
    for block in props {
        let mut painted = Painted::of_block(block, view);
        // Seen from above, what stands on a thing hides it.
        for (shape, part) in shapes.iter().zip(&parts) {
            if camera.pitch > 0.0 && shape.lowest() > block.top() - CONTACT {
                painted.depth = painted.depth.min(part.depth - CONTACT);
            }
        }
        parts.push(painted);
    }
    parts.sort_by(|a, b| a.depth.total_cmp(&b.depth));
    merged(parts)
}

/// A hand lies over or under what it touches by where it touches that, and not by where the middles of
/// both are: a thigh is long.
fn lay_hands(shapes: &[Shape], parts: &mut [Painted], view: Mat3) {
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

/// A band from hand to hand around the sole of the right foot.
#[must_use]
pub fn strap(body: &Body, camera: Camera) -> Outline {
    let view = camera.view();
    let thin = |at| Ball { at, radius: 0.007 };
    let palm = |side| thin(body.point(Joint::Wrist(side), Vec3::new(0.0, -0.04, 0.0)));
    let sole = thin(body.point(Joint::Ankle(Side::Right), Vec3::new(0.07, -0.042, 0.0)));
    let mut path = String::new();
    outline(&[palm(Side::Left), sole], view, &mut path);
    outline(&[palm(Side::Right), sole], view, &mut path);
    Outline { fill: Fill::Cushion, is_far: false, path }
}

/// Muscles over the body, by their keys in the catalogue: of the right side, or of both.
#[must_use]
pub fn muscles<'a>(
    body: &Body,
    names: impl Iterator<Item = (&'a str, Fill)>,
    is_sided: bool,
    camera: Camera,
) -> Vec<Outline> {
    let view = camera.view();
    let sides: &[Side] = if is_sided { &[Side::Right] } else { &Side::BOTH };
    let mut outlines: Vec<Outline> = vec![];
    for (name, fill) in names {
        let mut path = String::new();
        for &side in sides {
            if let Some(balls) = super::muscles::balls(body, name, side) {
                outline(&balls, view, &mut path);
            }
        }
        // Several may lie in one place, of which the first is the main one.
        if !path.is_empty() && !outlines.iter().any(|known| known.path == path) {
            outlines.push(Outline { fill, is_far: false, path });
        }
    }
    outlines
}

/// What the picture of all these bodies and props takes.
#[must_use]
pub fn frame(bodies: &[Body], props: &[Block], camera: Camera) -> Frame {
    const MARGIN: f32 = 30.0;
    let view = camera.view();
    let mut low = Vec2::splat(f32::MAX);
    let mut high = Vec2::splat(f32::MIN);
    let balls =
        bodies.iter().flat_map(|body| shapes(body, 1.0)).flat_map(|shape| shape.hulls).flatten();
    let corners = props.iter().flat_map(Block::corners);
    let points = balls.map(|ball| (ball.at, ball.radius)).chain(corners.map(|at| (at, 0.0)));
    for (at, radius) in points {
        let seen = on_screen(view, at);
        low = low.min(seen - radius * 1000.0);
        high = high.max(seen + radius * 1000.0);
    }
    let (low, size) = (low - MARGIN, high - low + 2.0 * MARGIN);
    Frame { left: whole(low.x), top: whole(low.y), width: whole(size.x), height: whole(size.y) }
}

impl Camera {
    fn view(self) -> Mat3 {
        Mat3::from_rotation_x(self.pitch.to_radians())
            * Mat3::from_rotation_y(self.yaw.to_radians())
    }
}

impl Block {
    fn top(&self) -> f32 {
        self.from.y.max(self.to.y)
    }

    fn corners(&self) -> [Vec3; 8] {
        let pick = |bits: usize, axis: usize| {
            if bits >> axis & 1 == 0 { self.from[axis] } else { self.to[axis] }
        };
        std::array::from_fn(|bits| Vec3::new(pick(bits, 0), pick(bits, 1), pick(bits, 2)))
    }
}

/// The side that is turned away from `camera`, if one is.
#[must_use]
pub fn far_side(body: &Body, camera: Camera) -> Option<Of> {
    let view = camera.view();
    let depth = |side| {
        let hip = view * body.at(Joint::Hip(side));
        let shoulder = view * body.at(Joint::Shoulder(side));
        hip.z + shoulder.z
    };
    let difference = depth(Side::Right) - depth(Side::Left);
    if difference > FAR {
        Some(Of::Left)
    } else if difference < -FAR {
        Some(Of::Right)
    } else {
        None
    }
}

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
struct Painted {
    fill: Fill,
    limb: Limb,
    of: Option<Of>,
    is_far: bool,
    depth: f32,
    path: String,
}

impl Painted {
    fn of(shape: &Shape, view: Mat3, far: Option<Of>) -> Self {
        // The seat goes with the leg that one sees all of.
        let of = match (shape.part, far) {
            (Part::Pelvis, Some(Of::Left)) => Some(Of::Right),
            (Part::Pelvis, Some(Of::Right)) => Some(Of::Left),
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

    fn of_block(block: &Block, view: Mat3) -> Self {
        let balls = block.corners().map(|at| Ball { at, radius: 0.0 });
        let mut path = String::new();
        outline(&balls, view, &mut path);
        let middle = view * ((block.from + block.to) / 2.0);
        // What one lies on is below everything.
        let depth = if block.fill == Fill::Mat { f32::MIN } else { middle.z };
        Self { fill: block.fill, limb: Limb::Other, of: None, is_far: false, depth, path }
    }

    /// Whether it makes one outline with the part before it.
    fn goes_with(&self, before: &Outline, limb: Limb, of: Option<Of>) -> bool {
        self.limb != Limb::Other
            && self.limb == limb
            && self.fill == before.fill
            && self.is_far == before.is_far
            && (self.of == of || self.of.is_none() || of.is_none())
    }
}

/// Parts of one limb that nothing lies between become one outline.
fn merged(parts: Vec<Painted>) -> Vec<Outline> {
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

const fn side_of(part: Part) -> Option<Of> {
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

/// Writes the outline of `balls` as they are seen.
fn outline(balls: &[Ball], view: Mat3, path: &mut String) {
    let seen: Vec<_> =
        balls.iter().map(|ball| (on_screen(view, ball.at), ball.radius * 1000.0)).collect();
    let step = Vec2::from_angle(std::f32::consts::TAU / f32::from(DIRECTIONS));
    let mut direction = Vec2::X;
    let mut last = None;
    for _ in 0..DIRECTIONS {
        let touched =
            |&(at, radius): &(Vec2, f32)| (at + direction * radius, at.dot(direction) + radius);
        let farthest = seen.iter().map(touched).max_by(|a, b| a.1.total_cmp(&b.1));
        direction = step.rotate(direction);
        let Some((point, _)) = farthest else { continue };
        let point = (whole(point.x), whole(point.y));
        // It always succeeds.
        let _ = match last {
            None => write!(path, "M{} {}", point.0, point.1),
            Some(before) if before == point => Ok(()),
            Some((x, y)) => write!(path, "l{} {}", point.0 - x, point.1 - y),
        };
        last = Some(point);
    }
    path.push('z');
}

/// In thousandths, with y downwards as screens have it.
fn on_screen(view: Mat3, at: Vec3) -> Vec2 {
    let seen = view * at;
    Vec2::new(seen.x, -seen.y) * 1000.0
}

#[expect(clippy::cast_possible_truncation, reason = "a picture is a few thousand wide")]
fn whole(number: f32) -> i32 {
    number.round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "a part has a few balls")]
const fn count_of(count: usize) -> f32 {
    count as f32
}
