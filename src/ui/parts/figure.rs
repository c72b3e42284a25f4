//! The figure of a movement: still in a list, moving where one looks at it.

mod motion;

use std::cell::{OnceCell, RefCell};
use std::fmt::Write;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

use super::Icon;
use crate::app::App;
use crate::app::library::library;
use crate::domain::breath::Breath;
use crate::domain::catalogue::{Movement, Muscle};
use crate::domain::figure::clip::Clip;
use crate::domain::figure::drawing::{Camera, Fill, Frame, Outline};
use crate::view::{Element, element, follow, keep};
use motion::{Follower, Screen, run};

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
    /// The name of its clip: mostly the id of the movement that it is the figure of.
    pub id: &'static str,
    /// What it shows, in words.
    pub label: Option<&'static str>,
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

impl Showing {
    /// The figure of the movement `id`, seen as it is seen best.
    #[must_use]
    pub fn of(id: &'static str, facing: Facing, motion: Motion) -> Self {
        let label = library().texts.movement(id).figure;
        Self { id, label, facing, motion, turn: [0.0; 2] }
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

/// The figure that `showing` says; nothing where there is none.
pub fn figure(class: &str, showing: impl Fn() -> Option<Showing> + 'static) -> Element {
    figure_with(class, showing, None)
}

/// The same, and `then` is called with the moment that a motion has come to, again and again.
pub fn followed_figure(
    class: &str,
    showing: impl Fn() -> Option<Showing> + 'static,
    then: impl Fn(Duration) + 'static,
) -> Element {
    figure_with(class, showing, Some(Rc::new(then)))
}

fn figure_with(
    class: &str,
    showing: impl Fn() -> Option<Showing> + 'static,
    then: Option<Follower>,
) -> Element {
    let figures = App::get().figures;
    let element = element("div", class).attribute("role", "img");
    let (shown, frames) = (element.clone(), Rc::new(RefCell::new(None)));
    // What a picture that stands still is of: the other side is the same one.
    let still = RefCell::new(None);
    let moving = Rc::clone(&frames);
    keep(frames);
    // Made when it first moves.
    let canvas = Rc::new(OnceCell::new());
    follow(move || {
        moving.take();
        let before = still.take();
        let Some(showing) = showing() else { return shown.clear() };
        shown.set_attribute("aria-label", showing.label);
        let is_mirrored = showing.facing == Facing::Mirrored;
        shown.set_attribute("data-mirrored", is_mirrored.then_some(""));
        let start = showing.motion.start().filter(|_| !figures.is_calm());
        let now = start.is_none().then_some((showing.id, showing.motion, showing.turn, breath()));
        let show = |clip: &Clip| {
            if now.is_none() || before != now {
                shown.set_html(&first(clip, &showing));
            }
        };
        if figures.with(showing.id, show).is_none() {
            return shown.clear();
        }
        still.replace(now);
        shown.set_attribute("data-moving", start.map(|_| ""));
        shown.set_attribute("data-on-canvas", None);
        if let Some(start) = start {
            let screen = Screen::new(shown.clone(), Rc::clone(&canvas), showing);
            moving.replace(Some(run(screen, start, then.clone())));
        }
    });
    element
}

/// The still figure of a movement, as one ends up, beside its name: it says nothing of its own. What no figure
/// shows has a sign in its place.
pub fn still(movement: &Movement) -> Markup {
    let picture = |id| {
        let held = Showing::of(id, Facing::AsWritten, Motion::Held);
        App::get().figures.with(id, |clip| first(clip, &held))
    };
    html! {
        span class="figure is-small" aria-hidden="true" {
            @match movement.figure {
                Some(id) => @if let Some(picture) = picture(id) { (PreEscaped(picture)) },
                None => (Icon::Movements.markup()),
            }
        }
    }
}

/// Where the figure `id` comes from and where it goes, beside each other. It says nothing of its own.
pub fn from_and_to(id: &'static str) -> Markup {
    let showing =
        |motion| Showing { id, label: None, facing: Facing::AsWritten, motion, turn: [0.0; 2] };
    let both = [Motion::At(Duration::ZERO), Motion::Held].map(showing);
    let pictures = App::get().figures.with(id, |clip| both.map(|it| first(clip, &it)).concat());
    html! {
        div class="figure is-pair" aria-hidden="true" {
            (PreEscaped(pictures.unwrap_or_default()))
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
        Motion::Playing(_) | Motion::Living if App::get().figures.is_calm() => {
            at(Duration::ZERO) + &at(clip.way())
        }
        Motion::Playing(from) => at(from),
        Motion::Living => at(Duration::ZERO),
    }
}

fn breath() -> Breath {
    App::get().settings.with_untracked(|it| it.breath)
}

/// The picture as SVG.
fn picture(clip: &Clip, at: Duration, showing: &Showing) -> String {
    svg(clip, &outlines(clip, at, showing))
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
    clip.picture(at, breath(), camera, muscles, is_sided)
}

fn svg(clip: &Clip, outlines: &[Outline]) -> String {
    let Frame { left, top, width, height } = clip.frame();
    let paths = paths(outlines);
    format!(
        "<svg viewBox=\"{left} {top} {width} {height}\" aria-hidden=\"true\"><g>{paths}</g></svg>"
    )
}

/// The outlines of a picture as SVG.
pub(super) fn paths(outlines: &[Outline]) -> String {
    let mut svg = String::new();
    for Outline { fill, is_far, path } in outlines {
        let _ = write!(svg, "<path class=\"{}\" d=\"{path}\"/>", class(*fill, *is_far));
    }
    svg
}

/// All that there are.
const CLASSES: [&str; 12] = [
    "skin",
    "skin is-far",
    "hair",
    "shirt",
    "shirt is-far",
    "trousers",
    "trousers is-far",
    "mat",
    "wood",
    "cushion",
    "target",
    "helper",
];

/// What styles a path. Of what is on the far side, only the body is darker.
const fn class(fill: Fill, is_far: bool) -> &'static str {
    match (fill, is_far) {
        (Fill::Skin, false) => "skin",
        (Fill::Skin, true) => "skin is-far",
        (Fill::Hair, _) => "hair",
        (Fill::Shirt, false) => "shirt",
        (Fill::Shirt, true) => "shirt is-far",
        (Fill::Trousers, false) => "trousers",
        (Fill::Trousers, true) => "trousers is-far",
        (Fill::Mat, _) => "mat",
        (Fill::Wood, _) => "wood",
        (Fill::Cushion, _) => "cushion",
        (Fill::Target, _) => "target",
        (Fill::Helper, _) => "helper",
    }
}
