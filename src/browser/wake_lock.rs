//! Keeps the screen on. The browser takes the lock back when the page is hidden, and may refuse it.
//!
//! web-sys has this API only behind an unstable flag, so what is used of it is bound here.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;

use super::events::{Visibility, visibility};

#[wasm_bindgen]
extern "C" {
    type LockNavigator;
    #[wasm_bindgen(method, getter, js_name = wakeLock)]
    fn wake_lock(this: &LockNavigator) -> Option<LockKeeper>;

    type LockKeeper;
    #[wasm_bindgen(method, catch)]
    async fn request(this: &LockKeeper, kind: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(extends = web_sys::EventTarget)]
    type Lock;
    #[wasm_bindgen(method, catch)]
    async fn release(this: &Lock) -> Result<JsValue, JsValue>;
}

/// A screen that is kept on, from the answer on until this is dropped.
#[must_use]
pub struct WakeLock {
    state: Rc<RefCell<State>>,
}

enum State {
    Asked,
    Held(Lock, EventListener),
    Dropped,
}

/// Asks for the screen to stay on; `refused` is called where it will not, at once or, when the battery runs low,
/// later.
pub fn keep_awake(refused: impl FnOnce() + 'static) -> WakeLock {
    let state = Rc::new(RefCell::new(State::Asked));
    let answer = Rc::clone(&state);
    wasm_bindgen_futures::spawn_local(async move {
        match request().await {
            Some(lock) => settle(&answer, lock, refused),
            None => refused(),
        }
    });
    WakeLock { state }
}

async fn request() -> Option<Lock> {
    let navigator: LockNavigator = web_sys::window()?.navigator().unchecked_into();
    let lock = navigator.wake_lock()?.request("screen").await.ok()?;
    Some(lock.unchecked_into())
}

/// Keeps the lock, unless nobody wants it any more.
fn settle(state: &RefCell<State>, lock: Lock, refused: impl FnOnce() + 'static) {
    let mut state = state.borrow_mut();
    match *state {
        State::Asked => {
            // Of a page that is hidden it is taken without a word, and asked for again.
            let lost = move |_: &_| {
                if visibility() == Visibility::Visible {
                    refused();
                }
            };
            let lost = EventListener::once(&lock, "release", lost);
            *state = State::Held(lock, lost);
        }
        State::Held(..) | State::Dropped => release(lock),
    }
}

fn release(lock: Lock) {
    wasm_bindgen_futures::spawn_local(async move {
        // Already released is as good.
        let _ = lock.release().await;
    });
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        if let State::Held(lock, lost) = self.state.replace(State::Dropped) {
            // This is meant.
            drop(lost);
            release(lock);
        }
    }
}
