//! What opens over the player: how it is done, all movements, when to stop, the keys, the end.
//!
//! A session that runs is paused meanwhile, and goes on when the dialog closes.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use maud::{Markup, html};

use super::super::safety::{signs, soon, stop_signs};
use super::{View, with_plan};
use crate::app::library::library;
use crate::app::player::Standing;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::catalogue::{Kind, Level, Movement};
use crate::domain::hurts::{Answer, Hurt};
use crate::domain::plan::Plan;
use crate::domain::screening::Tier;
use crate::domain::session::Input;
use crate::ui::parts::{bullets, button, changing, fixed, group, steps};
use crate::view::{Element, element};
use crate::words::words;

/// What a dialog is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    How,
    Movements,
    Hurts,
    Signs,
    Keys,
    End,
}

impl Topic {
    fn title(self) -> &'static str {
        let words = words();
        match self {
            Self::How => words.player.how,
            Self::Movements => words.player.all_steps_title,
            Self::Hurts => words.hurts.question,
            Self::Signs => words.pages.safety,
            Self::Keys => words.player.help,
            Self::End => words.player.end_question,
        }
    }

    fn content(self, view: &View) -> Element {
        match self {
            Self::How => fixed(how(view)),
            Self::Movements => jumps(view),
            Self::Hurts => hurts(view),
            Self::Signs => fixed(all_signs()),
            Self::Keys => fixed(keys()),
            Self::End => end(view),
        }
    }
}

/// The player's dialog: what it is about while it is open, and whether it paused the session.
#[derive(Clone)]
pub struct Dialog {
    app: App,
    element: Element,
    topic: RwSignal<Option<Topic>>,
    has_paused: Rc<Cell<bool>>,
}

impl Dialog {
    pub fn new(app: App) -> Self {
        Self {
            app,
            element: element("dialog", ""),
            topic: RwSignal::new(None),
            has_paused: Rc::default(),
        }
    }

    pub fn open(&self, topic: Topic) {
        let player = self.app.player;
        let runs = player.shown.get_untracked().is_some_and(|it| it.standing == Standing::Running);
        self.has_paused.set(runs);
        player.send(Input::Pause);
        self.topic.set(Some(topic));
        self.element.open();
    }

    pub fn is_open(&self) -> bool {
        self.topic.with_untracked(Option::is_some)
    }

    fn close(&self) {
        self.element.close();
    }

    /// Closes, and leaves the session to what comes next.
    fn close_for_good(&self) {
        self.has_paused.set(false);
        self.close();
    }

    /// After it has closed, by whatever way.
    fn closed(&self) {
        self.topic.set(None);
        if self.has_paused.replace(false) {
            self.app.player.send(Input::Resume);
        }
    }
}

/// The dialog, with its content only while it is open.
pub fn dialog(view: &View) -> Element {
    let topic = view.dialog.topic;
    let title = move || topic.get().map_or("", Topic::title);
    let (dialog, closed) = (view.dialog.clone(), view.dialog.clone());
    let head = vec![
        changing(move || html! { h2 { (title()) } }),
        button("quiet-button", words().common.close, move || dialog.close()),
    ];
    let (shell, view) = (view.dialog.element.clone(), view.clone());
    let content = element("div", "markup").following_children(move || {
        topic.get().into_iter().map(|topic| topic.content(&view)).collect()
    });
    shell
        .following_attribute("aria-label", move || Some(title().to_owned()))
        .on("close", move || closed.closed())
        .children(vec![group("dialog-head", head), content])
}

fn how(view: &View) -> Markup {
    let words = &words().movement;
    let Some(movement) = movement_at(view) else { return html! {} };
    let text = library().texts.movement(movement.id);
    html! {
        h3 { (text.name) }
        (steps(&text.steps))
        @if movement.kind == Kind::Own {
            p { (crate::words::words().own.not_ours) }
        } @else {
            p { strong { (words.feel) ": " } (text.feel) }
            p { strong { (words.breathing) ": " } (text.breathing) }
            p { strong { (words.exit) ": " } (text.exit) }
            p { strong { (words.mistakes) } }
            (bullets(&text.mistakes))
        }
    }
}

fn movement_at(view: &View) -> Option<&'static Movement> {
    let item = item_at(view)?;
    let number = with_plan(view, |plan| plan.items.get(item).map(|item| item.movement))??;
    library().catalogue.movement(number)
}

/// Which movement of the plan is at hand.
fn item_at(view: &View) -> Option<usize> {
    let step = view.app.player.shown.get_untracked()?.step;
    with_plan(view, |plan| plan.steps.get(step).map(|step| step.item))?
}

/// All movements, each a button that goes there.
fn jumps(view: &View) -> Element {
    let at = item_at(view);
    let names = with_plan(view, names).unwrap_or_default();
    let row = |(item, name): (usize, &'static str)| {
        let (dialog, player) = (view.dialog.clone(), view.app.player);
        let jump = move || {
            dialog.close();
            player.send(Input::Jump { item });
        };
        let class = if at == Some(item) { "row is-at" } else { "row" };
        button(class, name, jump)
    };
    group("rows jumps", names.into_iter().enumerate().map(row).collect())
}

fn names(plan: &Plan) -> Vec<&'static str> {
    let movements =
        plan.items.iter().filter_map(|item| library().catalogue.movement(item.movement));
    movements.map(|it| library().texts.movement(it.id).name).collect()
}

/// What it feels like, then what to do about it. The signs are always below.
fn hurts(view: &View) -> Element {
    let picked = RwSignal::new(None);
    let view = view.clone();
    let choice = element("div", "markup").following_children(move || match picked.get() {
        None => vec![group("rows jumps", Hurt::ALL.map(|it| feels(it, picked)).to_vec())],
        Some(hurt) => vec![fixed(advice(&view, hurt)), answers(&view, hurt)],
    });
    group("markup", vec![choice, fixed(signs_of_stopping())])
}

fn feels(hurt: Hurt, picked: RwSignal<Option<Hurt>>) -> Element {
    button("row", (words().hurts.hurt)(hurt), move || {
        picked.set(Some(hurt));
        app::go_to("dialog .advice".to_owned());
    })
}

/// What to do about it; where less is enough, how that is done.
fn advice(view: &View, hurt: Hurt) -> Markup {
    let words = &words().hurts;
    let is_less = hurt.answers().contains(&Answer::Ease);
    let movement = movement_at(view).filter(|_| is_less);
    let easier = movement.and_then(|it| library().texts.movement(it.id).at(Level::Beginner));
    html! {
        h3 class="advice" tabindex="-1" { ((words.hurt)(hurt)) }
        p { ((words.advice)(hurt)) }
        @if let Some(easier) = easier { p { strong { (words.easier) ": " } (easier) } }
    }
}

/// What can be done about it, the best first.
fn answers(view: &View, hurt: Hurt) -> Element {
    let swap = view.app.swap_at_hand();
    let offered = hurt.answers().iter().filter(|it| **it != Answer::Swap || swap.is_some());
    let button = |(index, answer): (usize, &Answer)| {
        let class = if index == 0 { "main-button" } else { "quiet-button" };
        let label = match (answer, swap) {
            (Answer::Swap, Some(other)) => (words().hurts.swap_for)(super::scene::name_of(other)),
            _ => (words().hurts.answer)(*answer).to_owned(),
        };
        let (view, answer) = (view.clone(), *answer);
        button(class, &label, move || {
            if answer == Answer::End {
                view.dialog.close_for_good();
            }
            view.app.answer_hurt(hurt, answer);
            view.dialog.close();
        })
    };
    group("dialog-actions", offered.enumerate().map(button).collect())
}

fn signs_of_stopping() -> Markup {
    html! {
        h3 { (words().safety.stop) }
        (stop_signs())
        (emergencies())
        p { a href=(Route::Safety) { (words().pages.safety) } }
    }
}

/// What wants help at once first, then when to stop, and whom to see.
fn all_signs() -> Markup {
    let words = &words().safety;
    html! {
        (emergencies())
        h3 { (words.stop) }
        (stop_signs())
        h3 { (words.soon) }
        p { (words.soon_hint) }
        (soon())
    }
}

fn emergencies() -> Markup {
    let words = &words().safety;
    html! {
        section class="emergency" {
            h3 { (words.emergency) }
            p { (words.emergency_hint) }
            (bullets(&signs(|it| it == Tier::Emergency)))
        }
    }
}

fn keys() -> Markup {
    html! {
        dl class="keys" {
            @for (key, meaning) in words().player.keys { div { dt { kbd { (key) } } dd { (meaning) } } }
        }
    }
}

fn end(view: &View) -> Element {
    let words = &words().player;
    let (player, stay, leave) = (view.app.player, view.dialog.clone(), view.dialog.clone());
    let end = move || {
        leave.close_for_good();
        player.send(Input::End);
    };
    let parts = vec![
        fixed(html! { p { (words.end_hint) } }),
        button("main-button", words.end_no, move || stay.close()),
        button("quiet-button", words.end_yes, end),
    ];
    group("dialog-actions", parts)
}

/// In place of the controls: the device slept, and only the person knows what that was worth.
pub fn asleep(view: &View) -> Element {
    let words = &words().player;
    let player = view.app.player;
    let away = move || match player.place.get() {
        Some((_, Standing::Asking(away))) => Some(away),
        _ => None,
    };
    let text = move || {
        html! {
            @if let Some(away) = away() {
                div role="alert" { h2 { ((words.asleep)(away)) } p { (words.asleep_hint) } }
            }
        }
    };
    let parts = vec![
        changing(text),
        button("main-button", words.carry_on, move || player.send(Input::CarryOn)),
        button("quiet-button", words.count_it, move || player.send(Input::CountIt)),
    ];
    group("asleep", parts).shown_while(move || away().is_some())
}
