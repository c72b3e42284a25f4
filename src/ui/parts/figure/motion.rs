//! A figure that moves: the page draws each picture once, on a canvas that keeps it, and the canvas goes on by itself
//! once it has them all. Where there is no canvas the page draws them time and again.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::untrack;

use super::{CLASSES, Facing, Motion, Showing, breath, class, outlines, svg};
use crate::app::figures::{Next, each_frame};
use crate::app::{App, Visibility, on_restyle, on_visibility};
use crate::domain::breath::Breath;
use crate::domain::figure::clip::Clip;
use crate::domain::figure::drawing::{Frame, Outline};
use crate::domain::figure::film::Film;
use crate::view::{Canvas, Element, View};

/// How often at most is told where it is.
const TOLD: Duration = Duration::from_millis(200);

/// What goes along with a motion.
pub(super) type Follower = Rc<dyn Fn(Duration)>;

/// A canvas, and which pictures it has kept of what.
pub(super) struct Sheet {
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
                then(&mut film.insert((look, clip.film(breath()))).1)
            }
        }
    }
}

/// Where a motion is shown.
pub(super) struct Screen {
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
pub(super) fn run(screen: Screen, start: Duration, then: Option<Follower>) -> impl Sized {
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
    /// Shows `showing` in the element `shown`, on `canvas` where that can be had.
    pub(super) fn new(
        shown: Element,
        canvas: Rc<OnceCell<Option<Sheet>>>,
        showing: Showing,
    ) -> Self {
        let (laid, is_playing, last) = (Cell::new(None), Cell::new(false), RefCell::default());
        Self { shown, canvas, showing, laid, is_playing, last }
    }

    /// Shows what is there at a moment, and says when it wants to show the next.
    fn show(&self, clip: &Clip, at: Duration) -> Next {
        // What stays is the page's own picture.
        let is_last = clip.has_arrived(at) && self.showing.motion != Motion::Living;
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
        if is_last { Next::Never } else { Next::After(clip.film(breath()).until_next(at)) }
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
            return self.shown.set_html(&svg(clip, &now));
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
