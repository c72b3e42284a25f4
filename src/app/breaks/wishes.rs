//! What the person wishes of breaks: to begin, to put off, and when to be told.

use leptos::prelude::*;

use super::{App, Kind, offer};
use crate::app::notices::Notice;
use crate::app::{now, saved};
use crate::browser::files;
use crate::browser::notifications::{self, Leave};
use crate::domain::breaks::{BreakSettings, Choices, Input, Schedule};
use crate::domain::calendar;
use crate::words::words;

impl App {
    /// Begins the break at hand. Call it within a press of a button.
    pub fn begin_break(self) {
        let kind = untrack(|| self.breaks.next()).map_or(Kind::Short, |(_, kind)| kind);
        self.begin(untrack(|| offer(kind)), 0, vec![]);
    }

    /// Puts the break at hand off by one of the person's own steps.
    pub fn postpone_break(self, step: usize) {
        let delay = self
            .breaks
            .settings
            .with_untracked(|it| it.schedule.choices().postpone.get(step).copied());
        if let Some(delay) = delay {
            self.breaks.tell(Input::Postpone(delay));
        }
    }

    /// Changes what is set, and keeps it. Call it within a press of a button.
    pub fn change_breaks(self, change: impl FnOnce(&mut BreakSettings)) {
        let mut settings = self.breaks.settings.get_untracked();
        change(&mut settings);
        self.notices.on_error(saved::keep_breaks(&settings));
        if settings.is_on {
            // A press is when a browser lets sound be.
            self.player.senses.unlock();
        }
        self.breaks.adopt(settings);
    }

    /// Changes when breaks are due, unless that would leave no room for them.
    pub fn reschedule_breaks(self, change: impl FnOnce(&mut Choices)) {
        let mut choices = self.breaks.settings.with_untracked(|it| it.schedule.choices().clone());
        change(&mut choices);
        match Schedule::new(choices) {
            Ok(schedule) => {
                self.breaks.refused.set(None);
                self.change_breaks(|it| it.schedule = schedule);
            }
            Err(error) => self.breaks.refused.set(Some(error)),
        }
    }

    /// Switches notes on or off. Call it within a press of a button.
    pub fn notify_breaks(self, on: bool) {
        self.change_breaks(|it| it.notify = on);
        if on {
            notifications::ask(move |leave| {
                self.breaks.leave.set(leave);
                if leave != Leave::Given {
                    self.change_breaks(|it| it.notify = false);
                }
            });
        }
    }

    /// Saves the breaks as a file for the device's calendar.
    pub fn save_calendar(self) {
        let words = &words().breaks;
        let events = self.breaks.settings.with_untracked(|it| calendar::events(&it.schedule));
        let texts = calendar::Texts {
            short: (words.event)(Kind::Short),
            long: (words.event)(Kind::Long),
            description: words.event_text,
        };
        let text = calendar::calendar(&events, now(), &texts);
        let saved = files::save("limber-breaks.ics", "text/calendar", &text);
        self.notices.on_error(saved.map_err(|_| Notice::NoFile));
    }
}
