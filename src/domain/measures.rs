//! Measures that a person takes of themselves: how far they bend, how often they stand up, how much it pulls.
//!
//! They say how far one has come, not how healthy one is.

mod stored;

pub use stored::{read_measures, write_measures};

use time::{Date, OffsetDateTime};

use super::days::felt_day;
use super::pain::Score;

/// A measure is taken again after so many days.
pub const EVERY_DAYS: i64 = 14;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// How far the fingertips stay from the floor in a forward bend with straight knees; the better of two.
    FingertipToFloor,
    /// How often one stands up from a chair in 30 s.
    SitToStand,
    /// How much it pulls in the seated figure four, on each side and always at the same lean.
    FigureFour,
}

impl Test {
    pub const ALL: [Self; 3] = [Self::FingertipToFloor, Self::SitToStand, Self::FigureFour];

    /// The conditions with which it is left out, by their keys in the words.
    #[must_use]
    pub const fn cautions(self) -> &'static [&'static str] {
        match self {
            Self::FingertipToFloor => &[
                "osteoporosis-spine",
                "glaucoma-head-down",
                "flexion-sensitive",
                "nerve-irritable",
            ],
            Self::SitToStand => &[],
            // As for the movement that it is done in.
            Self::FigureFour => &["hip-replacement-posterior"],
        }
    }

    /// From which difference on it is more than measuring twice brings about, where that is known.
    ///
    /// 4.5 cm for the fingertips, in tenths, with back pain: Ekedahl and others, Arch Phys Med Rehabil
    /// 2012;93:2210-2215. About 2.5 times of standing up, so three, with early wear of a knee: Gill and others, Thirty
    /// second chair stand test, 2022.
    #[must_use]
    pub const fn real_change(self) -> Option<u16> {
        match self {
            Self::FingertipToFloor => Some(45),
            Self::SitToStand => Some(3),
            Self::FigureFour => None,
        }
    }
}

/// From the fingertips to the floor: 0 to 100 cm, in tenths of a centimetre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap(u16);

impl Gap {
    pub const MOST: u16 = 1_000;

    #[must_use]
    pub const fn from_tenths(tenths: u16) -> Option<Self> {
        if tenths <= Self::MOST { Some(Self(tenths)) } else { None }
    }

    #[must_use]
    pub const fn tenths(self) -> u16 {
        self.0
    }
}

/// How often one stood up in 30 s: 0 to 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stands(u16);

impl Stands {
    pub const MOST: u16 = 60;

    #[must_use]
    pub const fn new(count: u16) -> Option<Self> {
        if count <= Self::MOST { Some(Self(count)) } else { None }
    }

    #[must_use]
    pub const fn count(self) -> u16 {
        self.0
    }
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    FingertipToFloor(Gap),
    SitToStand(Stands),
    /// The pull, 0 to 10.
    FigureFour {
        left: Score,
        right: Score,
    },
}

impl Finding {
    #[must_use]
    pub const fn test(self) -> Test {
        match self {
            Self::FingertipToFloor(_) => Test::FingertipToFloor,
            Self::SitToStand(_) => Test::SitToStand,
            Self::FigureFour { .. } => Test::FigureFour,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// When it was taken, with the offset from UTC that held then and there.
    pub at: OffsetDateTime,
    pub finding: Finding,
}

impl Measure {
    /// Whether both are of one test at one time.
    fn is_same(&self, other: &Self) -> bool {
        self.at == other.at && self.finding.test() == other.finding.test()
    }
}

/// All that were taken, the first one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures(Vec<Measure>);

/// What is greater in the last measure than in the first; below zero, what is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Tenths of a centimetre further from the floor.
    Gap(i16),
    Stands(i16),
    /// Points of pull.
    Pull {
        left: i8,
        right: i8,
    },
}

/// The last measure of a test beside the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// There is but one.
    First,
    /// Measuring twice on one day may differ as much.
    Within(Difference),
    Beyond(Difference),
    /// Nobody knows by how much measuring twice on one day differs.
    Unknown(Difference),
}

impl Measures {
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Measure> + '_ {
        self.0.iter().copied()
    }

    /// Those of one test, the first one first.
    #[must_use]
    pub fn of(&self, test: Test) -> impl DoubleEndedIterator<Item = Measure> + '_ {
        self.iter().filter(move |measure| measure.finding.test() == test)
    }

    /// Adds one in its place by time. Of one test at one time there is one, the last that was added.
    pub fn add(&mut self, measure: Measure) {
        // As it will be kept, so that it is found again.
        let at = measure.at.replace_nanosecond(0).unwrap_or(measure.at);
        let measure = Measure { at, ..measure };
        self.0.retain(|known| !known.is_same(&measure));
        let place = self.0.partition_point(|known| known.at <= at);
        self.0.insert(place, measure);
    }

    /// Takes one out; [`Self::add`] puts it back. Says whether it was there.
    pub fn remove(&mut self, measure: Measure) -> bool {
        let place = self.0.iter().position(|known| *known == measure);
        place.map(|place| self.0.remove(place)).is_some()
    }

    /// All of both. Of two of one test at one time, the one here stays.
    #[must_use]
    pub fn merged(mut self, others: Self) -> Self {
        for other in others.0 {
            if !self.0.iter().any(|known| known.is_same(&other)) {
                self.add(other);
            }
        }
        self
    }

    /// Whether it is time to take it, for the first time or again.
    #[must_use]
    pub fn is_due(&self, test: Test, today: Date) -> bool {
        let last = self.of(test).next_back();
        last.is_none_or(|last| (today - felt_day(last.at)).whole_days() >= EVERY_DAYS)
    }

    /// Whether to remind of those of `tests` that are due: of what was taken before, or, where none ever was, once
    /// there have been sessions for as long as from one time to the next.
    #[must_use]
    pub fn reminds(&self, tests: &[Test], today: Date, first_session: Option<Date>) -> bool {
        let is_again = |test: &Test| self.of(*test).next().is_some() && self.is_due(*test, today);
        let is_long = |first: Date| (today - first).whole_days() >= EVERY_DAYS;
        if self.0.is_empty() {
            !tests.is_empty() && first_session.is_some_and(is_long)
        } else {
            tests.iter().any(is_again)
        }
    }

    /// How the last measure of a test differs from the first, if there is any.
    #[must_use]
    pub fn compared(&self, test: Test) -> Option<Compared> {
        let first = self.of(test).next()?;
        let last = self.of(test).next_back()?;
        if first.is_same(&last) {
            return Some(Compared::First);
        }
        let difference = match (first.finding, last.finding) {
            (Finding::FingertipToFloor(first), Finding::FingertipToFloor(last)) => {
                Difference::Gap(last.0.cast_signed() - first.0.cast_signed())
            }
            (Finding::SitToStand(first), Finding::SitToStand(last)) => {
                Difference::Stands(last.0.cast_signed() - first.0.cast_signed())
            }
            (
                Finding::FigureFour { left, right },
                Finding::FigureFour { left: last_left, right: last_right },
            ) => Difference::Pull { left: last_left.above(left), right: last_right.above(right) },
            // Both are of one test.
            _ => return None,
        };
        Some(match (test.real_change(), difference) {
            (Some(real), Difference::Gap(by) | Difference::Stands(by))
                if by.unsigned_abs() >= real =>
            {
                Compared::Beyond(difference)
            }
            (Some(_), _) => Compared::Within(difference),
            (None, _) => Compared::Unknown(difference),
        })
    }
}
