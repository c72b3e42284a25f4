//! Today: one Start, for the routine that makes sense now.

use leptos::prelude::*;
use maud::{Markup, html};

use super::routine::rule;
use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::catalogue::Routine;
use crate::domain::days::felt_day;
use crate::domain::fitting::Fitted;
use crate::domain::history::{Day, week_of};
use crate::domain::plan::Portion;
use crate::ui::parts::{
    advice_card, break_card, button, changing, closed_card, fixed, group, heading, pain_before,
    pain_scale, routine_length,
};
use crate::view::{Element, element};
use crate::words::words;

/// What is offered beside the routine that makes sense now.
const SHORTER: [&str; 4] = ["desk-reset-2", "standing-break-4", "chair-only", "five-short-start"];

pub fn today() -> Vec<Element> {
    let (app, words) = (App::get(), words());
    let suggestion = app.suggestion();
    let routine = library().catalogue.routine(suggestion.routine);
    let reason = (words.today.reason)(suggestion.reason);
    let details = html! {
        a class="quiet-link" href=(Route::Routine(suggestion.routine.to_owned())) {
            (words.today.details)
        }
    };
    let begin = move || app.begin(suggestion.routine, 0, vec![]);
    let start = vec![
        fixed(html! { @if let Some(routine) = routine { (card_head(routine, reason)) } }),
        button("main-button", words.common.start, begin),
        changing(move || rule(app, suggestion.routine)),
        changing(move || html! { @if let Some(routine) = routine { (contents(app, routine)) } }),
        fixed(details),
        pain_now(app),
    ];
    vec![
        fixed(greeting()),
        break_card(app),
        advice_card(app),
        day_after(app),
        resume_card(app),
        group("card start", start).shown_while(move || app.check.closed().is_none()),
        closed_card(app),
        changing(move || week_card(app)),
        fixed(more(suggestion.routine)),
    ]
}

/// How it is before the session, one question at a time.
fn pain_now(app: App) -> Element {
    let is_asked = Memo::new(move |_| app.asked_about().is_some_and(|it| it.told.is_none()));
    pain_before(app).shown_while(move || !is_asked.get())
}

/// The one question on the first look on a day after a session. It stays where it is once it is answered: a
/// finger on the wrong number can be put right, and arrow keys go from one number to the next.
fn day_after(app: App) -> Element {
    let words = &words().progress;
    let asked = Memo::new(move |_| app.asked_about().map(|it| (it.session, it.days_ago)));
    let told = move || app.asked_about()?.told;
    let parts = move || {
        let Some((session, days)) = asked.get() else { return vec![] };
        let choose = move |score| app.tell_day_after(session, days, score);
        let said = move || {
            html! {
                p role="status" { @if let Some(score) = told() { ((words.day_after_told)(score.get())) } }
            }
        };
        let skip = button("quiet-button", words.skip, move || app.put_off_day_after());
        vec![
            pain_scale("pain-day-after", (words.day_after)(days), told, choose),
            fixed(html! { p class="quiet" { (words.day_after_hint) } }),
            changing(said),
            skip.shown_while(move || told().is_none()),
        ]
    };
    element("section", "card").following_children(parts).shown_while(move || asked.get().is_some())
}

fn greeting() -> Markup {
    let (now, words) = (app::now(), &words().today);
    html! {
        p class="overline" { ((words.when)(felt_day(now).weekday(), now.hour())) }
        (heading(words.greeting))
    }
}

/// A session that was left open comes before anything new.
fn resume_card(app: App) -> Element {
    let words = words();
    let question = move || {
        let shown = app.player.shown.get();
        let recipe = app.player.recipe.get();
        let name = recipe.and_then(|recipe| app.routine_name(&recipe.routine));
        html! {
            @if let Some(shown) = shown {
                h2 { ((words.today.resume_question)(shown.total.saturating_sub(shown.left), shown.total)) }
            }
            @if let Some(name) = name { p { (name) } }
        }
    };
    let parts = vec![
        changing(question),
        button("main-button", words.today.resume, move || app.resume()),
        button("quiet-button", words.today.let_go, move || app.player.finish_open()),
        fixed(html! { p class="quiet" { (words.today.let_go_hint) } }),
    ];
    group("card resume", parts).shown_while(move || app.player.is_on())
}

fn card_head(routine: &Routine, reason: &str) -> Markup {
    html! {
        div class="card-head" {
            h2 { (library().texts.routine(routine.id).name) }
            p class="length" { ((words().common.minutes)(routine_length(routine))) }
        }
        p { (reason) }
    }
}

/// The movements that the person does of a routine, without its optional ones, and whether any is another one
/// than the routine's.
fn contents(app: App, routine: &Routine) -> Markup {
    let fitted = app.fitted(routine, 0, &[]);
    let is_other = |it: &Portion| it.instead_of.is_some();
    let is_changed = !fitted.left_out.is_empty() || fitted.portions.iter().any(is_other);
    html! {
        p class="quiet" { (names(&fitted)) }
        @if is_changed { p class="quiet" { (words().check.fitted) } }
    }
}

fn names(fitted: &Fitted) -> String {
    let movements =
        fitted.portions.iter().filter_map(|it| library().catalogue.movement(it.movement));
    let names: Vec<_> = movements.map(|it| library().texts.movement(it.id).name).collect();
    names.join(" · ")
}

/// Whatever else one may look for, below.
fn more(suggested: &str) -> Markup {
    let (words, making) = (&words().today, &words().making);
    html! {
        section {
            h2 { (words.shorter) }
            p class="chips" {
                @for id in SHORTER { @if id != suggested { (chip(id)) } }
                a class="chip" href=(Route::Making) { (making.title) }
                a class="chip" href=(Route::Routines) { (words.all_routines) }
            }
        }
        p class="quiet" { a href=(Route::Safety) { (words.first_time) } }
    }
}

fn chip(id: &str) -> Markup {
    let Some(routine) = library().catalogue.routine(id) else { return html! {} };
    html! {
        a class="chip" href=(Route::Routine(id.to_owned())) {
            (library().texts.routine(id).name) " · " ((words().common.minutes)(routine_length(routine)))
        }
    }
}

fn week_card(app: App) -> Markup {
    let words = &words().today;
    let week = app.history.with(|records| week_of(records, felt_day(app::now())));
    let done = week.iter().filter(|day| day.sessions > 0).count();
    html! {
        section class="card" {
            div class="card-head" {
                h2 { (words.this_week) }
                p class="length" { ((words.days)(done)) }
            }
            ol class="days" { @for it in week { (day(it)) } }
            p { a href=(Route::Progress) { ((words.goal)(app.settings.with(|it| it.goal.days()))) } }
            @if app.is_test_due() { p { a href=(Route::Tests) { (self::words().diary.test_due) } } }
        }
    }
}

fn day(day: Day) -> Markup {
    let words = words();
    let weekday = day.date.weekday();
    let (state, class) = match day {
        Day { sessions: 1.., .. } => (words.today.day_done, "day is-done"),
        Day { is_ahead: true, .. } => (words.today.day_ahead, "day"),
        Day { is_today: true, .. } => (words.today.day_open, "day is-today"),
        Day { .. } => (words.today.day_open, "day"),
    };
    html! {
        li class=(class) {
            span aria-hidden="true" { ((words.common.weekday_letter)(weekday)) }
            span class="dot" aria-hidden="true" {}
            span class="unseen" { ((words.common.weekday)(weekday)) ": " (state) }
        }
    }
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::*;
    use crate::domain::fitting::fit;
    use crate::domain::plan::Plan;
    use crate::domain::restrictions::Restrictions;
    use crate::domain::settings::Settings;
    use crate::domain::suggestion::{Mood, Suggestion, suggest};

    fn as_written(routine: &Routine) -> Fitted {
        fit(&library().catalogue, routine, 0, &[], None, &Restrictions::default())
    }

    #[test]
    fn the_frame_painted_before_the_app_offers_what_a_first_visit_is_offered() {
        let frame = include_str!("../../../index.html");
        let Suggestion { routine, reason } = suggest(&[], Mood::Usual, OffsetDateTime::UNIX_EPOCH);
        let recipe = Settings::default().recipe(routine, 0, vec![]);
        let plan = Plan::build(&library().catalogue, &recipe).unwrap();
        for text in [
            library().texts.routine(routine).name.to_owned(),
            (words().common.minutes)(plan.total()),
            (words().today.reason)(reason).to_owned(),
            names(&as_written(library().catalogue.routine(routine).unwrap())),
        ] {
            assert!(frame.contains(&format!(">{text}<")), "index.html does not say “{text}”");
        }
    }
}
