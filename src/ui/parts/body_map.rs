//! The body from the front and from the back, with the muscles on it as links. Whoever does not see it, or
//! has only keys, has the same links in a list beside it.

use maud::{Markup, PreEscaped, html};

use super::figure::paths;
use crate::app::library::anatomy;
use crate::app::route::Route;
use crate::domain::catalogue::Face;
use crate::domain::figure::chart::{Area, Chart, chart};
use crate::domain::figure::drawing::Frame;
use crate::words::words;

/// Both faces, each muscle leading to what `leads` says for its id; the `chosen` one stands out.
pub fn body_map(chosen: Option<&str>, leads: impl Fn(&str) -> Route) -> Markup {
    let words = &words().anatomy;
    html! {
        div class="body-map" aria-hidden="true" {
            (face(Face::Front, words.front, chosen, &leads))
            (face(Face::Back, words.back, chosen, &leads))
        }
        p class="quiet" { (words.halves) }
    }
}

fn face(face: Face, name: &str, chosen: Option<&str>, leads: &impl Fn(&str) -> Route) -> Markup {
    let chart = chart(&anatomy().structures, face, chosen);
    html! {
        figure class="figure" {
            (picture(&chart, &html! {
                @for area in &chart.areas { (muscle(area, chosen, leads)) }
            }))
            figcaption { (name) }
        }
    }
}

/// The back of the body, without a muscle on it.
pub fn body_back() -> Markup {
    html! { span class="figure" { (picture(&chart(&[], Face::Back, None), &html! {})) } }
}

/// A body, and what lies over it.
fn picture(chart: &Chart, over: &Markup) -> Markup {
    let Frame { left, top, width, height } = chart.frame;
    let body = paths(&chart.body);
    html! {
        svg viewBox=(format!("{left} {top} {width} {height}")) {
            // Once for the outline of the whole, and once over it.
            g class="is-outline" { (PreEscaped(&body)) }
            g { (PreEscaped(&body)) }
            (over)
        }
    }
}

fn muscle(area: &Area, chosen: Option<&str>, leads: &impl Fn(&str) -> Route) -> Markup {
    let class = if chosen == Some(area.id) { "muscle is-chosen" } else { "muscle" };
    html! {
        a href=(leads(area.id)) tabindex="-1" {
            title { (anatomy().text(area.id).name) }
            path class=(class) d=(area.path) {}
        }
    }
}
