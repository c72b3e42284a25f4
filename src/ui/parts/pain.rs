//! Pain from 0 to 10, and where: each is asked, none must be answered.

use std::rc::Rc;

use super::Choice;
use crate::domain::pain::{Flank, Pain, Score, Site};
use crate::view::Element;
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
    vec![sites.view(), flanks.view().shown_while(move || pain().site.is_some())]
}

/// One beyond the last where none is told.
fn place_of<T: PartialEq>(all: &[T], told: Option<&T>) -> usize {
    all.iter().position(|it| Some(it) == told).unwrap_or(usize::MAX)
}
