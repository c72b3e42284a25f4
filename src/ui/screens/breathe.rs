//! Slow breathing: a circle that grows and shrinks, with words and seconds for those who see it stand still,
//! and a figure whose belly rises and falls.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::App;
use crate::app::breathe::Breathing;
use crate::domain::breath::{Half, MINUTES};
use crate::ui::parts::{
    Choice, Facing, Motion, Showing, StepNames, Way, changing_button, figure, fixed, group,
    heading, place_of, stepper, switch,
};
use crate::view::{Element, element, follow, keep};
use crate::words::words;

/// [`MINUTES`], as they are offered.
const OFFERED: [&str; MINUTES.len()] = ["1", "3", "5"];

pub fn breathe() -> Vec<Element> {
    let (app, words) = (App::get(), &words().breathe);
    let breathe = app.breathe;
    keep(breathe.open());
    let is_running = move || breathe.shown.get().half().is_some();
    let press = move || if untrack(is_running) { breathe.stop() } else { breathe.start() };
    let mut choices = vec![minutes(app)];
    choices.extend(lengths(app));
    vec![
        fixed(heading(words.title)),
        pacer(app),
        lying(app),
        told(app),
        changing_button("main-button", move || html! { (offer(breathe.shown.get())) }, press),
        fixed(html! { p { (words.lead) } }),
        group(
            "settings",
            vec![switch(
                words.tone,
                "",
                move || breathe.has_tone(),
                move |on| breathe.set_tone(on),
            )],
        ),
        group("settings", choices).shown_while(move || !is_running()),
    ]
}

/// How long one breathes in and out.
pub fn lengths(app: App) -> [Element; 2] {
    Half::ALL.map(|half| length(app, half))
}

fn length(app: App, half: Half) -> Element {
    let words = &words().breathe;
    let [label, less, more] = (words.length)(half);
    let name = move || html! { div class="stepper-label" { (label) } };
    let value = move || {
        let secs = app.settings.with(|it| it.breath.secs(half));
        html! { output { ((words.seconds)(secs)) } }
    };
    let step = move |way| {
        app.change_settings(|it| {
            it.breath = match way {
                Way::Less => it.breath.shorter(half),
                Way::More => it.breath.longer(half),
            };
        });
    };
    stepper(StepNames { label, less, more }, name, value, step)
}

fn minutes(app: App) -> Element {
    let chosen = app.breathe.minutes;
    Choice {
        name: "breathe-minutes",
        label: words().breathe.minutes,
        options: OFFERED.to_vec(),
        chosen: Rc::new(move || place_of(&MINUTES, Some(&chosen.get()))),
        choose: Rc::new(move |index| chosen.set(MINUTES[index])),
    }
    .view()
}

/// The circle moves by itself from one half of a breath to the next, and the words stay where they are.
fn pacer(app: App) -> Element {
    let shown = app.breathe.shown;
    let circle = element("div", "breath-circle")
        .attribute("aria-hidden", "true")
        .following_attribute("data-half", move || {
            shown.get().half().map(|half| name(half).to_owned())
        });
    let moved = circle.clone();
    follow(move || {
        let secs = shown.get().half().map_or(1, |half| app.breathe.breath().secs(half));
        moved.set_style("--breath", &format!("{secs}s"));
    });
    let face =
        move || face(shown.get(), || app.settings.with(|it| (words().breathe.rhythm)(it.breath)));
    // A screen reader would talk all the time.
    let text = element("div", "breath-words").attribute("aria-live", "off").following(face);
    element("div", "breath").children(vec![circle, text])
}

/// Somebody who lies there and breathes along.
fn lying(app: App) -> Element {
    let is_running = Memo::new(move |_| app.breathe.shown.get().half().is_some());
    let showing = move || {
        let motion =
            if is_running.get() && !app.figures.is_calm() { Motion::Living } else { Motion::Held };
        let label = Some(words().breathe.figure);
        let facing = Facing::AsWritten;
        Some(Showing { id: "breathing", label, facing, motion, turn: [0.0; 2] })
    };
    figure("figure is-breathing", showing)
}

/// What the style goes by.
const fn name(half: Half) -> &'static str {
    match half {
        Half::In => "in",
        Half::Out => "out",
    }
}

fn face(shown: Breathing, rhythm: impl FnOnce() -> String) -> Markup {
    match shown {
        Breathing::Running { half, secs, left } => running(half, secs, left),
        Breathing::Ready | Breathing::Stopped | Breathing::Over { .. } => {
            html! { p { (rhythm()) } }
        }
    }
}

fn running(half: Half, secs: u64, left: Duration) -> Markup {
    html! {
        p class="breath-half" { ((words().breathe.half)(half)) }
        p class="breath-digits" { (secs) }
        p { ((words().player.left)(left)) }
    }
}

/// What a screen reader is told, and everyone sees: that it has begun, and that it is over.
fn told(app: App) -> Element {
    let (breathe, words) = (app.breathe, &words().breathe);
    let text = move || match breathe.shown.get() {
        Breathing::Ready => String::new(),
        Breathing::Running { .. } => (words.began)(breathe.minutes.get()),
        Breathing::Stopped => words.stopped.to_owned(),
        Breathing::Over { minutes } => (words.over)(minutes),
    };
    element("p", "breath-told").attribute("role", "status").following_text(text)
}

fn offer(shown: Breathing) -> &'static str {
    match shown {
        Breathing::Running { .. } => words().breathe.stop,
        Breathing::Ready | Breathing::Stopped | Breathing::Over { .. } => words().common.start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUNNING: Breathing =
        Breathing::Running { half: Half::Out, secs: 5, left: Duration::from_secs(125) };

    #[test]
    fn what_is_offered_are_minutes() {
        assert_eq!(OFFERED.map(str::parse), MINUTES.map(Ok));
    }

    #[test]
    fn while_it_runs_it_can_be_stopped() {
        assert_eq!(offer(RUNNING), "Stop");
        for standing in [Breathing::Ready, Breathing::Stopped, Breathing::Over { minutes: 3 }] {
            assert_eq!(offer(standing), "Start");
        }
    }

    #[test]
    fn the_words_say_which_way_and_for_how_long() {
        let text = face(RUNNING, String::new).into_string();
        for part in ["Breathe out", ">5<", "2:05 left"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let text = face(Breathing::Stopped, || "4 s in, 6 s out".to_owned()).into_string();
        assert_eq!(text, "<p>4 s in, 6 s out</p>");
    }
}
