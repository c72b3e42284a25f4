//! What one presses in the player. Pause is the largest, within the thumb's reach.

use leptos::prelude::*;
use maud::html;

use super::View;
use super::dialogs::Topic;
use crate::app::player::{Clockface, Standing};
use crate::domain::session::Input;
use crate::ui::parts::{Icon, button, changing_button, group};
use crate::words::words;

pub fn controls(view: View) -> AnyView {
    let words = &words().player;
    let offer = Memo::new(move |_| offer(view.standing.get(), view.clockface.get()));
    let face = move || html! { (label(offer.get())) };
    let views = vec![
        small(view, Input::Shorter, words.shorter, words.shorter_name),
        small(view, Input::Back, words.back, ""),
        changing_button("pause", "", face, move || press(view, offer.get_untracked())),
        small(view, Input::Skip, words.skip, ""),
        small(view, Input::Longer, words.longer, words.longer_name),
    ];
    group("controls", views)
}

fn small(view: View, input: Input, label: &'static str, name: &'static str) -> AnyView {
    let send = move || view.app.player.send(input);
    changing_button("small-button", name, move || html! { (label) }, send)
}

/// The one thing that makes most sense to press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Offer {
    Pause,
    Resume,
    Ready,
    Done,
}

const fn offer(standing: Standing, clockface: Clockface) -> Offer {
    match (standing, clockface) {
        (Standing::Running, Clockface::Repetitions(_)) => Offer::Done,
        (Standing::Running, Clockface::Waiting) => Offer::Ready,
        (Standing::Paused | Standing::Asking(_), _) => Offer::Resume,
        (Standing::Running | Standing::Ready | Standing::Over(_), _) => Offer::Pause,
    }
}

fn label(offer: Offer) -> &'static str {
    let words = &words().player;
    match offer {
        Offer::Pause => words.pause,
        Offer::Resume => words.resume,
        Offer::Ready => words.ready,
        Offer::Done => words.done,
    }
}

fn press(view: View, offer: Offer) {
    match offer {
        Offer::Pause => view.app.player.send(Input::Pause),
        Offer::Resume => view.app.player.resume(),
        Offer::Ready | Offer::Done => view.app.player.send(Input::Done),
    }
}

/// Presses the main button, for the keyboard.
pub fn press_main(view: View) {
    press(view, offer(view.standing.get_untracked(), view.clockface.get_untracked()));
}

/// What is needed less often: how it is done, again, when to stop.
pub fn tools(view: View) -> AnyView {
    let words = &words().player;
    let player = view.app.player;
    let views = vec![
        button("tool", words.how, move || view.dialog.open(Topic::How)),
        button("tool", words.repeat, move || player.send(Input::RepeatSide)),
        button("tool", words.all_steps, move || view.dialog.open(Topic::Movements)),
        button("tool", words.stop_signs, move || view.dialog.open(Topic::Stop)),
        button("tool", words.help, move || view.dialog.open(Topic::Keys)),
    ];
    group("tools", views)
}

pub fn mute(view: View) -> AnyView {
    let face = move || {
        let (icon, name) = if view.app.is_muted() {
            (Icon::SoundOff, words().player.unmute)
        } else {
            (Icon::SoundOn, words().player.mute)
        };
        html! { (icon.markup()) span class="unseen" { (name) } }
    };
    changing_button("round", "", face, move || view.app.toggle_mute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_button_offers_what_makes_sense() {
        assert_eq!(offer(Standing::Running, Clockface::Left(9)), Offer::Pause);
        assert_eq!(offer(Standing::Paused, Clockface::Left(9)), Offer::Resume);
        assert_eq!(offer(Standing::Running, Clockface::Waiting), Offer::Ready);
        assert_eq!(offer(Standing::Running, Clockface::Repetitions(8)), Offer::Done);
        assert_eq!(offer(Standing::Paused, Clockface::Repetitions(8)), Offer::Resume);
    }
}
