//! Shows. Screens, one per route, and the parts that they share.

mod parts;
mod screens;

use std::cell::Cell;

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::{self, App};
use crate::view::{Element, element, follow};
use crate::words::words;
use parts::{button, header, navigation, news_bar, notice_bar};

/// Shows the whole app, in place of the frame that the page showed meanwhile, whose Start counts.
pub fn limber() {
    let app = App::start();
    if let Some(ago) = app::take_over_from_shell() {
        app.begin_suggested(ago);
    }
    button("skip", words().pages.skip_to_content, app::go_to_heading).show();
    notice_bar().show();
    let page = move || vec![if app.is_playing.get() { screens::player() } else { frame(app) }];
    element("div", "page").following_children(page).show();
    read_each_page(app);
}

/// What is around every page but the player.
fn frame(app: App) -> Element {
    let page = move || screens::page(&app.route.get());
    let main = element("main", "").attribute("tabindex", "0").following_children(page);
    element("div", "frame").children(vec![header(), navigation(), main, news_bar()])
}

/// A page one has turned to has its title shown and its heading read; the first one is left alone.
fn read_each_page(app: App) {
    let has_turned = Cell::new(false);
    follow(move || {
        app.route.track();
        if has_turned.replace(true) {
            // After the new page is in place.
            request_animation_frame(app::go_to_heading);
        }
    });
    // Each time anew, and hidden pages have no frames.
    follow(move || {
        let title = app.route.with(title);
        let until_break = app.breaks.phase.get();
        let left = app.breaks.left.get();
        app::set_title(&(words().breaks.title)(until_break, left, &title));
    });
}

fn title(route: &Route) -> String {
    let (pages, name) = (&words().pages, words().name);
    let texts = &app::library::library().texts;
    let page = match route {
        Route::Today => return name.to_owned(),
        Route::Routines => pages.routines,
        Route::Making => words().making.title,
        Route::Own(_) | Route::OwnChange(_) | Route::Shared(_) => words().own.title,
        Route::Routine(id) => texts.routine(id).name,
        Route::Movements => pages.movements,
        Route::MovementsFor(id) => return format!("{} · {name}", movements_for(id)),
        Route::Muscles => pages.muscles,
        Route::Muscle(id) => app::library::anatomy().text(id).name,
        Route::Movement(id) => texts.movement_name(id).unwrap_or(pages.movements),
        Route::MovementChange(_) => words().own.movement,
        Route::Learn => pages.learn,
        Route::LearnPage(id) => app::App::get()
            .learn
            .texts()
            .and_then(|texts| texts.page(id))
            .map_or(pages.learn, |page| page.title),
        Route::Glossary => words().learn.glossary,
        Route::Sources => words().learn.sources,
        Route::Session => pages.session,
        Route::Done => words().done.title,
        Route::Progress => pages.progress,
        Route::Tests => words().diary.tests,
        Route::Report => words().diary.report,
        Route::History => pages.history,
        Route::Settings => pages.settings,
        Route::Breathe => words().breathe.title,
        Route::Breaks => pages.breaks,
        Route::Data => pages.data,
        Route::Safety => pages.safety,
        Route::Questions(_) | Route::Check => words().check.name,
        Route::About => pages.about,
    };
    format!("{page} · {name}")
}

/// The movements for a structure of the body, in a title.
fn movements_for(id: &str) -> String {
    (words().anatomy.movements_for)(app::library::anatomy().text(id).name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_page_first() {
        assert_eq!(title(&Route::Today), "Limber");
        assert_eq!(
            title(&Route::Routine("article-five".to_owned())),
            "The five stretches · Limber"
        );
        assert_eq!(
            title(&Route::MovementsFor("calves".to_owned())),
            "Movements for the calves · Limber"
        );
    }
}
