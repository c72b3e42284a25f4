//! Safety: when to get help, when to stop, how much is too much. Always one tap away.

use leptos::prelude::*;

use super::{bullets, heading, paragraph, section, table};
use crate::words::words;

pub fn safety() -> impl IntoView {
    let (pages, words) = (&words().pages, &words().safety);
    let signs = |signs: &'static [&'static str]| bullets(signs.iter().copied());
    let scale = table(
        words.scale_rows.iter().map(|(pain, meaning)| ((*pain).to_owned(), (*meaning).to_owned())),
    );
    view! {
        {heading(pages.safety)}
        <p class="lead">{words.lead}</p>
        <section class="emergency">
            <h2>{words.emergency}</h2>
            <p>{words.emergency_hint}</p>
            {signs(words.emergency_signs)}
        </section>
        {section(words.soon, view! { {paragraph(words.soon_hint)} {signs(words.soon_signs)} })}
        {section(words.review, signs(words.review_signs))}
        {section(
            words.stop,
            view! { {paragraph(words.stop_hint)} {signs(words.stop_signs)} {paragraph(words.then)} },
        )}
        {section(words.scale, view! { {scale} <p class="quiet">{words.scale_hint}</p> })}
    }
}
