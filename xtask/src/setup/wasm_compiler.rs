//! The compiler that makes WebAssembly, the one at hand or else Debian's, and its standard library.
//! A release has the library built along with it, for size. Development takes the ready-made one,
//! which is there at once and says why it panics.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use super::debian_rust;
use super::rustup;
use super::web_tools::Purpose;
use crate::problem::Problem;
use crate::process;
use crate::project::Project;

const TARGET: &str = "wasm32-unknown-unknown";

/// A panic stops the app with nothing said, so that what would say it takes no room.
const WITHOUT_WORDS: [&str; 2] = ["-Cpanic=immediate-abort", "-Zunstable-options"];

const LARGER: &str = "Note: this Rust is older than 1.92 or lacks rust-src, so it cannot build its \
                      library for size. The app will be some 10 kB bigger.";

pub struct WasmCompiler {
    maker: Maker,
    library: Library,
}

#[derive(PartialEq, Eq)]
enum Maker {
    /// The `cargo` and `rustc` on `PATH`.
    AtHand,
    Debian,
}

#[derive(PartialEq, Eq)]
enum Library {
    /// Comes with the compiler.
    Ready,
    /// Is built along with the app, as it would have come.
    Built,
    /// Is built along with the app, as small as can be.
    Small,
}

impl WasmCompiler {
    pub fn find_or_set_up(purpose: Purpose) -> Result<Self, Problem> {
        let at_hand = |library| Ok(Self { maker: Maker::AtHand, library });
        let debian = |library| Ok(Self { maker: Maker::Debian, library });
        match purpose {
            Purpose::Development if has_library() => at_hand(Library::Ready),
            Purpose::Development if debian_rust::is_here() => debian(Library::Built),
            Purpose::Development if rustup_added_library() => at_hand(Library::Ready),
            Purpose::Development => {
                install_debian_rust()?;
                debian(Library::Built)
            }
            Purpose::Release if has_source() => at_hand(Library::Small),
            Purpose::Release if debian_rust::is_here() => debian(Library::Small),
            Purpose::Release if rustup_added_source() => at_hand(Library::Small),
            Purpose::Release if has_library() || rustup_added_library() => {
                println!("{LARGER}");
                at_hand(Library::Ready)
            }
            Purpose::Release => {
                install_debian_rust()?;
                debian(Library::Small)
            }
        }
    }

    /// The folder to put first on `PATH`, for tools that call `cargo` by its bare name.
    pub fn programs(&self, project: &Project) -> Option<PathBuf> {
        (self.maker == Maker::Debian).then(|| project.programs("debian"))
    }

    /// Makes `command` and whatever it starts use this compiler for the project.
    pub fn use_in(&self, command: &mut Command, project: &Project) {
        if self.maker == Maker::Debian {
            debian_rust::use_in(command);
        }
        if self.library == Library::Ready {
            return;
        }
        command
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            // Builds with and without these would each undo what the other has done.
            .env("CARGO_TARGET_DIR", project.wasm_target());
        if self.library == Library::Small {
            command
                // It would take the place of the flags that follow.
                .env_remove("RUSTFLAGS")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", WITHOUT_WORDS.join(" "));
        }
    }
}

/// Whether the compiler at hand comes with a library for WebAssembly.
fn has_library() -> bool {
    let mut rustc = rustc();
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    process::answer(&mut rustc).is_some_and(|folder| holds_library(Path::new(folder.trim())))
}

fn holds_library(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().as_encoded_bytes().starts_with(b"libstd-"))
    })
}

/// Whether the compiler at hand can build a small library: it has the source, too.
fn has_source() -> bool {
    rustlib().is_some_and(|rustlib| rustlib.join("src/rust/library/std").is_dir())
}

/// Where the compiler at hand keeps its parts, if it can leave the words out, which it learned in
/// Rust 1.92, and brings a linker for WebAssembly.
fn rustlib() -> Option<PathBuf> {
    let mut rustc = rustc();
    rustc.env("RUSTC_BOOTSTRAP", "1").args(WITHOUT_WORDS);
    let answer = process::answer(rustc.args(["--print", "sysroot", "--print", "host-tuple"]))?;
    let (rustlib, linker) = rustlib_and_linker(&answer)?;
    linker.is_file().then_some(rustlib)
}

/// Where they are to be by a compiler's answer, which is its root and then its own target.
fn rustlib_and_linker(answer: &str) -> Option<(PathBuf, PathBuf)> {
    let (root, own_target) = answer.trim().split_once('\n')?;
    let rustlib = Path::new(root).join("lib/rustlib");
    let linker = rustlib.join(own_target).join("bin/rust-lld");
    Some((rustlib, linker))
}

fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

fn install_debian_rust() -> Result<(), Problem> {
    if debian::is_here() {
        return debian_rust::install();
    }
    Err(Problem::Missing {
        program: format!("Rust's standard library for {TARGET}"),
        advice: rustup::advice(["target", TARGET]),
    })
}

fn rustup_added_library() -> bool {
    rustup::added(["target", TARGET]) && has_library()
}

fn rustup_added_source() -> bool {
    rustlib().is_some() && rustup::added(["component", "rust-src"]) && has_source()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_the_compilers_answer() {
        let expected = ("/rust/lib/rustlib", "/rust/lib/rustlib/x86_64-linux/bin/rust-lld");
        let parts = rustlib_and_linker("/rust\nx86_64-linux\n");
        assert_eq!(parts, Some((expected.0.into(), expected.1.into())));
        assert_eq!(rustlib_and_linker("/rust\n"), None);
        assert_eq!(rustlib_and_linker(""), None);
    }
}
