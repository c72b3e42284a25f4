//! Safety: when to get help, when to stop, how much is too much. Always one tap away.

use maud::{Markup, html};

use crate::app::library::{check_texts, screening};
use crate::app::route::Route;
use crate::domain::screening::Tier;
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
            (bullets(&signs(|it| it == Tier::Emergency)))
        }
        (section(words.soon, &html! { p { (words.soon_hint) } (soon()) }))
        (section(words.review, &bullets(&signs(|it| it == Tier::Talk))))
        (section(words.stop, &stop_signs()))
        p { a class="quiet-button" href=(Route::Check) { (words.to_check) } }
        (section(words.scale, &html! { (facts(&scale)) p class="quiet" { (words.scale_hint) } }))
    }
}

/// What the safety check asks about in the tiers that are meant.
pub fn signs(is_meant: impl Fn(Tier) -> bool) -> Vec<&'static str> {
    let all = screening().questions.iter().filter(|it| is_meant(it.tier));
    all.map(|it| check_texts().question(it.id)).collect()
}

/// What wants a clinician first, each with how soon.
pub fn soon() -> Markup {
    let urgency = words().check.urgency;
    html! {
        ul {
            @for it in &screening().questions {
                @if let Tier::First(when) = it.tier {
                    li { (check_texts().question(it.id)) ". " small { (urgency(when)) } }
                }
            }
        }
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
