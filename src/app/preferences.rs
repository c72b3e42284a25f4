//! Settings that the page itself follows.

use crate::browser::page;
use crate::domain::settings::Theme;

/// Has the page look as the person chose.
pub(super) fn show_theme(theme: Theme) {
    page::set_root_attribute("data-theme", attribute(theme));
}

const fn attribute(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    }
}
