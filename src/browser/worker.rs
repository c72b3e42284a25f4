//! A worker that draws on canvases. Whatever changes on a page costs its own thread a whole frame; a canvas that was
//! handed to a worker changes without one.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, Worker};

use super::dom::Element;

/// It is gone when this is dropped.
pub(super) struct CanvasWorker {
    worker: Worker,
    is_ready: Rc<Cell<bool>>,
    _ready: EventListener,
}

impl CanvasWorker {
    /// Hands `canvases` over to the script of that name, beside the page. `None` where the browser knows no such thing.
    pub(super) fn start(script: &str, canvases: &[&Element]) -> Option<Self> {
        let sheets = Array::new();
        for canvas in canvases {
            let canvas = canvas.0.unchecked_ref::<HtmlCanvasElement>();
            sheets.push(&canvas.transfer_control_to_offscreen().ok()?.into());
        }
        let worker = Worker::new(script).ok()?;
        worker.post_message_with_transfer(&sheets, &sheets).ok()?;
        let is_ready = Rc::new(Cell::new(false));
        let ready = Rc::clone(&is_ready);
        let listener = EventListener::new(&worker, "message", move |_| ready.set(true));
        Some(Self { worker, is_ready, _ready: listener })
    }

    /// Whether it draws: its script has to come first, and may not.
    pub(super) fn is_ready(&self) -> bool {
        self.is_ready.get()
    }

    /// Has it do what its script does by that name.
    pub(super) fn order(&self, name: &str, details: &[JsValue]) {
        let order = Array::of1(&name.into());
        for detail in details {
            order.push(detail);
        }
        // Only what cannot be copied is refused.
        let _ = self.worker.post_message(&order);
    }
}

impl Drop for CanvasWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What `names` among the page's styles have come to for `element`.
pub(super) fn styles(element: &web_sys::Element, names: &[&str]) -> Option<Array> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let value = |name: &&str| style.get_property_value(name).map_or(JsValue::NULL, JsValue::from);
    Some(names.iter().map(value).collect())
}

pub(super) fn millis(length: Duration) -> JsValue {
    JsValue::from(length.as_secs_f64() * 1000.0)
}
