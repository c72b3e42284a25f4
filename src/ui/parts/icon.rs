//! Icons: simple strokes on a 24 by 24 grid. They never speak alone; a word stands beside or behind.

use maud::{Markup, html};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Today,
    Routines,
    Movements,
    Settings,
    Safety,
    Close,
    SoundOn,
    SoundOff,
    Next,
    /// As iOS draws it.
    Share,
    Add,
    /// Three lines to drag by.
    Drag,
    Learn,
    Progress,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Today => "M4 11.5 12 5l8 6.5M6 10v9h12v-9",
            Self::Routines => "M5 7h14M5 12h14M5 17h9",
            Self::Movements => {
                "M12 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5 10l7-1 7 1M12 9v6l-4 6M12 15l4 6"
            }
            Self::Settings => "M5 8h8M17 8h2M15 6v4M5 16h2M11 16h8M9 14v4",
            Self::Safety => {
                "M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6l-7-2.5ZM12 9v6M9 12h6"
            }
            Self::Close => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::SoundOn => {
                "M5 10v4h3l4 3.5v-11L8 10H5ZM15.5 9.5a3.5 3.5 0 0 1 0 5M18 7a7 7 0 0 1 0 10"
            }
            Self::SoundOff => "M5 10v4h3l4 3.5v-11L8 10H5ZM16 10l4 4M20 10l-4 4",
            Self::Next => "M9.5 6l6 6-6 6",
            Self::Share => "M12 14V3.5M8.5 6.5 12 3l3.5 3.5M8 10H5.5v10.5h13V10H16",
            Self::Progress => "M5 19V9M10 19v-6M15 19V5M20 19v-9",
            Self::Learn => {
                "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5ZM12 6.5v13"
            }
            Self::Drag => "M6 8h12M6 12h12M6 16h12",
            Self::Add => "M5 4.5h14v15H5ZM12 8.5v7M8.5 12h7",
        }
    }

    pub fn markup(self) -> Markup {
        html! { svg class="icon" viewBox="0 0 24 24" aria-hidden="true" { path d=(self.path()) {} } }
    }
}
