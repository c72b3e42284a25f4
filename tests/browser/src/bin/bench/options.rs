//! What the bench is asked for.

use limber_browser_tests::{Context, Result, bail};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    pub runs: usize,
    pub seconds: u32,
    /// Whether to look at nothing but visits.
    pub visits_only: bool,
    /// Whether to look at nothing but a figure that moves.
    pub figures_only: bool,
    /// Whether to look at nothing but years of sessions.
    pub history_only: bool,
}

impl Options {
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            runs: 5,
            seconds: 30,
            visits_only: false,
            figures_only: false,
            history_only: false,
        };
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            match name.as_str() {
                "--visits" => {
                    options.visits_only = true;
                    continue;
                }
                "--figures" => {
                    options.figures_only = true;
                    continue;
                }
                "--history" => {
                    options.history_only = true;
                    continue;
                }
                _ => {}
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Options> {
        Options::parse(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn numbers_replace_the_usual_ones() {
        let usual = Options {
            runs: 5,
            seconds: 30,
            visits_only: false,
            figures_only: false,
            history_only: false,
        };
        assert_eq!(parsed("").ok(), Some(usual));
        let quick = Options { runs: 1, seconds: 5, figures_only: true, ..usual };
        assert_eq!(parsed("--seconds 5 --figures --runs 1").ok(), Some(quick));
        assert!(parsed("--history").is_ok_and(|it| it.history_only));
        assert!(parsed("--visits").is_ok_and(|it| it.visits_only));
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(parsed("--runs").is_err());
        assert!(parsed("--runs none").is_err());
        assert!(parsed("--runs 0").is_err());
        assert!(parsed("--laps 3").is_err());
    }
}
