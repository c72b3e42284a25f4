//! Notifications of the device, shown through the service worker: on phones there is no other way.

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Notification, NotificationOptions, NotificationPermission};

use super::offline;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    Given,
    /// Nobody has been asked yet.
    Open,
    Refused,
    /// The browser has none, as Safari on a phone before the app is installed.
    Missing,
}

/// What to show.
pub struct Note<'a> {
    pub title: &'a str,
    pub body: &'a str,
    /// One takes the place of another of the same name.
    pub tag: &'a str,
    /// Buttons where the device has them: what is told of a press, and what stands on it.
    pub buttons: &'a [(&'a str, &'a str)],
}

#[must_use]
pub fn leave() -> Leave {
    let is_there = web_sys::window()
        .is_some_and(|it| Reflect::has(&it, &"Notification".into()).unwrap_or(false));
    match is_there.then(Notification::permission) {
        None => Leave::Missing,
        Some(NotificationPermission::Granted) => Leave::Given,
        Some(NotificationPermission::Denied) => Leave::Refused,
        Some(_) => Leave::Open,
    }
}

/// Has the browser ask the person. Call it within a press of a button.
pub fn ask(then: impl FnOnce(Leave) + 'static) {
    if leave() == Leave::Missing {
        return then(Leave::Missing);
    }
    let Ok(asked) = Notification::request_permission() else { return then(leave()) };
    spawn_local(async move {
        // What has come of it stands where it always does.
        let _ = JsFuture::from(asked).await;
        then(leave());
    });
}

/// Shows a note, where that is allowed.
pub fn show(note: &Note) {
    if leave() != Leave::Given {
        return;
    }
    let options = NotificationOptions::new();
    options.set_body(note.body);
    options.set_tag(note.tag);
    options.set_icon("icons/192.png");
    options.set_badge("icons/badge-96.png");
    options.set_renotify(true);
    options.set_actions(&note.buttons.iter().map(button).collect::<Array>());
    let title = note.title.to_owned();
    spawn_local(async move {
        if let Some(registration) = offline::registered().await
            && let Ok(shown) = registration.show_notification_with_options(&title, &options)
        {
            // The device may be set not to be disturbed.
            let _ = JsFuture::from(shown).await;
        }
    });
}

fn button((action, title): &(&str, &str)) -> Object {
    let button = Object::new();
    let _ = Reflect::set(&button, &"action".into(), &(*action).into());
    let _ = Reflect::set(&button, &"title".into(), &(*title).into());
    button
}

/// Takes back the notes of that name.
pub fn withdraw(tag: &'static str) {
    spawn_local(async move {
        let Some(registration) = offline::registered().await else { return };
        let Ok(asked) = registration.get_notifications() else { return };
        let shown = JsFuture::from(asked).await.unwrap_or_default();
        for note in shown.dyn_into::<Array>().unwrap_or_default().iter() {
            let note: Notification = note.unchecked_into();
            if note.tag().as_deref() == Some(tag) {
                note.close();
            }
        }
    });
}

/// Calls `then` with what stands for the button that was pressed on a note, or nothing for the note
/// itself, for as long as the page is there.
pub fn on_press(then: impl Fn(&str) + 'static) {
    let Some(container) = offline::container() else { return };
    let listener = EventListener::new(&container, "message", move |event| {
        let told = event.unchecked_ref::<MessageEvent>().data();
        if let Some(action) = told.as_string().as_deref().and_then(|it| it.strip_prefix(PRESSED)) {
            then(action);
        }
    });
    listener.forget();
}

/// What the service worker puts before the button's name.
const PRESSED: &str = "pressed ";
