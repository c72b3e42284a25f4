//! Makes a session that fits: so many minutes, in this place, for what is sore, with what is at hand.
//!
//! The same wish always makes the same session; another seed makes another. What suits the person is the only
//! thing it chooses from, a warm-up comes first, and each movement says why it is there.

use std::time::Duration;

use super::catalogue::{Catalogue, Dose, Kind, Level, Movement, MovementNumber, Muscle, Work};
use super::plan::{Plan, Portion, Recipe};
use super::progression::Step;
use super::restrictions::Restrictions;

/// The id under which a session that was made is kept, where a routine's would be.
pub const MADE: &str = "made";
/// How many minutes one can ask for.
pub const MINUTES: [u64; 4] = [2, 5, 10, 15];
/// What one can say is sore, by its keys in the words.
pub const SORE: [&str; 6] = ["lower-back", "glutes", "hips", "thigh", "upper-body", "neck"];
/// What one can have at hand, by its keys in the words, in groups of which any one thing will do.
pub const THINGS: [&[&str]; 4] = [
    &["chair", "stable-chair"],
    &["desk", "stable-desk", "stable-table", "table-edge"],
    &["wall"],
    &["strap", "belt", "towel"],
];
/// No session is further from the wish than this, unless too little suits.
pub const TOLERANCE: Duration = Duration::from_secs(10);
/// How short and how long a warm-up may become.
const WARM_UP: [Duration; 2] = [Duration::from_secs(20), Duration::from_secs(180)];
const LONGEST_HOLD: Duration = Duration::from_secs(45);
const HOLD_STEP: Duration = Duration::from_secs(5);
const MOST_REPETITIONS: u16 = 15;
const MOST_ROUNDS: u16 = 3;

/// What a session is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub length: Duration,
    pub posture: Posture,
    /// The regions that are sore, by their keys in the words.
    pub sore: Vec<&'static str>,
    /// What is at hand, by its keys in the words.
    pub things: Vec<&'static str>,
    /// Another one makes another session.
    pub seed: u32,
}

/// How far down one can and wants to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posture {
    Floor,
    Chair,
    Standing,
}

impl Posture {
    pub const ALL: [Self; 3] = [Self::Floor, Self::Chair, Self::Standing];

    fn takes(self, position: &str) -> bool {
        match self {
            Self::Floor => true,
            Self::Chair => position == "seated-chair",
            Self::Standing => position == "standing",
        }
    }
}

/// A session that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    pub portions: Vec<Portion>,
    /// Why each of them is there.
    pub reasons: Vec<Reason>,
    /// How long it takes.
    pub total: Duration,
}

/// Why a movement is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    WarmUp,
    Favourite,
    /// This region is sore.
    Sore(&'static str),
    /// Nothing else works on this muscle yet.
    Muscle(&'static str),
    /// There was time for it.
    Time,
}

/// Makes a session by `recipe`'s lengths and level, with doses at `step`. It is as long as was wanted, as far as
/// enough suits. After a step back there are more movements and a longer warm-up rather than longer doses, and none
/// is more than usual at that level.
#[must_use]
pub fn make(
    catalogue: &Catalogue,
    wanted: &Wanted,
    recipe: &Recipe,
    step: Step,
    restrictions: &Restrictions,
    favourites: &[MovementNumber],
) -> Made {
    let level = recipe.level.unwrap_or(Level::Beginner);
    let mut maker = Maker { catalogue, wanted, recipe, level, step, favourites, picks: vec![] };
    // Of one's own movements nobody knows what they are for.
    let suits = |it: &&Movement| it.kind != Kind::Own && restrictions.allow(it) && wanted.suits(it);
    let movements: Vec<_> = catalogue.movements.iter().copied().filter(suits).collect();
    maker.warm_up(&movements, restrictions);
    maker.fill(movements, restrictions);
    maker.grow();
    maker.finish()
}

impl Wanted {
    /// Whether `movement` can be done in this place, with what is at hand.
    #[must_use]
    pub fn suits(&self, movement: &Movement) -> bool {
        let sits = self.posture == Posture::Chair;
        let has = |thing: &str| self.things.contains(&thing) || (sits && thing == "chair");
        self.posture.takes(movement.position) && movement.can_be_done_with(has)
    }

    /// From 0 to `most`, for one movement: the same for the same seed.
    fn chance(&self, movement: &Movement, most: u64) -> u64 {
        // SplitMix64, by Sebastiano Vigna; in the public domain.
        let seed = (u64::from(self.seed) << 16) | u64::from(movement.number.get());
        let mixed = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % (most + 1)
    }
}

/// What has been picked so far, in the order of doing.
struct Maker<'a> {
    catalogue: &'a Catalogue,
    wanted: &'a Wanted,
    recipe: &'a Recipe,
    level: Level,
    step: Step,
    favourites: &'a [MovementNumber],
    picks: Vec<Pick<'a>>,
}

#[derive(Clone)]
struct Pick<'a> {
    movement: &'a Movement,
    dose: Dose,
    reason: Reason,
    /// How long one side may come to work.
    most: Duration,
}

impl<'a> Maker<'a> {
    /// Begins with what warms up, the shortest that there is.
    fn warm_up(&mut self, movements: &[&'a Movement], restrictions: &Restrictions) {
        let warm_ups = movements.iter().filter(|it| {
            it.kind == Kind::WarmUp && matches!(it.dose(Level::Beginner).work, Work::Timed { .. })
        });
        let best = warm_ups.max_by_key(|it| {
            8 * u64::from(self.favourites.contains(&it.number)) + self.wanted.chance(it, 5)
        });
        if let Some(movement) = best {
            let mut pick =
                self.pick(movement, (Level::Beginner, self.step), Reason::WarmUp, restrictions);
            pick.dose.work = Work::Timed { length: WARM_UP[0] };
            pick.most = WARM_UP[1];
            self.picks.push(pick);
        }
    }

    fn pick(
        &self,
        movement: &'a Movement,
        (level, step): (Level, Step),
        reason: Reason,
        restrictions: &Restrictions,
    ) -> Pick<'a> {
        let usual = movement.dose(level.min(self.level));
        let dose = step.dose(usual, self.level);
        if restrictions.eases(movement.number) {
            let dose = dose.eased();
            return Pick { movement, dose, reason, most: dose.worked() };
        }
        let most = if self.is_less() { usual.worked() } else { Duration::MAX };
        Pick { movement, dose, reason, most }
    }

    fn is_less(&self) -> bool {
        self.step < Step::default()
    }

    /// Adds what fits, the most wanted first.
    fn fill(&mut self, movements: Vec<&'a Movement>, restrictions: &Restrictions) {
        let is_for_itself =
            |it: &&Movement| it.kind != Kind::NerveGlide || self.favourites.contains(&it.number);
        let mut left: Vec<_> = movements.into_iter().filter(is_for_itself).collect();
        left.retain(|it| self.picks.iter().all(|pick| pick.movement.number != it.number));
        while let Some(best) = (0..left.len()).max_by_key(|at| self.worth(left[*at])) {
            let movement = left.remove(best);
            let reason = self.reason(movement);
            // A step up where there is time for it.
            let steps = [self.step, self.step.min(Step::default())].into_iter();
            let levels = Level::ALL.into_iter().rev().filter(|it| *it <= self.level);
            let mut doses = steps.flat_map(|step| levels.clone().map(move |level| (level, step)));
            let fits = doses.find_map(|dose| {
                let with = self.with(self.pick(movement, dose, reason, restrictions));
                (self.total(&with) <= self.wanted.length).then_some(with)
            });
            if let Some(with) = fits {
                self.picks = with;
            }
        }
    }

    /// How much a movement is wanted beside what has been picked.
    fn worth(&self, movement: &Movement) -> i64 {
        let is_sore = movement.regions.iter().any(|it| self.wanted.sore.contains(it));
        let kind = match movement.kind {
            Kind::Stretch => 3,
            Kind::Mobility => 2,
            Kind::Strength | Kind::NerveGlide | Kind::Own => 0,
            // One is there already, unless it is for what is sore.
            Kind::WarmUp if is_sore => 0,
            Kind::WarmUp => -6,
        };
        let worked = |muscle: &&Muscle| self.works_on(muscle);
        let again = i64::try_from(movement.primary.iter().filter(worked).count()).unwrap_or(0);
        let chance = i64::try_from(self.wanted.chance(movement, 4)).unwrap_or(0);
        10 * i64::from(self.favourites.contains(&movement.number))
            + 8 * i64::from(is_sore)
            + kind
            + chance
            - 4 * again
    }

    fn works_on(&self, muscle: &Muscle) -> bool {
        self.picks.iter().any(|pick| pick.movement.primary.iter().any(|it| it.name == muscle.name))
    }

    fn reason(&self, movement: &Movement) -> Reason {
        if self.favourites.contains(&movement.number) {
            return Reason::Favourite;
        }
        if let Some(region) = movement.regions.iter().find(|it| self.wanted.sore.contains(it)) {
            return Reason::Sore(region);
        }
        let new = movement.primary.iter().find(|muscle| !self.works_on(muscle));
        new.map_or(Reason::Time, |muscle| Reason::Muscle(muscle.name))
    }

    /// The picks with one more: after the warm-up from standing down to lying, so that one gets up but once.
    fn with(&self, pick: Pick<'a>) -> Vec<Pick<'a>> {
        let mut picks = self.picks.clone();
        let is_before =
            |it: &Pick| it.reason == Reason::WarmUp || height(it.movement) <= height(pick.movement);
        let place = picks.iter().take_while(|it| is_before(it)).count();
        picks.insert(place, pick);
        picks
    }

    /// Uses up the time that is left: longer holds and more repetitions in turn, then a longer warm-up.
    fn grow(&mut self) {
        let mut has_grown = !(self.is_less() && self.is_near());
        while has_grown {
            has_grown = false;
            // The warm-up comes last: it takes what nothing else does.
            for at in (0..self.picks.len()).rev() {
                let Pick { dose, most, .. } = self.picks[at];
                let Some(dose) = grown(dose).filter(|it| it.worked() <= most) else { continue };
                let mut with = self.picks.clone();
                with[at].dose = dose;
                if self.total(&with) <= self.wanted.length {
                    self.picks = with;
                    has_grown = true;
                }
            }
            has_grown &= !self.is_near();
        }
        let left = self.wanted.length.saturating_sub(self.total(&self.picks));
        if let Some(Pick { reason: Reason::WarmUp, dose, .. }) = self.picks.first_mut()
            && let Work::Timed { length } = dose.work
        {
            let length = (length + Duration::from_secs(left.as_secs())).min(WARM_UP[1]);
            dose.work = Work::Timed { length };
        }
    }

    /// Whether the warm-up can do the rest, and, unless it is to be less, need not be long for that.
    fn is_near(&self) -> bool {
        let left = self.wanted.length.saturating_sub(self.total(&self.picks));
        let room = WARM_UP[1].saturating_sub(WARM_UP[0]);
        let warms_up = self.picks.first().is_some_and(|it| it.reason == Reason::WarmUp);
        warms_up && left <= if self.is_less() { room } else { room / 2 }
    }

    fn total(&self, picks: &[Pick]) -> Duration {
        let portions = Some(portions(picks));
        let recipe = Recipe { portions, ..self.recipe.clone() };
        Plan::build(self.catalogue, &recipe).map_or(Duration::ZERO, |plan| plan.total())
    }

    fn finish(self) -> Made {
        Made {
            portions: portions(&self.picks),
            reasons: self.picks.iter().map(|pick| pick.reason).collect(),
            total: self.total(&self.picks),
        }
    }
}

fn portions(picks: &[Pick]) -> Vec<Portion> {
    let portion = |(index, pick): (usize, &Pick)| Portion::of(pick.movement, pick.dose, index);
    picks.iter().enumerate().map(portion).collect()
}

/// The next larger dose, while there is one.
fn grown(dose: Dose) -> Option<Dose> {
    let rounds = dose.sets;
    match dose.work {
        Work::Hold { hold, count } if hold < LONGEST_HOLD => {
            Some(Dose { work: Work::Hold { hold: hold + HOLD_STEP, count }, ..dose })
        }
        Work::Hold { hold, count } if count * rounds < MOST_ROUNDS => {
            Some(Dose { work: Work::Hold { hold, count: count + 1 }, ..dose })
        }
        Work::Repetitions { count, tempo, hold } if count < MOST_REPETITIONS => {
            Some(Dose { work: Work::Repetitions { count: count + 1, tempo, hold }, ..dose })
        }
        Work::Repetitions { .. } if rounds < MOST_ROUNDS => Some(Dose { sets: rounds + 1, ..dose }),
        Work::Timed { length } if length < WARM_UP[1] => {
            Some(Dose { work: Work::Timed { length: length + HOLD_STEP }, ..dose })
        }
        Work::Hold { .. } | Work::Repetitions { .. } | Work::Timed { .. } => None,
    }
}

/// From standing, 0, down to lying on the back.
fn height(movement: &Movement) -> usize {
    const DOWN: [&str; 8] = [
        "standing",
        "seated-chair",
        "kneeling",
        "all-fours",
        "prone",
        "side-lying",
        "seated-floor",
        "supine",
    ];
    DOWN.iter().position(|it| *it == movement.position).unwrap_or(DOWN.len())
}
