//! Runs the parts of a check or a test one after the other. A part that fails hides none after it.

use crate::problem::Problem;
use crate::tally::Tally;

#[derive(Default)]
pub struct Report {
    tally: Tally,
    failed: Vec<&'static str>,
    left_out: Vec<String>,
}

/// What a part tells of itself.
#[derive(Default)]
pub struct Part {
    pub tally: Tally,
    /// What is not tested, since this machine cannot, each with the reason.
    pub left_out: Vec<String>,
}

impl Report {
    /// Runs a part that counts as one, and says whether it passed.
    pub fn check(&mut self, name: &'static str, run: impl FnOnce() -> Result<(), Problem>) -> bool {
        self.suite(name, |part| {
            run()?;
            part.tally.passed += 1;
            Ok(())
        })
    }

    /// Runs a part that counts its own tests, and says whether it passed.
    pub fn suite(
        &mut self,
        name: &'static str,
        run: impl FnOnce(&mut Part) -> Result<(), Problem>,
    ) -> bool {
        println!("\n== {name}");
        let mut part = Part::default();
        if let Err(problem) = run(&mut part) {
            println!("error: {problem}");
            // It may have broken off before it could count a failure.
            part.tally.failed = part.tally.failed.max(1);
        }
        let Part { tally, left_out } = part;
        self.tally += tally;
        self.left_out.extend(left_out);
        if tally.failed > 0 {
            self.failed.push(name);
        }
        tally.failed == 0
    }

    /// Prints what was left out, what failed and, as the last line, the counts. Says whether all is well.
    pub fn close(self) -> bool {
        println!();
        for sentence in &self.left_out {
            println!("Left out: {sentence}");
        }
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
        let passed = report.suite("suite", |part| {
            part.tally.passed = 3;
            Err(Problem::NoSite)
        });
        assert!(!passed);
        assert_eq!(report.tally, Tally { passed: 3, failed: 1 });
    }

    #[test]
    fn what_is_left_out_neither_passes_nor_fails() {
        let mut report = Report::default();
        assert!(report.suite("suite", |part| {
            part.left_out.push("the tour".into());
            Ok(())
        }));
        assert_eq!(report.tally, Tally::default());
        assert_eq!(report.left_out, ["the tour"]);
    }
}
