//! Counts of what passed and what failed.

use std::fmt::{self, Display, Formatter};
use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// The counts in a line like `test result: ok. 3 passed; 0 failed; 0 ignored; …`, with which
    /// the test harness of Rust closes; nothing in any other line.
    pub fn of_line(line: &str) -> Self {
        let counts = line.strip_prefix("test result: ").unwrap_or_default();
        Self { passed: count(counts, " passed;"), failed: count(counts, " failed;") }
    }

    /// Nothing failed, and something was there to pass.
    pub fn is_good(self) -> bool {
        self.failed == 0 && self.passed > 0
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Tally {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number right before `label`.
fn count(line: &str, label: &str) -> usize {
    line.split_once(label)
        .and_then(|(before, _)| before.rsplit(' ').next()?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, passed: usize, failed: usize) {
        assert_eq!(Tally::of_line(line), Tally { passed, failed }, "{line}");
    }

    #[test]
    fn only_closing_lines_count() {
        check("test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured", 12, 0);
        check("test result: FAILED. 7 passed; 2 failed; 0 ignored", 7, 2);
        check("test a_name::with_7 ... ok", 0, 0);
        check("it says: 7 passed; 2 failed;", 0, 0);
        check("", 0, 0);
    }

    #[test]
    fn a_run_of_nothing_is_not_good() {
        assert!(!Tally::default().is_good());
        assert!(Tally { passed: 1, failed: 0 }.is_good());
        assert!(!Tally { passed: 1, failed: 1 }.is_good());
    }

    #[test]
    fn the_closing_line_is_plain() {
        let mut tally = Tally { passed: 40, failed: 0 };
        tally += Tally { passed: 2, failed: 1 };
        assert_eq!(tally.to_string(), "42 passed, 1 failed");
    }
}
