//! About: what Limber is and is not, what it keeps, how sure it is and by which sources.

use maud::{Markup, html};

use crate::app::library::library;
use crate::ui::parts::{bullets, facts, heading, section};
use crate::words::words;

pub fn about() -> Markup {
    let (pages, words) = (&words().pages, &words().about);
    let evidence: Vec<_> =
        words.evidence_rows.iter().map(|(name, it)| (*name, (*it).to_owned())).collect();
    let sources: Vec<_> = library().catalogue.references.iter().map(|it| &it.text).collect();
    html! {
        (heading(pages.about))
        @for text in words.paragraphs { p { (text) } }
        (section(words.privacy, &html! { p { (words.privacy_text) } }))
        (section(words.evidence, &facts(&evidence)))
        (section(words.sources, &bullets(&sources)))
    }
}
