//! Fits a routine to a person: what they should leave out is replaced by the nearest that they may do.

use super::catalogue::{
    Catalogue, Kind, Level, Movement, MovementNumber, Muscle, Routine, Setting,
};
use super::plan::Portion;
use super::restrictions::{Fit, Restrictions};

/// What a routine holds for one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitted {
    pub portions: Vec<Portion>,
    /// What was left out, because nothing near enough is allowed.
    pub left_out: Vec<MovementNumber>,
    /// Whether it is other than what the routine says.
    pub is_changed: bool,
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
    let usual = steps.into_iter().map(|(index, step, movement)| {
        Portion::of(movement, level.map_or(step.dose, |level| movement.dose(level)), index)
    });
    let level = level.unwrap_or(routine.level);
    fit_portions(catalogue, Place::of(routine), usual.collect(), level, restrictions)
}

/// `usual` in `place` for one person, with what takes the place of anything at `level` or below.
#[must_use]
pub fn fit_portions(
    catalogue: &Catalogue,
    place: Place,
    usual: Vec<Portion>,
    level: Level,
    restrictions: &Restrictions,
) -> Fitted {
    let mut choice = Choice::of(catalogue, place, restrictions);
    // Nothing is put in that is there already, before or after.
    for portion in &usual {
        choice.drop(portion.movement);
    }
    let mut fitted = Fitted::default();
    for usual in usual {
        let Some(movement) = catalogue.movement(usual.movement) else { continue };
        let portion = choice.portion(movement, usual, level);
        fitted.is_changed |= portion != Some(usual);
        match portion {
            Some(portion) => {
                choice.drop(portion.movement);
                fitted.portions.push(portion);
            }
            None => fitted.left_out.push(movement.number),
        }
    }
    fitted
}

/// What to do in place of `portion` in a session that holds `others`. `None` where nothing near enough suits. It
/// wants nothing that the session does not want already: whoever is in the middle of it has no more at hand.
#[must_use]
pub fn swap(
    catalogue: &Catalogue,
    place: Place,
    portion: Portion,
    others: &[Portion],
    restrictions: &Restrictions,
) -> Option<Portion> {
    let movement = catalogue.movement(portion.movement)?;
    let mut choice = Choice::of(catalogue, place, restrictions);
    let at_hand = || others.iter().filter_map(|it| catalogue.movement(it.movement));
    let has = |thing: &str| at_hand().any(|other| other.wants(thing));
    choice.movements.retain(|(it, _)| it.can_be_done_with(has));
    for other in others {
        choice.drop(other.movement);
    }
    Some(choice.instead(movement, portion, choice.nearest(movement)?, Level::Beginner))
}

/// Where a session is done, and in what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub setting: Setting,
    pub office_clothes: bool,
}

impl Place {
    /// At home, where anything can be done.
    pub const ANYWHERE: Self = Self { setting: Setting::Floor, office_clothes: false };

    /// Where a session of `portions` is done: on the floor where one of them is.
    #[must_use]
    pub fn around(catalogue: &Catalogue, portions: &[Portion]) -> Self {
        let mut settings =
            portions.iter().filter_map(|it| catalogue.movement(it.movement)).map(|it| it.setting);
        let is_low = settings.any(|it| it == Setting::Floor);
        Self { setting: if is_low { Setting::Floor } else { Setting::Desk }, office_clothes: false }
    }

    #[must_use]
    pub const fn of(routine: &Routine) -> Self {
        Self { setting: routine.setting, office_clothes: routine.office_clothes }
    }

    const fn suits(self, movement: &Movement) -> bool {
        (matches!(self.setting, Setting::Floor) || !matches!(movement.setting, Setting::Floor))
            && (!self.office_clothes || movement.office_clothes)
    }
}

/// What may be put into a session of one person, and whether it suits them without any change.
struct Choice<'a> {
    movements: Vec<(&'a Movement, bool)>,
    restrictions: &'a Restrictions,
}

impl<'a> Choice<'a> {
    /// All that they may do in `place`.
    fn of(catalogue: &'a Catalogue, place: Place, restrictions: &'a Restrictions) -> Self {
        let fits = |it: &'a Movement| match restrictions.fit(it) {
            Fit::Free => Some((it, true)),
            Fit::Changed(_) => Some((it, false)),
            Fit::Out(_) | Fit::Excluded => None,
        };
        let movements = catalogue.movements.iter().copied().filter(|it| place.suits(it));
        Self { movements: movements.filter_map(fits).collect(), restrictions }
    }

    fn drop(&mut self, movement: MovementNumber) {
        self.movements.retain(|(it, _)| it.number != movement);
    }

    /// What becomes of `usual`, which is of `movement`, at `level`: itself, itself with less or its easier
    /// variation, the nearest that suits, or nothing.
    fn portion(&self, movement: &Movement, usual: Portion, level: Level) -> Option<Portion> {
        if !self.restrictions.allow(movement) {
            let nearest = self.nearest(movement)?;
            return Some(self.instead(movement, usual, nearest, level));
        }
        if !self.restrictions.eases(movement.number) {
            return Some(usual);
        }
        let easier = self.movements.iter().find(|(it, _)| Some(it.id) == movement.easier);
        Some(match easier {
            Some((easier, _)) => self.instead(movement, usual, easier, Level::Beginner),
            None => Portion { dose: usual.dose.eased(), ..usual },
        })
    }

    /// `other` in place of `usual`, at the dose of `level` or below that takes most nearly as long.
    fn instead(
        &self,
        movement: &Movement,
        usual: Portion,
        other: &Movement,
        level: Level,
    ) -> Portion {
        let sides = |it: &Movement| if it.sided { 2 } else { 1 };
        let wanted = usual.dose.worked() * sides(movement);
        let doses = Level::ALL.into_iter().filter(|it| *it <= level).map(|it| other.dose(it));
        let dose = doses.min_by_key(|dose| (dose.worked() * sides(other)).abs_diff(wanted));
        let dose = dose.unwrap_or_else(|| other.dose(level));
        let dose = if self.restrictions.eases(other.number) { dose.eased() } else { dose };
        Portion { movement: other.number, dose, instead_of: Some(movement.number), ..usual }
    }

    /// The one that is most like `movement`, the first of several. `None` where nothing works on the same
    /// muscles, or warms up as well.
    fn nearest(&self, movement: &Movement) -> Option<&'a Movement> {
        let others = self.movements.iter().filter(|(it, _)| Some(it.id) != movement.harder);
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
