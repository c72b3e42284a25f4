//! Calls for frames that the screen shows. There are none while the page is hidden.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::clock::awake_millis;
use super::events::{Visibility, visibility};
use super::ticker::{self, Wake};

/// When the next call is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// For the first frame after so long.
    After(Duration),
    /// After so long, without a frame for it: what is called changes nothing on the page itself.
    Apart(Duration),
    Never,
}

/// Goes on until it is dropped, or has been told that it is enough.
#[must_use]
pub struct Frames(Rc<Running>);

#[derive(Default)]
struct Running {
    frame: Cell<Option<i32>>,
    pause: RefCell<Option<Wake>>,
    call: RefCell<Option<Closure<dyn Fn()>>>,
    react: RefCell<Option<Rc<dyn Fn()>>>,
}

/// Calls `then` for frames with how long it has been going on, as often as that wants, and begins at once.
pub fn each(then: impl Fn(Duration) -> Next + 'static) -> Frames {
    let running = Rc::new(Running::default());
    let began = awake_millis();
    let again = Rc::downgrade(&running);
    let react: Rc<dyn Fn()> = Rc::new(move || {
        let Some(running) = again.upgrade() else { return };
        let since = Duration::try_from_secs_f64((awake_millis() - began) / 1000.0);
        running.frame.set(None);
        match then(since.unwrap_or_default()) {
            Next::After(pause) => running.after(pause, &again, Running::ask),
            Next::Apart(pause) => running.after(pause, &again, Running::go_on),
            Next::Never => {}
        }
    });
    let called = Rc::clone(&react);
    running.call.replace(Some(Closure::new(move || called())));
    running.react.replace(Some(react));
    running.ask();
    Frames(running)
}

impl Frames {
    /// Calls for the next frame, whatever was wanted last.
    pub fn again(&self) {
        self.0.pause.take();
        self.0.ask();
    }
}

impl Running {
    /// Does `what` after so long.
    fn after(&self, pause: Duration, again: &Weak<Self>, what: fn(&Self)) {
        let again = Weak::clone(again);
        let wake = ticker::after(pause, move || {
            if let Some(running) = again.upgrade() {
                what(&running);
            }
        });
        self.pause.replace(Some(wake));
    }

    /// Calls at once, or when the page shows again.
    fn go_on(&self) {
        let react = self.react.borrow().clone();
        match react.filter(|_| visibility() == Visibility::Visible) {
            Some(react) => react(),
            None => self.ask(),
        }
    }

    fn ask(&self) {
        self.call_off();
        let window = web_sys::window();
        if let (Some(window), Some(call)) = (window, &*self.call.borrow()) {
            self.frame.set(window.request_animation_frame(call.as_ref().unchecked_ref()).ok());
        }
    }

    fn call_off(&self) {
        if let (Some(frame), Some(window)) = (self.frame.take(), web_sys::window()) {
            let _ = window.cancel_animation_frame(frame);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.call_off();
    }
}
