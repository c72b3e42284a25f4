//! What did not work, said in a bar above everything, and what can wait, at the foot of a page. Both stay
//! until the person has read them.

use leptos::prelude::*;
use maud::html;

use super::{button, fixed, group};
use crate::app::notices::Notice;
use crate::app::{self, App, builds};
use crate::view::{Element, element, follow};
use crate::words::words;

pub fn notice_bar() -> Element {
    bar("notices", |notice| !notice.can_wait())
}

/// For every page but the player. It takes its room from the end of the page, since it comes some
/// seconds after the page has: nothing may move away from under a finger.
pub fn news_bar() -> Element {
    bar("news", Notice::can_wait)
}

fn bar(class: &'static str, belongs: fn(&Notice) -> bool) -> Element {
    let app = App::get();
    let bar = element("div", class).attribute("role", "status").following_children(move || {
        let shown = app.notices.shown.get().into_iter();
        shown.filter(belongs).map(|it| row(it, app)).collect()
    });
    // What has the focus may be where the page has to make room.
    follow(move || {
        app.notices.shown.track();
        app::keep_focus_in_sight();
    });
    bar
}

fn row(notice: Notice, app: App) -> Element {
    let words = &words().notices;
    let mut parts = vec![fixed(html! { p { (text(&notice)) } })];
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
    group("notice", parts)
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
        Notice::NoVoice => words.no_voice.to_owned(),
        Notice::VoiceFailed => words.voice_failed.to_owned(),
        Notice::LostSession => words.lost_session.to_owned(),
        Notice::NoPlan(error) => (words.no_plan)(error).to_owned(),
        Notice::NoSuchPage => words.no_such_page.to_owned(),
        Notice::OtherTab => words.other_tab.to_owned(),
        Notice::Cleared => words.cleared.to_owned(),
        Notice::NoFile => words.no_file.to_owned(),
        Notice::WorksOffline => words.works_offline.to_owned(),
        Notice::NewerBuild => words.newer_build.to_owned(),
    }
}
