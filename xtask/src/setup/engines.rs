//! The engines beside Chromium, and what drives them. They are for the tour alone, so a machine may
//! do without.

use std::env::consts::ARCH;
use std::path::{Path, PathBuf};

use super::cache::Cache;
use super::cargo_tool::CargoTool;
use super::debian;
use crate::problem::Problem;
use crate::process;

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    options: &["--locked"],
    takes: "a minute",
};

/// Makes sure that Firefox is on `PATH`, and gives the program that drives it.
pub fn firefox() -> Result<PathBuf, Problem> {
    let is_here = || FIREFOX.iter().any(|name| process::on_path(name).is_some());
    install(is_here, &["firefox-esr"], "Firefox")?;
    GECKODRIVER.find_or_build(&Cache::of_this_user()?)
}

/// Makes sure that GTK's `WebKit`, what drives it, and a screen for it that nobody sees are there.
pub fn webkit() -> Result<(), Problem> {
    let packages = ["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb"];
    install(has_webkit, &packages, "WebKitWebDriver, its MiniBrowser or Xvfb")
}

/// It has no browser on `PATH`, but one to try it with beside its library, where systems differ.
fn has_webkit() -> bool {
    let beside = [format!("/usr/lib/{ARCH}-linux-gnu"), "/usr/libexec".into(), "/usr/lib".into()];
    let has_browser =
        beside.iter().any(|folder| Path::new(folder).join("webkit2gtk-4.1/MiniBrowser").is_file());
    has_browser && ["WebKitWebDriver", "Xvfb"].iter().all(|name| process::on_path(name).is_some())
}

fn install(is_here: impl Fn() -> bool, packages: &[&str], name: &str) -> Result<(), Problem> {
    if !is_here() && debian::is_here() {
        debian::install(packages)?;
    }
    if is_here() {
        return Ok(());
    }
    Err(Problem::Missing {
        program: name.into(),
        advice: "from here it can be installed on Debian only".into(),
    })
}
