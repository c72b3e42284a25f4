//! The tests that run code: native ones, and those that drive the built app in a real browser.

use std::process::Command;

use crate::problem::Problem;
use crate::process;
use crate::project::Project;
use crate::report::Part;
use crate::setup::{browser, engines};
use crate::tally::Tally;

/// The workspace's member that drives the browser. It needs a built site, so it runs on its own.
const BROWSER_TESTS: &str = "limber-browser-tests";

pub fn native(project: &Project, part: &mut Part) -> Result<(), Problem> {
    let mut cargo = project.cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    cargo.args(["--exclude", BROWSER_TESTS]);
    count(&mut cargo, part)
}

/// Tests what `dist/` holds now.
pub fn browser(project: &Project, part: &mut Part) -> Result<(), Problem> {
    let mut cargo = with_browser(project)?;
    cargo.args(["test", "--no-fail-fast", "--package", BROWSER_TESTS, "--"]);
    cargo.env("LIMBER_LIGHTHOUSE", browser::lighthouse()?);
    match engines::firefox() {
        Ok(geckodriver) => {
            cargo.env("LIMBER_GECKODRIVER", geckodriver);
        }
        Err(problem) => leave_out(&mut cargo, part, "firefox", &problem),
    }
    if let Err(problem) = engines::webkit() {
        leave_out(&mut cargo, part, "webkit", &problem);
    }
    count(&mut cargo, part)
}

/// Measures what `dist/` holds now; the options are the bench's own.
pub fn bench(project: &Project, options: &[String]) -> Result<(), Problem> {
    let mut cargo = with_browser(project)?;
    cargo.args(["run", "--release", "--package", BROWSER_TESTS, "--bin", "bench", "--"]);
    cargo.env("LIMBER_ONE_BUTTON", project.one_button());
    if let Some(linked) = project.linked() {
        cargo.env("LIMBER_LINKED", linked);
    }
    process::show(cargo.args(options))
}

/// Pictures the figures of what `dist/` holds now.
pub fn figures(project: &Project, options: &[String]) -> Result<(), Problem> {
    let mut cargo = with_browser(project)?;
    cargo.args(["run", "--package", BROWSER_TESTS, "--bin", "figures", "--"]);
    process::show(cargo.args(options))
}

/// Cargo, with what the browser's tests read from their environment.
fn with_browser(project: &Project) -> Result<Command, Problem> {
    browser::find_or_install()?;
    let mut cargo = project.cargo();
    cargo.env("LIMBER_DIST", project.dist());
    cargo.env("LIMBER_AXE", browser::axe()?);
    Ok(cargo)
}

/// Has the tour of an engine not run, and not counted, for the `problem` with getting the engine.
fn leave_out(cargo: &mut Command, part: &mut Part, engine: &str, problem: &Problem) {
    // The name of its test ends so. Were it to change, the test would run, and fail.
    cargo.args(["--skip", &format!("tour_works_on_{engine}")]);
    let reason = problem.to_string();
    let sentence = format!("the tour on {engine}: {}", reason.lines().next().unwrap_or_default());
    println!("Left out: {sentence}");
    part.left_out.push(sentence);
}

fn count(command: &mut Command, part: &mut Part) -> Result<(), Problem> {
    process::read(command, |line| part.tally += Tally::of_line(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tour_that_is_left_out_is_skipped_with_one_line() {
        let (mut cargo, mut part) = (Command::new("cargo"), Part::default());
        let problem = Problem::Request("there is none\nat all".into());
        leave_out(&mut cargo, &mut part, "firefox", &problem);
        assert!(cargo.get_args().eq(["--skip", "tour_works_on_firefox"]));
        assert_eq!(part.left_out, ["the tour on firefox: there is none"]);
        assert_eq!(part.tally, Tally::default());
    }
}
