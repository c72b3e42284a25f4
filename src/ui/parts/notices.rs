//! What did not work: said in a bar above everything, until the person has read it.

use leptos::prelude::*;
use maud::html;

use super::{button, fixed, group};
use crate::app::App;
use crate::app::notices::{Notice, Notices};
use crate::view::{Element, element};
use crate::words::words;

pub fn notice_bar() -> Element {
    let notices = App::get().notices;
    element("div", "notices").attribute("role", "status").following_children(move || {
        notices.shown.get().into_iter().map(|notice| row(notice, notices)).collect()
    })
}

fn row(notice: Notice, notices: Notices) -> Element {
    let text = fixed(html! { p { (text(&notice)) } });
    let dismiss = move || notices.dismiss(&notice);
    group("notice", vec![text, button("notice-dismiss", words().notices.dismiss, dismiss)])
}

fn text(notice: &Notice) -> String {
    let words = &words().notices;
    match notice {
        Notice::StorageBlocked => words.storage_blocked.to_owned(),
        Notice::StorageFull => words.storage_full.to_owned(),
        Notice::SetAside { key } => (words.set_aside)(key),
        Notice::Stuck { key } => (words.stuck)(key),
        Notice::Newer { key } => (words.newer)(key),
        Notice::SoundBlocked => words.sound_blocked.to_owned(),
        Notice::ScreenMaySleep => words.screen_may_sleep.to_owned(),
        Notice::LostSession => words.lost_session.to_owned(),
        Notice::NoPlan(_) => words.no_plan.to_owned(),
        Notice::NoSuchPage => words.no_such_page.to_owned(),
    }
}
