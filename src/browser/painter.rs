//! A worker that counts the seconds down on canvases, and lights the edge of the screen on another.

use std::cell::{Cell, RefCell};
use std::fmt::Write;
use std::time::Duration;

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::clock::awake_millis;
use super::dom::Element;
use super::worker::{self, CanvasWorker, millis};

/// The worker's script, beside the page.
const SCRIPT: &str = "painter.js";
/// What of a canvas' style the worker needs, in the order in which it takes it.
const STYLES: [&str; 7] =
    ["font-size", "color", "font-weight", "font-family", "width", "height", "letter-spacing"];

/// By how much what is drawn may be off the session's clock, which a sleep or a track can shift.
const SLACK_MILLIS: f64 = 100.0;

/// Draws two texts, each in the middle of its own canvas, a bar, and the edge of the screen.
pub struct Painter {
    worker: CanvasWorker,
    /// Those whose styles it draws by: the texts' and the bar's.
    styled: [Element; 3],
    /// What the page's styles had come to when it was last looked up: the page works out all of its styles for
    /// an answer.
    styles: RefCell<Option<JsValue>>,
    /// When what it was told to draw ends, in milliseconds by the page's own clock.
    ends: Cell<f64>,
}

/// What there is to draw for a second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub texts: [String; 2],
    /// How much of its canvas the bar takes, in thousandths of the width.
    pub bar: u64,
}

impl Painter {
    /// Hands over the canvases of the texts and the bar, and one that fills the screen. `None` where the browser knows
    /// no such thing.
    #[must_use]
    pub fn start(styled: [Element; 3], screen: &Element) -> Option<Self> {
        let [first, second, bar] = &styled;
        let worker = CanvasWorker::start(SCRIPT, &[first, second, bar, screen])?;
        Some(Self { worker, styled, styles: RefCell::default(), ends: Cell::default() })
    }

    /// Whether it draws: its script has to come first, and may not.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.worker.is_ready()
    }

    /// Whether what it was told to draw ends in `left` from now.
    #[must_use]
    pub fn ends_in(&self, left: Duration) -> bool {
        (millis_after(left) - self.ends.get()).abs() < SLACK_MILLIS
    }

    /// Draws `frames` in place of what it had to draw, one a second so that the last ends in `left` from now, and the
    /// first at once, by the styles that the canvases have now.
    pub fn draw(&self, frames: &[Frame], left: Duration) {
        self.styles.take();
        self.ends.set(millis_after(left));
        let mut lines = String::new();
        for Frame { texts: [first, second], bar } in frames {
            // It always succeeds.
            let _ = writeln!(lines, "{first}\n{second}\n{bar}");
        }
        self.worker.order("count", &[self.styles(), millis(left), lines.into()]);
    }

    /// Lights the edge of the screen for so long, in the colour that the bar had when it was last drawn.
    pub fn flash(&self, length: Duration) {
        self.worker.order("flash", &[self.styles(), millis(length)]);
    }

    fn styles(&self) -> JsValue {
        let mut styles = self.styles.borrow_mut();
        styles.get_or_insert_with(|| self.computed_styles().into()).clone()
    }

    /// How many pixels of the screen there are to one of the page, its width and height, and what its styles have
    /// come to for each canvas.
    fn computed_styles(&self) -> Array {
        let styles = Array::new();
        let Some(window) = web_sys::window() else { return styles };
        styles.push(&window.device_pixel_ratio().into());
        for length in [window.inner_width(), window.inner_height()] {
            styles.push(&length.unwrap_or_default());
        }
        for canvas in &self.styled {
            styles.push(&worker::styles(&canvas.0, &STYLES).into());
        }
        styles
    }
}

/// What the page's own clock says in `left` from now.
fn millis_after(left: Duration) -> f64 {
    awake_millis() + left.as_secs_f64() * 1000.0
}
