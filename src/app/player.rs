//! Runs one session: gives it inputs with the time, carries out its effects, and says what to show.

mod lead;
mod perform;
mod screen_off;
mod senses;
mod shown;

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::library::library;
use super::notices::{Notice, Notices};
use super::route::Route;
use super::shared::Shared;
use super::{for_good, now};
use crate::browser::clock::{Clock, Reading};
use crate::browser::events::{self, Visibility};
use crate::browser::ticker::{self, Wake};
use crate::domain::cues::Cue;
use crate::domain::history::Record;
use crate::domain::moment::Moment;
use crate::domain::pain::Score;
use crate::domain::plan::{Plan, PlanError, Recipe};
use crate::domain::session::{Input, Opening, Session};
use crate::domain::settings::Settings;
use crate::domain::stored::SavedSession;
use lead::Lead;
pub use senses::Senses;
pub use shown::{Clockface, Shown, Standing};

/// How long the count takes before a step begins.
const COUNT: Duration = Duration::from_secs(3);

/// What the screens see of the session at hand, and where they send wishes.
pub type Player = Shared<Playing>;

pub struct Playing {
    /// What to show of the session at hand.
    pub shown: RwSignal<Option<Shown>>,
    /// Every how many seconds that is looked up: each one, unless something else counts them down.
    pub stride: Cell<u64>,
    is_floating: Cell<bool>,
    /// Which of the plan's steps is at hand, and how the session stands.
    pub place: RwSignal<Option<(usize, Standing)>>,
    /// The session's steps, as planned.
    pub plan: RwSignal<Option<Plan>>,
    pub recipe: RwSignal<Option<Recipe>>,
    /// What to flash, tell a screen reader, and so forth.
    pub senses: Senses,
    /// What the last session that is over has left.
    pub trace: Cell<Trace>,
    settings: RwSignal<Settings>,
    history: RwSignal<Vec<Record>>,
    notices: Notices,
    running: RefCell<Option<Running>>,
    lead: RefCell<Lead>,
    /// The number of the last question for the lead.
    lead_question: Cell<u32>,
    /// What to do when a session has gone into the history.
    on_record: RefCell<Option<OnRecord>>,
    /// When the session began that was recorded last on this page.
    pub recorded: Cell<Option<OffsetDateTime>>,
    /// Sessions that could not be kept, so only this page knows of them.
    unkept: RefCell<Vec<Record>>,
    clock: Clock,
    /// The time at which the track at hand, if there is one, began.
    track_began: Cell<Moment>,
    track_check: RefCell<Option<Wake>>,
}

type OnRecord = Rc<dyn Fn(&Record)>;

/// What a session that is over has left in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trace {
    /// No movement was done for a second.
    Nothing,
    /// It could not be kept, so only this page knows of it.
    OnThisPage,
    Kept,
}

/// A session and what belongs to it alone.
struct Running {
    session: Session,
    recipe: Recipe,
    began: OffsetDateTime,
    /// The pain that was told before it.
    pain_before: Option<Score>,
    /// Cues that no clock but the page's carries out, in order.
    pending: VecDeque<Cue>,
    /// Up to when cues have been planned.
    planned_until: Moment,
    /// When cues were last planned from their start, and from when on: what was before is behind.
    planned_at: Moment,
    planned_from: Moment,
    /// When it was last kept.
    saved_at: Moment,
    /// Whether it could be kept then.
    is_kept: bool,
    /// What was kept then.
    kept: Option<String>,
    wake: Option<Wake>,
}

impl Player {
    pub(super) fn create(
        settings: RwSignal<Settings>,
        history: RwSignal<Vec<Record>>,
        notices: Notices,
    ) -> Self {
        let player = Shared::new(Playing {
            shown: RwSignal::new(None),
            stride: Cell::new(1),
            is_floating: Cell::new(false),
            place: RwSignal::new(None),
            plan: RwSignal::new(None),
            recipe: RwSignal::new(None),
            senses: Senses::create(settings, notices),
            trace: Cell::new(Trace::Nothing),
            settings,
            history,
            notices,
            running: RefCell::new(None),
            lead: RefCell::default(),
            lead_question: Cell::new(0),
            on_record: RefCell::default(),
            recorded: Cell::new(None),
            unkept: RefCell::default(),
            clock: Clock::start(),
            track_began: Cell::default(),
            track_check: RefCell::default(),
        });
        player.follow_remote();
        player.senses.when_audible(move || player.plan_sounds_anew());
        for_good(events::on_visibility(move |visibility| {
            player.send(match visibility {
                Visibility::Visible => Input::Visible,
                Visibility::Hidden => Input::Hidden,
            });
        }));
        player
    }

    /// Says what to do when a session has gone into the history.
    pub(super) fn when_recorded(self, then: impl Fn(&Record) + 'static) {
        self.on_record.replace(Some(Rc::new(then)));
    }

    /// Whether there is a session that is not over.
    #[must_use]
    pub fn is_on(self) -> bool {
        self.place.with(|place| place.is_some_and(|(_, it)| !matches!(it, Standing::Over(_))))
    }

    /// Whether somebody is being led through it right now.
    #[must_use]
    pub(super) fn is_running(self) -> bool {
        self.place.with(|place| matches!(place, Some((_, Standing::Running))))
    }

    /// Makes a session by `recipe`, before which pain was told, and starts it as of `ago`. Of getting ready the
    /// last seconds are left in any case, to be heard. Call it within a press of a button.
    pub(super) fn begin(
        self,
        recipe: Recipe,
        ago: Duration,
        pain_before: Option<Score>,
    ) -> Result<(), PlanError> {
        let plan = Plan::build(&library().catalogue, &recipe)?;
        let ago = ago.min(plan.lead_in().saturating_sub(COUNT));
        self.finish_open();
        self.take_on(Session::new(plan), recipe, now(), pain_before);
        self.senses.unlock();
        self.take_lead();
        self.send_late(Input::Start, ago);
        Ok(())
    }

    /// Offers a session that was kept, paused where it stood.
    pub(super) fn offer(self, saved: SavedSession) {
        let plan = Plan::build(&library().catalogue, &saved.recipe).ok();
        match plan.and_then(|plan| Session::resumed(plan, &saved.kept)) {
            Some(session) => self.take_on(session, saved.recipe, saved.began, saved.pain_before),
            None => self.notices.add(Notice::LostSession),
        }
    }

    /// Goes on with a session that is paused. Call it within a press of a button.
    pub fn resume(self) {
        self.senses.unlock();
        self.take_lead();
        self.send(Input::Resume);
        Route::Session.go();
    }

    /// Ends a session that is paused, and keeps what was done of it.
    pub fn finish_open(self) {
        if untrack(|| self.is_on()) {
            self.send(Input::End);
        }
    }

    /// Goes on with what `recipe` has after the movement at hand, and says whether it could.
    pub(super) fn go_on_with(self, recipe: Recipe) -> bool {
        let Ok(plan) = Plan::build(&library().catalogue, &recipe) else { return false };
        let Reading { now, .. } = self.reading();
        let effects = self.with(|running| {
            let effects = running.session.go_on_with(plan, now);
            if !effects.is_empty() {
                running.recipe = recipe.clone();
            }
            effects
        });
        let effects = effects.unwrap_or_default();
        if effects.is_empty() {
            return false;
        }
        self.show_plan();
        self.recipe.set(Some(recipe));
        for effect in effects {
            self.perform(effect, now, now);
        }
        self.show(now);
        self.wake_in_time(now);
        true
    }

    /// Whether any time has gone into an item of the plan.
    pub(super) fn is_begun(self, item: usize) -> bool {
        self.with(|running| running.session.is_begun(item)).unwrap_or_default()
    }

    /// Says whether the seconds show in another window too, which nothing else counts down.
    pub fn floats(self, is_floating: bool) {
        self.is_floating.set(is_floating);
        self.send(Input::Tick);
    }

    /// Sounds have been switched on, by a press of a button, or off.
    pub(super) fn change_sounds(self, on: bool) {
        if on {
            self.senses.unlock();
            self.start_track(Opening::Quiet, self.time());
            self.plan_sounds_anew();
        } else {
            self.stop_track();
            self.senses.silence();
        }
    }

    /// The player is left: nothing runs unseen.
    pub(super) fn leave(self) {
        self.send(Input::Pause);
        self.give_up_lead();
    }

    /// Goes on with less of the movement at hand.
    pub(super) fn ease(self) {
        self.send(Input::Ease);
        self.show_plan();
    }

    fn show_plan(self) {
        self.plan.set(self.with(|running| running.session.plan_now()));
    }

    /// Takes an input at the time that it is.
    pub fn send(self, input: Input) {
        self.send_late(input, Duration::ZERO);
    }

    /// Takes an input of `ago`. What was to be heard since then is heard now.
    fn send_late(self, input: Input, ago: Duration) {
        if self.running.borrow().is_none() {
            return;
        }
        let Reading { now, slept } = self.reading();
        if let Some(away) = slept {
            let asleep = now.earlier_by(away);
            self.take(Input::Tick, asleep, asleep);
            self.take(Input::Slept(away), now, now);
        }
        self.take(input, now.earlier_by(ago), now);
        self.sense(now);
        self.show(now);
        self.wake_in_time(now);
    }

    fn take(self, input: Input, sent: Moment, now: Moment) {
        let effects = self.with(|running| running.session.update(input, sent));
        for effect in effects.into_iter().flatten() {
            self.perform(effect, sent, now);
        }
    }

    fn take_on(
        self,
        session: Session,
        recipe: Recipe,
        began: OffsetDateTime,
        pain_before: Option<Score>,
    ) {
        let Reading { now, .. } = self.reading();
        self.plan.set(Some(session.plan_now()));
        self.recipe.set(Some(recipe.clone()));
        self.running.replace(Some(Running {
            session,
            recipe,
            began,
            pain_before,
            pending: VecDeque::new(),
            planned_until: now,
            planned_at: now,
            planned_from: now,
            saved_at: now,
            is_kept: true,
            kept: None,
            wake: None,
        }));
        self.show(now);
    }

    fn show(self, now: Moment) {
        let shown = self.with(|running| Shown::of(&running.session, now));
        if self.shown.get_untracked() == shown {
            return;
        }
        let place = shown.map(|it| (it.step, it.standing));
        if self.place.get_untracked() != place {
            self.place.set(place);
            self.show_on_lock_screen();
        }
        self.shown.set(shown);
    }

    /// Has the page woken for whatever comes first: what there is to see, or a cue.
    fn wake_in_time(self, now: Moment) {
        let stride = if self.is_floating.get() { 1 } else { self.stride.get() };
        let delay = self.with(|running| running.next_change(now, stride)).flatten();
        let wake = delay.map(|delay| ticker::after(delay, move || self.send(Input::Tick)));
        let _ = self.with(|running| running.wake = wake);
    }

    /// Hands the session at hand to `then`, if there is one.
    fn with<T>(self, then: impl FnOnce(&mut Running) -> T) -> Option<T> {
        self.running.borrow_mut().as_mut().map(then)
    }
}

impl Running {
    /// How long until something changes that one can see or sense, while the session runs.
    fn next_change(&self, now: Moment, stride: u64) -> Option<Duration> {
        let digits = shown::next_look(&self.session, now, stride)?;
        let cue = self.pending.front().map(|cue| cue.at.since(now));
        Some(cue.map_or(digits, |cue| cue.min(digits)))
    }

    fn saved(&self, now: Moment) -> Option<SavedSession> {
        let kept = self.session.keep(now)?;
        Some(SavedSession {
            recipe: self.recipe.clone(),
            began: self.began,
            saved: crate::browser::clock::local_time(),
            kept,
            pain_before: self.pain_before,
        })
    }
}
