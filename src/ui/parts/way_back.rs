//! The way back for what was taken away.

use maud::html;

use super::{button, changing, group};
use crate::app;
use crate::view::Element;
use crate::words::words;

/// The button's. No page has two.
const ID: &str = "way-back";

/// What `told` says of what was taken away last, while there is something, and a button that puts it back.
pub fn way_back(
    told: impl Fn() -> Option<String> + Copy + 'static,
    put_back: impl Fn() + 'static,
) -> Element {
    let said = move || html! { p role="status" { @if let Some(told) = told() { (told) } } };
    let undo = button("quiet-button", words().own.undo, put_back).attribute("id", ID);
    // What tells is there before there is something to tell, or it is not read out.
    group("settings", vec![changing(said), undo.shown_while(move || told().is_some())])
}

/// Moves the focus there: a button that was pressed to take something away often goes with it.
pub fn go_to_way_back() {
    app::go_to(format!("#{ID}"));
}
