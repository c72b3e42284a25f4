//! What is known, how well, and who says so.

use maud::{Markup, html};

use crate::app::library::library;
use crate::domain::catalogue::Benefit;
use crate::words::words;

pub fn claims(benefits: &[Benefit]) -> Markup {
    html! { ul class="known" { @for it in benefits { (claim(it)) } } }
}

fn claim(benefit: &Benefit) -> Markup {
    let words = &words().movement;
    html! {
        li {
            p { (library().texts.terms.claim(benefit.claim)) }
            p class="evidence" { ((words.evidence)(benefit.evidence)) }
            @if !benefit.sources.is_empty() {
                details {
                    summary { (words.sources) }
                    ul class="sources" { @for id in &benefit.sources { (source(id)) } }
                }
            }
        }
    }
}

fn source(id: &str) -> Markup {
    let Some(source) = library().catalogue.reference(id) else { return html! {} };
    let status = (words().movement.status)(source.status);
    html! {
        li {
            (source.text) ". "
            @if let Some(identifier) = &source.identifier { (identifier) ". " }
            "(" (status) ")"
        }
    }
}
