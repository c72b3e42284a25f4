//! What happens to the page: it is hidden or shown, its address changes, a key is pressed.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;

use super::dom::document;

/// Listens until it is dropped.
#[must_use]
pub struct Listener(#[expect(dead_code, reason = "kept for its drop")] Option<EventListener>);

impl Listener {
    pub(super) const fn new(listener: EventListener) -> Self {
        Self(Some(listener))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    Visible,
    Hidden,
}

/// Calls `then` when the page is hidden or comes back, a return from the back-forward cache too.
pub fn on_visibility(then: impl Fn(Visibility) + 'static) -> [Listener; 3] {
    let changed: Rc<dyn Fn(Visibility)> = Rc::new(then);
    let (left, shown) = (Rc::clone(&changed), Rc::clone(&changed));
    [
        on_document("visibilitychange", move |_| changed(visibility())),
        // The last event that a page surely gets on a phone.
        on_window("pagehide", move |_| left(Visibility::Hidden)),
        on_window("pageshow", move |event| {
            let event = event.unchecked_ref::<web_sys::PageTransitionEvent>();
            if event.persisted() {
                shown(Visibility::Visible);
            }
        }),
    ]
}

/// Calls `then` when the page is left.
pub fn on_leave(then: impl Fn() + 'static) -> Listener {
    on_window("pagehide", move |_| then())
}

/// Calls `then` when the page has another size, or the device turns dark or light.
pub fn on_restyle(then: impl Fn() + 'static) -> [Listener; 2] {
    let then: Rc<dyn Fn()> = Rc::new(then);
    let turned = Rc::clone(&then);
    let dark = on_media("(prefers-color-scheme: dark)", move || turned());
    [on_window("resize", move |_| then()), dark]
}

/// Has what is drawn by the page's styles be drawn anew, as when the page has another size.
pub fn restyle() {
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("resize")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Calls `then` when the person wants little motion, or no longer does.
pub fn on_motion(then: impl Fn() + 'static) -> Listener {
    on_media("(prefers-reduced-motion: reduce)", then)
}

/// Calls `then` when another tab has changed what is kept under a key of ours, or has cleared everything.
pub fn on_kept_elsewhere(then: impl Fn(Option<String>) + 'static) -> Listener {
    on_window("storage", move |event| match event.unchecked_ref::<web_sys::StorageEvent>().key() {
        None => then(None),
        Some(name) => {
            if let Some(key) = name.strip_prefix(&super::storage::name("")) {
                then(Some(key.to_owned()));
            }
        }
    })
}

pub fn on_hash_change(then: impl Fn() + 'static) -> Listener {
    on_window("hashchange", move |_| then())
}

/// A key that was pressed with no modifier, outside fields in which one writes. Held down, it is pressed once.
///
/// `then` says whether it has taken the key; the page does not see it then.
pub fn on_key(then: impl Fn(&str) -> bool + 'static) -> Listener {
    on_window_active("keydown", move |event| {
        let event = event.unchecked_ref::<web_sys::KeyboardEvent>();
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if is_plain && !event.repeat() && !is_writing(event) && then(&event.key()) {
            event.prevent_default();
        }
    })
}

/// Calls `then` within each press of a button, a key or a finger.
pub fn on_press(then: impl Fn() + 'static) -> [Listener; 2] {
    let then: Rc<dyn Fn()> = Rc::new(then);
    let key = Rc::clone(&then);
    [on_window("pointerup", move |_| then()), on_window("keydown", move |_| key())]
}

#[must_use]
pub fn visibility() -> Visibility {
    let hidden = document().is_some_and(|document| document.hidden());
    if hidden { Visibility::Hidden } else { Visibility::Visible }
}

/// Whether the event goes to something that uses plain keys itself.
fn is_writing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let uses = match event.key().as_str() {
        " " | "Enter" => "input, select, textarea, button, a, summary",
        // What has a place of its own among the stops of Tab scrolls by them.
        "ArrowUp" | "ArrowDown" => "input, select, textarea, [tabindex='0']",
        _ => "input, select, textarea",
    };
    target.is_some_and(|element| element.closest(uses).ok().flatten().is_some())
}

fn on_document(name: &'static str, then: impl Fn(&web_sys::Event) + 'static) -> Listener {
    Listener(document().map(|document| EventListener::new(&document, name, then)))
}

fn on_media(query: &str, then: impl Fn() + 'static) -> Listener {
    let media = web_sys::window().and_then(|it| it.match_media(query).ok()?);
    Listener(media.map(|media| EventListener::new(&media, "change", move |_| then())))
}

fn on_window(name: &'static str, then: impl Fn(&web_sys::Event) + 'static) -> Listener {
    Listener(web_sys::window().map(|window| EventListener::new(&window, name, then)))
}

fn on_window_active(name: &'static str, then: impl Fn(&web_sys::Event) + 'static) -> Listener {
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    Listener(
        web_sys::window()
            .map(|window| EventListener::new_with_options(&window, name, options, then)),
    )
}
