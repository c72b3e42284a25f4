//! One screen per route.

mod about;
mod breaks;
mod breathe;
mod check;
mod data;
mod done;
mod floating;
mod history;
mod install;
mod learn;
mod making;
mod movement;
mod movements;
mod muscle;
mod muscles;
mod own;
mod player;
mod progress;
mod questions;
mod routine;
mod routines;
mod safety;
mod settings;
mod today;

use crate::app::route::Route;
use crate::ui::parts::fixed;
use crate::view::Element;
pub use player::player;

/// The screen of a route within the frame. The player has none: it fills the page.
pub fn page(route: &Route) -> Vec<Element> {
    match route {
        Route::Today | Route::Session => today::today(),
        Route::Routines => routines::routines(),
        Route::Own(number) => own::own(*number),
        Route::OwnChange(number) => own::own_change(*number),
        Route::Shared(link) => own::shared(link),
        Route::Making => making::making(),
        Route::Routine(id) => routine::routine(id),
        Route::Movements => movements::movements(None),
        Route::MovementsFor(id) => movements::movements(Some(id)),
        Route::Muscles => vec![fixed(muscles::muscles())],
        Route::Muscle(id) => muscle::muscle(id),
        Route::Movement(id) => movement::movement(id),
        Route::MovementChange(id) => own::own_movement_change(id),
        Route::Learn => learn::learn(),
        Route::LearnPage(id) => learn::page(id),
        Route::Glossary => learn::glossary(),
        Route::Sources => learn::sources(),
        Route::Done => done::done(),
        Route::Progress => progress::progress(),
        Route::Tests => progress::tests(),
        Route::Report => progress::report(),
        Route::History => history::history(),
        Route::Settings => settings::settings(),
        Route::Breathe => breathe::breathe(),
        Route::Breaks => breaks::breaks(),
        Route::Data => data::data(),
        Route::Safety => vec![fixed(safety::safety())],
        Route::Questions(page) => questions::questions(*page),
        Route::Check => check::check(),
        Route::About => vec![fixed(about::about())],
    }
}
