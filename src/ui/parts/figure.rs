//! The figure of a movement: still in a list, moving where one looks at it.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

use crate::app::App;
use crate::app::figures::{Next, each_frame, is_calm};
use crate::app::library::library;
use crate::domain::catalogue::Muscle;
use crate::domain::figure::clip::Clip;
use crate::domain::figure::drawing::{Camera, Fill, Frame, Outline};
use crate::view::{Element, element, follow, keep};

/// How long there is between two frames on the way, at least: fifteen a second, which is enough for so calm a
/// movement, and leaves a slow phone in peace.
const BETWEEN: Duration = Duration::from_millis(60);
/// How long there is between two frames of a body that only breathes.
const BREATHING: Duration = Duration::from_millis(250);

/// Which side of the body works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facing {
    /// The right, as clips are written.
    AsWritten,
    /// The left: the same picture in a mirror.
    Mirrored,
}

/// What to show of a movement.
#[derive(Clone, Debug, PartialEq)]
pub struct Showing {
    /// The movement's id.
    pub id: &'static str,
    pub facing: Facing,
    pub motion: Motion,
    /// How far it is turned from where it is seen best, in degrees.
    pub turn: [f32; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// As after so long.
    At(Duration),
    /// As one ends up.
    Held,
    /// From that moment on, to the hold or for ever.
    Playing(Duration),
    /// From the beginning on; who holds a pose breathes.
    Living,
}

impl Facing {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::AsWritten => Self::Mirrored,
            Self::Mirrored => Self::AsWritten,
        }
    }
}

impl Motion {
    /// From which moment on it moves, if it does.
    const fn start(self) -> Option<Duration> {
        match self {
            Self::At(_) | Self::Held => None,
            Self::Playing(from) => Some(from),
            Self::Living => Some(Duration::ZERO),
        }
    }
}

/// The figure that `showing` says; nothing where there is none. Calls `then` with the moment of each picture of
/// a motion.
pub fn figure(
    class: &str,
    showing: impl Fn() -> Option<Showing> + 'static,
    then: impl Fn(Duration) + Clone + 'static,
) -> Element {
    let figures = App::get().figures;
    let element = element("div", class).attribute("role", "img");
    let (shown, frames) = (element.clone(), Rc::new(RefCell::new(None)));
    let moving = Rc::clone(&frames);
    keep(frames);
    follow(move || {
        moving.take();
        let Some(showing) = showing() else { return shown.clear() };
        shown.set_attribute("aria-label", library().texts.movement(showing.id).figure);
        let start = showing.motion.start().filter(|_| !is_calm());
        let picture = figures.with(showing.id, |clip| first(clip, &showing));
        let Some(picture) = picture else { return shown.clear() };
        shown.set_html(&picture);
        shown.set_attribute("data-moving", start.map(|_| ""));
        if let Some(start) = start {
            moving.replace(Some(run(shown.clone(), showing, start, then.clone())));
        }
    });
    element
}

/// The still figure of a movement, as one ends up, beside its name: it says nothing of its own.
pub fn still(id: &'static str) -> Markup {
    let held = Showing { id, facing: Facing::AsWritten, motion: Motion::Held, turn: [0.0; 2] };
    let picture = App::get().figures.with(id, |clip| first(clip, &held));
    html! {
        span class="figure is-small" aria-hidden="true" {
            @if let Some(picture) = picture { (PreEscaped(picture)) }
        }
    }
}

/// The picture before anything moves. Whoever wants little motion sees where it goes beside where it
/// comes from.
fn first(clip: &Clip, showing: &Showing) -> String {
    let at = |time| picture(clip, time, showing);
    match showing.motion {
        Motion::At(time) => at(time),
        Motion::Held => at(clip.way()),
        Motion::Playing(_) | Motion::Living if is_calm() => at(Duration::ZERO) + &at(clip.way()),
        Motion::Playing(from) => at(from),
        Motion::Living => at(Duration::ZERO),
    }
}

/// Shows frame after frame from `start` on: the way, and then the breath, where there is a hold.
fn run(
    shown: Element,
    showing: Showing,
    start: Duration,
    then: impl Fn(Duration) + 'static,
) -> impl Sized {
    let figures = App::get().figures;
    let last = RefCell::new(vec![]);
    each_frame(move |since| {
        let at = start + since;
        let show = |clip: &Clip| {
            let now = outlines(clip, at, &showing);
            show_after(&shown, clip, &showing, &last.borrow(), &now);
            last.replace(now);
            match showing.motion {
                _ if !clip.has_arrived(at) => Next::After(BETWEEN),
                Motion::Living => Next::After(BREATHING),
                Motion::Playing(_) | Motion::At(_) | Motion::Held => Next::Never,
            }
        };
        let next = untrack(|| figures.with(showing.id, show)).unwrap_or(Next::Never);
        then(at);
        next
    })
}

/// Shows what is there `now` after what was there `before`. Where it is the same paths in the same order, they
/// only get other outlines: that costs half of what new ones do.
fn show_after(
    shown: &Element,
    clip: &Clip,
    showing: &Showing,
    before: &[Outline],
    now: &[Outline],
) {
    let kind = |it: &Outline| (it.fill, it.is_far);
    if !before.iter().map(kind).eq(now.iter().map(kind)) {
        return shown.set_html(&svg(clip, showing, now));
    }
    let pairs = (0..).zip(before.iter().zip(now));
    let changed = pairs.filter(|(_, (before, now))| before != now);
    shown.set_outlines(changed.map(|(index, (_, now))| (index, now.path.as_str())));
}

/// The picture as SVG.
fn picture(clip: &Clip, at: Duration, showing: &Showing) -> String {
    svg(clip, showing, &outlines(clip, at, showing))
}

/// What is seen after so long.
fn outlines(clip: &Clip, at: Duration, showing: &Showing) -> Vec<Outline> {
    let [yaw, pitch] = showing.turn;
    let camera = Camera { yaw: clip.camera.yaw + yaw, pitch: clip.camera.pitch + pitch };
    let movement = library().catalogue.movement_called(showing.id);
    let is_sided = movement.is_some_and(|it| it.sided);
    let of = |muscles: &'static [Muscle], fill| muscles.iter().map(move |it| (it.name, fill));
    let targets = movement.map_or(&[][..], |it| &it.primary);
    let helpers = movement.map_or(&[][..], |it| &it.secondary);
    let muscles = of(targets, Fill::Target).chain(of(helpers, Fill::Helper));
    clip.picture(at, camera, muscles, is_sided)
}

/// The other side is the same picture, looked at in a mirror.
fn svg(clip: &Clip, showing: &Showing, outlines: &[Outline]) -> String {
    let Frame { left, top, width, height } = clip.frame();
    let is_mirrored = showing.facing == Facing::Mirrored;
    let (left, flip) = if is_mirrored { (-left - width, "scale(-1 1)") } else { (left, "") };
    let paths = paths(outlines);
    format!(
        "<svg viewBox=\"{left} {top} {width} {height}\" aria-hidden=\"true\">\
         <g transform=\"{flip}\">{paths}</g></svg>"
    )
}

/// The outlines of a picture as SVG.
pub(super) fn paths(outlines: &[Outline]) -> String {
    let mut svg = String::new();
    for Outline { fill, is_far, path } in outlines {
        let far = if *is_far { " is-far" } else { "" };
        let _ = write!(svg, "<path class=\"{}{far}\" d=\"{path}\"/>", class(*fill));
    }
    svg
}

const fn class(fill: Fill) -> &'static str {
    match fill {
        Fill::Skin => "skin",
        Fill::Hair => "hair",
        Fill::Shirt => "shirt",
        Fill::Trousers => "trousers",
        Fill::Mat => "mat",
        Fill::Wood => "wood",
        Fill::Cushion => "cushion",
        Fill::Target => "target",
        Fill::Helper => "helper",
    }
}
