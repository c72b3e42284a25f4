//! What did not work: said in a bar above everything, until the person has read it.

use leptos::prelude::*;
use maud::html;

use super::{button, fixed, group};
use crate::app::notices::Notice;
use crate::app::{App, builds};
use crate::view::{Element, element};
use crate::words::words;

pub fn notice_bar() -> Element {
    let app = App::get();
    element("div", "notices").attribute("role", "status").following_children(move || {
        let is_in_session = app.is_in_session();
        let shown = app.notices.shown.get().into_iter();
        shown.filter(|it| !(is_in_session && it.can_wait())).map(|it| row(it, app)).collect()
    })
}

fn row(notice: Notice, app: App) -> Element {
    let words = &words().notices;
    let mut parts = vec![fixed(html! { p { (text(&notice)) } })];
    let can_wait = notice.can_wait();
    let dismissal = match &notice {
        Notice::NewerBuild => {
            parts.push(button("notice-button", words.reload, builds::take_newer));
            words.later
        }
        Notice::Cleared => {
            let again = move || {
                app.keep_again();
                app.notices.dismiss(&Notice::Cleared);
            };
            parts.push(button("notice-button", words.keep_again, again));
            words.dismiss
        }
        _ => words.dismiss,
    };
    parts.push(button("notice-button", dismissal, move || app.notices.dismiss(&notice)));
    group(if can_wait { "notice is-news" } else { "notice" }, parts)
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
        Notice::OtherTab => words.other_tab.to_owned(),
        Notice::Cleared => words.cleared.to_owned(),
        Notice::NoFile => words.no_file.to_owned(),
        Notice::WorksOffline => words.works_offline.to_owned(),
        Notice::NewerBuild => words.newer_build.to_owned(),
    }
}
