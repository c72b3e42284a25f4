//! What is checked without running the app.

use crate::budget;
use crate::problem::Problem;
use crate::process;
use crate::project::Project;
use crate::report::Report;
use crate::setup::check_tools;
use crate::site;

/// Runs all checks, and says whether `dist/` now holds a fresh release build.
pub fn run(project: &Project, report: &mut Report) -> bool {
    report.check("format", || format(project));
    report.check("lints", || lints(project));
    report.check("rooms", || rooms(project));
    report.check("spelling", || spelling(project));
    report.check("dependencies", || dependencies(project));
    let built = report.check("release build", || site::build(project));
    report.check("size budget", || {
        if built { budget::check(&project.dist()) } else { Err(Problem::NoSite) }
    });
    built
}

fn format(project: &Project) -> Result<(), Problem> {
    check_tools::component("fmt", "rustfmt")?;
    process::show(project.cargo().args(["fmt", "--all", "--check"]))
}

fn lints(project: &Project) -> Result<(), Problem> {
    check_tools::component("clippy", "clippy")?;
    let mut cargo = project.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]);
    process::show(&mut cargo)
}

/// That no room of `src` names one above it.
fn rooms(project: &Project) -> Result<(), Problem> {
    process::show(project.cargo().args([
        "test",
        "--quiet",
        "--package",
        "limber",
        "--test",
        "rooms",
    ]))
}

fn spelling(project: &Project) -> Result<(), Problem> {
    process::show(check_tools::typos()?.current_dir(project.root()))
}

/// Not against known vulnerabilities: their list comes over Git, which not every machine reaches.
fn dependencies(project: &Project) -> Result<(), Problem> {
    let mut deny = check_tools::deny()?;
    deny.args(["--workspace", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]);
    process::show(deny.current_dir(project.root()))
}
