//! What opens over the player: how it is done, all movements, when to stop, the keys, the end.
//!
//! A session that runs is paused meanwhile, and goes on when the dialog closes.

use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, html};

use super::super::safety::stop_signs;
use super::{View, with_plan};
use crate::app::library::library;
use crate::app::player::{Player, Standing};
use crate::domain::catalogue::Movement;
use crate::domain::plan::Plan;
use crate::app::route::Route;
use crate::domain::session::Input;
use crate::ui::parts::{bullets, button, fixed, group, steps};
use crate::words::words;

/// One dialog, and whether it paused the session.
#[derive(Clone, Copy)]
pub struct Dialog {
    node: NodeRef<leptos::html::Dialog>,
    has_paused: StoredValue<bool>,
    is_open: RwSignal<bool>,
}

impl Dialog {
    fn new() -> Self {
        Self { node: NodeRef::new(), has_paused: StoredValue::new(false), is_open: RwSignal::new(false) }
    }

    pub fn open(self, player: Player) {
        let Some(node) = self.node.get_untracked() else { return };
        let runs = player.shown.get_untracked().is_some_and(|it| it.standing == Standing::Running);
        self.has_paused.set_value(runs);
        player.send(Input::Pause);
        self.is_open.set(true);
        // It fails only where it is open already.
        let _ = node.show_modal();
    }

    fn close(self) {
        if let Some(node) = self.node.get_untracked() {
            node.close();
        }
    }

    /// After it has closed, by whatever way.
    fn closed(self, player: Player) {
        self.is_open.set(false);
        if self.has_paused.get_value() {
            self.has_paused.set_value(false);
            player.send(Input::Resume);
        }
    }

    /// Closes, and leaves the session as it will be by what comes next.
    fn close_for_good(self) {
        self.has_paused.set_value(false);
        self.close();
    }
}

#[derive(Clone, Copy)]
pub struct Dialogs {
    pub how: Dialog,
    pub steps: Dialog,
    pub stop: Dialog,
    pub keys: Dialog,
    end: Dialog,
}

impl Dialogs {
    pub fn new() -> Self {
        Self {
            how: Dialog::new(),
            steps: Dialog::new(),
            stop: Dialog::new(),
            keys: Dialog::new(),
            end: Dialog::new(),
        }
    }

    pub fn ask_to_end(self, player: Player) {
        self.end.open(player);
    }

    pub fn any_open(self) -> bool {
        [self.how, self.steps, self.stop, self.keys, self.end]
            .iter()
            .any(|dialog| dialog.is_open.get_untracked())
    }
}

pub fn all(view: View) -> AnyView {
    let words = words();
    let dialogs = view.dialogs;
    view! {
        {dialog(view, dialogs.how, words.player.how, move || fixed(how(view)))}
        {dialog(view, dialogs.steps, words.player.all_steps, move || jumps(view))}
        {dialog(view, dialogs.stop, words.safety.stop, || fixed(stop()))}
        {dialog(view, dialogs.keys, words.player.keys_title, || fixed(keys()))}
        {dialog(view, dialogs.end, words.player.end_question, move || end(view))}
    }
    .into_any()
}

/// A dialog whose content is there only while it is open.
fn dialog(
    view: View,
    dialog: Dialog,
    title: &'static str,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    framed(view, dialog, title, Box::new(content))
}

fn framed(
    view: View,
    dialog: Dialog,
    title: &'static str,
    content: Box<dyn Fn() -> AnyView + Send + Sync>,
) -> AnyView {
    let content = move || dialog.is_open.get().then(&content);
    let head = vec![
        fixed(html! { h2 { (title) } }),
        button("quiet-button", words().common.close, move || dialog.close()),
    ];
    view! {
        <dialog
            node_ref=dialog.node
            aria-label=title
            on:close=move |_| dialog.closed(view.app.player)
        >
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
            view.dialogs.steps.close();
            view.app.player.send(Input::Jump { item });
        };
        let class = if at == Some(item) { "row is-at" } else { "row" };
        button(class, name, jump)
    };
    group("rows jumps", names.into_iter().enumerate().map(row).collect())
}

fn names(plan: &Plan) -> Vec<&'static str> {
    let movements = plan.items.iter().filter_map(|item| library().catalogue.movement(item.movement));
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
    let dialog = view.dialogs.end;
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
