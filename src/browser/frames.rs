//! Calls for each frame that the screen shows. There are none while the page is hidden.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::clock::awake_millis;

/// Goes on until it is dropped, or has been told that it is enough.
#[must_use]
pub struct Frames(Rc<Running>);

struct Running {
    next: Cell<Option<i32>>,
    call: RefCell<Option<Closure<dyn FnMut()>>>,
}

/// Calls `then` for each frame with how long it has been going on, for as long as that says yes.
pub fn each(then: impl Fn(Duration) -> bool + 'static) -> Frames {
    let running = Rc::new(Running { next: Cell::new(None), call: RefCell::new(None) });
    let began = awake_millis();
    let again = Rc::downgrade(&running);
    let call = Closure::new(move || {
        let Some(running) = again.upgrade() else { return };
        let since = Duration::try_from_secs_f64((awake_millis() - began) / 1000.0);
        running.next.set(None);
        if then(since.unwrap_or_default()) {
            running.ask();
        }
    });
    running.call.replace(Some(call));
    running.ask();
    Frames(running)
}

impl Running {
    fn ask(&self) {
        let window = web_sys::window();
        if let (Some(window), Some(call)) = (window, &*self.call.borrow()) {
            self.next.set(window.request_animation_frame(call.as_ref().unchecked_ref()).ok());
        }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        if let (Some(next), Some(window)) = (self.0.next.get(), web_sys::window()) {
            let _ = window.cancel_animation_frame(next);
        }
    }
}
