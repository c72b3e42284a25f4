//! A session that is made to fit: what was wanted, and what comes of it.

use std::time::Duration;

use leptos::prelude::*;

use super::check::Wish;
use super::library::library;
use super::{App, saved};
use crate::domain::catalogue::{Movement, MovementNumber};
use crate::domain::likes::Like;
use crate::domain::making::{MADE, Made, Wanted, make};
use crate::domain::plan::Recipe;

impl App {
    /// What would be done for `wanted`.
    #[must_use]
    pub fn made(self, wanted: &Wanted) -> Made {
        let restrictions = self.check.restrictions();
        let favoured = self.check.likes.with(|likes| likes.favoured.clone());
        let step = self.course.progress.with(|it| it.step);
        let recipe = self.made_recipe();
        make(&library().catalogue, wanted, &recipe, step, &restrictions, &favoured)
    }

    /// Begins what is made for `wanted`, or what stands before that. Call it within a press of a button.
    pub fn begin_made(self, wanted: Wanted) {
        self.fulfil(Wish::Made(wanted), Duration::ZERO);
    }

    /// How this person does what is made for `wanted`.
    pub(super) fn recipe_for(self, wanted: &Wanted) -> Recipe {
        Recipe { portions: Some(self.made(wanted).portions), ..self.made_recipe() }
    }

    fn made_recipe(self) -> Recipe {
        let recipe = self.settings.with(|it| it.recipe(MADE, 0, vec![]));
        Recipe { level: self.level(recipe.level), ..recipe }
    }

    /// What the person makes of `movement`.
    #[must_use]
    pub fn like(self, movement: &Movement) -> Like {
        self.check.likes.with(|likes| likes.of(movement.number))
    }

    pub fn set_like(self, movement: MovementNumber, like: Like) {
        self.check.likes.update(|likes| likes.set(movement, like));
        self.notices.on_error(self.check.likes.with_untracked(saved::keep_likes));
    }
}
