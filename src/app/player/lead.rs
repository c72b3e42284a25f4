//! Which tab leads: a session is led by one alone, and the others show it once it is free.

use std::time::Duration;

use leptos::prelude::*;

use super::Player;
use crate::app::notices::Notice;
use crate::app::route::Route;
use crate::app::{for_good, saved};
use crate::browser::locks::{self, Answer, Lock};
use crate::browser::{page, ticker};
use crate::domain::history::Record;
use crate::domain::moment::Moment;

/// The lock of the tab that leads.
const LEAD: &str = "lead";
/// A browser that has not answered by then will not.
const ANSWERED: Duration = Duration::from_secs(2);

/// How long a browser takes to let a lock go.
const LET_GO: Duration = Duration::from_millis(300);

/// Whether this tab leads.
#[derive(Default)]
pub(super) enum Lead {
    #[default]
    No,
    /// It has begun to, and waits for the word that no other does.
    Asked {
        /// An answer to another question comes too late.
        question: u32,
        since: Moment,
    },
    /// It holds the lock, where the browser knows locks.
    Yes { _lock: Option<Lock> },
}

/// Tells whether a tab leads. It asks once more before it says so: the page that was in this one's place may be on its
/// way out.
fn is_led(tell: impl FnOnce(bool) + 'static) {
    locks::is_taken(LEAD, move |is_taken| {
        if is_taken {
            for_good(ticker::after(LET_GO, move || locks::is_taken(LEAD, tell)));
        } else {
            tell(false);
        }
    });
}

fn is_player_shown() -> bool {
    page::hash().parse::<Route>() == Ok(Route::Session)
}

impl Player {
    /// Leads the session at hand, unless it turns out that another tab leads one.
    pub(super) fn take_lead(self) {
        if self.leads() {
            return;
        }
        let question = self.lead_question.get() + 1;
        self.lead_question.set(question);
        self.lead.replace(Lead::Asked { question, since: self.time() });
        self.ask_for_lead(question, Some(LET_GO));
    }

    /// Asks, and once more after `again`: a lock that this tab has just given up may be on its way.
    fn ask_for_lead(self, question: u32, again: Option<Duration>) {
        locks::take(LEAD, move |answer| {
            if !self.is_asking(question) {
                return;
            }
            match (answer, again) {
                (Answer::Held(lock), _) => self.has_lead(Some(lock)),
                (Answer::Unknown, _) => self.has_lead(None),
                (Answer::Taken, Some(again)) => for_good(ticker::after(again, move || {
                    if self.is_asking(question) {
                        self.ask_for_lead(question, None);
                    }
                })),
                (Answer::Taken, None) => self.yield_lead(),
            }
        });
    }

    fn is_asking(self, question: u32) -> bool {
        matches!(*self.lead.borrow(), Lead::Asked { question: asked, .. } if asked == question)
    }

    fn has_lead(self, lock: Option<Lock>) {
        self.lead.replace(Lead::Yes { _lock: lock });
        self.save(self.time());
    }

    /// Another tab leads: what has just begun here is taken back.
    fn yield_lead(self) {
        self.give_up_lead();
        self.stop_track();
        self.senses.silence();
        self.senses.may_sleep();
        self.withdraw();
        self.notices.add(Notice::OtherTab);
        if is_player_shown() {
            Route::Today.replace();
        }
    }

    pub(super) fn give_up_lead(self) {
        self.lead.replace(Lead::No);
    }

    fn leads(self) -> bool {
        !matches!(*self.lead.borrow(), Lead::No)
    }

    pub(super) fn may_save(self, now: Moment) -> bool {
        match *self.lead.borrow() {
            Lead::Asked { since, .. } => now.since(since) >= ANSWERED,
            Lead::No | Lead::Yes { .. } => true,
        }
    }

    /// Takes back the session that was offered at the start, where another tab turns out to lead it.
    pub(in crate::app) fn check_offer(self) {
        is_led(move |is_led| {
            if is_led && untrack(|| self.is_on()) && !self.leads() {
                self.yield_lead();
            }
        });
    }

    /// Offers the session that is kept now, unless a tab leads it: another one may have left it, begun it
    /// or ended it.
    pub(in crate::app) fn mirror(self, then: impl FnOnce() + 'static) {
        is_led(move |is_led| {
            // What could not be kept is here alone.
            let is_kept = self.with(|running| running.is_kept).unwrap_or(true);
            if !self.leads() && is_kept {
                self.withdraw();
                let saved = if is_led { None } else { saved::session(self.notices) };
                if let Some(saved) = saved {
                    self.offer(saved);
                }
                if !untrack(|| self.is_on()) && is_player_shown() {
                    if is_led {
                        self.notices.add(Notice::OtherTab);
                    }
                    Route::Today.replace();
                }
                then();
            }
        });
    }

    /// Sessions that only this page knows of.
    pub(in crate::app) fn unkept(self) -> Vec<Record> {
        self.unkept.borrow().clone()
    }

    pub(in crate::app) fn forget_unkept(self) {
        self.unkept.take();
    }

    /// Lets go of the session at hand, as though it had never been here.
    fn withdraw(self) {
        drop(self.running.take());
        self.place.set(None);
        self.shown.set(None);
        self.plan.set(None);
        self.recipe.set(None);
    }
}
