//! The muscles, on the body and as a list.

use maud::{Markup, html};

use crate::app::library::anatomy;
use crate::app::route::Route;
use crate::ui::parts::{body_map, heading, rows, structure_row};
use crate::words::words;

pub fn muscles() -> Markup {
    let words = words();
    let all: Vec<_> = anatomy().structures.iter().map(structure_row).collect();
    html! {
        (heading(words.pages.muscles))
        p class="lead" { (words.anatomy.intro) }
        (body_map(None, |id| Route::Muscle(id.to_owned())))
        (rows(&all))
        p class="quiet" { (words.anatomy.source) }
    }
}
