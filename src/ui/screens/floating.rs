//! The floating timer: what is going on, how long it goes on, and the two presses that matter, above
//! whatever else is on the screen.

use leptos::prelude::*;

use crate::app::library::library;
use crate::app::player::{Clockface, Standing};
use crate::app::{self, App};
use crate::domain::breaks::Phase;
use crate::domain::session::Input;
use crate::ui::parts::button;
use crate::view::{Element, apart, element, follow};
use crate::words::words;

/// In pixels.
const SIZE: (u32, u32) = (280, 180);

/// Opens it. Call it within a press of a button.
pub fn open(app: App) {
    let (content, kept) = apart(move || view(app));
    app.player.floats(true);
    app::float(content, SIZE, move || {
        app.player.floats(false);
        drop(kept);
    });
}

fn view(app: App) -> Element {
    let words = words();
    let is_running = move || matches!(app.player.place.get(), Some((_, Standing::Running)));
    let is_paused = move || matches!(app.player.place.get(), Some((_, Standing::Paused)));
    let is_due = move || {
        matches!(app.breaks.phase.get(), Phase::Due { .. }) && !is_running() && !is_paused()
    };
    let buttons = vec![
        button("quiet-button", words.player.pause, move || app.player.send(Input::Pause))
            .shown_while(is_running),
        button("quiet-button", words.player.resume, move || app.player.resume())
            .shown_while(is_paused),
        button("quiet-button", words.player.skip, move || app.player.send(Input::Skip))
            .shown_while(move || is_running() || is_paused()),
        button("quiet-button", words.common.start, move || app.begin_break()).shown_while(is_due),
        button("quiet-button", words.breaks.later, move || app.postpone_break(0))
            .shown_while(is_due),
    ];
    element("div", "floating").children(vec![
        line("floating-digits", move || digits(app)),
        line("floating-name", move || name(app)),
        element("div", "chips").children(buttons),
    ])
}

/// Text and not markup: the page's leave to write that ends at its own window.
fn line(class: &str, text: impl Fn() -> String + 'static) -> Element {
    let line = element("p", class);
    let shown = line.clone();
    follow(move || shown.set_text(&text()));
    line
}

fn digits(app: App) -> String {
    let common = &words().common;
    match app.player.shown.get().filter(|_| app.player.is_on()) {
        Some(shown) => match shown.clockface {
            Clockface::Left(secs) => (common.clock)(std::time::Duration::from_secs(secs)),
            Clockface::Repetitions(count) => format!("{count} ×"),
            Clockface::Waiting => words().player.ready.to_owned(),
        },
        None => app.breaks.left.get().map(common.clock).unwrap_or_default(),
    }
}

fn name(app: App) -> String {
    let at_hand = app.player.place.get().filter(|_| app.player.is_on()).and_then(|(step, _)| {
        app.player.plan.with(|plan| {
            let plan = plan.as_ref()?;
            let step = plan.steps.get(step)?;
            let movement = library().catalogue.movement(plan.items.get(step.item)?.movement)?;
            let side = step.side.map_or("", words().common.side);
            Some(format!("{} {side}", library().texts.movement(movement.id).name))
        })
    });
    at_hand.unwrap_or_else(|| {
        let words = &words().breaks;
        match app.breaks.phase.get() {
            Phase::Due { kind, .. } => (words.due)(kind).to_owned(),
            Phase::Waiting { kind, .. } | Phase::Warned { kind, .. } => {
                (words.event)(kind).to_owned()
            }
            _ => String::new(),
        }
    })
}
