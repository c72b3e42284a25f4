//! What changes each second: the digits, the line that runs out with them, the session's time left.
//!
//! While a step's seconds run, a painter counts them down to its end, and the page looks at them now and then.
//! Otherwise, and where there is no painter, they are text like any other.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use crate::app::player::{Clockface, Shown};
use crate::view::{Element, Frame, Painter, Wake, after, element};
use crate::words::words;

/// While a painter counts down, the page looks every so many seconds: a screen reader's time is not
/// older than that.
const STRIDE: u64 = 5;
/// A look that is to come sooner is asked for so many seconds ahead: the next one is set by then.
const AHEAD: u64 = 2 * STRIDE;
/// How long a flash lasts. It goes out at once: each step of a fade would cost a frame.
const FLASH: Duration = Duration::from_millis(600);

pub struct Clock {
    /// As large as the screen allows.
    pub digits: Element,
    /// It runs out with the digits.
    pub line: Element,
    pub left: Element,
    /// It fills the screen, and its edge lights up.
    pub edge: Element,
    counters: [Counter; 2],
    bar: Element,
    painter: Option<Painter>,
    /// The step that the painter draws, if it does, and how long its session takes in all.
    drawn: Cell<Option<(usize, Duration)>>,
    /// When the edge goes out, where the page itself has lit it.
    lit: RefCell<Option<Wake>>,
}

/// A text that counts down, and the canvas above it on which it is drawn while the seconds run.
struct Counter {
    place: Element,
    text: Element,
    /// Its name is what a screen reader reads.
    canvas: Element,
    room: Cell<usize>,
}

impl Clock {
    pub fn new() -> Self {
        let digits = Counter::within(element("div", "digits").attribute("role", "timer"));
        let left = Counter::within(element("span", "time-left"));
        let (bar, bar_canvas) = (element("span", ""), element("canvas", ""));
        let edge = element("canvas", "edge").attribute("aria-hidden", "true");
        let canvases = [digits.canvas.clone(), left.canvas.clone(), bar_canvas.clone()];
        Self {
            digits: digits.place.clone(),
            line: element("div", "line")
                .attribute("aria-hidden", "true")
                .children(vec![bar.clone(), bar_canvas]),
            left: left.place.clone(),
            painter: Painter::start(canvases, &edge),
            edge,
            counters: [digits, left],
            bar,
            drawn: Cell::default(),
            lit: RefCell::default(),
        }
    }

    /// The styles of the page have changed.
    pub fn restyle(&self) {
        // All of it is drawn again.
        self.drawn.take();
    }

    /// Lights the edge of the screen, for those who do not hear the sound.
    pub fn flash(&self) {
        if let Some(painter) = self.ready_painter() {
            return painter.flash(FLASH);
        }
        self.edge.set_attribute("data-lit", Some(""));
        let edge = self.edge.clone();
        let end = after(FLASH, move || edge.set_attribute("data-lit", None));
        drop(self.lit.replace(Some(end)));
    }

    fn ready_painter(&self) -> Option<&Painter> {
        self.painter.as_ref().filter(|painter| painter.is_ready())
    }

    /// Shows a session on `page`, whose styles go by whether the seconds are drawn. Says after how
    /// many of them it wants to show it again.
    pub fn show(&self, page: &Element, shown: Shown) -> u64 {
        let now = frame(shown);
        let painter = self.ready_painter();
        let runs_out = shown.runs_out.filter(|_| painter.is_some());
        let drawn = runs_out.map(|_| (shown.step, shown.total));
        let was_drawn = self.drawn.replace(drawn);
        if was_drawn.is_some() != drawn.is_some() {
            page.set_attribute("data-drawn", drawn.map(|_| ""));
        }
        let left_of_step = runs_out.unwrap_or_default();
        let goes_on = painter.is_some_and(|painter| painter.ends_in(left_of_step));
        let is_new = drawn.is_none() || was_drawn != drawn || !goes_on;
        let [digits, left] = &self.counters;
        let is_written = digits.show(&now.texts[0], &name(shown.clockface), is_new)
            | left.show(&now.texts[1], &now.texts[1], is_new);
        if drawn.is_none() {
            self.bar.set_style("--left", &now.bar.to_string());
        }
        if is_written {
            let coming = |changes| shown.after(changes).filter(|_| drawn.is_some());
            let frames: Vec<_> = (0..).map_while(coming).map(frame).collect();
            if let Some(painter) = painter {
                // With nothing to draw it rests.
                painter.draw(&frames, left_of_step);
            }
        }
        // Where letters will need another room, it is made at the right second.
        let soon = shown.after(left_of_step.as_secs().min(AHEAD));
        let is_steady = soon.is_some_and(|soon| rooms(&frame(soon)) == rooms(&now));
        if drawn.is_some() && is_steady { STRIDE } else { 1 }
    }
}

impl Counter {
    fn within(place: Element) -> Self {
        let text = element("span", "").attribute("aria-hidden", "true");
        let canvas = element("canvas", "").attribute("role", "img");
        let place = place.children(vec![text.clone(), canvas.clone()]);
        Self { place, text, canvas, room: Cell::new(0) }
    }

    /// Writes a text that is new, or needs another room, and says whether it did: while it is drawn, it
    /// makes that and no more.
    fn show(&self, text: &str, name: &str, is_new: bool) -> bool {
        self.canvas.set_attribute("aria-label", Some(name));
        let room = room(text);
        let is_written = self.room.replace(room) != room || is_new;
        if is_written {
            let kind = if text.contains(|it: char| it.is_ascii_digit()) { "time" } else { "word" };
            self.place.set_attribute("data-long", (room > 0).then_some(kind));
            self.text.set_text(text);
        }
        is_written
    }
}

fn frame(shown: Shown) -> Frame {
    let bar = thousandths_left(&shown);
    Frame { texts: [digits(shown.clockface), (words().player.left)(shown.left)], bar }
}

fn rooms(frame: &Frame) -> [usize; 2] {
    frame.texts.each_ref().map(|text| room(text))
}

/// How many letters a text has, where it does not fit into the room for three.
fn room(text: &str) -> usize {
    Some(text.chars().count()).filter(|letters| *letters > 3).unwrap_or(0)
}

/// What the digits say, to the eye.
fn digits(clockface: Clockface) -> String {
    match clockface {
        Clockface::Left(secs @ ..100) => secs.to_string(),
        Clockface::Left(secs) => (words().common.clock)(Duration::from_secs(secs)),
        Clockface::Repetitions(count) => format!("{count}×"),
        Clockface::Waiting => words().player.waiting.to_owned(),
    }
}

/// What they say to a screen reader.
fn name(clockface: Clockface) -> String {
    let words = &words().player;
    match clockface {
        Clockface::Left(secs) => (words.timer)(secs),
        Clockface::Repetitions(count) => (words.repetitions)(count),
        Clockface::Waiting => words.waiting.to_owned(),
    }
}

/// How much of the line is left, in thousandths.
fn thousandths_left(shown: &Shown) -> u64 {
    let share = match shown.clockface {
        Clockface::Left(secs) => secs * 1000 / shown.length.as_secs().max(1),
        Clockface::Repetitions(_) | Clockface::Waiting => 1000,
    };
    share.min(1000)
}
