//! Locks among the tabs of one browser: whoever holds one has it alone. A tab that is closed or dies
//! gives it up.
//!
//! web-sys changes its binding of this API between versions, so what is used of it is bound here.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::storage;

#[wasm_bindgen]
extern "C" {
    type LockNavigator;
    #[wasm_bindgen(method, getter)]
    fn locks(this: &LockNavigator) -> Option<LockManager>;

    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        then: &JsValue,
    ) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn query(this: &LockManager) -> Result<JsValue, JsValue>;
}

/// A lock that is held until this is dropped.
#[must_use]
pub struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        // It resolves the promise that the browser waits for.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

pub enum Answer {
    Held(Lock),
    /// Another tab has it.
    Taken,
    /// The browser knows no locks, before 2022.
    Unknown,
}

/// Asks for the lock `name`; the answer comes a little later.
pub fn take(name: &str, answer: impl FnOnce(Answer) + 'static) {
    // Whichever way it comes, it comes once.
    let answer = Rc::new(Cell::new(Some(answer)));
    let refused = Rc::clone(&answer);
    let answer = move |it| {
        if let Some(answer) = answer.take() {
            answer(it);
        }
    };
    let Some(manager) = manager() else { return answer(Answer::Unknown) };
    let options = Object::new();
    // A new object takes every property.
    let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            answer(Answer::Taken);
            return JsValue::UNDEFINED;
        }
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        if let Some(release) = release {
            answer(Answer::Held(Lock(release)));
        }
        held.into()
    });
    let request = manager.request(&storage::name(name), &options, &granted);
    spawn_local(async move {
        let outcome = match request {
            Ok(request) => JsFuture::from(request).await,
            Err(error) => Err(error),
        };
        // A page that is about to go is refused too, and asks for nothing any more.
        if outcome.is_err_and(|error| is_forbidden(&error))
            && let Some(answer) = refused.take()
        {
            answer(Answer::Unknown);
        }
    });
}

/// Tells whether some tab holds the lock `name`. Nothing comes where the browser knows no locks.
pub fn is_taken(name: &'static str, tell: impl FnOnce(bool) + 'static) {
    let Some(manager) = manager() else { return };
    spawn_local(async move {
        let state = manager.query().await.unwrap_or_default();
        let held = Reflect::get(&state, &"held".into()).unwrap_or_default();
        let held = held.dyn_into::<Array>().unwrap_or_default();
        let wanted = JsValue::from(storage::name(name));
        let names = held.iter().map(|lock| Reflect::get(&lock, &"name".into()));
        tell(names.flatten().any(|name| name == wanted));
    });
}

/// Whether the browser's settings let the page keep nothing, locks no more than texts.
fn is_forbidden(error: &JsValue) -> bool {
    error.dyn_ref::<web_sys::DomException>().is_some_and(|error| error.name() == "SecurityError")
}

fn manager() -> Option<LockManager> {
    web_sys::window()?.navigator().unchecked_into::<LockNavigator>().locks()
}
