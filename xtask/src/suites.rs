//! The tests that run code: native ones, and those that drive the built app in a real browser.

use std::process::Command;

use crate::problem::Problem;
use crate::process;
use crate::project::Project;
use crate::setup::browser;
use crate::tally::Tally;

/// The workspace's member that drives the browser. It needs a built site, so it runs on its own.
const BROWSER_TESTS: &str = "limber-browser-tests";

pub fn native(project: &Project, tally: &mut Tally) -> Result<(), Problem> {
    let mut cargo = project.cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    cargo.args(["--exclude", BROWSER_TESTS]);
    count(&mut cargo, tally)
}

/// Tests what `dist/` holds now.
pub fn browser(project: &Project, tally: &mut Tally) -> Result<(), Problem> {
    let mut cargo = with_browser(project)?;
    cargo.args(["test", "--no-fail-fast", "--package", BROWSER_TESTS]);
    count(&mut cargo, tally)
}

/// Measures what `dist/` holds now; the options are the bench's own.
pub fn bench(project: &Project, options: &[String]) -> Result<(), Problem> {
    let mut cargo = with_browser(project)?;
    cargo.args(["run", "--release", "--package", BROWSER_TESTS, "--bin", "bench", "--"]);
    cargo.env("LIMBER_ONE_BUTTON", project.one_button());
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

fn count(command: &mut Command, tally: &mut Tally) -> Result<(), Problem> {
    process::read(command, |line| *tally += Tally::of_line(line))
}
