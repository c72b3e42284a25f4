//! The compiler that makes WebAssembly: the one at hand if its standard library can be had, else
//! Debian's, for which the library is built from source.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use super::debian;
use super::sysroot::{self, TARGET};
use crate::problem::Problem;
use crate::process;

pub enum WasmCompiler {
    /// The `cargo` and `rustc` on `PATH` will do.
    AtHand,
    /// Debian's compiler, with a standard library in a folder of our own.
    Debian { sysroot: PathBuf },
}

impl WasmCompiler {
    pub fn find_or_set_up(cache: &Cache) -> Result<Self, Problem> {
        if has_library() {
            return Ok(Self::AtHand);
        }
        if let Some(sysroot) = sysroot::built_before(cache) {
            return Ok(Self::Debian { sysroot });
        }
        if added_by_rustup() {
            return Ok(Self::AtHand);
        }
        if !debian::is_here() {
            return Err(Problem::Missing {
                program: format!("Rust's standard library for {TARGET}"),
                advice: format!("please run: rustup target add {TARGET}"),
            });
        }
        let sysroot = sysroot::find_or_build(cache)?;
        Ok(Self::Debian { sysroot })
    }

    /// The folder to put first on `PATH`, for tools that call `cargo` by its bare name.
    pub fn programs(&self) -> Option<PathBuf> {
        match self {
            Self::AtHand => None,
            Self::Debian { sysroot } => Some(sysroot.join("bin")),
        }
    }

    /// Makes `command` and whatever it starts use this compiler for the project at `root`.
    pub fn use_in(&self, command: &mut Command, root: &Path) {
        let Self::Debian { sysroot } = self else {
            return;
        };
        let mut flags = OsString::from("--sysroot ");
        flags.push(sysroot);
        command
            .env("CARGO", sysroot::CARGO)
            .env("RUSTC", sysroot::RUSTC)
            // It would take the place of the flags that follow.
            .env_remove("RUSTFLAGS")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
            // Two compilers in one target folder would get in each other's way.
            .env("CARGO_TARGET_DIR", root.join("target").join("wasm"));
    }
}

fn has_library() -> bool {
    let mut rustc = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::answer(&mut rustc).is_some_and(|folder| holds_library(Path::new(folder.trim())))
}

fn holds_library(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().as_encoded_bytes().starts_with(b"libstd-"))
    })
}

fn added_by_rustup() -> bool {
    if process::on_path("rustup").is_none() {
        return false;
    }
    println!(
        "Set-up: adding the target {TARGET} to this Rust toolchain, which takes seconds once."
    );
    let added = process::watch(Command::new("rustup").args(["target", "add", TARGET])).is_ok();
    if !added {
        println!("        It cannot be downloaded here; looking for another way.");
    }
    added && has_library()
}
