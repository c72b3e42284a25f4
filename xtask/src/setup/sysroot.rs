//! A standard library for WebAssembly, built from Debian's packages of one compiler version and
//! the library's source, for machines where rustup cannot download one.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use super::debian;
use crate::problem::Problem;
use crate::process;

pub const TARGET: &str = "wasm32-unknown-unknown";
pub const CARGO: &str = "/usr/bin/cargo";
pub const RUSTC: &str = "/usr/bin/rustc";

/// The linker, which the compiler knows as `rust-lld` only.
const LINKER: &str = "/usr/bin/lld-22";

/// Compiler, Cargo, the library's source, and the linker.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Cargo builds the library only along with something that needs it. This is the least.
const MANIFEST: &str = r#"[package]
name = "nothing"
edition = "2024"

[lib]
path = "lib.rs"

[workspace]
"#;

/// The folder's name in the cache, before the compiler's version.
const NAME: &str = "wasm-sysroot";

/// The folder of [`find_or_build`], if it was built before for the compiler that is here now.
pub fn built_before(cache: &Cache) -> Option<PathBuf> {
    cache.kept(NAME, &compiler_version().ok()?)
}

/// A folder for `--sysroot`. Its `bin`, for `PATH`, has the compiler and Cargo that it is made for.
pub fn find_or_build(cache: &Cache) -> Result<PathBuf, Problem> {
    debian::install(&PACKAGES)?;
    cache.keep(NAME, &compiler_version()?, build)
}

/// `1.96.0` of `rustc 1.96.0 (…)`.
fn compiler_version() -> Result<String, Problem> {
    process::answer(Command::new(RUSTC).arg("--version"))
        .and_then(|answer| answer.split_whitespace().nth(1).map(str::to_owned))
        .ok_or_else(|| Problem::Missing {
            program: RUSTC.into(),
            advice: format!("please reinstall Debian's {}", PACKAGES[0]),
        })
}

fn build(sysroot: &Path) -> Result<(), Problem> {
    println!("Set-up: building Rust's standard library for {TARGET}, about a minute once.");
    let nothing = sysroot.join("build");
    write(&nothing.join("Cargo.toml"), MANIFEST)?;
    write(&nothing.join("lib.rs"), "")?;
    process::watch(&mut build_command(&nothing))?;

    let built = nothing.join("target").join(TARGET).join("release/deps");
    move_libraries(&built, &sysroot.join("lib/rustlib").join(TARGET).join("lib"))?;
    link_programs(&sysroot.join("bin"))?;
    fs::remove_dir_all(&nothing).map_err(Problem::file(nothing))
}

fn build_command(nothing: &Path) -> Command {
    let mut command = Command::new(CARGO);
    command
        .args(["build", "--release", "--target", TARGET])
        .arg("-Zbuild-std=std,panic_abort")
        .current_dir(nothing)
        .env("CARGO", CARGO)
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // Without it, link-time optimisation of the app finds nothing to work on.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", nothing.join("target"));
    command
}

fn move_libraries(from: &Path, to: &Path) -> Result<(), Problem> {
    fs::create_dir_all(to).map_err(Problem::file(to))?;
    for entry in fs::read_dir(from).map_err(Problem::file(from))?.flatten() {
        let name = entry.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".rlib") && !text.starts_with("libnothing") {
            fs::rename(entry.path(), to.join(&name)).map_err(Problem::file(entry.path()))?;
        }
    }
    Ok(())
}

fn link_programs(folder: &Path) -> Result<(), Problem> {
    fs::create_dir_all(folder).map_err(Problem::file(folder))?;
    for (file, name) in [(CARGO, "cargo"), (RUSTC, "rustc"), (LINKER, "rust-lld")] {
        symlink(file, folder.join(name)).map_err(Problem::file(folder))?;
    }
    Ok(())
}

fn write(file: &Path, text: &str) -> Result<(), Problem> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder).map_err(Problem::file(folder))?;
    fs::write(file, text).map_err(Problem::file(file))
}
