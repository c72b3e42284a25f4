//! Packages from npm, each in a folder of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use super::cargo_tool::right_on_path;
use super::debian;
use crate::problem::Problem;
use crate::process;

pub struct NpmPackage<'a> {
    pub name: &'a str,
    pub version: &'a str,
    /// What it is for, for the person who has to install Node to get it.
    pub purpose: &'a str,
}

impl NpmPackage<'_> {
    /// A program of the package, from `PATH` where it is of this version.
    pub fn program(&self, name: &str, cache: &Cache) -> Result<PathBuf, Problem> {
        if let Some(file) = right_on_path(name, self.version) {
            return Ok(file);
        }
        Ok(self.find_or_install(cache)?.join(".bin").join(name))
    }

    /// The `node_modules` folder that holds the package.
    pub fn find_or_install(&self, cache: &Cache) -> Result<PathBuf, Problem> {
        let folder = cache.keep(self.name, self.version, |part| self.install(part))?;
        Ok(folder.join("node_modules"))
    }

    fn install(&self, folder: &Path) -> Result<(), Problem> {
        let package = format!("{}@{}", self.name, self.version);
        println!("Set-up: fetching {package} from npm, which takes a few seconds once.");
        if process::on_path("npm").is_none() && debian::is_here() {
            debian::install(&["npm"])?;
        }
        let npm = process::on_path("npm").ok_or_else(|| Problem::Missing {
            program: "npm".into(),
            advice: format!("please install Node.js 18 or later, for {}", self.purpose),
        })?;
        let mut install = Command::new(npm);
        install
            .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
            .arg("--prefix")
            .arg(folder)
            .arg(&package);
        process::watch(&mut install)
    }
}
