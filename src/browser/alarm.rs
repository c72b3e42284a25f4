//! Wakes the page at a time, to the second also while it is hidden: a worker's timers are not slowed.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Worker;

use super::ticker::{self, Wake};

/// The worker's script, beside the page.
const SCRIPT: &str = "alarm.js";

/// An alarm that goes off once each time it is set. It is gone when this is dropped.
pub struct Alarm {
    worker: Option<Worker>,
    then: Rc<dyn Fn()>,
    /// Where there are no workers.
    wake: RefCell<Option<Wake>>,
    _listener: Option<EventListener>,
}

impl Alarm {
    #[must_use]
    pub fn new(then: impl Fn() + 'static) -> Self {
        let then: Rc<dyn Fn()> = Rc::new(then);
        let worker = Worker::new(SCRIPT).ok();
        let heard = Rc::clone(&then);
        let listener =
            worker.as_ref().map(|worker| EventListener::new(worker, "message", move |_| heard()));
        Self { worker, then, wake: RefCell::default(), _listener: listener }
    }

    /// Sets it, in place of whenever it was set to.
    pub fn set(&self, delay: Duration) {
        if let Some(worker) = &self.worker {
            let millis = u32::try_from(delay.as_millis()).unwrap_or(u32::MAX).min(i32::MAX as u32);
            // A number can be copied.
            let _ = worker.post_message(&JsValue::from(millis));
        } else {
            let then = Rc::clone(&self.then);
            drop(self.wake.replace(Some(ticker::after(delay, move || then()))));
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        if let Some(worker) = &self.worker {
            worker.terminate();
        }
    }
}
