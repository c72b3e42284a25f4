//! The safety check: what was answered, what is being answered, and what that means for sessions.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use time::OffsetDateTime;

use super::library::{library, screening};
use super::notices::Notices;
use super::route::Route;
use super::shared::Shared;
use super::taken::Taken;
use super::{App, now, saved};
use crate::domain::catalogue::{Level, Movement, Routine};
use crate::domain::fitting::{Fitted, fit};
use crate::domain::hurts::{Change, Hurt, Hurts, Told};
use crate::domain::likes::Likes;
use crate::domain::making::{MADE, Wanted};
use crate::domain::own::own_id;
use crate::domain::plan::Recipe;
use crate::domain::progression::{is_jump, jumped, lasted, spread};
use crate::domain::restrictions::{Fit, Restrictions};
use crate::domain::screening::{Answers, Gate, Marks, Outcome, Since, Tier, gate};
use crate::domain::suggestion::Mood;

pub type Check = Shared<Checking>;

pub struct Checking {
    /// What was answered last, if anything.
    pub answers: RwSignal<Option<Answers>>,
    /// What is remembered of what hurt.
    pub hurts: RwSignal<Hurts>,
    /// What the person favours and leaves out.
    pub likes: RwSignal<Likes>,
    /// What ended the last session, until the person has read what to do about it.
    pub advice: RwSignal<Option<Hurt>>,
    /// What was told of movements that are done as before again.
    pub forgotten: Taken<Told>,
    /// What is ticked while the questions are gone through.
    pub draft: RwSignal<Marks>,
    /// The session that waits for the answers.
    pub wish: RwSignal<Option<Wish>>,
    restrictions: Memo<Restrictions>,
    /// The page from which on the questions are being gone through, if they are.
    asked_from: Cell<Option<usize>>,
    notices: Notices,
}

/// A session that somebody wanted to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    Routine {
        routine: String,
        week: usize,
        extras: Vec<usize>,
    },
    /// One of the person's own, by its number.
    Own(u32),
    /// What is made for this, once it is known what suits.
    Made(Wanted),
    /// The one that is open.
    Resume,
}

impl Wish {
    /// The id of what is to begin, under which it has a name. Nothing for what is open.
    #[must_use]
    pub fn routine(&self) -> Option<String> {
        match self {
            Self::Routine { routine, .. } => Some(routine.clone()),
            Self::Own(number) => Some(own_id(*number)),
            Self::Made(_) => Some(MADE.to_owned()),
            Self::Resume => None,
        }
    }
}

impl Check {
    pub(super) fn create(
        answers: Option<Answers>,
        hurts: Hurts,
        likes: Likes,
        notices: Notices,
    ) -> Self {
        let (answers, hurts) = (RwSignal::new(answers), RwSignal::new(hurts));
        let likes = RwSignal::new(likes);
        let restrictions = Memo::new(move |_| {
            let mut restrictions = answers.with(|answers| match answers {
                Some(answers) => Restrictions::of(screening(), answers),
                None => Restrictions::default(),
            });
            hurts.with(|hurts| {
                hurts.changed(Change::Out).for_each(|it| restrictions.exclude(it));
                hurts.changed(Change::Eased).for_each(|it| restrictions.ease(it));
            });
            likes.with(|likes| likes.excluded.iter().for_each(|it| restrictions.exclude(*it)));
            restrictions
        });
        Shared::new(Checking {
            answers,
            hurts,
            likes,
            advice: RwSignal::new(None),
            forgotten: Taken::nothing(),
            draft: RwSignal::new(Marks::default()),
            wish: RwSignal::new(None),
            restrictions,
            asked_from: Cell::new(None),
            notices,
        })
    }

    /// What the answers mean, once there are any.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.answers.with(|answers| answers.as_ref().map(|it| screening().outcome(it)))
    }

    /// Whether no session begins, and whether that is for an emergency.
    #[must_use]
    pub fn closed(self) -> Option<bool> {
        match self.outcome() {
            Some(Outcome::Emergency(_)) => Some(true),
            Some(Outcome::First(_)) => Some(false),
            Some(Outcome::Open(_)) | None => None,
        }
    }

    /// Whether gentle doses are all that suits now.
    #[must_use]
    pub fn wants_gentle(self) -> bool {
        self.answers.with(|it| it.as_ref().is_some_and(|it| screening().wants_gentle(it)))
    }

    /// Whether an answer is about one of these conditions.
    #[must_use]
    pub fn has_any_tag(self, tags: &[&str]) -> bool {
        let is_meant = |place: usize| {
            let question = screening().questions.get(place);
            question.is_some_and(|it| it.tags.iter().any(|tag| tags.contains(tag)))
        };
        self.answers.with(|it| it.as_ref().is_some_and(|it| it.yes.places().any(is_meant)))
    }

    /// What kind of routine makes sense.
    #[must_use]
    pub fn mood(self) -> Mood {
        let has_leg_pain = self.answers.with(|answers| {
            let Some(answers) = answers else { return false };
            screening().place("leg-pain").is_some_and(|leg| answers.yes.has(leg))
        });
        match (has_leg_pain, self.wants_gentle()) {
            (true, _) => Mood::Leg,
            (false, true) => Mood::Gentle,
            (false, false) => Mood::Usual,
        }
    }

    /// Whether `movement` suits this person.
    #[must_use]
    pub fn fit(self, movement: &Movement) -> Fit<'_> {
        self.restrictions.with(|it| it.fit(movement))
    }

    /// All that this person leaves out or does with less.
    #[must_use]
    pub fn restrictions(self) -> Restrictions {
        self.restrictions.get()
    }

    /// Whether this person does less of `movement`.
    #[must_use]
    pub fn eases(self, movement: &Movement) -> bool {
        self.restrictions.with(|it| it.eases(movement.number))
    }

    /// What `routine` holds for this person, at `level` or as it says.
    #[must_use]
    pub fn fitted(
        self,
        routine: &Routine,
        week: usize,
        extras: &[usize],
        level: Option<Level>,
    ) -> Fitted {
        let catalogue = &library().catalogue;
        self.restrictions.with(|it| fit(catalogue, routine, week, extras, level, it))
    }

    /// Begins to ask, from the first page on.
    pub fn ask(self) {
        self.ask_from(0);
    }

    /// Begins to ask what is due: all, or what an emergency cut short.
    pub fn ask_what_is_due(self) {
        let asked = self.answers.with_untracked(|it| it.as_ref().map_or(0, |it| it.asked));
        self.ask_from(if asked < screening().pages.len() { asked } else { 0 });
    }

    /// What was so last time is ticked; emergencies are asked afresh.
    fn ask_from(self, page: usize) {
        let screening = screening();
        let first = screening.pages.get(page).map_or(0, |page| page.questions.start);
        let before =
            self.answers.with_untracked(|it| it.as_ref().map_or_else(Marks::default, |it| it.yes));
        let afresh = screening.among(before, |it| it.tier == Tier::Emergency);
        let afresh = afresh.places().filter(|place| *place >= first).collect();
        self.draft.set(before.but(afresh));
        self.asked_from.set(Some(page));
        Route::Questions(page).go();
    }

    /// Whether the questions are being gone through, so that there is a draft.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        self.asked_from.get().is_some()
    }

    /// Whether one comes to `page` first.
    #[must_use]
    pub fn is_first(self, page: usize) -> bool {
        self.asked_from.get() == Some(page)
    }

    /// Whether something has not been asked yet.
    #[must_use]
    pub fn is_cut_short(self) -> bool {
        self.answers.with(|it| it.as_ref().is_some_and(|it| !screening().is_whole(it)))
    }

    /// Keeps what has been ticked on the pages up to `end` as the answers, of whoever had pain become worse at
    /// `news`.
    fn finish(self, end: usize, news: Option<OffsetDateTime>) {
        let (yes, from) = (self.draft.get_untracked(), self.asked_from.take().unwrap_or_default());
        let answers = self.answers.with_untracked(|before| {
            screening().renewed(before.as_ref(), from..end, yes, now(), news)
        });
        self.keep(answers);
    }

    /// A clinician has seen the person about `question`.
    pub fn agree(self, question: usize) {
        let answers = self.answers.get_untracked();
        if let Some(answers) = answers {
            self.keep(answers.with_agreement(question, now()));
        }
    }

    /// Says whether a clinician has agreed to what `question` keeps out, or takes it back.
    pub fn set_agreed(self, question: usize, is_agreed: bool) {
        if is_agreed {
            return self.agree(question);
        }
        if let Some(mut answers) = self.answers.get_untracked() {
            answers.agreed.retain(|it| it.question != question);
            self.keep(answers);
        }
    }

    fn keep(self, answers: Answers) {
        self.notices.on_error(saved::keep_answers(&answers));
        self.answers.set(Some(answers));
    }
}

impl App {
    /// What stands before the session that somebody wanted to begin, or before any.
    #[must_use]
    pub fn gate(self) -> Gate {
        self.gate_of(self.check.wish.get().as_ref())
    }

    /// What stands before `wish`.
    pub(super) fn gate_of(self, wish: Option<&Wish>) -> Gate {
        let plan_week = wish.and_then(|wish| self.week_done_before(wish));
        let since = Since { plan_week, ..self.since() };
        self.check.answers.with(|answers| gate(screening(), answers.as_ref(), since, now()))
    }

    /// What has happened that the answers may not know of.
    fn since(self) -> Since {
        let (coming, latest) = (self.pain_told(), self.course.progress.with(|it| it.latest));
        self.history.with(|records| {
            let to_come = coming.filter(|(score, _)| is_jump(records, *score));
            Since {
                session: records.last().map(|it| it.began),
                leg: self.leg(),
                worse: jumped(records, latest).max(to_come.map(|(_, told)| told)),
                lasting: lasted(records, latest),
                plan_week: None,
            }
        })
    }

    /// When something last went down a leg or was numb, as was told in a session or after it.
    pub(super) fn leg(self) -> Option<OffsetDateTime> {
        let grave = self.check.hurts.with(|hurts| hurts.grave);
        let latest = self.course.progress.with(|it| it.latest);
        grave.max(self.history.with(|records| spread(records, latest)))
    }

    /// When the week of a plan before that of `wish` was last worked on, if that is the last that was done of it.
    fn week_done_before(self, wish: &Wish) -> Option<OffsetDateTime> {
        let Wish::Routine { routine, week, .. } = wish else { return None };
        self.history.with(|records| {
            let last = records.iter().rfind(|it| it.routine == *routine)?;
            (last.week < *week).then_some(last.began)
        })
    }

    /// How this person does `routine`, as it suits them.
    #[must_use]
    pub fn recipe(self, routine: &str, week: usize, extras: Vec<usize>) -> Recipe {
        let recipe = self.settings.with(|it| it.recipe(routine, week, extras));
        let level = self.level(recipe.level);
        let Some(known) = library().catalogue.routine(routine) else { return recipe };
        let fitted = self.fitted(known, week, &recipe.extras);
        let portions = fitted.is_changed.then_some(fitted.portions);
        Recipe { level, portions, ..recipe }
    }

    /// The level that this person chose, or the gentlest while their pain is strong.
    #[must_use]
    pub fn level(self, chosen: Option<Level>) -> Option<Level> {
        if self.check.wants_gentle() { Some(Level::Beginner) } else { chosen }
    }

    /// Goes on from a page of questions to the next, or to what the answers mean. Whatever wants help at
    /// once is said at once.
    pub fn answer_page(self, page: usize) {
        let screening = screening();
        let questions = screening.pages.get(page).map_or(0..0, |it| it.questions.clone());
        let draft = self.check.draft.get_untracked();
        let is_grave =
            |place: usize| draft.has(place) && screening.questions[place].tier == Tier::Emergency;
        let is_emergency = questions.clone().any(is_grave);
        if page + 1 < screening.pages.len() && !is_emergency {
            return Route::Questions(page + 1).go();
        }
        let news = untrack(|| self.since()).news();
        self.check.finish(page + 1, news);
        self.drop_what_is_forbidden();
        Route::Check.go();
    }

    /// Ends an open session in which something is still to come that the answers forbid by now: they may have
    /// come in a backup. What was done of it is kept.
    pub(super) fn drop_what_is_forbidden(self) {
        let at = untrack(|| self.item_at_hand()).unwrap_or_default();
        let is_forbidden = self.player.plan.with_untracked(|plan| {
            let ahead = plan.iter().flat_map(|plan| plan.items.iter().skip(at));
            let mut movements = ahead.filter_map(|it| library().catalogue.movement(it.movement));
            let restrictions = untrack(|| self.check.restrictions());
            movements.any(|it| !restrictions.allow(it))
        });
        if is_forbidden {
            self.end_open();
        }
        self.heed_closed();
    }

    /// Ends an open session where no session may go on.
    pub(super) fn heed_closed(self) {
        if untrack(|| self.check.closed()).is_some() {
            self.end_open();
        }
    }

    fn end_open(self) {
        self.player.finish_open();
        if self.check.wish.with_untracked(|it| *it == Some(Wish::Resume)) {
            self.check.wish.set(None);
        }
    }

    /// Begins the session that waited for the answers, or what makes sense now. Call it within a press of a
    /// button.
    pub fn begin_wish(self) {
        let wish = self.check.wish.try_update(Option::take).flatten();
        self.fulfil(wish.unwrap_or_else(|| untrack(|| self.suggested())), Duration::ZERO);
    }
}
