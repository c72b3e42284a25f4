//! Pain as a person tells it: a number from 0 to 10, and where.

use super::plan::Side;

/// 0 is no pain, 10 the worst that one can imagine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    pub const MOST: u8 = 10;

    #[must_use]
    pub const fn new(score: u8) -> Option<Self> {
        if score <= Self::MOST { Some(Self(score)) } else { None }
    }

    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    /// How many points it is above `other`.
    #[must_use]
    pub fn above(self, other: Self) -> i8 {
        // Both are small.
        self.0.cast_signed() - other.0.cast_signed()
    }
}

/// The furthest place that hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Site {
    Back,
    Buttock,
    Thigh,
    BelowKnee,
    Foot,
}

impl Site {
    pub const ALL: [Self; 5] =
        [Self::Back, Self::Buttock, Self::Thigh, Self::BelowKnee, Self::Foot];
}

/// On which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flank {
    Left,
    Right,
    Both,
}

impl Flank {
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Both];
}

/// What was told around one session; anything may have been left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pain {
    pub before: Option<Score>,
    pub after: Option<Score>,
    pub next_day: Option<Score>,
    /// Two days after it.
    pub two_days: Option<Score>,
    pub site: Option<Site>,
    pub flank: Option<Flank>,
}

impl Pain {
    #[must_use]
    pub fn is_told(&self) -> bool {
        *self != Self::default()
    }

    /// What is told here, and where nothing is, what is told in `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            before: self.before.or(other.before),
            after: self.after.or(other.after),
            next_day: self.next_day.or(other.next_day),
            two_days: self.two_days.or(other.two_days),
            site: self.site.or(other.site),
            flank: self.flank.or(other.flank),
        }
    }

    /// After somebody has pointed at `site` on one side of a body: both sides where they had pointed at the other,
    /// and none where they had pointed there already.
    #[must_use]
    pub fn pointed(self, site: Site, on: Side) -> Self {
        let (here, other) = match on {
            Side::Left => (Flank::Left, Flank::Right),
            Side::Right => (Flank::Right, Flank::Left),
        };
        let flank = match self.flank.filter(|_| self.site == Some(site)) {
            None => Some(here),
            Some(flank) if flank == here => None,
            Some(flank) if flank == other => Some(Flank::Both),
            Some(_) => Some(other),
        };
        Self { site: flank.map(|_| site), flank, ..self }
    }

    /// Whether it is told of `site` on that side.
    #[must_use]
    pub fn is_at(&self, site: Site, on: Side) -> bool {
        let here = match on {
            Side::Left => Flank::Left,
            Side::Right => Flank::Right,
        };
        self.site == Some(site) && self.flank.is_some_and(|it| it == here || it == Flank::Both)
    }

    /// By how much the session raised it, if that is known.
    #[must_use]
    pub fn raised(&self) -> Option<i8> {
        Some(self.after?.above(self.before?))
    }

    /// What is told so many days after it, where one is asked then.
    pub const fn after_days(&mut self, days: i64) -> Option<&mut Option<Score>> {
        match days {
            1 => Some(&mut self.next_day),
            2 => Some(&mut self.two_days),
            _ => None,
        }
    }

    /// Whether to ask how it is on a day after, if nobody has said so then: after two days only where the next day
    /// is unknown, or it had not settled.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.next_day.is_none() || self.still_raised().is_some_and(|by| by > 0)
    }

    /// By how much it was still raised the next day, or two days after it where that was more, if that is known.
    #[must_use]
    pub fn still_raised(&self) -> Option<i8> {
        Some(self.next_day.max(self.two_days)?.above(self.before?))
    }

    /// Whether it was still raised two days after it.
    #[must_use]
    pub fn is_lasting(&self) -> bool {
        self.two_days.zip(self.before).is_some_and(|(then, before)| then > before)
    }

    /// By how much the first day after it of which something is told differs from before.
    #[must_use]
    pub fn changed_after(&self) -> Option<i8> {
        Some(self.next_day.or(self.two_days)?.above(self.before?))
    }
}
