//! Settings that the page itself follows.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::settings::{Settings, Theme};

/// Has the page look as the person chose, now and whenever that changes.
pub(super) fn follow_theme(settings: RwSignal<Settings>) {
    let theme = Memo::new(move |_| settings.with(|it| it.theme));
    Effect::new(move |_| page::set_root_attribute("data-theme", attribute(theme.get())));
}

const fn attribute(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}
