//! What is seen of a body from one side: outlines in the order in which they are painted.
//!
//! Everything comes in whole thousandths of the person's height. A part's outline is where a ruler
//! touches its balls from each of so many directions.

mod painting;

use glam::{Mat3, Vec2, Vec3};

use super::body::{Body, Joint, Side};
use super::shapes::{Ball, shapes};
use painting::{Painted, lay_hands, merged};

/// From how many directions an outline is touched.
const DIRECTIONS: usize = 36;
/// How far apart these are, in degrees.
const STEP: f32 = 10.0;
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
    far: Option<Side>,
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
            muscle(body, name, side, view, &mut path);
        }
        // Several may lie in one place, of which the first is the main one.
        if !path.is_empty() && !outlines.iter().any(|known| known.path == path) {
            outlines.push(Outline { fill, is_far: false, path });
        }
    }
    outlines
}

/// Where a muscle is, on each of `sides`.
#[must_use]
pub(super) fn muscle_path(
    body: &Body,
    name: &str,
    sides: impl Iterator<Item = Side>,
    camera: Camera,
) -> String {
    let mut path = String::new();
    for side in sides {
        muscle(body, name, side, camera.view(), &mut path);
    }
    path
}

/// Writes the outlines of a muscle of one side.
fn muscle(body: &Body, name: &str, side: Side, view: Mat3, path: &mut String) {
    for hull in super::muscles::hulls(body, name, side) {
        outline(&hull, view, path);
    }
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
pub fn far_side(body: &Body, camera: Camera) -> Option<Side> {
    let view = camera.view();
    let depth = |side| {
        let hip = view * body.at(Joint::Hip(side));
        let shoulder = view * body.at(Joint::Shoulder(side));
        hip.z + shoulder.z
    };
    let difference = depth(Side::Right) - depth(Side::Left);
    if difference > FAR {
        Some(Side::Left)
    } else if difference < -FAR {
        Some(Side::Right)
    } else {
        None
    }
}

/// Writes the outline of `balls` as they are seen: an arc around each that a ruler touches, and lines between
/// them.
fn outline(balls: &[Ball], view: Mat3, path: &mut String) {
    let seen: Vec<_> =
        balls.iter().map(|ball| (on_screen(view, ball.at), ball.radius * 1000.0)).collect();
    let farthest = |direction: Vec2| {
        let reach = |&(at, radius): &(Vec2, f32)| at.dot(direction) + radius;
        let reaches = seen.iter().map(reach).enumerate();
        reaches.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
    };
    let step = Vec2::from_angle(STEP.to_radians());
    let mut next = Vec2::X;
    let mut touched: [(usize, Vec2); DIRECTIONS] = std::array::from_fn(|_| {
        let direction = next;
        next = step.rotate(direction);
        (farthest(direction), direction)
    });
    // What is touched first is touched from its beginning on.
    let begins = |&index: &usize| touched[index].0 != touched[(index + 1) % DIRECTIONS].0;
    let last = (0..DIRECTIONS).find(begins).unwrap_or(DIRECTIONS - 1);
    touched.rotate_left((last + 1) % DIRECTIONS);
    let mut before = None;
    for run in touched.chunk_by(|a, b| a.0 == b.0) {
        let (Some(&(ball, from)), Some(&(_, to))) = (run.first(), run.last()) else { continue };
        let Some(&(at, radius)) = seen.get(ball) else { continue };
        let [from, to] = [from, to].map(|direction| at + direction * radius);
        let [from, to] = [from, to].map(|point| (whole(point.x), whole(point.y)));
        match before {
            None => push_numbers(path, "M", &[from.0, from.1]),
            Some((x, y)) => push_numbers(path, "l", &[from.0 - x, from.1 - y]),
        }
        if from != to {
            let (radius, is_long) = (whole(radius), i32::from(2 * run.len() > DIRECTIONS + 2));
            let arc = [radius, radius, 0, is_long, 1, to.0 - from.0, to.1 - from.1];
            push_numbers(path, "a", &arc);
        }
        before = Some(to);
    }
    path.push('z');
}

fn push_numbers(path: &mut String, command: &str, numbers: &[i32]) {
    path.push_str(command);
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            path.push(' ');
        }
        push_number(path, *number);
    }
}

/// Writes a whole number. A picture has thousands of them, and the formatting of the standard library takes
/// half of the time that it is drawn in.
fn push_number(path: &mut String, number: i32) {
    if number < 0 {
        path.push('-');
    }
    let (mut rest, mut digits, mut count) = (number.unsigned_abs(), [b'0'; 10], 0);
    while rest > 0 || count == 0 {
        digits[count] = b'0' + (rest % 10) as u8;
        rest /= 10;
        count += 1;
    }
    path.extend(digits[..count].iter().rev().map(|&digit| char::from(digit)));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(balls: &[([f32; 3], f32)], expected: &str) {
        let balls: Vec<_> =
            balls.iter().map(|&(at, radius)| Ball { at: Vec3::from(at), radius }).collect();
        let mut path = String::new();
        outline(&balls, Mat3::IDENTITY, &mut path);
        assert_eq!(path, expected);
    }

    #[test]
    fn an_outline_goes_around_each_ball_that_is_touched() {
        check(&[([0.0; 3], 0.1)], "M100 0a100 100 0 1 1 -2 -17z");
        let (left, right) = (([-0.1, 0.0, 0.0], 0.05), ([0.1, 0.0, 0.0], 0.05));
        check(&[left, right], "M-109 49a50 50 0 0 1 0 -98l209 -1a50 50 0 0 1 0 100z");
        // One within the others is not touched.
        check(
            &[left, ([0.0; 3], 0.02), right],
            "M-109 49a50 50 0 0 1 0 -98l209 -1a50 50 0 0 1 0 100z",
        );
        let corners = [([0.0; 3], 0.0), ([0.1, 0.0, 0.0], 0.0), ([0.0, 0.1, 0.0], 0.0)];
        check(&corners, "M0 0l0 -100l100 100z");
    }

    #[test]
    fn numbers_are_written_as_they_are() {
        for number in [0, 7, -7, 10, 1090, -250, i32::MAX, i32::MIN] {
            let mut path = String::new();
            push_number(&mut path, number);
            assert_eq!(path, number.to_string());
        }
    }
}
