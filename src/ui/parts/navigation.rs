//! The way around: five places at the bottom of a phone or the side of a desk, and a corner that
//! never moves.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{Icon, changing};
use crate::app::App;
use crate::app::route::Route;
use crate::view::Element;
use crate::words::words;

/// The app's name and, in the corner, Safety and Settings.
pub fn header() -> Element {
    let route = App::get().route;
    changing(move || {
        let pages = &words().pages;
        let link = |to, icon, name| route.with(|at| place(at, &to, icon, name, "corner-link"));
        html! {
            header class="top" {
                a class="brand" href=(Route::Today) { (words().name) }
                nav class="corner" aria-label=(pages.corner) {
                    (link(Route::Safety, Icon::Safety, pages.safety))
                    (link(Route::Settings, Icon::Settings, pages.settings))
                }
            }
        }
    })
}

pub fn navigation() -> Element {
    let route = App::get().route;
    changing(move || {
        let pages = &words().pages;
        let link = |to, icon, name| route.with(|at| place(at, &to, icon, name, "place"));
        html! {
            nav class="places" aria-label=(pages.navigation) {
                (link(Route::Today, Icon::Today, pages.today))
                (link(Route::Routines, Icon::Routines, pages.routines))
                (link(Route::Movements, Icon::Movements, pages.movements))
                (link(Route::Learn, Icon::Learn, pages.learn))
                (link(Route::Progress, Icon::Progress, pages.progress))
            }
        }
    })
}

fn place(at: &Route, to: &Route, icon: Icon, name: &str, class: &str) -> Markup {
    let current = is_within(at, to).then_some("page");
    html! {
        a class=(class) href=(to) aria-current=[current] { (icon.markup()) span { (name) } }
    }
}

/// Whether `at` belongs to the place `place` leads to.
fn is_within(at: &Route, place: &Route) -> bool {
    match at {
        Route::Routine(_) => *place == Route::Routines,
        Route::Movement(_)
        | Route::MovementChange(_)
        | Route::MovementsFor(_)
        | Route::Muscles
        | Route::Muscle(_) => *place == Route::Movements,
        Route::History | Route::Tests | Route::Report => *place == Route::Progress,
        Route::LearnPage(_) | Route::Glossary | Route::Sources | Route::Breathe => {
            *place == Route::Learn
        }
        Route::Breaks | Route::Data => *place == Route::Settings,
        _ => at == place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_one_thing_belongs_to_the_place_of_its_list() {
        assert!(is_within(&Route::Routine("desk-5".to_owned()), &Route::Routines));
        assert!(is_within(&Route::Movement("sphinx".to_owned()), &Route::Movements));
        assert!(is_within(&Route::Muscle("calves".to_owned()), &Route::Movements));
        assert!(is_within(&Route::Breathe, &Route::Learn));
        assert!(is_within(&Route::Today, &Route::Today));
        assert!(!is_within(&Route::Safety, &Route::Today));
    }

    #[test]
    fn the_place_one_is_at_says_so() {
        let link = place(&Route::Today, &Route::Today, Icon::Today, "Today", "place").into_string();
        assert!(link.contains(r##"href="#/" aria-current="page""##), "{link}");
    }
}
