//! The service worker: it keeps a build of the app on the device, and lets a newer one wait.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// Beside the page, which makes the page's folder its scope.
const SCRIPT: &str = "sw.js";
/// What it takes for the person's word.
const TAKE_OVER: &str = "take over";
/// What has it lead this page, too.
const LEAD_ME: &str = "lead me";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// From now on the app opens without a network.
    Kept,
    /// A newer build is there, whole, and waits to be wanted.
    Newer,
}

/// Has this build kept, and calls `tell` when there is news. Where there are no service workers, as in
/// some private windows, nothing comes of it.
pub fn keep(tell: impl Fn(News) + 'static) {
    spawn_local(async move {
        if let Some(registration) = register().await {
            be_led(&registration);
            watch(&registration, Rc::new(tell));
        }
    });
}

/// Asks the server whether there is a newer build.
pub fn look_for_newer() {
    spawn_local(async {
        if let Some(registration) = registered().await
            && let Ok(asked) = registration.update()
        {
            // Without a network there is no answer, and no harm.
            let _ = JsFuture::from(asked).await;
        }
    });
}

/// Lets the newer build take over, and loads the page again with it.
pub fn take_newer() {
    spawn_local(async {
        let waiting = registered().await.and_then(|it| it.waiting());
        let (Some(worker), Some(container)) = (waiting, container()) else {
            // Another tab has let it take over.
            return reload();
        };
        EventListener::once(&container, "controllerchange", |_| reload()).forget();
        let _ = worker.post_message(&JsValue::from_str(TAKE_OVER));
    });
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

async fn register() -> Option<ServiceWorkerRegistration> {
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = container()?.register_with_options(SCRIPT, &options);
    Some(JsFuture::from(registered).await.ok()?.into())
}

pub(super) async fn registered() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    (!found.is_undefined()).then(|| found.into())
}

pub(super) fn container() -> Option<ServiceWorkerContainer> {
    let container = web_sys::window()?.navigator().service_worker();
    // Missing, it is an object that is undefined.
    (!JsValue::from(&container).is_undefined()).then_some(container)
}

/// A page that comes while the worker begins can miss it, and one that is reloaded by force does: what it loads later
/// on would come from the network alone.
fn be_led(registration: &ServiceWorkerRegistration) {
    let is_led = container().is_some_and(|it| it.controller().is_some());
    if let (false, Some(worker)) = (is_led, registration.active()) {
        let _ = worker.post_message(&JsValue::from_str(LEAD_ME));
    }
}

fn watch(registration: &ServiceWorkerRegistration, tell: Rc<dyn Fn(News)>) {
    if registration.waiting().is_some() && registration.active().is_some() {
        tell(News::Newer);
    }
    let follow = move |registration: &ServiceWorkerRegistration| {
        if let Some(worker) = registration.installing() {
            tell_of(registration.clone(), &worker, Rc::clone(&tell));
        }
    };
    follow(registration);
    let found = registration.clone();
    EventListener::new(registration, "updatefound", move |_| follow(&found)).forget();
}

/// Tells what becomes of a worker that has just come.
fn tell_of(
    registration: ServiceWorkerRegistration,
    worker: &ServiceWorker,
    tell: Rc<dyn Fn(News)>,
) {
    let is_first = Cell::new(false);
    let changed = worker.clone();
    let listener = EventListener::new(worker, "statechange", move |_| match changed.state() {
        ServiceWorkerState::Installed if registration.active().is_some() => tell(News::Newer),
        ServiceWorkerState::Installed => is_first.set(true),
        ServiceWorkerState::Activated if is_first.get() => tell(News::Kept),
        _ => {}
    });
    listener.forget();
}
