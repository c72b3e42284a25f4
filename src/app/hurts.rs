//! "This hurts": what is done about it now, and what is remembered of it.

use leptos::prelude::*;

use super::library::library;
use super::{App, now, saved};
use crate::domain::catalogue::MovementNumber;
use crate::domain::fitting::{Place, swap};
use crate::domain::hurts::{Answer, Change, Hurt, Hurts};
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
        let Some(item) = self.item_at_hand() else { return };
        // As it was offered, before anything is remembered.
        let other = self.otherwise(hurt, answer);
        let movement = self.player.plan.with_untracked(|plan| {
            plan.as_ref().and_then(|plan| plan.items.get(item)).map(|item| item.movement)
        });
        if let Some(movement) = movement {
            self.change_hurts(|hurts| hurts.tell(movement, hurt, now()));
        }
        match answer {
            Answer::Ease => self.player.ease(),
            Answer::Swap | Answer::Skip => {
                if !other.is_some_and(|recipe| self.player.go_on_with(recipe)) {
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

    /// The session's recipe with something else after the movement at hand, where that is the `answer`, and
    /// without that movement further on, where `hurt` leaves it out. `None` where all stays as it was.
    fn otherwise(self, hurt: Hurt, answer: Answer) -> Option<Recipe> {
        let at_hand = self.at_hand()?;
        let swap = self.swap_for(&at_hand).filter(|_| answer == Answer::Swap);
        let is_out = hurt.change() == Some(Change::Out);
        let Portions { recipe, all, item } = at_hand;
        let movement = all[item].movement;
        let mut portions = vec![];
        for (at, portion) in all.iter().enumerate() {
            let comes_again = at > item && portion.movement == movement;
            if !(is_out && comes_again) || self.player.is_begun(at) {
                portions.push(*portion);
            }
            if let (true, Some(swap)) = (at == item, swap) {
                portions.push(swap);
            }
        }
        let stays = swap.is_none() && portions.len() == all.len();
        (!stays).then_some(Recipe { portions: Some(portions), ..recipe })
    }

    fn at_hand(self) -> Option<Portions> {
        let recipe = self.player.recipe.get_untracked()?;
        let all = recipe.portions(&library().catalogue).ok()?;
        let item = self.item_at_hand().filter(|item| *item < all.len())?;
        Some(Portions { recipe, all, item })
    }

    /// Something else to do after the movement at hand.
    fn swap_for(self, at_hand: &Portions) -> Option<Portion> {
        let Portions { recipe, all, item } = at_hand;
        let catalogue = &library().catalogue;
        let around = || Place::around(catalogue, all);
        let place = catalogue.routine(&recipe.routine).map_or_else(around, Place::of);
        let mut restrictions = untrack(|| self.check.restrictions());
        restrictions.exclude(all[*item].movement);
        swap(catalogue, place, all[*item], all, &restrictions)
    }
}

/// What a session is made by, and which of its portions is at hand.
struct Portions {
    recipe: Recipe,
    all: Vec<Portion>,
    item: usize,
}
