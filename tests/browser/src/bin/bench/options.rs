//! What the bench is asked for.

use limber_browser_tests::{Context, Result, bail};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    pub runs: usize,
    pub seconds: u32,
    pub part: Part,
}

/// What to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    All,
    Visits,
    /// A figure that moves.
    Figures,
    /// Years of sessions.
    History,
}

impl Options {
    const USUAL: Self = Self { runs: 5, seconds: 30, part: Part::All };

    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::USUAL;
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            if let Some(part) = Part::called(&name) {
                options.part = part;
                continue;
            }
            let value = arguments.next().with_context(|| format!("{name} needs a number"))?;
            let number = value.parse::<u32>().ok().filter(|number| *number > 0);
            let number = number.with_context(|| format!("{name} needs a number, not {value}"))?;
            match name.as_str() {
                "--runs" => options.runs = usize::try_from(number)?,
                "--seconds" => options.seconds = number,
                _ => {
                    bail!(
                        "there are --runs N, --seconds N, --visits, --figures and --history, but no {name}"
                    )
                }
            }
        }
        Ok(options)
    }
}

impl Part {
    fn called(name: &str) -> Option<Self> {
        match name {
            "--visits" => Some(Self::Visits),
            "--figures" => Some(Self::Figures),
            "--history" => Some(Self::History),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Options> {
        Options::parse(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn numbers_replace_the_usual_ones() {
        assert_eq!(parsed("").ok(), Some(Options::USUAL));
        let quick = Options { runs: 1, seconds: 5, part: Part::Figures };
        assert_eq!(parsed("--seconds 5 --figures --runs 1").ok(), Some(quick));
        assert!(parsed("--history").is_ok_and(|it| it.part == Part::History));
        assert!(parsed("--visits").is_ok_and(|it| it.part == Part::Visits));
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(parsed("--runs").is_err());
        assert!(parsed("--runs none").is_err());
        assert!(parsed("--runs 0").is_err());
        assert!(parsed("--laps 3").is_err());
    }
}
