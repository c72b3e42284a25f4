//! A report to take along: one or two pages of what was done, of pain, of what the safety check knows, and of tests.

use leptos::prelude::*;
use maud::{Markup, html};

use super::pain::chart;
use super::{seconds, today_felt};
use crate::app::library::{check_texts, screening};
use crate::app::report::{self, Report, Row};
use crate::app::route::Route;
use crate::app::{App, print};
use crate::domain::catalogue::Level;
use crate::domain::days::since;
use crate::domain::measures::{Measure, Test};
use crate::domain::trend::{Change, Filter, When, change, readings, trend};
use crate::ui::parts::{button, facts, fixed, heading, section};
use crate::view::{Element, element};
use crate::words::words;

pub fn report() -> Vec<Element> {
    let app = App::get();
    let words = &words().diary;
    let report = app.report(today_felt());
    let head = html! { (heading(words.report)) p class="quiet" { (words.report_hint) } };
    let ways = vec![
        button("main-button", words.report_print, print),
        button("quiet-button", words.report_table, move || app.save_report(today_felt())),
        button("quiet-button", words.report_file, move || app.save_backup()),
    ];
    vec![
        fixed(head).attribute("data-screen", ""),
        element("div", "chips").attribute("data-screen", "").children(ways),
        element("article", "report markup").markup(page(app, &report)),
        fixed(html! { p { a class="quiet-button" href=(Route::Progress) { (words.title) } } })
            .attribute("data-screen", ""),
    ]
}

fn page(app: App, report: &Report) -> Markup {
    let words = &words().diary;
    let [sessions, pain, safety, movements, tests, set] = words.report_parts;
    html! {
        p class="quiet" { (words.by_whom) }
        p { strong { ((words.report_of)(report.from, report.to)) } }
        (section(sessions, &html! {
            p { ((words.sessions)(report.sessions, report.days, seconds(report.worked))) }
        }))
        (section(pain, &told(app, report)))
        (section(safety, &flags(app)))
        (section(movements, &done(&report.rows)))
        (section(tests, &results(app)))
        (section(set, &html! { p { (words.level) ": " (level(app)) } }))
    }
}

/// A row for each time of telling, and a chart of what was told before sessions.
fn told(app: App, report: &Report) -> Markup {
    let words = &words().diary;
    // The average of the first day goes a week further back.
    let first = report.from.saturating_sub(time::Duration::WEEK);
    let of = |when| app.history.with(|all| readings(since(all, first), when, Filter::default()));
    let before = of(When::Before);
    html! {
        @if !before.is_empty() { (chart(&before, [report.from, report.to])) }
        table {
            thead { tr { @for column in words.report_columns { th scope="col" { (column) } } } }
            tbody {
                @for when in When::ALL {
                    @let readings = of(when);
                    @let changed = change(&readings, report.from, report.to);
                    tr {
                        th scope="row" { ((words.when_of)(when)) }
                        @for number in ends(changed) { td { (number) } }
                        td { ((words.over_all)(trend(&readings, report.from, report.to))) }
                    }
                }
            }
        }
        p class="quiet" { (words.matters) }
    }
}

/// The averages of the first and of the last week with enough numbers.
fn ends(change: Change) -> [String; 2] {
    match change {
        Change::TooFew => ["–", "–"].map(ToOwned::to_owned),
        Change::Known(it) => [it.from, it.to].map(words().diary.decimal),
    }
}

/// What was ticked in the safety check, and when it was asked.
fn flags(app: App) -> Markup {
    let words = words();
    app.check.answers.with(|answers| match answers {
        None => html! { p { (words.diary.no_flags) } },
        Some(answers) => html! {
            @if answers.yes.is_empty() { p { (words.diary.no_flags) } }
            ul {
                @for place in answers.yes.places() {
                    @if let Some(it) = screening().questions.get(place) {
                        li { (check_texts().question(it.id)) }
                    }
                }
            }
            p class="quiet" { ((words.check.given_on)(answers.given.date())) }
        },
    })
}

fn done(rows: &[Row]) -> Markup {
    let words = &words().diary;
    html! {
        table {
            thead {
                tr {
                    th scope="col" { (words.mornings_columns[0]) }
                    th scope="col" { (words.history) }
                    @for column in words.side_columns { th scope="col" { (column) } }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { (row.name) }
                        td { (row.sessions) }
                        @for length in [row.left, row.right, row.both] {
                            td { (report::length(length)) }
                        }
                    }
                }
            }
        }
    }
}

fn results(app: App) -> Markup {
    let words = &words().diary;
    let line = |test: Test| {
        let (first, last) =
            app.diary.measures.with(|it| (it.of(test).next(), it.of(test).next_back()));
        let compared = app.diary.measures.with(|it| it.compared(test));
        let said = first.zip(last).zip(compared).map(|((first, last), compared)| {
            let at = |it: Measure| {
                format!("{}: {}", (words.short_date)(it.at.date()), (words.finding)(it.finding))
            };
            format!("{}; {}. {}", at(first), at(last), (words.compared)(compared))
        });
        ((words.test)(test), said.unwrap_or_default())
    };
    facts(&Test::ALL.map(line))
}

fn level(app: App) -> &'static str {
    let chosen: Option<Level> = app.settings.with(|it| it.level);
    chosen.map_or(words().routine.as_written, words().common.level)
}
