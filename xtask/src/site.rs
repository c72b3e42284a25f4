//! Building and serving the site, which is Trunk's work.

use crate::problem::Problem;
use crate::process;
use crate::project::Project;
use crate::setup::web_tools::{Purpose, WebTools};

/// Only this machine is to see an unfinished app.
const ADDRESS: &str = "127.0.0.1";

/// Makes the static site in `dist/`, which works under any sub-path.
pub fn build(project: &Project) -> Result<(), Problem> {
    let tools = WebTools::find_or_set_up(project, Purpose::Release)?;
    process::show(tools.trunk(project).args(["build", "--release"]))
}

/// Makes the page with one button that the bench compares the app with, built just as the app is.
pub fn build_one_button(project: &Project) -> Result<(), Problem> {
    let tools = WebTools::find_or_set_up(project, Purpose::Release)?;
    let mut trunk = tools.trunk(project);
    trunk.args(["build", "--release", "--config", "tests/browser/one-button/Trunk.toml"]);
    process::show(&mut trunk)
}

/// Serves the site as people get it, until interrupted.
pub fn serve(project: &Project, port: u16) -> Result<(), Problem> {
    serve_for(Purpose::Release, project, port)
}

/// Serves a debug build that reloads on every change, until interrupted.
pub fn develop(project: &Project, port: u16) -> Result<(), Problem> {
    serve_for(Purpose::Development, project, port)
}

fn serve_for(purpose: Purpose, project: &Project, port: u16) -> Result<(), Problem> {
    let tools = WebTools::find_or_set_up(project, purpose)?;
    println!("Building; then the app is at http://{ADDRESS}:{port}/ until you press Ctrl+C.");
    let mut trunk = tools.trunk(project);
    trunk.arg("serve").args(match purpose {
        Purpose::Development => &[][..],
        Purpose::Release => &["--release", "--no-autoreload"],
    });
    trunk.args(["--address", ADDRESS, "--port", &port.to_string()]);
    Err(process::turn_into(&mut trunk))
}
