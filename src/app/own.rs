//! A person's own routines: kept, begun, shared as a link.

use std::time::Duration;

use leptos::prelude::*;

use super::check::Wish;
use super::library::{extend, library};
use super::notices::Notice;
use super::route::Route;
use super::{App, now, saved};
use crate::browser::{clipboard, files, page};
use crate::domain::catalogue::{Level, MovementNumber, Routine};
use crate::domain::fitting::{Fitted, Place, fit_portions};
use crate::domain::own::{
    FileError, LONGEST_FILE, Linked, Name, Own, OwnMovement, OwnStep, Owns, read_file, steps_of,
    write_file, write_link,
};
use crate::domain::plan::Recipe;
use crate::words::words;

/// What a file of a routine is.
const KIND: &str = "application/json";

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

    /// Makes that week of `routine` with these optional steps the person's own, and goes to where it is changed.
    pub fn make_own(self, routine: &Routine, week: usize, extras: &[usize], name: Name) {
        let number_of = |id: &str| library().catalogue.movement_called(id).map(|it| it.number);
        let number = self.add_own(name, steps_of(routine, week, extras, number_of));
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
        if let Some(removed) = removed {
            self.deleted_owns.add(removed);
        }
        Route::Routines.go();
    }

    pub fn undo_delete_own(self) {
        if let Some((place, own)) = self.deleted_owns.put_back() {
            self.change_owns(|owns| owns.put_back(place, own));
        }
    }

    /// Keeps a new movement while there is room, and says its number.
    pub fn add_own_movement(self, name: Name) -> MovementNumber {
        let chance = u64::try_from(now().unix_timestamp()).unwrap_or(0);
        let number = self.owns.with_untracked(|owns| owns.number_for(chance));
        self.change_owns(|owns| owns.add_movement(OwnMovement::new(number, name)));
        number
    }

    #[must_use]
    pub fn own_movement(self, number: MovementNumber) -> Option<OwnMovement> {
        self.owns.with(|owns| owns.movement(number).cloned())
    }

    pub fn change_own_movement(
        self,
        number: MovementNumber,
        change: impl FnOnce(OwnMovement) -> OwnMovement,
    ) {
        self.change_owns(|owns| owns.change_movement(number, change));
    }

    /// Takes a movement away. It can be had back for as long as the page is there.
    pub fn delete_own_movement(self, number: MovementNumber) {
        let mut removed = None;
        self.change_owns(|owns| removed = owns.remove_movement(number));
        if let Some(removed) = removed {
            self.deleted_movements.add(removed);
        }
        Route::Movements.go();
    }

    pub fn undo_delete_own_movement(self) {
        if let Some((place, movement)) = self.deleted_movements.put_back() {
            self.change_owns(|owns| owns.put_movement_back(place, movement));
        }
    }

    /// Keeps what somebody else has built, and says its number.
    pub fn keep_linked(self, linked: &Linked) -> u32 {
        let Linked { name, steps, movements } = linked.clone();
        self.change_owns(|owns| {
            let is_new = |it: &OwnMovement| owns.movement(it.number).is_none();
            let new: Vec<_> = movements.into_iter().filter(is_new).collect();
            owns.movements.extend(new);
        });
        self.add_own(name, steps)
    }

    /// `linked` with numbers that are free here. Its movements can be looked up until what it gives is dropped.
    #[must_use]
    pub fn look_at_linked(self, linked: Linked) -> (Linked, impl Sized + use<>) {
        let linked = self.owns.with_untracked(|owns| owns.welcome(linked));
        let mut movements = self.owns.with_untracked(|owns| owns.movements.clone());
        movements.extend(linked.movements.iter().cloned());
        extend(&movements);
        (linked, LookedAt(self))
    }

    fn change_owns(self, change: impl FnOnce(&mut Owns)) {
        let mut owns = self.owns.get_untracked();
        change(&mut owns);
        self.show_owns(owns);
        self.notices.on_error(self.owns.with_untracked(saved::keep_owns));
    }

    /// What follows them finds their movements.
    pub(super) fn show_owns(self, owns: Owns) {
        extend(&owns.movements);
        self.owns.set(owns);
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

/// While what is not kept yet is looked at.
struct LookedAt(App);

impl Drop for LookedAt {
    fn drop(&mut self) {
        self.0.owns.with_untracked(|owns| extend(&owns.movements));
    }
}

impl App {
    /// The address under which anybody finds `own`, all of it in the address.
    #[must_use]
    pub fn link_to(self, own: &Own) -> String {
        let link =
            self.owns.with_untracked(|owns| write_link(&own.name, &own.steps, &owns.movements));
        page::address_of(&Route::Shared(link).to_string())
    }

    /// Hands `own` to the browser as a file.
    pub fn save_own(self, own: &Own) {
        let is_used = |it: &&OwnMovement| own.steps.iter().any(|step| step.movement == it.number);
        let movements = |owns: &Owns| owns.movements.iter().filter(is_used).cloned().collect();
        let movements = self.owns.with_untracked(movements);
        let linked = Linked { name: own.name.clone(), steps: own.steps.clone(), movements };
        let saved = files::save(words().own.file_name, KIND, &write_file(&linked));
        self.notices.on_error(saved.map_err(|_| Notice::NoFile));
    }
}

/// Lets the person choose such a file, and shows what it holds as a link does; `refused` is told why not.
/// Call it within a press of a button.
pub fn open(refused: impl FnOnce(OpenError) + 'static) {
    files::choose(KIND, LONGEST_FILE, move |text| {
        let text = match text {
            Ok(text) => text,
            Err(files::FileError::TooLong) => return refused(OpenError::TooLong),
            Err(_) => return refused(OpenError::NoFile),
        };
        match read_file(&text) {
            Ok(Linked { name, steps, movements }) => {
                Route::Shared(write_link(&name, &steps, &movements)).go();
            }
            Err(error) => refused(OpenError::Refused(error)),
        }
    });
}

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    NoFile,
    TooLong,
    Refused(FileError),
}

/// Puts `text` where it can be pasted from; `then` is told whether it is there.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    clipboard::write(text, then);
}
