//! The keyboard in the player.

use super::dialogs::Topic;
use super::{View, controls};
use crate::app;
use crate::domain::session::Input;
use crate::view::keep;

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Main,
    Send(Input),
    Mute,
    Help,
}

/// Listens for as long as the player is there.
pub fn listen(view: &View) {
    let view = view.clone();
    keep(app::on_key(move |key| {
        let wish = wish(key).filter(|_| !view.dialog.is_open());
        if let Some(wish) = wish {
            carry_out(&view, wish);
        }
        wish.is_some()
    }));
}

fn carry_out(view: &View, wish: Wish) {
    match wish {
        Wish::Main => controls::press_main(view.app.player),
        Wish::Send(input) => view.app.player.send(input),
        Wish::Mute => view.app.toggle_mute(),
        Wish::Help => view.dialog.open(Topic::Keys),
    }
}

fn wish(key: &str) -> Option<Wish> {
    match key {
        " " => Some(Wish::Main),
        "ArrowRight" => Some(Wish::Send(Input::Skip)),
        "ArrowLeft" => Some(Wish::Send(Input::Back)),
        "ArrowUp" => Some(Wish::Send(Input::Longer)),
        "ArrowDown" => Some(Wish::Send(Input::Shorter)),
        "m" | "M" => Some(Wish::Mute),
        "r" | "R" => Some(Wish::Send(Input::RepeatSide)),
        "?" => Some(Wish::Help),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_the_help_says() {
        assert_eq!(wish(" "), Some(Wish::Main));
        assert_eq!(wish("ArrowRight"), Some(Wish::Send(Input::Skip)));
        assert_eq!(wish("M"), Some(Wish::Mute));
        assert_eq!(wish("?"), Some(Wish::Help));
        assert_eq!(wish("x"), None);
    }
}
