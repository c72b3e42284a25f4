//! Parts of the Rust toolchain, where it comes from rustup.

use std::process::Command;

use crate::process;

/// Adds a part, such as `["component", "clippy"]`, and says whether it is there now.
pub fn added([kind, name]: [&str; 2]) -> bool {
    if !is_here() {
        return false;
    }
    println!("Set-up: adding {name} to this Rust toolchain, which takes seconds once.");
    let added = process::watch(Command::new("rustup").args([kind, "add", name])).is_ok();
    if !added {
        println!("        It cannot be downloaded here; looking for another way.");
    }
    added
}

/// What a person can do for a part that is missing.
pub fn advice([kind, name]: [&str; 2]) -> String {
    let add = format!("rustup {kind} add {name}");
    if is_here() {
        format!("please run: {add}")
    } else {
        format!("please install Rust with rustup, from https://rustup.rs, and run: {add}")
    }
}

fn is_here() -> bool {
    process::on_path("rustup").is_some()
}
