//! How long things take for one person, as a share of what the routine says.
//!
//! WCAG 2.2.1 asks that every time limit can be switched off or stretched to ten times its
//! default, so each share goes from nothing to ten times.

use std::time::Duration;

/// A share of the usual length, in percent: 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u16);

impl Share {
    pub const USUAL: Self = Self(100);
    pub const MOST: Self = Self(1000);

    /// The shares that one steps through, in percent.
    const STEPS: [u16; 14] = [0, 10, 25, 50, 75, 100, 125, 150, 200, 300, 400, 500, 750, 1000];

    /// The next longer share that one steps to, up to the longest.
    #[must_use]
    pub fn longer(self) -> Self {
        Self(Self::STEPS.into_iter().find(|step| *step > self.0).unwrap_or(Self::MOST.0))
    }

    /// The next shorter share that one steps to, down to nothing.
    #[must_use]
    pub fn shorter(self) -> Self {
        Self(Self::STEPS.into_iter().rfind(|step| *step < self.0).unwrap_or(0))
    }

    /// # Errors
    /// Where `percent` is above 1000.
    pub fn from_percent(percent: u64) -> Result<Self, ShareError> {
        match u16::try_from(percent) {
            Ok(percent) if percent <= Self::MOST.0 => Ok(Self(percent)),
            _ => Err(ShareError(percent)),
        }
    }

    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// This share of `usual`, in whole seconds: at least one, unless the share or `usual` is nothing.
    #[must_use]
    pub fn of(self, usual: Duration) -> Duration {
        if self.0 == 0 || usual.is_zero() {
            return Duration::ZERO;
        }
        let hundredths = usual.as_secs() * u64::from(self.0);
        Duration::from_secs(((hundredths + 50) / 100).max(1))
    }
}

/// A share that nobody may choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a length of {0} % is outside 0 % to 1000 %")]
pub struct ShareError(u64);

/// The kinds of length that a person sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthKind {
    GetReady,
    Work,
    ChangeSides,
    Rest,
}

impl LengthKind {
    pub const ALL: [Self; 4] = [Self::GetReady, Self::Work, Self::ChangeSides, Self::Rest];
}

/// One share per kind of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lengths {
    /// Getting into position before a movement.
    pub get_ready: Share,
    /// Holds, timed movements and the tempo of repetitions.
    pub work: Share,
    pub change_sides: Share,
    /// Between the sets of a movement.
    pub rest: Share,
}

impl Lengths {
    pub const USUAL: Self = Self {
        get_ready: Share::USUAL,
        work: Share::USUAL,
        change_sides: Share::USUAL,
        rest: Share::USUAL,
    };

    #[must_use]
    pub const fn share(&self, kind: LengthKind) -> Share {
        match kind {
            LengthKind::GetReady => self.get_ready,
            LengthKind::Work => self.work,
            LengthKind::ChangeSides => self.change_sides,
            LengthKind::Rest => self.rest,
        }
    }

    #[must_use]
    pub const fn with(mut self, kind: LengthKind, share: Share) -> Self {
        match kind {
            LengthKind::GetReady => self.get_ready = share,
            LengthKind::Work => self.work = share,
            LengthKind::ChangeSides => self.change_sides = share,
            LengthKind::Rest => self.rest = share,
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(percent: u64, usual: u64, expected: u64) {
        let share = Share::from_percent(percent).expect("a share within bounds");
        assert_eq!(share.of(Duration::from_secs(usual)), Duration::from_secs(expected));
    }

    #[test]
    fn a_share_is_rounded_to_whole_seconds() {
        check(100, 30, 30);
        check(150, 5, 8);
        check(1000, 45, 450);
        check(10, 30, 3);
    }

    #[test]
    fn a_small_share_leaves_a_second_and_nothing_leaves_nothing() {
        check(1, 5, 1);
        check(0, 30, 0);
        check(50, 0, 0);
    }

    #[test]
    fn steps_lead_from_nothing_to_ten_times_and_no_further() {
        let usual = Share::USUAL;
        assert_eq!((usual.longer().percent(), usual.shorter().percent()), (125, 75));
        assert_eq!(Share::MOST.longer(), Share::MOST);
        assert_eq!(Share(0).shorter(), Share(0));
        assert_eq!(Share(130).shorter().percent(), 125);
    }

    #[test]
    fn more_than_ten_times_is_refused_with_its_value() {
        let error = Share::from_percent(1001).expect_err("out of bounds");
        assert_eq!(error.to_string(), "a length of 1001 % is outside 0 % to 1000 %");
    }
}
