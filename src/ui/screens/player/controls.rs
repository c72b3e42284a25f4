//! What one presses in the player. Pause is the largest, within the thumb's reach.

use leptos::prelude::*;

use super::View;
use crate::app::player::{Clockface, Standing};
use crate::domain::session::Input;
use crate::ui::parts::Icon;
use crate::words::words;

pub fn controls(view: View) -> AnyView {
    let words = &words().player;
    view! {
        <div class="controls">
            {small(view, Input::Shorter, words.shorter, words.shorter_name)}
            {small(view, Input::Back, words.back, words.back)}
            {main(view)}
            {small(view, Input::Skip, words.skip, words.skip)}
            {small(view, Input::Longer, words.longer, words.longer_name)}
        </div>
    }
    .into_any()
}

fn small(view: View, input: Input, label: &'static str, name: &'static str) -> AnyView {
    view! {
        <button
            type="button"
            class="small-button"
            aria-label=name
            on:click=move |_| view.app.player.send(input)
        >
            {label}
        </button>
    }
    .into_any()
}

fn main(view: View) -> AnyView {
    let offer = Memo::new(move |_| offer(view.standing.get(), view.clockface.get()));
    view! {
        <button type="button" class="pause" on:click=move |_| press(view, offer.get_untracked())>
            {move || label(offer.get())}
        </button>
    }
    .into_any()
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
    let has_sides = move || view.scene.get().is_some_and(|scene| !scene.side.is_empty());
    let repeat = move || {
        has_sides().then(|| tool(words.repeat, move || view.app.player.send(Input::RepeatSide)))
    };
    view! {
        <div class="tools">
            {tool(words.how, move || view.dialogs.how.open(view.app.player))}
            {repeat}
            {tool(words.all_steps, move || view.dialogs.steps.open(view.app.player))}
            {tool(words.stop_signs, move || view.dialogs.stop.open(view.app.player))}
            {tool(words.help, move || view.dialogs.keys.open(view.app.player))}
        </div>
    }
    .into_any()
}

fn tool(label: &'static str, then: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" class="tool" on:click=move |_| then()>{label}</button> }.into_any()
}

pub fn mute(view: View) -> AnyView {
    let words = &words().player;
    let is_muted = Memo::new(move |_| view.app.is_muted());
    let label = move || if is_muted.get() { words.unmute } else { words.mute };
    let icon = move || if is_muted.get() { Icon::SoundOff } else { Icon::SoundOn }.into_render();
    view! {
        <button type="button" class="round" aria-label=label on:click=move |_| view.app.toggle_mute()>
            {icon}
        </button>
    }
    .into_any()
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
