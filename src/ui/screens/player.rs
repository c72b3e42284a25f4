//! The player: it fills the page, takes the colour of what is happening, and leads on by itself.

mod controls;
mod dialogs;
mod keys;
mod scene;

use leptos::prelude::*;

use crate::app::App;
use crate::app::player::{Clockface, Shown, Standing};
use crate::app::route::Route;
use crate::domain::plan::Plan;
use crate::ui::parts::Icon;
use crate::words::words;
use controls::{controls, tools};
use dialogs::Dialogs;
use scene::Scene;

/// What the parts of the player look at. Each signal changes only when its own part must.
#[derive(Clone, Copy)]
struct View {
    app: App,
    standing: Memo<Standing>,
    scene: Memo<Option<Scene>>,
    clockface: Memo<Clockface>,
    dialogs: Dialogs,
}

impl View {
    fn new(app: App) -> Self {
        let shown = app.player.shown;
        let part = move |shown: Option<Shown>| shown.map(|it| (it.step, it.standing));
        let step = Memo::new(move |_| part(shown.get()));
        Self {
            app,
            standing: Memo::new(move |_| step.get().map_or(Standing::Ready, |(_, standing)| standing)),
            scene: Memo::new(move |_| {
                let (step, standing) = step.get()?;
                app.player.plan.with(|plan| scene::at(plan.as_ref()?, step, standing))
            }),
            clockface: Memo::new(move |_| shown.get().map_or(Clockface::Waiting, |it| it.clockface)),
            dialogs: Dialogs::new(),
        }
    }
}

pub fn player() -> impl IntoView {
    let view = View::new(App::get());
    leave_when_over(view);
    keys::listen(view);
    let phase = move || view.scene.get().map(|scene| scene.phase.name());
    view! {
        <main class="player" data-phase=phase>
            {flash(view)}
            {top(view)}
            {segments(view)}
            {move || view.scene.get().map(|scene| stage(&scene))}
            {digits(view)}
            {move || view.scene.get().map(|scene| instruction(&scene))}
            {move || match view.standing.get() {
                Standing::Asking(away) => dialogs::asleep(view, away),
                _ => controls(view),
            }}
            {tools(view)}
            {dialogs::all(view)}
            <p class="unseen" role="status">{move || view.app.player.senses.told.get()}</p>
        </main>
    }
}

/// Where a session is over, the next page is the one to look back from.
fn leave_when_over(view: View) {
    Effect::new(move |_| {
        if let Standing::Over(_) = view.standing.get() {
            Route::Done.replace();
        }
    });
}

/// A change of light at the edge of the screen, for those who do not hear the sound.
fn flash(view: View) -> AnyView {
    let class = move || match view.app.player.senses.flashes.get() {
        0 => "flash",
        count if count % 2 == 0 => "flash is-even",
        _ => "flash is-odd",
    };
    view! { <div class=class aria-hidden="true"></div> }.into_any()
}

fn top(view: View) -> AnyView {
    let words = &words().player;
    let step = move || view.scene.get().map(|it| (words.step_of)(it.item + 1, it.items));
    let left = move || view.app.player.shown.get().map(|shown| (words.left)(shown.left));
    view! {
        <div class="player-top">
            <button
                type="button"
                class="round"
                aria-label=words.end
                on:click=move |_| view.dialogs.ask_to_end(view.app.player)
            >
                {Icon::Close.into_render()}
            </button>
            <span>{step}</span>
            <span class="time-left">{left}</span>
            {controls::mute(view)}
        </div>
    }
    .into_any()
}

/// One piece per movement: done, at hand, to come. It is told in one sentence to a screen reader.
fn segments(view: View) -> AnyView {
    let items = view.app.player.plan.with_untracked(|plan| plan.as_ref().map_or(0, |it| it.items.len()));
    let at = Memo::new(move |_| view.scene.get().map_or(0, |scene| scene.item));
    let share = move || view.app.player.shown.get().map_or(0, |shown| share_done(&shown));
    let class = move |item: usize| {
        move || match at.get() {
            at if item < at => "segment is-done",
            at if item == at => "segment is-at",
            _ => "segment",
        }
    };
    let words = &words().player;
    view! {
        <div
            class="segments"
            role="progressbar"
            aria-label=words.progress
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=share
            aria-valuetext=move || (words.percent)(share())
        >
            {(0..items).map(|item| view! { <span class=class(item)></span> }).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// How much of the session is behind, in percent.
fn share_done(shown: &Shown) -> u64 {
    let total = shown.total.as_secs().max(1);
    shown.total.saturating_sub(shown.left).as_secs() * 100 / total
}

fn stage(scene: &Scene) -> AnyView {
    view! {
        <div class="stage">
            <h1 tabindex="-1">{scene.name}</h1>
            <p class="side">{scene.side}</p>
            <p class="doing">{scene.doing.clone()}</p>
        </div>
    }
    .into_any()
}

/// The digits, as large as the screen allows, and a line below that runs out with them.
fn digits(view: View) -> AnyView {
    let words = &words().player;
    let text = move || match view.clockface.get() {
        Clockface::Left(secs) if secs >= 100 => {
            (crate::words::words().common.clock)(std::time::Duration::from_secs(secs))
        }
        Clockface::Left(secs) => secs.to_string(),
        Clockface::Repetitions(count) => format!("{count}×"),
        Clockface::Waiting => words.waiting.to_owned(),
    };
    let label = move || match view.clockface.get() {
        Clockface::Left(secs) => (words.timer)(secs),
        Clockface::Repetitions(count) => (words.repetitions)(count),
        Clockface::Waiting => words.waiting.to_owned(),
    };
    let is_long = move || text().chars().count() > 3;
    view! {
        <div class="digits" class:is-long=is_long role="timer" aria-label=label>{text}</div>
        <div class="line" aria-hidden="true"><span style=move || line(view)></span></div>
    }
    .into_any()
}

/// How much of the line is left. It is drawn to where it will be in a second, which it takes to get there.
fn line(view: View) -> String {
    let shown = view.app.player.shown.get();
    let share = shown.map_or(0.0, |shown| match shown.clockface {
        Clockface::Left(secs) => {
            let ahead = match shown.standing {
                Standing::Running => secs.saturating_sub(1),
                _ => secs,
            };
            seconds(ahead) / shown.length.as_secs_f64().max(1.0)
        }
        Clockface::Repetitions(_) | Clockface::Waiting => 1.0,
    });
    format!("transform:scaleX({:.4})", share.min(1.0))
}

fn seconds(secs: u64) -> f64 {
    std::time::Duration::from_secs(secs).as_secs_f64()
}

fn instruction(scene: &Scene) -> AnyView {
    let steps = scene.steps.map(|steps| {
        let rows: Vec<_> = steps.iter().map(|step| view! { <li>{step.as_str()}</li> }).collect();
        view! { <ol class="steps">{rows}</ol> }
    });
    view! {
        <div class="instruction">
            {steps}
            <p class="cue">{scene.cue}</p>
            <p class="feel">{scene.note}</p>
            <p class="next">{scene.next.clone()}</p>
        </div>
    }
    .into_any()
}

/// The plan at hand, for what needs it once.
fn with_plan<T>(view: View, then: impl FnOnce(&Plan) -> T) -> Option<T> {
    view.app.player.plan.with_untracked(|plan| plan.as_ref().map(then))
}
