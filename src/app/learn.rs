//! The pages to read. They come when someone first looks at one.

use leptos::prelude::*;

use super::shared::Shared;
use crate::browser::fetch;
use crate::words::LearnTexts;

/// The file beside the page.
const FILE: &str = "learn.json";

pub type Learn = Shared<Shelf>;

pub struct Shelf {
    pub state: RwSignal<State>,
}

#[derive(Clone, Copy)]
pub enum State {
    /// Nobody has looked yet.
    Closed,
    Loading,
    There(&'static LearnTexts),
    Failed,
}

impl Learn {
    pub(super) fn create() -> Self {
        Shared::new(Shelf { state: RwSignal::new(State::Closed) })
    }

    /// Fetches them, unless they are there or on their way.
    pub fn load(self) {
        if matches!(self.state.get_untracked(), State::Loading | State::There(_)) {
            return;
        }
        self.state.set(State::Loading);
        fetch::text(FILE, move |text| {
            // They are read once, and stay.
            let texts = text.and_then(|text| LearnTexts::read(text.leak()).ok());
            let texts = texts.map(|texts| &*Box::leak(Box::new(texts)));
            self.state.set(texts.map_or(State::Failed, State::There));
        });
    }

    /// The pages, once they are there.
    #[must_use]
    pub fn texts(self) -> Option<&'static LearnTexts> {
        match self.state.get() {
            State::There(texts) => Some(texts),
            State::Closed | State::Loading | State::Failed => None,
        }
    }
}
