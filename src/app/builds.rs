//! Keeps this build on the device, and offers a newer one once nobody is in a session.

use std::time::Duration;

use super::notices::Notice;
use super::{App, for_good};
use crate::browser::events::{self, Visibility};
use crate::browser::offline::{self, News};
use crate::browser::ticker;

/// The page has shown itself by then, and nothing that it waits for is on its way any more.
const AFTER_THE_START: Duration = Duration::from_secs(1);

impl App {
    /// Called once.
    pub(super) fn follow_builds(self) {
        for_good(ticker::after(AFTER_THE_START, move || {
            offline::keep(move |news| {
                self.notices.add(match news {
                    News::Kept => Notice::WorksOffline,
                    News::Newer => Notice::NewerBuild,
                });
            });
        }));
        // An installed app may stay open for weeks; each return to it is a good moment to look.
        for_good(events::on_visibility(move |visibility| {
            if visibility == Visibility::Visible && !self.is_in_session() {
                offline::look_for_newer();
            }
        }));
    }
}

/// Loads the page again with the newer build.
pub fn take_newer() {
    offline::take_newer();
}
