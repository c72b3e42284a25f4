//! Set-up: brings everything that a build, the checks and the tests need to a machine that has
//! only a Rust toolchain. Each part says what it does and how long it takes, and does nothing when
//! it is done already.

mod cache;
mod cargo_tool;
mod debian;
mod debian_rust;
mod npm_package;
mod rustup;
mod versions;
mod wasm_compiler;

pub mod browser;
pub mod check_tools;
pub mod engines;
pub mod web_tools;
