//! The build tool of this repository. `cargo xtask` alone explains itself.

mod budget;
mod checks;
mod problem;
mod process;
mod project;
mod report;
mod request;
mod seal;
mod setup;
mod short_names;
mod site;
mod suites;
mod tally;

use std::env;
use std::process::ExitCode;

use problem::Problem;
use project::Project;
use report::Report;
use request::{EXPLANATION, Request};

fn main() -> ExitCode {
    match Request::parse(env::args().skip(1)).and_then(carry_out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Says whether all is well, where that is the question.
fn carry_out(request: Request) -> Result<bool, Problem> {
    let project = Project::here();
    match request {
        Request::Explain => print!("{EXPLANATION}"),
        Request::Serve { port } => site::serve(&project, port)?,
        Request::Dev { port } => site::develop(&project, port)?,
        Request::Build => site::build(&project)?,
        Request::Check => return Ok(check(&project)),
        Request::Test => return Ok(test(&project)),
        Request::Bench { options } => bench(&project, &options)?,
        Request::Figures { options } => figures(&project, &options)?,
        Request::Shorten { folder, name } => short_names::shorten(&folder, &name)?,
        Request::Seal => seal::seal(project.root())?,
    }
    Ok(true)
}

fn check(project: &Project) -> bool {
    let mut report = Report::default();
    checks::run(project, &mut report);
    report.close()
}

fn test(project: &Project) -> bool {
    let mut report = Report::default();
    let built = checks::run(project, &mut report);
    report.suite("native tests", |part| suites::native(project, part));
    report.suite("browser tests", |part| {
        if built { suites::browser(project, part) } else { Err(Problem::NoSite) }
    });
    report.close()
}

fn figures(project: &Project, options: &[String]) -> Result<(), Problem> {
    site::build(project)?;
    suites::figures(project, options)
}

fn bench(project: &Project, options: &[String]) -> Result<(), Problem> {
    site::build(project)?;
    site::build_one_button(project)?;
    suites::bench(project, options)
}
