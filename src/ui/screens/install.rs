//! Having the app as an app of its own: what is to press here, or where the browser has it.

use leptos::prelude::*;
use maud::html;

use crate::app::App;
use crate::app::install::Way;
use crate::app::route::Route;
use crate::ui::parts::{Icon, button, changing, group};
use crate::view::Element;
use crate::words::words;

pub fn section(app: App) -> Element {
    let install = app.install;
    let (words, pages) = (&words().install, &words().pages);
    let how = move || {
        let way = install.way.get();
        html! {
            h2 { (words.title) }
            @match way {
                Way::Installed => p { (words.installed) },
                Way::Button => p { (words.why) },
                Way::Menu => { p { (words.why) } p class="quiet" { (words.menu) } },
                Way::ShareMenu => {
                    p { (words.why) }
                    ol class="steps" {
                        li { span { (words.share) (Icon::Share.markup()) } }
                        li { span { (words.add) (Icon::Add.markup()) } }
                    }
                    p { (words.starts_empty) }
                    a class="quiet-button" href=(Route::Data) { (pages.data) }
                },
            }
        }
    };
    let ask = button("quiet-button", words.button, move || install.ask());
    let ask = ask.shown_while(move || install.way.get() == Way::Button);
    group("settings", vec![changing(how), ask])
}
