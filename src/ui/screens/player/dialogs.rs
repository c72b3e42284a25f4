//! What opens over the player: how it is done, all movements, when to stop, the keys, the end.
//!
//! A session that runs is paused meanwhile, and goes on when the dialog closes.

use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, html};

use super::super::safety::stop_signs;
use super::{View, with_plan};
use crate::app::App;
use crate::app::library::library;
use crate::app::player::Standing;
use crate::app::route::Route;
use crate::domain::catalogue::Movement;
use crate::domain::plan::Plan;
use crate::domain::session::Input;
use crate::ui::parts::{bullets, button, changing, fixed, group, steps};
use crate::words::words;

/// What a dialog is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    How,
    Movements,
    Stop,
    Keys,
    End,
}

impl Topic {
    fn title(self) -> &'static str {
        let words = words();
        match self {
            Self::How => words.player.how,
            Self::Movements => words.player.all_steps_title,
            Self::Stop => words.safety.stop,
            Self::Keys => words.player.help,
            Self::End => words.player.end_question,
        }
    }

    fn content(self, view: View) -> AnyView {
        match self {
            Self::How => fixed(how(view)),
            Self::Movements => jumps(view),
            Self::Stop => fixed(stop()),
            Self::Keys => fixed(keys()),
            Self::End => end(view),
        }
    }
}

/// The player's dialog: what it is about while it is open, and whether it paused the session.
#[derive(Clone, Copy)]
pub struct Dialog {
    app: App,
    node: NodeRef<leptos::html::Dialog>,
    topic: RwSignal<Option<Topic>>,
    has_paused: StoredValue<bool>,
}

impl Dialog {
    pub fn new(app: App) -> Self {
        Self {
            app,
            node: NodeRef::new(),
            topic: RwSignal::new(None),
            has_paused: StoredValue::new(false),
        }
    }

    pub fn open(self, topic: Topic) {
        let Some(node) = self.node.get_untracked() else { return };
        let player = self.app.player;
        let runs = player.shown.get_untracked().is_some_and(|it| it.standing == Standing::Running);
        self.has_paused.set_value(runs);
        player.send(Input::Pause);
        self.topic.set(Some(topic));
        // It fails only where it is open already.
        let _ = node.show_modal();
    }

    pub fn is_open(self) -> bool {
        self.topic.with_untracked(Option::is_some)
    }

    fn close(self) {
        if let Some(node) = self.node.get_untracked() {
            node.close();
        }
    }

    /// Closes, and leaves the session to what comes next.
    fn close_for_good(self) {
        self.has_paused.set_value(false);
        self.close();
    }

    /// After it has closed, by whatever way.
    fn closed(self) {
        self.topic.set(None);
        if self.has_paused.get_value() {
            self.has_paused.set_value(false);
            self.app.player.send(Input::Resume);
        }
    }
}

/// The dialog, with its content only while it is open.
pub fn dialog(view: View) -> AnyView {
    let dialog = view.dialog;
    let topic = dialog.topic;
    let title = move || topic.get().map_or("", Topic::title);
    let close = move || dialog.close();
    let head = vec![
        changing(move || html! { h2 { (title()) } }),
        button("quiet-button", words().common.close, close),
    ];
    let content = move || topic.get().map(|topic| topic.content(view));
    view! {
        <dialog node_ref=dialog.node aria-label=title on:close=move |_| dialog.closed()>
            {group("dialog-head", head)}
            {content}
        </dialog>
    }
    .into_any()
}

fn how(view: View) -> Markup {
    let words = &words().movement;
    let Some(movement) = movement_at(view) else { return html! {} };
    let text = library().texts.movement(&movement.id);
    html! {
        h3 { (text.name) }
        (steps(&text.steps))
        p { strong { (words.feel) ": " } (text.feel) }
        p { strong { (words.breathing) ": " } (text.breathing) }
        p { strong { (words.exit) ": " } (text.exit) }
        p { strong { (words.mistakes) } }
        (bullets(&text.mistakes))
    }
}

fn movement_at(view: View) -> Option<&'static Movement> {
    let item = view.scene.get_untracked()?.item;
    let number = with_plan(view, |plan| plan.items.get(item).map(|item| item.movement))??;
    library().catalogue.movement(number)
}

/// All movements, each a button that goes there.
fn jumps(view: View) -> AnyView {
    let at = view.scene.with_untracked(|scene| scene.as_ref().map(|it| it.item));
    let names = with_plan(view, names).unwrap_or_default();
    let row = |(item, name): (usize, &'static str)| {
        let jump = move || {
            view.dialog.close();
            view.app.player.send(Input::Jump { item });
        };
        let class = if at == Some(item) { "row is-at" } else { "row" };
        button(class, name, jump)
    };
    group("rows jumps", names.into_iter().enumerate().map(row).collect())
}

fn names(plan: &Plan) -> Vec<&'static str> {
    let movements =
        plan.items.iter().filter_map(|item| library().catalogue.movement(item.movement));
    movements.map(|it| library().texts.movement(&it.id).name.as_str()).collect()
}

fn stop() -> Markup {
    html! {
        (stop_signs())
        p { a href=(Route::Safety) { (words().safety.emergency) } }
    }
}

fn keys() -> Markup {
    html! {
        dl class="keys" {
            @for (key, meaning) in words().player.keys { div { dt { kbd { (key) } } dd { (meaning) } } }
        }
    }
}

fn end(view: View) -> AnyView {
    let words = &words().player;
    let dialog = view.dialog;
    let end = move || {
        dialog.close_for_good();
        view.app.player.send(Input::End);
    };
    let views = vec![
        fixed(html! { p { (words.end_hint) } }),
        button("main-button", words.end_no, move || dialog.close()),
        button("quiet-button", words.end_yes, end),
    ];
    group("dialog-actions", views)
}

/// In place of the controls: the device slept, and only the person knows what that was worth.
pub fn asleep(view: View, away: Duration) -> AnyView {
    let words = &words().player;
    let player = view.app.player;
    let text = html! {
        div role="alert" { h2 { ((words.asleep)(away)) } p { (words.asleep_hint) } }
    };
    let views = vec![
        fixed(text),
        button("main-button", words.carry_on, move || player.send(Input::CarryOn)),
        button("quiet-button", words.count_it, move || player.send(Input::CountIt)),
    ];
    group("asleep", views)
}
