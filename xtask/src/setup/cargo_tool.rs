//! Tools that are built from their source on crates.io, once for each exact version.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use super::versions;
use crate::problem::Problem;
use crate::process;

pub struct CargoTool<'a> {
    pub package: &'a str,
    pub program: &'a str,
    pub version: &'a str,
    /// What else `cargo install` is told.
    pub options: &'a [&'a str],
    pub takes: &'a str,
}

impl CargoTool<'_> {
    /// The program's file: the one on `PATH` if it is of the right version, else one built here.
    pub fn find_or_build(&self, cache: &Cache) -> Result<PathBuf, Problem> {
        if let Some(file) = right_on_path(self.program, self.version) {
            return Ok(file);
        }
        let folder = cache.keep(self.program, self.version, |part| self.build(part))?;
        Ok(folder.join("bin").join(self.program))
    }

    fn build(&self, root: &Path) -> Result<(), Problem> {
        let Self { package, version, .. } = self;
        println!("Set-up: building {package} {version}, which takes about {} once.", self.takes);
        let mut install = process::cargo();
        install
            .args(["install", &format!("{package}@{version}"), "--root"])
            .arg(root)
            .args(self.options)
            .current_dir(root);
        process::watch(quick_to_build(&mut install))
    }
}

/// The program on `PATH`, if it says that it is of exactly this version.
pub fn right_on_path(program: &str, version: &str) -> Option<PathBuf> {
    let file = process::on_path(program)?;
    let answer = process::answer(Command::new(&file).arg("--version"))?;
    versions::states(&answer, version).then_some(file)
}

/// These tools run for seconds, so building them fast is worth more than fast tools.
fn quick_to_build(install: &mut Command) -> &mut Command {
    install.envs([
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ])
}
