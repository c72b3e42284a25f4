//! What one presses in the player. Pause is the largest, within the thumb's reach.

use leptos::prelude::*;
use maud::html;

use super::View;
use super::dialogs::Topic;
use crate::app::App;
use crate::app::player::{Clockface, Player, Standing};
use crate::domain::session::Input;
use crate::ui::parts::{Icon, button, changing_button, group, named_button};
use crate::view::Element;
use crate::words::words;

pub fn controls(view: &View) -> Element {
    let words = &words().player;
    let player = view.app.player;
    let face = move || html! { (label(offer_at(player))) };
    group(
        "controls",
        vec![
            small(view, Input::Shorter, words.shorter, words.shorter_name),
            small(view, Input::Back, words.back, ""),
            changing_button("pause", face, move || press_main(player)),
            small(view, Input::Skip, words.skip, ""),
            small(view, Input::Longer, words.longer, words.longer_name),
        ],
    )
    .shown_while(move || !matches!(player.place.get(), Some((_, Standing::Asking(_)))))
}

fn small(view: &View, input: Input, label: &str, name: &str) -> Element {
    let player = view.app.player;
    named_button("small-button", name, move || player.send(input)).markup(html! { (label) })
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

/// What is offered now.
fn offer_at(player: Player) -> Offer {
    let shown = player.shown.get();
    shown.map_or(Offer::Pause, |it| offer(it.standing, it.clockface))
}

/// Does what the main button offers, for a press or a key.
pub fn press_main(player: Player) {
    match untrack(|| offer_at(player)) {
        Offer::Pause => player.send(Input::Pause),
        Offer::Resume => player.resume(),
        Offer::Ready | Offer::Done => player.send(Input::Done),
    }
}

/// What is needed less often: how it is done, again, when to stop.
pub fn tools(view: &View) -> Element {
    let words = &words().player;
    let player = view.app.player;
    let open = |label, topic| {
        let dialog = view.dialog.clone();
        button("tool", label, move || dialog.open(topic))
    };
    group(
        "tools",
        vec![
            open(words.how, Topic::How),
            open(super::words().hurts.button, Topic::Hurts),
            open(words.all_steps, Topic::Movements),
            button("tool", words.repeat, move || player.send(Input::RepeatSide)),
            open(words.help, Topic::Keys),
        ],
    )
}

pub fn mute(app: App) -> Element {
    let face = move || {
        let (icon, name) = if app.is_muted() {
            (Icon::SoundOff, words().player.unmute)
        } else {
            (Icon::SoundOn, words().player.mute)
        };
        html! { (icon.markup()) span class="unseen" { (name) } }
    };
    changing_button("round", face, move || app.toggle_mute())
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
