//! A real browser for the tests, and what drives and examines it.

use std::path::PathBuf;

use super::cache::Cache;
use super::debian;
use super::npm_package::NpmPackage;
use crate::problem::Problem;
use crate::process;

const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "google-chrome-stable"];
const DRIVER: &str = "chromedriver";

const AXE: NpmPackage =
    NpmPackage { name: "axe-core", version: "4.14.1", purpose: "the accessibility tests" };

/// From 13 on it wants Node.js 22.
const LIGHTHOUSE: NpmPackage =
    NpmPackage { name: "lighthouse", version: "12.8.2", purpose: "the audit by Lighthouse" };

/// Makes sure that Chromium and its driver are on `PATH`.
pub fn find_or_install() -> Result<(), Problem> {
    if !is_here() && debian::is_here() {
        debian::install(&["chromium", "chromium-driver"])?;
    }
    if is_here() {
        return Ok(());
    }
    Err(Problem::Missing {
        program: "Chromium or chromedriver".into(),
        advice: "please install both, of the same version, for the tests in a browser".into(),
    })
}

/// The file of axe-core, which finds what keeps people out of a page.
pub fn axe() -> Result<PathBuf, Problem> {
    let packages = AXE.find_or_install(&Cache::of_this_user()?)?;
    Ok(packages.join(AXE.name).join("axe.min.js"))
}

/// The program that audits a page.
pub fn lighthouse() -> Result<PathBuf, Problem> {
    let packages = LIGHTHOUSE.find_or_install(&Cache::of_this_user()?)?;
    Ok(packages.join(".bin/lighthouse"))
}

fn is_here() -> bool {
    let browser = BROWSERS.iter().any(|name| process::on_path(name).is_some());
    browser && process::on_path(DRIVER).is_some()
}
