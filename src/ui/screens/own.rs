//! Routines of one's own: the list of them, and the page of one.

mod change;
mod movement;
mod shared;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::library::library;
use crate::app::own::{OpenError, copy};
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::fitting::Fitted;
use crate::domain::own::{Name, Own};
use crate::domain::plan::Plan;
use crate::ui::parts::{
    button, changing, closed_card, fitted_rows, fixed, group, heading, pain_before, printable,
    rows, square_code, way_back,
};
use crate::view::{Element, element};
use crate::words::words;
pub use change::own_change;
pub use movement::{deleted_movement, new_movement, own_movement, own_movement_change};
pub use shared::shared;

pub fn own(number: u32) -> Vec<Element> {
    let app = App::get();
    let Some(own) = untrack(|| app.own(number)) else { return vec![] };
    let words = words();
    let has_any =
        move || app.own(number).is_some_and(|it| !app.fitted_own(&it).portions.is_empty());
    let is_open = move || app.check.closed().is_none() && has_any();
    let start = vec![
        changing(move || html! { @if let Some(own) = app.own(number) { (total(app, &own)) } }),
        button("main-button", words.common.start, move || app.begin_own(number))
            .shown_while(is_open),
        pain_before(app).shown_while(is_open),
        closed_card(app),
        fixed(
            html! { p { a class="quiet-button" href=(Route::OwnChange(number)) { (words.own.change) } } },
        ),
    ];
    let held = move || app.own(number).map_or_else(|| html! {}, |own| steps(app, &own));
    let fitted = move || app.own(number).map_or_else(Fitted::default, |own| app.fitted_own(&own));
    let mut parts = vec![
        fixed(html! { p class="overline" { (words.own.title) } (heading(own.name.as_str())) }),
        group("card start", start),
        changing(held),
    ];
    parts.extend(printable(own.name.as_str().to_owned(), fitted));
    parts.push(share(app, number));
    parts.push(button("quiet-button danger", words.own.delete, move || app.delete_own(number)));
    parts
}

/// How long it takes this person.
fn total(app: App, own: &Own) -> Markup {
    let words = words();
    let plan = Plan::build(&library().catalogue, &app.own_recipe(own));
    html! {
        p class="total" {
            @match plan {
                Ok(plan) => strong { ((words.common.length)(plan.total())) },
                Err(_) if own.steps.is_empty() => (words.own.empty),
                Err(error) => ((words.notices.no_plan)(&error)),
            }
        }
    }
}

/// What it is for this person.
fn steps(app: App, own: &Own) -> Markup {
    fitted_rows(&app.fitted_own(own), |_| (false, None))
}

/// The link, to be copied by a press or by hand.
fn share(app: App, number: u32) -> Element {
    let words = &words().own;
    let copied = RwSignal::new(None);
    let link = move || untrack(|| app.own(number)).map(|own| app.link_to(&own)).unwrap_or_default();
    let press = move || copy(&link(), move |is_there| copied.set(Some(is_there)));
    let told = move || {
        html! {
            p role="status" {
                @match copied.get() {
                    Some(true) => (words.copied),
                    Some(false) => (words.not_copied),
                    None => {},
                }
            }
        }
    };
    let field =
        element("input", "link").attribute("readonly", "").attribute("aria-label", words.link);
    field.set_value(&link());
    let is_any = move || app.own(number).is_some_and(|own| !own.steps.is_empty());
    let title = fixed(html! { h2 { (words.share) } p class="quiet" { (words.share_hint) } });
    let is_shown = RwSignal::new(false);
    let code = move || html! { @if is_shown.get() { (coded(&link())) } };
    let save = move || {
        if let Some(own) = untrack(|| app.own(number)) {
            app.save_own(&own);
        }
    };
    let parts = vec![
        title,
        field,
        button("quiet-button", words.copy, press),
        changing(told),
        button("quiet-button", words.code, move || is_shown.set(true)),
        changing(code),
        button("quiet-button", words.save, save),
    ];
    group("settings", parts).shown_while(is_any)
}

/// The link as a QR code, unless it is too long for one.
fn coded(link: &str) -> Markup {
    let words = &words().own;
    let code = square_code(link, words.code_name);
    html! { @if code.0.is_empty() { p { (words.no_code) } } @else { (code) } }
}

/// Those that there are, and the way to one more.
pub fn owns(app: App) -> Element {
    let words = &words().own;
    let row = |own: &Own| {
        html! { a class="row" href=(Route::Own(own.number)) { span class="row-text" { span class="row-name" { (own.name.as_str()) } } } }
    };
    let all = move || {
        let rows: Vec<_> = app.owns.with(|owns| owns.all.iter().map(row).collect());
        html! { h2 { (words.title) } @if !rows.is_empty() { (self::rows(&rows)) } }
    };
    let build = move || {
        if let Ok(name) = Name::parse(words.new_name) {
            Route::OwnChange(app.add_own(name, vec![])).go();
        }
    };
    let deleted = move || app.deleted_owns.last(|(_, own)| (words.removed)(own.name.as_str()));
    let undo = move || {
        app.undo_delete_own();
        app::go_to_heading();
    };
    let refused = RwSignal::new(None);
    let open = move || app::own::open(move |error| refused.set(Some(error)));
    let told = move || {
        html! { p role="status" { @if let Some(error) = refused.get() { (not_opened(&error)) } } }
    };
    let ways =
        vec![button("quiet-button", words.build, build), button("quiet-button", words.open, open)];
    group(
        "settings",
        vec![
            changing(all),
            way_back(deleted, undo),
            element("div", "chips").children(ways),
            changing(told),
        ],
    )
}

fn not_opened(error: &OpenError) -> String {
    let (words, data) = (&words().own, &words().data);
    match error {
        OpenError::NoFile => data.no_file.to_owned(),
        OpenError::TooLong => data.too_long.to_owned(),
        OpenError::Refused(error) => (words.file_error)(error),
    }
}
