//! A person's own routines: kept, begun, shared as a link.

use std::time::Duration;

use leptos::prelude::*;

use super::check::Wish;
use super::library::library;
use super::route::Route;
use super::{App, saved};
use crate::browser::{clipboard, page};
use crate::domain::catalogue::{Level, Routine};
use crate::domain::fitting::{Fitted, Place, fit_portions};
use crate::domain::own::{Name, Own, OwnStep, Owns, steps_of, write_link};
use crate::domain::plan::Recipe;

impl App {
    #[must_use]
    pub fn own(self, number: u32) -> Option<Own> {
        self.owns.with(|owns| owns.get(number).cloned())
    }

    /// The name of what has the id of a routine, as far as it is still there.
    #[must_use]
    pub fn routine_name(self, id: &str) -> Option<String> {
        let own = || self.owns.with(|owns| owns.called(id).map(|own| own.name.as_str().to_owned()));
        library().texts.routine_name(id).map(ToOwned::to_owned).or_else(own)
    }

    /// Keeps a new routine, and says its number.
    pub fn add_own(self, name: Name, steps: Vec<OwnStep>) -> u32 {
        let mut number = 0;
        self.change_owns(|owns| number = owns.add(name, steps));
        number
    }

    /// Makes `routine` the person's own, and goes to where it is changed.
    pub fn make_own(self, routine: &Routine, name: Name) {
        let number_of = |id: &str| library().catalogue.movement_called(id).map(|it| it.number);
        let number = self.add_own(name, steps_of(routine, number_of));
        Route::OwnChange(number).go();
    }

    pub fn change_own(self, number: u32, change: impl FnOnce(&mut Vec<OwnStep>)) {
        self.change_owns(|owns| owns.change(number, change));
    }

    pub fn rename_own(self, number: u32, name: Name) {
        self.change_owns(|owns| owns.rename(number, name));
    }

    /// Takes a routine away. It can be had back for as long as the page is there.
    pub fn delete_own(self, number: u32) {
        let mut removed = None;
        self.change_owns(|owns| removed = owns.remove(number));
        self.deleted_own.set(removed);
        Route::Routines.go();
    }

    pub fn undo_delete_own(self) {
        if let Some((place, own)) = self.deleted_own.try_update(Option::take).flatten() {
            self.change_owns(|owns| owns.put_back(place, own));
        }
    }

    fn change_owns(self, change: impl FnOnce(&mut Owns)) {
        self.owns.update(change);
        self.notices.on_error(self.owns.with_untracked(saved::keep_owns));
    }

    /// What such steps are for this person.
    #[must_use]
    pub fn fitted_own(self, own: &Own) -> Fitted {
        let level = self.level(self.settings.with(|it| it.level)).unwrap_or(Level::Beginner);
        let restrictions = self.check.restrictions();
        fit_portions(&library().catalogue, Place::ANYWHERE, own.portions(), level, &restrictions)
    }

    /// How this person does it.
    #[must_use]
    pub fn own_recipe(self, own: &Own) -> Recipe {
        let recipe = self.settings.with(|it| it.recipe(&own.id(), 0, vec![]));
        Recipe { portions: Some(self.fitted_own(own).portions), ..recipe }
    }

    /// Begins it, or what stands before that. Call it within a press of a button.
    pub fn begin_own(self, number: u32) {
        self.fulfil(Wish::Own(number), Duration::ZERO);
    }
}

/// The address under which anybody finds `own`, all of it in the address.
#[must_use]
pub fn link_to(own: &Own) -> String {
    page::address_of(&Route::Shared(write_link(&own.name, &own.steps)).to_string())
}

/// Puts `text` where it can be pasted from; `then` is told whether it is there.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    clipboard::write(text, then);
}
