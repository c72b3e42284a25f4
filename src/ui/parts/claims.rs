//! What is known, how well, and who says so.

use maud::{Markup, html};

use crate::app::library::library;
use crate::domain::catalogue::{Benefit, Evidence, Reference};
use crate::words::words;

pub fn claims(benefits: &[Benefit]) -> Markup {
    html! { ul class="known" { @for it in benefits { (claim(it)) } } }
}

fn claim(benefit: &Benefit) -> Markup {
    let found = benefit.sources.iter().filter_map(|id| library().catalogue.reference(id));
    let sources: Vec<_> = found.map(|it| source(it, None)).collect();
    html! {
        li {
            p { (library().texts.terms.claim(benefit.claim)) }
            (how_known(benefit.evidence, &sources))
        }
    }
}

/// How well something is known, and who says so.
pub fn how_known(evidence: Evidence, sources: &[Markup]) -> Markup {
    let words = &words().movement;
    html! {
        p class="evidence" { ((words.evidence)(evidence)) }
        @if !sources.is_empty() {
            details {
                summary { (words.sources) }
                ul class="sources" { @for source in sources { li { (source) } } }
            }
        }
    }
}

/// A source, with a link to where it is found, where that is known.
pub fn source(source: &Reference, link: Option<&str>) -> Markup {
    let status = (words().movement.status)(source.status);
    let identifier = source.identifier.or(link);
    html! {
        (source.text) ". "
        @if let Some(identifier) = identifier {
            @if let Some(link) = link {
                a href=(link) target="_blank" rel="noopener noreferrer" { (identifier) }
            } @else { (identifier) }
            ". "
        }
        "(" (status) ")"
    }
}
