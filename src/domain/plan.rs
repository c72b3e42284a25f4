//! A plan: every step of a session in order, each with its length, known before the start.

use std::ops::Range;
use std::time::Duration;

use super::catalogue::{Catalogue, Dose, Level, Movement, MovementNumber, Work};
use super::fitting::fit;
use super::lengths::Lengths;
use super::restrictions::Restrictions;

/// Getting into position, where the body lies or stands as before and where it does not.
const GET_READY_SAME: Duration = Duration::from_secs(8);
const GET_READY_NEW: Duration = Duration::from_secs(15);
const CHANGE_SIDES: Duration = Duration::from_secs(5);

/// All that a plan is made from. The same recipe always makes the same plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The routine's id.
    pub routine: String,
    /// Which of the routine's weeks, from 0.
    pub week: usize,
    /// The level whose doses to use, or those that the routine says.
    pub level: Option<Level>,
    /// Which optional steps to keep, by their place among the routine's steps.
    pub extras: Vec<usize>,
    /// What to do in place of the routine's own steps, where it was fitted to the person.
    pub portions: Option<Vec<Portion>>,
    pub lengths: Lengths,
    pub advance: Advance,
    pub repetitions: Pacing,
    pub first_side: Side,
}

/// One movement to do, with how much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    pub movement: MovementNumber,
    pub dose: Dose,
    /// The one side that it is done on, where it is not for both.
    pub only: Option<Side>,
    /// The place of the routine's step that it is for.
    pub routine_step: usize,
    /// What the routine has there, where this is another movement.
    pub instead_of: Option<MovementNumber>,
}

impl Portion {
    #[must_use]
    pub const fn of(movement: &Movement, dose: Dose, routine_step: usize) -> Self {
        Self { movement: movement.number, dose, only: None, routine_step, instead_of: None }
    }
}

impl Recipe {
    /// What is to be done, in order: as it was fitted, or as the routine has it.
    ///
    /// # Errors
    /// Where the recipe names what the catalogue does not have.
    pub fn portions(&self, catalogue: &Catalogue) -> Result<Vec<Portion>, PlanError> {
        if let Some(portions) = &self.portions {
            // One of somebody's own movements may have been deleted since.
            let known = portions.iter().filter(|it| catalogue.movement(it.movement).is_some());
            return Ok(known.copied().collect());
        }
        let Self { routine: id, week, level, extras, .. } = self;
        let routine = catalogue.routine(id).ok_or_else(|| PlanError::NoRoutine(id.clone()))?;
        if *week >= routine.schedule.weeks().len() {
            return Err(PlanError::NoWeek { routine: id.clone(), week: *week });
        }
        Ok(fit(catalogue, routine, *week, extras, *level, &Restrictions::default()).portions)
    }
}

/// How a session goes on after getting ready, changing sides or a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// When their time is over.
    ByItself,
    /// When the person says so.
    WaitForMe,
}

/// How repetitions are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pacing {
    /// One per tempo, each with a sound.
    Tempo,
    /// In the person's own time, until they say that they are done.
    OwnTime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

impl Side {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// What one step of a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Getting into position for the item's movement.
    GetReady,
    /// The movement itself.
    Work(Bout),
    ChangeSides,
    Rest,
}

/// One stretch of work without a break: round `round` of `rounds` on its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bout {
    pub effort: Effort,
    /// From 1.
    pub round: u16,
    pub rounds: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    Hold,
    /// `hold` is how much of each is still.
    Repetitions {
        count: u16,
        tempo: Duration,
        hold: Duration,
    },
    Timed,
}

/// How long a step lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Fixed(Duration),
    /// Until the person says so; the estimate counts towards the total only.
    Open {
        estimate: Duration,
    },
}

impl Length {
    #[must_use]
    pub const fn expected(self) -> Duration {
        match self {
            Self::Fixed(length) | Self::Open { estimate: length } => length,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which of the plan's items it belongs to.
    pub item: usize,
    /// The side at hand, or the one to come; none for a movement without sides.
    pub side: Option<Side>,
    pub doing: Doing,
    pub length: Length,
    /// The same bout on the other side.
    pub twin: Option<usize>,
}

impl Step {
    #[must_use]
    pub const fn is_work(&self) -> bool {
        matches!(self.doing, Doing::Work(_))
    }
}

/// One movement of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub movement: MovementNumber,
    /// The place of the routine's step that it is for.
    pub routine_step: usize,
    /// What the routine has there, where this is another movement.
    pub instead_of: Option<MovementNumber>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub items: Vec<Item>,
    pub steps: Vec<Step>,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    #[error("there is no routine \"{0}\"")]
    NoRoutine(String),
    #[error("the routine \"{routine}\" has no week {week}")]
    NoWeek { routine: String, week: usize },
    #[error("with work at nothing, no step is left")]
    Empty,
    /// All of it is left out, or is not there any more.
    #[error("no movement is left")]
    NothingLeft,
}

impl Plan {
    /// # Errors
    /// Where the recipe names what the catalogue does not have, or leaves nothing to do.
    pub fn build(catalogue: &Catalogue, recipe: &Recipe) -> Result<Self, PlanError> {
        let portions = recipe.portions(catalogue)?;
        let mut builder = Builder { recipe, position: None, items: vec![], steps: vec![] };
        for portion in portions {
            if let Some(movement) = catalogue.movement(portion.movement) {
                builder.add(movement, portion);
            }
        }
        builder.finish()
    }

    /// How long one gets ready before the first work.
    #[must_use]
    pub fn lead_in(&self) -> Duration {
        match self.steps.first() {
            Some(Step { doing: Doing::GetReady, length: Length::Fixed(length), .. }) => *length,
            _ => Duration::ZERO,
        }
    }

    /// How long the whole plan takes.
    #[must_use]
    pub fn total(&self) -> Duration {
        self.steps.iter().map(|step| step.length.expected()).sum()
    }

    /// How long each side is worked on, left then right. Movements without sides count for neither.
    #[must_use]
    pub fn per_side(&self) -> (Duration, Duration) {
        let on = |side| {
            let steps = self.steps.iter().filter(|step| step.is_work() && step.side == Some(side));
            steps.map(|step| step.length.expected()).sum()
        };
        (on(Side::Left), on(Side::Right))
    }

    /// The first step of each item.
    #[must_use]
    pub fn first_step_of(&self, item: usize) -> Option<usize> {
        let steps = self.steps_of(item);
        (!steps.is_empty()).then_some(steps.start)
    }

    /// Where the steps of an item stand.
    #[must_use]
    pub fn steps_of(&self, item: usize) -> Range<usize> {
        let start = self.steps.partition_point(|step| step.item < item);
        start..self.steps.partition_point(|step| step.item <= item)
    }
}

struct Builder<'a> {
    recipe: &'a Recipe,
    position: Option<&'a str>,
    items: Vec<Item>,
    steps: Vec<Step>,
}

impl<'a> Builder<'a> {
    fn add(&mut self, movement: &'a Movement, portion: Portion) {
        let Portion { dose, only, routine_step, instead_of, .. } = portion;
        let first = movement.sided.then_some(only.unwrap_or(self.recipe.first_side));
        let get_ready = self.get_ready(movement);
        self.items.push(Item { movement: movement.number, routine_step, instead_of });
        self.push_between(Doing::GetReady, first, get_ready);
        let first_bouts = self.steps.len();
        self.add_side(first, dose);
        if let (Some(first), None) = (first, only) {
            let bouts = self.steps.len() - first_bouts;
            self.push_between(
                Doing::ChangeSides,
                Some(first.other()),
                self.recipe.lengths.change_sides.of(CHANGE_SIDES),
            );
            let second_bouts = self.steps.len();
            self.add_side(Some(first.other()), dose);
            self.pair(first_bouts, second_bouts, bouts);
        }
    }

    fn get_ready(&mut self, movement: &'a Movement) -> Duration {
        let same = self.position.replace(movement.position) == Some(movement.position);
        self.recipe.lengths.get_ready.of(if same { GET_READY_SAME } else { GET_READY_NEW })
    }

    /// All the work on one side, with the rests inside it.
    fn add_side(&mut self, side: Option<Side>, dose: Dose) {
        let holds = match dose.work {
            Work::Hold { count, .. } => count,
            Work::Repetitions { .. } | Work::Timed { .. } => 1,
        };
        let rounds = dose.sets * holds;
        let (effort, length) = self.bout(dose.work);
        for round in 1..=rounds {
            if round > 1 {
                self.push_between(Doing::Rest, side, self.recipe.lengths.rest.of(dose.rest));
            }
            self.push(Doing::Work(Bout { effort, round, rounds }), side, length);
        }
    }

    fn bout(&self, work: Work) -> (Effort, Length) {
        let share = self.recipe.lengths.work;
        match work {
            Work::Hold { hold, .. } => (Effort::Hold, Length::Fixed(share.of(hold))),
            Work::Timed { length } => (Effort::Timed, Length::Fixed(share.of(length))),
            Work::Repetitions { count, tempo, hold } => {
                let (tempo, hold) = (share.of(tempo), share.of(hold));
                let all = tempo * u32::from(count);
                let length = match self.recipe.repetitions {
                    Pacing::OwnTime => Length::Open { estimate: all },
                    Pacing::Tempo => Length::Fixed(all),
                };
                (Effort::Repetitions { count, tempo, hold }, length)
            }
        }
    }

    /// A step between bouts of work, which waits for a person who wants that.
    fn push_between(&mut self, doing: Doing, side: Option<Side>, length: Duration) {
        let length = match self.recipe.advance {
            Advance::ByItself => Length::Fixed(length),
            Advance::WaitForMe => Length::Open { estimate: length },
        };
        self.push(doing, side, length);
    }

    /// Adds a step, unless it would take no time at all, by itself or in the person's own.
    fn push(&mut self, doing: Doing, side: Option<Side>, length: Length) {
        if !length.expected().is_zero() {
            let item = self.items.len() - 1;
            self.steps.push(Step { item, side, doing, length, twin: None });
        }
    }

    /// Makes the `count` steps from `first` on and those from `second` on twins of each other.
    fn pair(&mut self, first: usize, second: usize, count: usize) {
        for offset in 0..count {
            self.steps[first + offset].twin = Some(second + offset);
            self.steps[second + offset].twin = Some(first + offset);
        }
    }

    /// Work at nothing leaves all of it out, so either each movement has some or none has.
    fn finish(self) -> Result<Plan, PlanError> {
        if self.items.is_empty() {
            return Err(PlanError::NothingLeft);
        }
        if !self.steps.iter().any(Step::is_work) {
            return Err(PlanError::Empty);
        }
        Ok(Plan { items: self.items, steps: self.steps })
    }
}
