//! A routine that somebody else has built, in a link: it is looked at before anything is kept.

use maud::{Markup, html};

use super::{steps, total};
use crate::app::App;
use crate::app::route::Route;
use crate::domain::own::{LinkError, Linked, Own, read_link};
use crate::ui::parts::{button, changing, fixed, heading};
use crate::view::{Element, keep};
use crate::words::words;

pub fn shared(link: &str) -> Vec<Element> {
    match read_link(link) {
        Ok(linked) => preview(linked),
        Err(error) => vec![fixed(broken(&error))],
    }
}

fn broken(error: &LinkError) -> Markup {
    let words = words();
    html! {
        (heading(words.own.broken))
        p class="lead" { ((words.own.link_error)(error)) }
        a class="main-button" href=(Route::Today) { (words.done.home) }
    }
}

fn preview(linked: Linked) -> Vec<Element> {
    let (app, words) = (App::get(), &words().own);
    let (linked, looked_at) = app.look_at_linked(linked);
    keep(looked_at);
    // It has no number yet, and is nobody's.
    let own = Own { number: 0, name: linked.name.clone(), steps: linked.steps.clone() };
    let head = html! {
        p class="overline" { (words.shared) }
        (heading(own.name.as_str()))
        p class="quiet" { (words.shared_hint) }
        @if !linked.movements.is_empty() { p class="for-you" { (words.shared_movements) } }
    };
    let take = move || Route::Own(app.keep_linked(&linked)).replace();
    let looked_at = own.clone();
    vec![
        fixed(head),
        changing(move || total(app, &own)),
        button("main-button", words.keep, take),
        changing(move || steps(app, &looked_at)),
    ]
}
