//! Runs the parts of a check or a test one after the other. A part that fails hides none after it.

use crate::problem::Problem;
use crate::tally::Tally;

#[derive(Default)]
pub struct Report {
    tally: Tally,
    failed: Vec<&'static str>,
}

impl Report {
    /// Runs a part that counts as one, and says whether it passed.
    pub fn check(&mut self, name: &'static str, run: impl FnOnce() -> Result<(), Problem>) -> bool {
        self.suite(name, |tally| {
            run()?;
            tally.passed += 1;
            Ok(())
        })
    }

    /// Runs a part that counts its own tests, and says whether it passed.
    pub fn suite(
        &mut self,
        name: &'static str,
        run: impl FnOnce(&mut Tally) -> Result<(), Problem>,
    ) -> bool {
        println!("\n== {name}");
        let mut tally = Tally::default();
        if let Err(problem) = run(&mut tally) {
            println!("error: {problem}");
            // It may have broken off before it could count a failure.
            tally.failed = tally.failed.max(1);
        }
        self.tally += tally;
        if tally.failed > 0 {
            self.failed.push(name);
        }
        tally.failed == 0
    }

    /// Prints what failed and, as the last line, the counts. Says whether all is well.
    pub fn close(self) -> bool {
        println!();
        if !self.failed.is_empty() {
            println!("Failed: {}", self.failed.join(", "));
        }
        println!("{}", self.tally);
        self.tally.is_good()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_part_hides_none_after_it() {
        let mut report = Report::default();
        assert!(!report.check("first", || Err(Problem::NoSite)));
        assert!(report.check("second", || Ok(())));
        assert_eq!(report.tally, Tally { passed: 1, failed: 1 });
        assert_eq!(report.failed, ["first"]);
        assert!(!report.close());
    }

    #[test]
    fn a_suite_that_breaks_off_has_failed() {
        let mut report = Report::default();
        let passed = report.suite("suite", |tally| {
            tally.passed = 3;
            Err(Problem::NoSite)
        });
        assert!(!passed);
        assert_eq!(report.tally, Tally { passed: 3, failed: 1 });
    }
}
