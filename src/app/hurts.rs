//! "This hurts": what is done about it now, and what is remembered of it.

use leptos::prelude::*;

use super::library::library;
use super::{App, now, saved};
use crate::domain::catalogue::MovementNumber;
use crate::domain::fitting::{Place, swap};
use crate::domain::hurts::{Answer, Hurt, Hurts};
use crate::domain::plan::{Portion, Recipe};
use crate::domain::session::Input;

impl App {
    /// What would be done in place of the movement at hand, if anything near enough suits.
    #[must_use]
    pub fn swap_at_hand(self) -> Option<MovementNumber> {
        self.swapped().map(|(_, portion)| portion.movement)
    }

    /// Does `answer` about `hurt` in the movement at hand, and remembers it for the next time.
    pub fn answer_hurt(self, hurt: Hurt, answer: Answer) {
        let Some(item) = self.item_at_hand() else { return };
        let swapped = self.swapped();
        let movement = self.player.plan.with_untracked(|plan| {
            plan.as_ref().and_then(|plan| plan.items.get(item)).map(|item| item.movement)
        });
        if let Some(movement) = movement {
            self.change_hurts(|hurts| hurts.tell(movement, hurt, now()));
        }
        match (answer, swapped) {
            (Answer::Ease, _) => self.player.ease(),
            (Answer::Swap, Some((recipe, _))) => self.player.put_in(recipe),
            (Answer::Swap, None) | (Answer::Skip, _) => {
                self.player.send(Input::Jump { item: item + 1 });
            }
            (Answer::End, _) => {
                self.check.advice.set(Some(hurt));
                self.player.send(Input::End);
            }
        }
    }

    /// Does `movement` as before again.
    pub fn forget_hurt(self, movement: MovementNumber) {
        let mut forgotten = None;
        self.change_hurts(|hurts| forgotten = hurts.forget(movement));
        if let Some(forgotten) = forgotten {
            self.check.forgotten.add(forgotten);
        }
    }

    /// Takes that back.
    pub fn undo_forget_hurt(self) {
        if let Some(told) = self.check.forgotten.put_back() {
            self.change_hurts(|hurts| hurts.put_back(told));
        }
    }

    fn change_hurts(self, change: impl FnOnce(&mut Hurts)) {
        self.check.hurts.update(change);
        self.notices.on_error(self.check.hurts.with_untracked(saved::keep_hurts));
    }

    /// Which of the session's movements is at hand.
    pub(super) fn item_at_hand(self) -> Option<usize> {
        let (step, _) = self.player.place.get_untracked()?;
        self.player.plan.with_untracked(|plan| Some(plan.as_ref()?.steps.get(step)?.item))
    }

    /// The recipe with something else after the movement at hand, and what that is.
    fn swapped(self) -> Option<(Recipe, Portion)> {
        let catalogue = &library().catalogue;
        let item = self.item_at_hand()?;
        let recipe = self.player.recipe.get_untracked()?;
        let mut portions = recipe.portions(catalogue).ok()?;
        let portion = *portions.get(item)?;
        let around = || Place::around(catalogue, &portions);
        let place = catalogue.routine(&recipe.routine).map_or_else(around, Place::of);
        let mut restrictions = untrack(|| self.check.restrictions());
        restrictions.exclude(portion.movement);
        let swapped = swap(catalogue, place, portion, &portions, &restrictions)?;
        portions.insert(item + 1, swapped);
        Some((Recipe { portions: Some(portions), ..recipe }, swapped))
    }
}
