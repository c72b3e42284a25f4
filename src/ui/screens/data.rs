//! Your data: what is kept, as a whole. Into a file and out of one, how safe it is, and away with it.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::data::{Offer, forgets_after_a_week};
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::backup::{Preview, SettingsChoice};
use crate::ui::parts::{button, changing, fixed, go_to_way_back, group, heading, switch, way_back};
use crate::view::Element;
use crate::words::words;

pub fn data() -> Vec<Element> {
    let app = App::get();
    let words = words();
    let lead = html! { (heading(words.pages.data)) p { (words.data.lead) } };
    vec![fixed(lead), backup(app), restore(app), table(app), safe(app), delete(app)]
}

fn section(title: &str, hint: &str) -> Element {
    fixed(html! { h2 { (title) } p class="quiet" { (hint) } })
}

fn backup(app: App) -> Element {
    let words = &words().data;
    let last = move || {
        let last = app.data.last_backup.get();
        let is_overdue = app.history.with(|records| app.data.is_overdue(records));
        html! {
            p {
                (last.map_or(words.never.to_owned(), |last| (words.last)(days_since(last))))
                @if is_overdue { " " (words.overdue) }
            }
        }
    };
    let save = button("main-button", words.save, move || app.save_backup());
    group("settings", vec![section(words.backup, words.backup_hint), changing(last), save])
}

fn days_since(then: time::OffsetDateTime) -> i64 {
    let days = (app::now().date() - then.date()).whole_days();
    days.max(0)
}

fn restore(app: App) -> Element {
    let words = &words().data;
    let choose = button("quiet-button", words.choose, move || app.choose_backup());
    let takes_settings = RwSignal::new(false);
    // Where nothing is here yet, this is the move to a new device, and settings are to come along.
    let chosen = move || {
        let has_settings = app
            .data
            .offer
            .with(|offer| matches!(offer, Some(Offer::Preview(it)) if it.has_settings));
        takes_settings.set(app.history.with_untracked(Vec::is_empty));
        has_settings
    };
    let has_settings = Memo::new(move |_| chosen());
    let settings = switch(
        words.take_settings,
        "",
        move || takes_settings.get(),
        move |on| takes_settings.set(on),
    )
    .shown_while(move || has_settings.get());
    let take = move || {
        let choice = if has_settings.get_untracked() && takes_settings.get_untracked() {
            SettingsChoice::Take
        } else {
            SettingsChoice::Keep
        };
        app.restore(choice);
    };
    let offered = group(
        "card",
        vec![
            changing(move || app.data.offer.with(|offer| offer.as_ref().map_or(html! {}, told))),
            settings,
            button("main-button", words.take, take).shown_while(move || is_preview(app)),
            button("quiet-button", words.leave, move || app.leave_backup())
                .shown_while(move || is_preview(app)),
        ],
    );
    let offered = offered
        .attribute("role", "status")
        .shown_while(move || app.data.offer.with(Option::is_some));
    group("settings", vec![section(words.restore, words.restore_hint), choose, offered])
}

fn is_preview(app: App) -> bool {
    app.data.offer.with(|offer| matches!(offer, Some(Offer::Preview(_))))
}

fn told(offer: &Offer) -> Markup {
    let words = &words().data;
    match offer {
        Offer::Preview(preview) => previewed(preview),
        Offer::NoFile => html! { p { (words.no_file) } },
        Offer::TooLong => html! { p { (words.too_long) } },
        Offer::Refused(error) => html! { p { ((words.refused)(*error)) } },
        Offer::Done(0) => html! { p { (words.nothing_new) } },
        Offer::Done(count) => html! { p { ((words.restored)(*count)) } },
    }
}

fn previewed(preview: &Preview) -> Markup {
    let words = &words().data;
    html! {
        h3 { ((words.file_of)(preview.made.date())) }
        p { ((words.brings)(preview.sessions, preview.new)) }
        @if let Some((first, last)) = preview.days { p class="quiet" { ((words.days)(first, last)) } }
        @if preview.has_more { p { (words.brings_more) } }
        @if preview.has_open_session { p { (words.brings_session) } }
        @if preview.unreadable > 0 { p { ((words.unreadable)(preview.unreadable)) } }
    }
}

fn table(app: App) -> Element {
    let words = &words().data;
    let save = button("quiet-button", words.save_table, move || app.save_table());
    group("settings", vec![section(words.table, words.table_hint), save])
}

fn safe(app: App) -> Element {
    let words = words();
    app.data.look_after();
    let said = move || {
        let is_promised = app.data.is_promised.get();
        html! {
            h2 { (words.data.safe) }
            @match is_promised {
                Some(true) => p { (words.data.promised) },
                Some(false) => p { (words.data.not_promised) },
                None => {},
            }
            @if forgets_after_a_week() {
                p { (words.data.week_rule) " " a href=(Route::Settings) { (words.install.title) } }
            }
        }
    };
    let ask = button("quiet-button", words.data.ask, move || app.data.ask_for_promise());
    let ask = ask.shown_while(move || app.data.is_promised.get() == Some(false));
    let has_news = move || app.data.is_promised.get().is_some() || forgets_after_a_week();
    group("settings", vec![changing(said), ask]).shown_while(has_news)
}

fn delete(app: App) -> Element {
    let words = &words().data;
    let is_deleted = move || app.data.can_undo.get();
    let delete = button("quiet-button danger", words.delete_all, move || {
        app.delete_all();
        go_to_way_back();
    });
    let delete = delete.attribute("id", "delete-all").shown_while(move || !is_deleted());
    let undo = way_back(
        move || is_deleted().then(|| words.deleted.to_owned()),
        move || {
            app.undo_delete();
            app::go_to("#delete-all".to_owned());
        },
    );
    let parts = vec![section(words.delete, words.delete_hint), undo, delete];
    group("settings", parts)
}
