//! Safety: when to get help, when to stop, how much is too much. Always one tap away.

use maud::{Markup, html};

use crate::ui::parts::{bullets, facts, heading, section};
use crate::words::words;

pub fn safety() -> Markup {
    let (pages, words) = (&words().pages, &words().safety);
    let scale: Vec<_> =
        words.scale_rows.iter().map(|(pain, it)| (*pain, (*it).to_owned())).collect();
    html! {
        (heading(pages.safety))
        p class="lead" { (words.lead) }
        section class="emergency" {
            h2 { (words.emergency) }
            p { (words.emergency_hint) }
            (bullets(words.emergency_signs))
        }
        (section(words.soon, &html! { p { (words.soon_hint) } (bullets(words.soon_signs)) }))
        (section(words.review, &bullets(words.review_signs)))
        (section(words.stop, &stop_signs()))
        (section(words.scale, &html! { (facts(&scale)) p class="quiet" { (words.scale_hint) } }))
    }
}

/// When to stop during a session, and what then.
pub fn stop_signs() -> Markup {
    let words = &words().safety;
    html! {
        p { (words.stop_hint) }
        (bullets(words.stop_signs))
        p { (words.then) }
    }
}
