//! One screen per route.

mod about;
mod done;
mod history;
mod movement;
mod movements;
mod player;
mod routine;
mod routines;
mod safety;
mod settings;
mod today;

use leptos::prelude::*;

use crate::app::route::Route;
pub use player::player;

/// The screen of a route within the frame. The player has none: it fills the page.
pub fn page(route: &Route) -> AnyView {
    match route {
        Route::Today | Route::Session => today::today().into_any(),
        Route::Routines => routines::routines().into_any(),
        Route::Routine(id) => routine::routine(id).into_any(),
        Route::Movements => movements::movements().into_any(),
        Route::Movement(id) => movement::movement(id).into_any(),
        Route::Done => done::done().into_any(),
        Route::History => history::history().into_any(),
        Route::Settings => settings::settings().into_any(),
        Route::Safety => safety::safety().into_any(),
        Route::About => about::about().into_any(),
    }
}

/// A page's heading, which the focus goes to when one turns to the page.
fn heading(text: impl IntoView) -> impl IntoView {
    view! { <h1 tabindex="-1">{text}</h1> }
}

/// A titled part of a page.
fn section(title: &'static str, content: impl IntoView + 'static) -> AnyView {
    view! {
        <section>
            <h2>{title}</h2>
            {content.into_any()}
        </section>
    }
    .into_any()
}

fn paragraph(text: &'static str) -> AnyView {
    view! { <p>{text}</p> }.into_any()
}

fn bullets<'a>(items: impl IntoIterator<Item = &'a str>) -> AnyView {
    let items: Vec<_> =
        items.into_iter().map(|item| view! { <li>{item.to_owned()}</li> }).collect();
    view! { <ul>{items}</ul> }.into_any()
}

/// Names with what stands for each.
fn table(rows: impl IntoIterator<Item = (String, String)>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
