//! The figures of all movements. They come right behind the app, which does not wait for them.

use std::time::Duration;

use leptos::prelude::*;

use super::for_good;
use super::shared::Shared;
pub use crate::browser::frames::Next;
use crate::browser::frames::{self, Frames};
use crate::browser::{events, fetch, page};
use crate::domain::figure::clip::{self, Clip};

/// The file beside the page.
const FILE: &str = "figures.json";

pub type Figures = Shared<Drawn>;

pub struct Drawn {
    clips: RwSignal<Vec<(String, Clip)>>,
    /// Whether the person wants little motion.
    is_calm: RwSignal<bool>,
}

impl Figures {
    pub(super) fn create() -> Self {
        let is_calm = RwSignal::new(page::wants_little_motion());
        for_good(events::on_motion(move || is_calm.set(page::wants_little_motion())));
        Shared::new(Drawn { clips: RwSignal::new(vec![]), is_calm })
    }

    /// Whether the person wants little motion. It follows what they want.
    #[must_use]
    pub fn is_calm(self) -> bool {
        self.is_calm.get()
    }

    /// Fetches them. Where they do not come, movements are told in words, as without them.
    pub(super) fn load(self) {
        fetch::text(FILE, move |text| {
            if let Some(clips) = text.and_then(|text| clip::read(&text).ok()) {
                self.clips.set(clips);
            }
        });
    }

    /// What `then` makes of the clip of a movement, once there is one. It follows their coming.
    pub fn with<T>(self, id: &str, then: impl FnOnce(&Clip) -> T) -> Option<T> {
        self.clips.with(|clips| {
            let found = clips.iter().find(|(known, _)| known == id);
            found.map(|(_, clip)| then(clip))
        })
    }
}

/// Calls `then` for frames on the screen with how long it has been going on, as often as that wants, until
/// what it gives is dropped.
pub fn each_frame(then: impl Fn(Duration) -> Next + 'static) -> Frames {
    frames::each(then)
}
