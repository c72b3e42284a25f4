//! Progress: the weeks, the days, what was worked on, and pain over time. It says what is known, and how little.

mod pain;
mod report;
mod tests_of_oneself;

use leptos::prelude::*;
use maud::{Markup, html};
use time::Date;

use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::balance::{
    Balance, MuscleTime, SideTimes, balance, counted_days, weekly_minutes,
};
use crate::domain::catalogue::Muscle;
use crate::domain::days::{CalendarDay, DayDone, Heat, calendar, felt_day, since};
use crate::domain::marks::{Mark, markable};
use crate::domain::mornings::{Mornings, mornings};
use crate::domain::table::iso_date;
use crate::domain::weeks::{Goal, streak, weeks};
use crate::ui::parts::{
    Choice, StepNames, Way, changing, changing_button, checked, fixed, group, heading, section,
    stepper,
};
use crate::view::{Element, element};
use crate::words::words;
pub use report::report;
pub use tests_of_oneself::tests;

/// How many weeks the calendar shows at first, and how many more each time.
const WEEKS: usize = 8;
/// How far back movements stand beside the days after them, in days.
const MORNINGS_DAYS: i64 = 365;
/// How many movements show at once beside the days after them.
const FIRST: usize = 6;

pub fn progress() -> Vec<Element> {
    let app = App::get();
    let words = &words().diary;
    let done = app.diary.days;
    vec![
        fixed(heading(words.title)),
        week(app, done),
        marked(app),
        days(app, done),
        pain::pain(app),
        changing(move || muscles(app)),
        changing(move || after_days(app)),
        changing(move || ways_on(app)),
    ]
}

/// Today, as it is felt.
fn today_felt() -> Date {
    felt_day(app::now())
}

fn ways_on(app: App) -> Markup {
    let words = &words().diary;
    html! {
        section {
            @if app.is_test_due() { p { (words.test_due) } }
            p class="chips" {
                a class="quiet-button" href=(Route::History) { (words.to_history) }
                a class="quiet-button" href=(Route::Tests) { (words.tests) }
                a class="quiet-button" href=(Route::Report) { (words.to_report) }
                a class="quiet-button" href=(Route::Data) { (self::words().pages.data) }
            }
        }
    }
}

/// This week against the goal, and how many were kept in a row.
fn week(app: App, done: Memo<Vec<DayDone>>) -> Element {
    let words = &words().diary;
    let goal = move || app.settings.with(|it| it.goal);
    let said = move || {
        let weeks = app
            .diary
            .marks
            .with(|marks| done.with(|days| weeks(days, marks, goal(), today_felt())));
        html! {
            @if let Some(week) = weeks.last() { p class="total" { strong { ((words.week)(*week)) } } }
            @if !weeks.is_empty() { p { ((words.streak)(streak(&weeks))) } }
        }
    };
    let [label, less, more] = words.goal;
    let change = move |way| {
        let days = untrack(goal).days();
        let days = if way == Way::More { days.saturating_add(1) } else { days.saturating_sub(1) };
        if let Some(goal) = Goal::new(days) {
            app.set_goal(goal);
        }
    };
    let steps = stepper(
        StepNames { label, less, more },
        move || html! { span { (label) } },
        move || html! { output { ((words.days)(goal().days())) } },
        change,
    );
    group("card", vec![changing(said), steps])
}

/// What today, or a day before, is marked as.
fn marked(app: App) -> Element {
    let words = &words().diary;
    let day = RwSignal::new(today_felt());
    let date = element("input", "")
        .attribute("type", "date")
        .attribute("value", &iso_date(day.get_untracked()));
    let field = date.clone();
    // No page is as young as its day: it may have been open since yesterday.
    let date = date.on("focus", move || field.set_attribute("max", Some(&iso_date(today_felt()))));
    // A date is typed in parts: what is none yet stays as it is typed.
    let date = checked(date, "mark-day", words.mark_day, move |typed| {
        if let Some(typed) = markable(&typed, today_felt()) {
            day.set(typed);
            return None;
        }
        Some((words.not_markable)(day.get_untracked()))
    });
    let place = move || match app.diary.marks.with(|marks| marks.get(day.get())) {
        None => 0,
        Some(Mark::Rest) => 1,
        Some(Mark::Flare) => 2,
    };
    let choice = Choice {
        name: "mark",
        label: words.day_is,
        options: [words.no_mark].into_iter().chain(Mark::ALL.map(words.mark)).collect(),
        chosen: std::rc::Rc::new(place),
        choose: std::rc::Rc::new(move |index| {
            let mark = index.checked_sub(1).and_then(|it| Mark::ALL.get(it).copied());
            app.mark(day.get_untracked(), mark);
        }),
    };
    let hint = fixed(html! { p class="quiet" { (words.mark_hint) } });
    group("settings", vec![date, choice.view(), hint])
}

/// The last weeks, a row each.
fn days(app: App, done: Memo<Vec<DayDone>>) -> Element {
    let words = &words().diary;
    let shown = RwSignal::new(WEEKS);
    let table = move || {
        let weeks = app
            .diary
            .marks
            .with(|marks| done.with(|days| calendar(days, marks, today_felt(), shown.get())));
        section(words.calendar, &calendar_table(&weeks))
    };
    let first = move || app.history.with(|records| records.first().map(|it| felt_day(it.began)));
    let has_more = move || {
        let shown_days = i64::try_from(shown.get() * 7).unwrap_or(i64::MAX);
        first().is_some_and(|first| (today_felt() - first).whole_days() >= shown_days)
    };
    let earlier = changing_button(
        "quiet-button",
        move || html! { (words.earlier) },
        move || shown.update(|shown| *shown += WEEKS),
    );
    group("settings", vec![changing(table), earlier.shown_while(has_more)])
}

fn calendar_table(weeks: &[[CalendarDay; 7]]) -> Markup {
    let (diary, common) = (&words().diary, &words().common);
    let weekdays = weeks.first().map(|week| week.map(|day| day.date.weekday()));
    html! {
        table class="calendar" {
            thead {
                tr {
                    td {}
                    @for weekday in weekdays.into_iter().flatten() {
                        th scope="col" {
                            span aria-hidden="true" { ((common.weekday_letter)(weekday)) }
                            span class="unseen" { ((common.weekday)(weekday)) }
                        }
                    }
                }
            }
            tbody {
                @for week in weeks {
                    tr {
                        th scope="row" {
                            span class="unseen" { ((diary.week_of)(week[0].date)) }
                            span aria-hidden="true" { (week[0].date.day()) "." (u8::from(week[0].date.month())) }
                        }
                        @for day in week { (calendar_day(day)) }
                    }
                }
            }
        }
        p class="quiet" { (diary.legend) }
    }
}

fn calendar_day(day: &CalendarDay) -> Markup {
    let class = match day.heat {
        Heat::None => "heat",
        Heat::Faint => "heat is-faint",
        Heat::Mild => "heat is-mild",
        Heat::Warm => "heat is-warm",
        Heat::Hot => "heat is-hot",
    };
    let mark = day.mark.map(|mark| match mark {
        Mark::Rest => "R",
        Mark::Flare => "F",
    });
    html! {
        td data-today[day.is_today] {
            @if !day.is_ahead {
                span class=(class) aria-hidden="true" {}
                @if let Some(mark) = mark { small aria-hidden="true" { (mark) } }
                span class="unseen" { ((words().diary.day)(day)) }
            }
        }
    }
}

/// Minutes a week for each muscle, by side.
fn muscles(app: App) -> Markup {
    let words = &words().diary;
    let today = today_felt();
    let first = app.history.with(|records| records.first().map(|it| felt_day(it.began)));
    let days = counted_days(first.unwrap_or(today), today);
    let from = today.saturating_sub(time::Duration::days(days - 1));
    let Balance { muscles, others, all } =
        app.history.with(|records| balance(&library().catalogue, since(records, from), from));
    if all == SideTimes::default() {
        return html! {};
    }
    let minutes =
        |times: SideTimes| times.each().map(|it| (words.decimal)(weekly_minutes(it, days)));
    let row = |name: &str, times: SideTimes, stretched: &str| {
        html! {
            tr {
                th scope="row" { (name) }
                @for side in minutes(times) { td { (side) } }
                td { (stretched) }
            }
        }
    };
    let muscle = |it: &MuscleTime| {
        let name = library().texts.terms.muscle(&Muscle { name: it.muscle, part: None });
        row(&name, it.times, &minutes(it.stretched).join(" / "))
    };
    let [left, right] = minutes(all);
    let table = html! {
        p class="quiet" { ((words.muscles_hint)(days)) }
        p { ((words.sides)(&left, &right)) }
        table {
            thead { tr { @for column in words.muscle_columns { th scope="col" { (column) } } } }
            tbody {
                @for it in &muscles { (muscle(it)) }
                @if others != SideTimes::default() { (row(words.own_movements, others, "–")) }
            }
        }
    };
    section(words.muscles, &table)
}

/// Movements beside the days after them.
fn after_days(app: App) -> Markup {
    let words = &words().diary;
    let first = today_felt().saturating_sub(time::Duration::days(MORNINGS_DAYS));
    let mut found = app.history.with(|records| mornings(since(records, first)));
    let is_any = !found.is_empty();
    found.retain(Mornings::differs);
    // Nobody who tells no pain wants to hear of it.
    let is_told =
        app.history.with(|all| all.iter().rev().any(|it| it.pain.changed_after().is_some()));
    if !is_told {
        return html! {};
    }
    let content = html! {
        @if found.is_empty() {
            p { (words.no_mornings[usize::from(is_any)]) }
        } @else {
            p class="quiet" { (words.mornings_hint) }
            (mornings_table(&found[..found.len().min(FIRST)]))
            p class="quiet" { (words.not_the_cause) }
            @if found.len() > FIRST {
                details { summary { (words.mornings_more) } (mornings_table(&found[FIRST..])) }
            }
        }
    };
    section(words.mornings, &content)
}

fn mornings_table(found: &[Mornings]) -> Markup {
    let columns = words().diary.mornings_columns;
    html! {
        table {
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody { @for it in found { (morning(it)) } }
        }
    }
}

fn morning(mornings: &Mornings) -> Markup {
    let words = &words().diary;
    let Some(movement) = library().catalogue.movement(mornings.movement) else { return html! {} };
    let name = library().texts.movement(movement.id).name;
    let mean = |it: crate::domain::mornings::Mean| (words.morning_mean)(it.sessions, it.points);
    html! {
        tr {
            th scope="row" { ((words.morning_of)(name, mornings)) }
            td { (mean(mornings.with)) }
            td { (mean(mornings.without)) }
            td { ((words.signed)(mornings.difference())) }
        }
    }
}
