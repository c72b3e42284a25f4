//! Whether and how the app can be installed here.

use std::cell::RefCell;

use leptos::prelude::*;

use super::shared::Shared;
use crate::browser::install::{self, InstallQuestion};

/// After how many sessions installing is worth a word.
const WORTH_IT_AFTER: usize = 3;

pub type Install = Shared<Installing>;

pub struct Installing {
    pub way: RwSignal<Way>,
    question: RefCell<Option<InstallQuestion>>,
}

/// How one installs the app here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is.
    Installed,
    /// A press of a button brings up the browser's own question.
    Button,
    /// By the browser's share menu.
    ShareMenu,
    /// By the browser's own menu, if at all.
    Menu,
}

impl Install {
    pub(super) fn create() -> Self {
        let way = match (install::is_installed(), install::is_by_hand()) {
            (true, _) => Way::Installed,
            (false, true) => Way::ShareMenu,
            (false, false) => Way::Menu,
        };
        let installing =
            Shared::new(Installing { way: RwSignal::new(way), question: RefCell::default() });
        let offered = move |question| {
            installing.question.replace(Some(question));
            installing.way.set(Way::Button);
        };
        install::follow(offered, move || installing.way.set(Way::Installed));
        installing
    }

    /// Has the browser ask whether to install. Call it within a press of a button.
    pub fn ask(self) {
        if let Some(question) = self.question.take() {
            question.ask();
        }
        // It asks once; its own menu stays.
        self.way.set(Way::Menu);
    }

    /// Whether to bring it up after so many sessions.
    #[must_use]
    pub fn is_worth_a_word(self, sessions: usize) -> bool {
        sessions == WORTH_IT_AFTER && matches!(self.way.get(), Way::Button | Way::ShareMenu)
    }
}
