//! The player: it fills the page, takes the colour of what is happening, and leads on by itself.
//!
//! Two things change it: a new step, which changes most of it, and each second, which changes little.

mod clock;
mod controls;
mod dialogs;
mod keys;
mod scene;

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::rc::Rc;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::library::library;
use crate::app::player::{Standing, Trace};
use crate::app::route::Route;
use crate::app::{App, on_restyle};
use crate::domain::plan::{Plan, Side};
use crate::domain::restrictions::Fit;
use crate::domain::session::Input;
use crate::ui::parts::{Facing, Icon, Motion, Showing, figure, group, named_button, steps};
use crate::view::{Element, element, follow, keep};
use crate::words::words;
use clock::Clock;
use dialogs::{Dialog, Topic};
use scene::Scene;

/// What the parts of the player look at and act on.
#[derive(Clone)]
struct View {
    app: App,
    dialog: Dialog,
}

pub fn player() -> Element {
    let app = App::get();
    let view = View { app, dialog: Dialog::new(app) };
    let (scenery, clock) = (Scenery::new(), Rc::new(Clock::new()));
    let main = element("main", "player").children(vec![
        clock.edge.clone(),
        top(&view, &scenery, &clock),
        scenery.segments.element.clone(),
        scenery.stage(),
        at_hand(app),
        clock.digits.clone(),
        clock.line.clone(),
        // It scrolls where there is little room, and whoever has only keys scrolls it too.
        group("reading", vec![scenery.instruction()])
            .attribute("tabindex", "0")
            .attribute("aria-label", words().player.reading),
        controls::tools(&view),
        controls::controls(&view),
        dialogs::asleep(&view),
        dialogs::dialog(&view),
        told(app),
    ]);
    let (page, room, styled) = (main.clone(), main.clone(), Rc::clone(&clock));
    let flashing = Rc::clone(&clock);
    follow(move || scenery.show(&page, app));
    follow(move || {
        if let Some(shown) = app.player.shown.get() {
            app.player.stride.set(clock.show(&room, shown));
        }
    });
    at_each_flash(app, move || flashing.flash());
    keep(on_restyle(move || {
        styled.restyle();
        app.player.send(Input::Tick);
    }));
    leave_when_over(app);
    keys::listen(&view);
    main
}

/// The figure of the movement at hand: it shows where to go before, goes there as the work begins, and
/// breathes there as the cues do.
fn at_hand(app: App) -> Element {
    let showing = move || {
        let (step, standing) = app.player.place.get()?;
        app.player.plan.with(|plan| {
            let plan = plan.as_ref()?;
            let step = plan.steps.get(step)?;
            let movement = library().catalogue.movement(plan.items.get(step.item)?.movement)?;
            let facing =
                if step.side == Some(Side::Left) { Facing::Mirrored } else { Facing::AsWritten };
            // Whoever wants little motion sees both ends of it all the time.
            let motion = match standing {
                _ if app.figures.is_calm() => Motion::Living,
                Standing::Running if step.is_work() => Motion::Living,
                _ => Motion::Held,
            };
            Some(Showing::of(movement.figure?, facing, motion))
        })
    };
    figure("figure is-guide", showing)
}

/// Where a session is over, the next page is the one to look back from, if there is anything to see.
fn leave_when_over(app: App) {
    follow(move || {
        if let Some((_, Standing::Over(_))) = app.player.place.get() {
            match app.player.trace.get() {
                Trace::Nothing => Route::Today.replace(),
                Trace::OnThisPage | Trace::Kept => Route::Done.replace(),
            }
        }
    });
}

/// Calls `then` at each flash to come.
fn at_each_flash(app: App, then: impl Fn() + 'static) {
    let flashes = app.player.senses.flashes;
    let seen = Cell::new(flashes.get_untracked());
    follow(move || {
        let flashes = flashes.get();
        if seen.replace(flashes) != flashes {
            then();
        }
    });
}

/// What a screen reader is told when it happens.
fn told(app: App) -> Element {
    let told = app.player.senses.told;
    element("p", "unseen").attribute("role", "status").following_text(move || told.get())
}

fn top(view: &View, scenery: &Scenery, clock: &Clock) -> Element {
    let dialog = view.dialog.clone();
    let end = named_button("round", words().player.end, move || dialog.open(Topic::End));
    let dialog = view.dialog.clone();
    let signs = named_button("round", words().pages.safety, move || dialog.open(Topic::Signs));
    let parts = vec![
        end.markup(Icon::Close.markup()),
        scenery.place.clone(),
        clock.left.clone(),
        signs.markup(Icon::Safety.markup()),
        controls::mute(view.app),
    ];
    group("player-top", parts)
}

/// What stays as it is for as long as a step lasts. The elements stay for longer, so that a screen
/// reader at the heading is not thrown off it by the next step, and none is touched that says the same.
struct Scenery {
    place: Element,
    segments: Segments,
    name: Element,
    side: Element,
    doing: Element,
    /// What to mind before the movement, and how to get into position.
    before: Filled,
    cue: Element,
    /// Where a person should feel it.
    feel: Element,
    next: Element,
}

/// One piece per movement: done, at hand, to come.
struct Segments {
    element: Element,
    /// Each with the class that it has.
    pieces: RefCell<Vec<(Element, &'static str)>>,
}

/// An element and what it was filled with.
struct Filled {
    element: Element,
    html: RefCell<String>,
}

impl Scenery {
    fn new() -> Self {
        Self {
            place: element("span", ""),
            segments: Segments::new(),
            name: element("h1", "").attribute("tabindex", "-1"),
            side: element("p", "side"),
            doing: element("p", "doing"),
            before: Filled::new(element("div", "before")),
            cue: element("p", "cue"),
            feel: element("p", "feel"),
            next: element("p", "next"),
        }
    }

    fn stage(&self) -> Element {
        let parts = vec![self.name.clone(), self.side.clone(), self.doing.clone()];
        element("div", "stage").children(parts)
    }

    fn instruction(&self) -> Element {
        let Self { before, cue, feel, next, .. } = self;
        // Where it is felt comes early: on a small screen the rest may have to be scrolled to.
        let parts = [&before.element, feel, cue, next].map(Element::clone);
        element("div", "instruction").children(parts.to_vec())
    }

    fn show(&self, page: &Element, app: App) {
        let Some((step, standing)) = app.player.place.get() else { return };
        let scene =
            app.player.plan.with_untracked(|plan| scene::at(plan.as_ref()?, step, standing));
        let Some(scene) = scene else { return };
        page.set_attribute("data-phase", Some(scene.phase.name()));
        let is_asking = matches!(standing, Standing::Asking(_));
        page.set_attribute("data-asking", is_asking.then_some(""));
        self.place.set_text(&(words().player.step_of)(scene.item + 1, scene.items));
        self.segments.show(scene.item, scene.items);
        self.name.set_text(scene.name);
        self.side.set_text(scene.side);
        self.doing.set_text(&scene.doing);
        self.before.fill(before(&scene, &for_you(app, &scene)));
        self.cue.set_text(scene.cue);
        self.feel.set_text(&scene.feel);
        self.next.set_text(&scene.next);
    }
}

impl Segments {
    fn new() -> Self {
        let element = element("div", "segments")
            .attribute("role", "progressbar")
            .attribute("aria-label", words().player.progress);
        Self { element, pieces: RefCell::default() }
    }

    fn show(&self, at: usize, count: usize) {
        let mut pieces = self.pieces.borrow_mut();
        if pieces.len() != count {
            pieces.clear();
            pieces.resize_with(count, || (element("span", ""), ""));
            self.element.clear();
            for (piece, _) in pieces.iter() {
                self.element.append(piece);
            }
            self.element.set_attribute("aria-valuemax", Some(&count.to_string()));
        }
        for (item, (piece, class)) in pieces.iter_mut().enumerate() {
            let now = segment(item, at);
            if *class != now {
                *class = now;
                piece.set_attribute("class", Some(now));
            }
        }
        self.element.set_attribute("aria-valuenow", Some(&at.to_string()));
    }
}

impl Filled {
    fn new(element: Element) -> Self {
        Self { element, html: RefCell::default() }
    }

    fn fill(&self, markup: Markup) {
        let html = markup.into_string();
        if *self.html.borrow() != html {
            self.element.set_html(&html);
            self.html.replace(html);
        }
    }
}

fn segment(item: usize, at: usize) -> &'static str {
    match item.cmp(&at) {
        Ordering::Less => "segment is-done",
        Ordering::Equal => "segment is-at",
        Ordering::Greater => "segment",
    }
}

/// What this person's answers ask them to mind in the movement at hand.
fn for_you(app: App, scene: &Scene) -> Vec<&'static str> {
    let Some(movement) = library().catalogue.movement(scene.movement) else { return vec![] };
    let eased = untrack(|| app.check.eases(movement)).then_some(words().hurts.eased);
    let cautions = match untrack(|| app.check.fit(movement)) {
        Fit::Changed(all) => all,
        Fit::Free | Fit::Out(_) | Fit::Excluded => vec![],
    };
    let notes = cautions.iter().map(|it| library().texts.terms.note(it.note));
    eased.into_iter().chain(notes).collect()
}

fn before(scene: &Scene, for_you: &[&str]) -> Markup {
    html! {
        @if let Some(name) = scene.instead_of { p class="for-you" { ((words().check.instead_of)(name)) } }
        @for note in for_you { p class="for-you" { strong { (words().check.for_you) ": " } (note) } }
        @if let Some(how) = scene.steps { (steps(how)) }
    }
}

/// The plan at hand, for what needs it once.
fn with_plan<T>(view: &View, then: impl FnOnce(&Plan) -> T) -> Option<T> {
    view.app.player.plan.with_untracked(|plan| plan.as_ref().map(then))
}
