//! Shows. Screens, one per route, and the parts that they share.

mod parts;
mod screens;

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::{self, App};
use crate::words::words;
use parts::{header, navigation, notice_bar};

/// The whole app. In place of the frame that the page showed meanwhile, whose Start counts.
#[must_use]
pub fn limber() -> AnyView {
    let app = App::start();
    read_each_page(app);
    if app::take_over_from_shell() && !app.player.is_on() {
        app.begin(app.suggestion().routine, 0, vec![]);
    }
    let is_playing = Memo::new(move |_| app.route.get() == Route::Session);
    view! {
        <button type="button" class="skip" on:click=|_| app::go_to_heading()>
            {words().pages.skip_to_content}
        </button>
        {notice_bar()}
        {move || {
            if is_playing.get() {
                screens::player()
            } else {
                view! {
                    <div class="frame">
                        {header()}
                        {navigation()}
                        <main tabindex="0">{move || screens::page(&app.route.get())}</main>
                    </div>
                }
                .into_any()
            }
        }}
    }
    .into_any()
}

/// A page one has turned to has its title shown and its heading read; the first one is left alone.
fn read_each_page(app: App) {
    Effect::new(move |before: Option<()>| {
        let title = app.route.with(title);
        // After the new page is in place.
        request_animation_frame(move || app::turn_to(&title, before.is_some()));
    });
}

fn title(route: &Route) -> String {
    let (pages, name) = (&words().pages, words().name);
    let texts = &app::library::library().texts;
    let page = match route {
        Route::Today => return name.to_owned(),
        Route::Routines => pages.routines,
        Route::Routine(id) => &texts.routine(id).name,
        Route::Movements => pages.movements,
        Route::Movement(id) => &texts.movement(id).name,
        Route::Session => pages.session,
        Route::Done => words().done.title,
        Route::History => pages.history,
        Route::Settings => pages.settings,
        Route::Safety => pages.safety,
        Route::About => pages.about,
    };
    format!("{page} · {name}")
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
    }
}
