//! Routines: all of them, by where they are done.

use maud::{Markup, html};

use crate::app::library::library;
use crate::app::route::Route;
use crate::domain::catalogue::Setting;
use crate::ui::parts::{heading, routine_row, rows, section};
use crate::words::words;

pub fn routines() -> Markup {
    html! {
        (heading(words().pages.routines))
        p { a class="quiet-button" href=(Route::Making) { (words().making.title) } }
        @for setting in [Setting::Floor, Setting::Desk, Setting::Anywhere] {
            (section((words().common.setting)(setting), &routines_for(setting)))
        }
    }
}

fn routines_for(setting: Setting) -> Markup {
    let routines = library().catalogue.routines.iter().filter(|it| it.setting == setting);
    rows(&routines.map(routine_row).collect::<Vec<_>>())
}
