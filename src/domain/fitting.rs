//! Fits a routine to a person: what they should leave out is replaced by the nearest that they may do.

use super::catalogue::{
    Catalogue, Dose, Kind, Level, Movement, MovementNumber, Muscle, Routine, RoutineStep, Setting,
};
use super::plan::Portion;
use super::restrictions::{Fit, Restrictions};

/// What a routine holds for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitted {
    pub portions: Vec<Portion>,
    /// What was left out, because nothing near enough is allowed.
    pub left_out: Vec<MovementNumber>,
}

impl Fitted {
    /// Whether it is other than what the routine says.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.left_out.is_empty() || self.portions.iter().any(|it| it.instead_of.is_some())
    }
}

/// Week `week` of `routine` with the optional steps `extras`, at `level` or as the routine says.
#[must_use]
pub fn fit(
    catalogue: &Catalogue,
    routine: &Routine,
    week: usize,
    extras: &[usize],
    level: Option<Level>,
    restrictions: &Restrictions,
) -> Fitted {
    let steps = routine.schedule.weeks().get(week).map_or(&[][..], |week| &week.steps);
    let steps: Vec<_> = steps
        .iter()
        .enumerate()
        .filter(|(index, step)| !step.optional || extras.contains(index))
        .filter_map(|(index, step)| Some((index, step, catalogue.movement_called(step.movement)?)))
        .collect();
    // Nothing is put in that is there already, before or after.
    let is_there = |it: &Movement| steps.iter().any(|(_, _, there)| there.number == it.number);
    let mut choice = Choice::of(catalogue, routine, restrictions);
    choice.0.retain(|(it, _)| !is_there(it));
    let mut fitted = Fitted::default();
    for (index, step, movement) in steps {
        if restrictions.allow(movement) {
            fitted.portions.push(Portion::of(movement, dose(step, movement, level), index));
        } else if let Some(nearest) = choice.nearest(movement) {
            choice.0.retain(|(it, _)| it.number != nearest.number);
            let usual = (dose(step, movement, level), movement.sided);
            let dose = like(nearest, usual, level.unwrap_or(routine.level));
            let portion = Portion::of(nearest, dose, index);
            fitted.portions.push(Portion { instead_of: Some(movement.number), ..portion });
        } else {
            fitted.left_out.push(movement.number);
        }
    }
    fitted
}

/// The routine's dose, or that of another level where the person has chosen one.
fn dose(step: &RoutineStep, movement: &Movement, level: Option<Level>) -> Dose {
    level.map_or(step.dose, |level| movement.dose(level))
}

/// The dose of `movement`, at `level` or below, that takes most nearly as long as `usual`, with whether that
/// is done on both sides.
fn like(movement: &Movement, usual: (Dose, bool), level: Level) -> Dose {
    let sides = |is_sided| if is_sided { 2 } else { 1 };
    let wanted = usual.0.worked() * sides(usual.1);
    let doses = Level::ALL.into_iter().filter(|it| *it <= level).map(|it| movement.dose(it));
    let off = |dose: &Dose| (dose.worked() * sides(movement.sided)).abs_diff(wanted);
    doses.min_by_key(off).unwrap_or(movement.dose(level))
}

/// What may be put into a routine for one person, and whether it suits them without any change.
struct Choice<'a>(Vec<(&'a Movement, bool)>);

impl<'a> Choice<'a> {
    /// All that they may do where `routine` is done.
    fn of(catalogue: &'a Catalogue, routine: &Routine, restrictions: &Restrictions) -> Self {
        let can_be_done = |it: &&Movement| {
            (routine.setting == Setting::Floor || it.setting != Setting::Floor)
                && (!routine.office_clothes || it.office_clothes)
        };
        let fits = |it: &'a Movement| match restrictions.fit(it) {
            Fit::Free => Some((it, true)),
            Fit::Changed(_) => Some((it, false)),
            Fit::Out(_) | Fit::Excluded => None,
        };
        Self(catalogue.movements.iter().filter(can_be_done).filter_map(fits).collect())
    }

    /// The one that is most like `movement`, the first of several. `None` where nothing works on the same
    /// muscles, or warms up as well.
    fn nearest(&self, movement: &Movement) -> Option<&'a Movement> {
        let others = self.0.iter().filter(|(it, _)| Some(it.id) != movement.harder);
        let scored = others.filter_map(|(it, is_free)| {
            Some((likeness(movement, it)? + 2 * usize::from(*is_free), *it))
        });
        // `max_by_key` gives the last of several.
        scored.rev().max_by_key(|(likeness, _)| *likeness).map(|(_, it)| it)
    }
}

/// How much alike two movements are.
fn likeness(movement: &Movement, other: &Movement) -> Option<usize> {
    let shared = |some: &[Muscle], others: &[Muscle]| {
        some.iter().filter(|it| others.iter().any(|other| other.name == it.name)).count()
    };
    let muscles = 4 * shared(&movement.primary, &other.primary)
        + 2 * shared(&movement.primary, &other.secondary)
        + 2 * shared(&movement.secondary, &other.primary)
        + shared(&movement.secondary, &other.secondary);
    let both_warm_up = movement.kind == Kind::WarmUp && other.kind == Kind::WarmUp;
    // Whoever warms up does not want a stretch, and a glide is for a nerve alone.
    let is_apart = |kind| matches!(kind, Kind::WarmUp | Kind::NerveGlide);
    let is_other = movement.kind != other.kind && (is_apart(movement.kind) || is_apart(other.kind));
    if is_other || (muscles == 0 && !both_warm_up) {
        return None;
    }
    let is_named = [movement.easier, movement.desk].contains(&Some(other.id));
    Some(
        muscles
            + 6 * usize::from(is_named)
            + 3 * usize::from(movement.kind == other.kind)
            + 2 * usize::from(movement.position == other.position),
    )
}
