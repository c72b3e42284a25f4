//! A slow breath, and a pacer that goes by it for a few minutes.
//!
//! Time only comes in as an argument, and what is kept is when it began: a page that was held up
//! finds itself in the breath that is due by now.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::moment::Moment;

/// Which way the breath goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    In,
    Out,
}

impl Half {
    pub const ALL: [Self; 2] = [Self::In, Self::Out];

    /// How the device vibrates as it begins: milliseconds on, off, on.
    #[must_use]
    pub const fn buzz(self) -> &'static [u32] {
        match self {
            Self::In => &[60],
            Self::Out => &[60, 120, 60],
        }
    }
}

/// How long one breathes in and out, each in whole seconds: 2 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breath {
    going_in: u8,
    going_out: u8,
}

impl Breath {
    pub const BOUNDS: RangeInclusive<u64> = 2..=12;
    /// A slow breath, the way out a little longer.
    pub const CALM: Self = Self { going_in: 4, going_out: 6 };

    /// # Errors
    /// Where either is too short or too long.
    pub fn from_secs(going_in: u64, going_out: u64) -> Result<Self, BreathError> {
        let checked = |secs| match u8::try_from(secs) {
            Ok(small) if Self::BOUNDS.contains(&secs) => Ok(small),
            _ => Err(BreathError(secs)),
        };
        Ok(Self { going_in: checked(going_in)?, going_out: checked(going_out)? })
    }

    #[must_use]
    pub const fn secs(self, half: Half) -> u8 {
        match half {
            Half::In => self.going_in,
            Half::Out => self.going_out,
        }
    }

    #[must_use]
    pub fn length(self, half: Half) -> Duration {
        Duration::from_secs(u64::from(self.secs(half)))
    }

    /// In and out together.
    #[must_use]
    pub fn whole(self) -> Duration {
        self.length(Half::In) + self.length(Half::Out)
    }

    /// One second more for `half`, up to the longest.
    #[must_use]
    pub fn longer(self, half: Half) -> Self {
        self.with(half, self.secs(half) + 1)
    }

    /// One second less for `half`, down to the shortest.
    #[must_use]
    pub fn shorter(self, half: Half) -> Self {
        self.with(half, self.secs(half) - 1)
    }

    /// The same where that is too short or too long.
    fn with(self, half: Half, secs: u8) -> Self {
        let of = |it| u64::from(if it == half { secs } else { self.secs(it) });
        Self::from_secs(of(Half::In), of(Half::Out)).unwrap_or(self)
    }
}

/// A breath that nobody is to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("breathing in or out for {0} s is outside 2 s to 12 s")]
pub struct BreathError(u64);

/// For how many minutes one can breathe by the pacer.
pub const MINUTES: [u64; 3] = [1, 3, 5];

/// Breath after breath from `began` on. The last one that begins within `length` is a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pacer {
    pub began: Moment,
    pub length: Duration,
    pub breath: Breath,
}

/// Where a pacer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// The breath goes that way for so long.
    Breathing {
        half: Half,
        left: Duration,
    },
    Over,
}

impl Pacer {
    #[must_use]
    pub fn at(&self, now: Moment) -> Pace {
        let since = now.since(self.began);
        if since >= self.total() {
            return Pace::Over;
        }
        let (going_in, whole) = (self.breath.length(Half::In), self.breath.whole());
        // A whole breath has whole seconds.
        let within = Duration::new(since.as_secs() % whole.as_secs(), since.subsec_nanos());
        let (half, end) = if within < going_in { (Half::In, going_in) } else { (Half::Out, whole) };
        Pace::Breathing { half, left: end.saturating_sub(within) }
    }

    /// How long until it is over.
    #[must_use]
    pub fn left(&self, now: Moment) -> Duration {
        self.total().saturating_sub(now.since(self.began))
    }

    /// Every half of every breath, with when it begins.
    pub fn halves(self) -> impl Iterator<Item = (Moment, Half)> {
        let Self { began, breath, .. } = self;
        (0..self.breaths()).flat_map(move |number| {
            let start = began + breath.whole() * number;
            [(start, Half::In), (start + breath.length(Half::In), Half::Out)]
        })
    }

    fn total(&self) -> Duration {
        self.breath.whole() * self.breaths()
    }

    fn breaths(&self) -> u32 {
        let secs = self.length.as_secs() + u64::from(self.length.subsec_nanos() > 0);
        u32::try_from(secs.div_ceil(self.breath.whole().as_secs())).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEGAN: Moment = Moment::from_millis(600_000);

    fn breath(going_in: u64, going_out: u64) -> Breath {
        Breath::from_secs(going_in, going_out).expect("a breath within bounds")
    }

    fn pacer(secs: u64, breath: Breath) -> Pacer {
        Pacer { began: BEGAN, length: Duration::from_secs(secs), breath }
    }

    /// So many milliseconds after it began, the pacer of a minute of calm breaths stands there.
    #[track_caller]
    fn check(millis: u64, expected: Pace) {
        let now = BEGAN + Duration::from_millis(millis);
        assert_eq!(pacer(60, Breath::CALM).at(now), expected);
    }

    const fn going(half: Half, left: u64) -> Pace {
        Pace::Breathing { half, left: Duration::from_millis(left) }
    }

    #[test]
    fn four_seconds_in_are_followed_by_six_out() {
        check(0, going(Half::In, 4000));
        check(3_999, going(Half::In, 1));
        check(4_000, going(Half::Out, 6000));
        check(9_500, going(Half::Out, 500));
        check(10_000, going(Half::In, 4000));
    }

    #[test]
    fn a_late_look_keeps_the_timetable() {
        check(43_250, going(Half::In, 750));
        check(59_999, going(Half::Out, 1));
        check(60_000, Pace::Over);
        check(600_000, Pace::Over);
    }

    #[test]
    fn a_clock_set_back_is_at_the_beginning() {
        let before = BEGAN.earlier_by(Duration::from_secs(9));
        assert_eq!(pacer(60, Breath::CALM).at(before), going(Half::In, 4000));
    }

    #[test]
    fn the_last_breath_is_whole() {
        let total = |secs, breath| pacer(secs, breath).left(BEGAN).as_secs();
        assert_eq!(total(60, Breath::CALM), 60);
        assert_eq!(total(180, breath(4, 7)), 187);
        assert_eq!(total(60, breath(12, 12)), 72);
        assert_eq!(total(1, Breath::CALM), 10);
        assert_eq!(total(0, Breath::CALM), 0);
        let now = BEGAN + Duration::from_millis(12_500);
        assert_eq!(pacer(60, Breath::CALM).left(now), Duration::from_millis(47_500));
    }

    #[test]
    fn each_half_begins_when_it_is_its_turn() {
        for breath in [Breath::CALM, breath(2, 2), breath(12, 2), breath(5, 11)] {
            let pacer = pacer(180, breath);
            let mut end = BEGAN;
            for (begins, half) in pacer.halves() {
                assert_eq!(begins, end, "{breath:?}");
                let left = breath.length(half);
                assert_eq!(pacer.at(begins), Pace::Breathing { half, left });
                end = begins + left;
            }
            assert_eq!(pacer.at(end), Pace::Over);
        }
    }

    #[test]
    fn a_breath_is_neither_hasty_nor_endless() {
        for [going_in, going_out] in [[2, 12], [12, 2], [4, 6]] {
            let breath = breath(going_in, going_out);
            let both = Half::ALL.map(|half| u64::from(breath.secs(half)));
            assert_eq!(both, [going_in, going_out]);
        }
        for (going_in, going_out, wrong) in [(1, 6, 1), (4, 13, 13), (4, 260, 260), (0, 0, 0)] {
            assert_eq!(Breath::from_secs(going_in, going_out), Err(BreathError(wrong)));
        }
        let sentence = "breathing in or out for 13 s is outside 2 s to 12 s";
        assert_eq!(BreathError(13).to_string(), sentence);
    }

    #[test]
    fn one_steps_through_its_lengths_a_second_at_a_time() {
        assert_eq!(Breath::CALM.longer(Half::In), breath(5, 6));
        assert_eq!(Breath::CALM.shorter(Half::Out), breath(4, 5));
        assert_eq!(breath(2, 12).shorter(Half::In), breath(2, 12));
        assert_eq!(breath(2, 12).longer(Half::Out), breath(2, 12));
    }
}
