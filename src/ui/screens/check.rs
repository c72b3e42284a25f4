//! What the answers of the safety check mean: get help now, talk to someone first, or go, with care.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::check::{Check, Wish};
use crate::app::library::{check_texts, library, screening};
use crate::app::route::Route;
use crate::app::{self, App, print};
use crate::domain::restrictions::Fit;
use crate::domain::screening::{Answers, Marks, Outcome, Question, Tier, Why};
use crate::ui::parts::{button, changing, fixed, group, heading, section, switch};
use crate::view::{Element, element};
use crate::words::words;

pub fn check() -> Vec<Element> {
    let app = App::get();
    let verdict = element("div", "markup").following_children(move || match app.check.outcome() {
        None => unanswered(app.check, Why::First),
        Some(Outcome::Emergency(signs)) => emergency(app.check, signs),
        Some(Outcome::First(signs)) => talk_first(app.check, signs),
        Some(Outcome::Open(_)) if app.check.is_cut_short() => unanswered(app.check, Why::Rest),
        Some(Outcome::Open(signs)) => open(app, signs),
    });
    let is_answered = move || app.check.answers.with(Option::is_some);
    let again = button("quiet-button", words().check.again, move || app.check.ask());
    vec![
        verdict,
        changing(move || answers(app.check)),
        again.shown_while(is_answered),
        fixed(sources()),
        fixed(html! { p { a href=(Route::Safety) { (words().pages.safety) } } }),
    ]
}

/// Before anything has been asked, or the rest of it.
fn unanswered(check: Check, why: Why) -> Vec<Element> {
    let words = words();
    let text = html! {
        (heading(words.check.name))
        p class="lead" { ((words.check.lead)(why)) }
        p class="quiet" { (words.check.private) }
    };
    vec![fixed(text), button("main-button", words.common.start, move || check.ask_what_is_due())]
}

/// The questions in `marks`, each with its place.
fn questions(marks: Marks) -> impl Iterator<Item = (usize, &'static Question)> {
    marks.places().filter_map(|place| Some((place, screening().questions.get(place)?)))
}

fn emergency(check: Check, signs: Marks) -> Vec<Element> {
    let words = &words().check;
    let is_weak = questions(signs).all(|(_, it)| it.id == "e-sexual");
    let text = html! {
        (heading(words.go_now))
        section class="emergency" {
            p { strong { (words.go_now_hint) } }
            ul { @for (_, it) in questions(signs) { li { (check_texts().question(it.id)) } } }
        }
        @if is_weak { p { (words.weak_alone) } }
    };
    let seen = move || {
        questions(signs).for_each(|(place, _)| check.agree(place));
        if check.is_cut_short() {
            check.ask_what_is_due();
        } else {
            request_animation_frame(app::go_to_heading);
        }
    };
    vec![fixed(text), button("wide-button", words.seen, seen)]
}

fn talk_first(check: Check, signs: Marks) -> Vec<Element> {
    let words = &words().check;
    let mut parts = vec![fixed(html! {
        (heading(words.talk_first))
        p class="lead" { (words.talk_first_hint) }
    })];
    parts.extend(questions(signs).map(|(place, it)| sign(check, place, it)));
    parts.push(button("quiet-button", words.print, print));
    parts.push(fixed(note(signs)));
    parts
}

/// One thing to talk about, and the way to say that one has.
fn sign(check: Check, place: usize, question: &'static Question) -> Element {
    let words = &words().check;
    let urgency = match question.tier {
        Tier::First(urgency) => (words.urgency)(urgency),
        Tier::Emergency | Tier::Talk | Tier::Care => "",
    };
    let text = html! {
        h2 { (check_texts().question(question.id)) }
        p { (urgency) @if !question.is_agreeable { " " (words.ask_again_later) } }
    };
    let mut parts = vec![fixed(text)];
    if question.is_agreeable {
        parts.push(button("wide-button", words.clinician_agreed, move || {
            check.agree(place);
            request_animation_frame(app::go_to_heading);
        }));
    }
    group("card", parts)
}

/// What is printed to take along.
fn note(signs: Marks) -> Markup {
    let words = words();
    html! {
        section class="print-note" aria-hidden="true" {
            h2 { (words.check.note_title) }
            p { (words.name) ", " ((words.common.date)(app::now().date())) }
            p { (words.check.note_lead) }
            ul { @for (_, it) in questions(signs) { li { (check_texts().question(it.id)) } } }
            @for question in words.check.note_questions { p class="to-answer" { (question) } }
            p class="to-answer" { (words.check.note_signature) }
        }
    }
}

fn open(app: App, signs: Marks) -> Vec<Element> {
    let words = &words().check;
    let text = html! {
        (heading(words.good_to_go))
        p class="lead" { (words.good_to_go_hint) }
    };
    let start = move || {
        let wish = app.check.wish.get();
        let routine = match wish {
            None => Some(app.suggestion().routine.to_owned()),
            Some(Wish::Resume) => app.player.recipe.get().map(|it| it.routine),
            Some(wish) => wish.routine(),
        };
        let name = routine.and_then(|it| app.routine_name(&it)).unwrap_or_default();
        vec![button("main-button", &(words.start)(&name), move || app.begin_wish())]
    };
    let mut parts =
        vec![fixed(text), element("div", "markup").following_children(start), fixed(talk(signs))];
    parts.push(changing(move || changes(app.check)));
    parts.extend(agreeable(app.check));
    parts
}

/// What is worth a conversation.
fn talk(signs: Marks) -> Markup {
    let words = &words().check;
    let list = html! {
        dl class="facts" {
            @for (_, it) in questions(signs) {
                div { dt { (check_texts().question(it.id)) } dd { ((words.advice)(it.id)) } }
            }
        }
    };
    if signs.is_empty() {
        html! {}
    } else {
        section(words.worth_a_talk, &list)
    }
}

/// How many movements are out, and how many come with a note.
fn changes(check: Check) -> Markup {
    let words = &words().check;
    let movements = &library().catalogue.movements;
    let (mut out, mut changed) = (0, 0);
    for movement in movements {
        match check.fit(movement) {
            Fit::Free => {}
            Fit::Changed(_) => changed += 1,
            Fit::Out(_) | Fit::Excluded => out += 1,
        }
    }
    let list = html! {
        @if check.wants_gentle() { p { (words.gentle) } }
        @if out > 0 { p { ((words.left_out)(out)) } }
        @if changed > 0 { p { ((words.changed)(changed)) } }
    };
    let is_any = out + changed > 0 || check.wants_gentle();
    if is_any {
        section(words.changes, &list)
    } else {
        html! {}
    }
}

/// Conditions of which a clinician's word would open movements.
fn agreeable(check: Check) -> Vec<Element> {
    let words = &words().check;
    let open =
        check.answers.with_untracked(|it| it.as_ref().map_or_else(Marks::default, |it| it.yes));
    let bones = questions(open).filter(|(_, it)| it.tier == Tier::Care && it.is_agreeable);
    let agreement = |(place, _): (usize, _)| {
        let is_agreed =
            move || check.answers.with(|it| it.as_ref().is_some_and(|it| it.agreed().has(place)));
        switch(words.ask_agreed, words.ask_first, is_agreed, move |on| check.set_agreed(place, on))
    };
    bones.map(agreement).collect()
}

/// What was answered, and when.
fn answers(check: Check) -> Markup {
    let words = &words().check;
    check.answers.with(|answers| match answers {
        None => html! {},
        Some(answers) => section(words.answers, &html! {
            @if answers.yes.is_empty() { p { (words.nothing_ticked) } }
            ul { @for (place, it) in questions(answers.yes) { li { (answer(answers, place, it)) } } }
            p class="quiet" { ((words.given_on)(answers.given.date())) }
        }),
    })
}

fn answer(answers: &Answers, place: usize, question: &Question) -> Markup {
    let agreement = answers.agreed.iter().find(|it| it.question == place);
    html! {
        (check_texts().question(question.id))
        @if let Some(it) = agreement { " " small { ((words().check.agreed_on)(it.told.date())) } }
    }
}

/// Every source of the questions, once.
fn sources() -> Markup {
    let mut ids: Vec<_> = screening().questions.iter().flat_map(|it| &it.sources).collect();
    ids.sort_unstable();
    ids.dedup();
    let all = ids.iter().filter_map(|id| library().catalogue.reference(id));
    html! {
        details {
            summary { (words().check.sources) }
            ul { @for it in all { li { (it.text) @if let Some(at) = it.identifier { ". " (at) } } } }
            p { (words().check.no_sources) }
        }
    }
}
