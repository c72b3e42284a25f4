//! Joins. Gives the domain its inputs and the time, carries out its effects through the browser,
//! and hands the screens signals to show and wishes to send.

pub mod breaks;
pub mod breathe;
pub mod builds;
pub mod check;
pub mod data;
pub mod diary;
pub mod figures;
pub mod hurts;
pub mod install;
pub mod learn;
pub mod library;
pub mod making;
pub mod notices;
pub mod own;
pub mod player;
pub mod preferences;
pub mod progress;
pub mod report;
pub mod route;
pub mod saved;
pub mod search;
mod shared;
mod tabs;
pub mod taken;

use std::cell::Cell;
use std::sync::OnceLock;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::dom::Element;
pub use crate::browser::events::Visibility;
use crate::browser::{events, floating, page, ticker};
use crate::domain::breaks::Input;
use crate::domain::history::Record;
use crate::domain::own::{Own, OwnMovement, Owns};
use crate::domain::screening::Gate;
use crate::domain::settings::Settings;
use crate::domain::suggestion::{self, Suggestion};
use breaks::Breaks;
use breathe::Breathe;
use check::{Check, Wish};
use data::Data;
use diary::Diary;
use figures::Figures;
use install::Install;
use learn::Learn;
use notices::{Notice, Notices};
use player::Player;
use progress::Course;
use route::Route;
use shared::Shared;
use taken::Taken;

/// All that screens share.
pub type App = Shared<State>;

pub struct State {
    pub route: RwSignal<Route>,
    /// Whether the route is that of the player.
    pub is_playing: RwSignal<bool>,
    /// Whether there were sounds and a voice before the mute.
    before_mute: Cell<(bool, bool)>,
    pub settings: RwSignal<Settings>,
    /// Every session that is over, in the order of their beginning.
    pub history: RwSignal<Vec<Record>>,
    pub notices: Notices,
    pub player: Player,
    pub data: Data,
    pub install: Install,
    pub breaks: Breaks,
    pub breathe: Breathe,
    pub check: Check,
    pub course: Course,
    pub diary: Diary,
    /// The person's own routines.
    pub owns: RwSignal<Owns>,
    /// Those that were taken away, each with its place.
    pub deleted_owns: Taken<(usize, Own)>,
    /// The movements of theirs that were.
    pub deleted_movements: Taken<(usize, OwnMovement)>,
    pub figures: Figures,
    pub learn: Learn,
}

static APP: OnceLock<App> = OnceLock::new();

impl App {
    /// Reads what is kept, and starts to follow the address. Called once.
    #[must_use]
    pub fn start() -> Self {
        let notices = Notices::empty();
        let loaded = saved::load(notices);
        library::extend(&loaded.owns.movements);
        let history = RwSignal::new(loaded.history);
        let settings = RwSignal::new(loaded.settings);
        let player = player::Player::create(settings, history, notices);
        let route = RwSignal::new(Route::Today);
        let is_playing = RwSignal::new(false);
        let data = Data::create(loaded.last_backup);
        let install = Install::create();
        let breaks = Breaks::create(loaded.breaks);
        let breathe = Breathe::create(settings, player);
        let check = Check::create(loaded.answers, loaded.hurts, loaded.likes, notices);
        let app = Shared::new(State {
            route,
            is_playing,
            before_mute: Cell::new((true, true)),
            settings,
            history,
            notices,
            player,
            data,
            install,
            breaks,
            breathe,
            check,
            course: Course::create(loaded.progress, loaded.put_off),
            diary: Diary::create(history, loaded.marks, loaded.measures),
            owns: RwSignal::new(loaded.owns),
            deleted_owns: Taken::nothing(),
            deleted_movements: Taken::nothing(),
            figures: Figures::create(),
            learn: Learn::create(),
        });
        if let Some(session) = loaded.session {
            app.player.offer(session);
            app.player.check_offer();
            app.drop_what_is_forbidden();
        }
        app.player.when_recorded(move |record| {
            app.judge_recorded(record);
            app.data.ask_quietly();
            app.breaks.tell(Input::TookBreak);
        });
        app.judge();
        app.follow_address();
        app.follow_tabs();
        app.follow_builds();
        for_good(ticker::after(Duration::ZERO, move || {
            app.follow_breaks();
            app.figures.load();
        }));
        preferences::show_theme(settings.with_untracked(|it| it.theme));
        // It is called once.
        let _ = APP.set(app);
        app
    }

    /// The app that [`Self::start`] has made.
    ///
    /// # Panics
    /// Before that, which is before anything is shown.
    #[must_use]
    pub fn get() -> Self {
        *APP.get().expect("the app has started")
    }

    /// What makes sense to do now.
    #[must_use]
    pub fn suggestion(self) -> Suggestion {
        let mood = self.check.mood();
        self.history.with(|records| suggestion::suggest(records, mood, now()))
    }

    /// Begins `routine` and shows the player, or what stands before that. Call it within a press of a button.
    pub fn begin(self, routine: &str, week: usize, extras: Vec<usize>) {
        self.fulfil(Wish::Routine { routine: routine.to_owned(), week, extras }, Duration::ZERO);
    }

    /// Begins what makes sense now, as of a press on Start `ago`, unless there is a session already.
    pub fn begin_suggested(self, ago: Duration) {
        untrack(|| {
            if !self.player.is_on() {
                self.fulfil(self.suggested(), ago);
            }
        });
    }

    /// What makes sense now, as a wish.
    fn suggested(self) -> Wish {
        let routine = self.suggestion().routine.to_owned();
        Wish::Routine { routine, week: 0, extras: vec![] }
    }

    /// Begins what is wished for as of `ago`, or what stands before that.
    fn fulfil(self, wish: Wish, ago: Duration) {
        match untrack(|| self.gate_of(Some(&wish))) {
            Gate::Open => {}
            Gate::Ask(_) => {
                self.check.wish.set(Some(wish));
                return self.check.ask_what_is_due();
            }
            Gate::Closed(_) => return Route::Check.go(),
        }
        let recipe = untrack(|| match wish {
            Wish::Routine { routine, week, extras } => Some(self.recipe(&routine, week, extras)),
            Wish::Made(wanted) => Some(self.recipe_for(&wanted)),
            Wish::Own(number) => self.own(number).map(|own| self.own_recipe(&own)),
            Wish::Resume => {
                // What was asked before it may have ended it.
                if self.player.is_on() {
                    self.player.resume();
                }
                None
            }
        });
        // One's own may have been taken away in another tab.
        let Some(recipe) = recipe else { return };
        match self.player.begin(recipe, ago, untrack(|| self.pain_to_come())) {
            Ok(()) => {
                self.course.coming.set(None);
                Route::Session.go();
            }
            Err(error) => self.notices.add(Notice::NoPlan(error)),
        }
    }

    /// Goes on with the session that is open, or with what stands before that. Call it within a press of a button.
    pub fn resume(self) {
        self.fulfil(Wish::Resume, Duration::ZERO);
    }

    /// Whether somebody is being led through a session.
    #[must_use]
    pub fn is_in_session(self) -> bool {
        self.is_playing.get()
    }

    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        let level = || self.settings.with_untracked(|it| it.level);
        let before = level();
        self.settings.update(change);
        if level() != before {
            self.heed_hand();
        }
        let (theme, volume) = self.settings.with_untracked(|it| (it.theme, it.volume));
        preferences::show_theme(theme);
        self.player.senses.set_volume(volume);
        self.notices.on_error(self.settings.with_untracked(saved::keep_settings));
    }

    /// Whether a session makes no sound of any kind.
    #[must_use]
    pub fn is_muted(self) -> bool {
        self.settings.with(|it| !it.sounds && !it.voice)
    }

    /// Switches sounds and voice off or on, at once and for the session at hand too.
    pub fn toggle_mute(self) {
        let heard = if untrack(|| self.is_muted()) {
            self.before_mute.get()
        } else {
            self.before_mute.set(self.settings.with_untracked(|it| (it.sounds, it.voice)));
            (false, false)
        };
        self.change_settings(|it| (it.sounds, it.voice) = heard);
        self.player.change_sounds(heard.0);
    }

    fn follow_address(self) {
        let arrive = move || {
            match page::hash().parse() {
                // Nothing to play: the address is an old one.
                Ok(Route::Session) if !untrack(|| self.player.is_on()) => Route::Today.replace(),
                Ok(route) => self.arrive(route),
                Err(route::UnknownRoute) => {
                    self.notices.add(Notice::NoSuchPage);
                    Route::Today.replace();
                }
            }
        };
        arrive();
        for_good(events::on_hash_change(arrive));
    }

    fn arrive(self, route: Route) {
        let (was_playing, is_playing) = (self.is_playing.get_untracked(), route == Route::Session);
        if was_playing && !is_playing {
            self.player.leave();
        }
        if was_playing != is_playing {
            self.is_playing.set(is_playing);
        }
        self.route.set(route);
    }
}

/// The local date and time of day.
#[must_use]
pub fn now() -> time::OffsetDateTime {
    crate::browser::clock::local_time()
}

/// Calls `then` when the page's frame has been painted, or is not looked at.
pub fn when_painted(then: impl FnOnce() + 'static) {
    page::when_painted(then);
}

/// Reads the catalogue, and calls `then` in a turn of its own: a finger is heard in between.
pub fn read_catalogue(then: impl FnOnce() + 'static) {
    let _ = library::library().catalogue.movements.len();
    for_good(ticker::after(Duration::ZERO, then));
}

/// How long ago Start was pressed in the page's frame, if it was; takes the frame away.
#[must_use]
pub fn take_over_from_shell() -> Option<Duration> {
    page::take_over_from_shell()
}

/// Shows `title` as the page's own.
pub fn set_title(title: &str) {
    page::set_title(title);
}

/// Moves the focus past what every page begins with.
pub fn go_to_heading() {
    page::start_reading();
}

/// Has what the keyboard has led to in sight, where the page has become shorter.
pub fn keep_focus_in_sight() {
    page::keep_focus_in_sight();
}

/// Goes back to the page before.
pub fn go_back() {
    page::go_back();
}

/// Opens the browser's dialog for printing.
pub fn print() {
    page::print();
}

/// Moves the focus to the first element that `selector` finds, once what has changed is in place.
pub fn go_to(selector: String) {
    request_animation_frame(move || page::focus(&selector));
}

/// Calls `then` after `wait`, unless what it gives is dropped before.
pub fn after(wait: Duration, then: impl FnOnce() + 'static) -> impl Sized {
    ticker::after(wait, then)
}

/// Hears plain keys until what it gives is dropped; `then` says whether it has taken one.
pub fn on_key(then: impl Fn(&str) -> bool + 'static) -> impl Sized {
    events::on_key(then)
}

/// Calls `then` when what is drawn has to be drawn anew, until what it gives is dropped.
pub fn on_restyle(then: impl Fn() + 'static) -> impl Sized {
    events::on_restyle(then)
}

/// Calls `then` when the page is hidden or comes back, until what it gives is dropped.
pub fn on_visibility(then: impl Fn(Visibility) + 'static) -> impl Sized {
    events::on_visibility(then)
}

/// Whether the browser has windows that stay above all others.
#[must_use]
pub fn can_float() -> bool {
    floating::is_there()
}

/// Shows `content` in such a window of so many pixels, and calls `closed` when it is gone. Call it within
/// a press of a button.
pub fn float(content: Element, size: (u32, u32), closed: impl FnOnce() + 'static) {
    floating::open(content, size, closed);
}

/// Keeps `value` for as long as the page is there.
fn for_good<T>(value: T) {
    std::mem::forget(value);
}
