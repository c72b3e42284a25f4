//! Chance that can be had again: each run prints where it began.

use std::env;
use std::fmt::{self, Display, Formatter};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub struct Chance {
    seed: u64,
    state: u64,
}

impl Chance {
    /// From the seed that `LIMBER_SEED` names, else from the time.
    pub fn of_this_run() -> Self {
        let wanted = env::var("LIMBER_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = wanted.unwrap_or_else(|| {
            let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            u64::from(time.subsec_nanos())
        });
        Self { seed, state: seed }
    }

    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let count = u64::try_from(choices.len()).expect("a slice is not that long");
        let index = usize::try_from(self.next() % count).expect("it is below the length");
        choices[index]
    }

    /// In whole milliseconds, `longest` among them.
    pub fn up_to(&mut self, longest: Duration) -> Duration {
        let millis = u64::try_from(longest.as_millis()).expect("nobody waits that long");
        Duration::from_millis(self.next() % (millis + 1))
    }

    /// By Steele, Lea and Flood, as `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// As the environment takes it.
impl Display for Chance {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        write!(out, "LIMBER_SEED={}", self.seed)
    }
}
