//! What hurt in a session: what is best done about it, and what is done otherwise next time.
//!
//! The rule is the one by which a session is to be stopped: a pull that eases is met with less of it, whatever
//! is sharp or in another place ends the movement, and whatever goes down a leg, is numb, or makes one unwell
//! ends the session.

mod stored;

pub use stored::{read_hurts, write_hurts};

use time::OffsetDateTime;

use super::catalogue::MovementNumber;
use super::plan::Portion;

/// What it feels like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hurt {
    /// A strong pull, or the familiar ache, that eases with less of it.
    Pull,
    Sharp,
    /// Pain that goes down the leg, or further down than before.
    DownTheLeg,
    /// Numb, tingling or weak.
    Numb,
    /// At the front of the hip, inside the knee, or anywhere where it is not to be felt.
    Elsewhere,
    /// Dizzy, faint, breathless.
    Unwell,
}

/// What can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Goes on with less of it.
    Ease,
    /// Does something else in its place.
    Swap,
    /// Leaves the movement.
    Skip,
    /// Ends the session.
    End,
}

/// What becomes of a movement from the next session on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Two thirds of the dose, or its easier variation.
    Eased,
    Out,
}

impl Hurt {
    pub const ALL: [Self; 6] =
        [Self::Pull, Self::Sharp, Self::DownTheLeg, Self::Numb, Self::Elsewhere, Self::Unwell];

    /// What may be done about it, the best first.
    #[must_use]
    pub const fn answers(self) -> &'static [Answer] {
        match self {
            Self::Pull => &[Answer::Ease, Answer::Swap, Answer::Skip],
            Self::Sharp | Self::Elsewhere => &[Answer::Swap, Answer::Skip, Answer::End],
            Self::DownTheLeg | Self::Numb | Self::Unwell => &[Answer::End],
        }
    }

    /// What becomes of the movement next time. Whoever is unwell is so from no one movement.
    #[must_use]
    pub const fn change(self) -> Option<Change> {
        match self {
            Self::Pull => Some(Change::Eased),
            Self::Sharp | Self::DownTheLeg | Self::Numb | Self::Elsewhere => Some(Change::Out),
            Self::Unwell => None,
        }
    }

    /// What a session does of its `portions` once this is felt in the one at `item`: `swap` next, where there is one,
    /// and where this leaves the movement out, no more of it than `is_begun` says was done ahead, by its place.
    #[must_use]
    pub fn portions_left(
        self,
        portions: &[Portion],
        item: usize,
        swap: Option<Portion>,
        is_begun: impl Fn(usize) -> bool,
    ) -> Vec<Portion> {
        let is_out = self.change() == Some(Change::Out);
        let mut left = vec![];
        for (at, portion) in portions.iter().enumerate() {
            let comes_again = at > item && portion.movement == portions[item].movement;
            if !(is_out && comes_again) || is_begun(at) {
                left.push(*portion);
            }
            if at == item {
                left.extend(swap);
            }
        }
        left
    }

    /// Whether the safety check is to be asked again before anything else begins.
    #[must_use]
    pub const fn asks_again(self) -> bool {
        matches!(self, Self::DownTheLeg | Self::Numb | Self::Unwell)
    }
}

/// What is remembered of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hurts {
    /// One for each movement, the last.
    pub told: Vec<Told>,
    /// When something was told that the safety check is to know of.
    pub grave: Option<OffsetDateTime>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub movement: MovementNumber,
    pub hurt: Hurt,
    pub at: OffsetDateTime,
}

impl Hurts {
    /// `hurt` was told of `movement` at `at`.
    pub fn tell(&mut self, movement: MovementNumber, hurt: Hurt, at: OffsetDateTime) {
        if hurt.asks_again() {
            self.grave = self.grave.max(Some(at));
        }
        if hurt.change().is_some() {
            let _ = self.forget(movement);
            self.told.push(Told { movement, hurt, at });
        }
    }

    /// Whether something is remembered of `movement`.
    #[must_use]
    pub fn told_of(&self, movement: MovementNumber) -> bool {
        self.told.iter().any(|told| told.movement == movement)
    }

    /// Does `movement` as before, and gives what was told of it. What the safety check is to know of stays.
    pub fn forget(&mut self, movement: MovementNumber) -> Option<Told> {
        let place = self.told.iter().position(|told| told.movement == movement)?;
        Some(self.told.remove(place))
    }

    /// Puts back what was forgotten, unless something has been told of it since.
    pub fn put_back(&mut self, told: Told) {
        if self.told.iter().all(|it| it.movement != told.movement) {
            self.told.push(told);
        }
    }

    /// The movements that are changed so.
    pub fn changed(&self, change: Change) -> impl Iterator<Item = MovementNumber> + '_ {
        let told = self.told.iter().filter(move |told| told.hurt.change() == Some(change));
        told.map(|told| told.movement)
    }

    /// Both of them; of what is in both, the later.
    #[must_use]
    pub fn merged(mut self, others: Self) -> Self {
        for other in others.told {
            let known = self.told.iter().find(|it| it.movement == other.movement);
            if known.is_none_or(|known| known.at < other.at) {
                self.forget(other.movement);
                self.told.push(other);
            }
        }
        self.grave = self.grave.max(others.grave);
        self
    }
}
