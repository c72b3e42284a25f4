//! What opens over the player: how it is done, all movements, when to stop, the keys, the end.
//!
//! A session that runs is paused meanwhile, and goes on when the dialog closes.

use std::time::Duration;

use leptos::{html, prelude::*};

use super::{View, with_plan};
use crate::app::library::library;
use crate::app::player::{Player, Standing};
use crate::domain::catalogue::Movement;
use crate::domain::plan::Plan;
use crate::domain::session::Input;
use crate::words::words;

/// One dialog, and whether it paused the session.
#[derive(Clone, Copy)]
pub struct Dialog {
    node: NodeRef<html::Dialog>,
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
        {dialog(view, dialogs.how, words.player.how, move || how(view))}
        {dialog(view, dialogs.steps, words.player.all_steps, move || steps(view))}
        {dialog(view, dialogs.stop, words.safety.stop, stop)}
        {dialog(view, dialogs.keys, words.player.keys_title, keys)}
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
    let content = move || dialog.is_open.get().then(&content);
    view! {
        <dialog
            node_ref=dialog.node
            aria-label=title
            on:close=move |_| dialog.closed(view.app.player)
        >
            <div class="dialog-head">
                <h2>{title}</h2>
                <button type="button" class="quiet-button" on:click=move |_| dialog.close()>
                    {words().common.close}
                </button>
            </div>
            {content}
        </dialog>
    }
    .into_any()
}

fn how(view: View) -> AnyView {
    let words = &words().movement;
    let Some(movement) = movement_at(view) else { return ().into_any() };
    let text = library().texts.movement(&movement.id);
    let steps: Vec<_> = text.steps.iter().map(|step| view! { <li>{step.as_str()}</li> }).collect();
    let mistakes: Vec<_> = text.mistakes.iter().map(|it| view! { <li>{it.as_str()}</li> }).collect();
    view! {
        <h3>{text.name.as_str()}</h3>
        <ol class="steps">{steps}</ol>
        <p><strong>{words.feel} ": "</strong> {text.feel.as_str()}</p>
        <p><strong>{words.breathing} ": "</strong> {text.breathing.as_str()}</p>
        <p><strong>{words.exit} ": "</strong> {text.exit.as_str()}</p>
        <p><strong>{words.mistakes}</strong></p>
        <ul>{mistakes}</ul>
    }
    .into_any()
}

fn movement_at(view: View) -> Option<&'static Movement> {
    let item = view.scene.get_untracked()?.item;
    let number = with_plan(view, |plan| plan.items.get(item).map(|item| item.movement))??;
    library().catalogue.movement(number)
}

fn steps(view: View) -> AnyView {
    let at = view.scene.get_untracked().map(|scene| scene.item);
    let names = with_plan(view, names).unwrap_or_default();
    let rows: Vec<_> = names
        .into_iter()
        .enumerate()
        .map(|(item, name)| {
            let jump = move |_| {
                view.dialogs.steps.close();
                view.app.player.send(Input::Jump { item });
            };
            let current = (at == Some(item)).then_some("step");
            view! {
                <li>
                    <button type="button" class="row" aria-current=current on:click=jump>{name}</button>
                </li>
            }
        })
        .collect();
    view! { <ol class="rows">{rows}</ol> }.into_any()
}

fn names(plan: &Plan) -> Vec<&'static str> {
    let movements = plan.items.iter().filter_map(|item| library().catalogue.movement(item.movement));
    movements.map(|it| library().texts.movement(&it.id).name.as_str()).collect()
}

fn stop() -> AnyView {
    let words = words();
    let signs: Vec<_> = words.safety.stop_signs.iter().map(|it| view! { <li>{*it}</li> }).collect();
    view! {
        <p>{words.safety.stop_hint}</p>
        <ul>{signs}</ul>
        <p>{words.safety.then}</p>
        <p><a href="#/safety">{words.safety.emergency}</a></p>
    }
    .into_any()
}

fn keys() -> AnyView {
    let rows: Vec<_> = words()
        .player
        .keys
        .iter()
        .map(|(key, meaning)| view! { <div><dt><kbd>{*key}</kbd></dt><dd>{*meaning}</dd></div> })
        .collect();
    view! { <dl class="keys">{rows}</dl> }.into_any()
}

fn end(view: View) -> AnyView {
    let words = &words().player;
    let dialog = view.dialogs.end;
    let end = move |_| {
        dialog.close_for_good();
        view.app.player.send(Input::End);
    };
    view! {
        <p>{words.end_hint}</p>
        <p class="dialog-actions">
            <button type="button" class="main-button" on:click=move |_| dialog.close()>
                {words.end_no}
            </button>
            <button type="button" class="quiet-button" on:click=end>{words.end_yes}</button>
        </p>
    }
    .into_any()
}

/// In place of the controls: the device slept, and only the person knows what that was worth.
pub fn asleep(view: View, away: Duration) -> AnyView {
    let words = &words().player;
    let send = move |input| move |_| view.app.player.send(input);
    view! {
        <div class="asleep" role="alert">
            <h2>{(words.asleep)(away)}</h2>
            <p>{words.asleep_hint}</p>
            <button type="button" class="main-button" on:click=send(Input::CarryOn)>
                {words.carry_on}
            </button>
            <button type="button" class="quiet-button" on:click=send(Input::CountIt)>
                {words.count_it}
            </button>
        </div>
    }
    .into_any()
}
