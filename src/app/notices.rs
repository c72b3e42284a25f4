//! What the person is to be told, each thing once.

use std::cell::RefCell;

use leptos::prelude::*;

use super::shared::Shared;
use crate::domain::plan::PlanError;

/// Something that did not work, and what that means for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Nothing can be kept in this browser.
    StorageBlocked,
    StorageFull,
    /// What was found under a key could not be read; it is safe under another.
    SetAside {
        key: String,
    },
    /// What was found could not be read, nor put aside, so nothing is written there.
    Stuck {
        key: String,
    },
    /// A later version of the app has written here, so this one only reads.
    Newer {
        key: String,
    },
    SoundBlocked,
    ScreenMaySleep,
    /// The device has none that works offline.
    NoVoice,
    /// The one that the device has does not speak.
    VoiceFailed,
    /// A kept session is of a routine that is no more.
    LostSession,
    NoPlan(PlanError),
    NoSuchPage,
    /// Another tab leads a session.
    OtherTab,
    /// The browser has cleared what was kept, and this page still knows sessions.
    Cleared,
    /// The browser makes no file.
    NoFile,
    /// The app opens without a network from now on.
    WorksOffline,
    /// A newer build is there.
    NewerBuild,
}

/// The notices at hand, in the order in which they came up.
pub type Notices = Shared<Board>;

pub struct Board {
    pub shown: RwSignal<Vec<Notice>>,
    /// What has been said on this page, and is not said again.
    said: RefCell<Vec<Notice>>,
}

impl Notices {
    pub(super) fn empty() -> Self {
        Shared::new(Board { shown: RwSignal::default(), said: RefCell::default() })
    }

    pub(super) fn add(self, notice: Notice) {
        let is_new = !self.said.borrow().contains(&notice);
        if is_new || !notice.is_said_once() {
            self.said.borrow_mut().push(notice.clone());
            self.shown.update(|shown| {
                if !shown.contains(&notice) {
                    shown.push(notice);
                }
            });
        }
    }

    pub(super) fn on_error(self, result: Result<(), Notice>) {
        if let Err(notice) = result {
            self.add(notice);
        }
    }

    pub fn dismiss(self, notice: &Notice) {
        self.shown.update(|shown| shown.retain(|it| it != notice));
    }
}

impl Notice {
    /// Whether it is for later: nobody is to be drawn to it in a session.
    #[must_use]
    pub const fn can_wait(&self) -> bool {
        matches!(self, Self::WorksOffline | Self::NewerBuild | Self::NoVoice | Self::VoiceFailed)
    }

    /// Whether it is about the device, which will not be otherwise next time, and not about a wish.
    const fn is_said_once(&self) -> bool {
        !matches!(
            self,
            Self::NoPlan(_)
                | Self::NoSuchPage
                | Self::OtherTab
                | Self::Cleared
                | Self::NoFile
                | Self::NewerBuild
        )
    }
}
