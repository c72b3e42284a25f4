//! A worker that draws a picture of paths on a canvas over the page's own.

use std::time::Duration;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::dom::{Element, document};
use super::worker::{self, CanvasWorker, millis};

/// The worker's script, beside the page.
const SCRIPT: &str = "figure.js";
const SVG: &str = "http://www.w3.org/2000/svg";
/// What of a path's style the worker needs, in the order in which it takes it.
const STYLES: [&str; 4] = ["fill", "fill-opacity", "stroke", "stroke-width"];

/// It is gone when this is dropped.
pub struct Canvas {
    worker: CanvasWorker,
    sheet: Element,
}

/// The part of the plane that a picture shows, and whether it is seen in a mirror.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Left, top, width, height.
    pub frame: [i32; 4],
    pub is_mirrored: bool,
}

impl Canvas {
    /// `None` where the browser knows no such thing.
    #[must_use]
    pub fn start() -> Option<Self> {
        let sheet = Element::new("canvas", "");
        let worker = CanvasWorker::start(SCRIPT, &[&sheet])?;
        Some(Self { worker, sheet })
    }

    /// Whether it draws: its script has to come first, and may not.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.worker.is_ready()
    }

    /// Lays it over the picture of `view` that is in `figure`, and takes over the styles that paths of `classes`
    /// have there. Says whether there is such a picture.
    #[must_use]
    pub fn lay_over(&self, figure: &Element, view: View, classes: &[&str]) -> bool {
        let laid = self.lay(figure, view, classes);
        let is_laid = laid.is_some();
        if let Some((place, styles)) = laid {
            self.worker.order("lay", &[place.into(), styles.into()]);
        }
        is_laid
    }

    fn lay(&self, figure: &Element, view: View, classes: &[&str]) -> Option<(Array, Object)> {
        let svg = figure.0.query_selector("svg").ok()??;
        let (around, bounds) =
            (figure.0.get_bounding_client_rect(), svg.get_bounding_client_rect());
        let (left, top) = (bounds.left() - around.left(), bounds.top() - around.top());
        let (width, height) = (bounds.width().round(), bounds.height().round());
        for (name, pixels) in [("left", left), ("top", top), ("width", width), ("height", height)] {
            self.sheet.set_style(name, &format!("{}px", whole(pixels)));
        }
        figure.append(&self.sheet);
        let ratio = web_sys::window()?.device_pixel_ratio();
        let place = transform((width * ratio).round(), (height * ratio).round(), view);
        Some((place, styles(&svg, classes)?))
    }

    /// Lets go of the pictures that it has kept.
    pub fn begin(&self) {
        self.worker.order("begin", &[]);
    }

    /// Draws paths where it was laid, each by its class and its outline as SVG writes it, and keeps them as the
    /// picture of that number.
    pub fn draw<'a>(&self, number: usize, paths: impl Iterator<Item = (&'a str, &'a str)>) {
        let (classes, outlines): (Vec<_>, Vec<_>) = paths.unzip();
        let [classes, outlines] = [classes, outlines].map(|it| JsValue::from(it.join("\n")));
        self.worker.order("draw", &[number.into(), classes, outlines]);
    }

    /// Shows a picture that it has kept.
    pub fn show(&self, number: usize) {
        self.worker.order("show", &[number.into()]);
    }

    /// Shows the pictures that it has kept one after the other, as though that had been going on for so long: so
    /// many once, each for as long as the first of `between`, and then the others over and over, each for as long
    /// as the second. It goes on until it is given something else to do.
    pub fn play(&self, once: u32, between: [Duration; 2], since: Duration) {
        let [first, second] = between.map(millis);
        self.worker.order("play", &[once.into(), first, second, millis(since)]);
    }

    /// Leaves what it shows as it is.
    pub fn rest(&self) {
        self.worker.order("rest", &[]);
    }
}

/// Width and height in pixels of the screen, and how points of the plane get there: the whole frame of `view` as
/// large as it fits, in the middle, as SVG has it.
fn transform(width: f64, height: f64, view: View) -> Array {
    let [left, top, across, down] = view.frame.map(f64::from);
    let scale = (width / across).min(height / down);
    let (x, y) = ((width - scale * across) / 2.0, (height - scale * down) / 2.0 - scale * top);
    let (flip, x) = if view.is_mirrored {
        (-scale, x + scale * (left + across))
    } else {
        (scale, x - scale * left)
    };
    [width, height, flip, 0.0, 0.0, scale, x, y].into_iter().map(JsValue::from).collect()
}

/// What styles paths of these classes have in `svg`, by class.
fn styles(svg: &web_sys::Element, classes: &[&str]) -> Option<Object> {
    let styles = Object::new();
    let path = document()?.create_element_ns(Some(SVG), "path").ok()?;
    svg.append_child(&path).ok()?;
    for class in classes {
        let _ = path.set_attribute("class", class);
        let values = worker::styles(&path, &STYLES)?;
        // Any object takes any name.
        let _ = Reflect::set(&styles, &JsValue::from_str(class), &values);
    }
    path.remove();
    Some(styles)
}

#[expect(clippy::cast_possible_truncation, reason = "a page is not that large")]
fn whole(pixels: f64) -> i32 {
    pixels.round() as i32
}
