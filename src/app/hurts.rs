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
        Some(self.swap_for(&self.at_hand()?)?.movement)
    }

    /// Does `answer` about `hurt` in the movement at hand, and remembers it for the next time.
    pub fn answer_hurt(self, hurt: Hurt, answer: Answer) {
        let Some(at_hand) = self.at_hand() else { return };
        // As it was offered, before anything is remembered.
        let swap = if answer == Answer::Swap { self.swap_for(&at_hand) } else { None };
        let AtHand { recipe, portions, item } = at_hand;
        self.change_hurts(|hurts| hurts.tell(portions[item].movement, hurt, now()));
        match answer {
            Answer::Ease => self.player.ease(),
            Answer::Swap | Answer::Skip => {
                let left = hurt.portions_left(&portions, item, swap, |at| self.player.is_begun(at));
                let is_other = left != portions;
                let recipe = Recipe { portions: Some(left), ..recipe };
                if !is_other || !self.player.go_on_with(recipe) {
                    self.player.send(Input::Jump { item: item + 1 });
                }
            }
            Answer::End => {
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

    fn at_hand(self) -> Option<AtHand> {
        let recipe = self.player.recipe.get_untracked()?;
        let portions = recipe.portions(&library().catalogue).ok()?;
        let item = self.item_at_hand().filter(|item| *item < portions.len())?;
        Some(AtHand { recipe, portions, item })
    }

    /// Something else to do after the movement at hand.
    fn swap_for(self, at_hand: &AtHand) -> Option<Portion> {
        let AtHand { recipe, portions, item } = at_hand;
        let (catalogue, portion) = (&library().catalogue, portions[*item]);
        let around = || Place::around(catalogue, portions);
        let place = catalogue.routine(&recipe.routine).map_or_else(around, Place::of);
        let mut restrictions = untrack(|| self.check.restrictions());
        restrictions.exclude(portion.movement);
        swap(catalogue, place, portion, portions, &restrictions)
    }
}

/// What a session is made by, what it does by that, and which of it is at hand.
struct AtHand {
    recipe: Recipe,
    portions: Vec<Portion>,
    item: usize,
}
