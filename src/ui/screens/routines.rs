//! Routines: all of them, by where they are done.

use maud::{Markup, html};

use super::own::owns;
use crate::app::App;
use crate::app::library::library;
use crate::app::route::Route;
use crate::domain::catalogue::Setting;
use crate::ui::parts::{fixed, heading, routine_row, rows, section};
use crate::view::Element;
use crate::words::words;

pub fn routines() -> Vec<Element> {
    let title = html! {
        (heading(words().pages.routines))
        p { a class="quiet-button" href=(Route::Making) { (words().making.title) } }
    };
    let ready = html! {
        @for setting in [Setting::Floor, Setting::Desk, Setting::Anywhere] {
            (section((words().common.setting)(setting), &routines_for(setting)))
        }
    };
    vec![fixed(title), owns(App::get()), fixed(ready)]
}

fn routines_for(setting: Setting) -> Markup {
    let routines = library().catalogue.routines.iter().filter(|it| it.setting == setting);
    rows(&routines.map(routine_row).collect::<Vec<_>>())
}
