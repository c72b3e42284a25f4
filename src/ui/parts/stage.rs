//! The figure of a movement to look into: it plays, pauses, is moved to any moment, and turns.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use maud::html;

use super::figure::{Facing, Motion, Showing, figure};
use super::{button, changing_button, group};
use crate::app::App;
use crate::domain::catalogue::Movement;
use crate::domain::figure::clip::{Clip, Course};
use crate::view::{Element, element, follow};
use crate::words::words;

/// How far one press turns it, in degrees.
const TURN: f32 = 30.0;
/// Into how many moments the way is parted.
const MOMENTS: u32 = 100;

/// It is there once there is a figure of the movement.
pub fn stage(movement: &'static Movement) -> Element {
    let app = App::get();
    let words = &words().figure;
    let motion = RwSignal::new(Motion::Held);
    let turn = RwSignal::new(0.0);
    let facing = RwSignal::new(Facing::AsWritten);
    let showing = move || {
        Some(Showing {
            id: movement.id,
            facing: facing.get(),
            motion: motion.get(),
            turn: [turn.get(), 0.0],
        })
    };
    let is_there = move || app.figures.with(movement.id, |_| ()).is_some();
    let at = Rc::new(Cell::new(Duration::ZERO));
    let now = Rc::clone(&at);
    let play = changing_button(
        "quiet-button",
        move || html! { ((words.play)(motion.get() == Motion::Playing)) },
        move || {
            let is_playing = motion.get_untracked() == Motion::Playing;
            motion.set(if is_playing { Motion::At(now.get()) } else { Motion::Playing });
        },
    );
    let turned = move |by: f32| move || turn.update(|turn| *turn += by);
    let side = changing_button(
        "quiet-button",
        move || html! { ((words.other_side)(facing.get() == Facing::Mirrored)) },
        move || {
            facing.update(|facing| {
                *facing = match facing {
                    Facing::AsWritten => Facing::Mirrored,
                    Facing::Mirrored => Facing::AsWritten,
                };
            });
        },
    );
    let buttons = vec![
        play,
        button("quiet-button", words.turn_left, turned(TURN)),
        button("quiet-button", words.turn_right, turned(-TURN)),
        button("quiet-button", words.reset, move || turn.set(0.0))
            .shown_while(move || turn.get().abs() > 0.1),
        side.shown_while(move || movement.sided),
    ];
    let (slider, shown) = scrub(app, movement.id, motion);
    let follows = move |since: Duration| {
        at.set(since);
        let is_over = app.figures.with(movement.id, |clip| shown(clip, since));
        if is_over == Some(true) {
            motion.set(Motion::Held);
        }
    };
    let large = figure("figure is-large", showing, follows)
        .attribute("tabindex", "0")
        .on_drag(move |pixels| turn.update(|turn| *turn += dragged(pixels)))
        .on_key(move |key| match key {
            "ArrowLeft" => turn.update(|turn| *turn += TURN),
            "ArrowRight" => turn.update(|turn| *turn -= TURN),
            "Home" => turn.set(0.0),
            _ => {}
        })
        .on("dblclick", move || turn.set(0.0));
    let parts = vec![large, slider, element("div", "chips").children(buttons)];
    group("stage-card card", parts).shown_while(is_there)
}

/// Half a turn for the width of a phone, in degrees: what is in front follows the finger.
fn dragged(pixels: i32) -> f32 {
    f32::from(i16::try_from(pixels).unwrap_or(0)) * 0.5
}

/// A slider over the way from start to hold, and what moves it along while the figure moves: that says whether
/// the hold has been reached.
fn scrub(
    app: App,
    id: &'static str,
    motion: RwSignal<Motion>,
) -> (Element, impl Fn(&Clip, Duration) -> bool + Clone) {
    let way = move || app.figures.with(id, Clip::way).unwrap_or_default();
    let slider = element("input", "")
        .attribute("type", "range")
        .attribute("min", "0")
        .attribute("max", &MOMENTS.to_string())
        .attribute("aria-label", words().figure.moment);
    let (held, moved, playing) = (slider.clone(), slider.clone(), slider.clone());
    follow(move || {
        if motion.get() == Motion::Held {
            held.set_value(&MOMENTS.to_string());
        }
    });
    let slider = slider.on("input", move || {
        let moment = moved.value().parse().unwrap_or(MOMENTS);
        motion.set(Motion::At(untrack(way) * moment / MOMENTS));
    });
    let shown = move |clip: &Clip, since: Duration| {
        playing.set_value(&clip.share(since, MOMENTS).to_string());
        clip.course == Course::Hold && since >= clip.way()
    };
    (slider, shown)
}
