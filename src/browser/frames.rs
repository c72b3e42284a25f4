//! Calls for frames that the screen shows. There are none while the page is hidden.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::clock::awake_millis;
use super::ticker::{self, Wake};

/// When the next call is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// For the first frame after so long.
    After(Duration),
    Never,
}

/// Goes on until it is dropped, or has been told that it is enough.
#[must_use]
pub struct Frames(#[expect(dead_code, reason = "kept for its drop")] Rc<Running>);

#[derive(Default)]
struct Running {
    frame: Cell<Option<i32>>,
    pause: RefCell<Option<Wake>>,
    call: RefCell<Option<Closure<dyn FnMut()>>>,
}

/// Calls `then` for frames with how long it has been going on, as often as that wants, and begins at once.
pub fn each(then: impl Fn(Duration) -> Next + 'static) -> Frames {
    let running = Rc::new(Running::default());
    let began = awake_millis();
    let again = Rc::downgrade(&running);
    let call = Closure::new(move || {
        let Some(running) = again.upgrade() else { return };
        let since = Duration::try_from_secs_f64((awake_millis() - began) / 1000.0);
        running.frame.set(None);
        if let Next::After(pause) = then(since.unwrap_or_default()) {
            running.ask_after(pause, Weak::clone(&again));
        }
    });
    running.call.replace(Some(call));
    running.ask();
    Frames(running)
}

impl Running {
    fn ask_after(&self, pause: Duration, again: Weak<Self>) {
        let wake = ticker::after(pause, move || {
            if let Some(running) = again.upgrade() {
                running.ask();
            }
        });
        self.pause.replace(Some(wake));
    }

    fn ask(&self) {
        let window = web_sys::window();
        if let (Some(window), Some(call)) = (window, &*self.call.borrow()) {
            self.frame.set(window.request_animation_frame(call.as_ref().unchecked_ref()).ok());
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let (Some(frame), Some(window)) = (self.frame.get(), web_sys::window()) {
            let _ = window.cancel_animation_frame(frame);
        }
    }
}
