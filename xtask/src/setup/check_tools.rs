//! What the checks need: two components of the Rust toolchain, and two tools built from source.

use std::process::Command;

use super::cache::Cache;
use super::cargo_tool::CargoTool;
use super::rustup;
use crate::problem::Problem;
use crate::process;

const TYPOS: CargoTool = CargoTool {
    package: "typos-cli",
    program: "typos",
    version: "1.52.0",
    options: &["--locked"],
    takes: "a minute",
};

const DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: "0.20.2",
    options: &["--locked"],
    takes: "a minute",
};

/// Makes sure that `cargo COMMAND` works, which comes as the component `name` of the toolchain.
pub fn component(command: &str, name: &str) -> Result<(), Problem> {
    let works = || process::answer(process::cargo().args([command, "--version"])).is_some();
    let component = ["component", name];
    if works() || rustup::added(component) && works() {
        return Ok(());
    }
    Err(Problem::Missing { program: name.into(), advice: rustup::advice(component) })
}

pub fn typos() -> Result<Command, Problem> {
    tool(&TYPOS)
}

pub fn deny() -> Result<Command, Problem> {
    tool(&DENY)
}

fn tool(tool: &CargoTool) -> Result<Command, Problem> {
    let cache = Cache::of_this_user()?;
    Ok(Command::new(tool.find_or_build(&cache)?))
}
