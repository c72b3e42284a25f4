//! The way around: four places at the bottom of a phone or the side of a desk, and a corner that
//! never moves.

use leptos::prelude::*;

use super::Icon;
use crate::app::App;
use crate::app::route::Route;
use crate::words::words;

/// The app's name and, in the corner, Safety and Settings.
#[component]
pub fn Header() -> impl IntoView {
    let pages = &words().pages;
    view! {
        <header class="top">
            <a class="brand" href=Route::Today.to_string()>{words().name}</a>
            <nav class="corner" aria-label=pages.safety>
                {corner(Route::Safety, Icon::Safety, pages.safety)}
                {corner(Route::Settings, Icon::Settings, pages.settings)}
            </nav>
        </header>
    }
}

#[component]
pub fn Navigation() -> impl IntoView {
    let pages = &words().pages;
    let places = [
        (Route::Today, Icon::Today, pages.today),
        (Route::Routines, Icon::Routines, pages.routines),
        (Route::Movements, Icon::Movements, pages.movements),
        (Route::History, Icon::History, pages.history),
    ];
    view! {
        <nav class="places" aria-label=pages.navigation>
            {places.map(|(route, icon, name)| place(route, icon, name, "place")).into_iter().collect::<Vec<_>>()}
        </nav>
    }
}

fn corner(route: Route, icon: Icon, name: &'static str) -> AnyView {
    place(route, icon, name, "corner-link")
}

fn place(route: Route, icon: Icon, name: &'static str, class: &'static str) -> AnyView {
    let href = route.to_string();
    let at = App::get().route;
    let current = move || at.with(|at| is_within(at, &route)).then_some("page");
    view! {
        <a class=class href=href aria-current=current>
            {icon.into_render()}
            <span>{name}</span>
        </a>
    }
    .into_any()
}

/// Whether `at` belongs to the place `place` leads to.
fn is_within(at: &Route, place: &Route) -> bool {
    match at {
        Route::Routine(_) => *place == Route::Routines,
        Route::Movement(_) => *place == Route::Movements,
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
        assert!(is_within(&Route::Today, &Route::Today));
        assert!(!is_within(&Route::Safety, &Route::Today));
    }
}
