//! The figure of a movement to look into: it plays, pauses, is moved to any moment, and turns.

use std::time::Duration;

use leptos::prelude::*;
use maud::html;

use super::figure::{Facing, Motion, Showing, followed_figure};
use super::{button, changing_button, group};
use crate::app::App;
use crate::domain::catalogue::Movement;
use crate::domain::figure::clip::Clip;
use crate::view::{Element, element, follow};
use crate::words::words;

/// How far one press turns it, in degrees.
const TURN: f32 = 30.0;
/// Into how many moments the way is parted.
const MOMENTS: u32 = 100;

/// How the figure is looked at.
#[derive(Clone, Copy)]
struct Stage {
    app: App,
    movement: &'static Movement,
    motion: RwSignal<Motion>,
    /// The moment that shows while it plays.
    at: RwSignal<Duration>,
    /// In degrees.
    turn: RwSignal<f32>,
    facing: RwSignal<Facing>,
}

/// It is there once there is a figure of the movement.
pub fn stage(movement: &'static Movement) -> Element {
    let stage = Stage {
        app: App::get(),
        movement,
        motion: RwSignal::new(Motion::Held),
        at: RwSignal::new(Duration::ZERO),
        turn: RwSignal::new(0.0),
        facing: RwSignal::new(Facing::AsWritten),
    };
    let parts =
        vec![stage.figure(), stage.slider(), element("div", "chips").children(stage.buttons())];
    group("stage-card card", parts).shown_while(move || stage.clip(|_| ()).is_some())
}

impl Stage {
    /// What `then` makes of the movement's clip, once there is one.
    fn clip<T>(self, then: impl FnOnce(&Clip) -> T) -> Option<T> {
        self.app.figures.with(self.movement.figure?, then)
    }

    fn figure(self) -> Element {
        let showing = move || {
            let usual = Showing::of(self.movement.figure?, self.facing.get(), self.motion.get());
            Some(Showing { turn: [self.turn.get(), 0.0], ..usual })
        };
        followed_figure("figure is-large", showing, move |at| self.has_come_to(at))
            .attribute("tabindex", "0")
            .on_drag(move |pixels| self.turn_by(dragged(pixels)))
            .on_key(move |key| match key {
                "ArrowLeft" => self.turn_by(TURN),
                "ArrowRight" => self.turn_by(-TURN),
                "Home" => self.turn_back(),
                _ => {}
            })
            .on("dblclick", move || self.turn_back())
    }

    /// A slider over the way from start to hold. It goes along while the figure plays.
    fn slider(self) -> Element {
        let slider = element("input", "")
            .attribute("type", "range")
            .attribute("min", "0")
            .attribute("max", &MOMENTS.to_string())
            .attribute("aria-label", words().figure.moment);
        let (shown, moved) = (slider.clone(), slider.clone());
        follow(move || {
            let moment = match self.motion.get() {
                Motion::Held => Some(MOMENTS),
                Motion::Playing(_) => self.clip(|clip| clip.share(self.at.get(), MOMENTS)),
                Motion::At(_) | Motion::Living => None,
            };
            if let Some(moment) = moment {
                shown.set_value(&moment.to_string());
            }
        });
        slider.on("input", move || {
            let moment = moved.value().parse().unwrap_or(MOMENTS);
            let way = untrack(|| self.clip(Clip::way)).unwrap_or_default();
            self.motion.set(Motion::At(way * moment / MOMENTS));
        })
    }

    fn buttons(self) -> Vec<Element> {
        let words = &words().figure;
        let is_playing = move || matches!(self.motion.get(), Motion::Playing(_));
        let is_mirrored = move || self.facing.get() == Facing::Mirrored;
        vec![
            changing_button(
                "quiet-button",
                move || html! { ((words.play)(is_playing())) },
                move || self.play_or_pause(),
            ),
            button("quiet-button", words.turn_left, move || self.turn_by(TURN)),
            button("quiet-button", words.turn_right, move || self.turn_by(-TURN)),
            button("quiet-button", words.reset, move || self.turn_back())
                .shown_while(move || self.turn.get().abs() > 0.1),
            changing_button(
                "quiet-button",
                move || html! { ((words.other_side)(is_mirrored())) },
                move || self.facing.update(|facing| *facing = facing.other()),
            )
            .shown_while(move || self.movement.sided),
        ]
    }

    /// While it plays, it has come so far.
    fn has_come_to(self, at: Duration) {
        self.at.set(at);
        if untrack(|| self.clip(|clip| clip.has_arrived(at))) == Some(true) {
            self.motion.set(Motion::Held);
        }
    }

    /// It goes on from where it was paused, or begins.
    fn play_or_pause(self) {
        self.motion.set(match self.motion.get_untracked() {
            Motion::Playing(_) => Motion::At(self.at.get_untracked()),
            Motion::At(at) if untrack(|| self.clip(|clip| clip.has_arrived(at))) == Some(false) => {
                Motion::Playing(at)
            }
            Motion::At(_) | Motion::Held | Motion::Living => Motion::Playing(Duration::ZERO),
        });
    }

    fn turn_by(self, degrees: f32) {
        self.turn_to(self.turn.get_untracked() + degrees);
    }

    fn turn_back(self) {
        self.turn_to(0.0);
    }

    /// What plays goes on from where it is.
    fn turn_to(self, degrees: f32) {
        if let Motion::Playing(_) = self.motion.get_untracked() {
            self.motion.set(Motion::Playing(self.at.get_untracked()));
        }
        self.turn.set(degrees);
    }
}

/// Half a turn for the width of a phone, in degrees: what is in front follows the finger.
fn dragged(pixels: i32) -> f32 {
    f32::from(i16::try_from(pixels).unwrap_or(0)) * 0.5
}
