//! A worker that counts the seconds down on canvases, and lights the edge of the screen on another. Whatever changes
//! on a page costs its own thread a whole frame; a canvas that was handed to a worker changes without one.

use std::cell::{Cell, RefCell};
use std::fmt::Write;
use std::rc::Rc;
use std::time::Duration;

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, Worker};

use super::dom::Element;

/// The worker's script, beside the page.
const SCRIPT: &str = "painter.js";
/// What of a canvas' style the worker needs, in the order in which it takes it.
const STYLES: [&str; 7] =
    ["font-size", "color", "font-weight", "font-family", "width", "height", "letter-spacing"];

/// Draws two texts, each in the middle of its own canvas, a bar, and the edge of the screen. It is gone when this is
/// dropped.
pub struct Painter {
    worker: Worker,
    /// Those whose styles it draws by: the texts' and the bar's.
    styled: [Element; 3],
    /// What the page's styles have come to, unless that has to be looked up: the page works out all of its
    /// styles for an answer.
    styles: RefCell<Option<Array>>,
    is_ready: Rc<Cell<bool>>,
    _ready: EventListener,
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
        let sheets = Array::new();
        for canvas in styled.iter().chain([screen]) {
            let canvas = canvas.0.unchecked_ref::<HtmlCanvasElement>();
            sheets.push(&canvas.transfer_control_to_offscreen().ok()?.into());
        }
        let worker = Worker::new(SCRIPT).ok()?;
        worker.post_message_with_transfer(&sheets, &sheets).ok()?;
        let is_ready = Rc::new(Cell::new(false));
        let ready = Rc::clone(&is_ready);
        let listener = EventListener::new(&worker, "message", move |_| ready.set(true));
        Some(Self { worker, styled, styles: RefCell::default(), is_ready, _ready: listener })
    }

    /// Whether it draws: its script has to come first, and may not.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.is_ready.get()
    }

    /// Draws `frames` in place of what it had to draw: the first at once, the second after `wait`,
    /// and then one a second, by the styles that the canvases had when they were last looked up.
    pub fn draw(&self, frames: &[Frame], wait: Duration) {
        let mut lines = String::new();
        for Frame { texts: [first, second], bar } in frames {
            // It always succeeds.
            let _ = writeln!(lines, "{first}\n{second}\n{bar}");
        }
        self.post(wait, &lines.into());
    }

    /// Lights the edge of the screen for so long, in the colour of the bar.
    pub fn flash(&self, length: Duration) {
        self.post(length, &JsValue::NULL);
    }

    fn post(&self, time: Duration, lines: &JsValue) {
        let mut styles = self.styles.borrow_mut();
        let styles = styles.get_or_insert_with(|| self.computed_styles());
        let message = Array::of3(&(time.as_secs_f64() * 1000.0).into(), lines, styles);
        // Only what cannot be copied is refused.
        let _ = self.worker.post_message(&message);
    }

    /// Has the styles looked up again, for what is drawn next.
    pub fn restyle(&self) {
        self.styles.take();
    }

    /// How many pixels of the screen there are to one of the page, how large the page is, and what its styles have
    /// come to for each canvas.
    fn computed_styles(&self) -> Array {
        let styles = Array::new();
        let Some(window) = web_sys::window() else { return styles };
        styles.push(&window.device_pixel_ratio().into());
        for length in [window.inner_width(), window.inner_height()] {
            styles.push(&length.unwrap_or_default());
        }
        for canvas in &self.styled {
            let Ok(Some(style)) = window.get_computed_style(&canvas.0) else { continue };
            for name in STYLES {
                styles.push(&style.get_property_value(name).map_or(JsValue::NULL, JsValue::from));
            }
        }
        styles
    }
}

impl Drop for Painter {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}
