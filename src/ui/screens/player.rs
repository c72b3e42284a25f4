//! The player: it fills the page, takes the colour of what is happening, and leads on by itself.

mod controls;
mod dialogs;
mod keys;
mod scene;

use std::cmp::Ordering;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::App;
use crate::app::player::{Clockface, Shown, Standing, Trace};
use crate::app::route::Route;
use crate::domain::plan::Plan;
use crate::ui::parts::{Icon, changing, changing_button, group, heading, steps};
use crate::words::words;
use controls::{controls, tools};
use dialogs::{Dialog, Topic};
use scene::Scene;

/// What the parts of the player look at. Each signal changes only when its own part must.
#[derive(Clone, Copy)]
struct View {
    app: App,
    standing: Memo<Standing>,
    scene: Memo<Option<Scene>>,
    clockface: Memo<Clockface>,
    dialog: Dialog,
}

impl View {
    fn new(app: App) -> Self {
        let shown = app.player.shown;
        let part = move |shown: Option<Shown>| shown.map(|it| (it.step, it.standing));
        let step = Memo::new(move |_| part(shown.get()));
        Self {
            app,
            standing: Memo::new(move |_| {
                step.get().map_or(Standing::Ready, |(_, standing)| standing)
            }),
            scene: Memo::new(move |_| {
                let (step, standing) = step.get()?;
                app.player.plan.with(|plan| scene::at(plan.as_ref()?, step, standing))
            }),
            clockface: Memo::new(move |_| {
                shown.get().map_or(Clockface::Waiting, |it| it.clockface)
            }),
            dialog: Dialog::new(app),
        }
    }
}

pub fn player() -> AnyView {
    let view = View::new(App::get());
    leave_when_over(view);
    keys::listen(view);
    let phase = move || view.scene.get().map(|scene| scene.phase.name());
    view! {
        <main class="player" data-phase=phase>
            {flash(view)}
            {top(view)}
            {segments(view)}
            {scenery(view, stage)}
            {digits(view)}
            {group("reading", vec![scenery(view, instruction), tools(view)])}
            {move || match view.standing.get() {
                Standing::Asking(away) => dialogs::asleep(view, away),
                _ => controls(view),
            }}
            {dialogs::dialog(view)}
            <p class="unseen" role="status">{view.app.player.senses.told}</p>
        </main>
    }
    .into_any()
}

/// Where a session is over, the next page is the one to look back from, if there is anything to see.
fn leave_when_over(view: View) {
    Effect::new(move |_| {
        if let Standing::Over(_) = view.standing.get() {
            match view.app.player.trace.get() {
                Trace::Nothing => Route::Today.replace(),
                Trace::OnThisPage | Trace::Kept => Route::Done.replace(),
            }
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
    let step = move || {
        let place = view.scene.with(|it| it.as_ref().map(|it| (it.item + 1, it.items)));
        html! { span { @if let Some((item, items)) = place { ((words.step_of)(item, items)) } } }
    };
    let left = move || {
        let shown = view.app.player.shown.get();
        html! { span class="time-left" { @if let Some(it) = shown { ((words.left)(it.left)) } } }
    };
    let end = move || view.dialog.open(Topic::End);
    let views = vec![
        changing_button("round", words.end, || Icon::Close.markup(), end),
        changing(step),
        changing(left),
        controls::mute(view),
    ];
    group("player-top", views)
}

/// One piece per movement: done, at hand, to come. It is told in one sentence to a screen reader.
fn segments(view: View) -> AnyView {
    let words = &words().player;
    let share = move || view.app.player.shown.get().map_or(0, |shown| share_done(&shown));
    let pieces = move || {
        let (at, items) =
            view.scene.with(|it| it.as_ref().map_or((0, 0), |it| (it.item, it.items)));
        html! { @for item in 0..items { span class=(segment(item, at)) {} } }.into_string()
    };
    view! {
        <div
            class="segments"
            role="progressbar"
            aria-label=words.progress
            aria-valuenow=share
            aria-valuetext=move || (words.percent)(share())
            inner_html=pieces
        ></div>
    }
    .into_any()
}

fn segment(item: usize, at: usize) -> &'static str {
    match item.cmp(&at) {
        Ordering::Less => "segment is-done",
        Ordering::Equal => "segment is-at",
        Ordering::Greater => "segment",
    }
}

/// How much of the session is behind, in percent.
fn share_done(shown: &Shown) -> u64 {
    let total = shown.total.as_secs().max(1);
    shown.total.saturating_sub(shown.left).as_secs() * 100 / total
}

/// What stays as it is for as long as the scene does.
fn scenery(view: View, markup: fn(&Scene) -> Markup) -> AnyView {
    changing(move || view.scene.with(|scene| html! { @if let Some(it) = scene { (markup(it)) } }))
}

fn stage(scene: &Scene) -> Markup {
    html! {
        div class="stage" {
            (heading(scene.name))
            p class="side" { (scene.side) }
            p class="doing" { (scene.doing) }
        }
    }
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

/// How much of the line is left, in thousandths.
fn line(view: View) -> String {
    let shown = view.app.player.shown.get();
    let share = shown.map_or(0, |shown| match shown.clockface {
        Clockface::Left(secs) => secs * 1000 / shown.length.as_secs().max(1),
        Clockface::Repetitions(_) | Clockface::Waiting => 1000,
    });
    format!("--left: {}", share.min(1000))
}

fn instruction(scene: &Scene) -> Markup {
    html! {
        div class="instruction" {
            @if let Some(how) = scene.steps { (steps(how)) }
            p class="cue" { (scene.cue) }
            p class="feel" { (scene.feel) }
            p class="next" { (scene.next) }
        }
    }
}

/// The plan at hand, for what needs it once.
fn with_plan<T>(view: View, then: impl FnOnce(&Plan) -> T) -> Option<T> {
    view.app.player.plan.with_untracked(|plan| plan.as_ref().map(then))
}
