//! The figure of a movement: still in a list, moving where one looks at it.

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt::Write;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

use super::Icon;
use crate::app::figures::{Next, each_frame, is_calm};
use crate::app::library::library;
use crate::app::{App, Visibility, on_restyle, on_visibility};
use crate::domain::breath::Breath;
use crate::domain::catalogue::{Movement, Muscle};
use crate::domain::figure::clip::Clip;
use crate::domain::figure::drawing::{Camera, Fill, Frame, Outline};
use crate::domain::figure::film::{Film, Stretch};
use crate::view::{Canvas, Element, View, element, follow, keep};

/// How long there is between two frames on the way, at least: fifteen a second, which is enough for so calm a
/// movement, and leaves a slow phone in peace.
const BETWEEN: Duration = Duration::from_millis(60);
/// How long there is between two frames of a body that only breathes.
const BREATHING: Duration = Duration::from_millis(250);

/// How often at most is told where it is.
const TOLD: Duration = Duration::from_millis(200);

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

/// What goes along with a motion.
type Follower = Rc<dyn Fn(Duration)>;

fn figure_with(
    class: &str,
    showing: impl Fn() -> Option<Showing> + 'static,
    then: Option<Follower>,
) -> Element {
    let figures = App::get().figures;
    let element = element("div", class).attribute("role", "img");
    let (shown, frames) = (element.clone(), Rc::new(RefCell::new(None)));
    let moving = Rc::clone(&frames);
    keep(frames);
    // Made when it first moves.
    let canvas = Rc::new(OnceCell::new());
    follow(move || {
        moving.take();
        let Some(showing) = showing() else { return shown.clear() };
        shown.set_attribute("aria-label", showing.label);
        let start = showing.motion.start().filter(|_| !is_calm());
        let picture = figures.with(showing.id, |clip| first(clip, &showing));
        let Some(picture) = picture else { return shown.clear() };
        shown.set_html(&picture);
        shown.set_attribute("data-moving", start.map(|_| ""));
        shown.set_attribute("data-on-canvas", None);
        if let Some(start) = start {
            let canvas = Rc::clone(&canvas);
            let screen = Screen {
                shown: shown.clone(),
                canvas,
                showing,
                laid: Cell::new(None),
                is_playing: Cell::new(false),
                last: RefCell::default(),
            };
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
        Motion::Playing(_) | Motion::Living if is_calm() => at(Duration::ZERO) + &at(clip.way()),
        Motion::Playing(from) => at(from),
        Motion::Living => at(Duration::ZERO),
    }
}

/// All pictures of a clip, with the breath that follows a way.
fn film(clip: &Clip) -> Film {
    let (way, repetition) = clip.parts(breath());
    let between = if way.is_zero() { BETWEEN } else { BREATHING };
    Film::new(Stretch::new(way, BETWEEN), Stretch::new(repetition, between))
}

fn breath() -> Breath {
    App::get().settings.with_untracked(|it| it.breath)
}

/// A canvas, and which pictures it has kept of what.
struct Sheet {
    canvas: Canvas,
    film: RefCell<Option<(Look, Film)>>,
}

/// What pictures go by. They are the same for either side.
type Look = (&'static str, [f32; 2], Breath);

impl Sheet {
    fn start() -> Option<Self> {
        Canvas::start().map(|canvas| Self { canvas, film: RefCell::default() })
    }

    /// Hands the film of `clip` to `then`, from where it was left.
    fn with_film<T>(&self, look: Look, clip: &Clip, then: impl FnOnce(&mut Film) -> T) -> T {
        let mut film = self.film.borrow_mut();
        match &mut *film {
            Some((known, film)) if *known == look => then(film),
            _ => {
                self.canvas.begin();
                then(&mut film.insert((look, self::film(clip))).1)
            }
        }
    }
}

/// Where a motion is shown.
struct Screen {
    shown: Element,
    /// `None` within where the browser has none.
    canvas: Rc<OnceCell<Option<Sheet>>>,
    showing: Showing,
    /// Whether the canvas lies over the picture, once that has been tried.
    laid: Cell<Option<bool>>,
    /// Whether the canvas goes on by itself.
    is_playing: Cell<bool>,
    /// What the page's own picture shows.
    last: RefCell<Vec<Outline>>,
}

/// Shows picture after picture from `start` on: the way, and then the breath, where there is a hold.
fn run(screen: Screen, start: Duration, then: Option<Follower>) -> impl Sized {
    let figures = App::get().figures;
    let screen = Rc::new(screen);
    let (styled, seen) = (Rc::clone(&screen), Rc::clone(&screen));
    let told = Cell::new(Duration::ZERO);
    let frames = Rc::new(each_frame(move |since| {
        let at = start + since;
        let next = untrack(|| figures.with(screen.showing.id, |clip| screen.show(clip, at)));
        let next = next.unwrap_or(Next::Never);
        let Some(then) = &then else { return next };
        // What goes along with it is a part of the page.
        if next == Next::Never || at >= told.get() + TOLD {
            told.set(at);
            then(at);
        }
        if screen.is_playing.get() { Next::Apart(TOLD) } else { next }
    }));
    let (restyled, shown) = (Rc::clone(&frames), Rc::clone(&frames));
    let restyle = on_restyle(move || {
        styled.laid.set(None);
        styled.rest();
        restyled.again();
    });
    let visibility = on_visibility(move |visibility| match visibility {
        Visibility::Hidden => seen.rest(),
        Visibility::Visible => shown.again(),
    });
    (frames, restyle, visibility)
}

impl Screen {
    /// Shows what is there at a moment, and says when it wants to show the next.
    fn show(&self, clip: &Clip, at: Duration) -> Next {
        let has_arrived = clip.has_arrived(at);
        // What stays is the page's own picture.
        let is_last = has_arrived && self.showing.motion != Motion::Living;
        let sheet = self.canvas.get_or_init(Sheet::start).as_ref();
        let is_ready = |it: &Canvas| it.is_ready() && self.is_laid(it, clip);
        let ready = sheet.filter(|it| !is_last && is_ready(&it.canvas));
        self.shown.set_attribute("data-on-canvas", ready.map(|_| ""));
        if let Some(sheet) = ready {
            let look = (self.showing.id, self.showing.turn, breath());
            return sheet
                .with_film(look, clip, |film| self.show_on_canvas(&sheet.canvas, film, clip, at));
        }
        self.show_on_page(clip, outlines(clip, at, &self.showing));
        match (is_last, has_arrived) {
            (true, _) => Next::Never,
            (false, true) => Next::After(BREATHING),
            (false, false) => Next::After(BETWEEN),
        }
    }

    /// Draws the picture of a moment where it is new. Once none is, the canvas goes on by itself.
    fn show_on_canvas(&self, canvas: &Canvas, film: &mut Film, clip: &Clip, at: Duration) -> Next {
        if film.is_complete() {
            if !self.is_playing.replace(true) {
                let (way, repetition) = (film.way(), film.repetition());
                canvas.play(way.count, [way.between, repetition.between], at);
            }
            return Next::Never;
        }
        let number = film.picture(at);
        if film.has(number) {
            canvas.show(number);
        } else {
            let outlines = outlines(clip, film.moment(number), &self.showing);
            let paths = outlines.iter().map(|it| (class(it.fill, it.is_far), it.path.as_str()));
            canvas.draw(number, paths);
            film.add(number);
        }
        Next::Apart(film.until_next(at))
    }

    /// Has the canvas stay as it is.
    fn rest(&self) {
        if let (true, Some(Some(sheet))) = (self.is_playing.replace(false), self.canvas.get()) {
            sheet.canvas.rest();
        }
    }

    /// Lays `canvas` over the picture, unless it lies there.
    fn is_laid(&self, canvas: &Canvas, clip: &Clip) -> bool {
        if let Some(is_laid) = self.laid.get() {
            return is_laid;
        }
        let Frame { left, top, width, height } = clip.frame();
        let is_mirrored = self.showing.facing == Facing::Mirrored;
        let view = View { frame: [left, top, width, height], is_mirrored };
        let is_laid = canvas.lay_over(&self.shown, view, &CLASSES);
        self.laid.set(Some(is_laid));
        is_laid
    }

    /// Shows what is there `now` in the page's own picture. Where it has the same paths in the same order, they
    /// only get other outlines: that costs half of what new ones do.
    fn show_on_page(&self, clip: &Clip, now: Vec<Outline>) {
        let before = self.last.replace(now);
        let now = self.last.borrow();
        let kind = |it: &Outline| (it.fill, it.is_far);
        if !before.iter().map(kind).eq(now.iter().map(kind)) {
            self.laid.set(None);
            return self.shown.set_html(&svg(clip, &self.showing, &now));
        }
        let pairs = (0..).zip(before.iter().zip(now.iter()));
        let changed = pairs.filter(|(_, (before, now))| before != now);
        self.shown.set_outlines(changed.map(|(index, (_, now))| (index, now.path.as_str())));
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.rest();
    }
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
    clip.picture(at, breath(), camera, muscles, is_sided)
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
