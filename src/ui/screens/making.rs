//! A session that fits: so many minutes, in this place, for what is sore, with what is at hand.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::App;
use crate::app::library::library;
use crate::domain::catalogue::Muscle;
use crate::domain::making::{
    MADE, MINUTES, Made, Posture, Reason, SORE, THINGS, TOLERANCE, Wanted,
};
use crate::ui::parts::{
    Choice, button, changing, closed_card, dose, fixed, group, heading, movement_row_with,
    pain_before, tick,
};
use crate::ui::screens::routine::rule;
use crate::view::{Element, element};
use crate::words::words;

/// Those of [`MINUTES`], in figures.
const LENGTHS: [&str; MINUTES.len()] = ["2", "5", "10", "15"];

/// What the person picks on this page.
#[derive(Clone, Copy)]
struct Pick {
    length: RwSignal<usize>,
    posture: RwSignal<usize>,
    sore: RwSignal<[bool; SORE.len()]>,
    things: RwSignal<[bool; THINGS.len()]>,
    seed: RwSignal<u32>,
}

impl Pick {
    fn wanted(self) -> Wanted {
        let (sore, things) = (self.sore.get(), self.things.get());
        let chosen = THINGS.iter().zip(things).filter(|(_, is_there)| *is_there);
        Wanted {
            length: Duration::from_secs(60 * MINUTES[self.length.get()]),
            posture: Posture::ALL[self.posture.get()],
            sore: SORE.iter().zip(sore).filter(|(_, is)| *is).map(|(it, _)| *it).collect(),
            things: chosen.flat_map(|(group, _)| group.iter().copied()).collect(),
            seed: self.seed.get(),
        }
    }
}

pub fn making() -> Vec<Element> {
    let (app, start_it, words) = (App::get(), words().common.start, &words().making);
    let pick = Pick {
        length: RwSignal::new(1),
        posture: RwSignal::new(0),
        // What most people come for.
        sore: RwSignal::new([true, true, false, false, false, false]),
        things: RwSignal::new([true, false, true, false]),
        seed: RwSignal::new(0),
    };
    let made = Memo::new(move |_| app.made(&pick.wanted()));
    let is_open = move || app.check.closed().is_none() && made.with(|it| !it.portions.is_empty());
    let start = move || app.begin_made(untrack(|| pick.wanted()));
    let session = vec![
        changing(move || made.with(|made| total(made, untrack(|| pick.wanted()).length))),
        changing(move || rule(app, MADE)),
        button("main-button", start_it, start).shown_while(is_open),
        pain_before(app).shown_while(is_open),
        button("quiet-button", words.another, move || pick.seed.update(|seed| *seed += 1)),
        closed_card(app),
    ];
    vec![
        fixed(html! { (heading(words.title)) p class="lead" { (words.lead) } }),
        choice("minutes", words.minutes, LENGTHS.to_vec(), pick.length),
        choice("posture", words.posture, Posture::ALL.map(words.posture_of).to_vec(), pick.posture),
        ticks(words.sore, SORE.map(region).to_vec(), pick.sore),
        ticks(words.things, words.thing.to_vec(), pick.things),
        group("card start", session),
        changing(move || made.with(steps)),
    ]
}

fn choice(
    name: &'static str,
    label: &'static str,
    options: Vec<&'static str>,
    chosen: RwSignal<usize>,
) -> Element {
    let (get, set) = (Rc::new(move || chosen.get()), Rc::new(move |index| chosen.set(index)));
    Choice { name, label, options, chosen: get, choose: set }.view()
}

/// Any of a few.
fn ticks<const N: usize>(
    label: &'static str,
    options: Vec<&'static str>,
    on: RwSignal<[bool; N]>,
) -> Element {
    let legend = element("legend", "").markup(html! { (label) });
    let box_of = |(index, option): (usize, &'static str)| {
        let set = move |is_on| on.update(|all| all[index] = is_on);
        tick(option, move || on.with(|all| all[index]), set)
    };
    let mut parts = vec![legend];
    parts.extend(options.into_iter().enumerate().map(box_of));
    element("fieldset", "ticks is-short").children(parts)
}

fn region(key: &str) -> &'static str {
    library().texts.terms.region(key)
}

fn total(made: &Made, wanted: Duration) -> Markup {
    let (words, common) = (&words().making, &words().common);
    let is_short = wanted.saturating_sub(made.total) > TOLERANCE;
    html! {
        p class="total" role="status" {
            @if made.portions.is_empty() { (words.nothing) }
            @else if is_short { ((words.short)(made.total)) }
            @else { strong { ((common.length)(made.total)) } }
        }
    }
}

/// What it holds, each with why.
fn steps(made: &Made) -> Markup {
    let movement = |number| library().catalogue.movement(number);
    html! {
        ol class="rows" {
            @for (portion, why) in made.portions.iter().zip(&made.reasons) {
                @if let Some(it) = movement(portion.movement) {
                    li {
                        (movement_row_with(it, &dose(portion.dose, it.sided)))
                        p class="row-note" { (reason(*why)) }
                    }
                }
            }
        }
    }
}

fn reason(why: Reason) -> String {
    let words = &words().making;
    match why {
        Reason::WarmUp => words.warm_up.to_owned(),
        Reason::Favourite => words.favourite.to_owned(),
        Reason::Sore(key) => (words.sore_there)(region(key)),
        Reason::Muscle(name) => {
            (words.muscle)(&library().texts.terms.muscle(&Muscle { name, part: None }))
        }
        Reason::Time => words.time.to_owned(),
    }
}
