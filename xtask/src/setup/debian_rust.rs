//! The Rust of Debian's packages, for machines where rustup cannot download what a build takes.

use std::process::Command;

use super::debian;
use crate::problem::Problem;

/// Compiler, Cargo and the library's source, all of one version, and a linker.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const LINKER: &str = "/usr/bin/wasm-ld-22";

pub fn is_here() -> bool {
    debian::has(&PACKAGES)
}

pub fn install() -> Result<(), Problem> {
    debian::install(&PACKAGES)
}

/// Makes `command` and whatever it starts use this compiler and its linker, and know its Cargo.
pub fn use_in(command: &mut Command) {
    command.envs([
        ("CARGO", CARGO),
        ("RUSTC", RUSTC),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER),
    ]);
}
