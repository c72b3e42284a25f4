//! About: what Limber is and is not, what it keeps, how sure it is and by which sources.

use leptos::prelude::*;

use super::{bullets, heading, paragraph, section, table};
use crate::app::library::library;
use crate::words::words;

pub fn about() -> impl IntoView {
    let (pages, words) = (&words().pages, &words().about);
    let evidence = words.evidence_rows.iter();
    let evidence = table(evidence.map(|(name, what)| ((*name).to_owned(), (*what).to_owned())));
    let sources = library().catalogue.references.iter().map(|source| source.text.as_str());
    view! {
        {heading(pages.about)}
        {words.paragraphs.iter().map(|text| paragraph(text)).collect::<Vec<_>>()}
        {section(words.privacy, paragraph(words.privacy_text))}
        {section(words.evidence, evidence)}
        {section(words.sources, bullets(sources))}
    }
}
