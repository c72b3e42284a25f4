//! What to do after something ended a session, until it has been read.

use leptos::prelude::*;
use maud::html;

use super::{button, changing, group};
use crate::app::App;
use crate::app::route::Route;
use crate::view::Element;
use crate::words::words;

pub fn advice_card(app: App) -> Element {
    let words = words();
    let advice = app.check.advice;
    let text = move || {
        html! {
            @if let Some(hurt) = advice.get() {
                h2 { (words.hurts.stopped) }
                p { ((words.hurts.advice)(hurt)) }
                p { a href=(Route::Safety) { (words.hurts.signs) } }
            }
        }
    };
    let parts = vec![
        changing(text),
        button("quiet-button", words.hurts.understood, move || advice.set(None)),
    ];
    group("card for-you", parts).shown_while(move || advice.get().is_some())
}
