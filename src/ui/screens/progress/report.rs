//! A report to take along: one or two pages of what was done, of pain, of what the safety check knows, and of tests.

use leptos::prelude::*;
use maud::{Markup, html};

use super::pain::chart;
use super::today_felt;
use crate::app::report::Format;
use crate::app::route::Route;
use crate::app::{App, print};
use crate::domain::days::since;
use crate::domain::report::{Cell, Part, Report, Subject};
use crate::domain::trend::{Filter, When, readings};
use crate::ui::parts::{button, fixed, heading, section};
use crate::view::{Element, element};
use crate::words::words;

/// Of each table.
const MOST_ROWS: usize = 16;

pub fn report() -> Vec<Element> {
    let app = App::get();
    let words = &words().diary;
    let report = app.report(today_felt());
    let hint = html! { p class="quiet" { (words.report_hint) } };
    let ways = vec![
        button("main-button", words.report_print, print),
        save(app, words.report_table, Format::Table),
        save(app, words.report_json, Format::Json),
    ];
    vec![
        fixed(heading(words.report)),
        fixed(hint).attribute("data-screen", ""),
        element("div", "chips").attribute("data-screen", "").children(ways),
        element("article", "report markup").markup(page(app, &report)),
        fixed(html! { p { a class="quiet-button" href=(Route::Progress) { (words.title) } } })
            .attribute("data-screen", ""),
    ]
}

fn save(app: App, label: &str, format: Format) -> Element {
    button("quiet-button", label, move || app.save_report(today_felt(), format))
}

fn page(app: App, report: &Report) -> Markup {
    let words = &words().diary;
    html! {
        p class="quiet" { (words.by_whom) }
        p { strong { ((words.report_of)(report.from, report.to)) } }
        @for part in &report.parts {
            @if !part.cells.is_empty() { (section((words.report_part)(part.subject), &shown(app, report, part))) }
        }
    }
}

fn shown(app: App, report: &Report, part: &Part) -> Markup {
    let words = &words().diary;
    match part.subject {
        Subject::Sessions => {
            let (sessions, minutes) = part.sum();
            html! {
                p { ((words.sessions)(sessions, part.rows().count(), minutes)) }
                p { ((words.day_list)(&part.days())) }
            }
        }
        Subject::Pain => html! {
            (told(app, report))
            (table(part))
            p class="quiet" { (words.matters) }
        },
        Subject::Flares => html! { p { ((words.day_list)(&part.days())) } },
        Subject::Places
        | Subject::Flags
        | Subject::Hurts
        | Subject::Movements
        | Subject::Tests
        | Subject::Amount => table(part),
    }
}

/// A chart of what was told before sessions.
fn told(app: App, report: &Report) -> Markup {
    let words = &words().diary;
    // The average of the first day goes a week further back.
    let first = report.from.saturating_sub(time::Duration::WEEK);
    let before =
        app.history.with(|all| readings(since(all, first), When::Before, Filter::default()));
    html! {
        @if !before.is_empty() {
            (chart(&before, [report.from, report.to]))
            p class="quiet" { ((words.when_of)(When::Before)) ". " (words.chart_legend) }
        }
    }
}

/// The first rows: two pages hold no more of every table, and the files hold all.
fn table(part: &Part) -> Markup {
    let more = part.rows().count().saturating_sub(MOST_ROWS);
    let name = (words().diary.report_part)(part.subject);
    html! {
        div class="wide" tabindex="0" role="region" aria-label=(name) { table {
            thead { tr { @for column in part.columns { th scope="col" { (column) } } } }
            tbody {
                @for row in part.rows().take(MOST_ROWS) {
                    tr {
                        @for (place, it) in row.iter().enumerate() {
                            @if place == 0 { th scope="row" { (cell(it)) } } @else { td { (cell(it)) } }
                        }
                    }
                }
            }
        } }
        @if more > 0 { p class="quiet" { ((words().diary.more_rows)(more)) } }
    }
}

fn cell(cell: &Cell) -> String {
    let diary = &words().diary;
    match cell {
        Cell::Nothing => "–".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Day(day) => (diary.short_date)(*day),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => (diary.decimal)(*number),
    }
}
