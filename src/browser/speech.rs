//! The device's own voice. The least reliable of all abilities: it may be missing, mute or stuck, so
//! whatever it says is also shown and marked by a sound.
//!
//! Only voices that live on the device are used: others would send the text away, and fail offline.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::ticker::{self, Wake};
use crate::domain::voices::Voice;

/// `speak` straight after `cancel` is lost in some engines.
const AFTER_CANCEL: Duration = Duration::from_millis(60);
/// A slow voice takes about this long for a character; twice that means that it is stuck.
const PER_CHARACTER: Duration = Duration::from_millis(160);

/// Why nothing was said, as <https://webaudio.github.io/web-speech-api/#speechsynthesiserrorevent-attributes> has it. What
/// is taken back comes as an error too, and from older Safaris without a reason.
const FAILURES: [&str; 7] = [
    "audio-hardware",
    "network",
    "synthesis-unavailable",
    "synthesis-failed",
    "language-unavailable",
    "voice-unavailable",
    "not-allowed",
];

/// A voice that says one thing at a time.
pub struct Speech {
    synthesis: SpeechSynthesis,
    language: &'static str,
    current: RefCell<Option<Utterance>>,
}

/// What is being said. Some engines forget an utterance that nobody holds, and never end it.
struct Utterance {
    _words: Rc<SpeechSynthesisUtterance>,
    _error: EventListener,
    _start: Wake,
    _watchdog: Wake,
}

impl Speech {
    /// Voices for `language`, such as `en`; `None` where the browser has no speech at all.
    #[must_use]
    pub fn new(language: &'static str) -> Option<Self> {
        let synthesis = web_sys::window()?.speech_synthesis().ok()?;
        // Missing, it is an object that is undefined.
        let is_there = !wasm_bindgen::JsValue::from(&synthesis).is_undefined();
        is_there.then(|| {
            // Chromium goes on with what the page before this one said.
            synthesis.cancel();
            // Android's Chrome looks for its voices when it is first asked for them, which takes a while.
            let _ = synthesis.get_voices();
            Self { synthesis, language, current: RefCell::default() }
        })
    }

    /// Those on this device for the language. Lists fill late: ask again.
    #[must_use]
    pub fn voices(&self) -> Vec<Voice> {
        let described = |voice: SpeechSynthesisVoice| Voice {
            uri: voice.voice_uri(),
            name: voice.name(),
            language: voice.lang(),
            is_default: voice.default(),
        };
        self.list().map(described).collect()
    }

    /// Calls `then` whenever other voices are there, from now on.
    pub fn on_voices(&self, then: impl Fn() + 'static) {
        // Older Safaris have nothing to listen to here: a property does no harm there.
        let then = Closure::<dyn Fn()>::new(then).into_js_value();
        self.synthesis.set_onvoiceschanged(Some(then.unchecked_ref()));
    }

    /// Whether something is being said.
    #[must_use]
    pub fn is_speaking(&self) -> bool {
        self.synthesis.speaking()
    }

    /// Lets the voice speak later on. Phones want its first words within a press of a button.
    pub fn unlock(&self) {
        if let Ok(nothing) = SpeechSynthesisUtterance::new_with_text("") {
            nothing.set_volume(0.0);
            self.synthesis.speak(&nothing);
        }
    }

    /// Has `voice` say `text` in place of whatever is being said. Volume: 0 to 1. `failed` is called where the device
    /// does not speak.
    pub fn say(&self, text: &str, voice: &Voice, volume: f32, failed: impl Fn() + 'static) {
        self.hush();
        let voice = self.list().find(|it| it.voice_uri() == voice.uri);
        let words = SpeechSynthesisUtterance::new_with_text(text);
        let (Some(voice), Ok(words)) = (voice, words) else { return };
        words.set_lang(&voice.lang());
        words.set_voice(Some(&voice));
        words.set_volume(volume);
        let words = Rc::new(words);
        let error = EventListener::new(&words, "error", move |event| {
            if is_failure(event) {
                failed();
            }
        });
        let start = {
            let (synthesis, words) = (self.synthesis.clone(), Rc::clone(&words));
            ticker::after(AFTER_CANCEL, move || synthesis.speak(&words))
        };
        let longest = PER_CHARACTER * 2 * u32::try_from(text.len()).unwrap_or(100);
        let synthesis = self.synthesis.clone();
        let watchdog = ticker::after(AFTER_CANCEL + longest, move || synthesis.cancel());
        self.current.replace(Some(Utterance {
            _words: words,
            _error: error,
            _start: start,
            _watchdog: watchdog,
        }));
    }

    /// Stops speaking.
    pub fn hush(&self) {
        self.current.replace(None);
        self.synthesis.cancel();
    }

    fn list(&self) -> impl Iterator<Item = SpeechSynthesisVoice> {
        let all = self.synthesis.get_voices().to_vec().into_iter();
        let all = all.map(JsCast::unchecked_into::<SpeechSynthesisVoice>);
        all.filter(|voice| voice.local_service() && voice.lang().starts_with(self.language))
    }
}

fn is_failure(error: &Event) -> bool {
    let why = js_sys::Reflect::get(error, &"error".into()).ok().and_then(|it| it.as_string());
    why.is_some_and(|it| FAILURES.contains(&it.as_str()))
}
