//! A muscle's page: where it is, what it does, what is known of it and a sore back, the movements for it.

use maud::html;

use crate::app::library::{anatomy, library};
use crate::app::route::Route;
use crate::ui::parts::{body_map, changing, claims, fixed, heading, rows, rows_for, section};
use crate::view::Element;
use crate::words::words;

pub fn muscle(id: &str) -> Vec<Element> {
    let Some(structure) = anatomy().structure(id) else { return vec![] };
    let (text, words) = (anatomy().text(id), &words().anatomy);
    let told = html! {
        p class="overline" { (text.plain) }
        (heading(text.name))
        (body_map(Some(id), |id| Route::Muscle(id.to_owned())))
        (section(words.place, &html! { p { (text.place) } }))
        (section(words.does, &html! { p { (text.does) } }))
        (section(words.known, &claims(&structure.known)))
    };
    let movements = move || {
        let found = rows_for(structure, library().catalogue.movements.iter().copied());
        html! {
            (section(words.movements, &rows(&found)))
            p class="quiet" { (words.source) }
            p { a href=(Route::Muscles) { (words.all_muscles) } }
        }
    };
    vec![fixed(told), changing(movements)]
}
