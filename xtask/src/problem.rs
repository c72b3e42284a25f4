//! What can go wrong here, each as a sentence that says what to do about it.

use std::fmt::{self, Display, Formatter};
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

#[derive(Debug)]
pub enum Problem {
    /// The command line asks for something that there is not.
    Request(String),
    /// A program is missing that this machine's owner has to install.
    Missing { program: String, advice: String },
    /// Debian packages are missing, and this user may not install them.
    Packages { command: String },
    /// A file of this repository does not say what it should.
    Content { file: &'static str, lacks: String },
    /// A program could not be started.
    Start { program: String, err: io::Error },
    /// A program ended badly; `tail` holds the end of its output where it was not shown already.
    Failed { command: String, status: ExitStatus, tail: String },
    /// A file or folder could not be read or written.
    File { path: PathBuf, err: io::Error },
    /// What wasm-bindgen has made is not as it used to be.
    Wasm(String),
    /// A page of the site does not say what the build looks for.
    Page { lacks: &'static str },
    /// Trunk alone knows what there is to seal.
    NotTrunk,
    /// No folder is known that could hold the tools.
    NoCache,
    /// There is nothing to examine, since the build failed.
    NoSite,
    /// The first visit weighs more than its budget, both in bytes.
    TooHeavy { bytes: usize, budget: usize },
}

impl Problem {
    /// For `map_err`: what went wrong with the file or folder at `path`.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |err| Self::File { path, err }
    }
}

impl Display for Problem {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        match self {
            Self::Request(sentence) => write!(out, "{sentence}"),
            Self::Missing { program, advice } => write!(out, "{program} is missing: {advice}"),
            Self::Packages { command } => write!(
                out,
                "Debian packages are missing, and installing them needs root. Please run: {command}"
            ),
            Self::Content { file, lacks } => write!(out, "{file} does not name {lacks}"),
            Self::Start { program, err } => write!(out, "{program} could not be started: {err}"),
            Self::Failed { command, status, tail } => {
                write!(out, "`{command}` failed ({status}){tail}")
            }
            Self::File { path, err } => write!(out, "{}: {err}", path.display()),
            Self::Wasm(reason) => write!(out, "the names in the app cannot be shortened: {reason}"),
            Self::Page { lacks } => write!(out, "a page of the site has no `{lacks}`"),
            Self::NotTrunk => write!(out, "`seal` is a step of the build, which Trunk calls"),
            Self::NoCache => {
                write!(out, "there is no folder to keep the tools in: set HOME or XDG_CACHE_HOME")
            }
            Self::NoSite => write!(out, "the release build failed, so there is no site to examine"),
            Self::TooHeavy { bytes, budget } => write!(
                out,
                "the first visit weighs {bytes} bytes, {} more than its budget of {budget}",
                bytes.saturating_sub(*budget)
            ),
        }
    }
}
