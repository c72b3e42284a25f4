//! A home programme on paper: each movement with its picture, how much, how, and where it is felt.

use leptos::prelude::*;
use maud::{Markup, html};

use super::{amount, button, changing, steps, still};
use crate::app::library::library;
use crate::app::{App, print};
use crate::domain::fitting::Fitted;
use crate::domain::restrictions::Fit;
use crate::view::Element;
use crate::words::words;

/// A button that prints what `fitted` gives. It is put on the page only then.
pub fn printable(name: String, fitted: impl Fn() -> Fitted + 'static) -> Vec<Element> {
    let is_wanted = RwSignal::new(false);
    let on_paper = move || html! { @if is_wanted.get() { (programme(&name, &fitted())) } };
    let press = move || {
        is_wanted.set(true);
        // Once it is in place.
        request_animation_frame(print);
    };
    vec![button("quiet-button", words().own.print, press), changing(on_paper)]
}

/// Shown by printers alone.
fn programme(name: &str, fitted: &Fitted) -> Markup {
    let words = words();
    let catalogue = &library().catalogue;
    html! {
        section class="print-note programme" aria-hidden="true" {
            h2 { (name) }
            p { (words.name) ", " ((words.common.date)(crate::app::now().date())) ". " (words.own.print_hint) }
            @for portion in &fitted.portions {
                @if let Some(it) = catalogue.movement(portion.movement) {
                    @let text = library().texts.movement(it.id);
                    div class="exercise" {
                        (still(it))
                        div {
                            h3 { (text.name) ": " (amount(it, portion.dose, portion.only)) }
                            (steps(&text.steps))
                            @if !text.feel.is_empty() {
                                p { strong { (words.movement.feel) ": " } (text.feel) }
                            }
                            @if let Fit::Changed(cautions) = App::get().check.fit(it) {
                                @for caution in cautions {
                                    p { strong { (words.check.for_you) ": " } (library().texts.terms.note(caution.note)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
