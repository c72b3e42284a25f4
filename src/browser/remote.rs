//! What shows of a session on the lock screen, and the buttons there and on a headset.
//!
//! web-sys has this API only behind an unstable flag, so what is used of it is bound here.

use std::time::Duration;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type RemoteNavigator;
    #[wasm_bindgen(method, getter, js_name = mediaSession)]
    fn media_session(this: &RemoteNavigator) -> Option<MediaSession>;
    #[wasm_bindgen(method, getter, js_name = audioSession)]
    fn audio_session(this: &RemoteNavigator) -> Option<Object>;

    type MediaSession;
    #[wasm_bindgen(method, setter)]
    fn set_metadata(this: &MediaSession, metadata: &MediaMetadata);
    #[wasm_bindgen(method, setter, js_name = playbackState)]
    fn set_playback_state(this: &MediaSession, state: &str);
    #[wasm_bindgen(method, catch, js_name = setActionHandler)]
    fn set_action_handler(
        this: &MediaSession,
        action: &str,
        then: &Function,
    ) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = setPositionState)]
    fn set_position_state(this: &MediaSession, state: &Object) -> Result<(), JsValue>;

    type MediaMetadata;
    #[wasm_bindgen(constructor)]
    fn new(content: &Object) -> MediaMetadata;
}

/// A button on the lock screen or a headset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    Play,
    Pause,
    Next,
    Previous,
}

const BUTTONS: [(&str, Button); 4] = [
    ("play", Button::Play),
    ("pause", Button::Pause),
    ("nexttrack", Button::Next),
    ("previoustrack", Button::Previous),
];

/// How the app's sound goes together with that of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Other apps play on.
    Mixes,
    /// Other apps fall silent, and the sound goes on while the screen is off.
    Alone,
}

/// Says how our sound goes together with others; Safari asks, other browsers decide by themselves.
/// <https://w3c.github.io/audio-session/>
pub fn set_company(company: Company) {
    let kind = match company {
        Company::Mixes => "ambient",
        Company::Alone => "playback",
    };
    if let Some(session) = navigator().and_then(|it| it.audio_session()) {
        let _ = Reflect::set(&session, &"type".into(), &kind.into());
    }
}

/// Calls `then` at each press of a button, for as long as the page is there.
pub fn follow(then: impl Fn(Button) + Clone + 'static) {
    let Some(session) = navigator().and_then(|it| it.media_session()) else { return };
    for (name, button) in BUTTONS {
        let then = then.clone();
        let pressed = Closure::<dyn Fn()>::new(move || then(button)).into_js_value();
        // A browser refuses the buttons that it does not have.
        let _ = session.set_action_handler(name, pressed.unchecked_ref());
    }
}

/// Shows what is going on: three lines and the app's picture.
pub fn show(lines: [&str; 3]) {
    let Some(session) = navigator().and_then(|it| it.media_session()) else { return };
    let content = Object::new();
    for (name, line) in ["title", "artist", "album"].into_iter().zip(lines) {
        let _ = Reflect::set(&content, &name.into(), &line.into());
    }
    let picture = Object::new();
    for (name, value) in [("src", "icons/512.png"), ("sizes", "512x512"), ("type", "image/png")] {
        let _ = Reflect::set(&picture, &name.into(), &value.into());
    }
    let _ = Reflect::set(&content, &"artwork".into(), &Array::of1(&picture));
    session.set_metadata(&MediaMetadata::new(&content));
}

/// Shows how far it is of `whole`, from where the lock screen counts on while it runs.
pub fn show_position(position: Duration, whole: Duration) {
    let Some(session) = navigator().and_then(|it| it.media_session()) else { return };
    let state = Object::new();
    let position = position.min(whole);
    for (name, length) in [("duration", whole), ("position", position)] {
        let _ = Reflect::set(&state, &name.into(), &length.as_secs_f64().into());
    }
    // Browsers that show no position have no such method.
    let _ = session.set_position_state(&state);
}

/// Shows whether it runs.
pub fn show_running(is_running: bool) {
    if let Some(session) = navigator().and_then(|it| it.media_session()) {
        session.set_playback_state(if is_running { "playing" } else { "paused" });
    }
}

fn navigator() -> Option<RemoteNavigator> {
    Some(web_sys::window()?.navigator().unchecked_into())
}
