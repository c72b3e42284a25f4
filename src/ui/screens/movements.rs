//! Movements: all of them, found by what one would call them, or by a muscle.

use leptos::prelude::*;
use maud::{Markup, html};

use super::learn;
use super::own::{deleted_movement, new_movement};
use crate::app::App;
use crate::app::library::anatomy;
use crate::app::route::Route;
use crate::app::search;
use crate::domain::catalogue::Structure;
use crate::ui::parts::{
    body_map, changing, fixed, heading, labelled, movement_row, rows, rows_for, section,
};
use crate::view::{Element, element};
use crate::words::words;

/// All movements, or those for the structure with the id `muscle`.
pub fn movements(muscle: Option<&str>) -> Vec<Element> {
    let structure = muscle.and_then(|id| anatomy().structure(id));
    let query = RwSignal::new(String::new());
    let found = move || {
        // Movements of one's own come and go with them.
        App::get().owns.track();
        query.with(|query| {
            let pages = if query.trim().is_empty() { vec![] } else { learn::found(query) };
            html! {
                (listed(&found(query, structure)))
                @if !pages.is_empty() { (section(words().learn.found, &rows(&pages))) }
            }
        })
    };
    vec![
        fixed(title(structure)),
        search_field(query),
        by_muscle(structure),
        fixed(ways_on(structure)),
        deleted_movement(App::get()),
        changing(found),
        new_movement(App::get(), words().own.add_movement, |_| {}),
    ]
}

fn title(structure: Option<&Structure>) -> Markup {
    let words = words();
    let Some(structure) = structure else { return heading(words.pages.movements) };
    let text = anatomy().text(structure.id);
    html! {
        p class="overline" { (text.plain) }
        (heading(&(words.anatomy.movements_for)(text.name)))
    }
}

/// The rows of those that `query` finds.
fn found(query: &str, structure: Option<&Structure>) -> Vec<Markup> {
    let found = search::movements(query);
    match structure {
        Some(structure) => rows_for(structure, found),
        None => found.into_iter().map(movement_row).collect(),
    }
}

fn listed(found: &[Markup]) -> Markup {
    let words = &words().movement;
    html! {
        p class="quiet" role="status" { ((words.found)(found.len())) }
        @if found.is_empty() { p { (words.none_found) } } @else { (rows(found)) }
    }
}

/// The body to point at, folded away: it is drawn when someone opens it.
fn by_muscle(structure: Option<&'static Structure>) -> Element {
    let is_open = RwSignal::new(false);
    let body = move || html! { @if is_open.get() { (muscles(structure)) } };
    let title = element("summary", "").markup(html! { (words().anatomy.find) });
    element("details", "find-on-body")
        .children(vec![title, changing(body)])
        .on("toggle", move || is_open.set(true))
}

fn muscles(structure: Option<&Structure>) -> Markup {
    let is_at = |it: &Structure| structure.is_some_and(|at| at.id == it.id);
    html! {
        (body_map(structure.map(|it| it.id), |id| Route::MovementsFor(id.to_owned())))
        ul class="chips" {
            @for it in &anatomy().structures {
                li {
                    a class="quiet-button" href=(Route::MovementsFor(it.id.to_owned()))
                        aria-current=[is_at(it).then_some("true")] {
                        (anatomy().text(it.id).name)
                    }
                }
            }
        }
    }
}

/// The way back to all movements, or on to the muscle itself.
fn ways_on(structure: Option<&Structure>) -> Markup {
    let words = words();
    html! {
        p class="chips" {
            @if let Some(structure) = structure {
                a class="quiet-button" href=(Route::Movements) { (words.anatomy.all) }
                a class="quiet-button" href=(Route::Muscle(structure.id.to_owned())) { (words.anatomy.about) }
            } @else {
                a class="quiet-button" href=(Route::Muscles) { (words.anatomy.learn) }
                a class="quiet-button" href=(Route::Breathe) { (words.breathe.title) }
            }
        }
    }
}

fn search_field(query: RwSignal<String>) -> Element {
    let words = &words().movement;
    let field = element("input", "")
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("placeholder", words.search_hint);
    let typed = field.clone();
    let field = field.on("input", move || query.set(typed.value()));
    labelled("search", words.search, field)
}
