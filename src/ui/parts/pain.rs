//! Pain from 0 to 10, and where: each is asked, none must be answered.

use std::rc::Rc;

use maud::html;

use super::{Choice, body_back, button, place_of};
use crate::app::App;
use crate::domain::pain::{Flank, Pain, Score, Site};
use crate::domain::plan::Side;
use crate::view::{Element, element};
use crate::words::words;

const SCORES: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

/// What changes what is told.
pub type Tell = Rc<dyn Fn(Box<dyn FnOnce(&mut Pain)>)>;

/// A number from 0 to 10. `name` is the group's on the page.
pub fn pain_scale(
    name: &'static str,
    label: &'static str,
    score: impl Fn() -> Option<Score> + 'static,
    choose: impl Fn(Score) + 'static,
) -> Element {
    let choose = move |index: usize| {
        if let Some(score) = u8::try_from(index).ok().and_then(Score::new) {
            choose(score);
        }
    };
    Choice {
        name,
        label,
        options: SCORES.to_vec(),
        chosen: Rc::new(move || score().map_or(usize::MAX, |it| usize::from(it.get()))),
        choose: Rc::new(choose),
    }
    .view()
}

/// How it is before a session, if the person cares to say.
pub fn pain_before(app: App) -> Element {
    let choose = move |score| app.tell_pain_to_come(score);
    pain_scale("pain-before", words().progress.pain_now, move || app.pain_to_come(), choose)
}

/// The furthest place that hurts, and its side.
pub fn pain_place(pain: impl Fn() -> Pain + Clone + 'static, tell: &Tell) -> Vec<Element> {
    let words = &words().progress;
    let (site, flank) = (pain.clone(), pain.clone());
    let (to_site, to_flank) = (Rc::clone(tell), Rc::clone(tell));
    let sites = Choice {
        name: "pain-site",
        label: words.place,
        options: Site::ALL.map(words.site).to_vec(),
        chosen: Rc::new(move || place_of(&Site::ALL, site().site.as_ref())),
        choose: Rc::new(move |index| {
            to_site(Box::new(move |pain| pain.site = Site::ALL.get(index).copied()));
        }),
    };
    let flanks = Choice {
        name: "pain-flank",
        label: words.side,
        options: Flank::ALL.map(words.flank).to_vec(),
        chosen: Rc::new(move || place_of(&Flank::ALL, flank().flank.as_ref())),
        choose: Rc::new(move |index| {
            to_flank(Box::new(move |pain| pain.flank = Flank::ALL.get(index).copied()));
        }),
    };
    let map = pain_map(pain.clone(), tell);
    vec![map, sites.view(), flanks.view().shown_while(move || pain().site.is_some())]
}

/// The back of the body to point at. Whoever does not see it has the same as choices beside it.
fn pain_map(pain: impl Fn() -> Pain + Clone + 'static, tell: &Tell) -> Element {
    let picture = html! { (body_back()) };
    let mut parts = vec![element("div", "markup").markup(picture)];
    for site in Site::ALL {
        for side in [Side::Left, Side::Right] {
            let (pain, tell) = (pain.clone(), Rc::clone(tell));
            let class = format!("zone is-{} is-{}", name_of(site), hand(side));
            let point = move || tell(Box::new(move |pain| *pain = pain.pointed(site, side)));
            let zone = button(&class, "", point).attribute("tabindex", "-1");
            let is_on = move || pain().is_at(site, side).then(String::new);
            parts.push(zone.following_attribute("data-on", is_on));
        }
    }
    let map = element("div", "pain-map").attribute("aria-hidden", "true").children(parts);
    let title = element("summary", "").markup(html! { (words().progress.point) });
    element("details", "").children(vec![title, map])
}

/// For styles.
const fn name_of(site: Site) -> &'static str {
    match site {
        Site::Back => "back",
        Site::Buttock => "buttock",
        Site::Thigh => "thigh",
        Site::BelowKnee => "below-knee",
        Site::Foot => "foot",
    }
}

const fn hand(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}
