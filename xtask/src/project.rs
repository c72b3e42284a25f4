//! Where things are in this repository.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::problem::Problem;
use crate::process;

pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The repository that this program was built from.
    pub fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.parent().expect("xtask is a folder of the repository");
        Self { root: root.into() }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The built site.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The built page with one button. Its `Trunk.toml` says so too.
    pub fn one_button(&self) -> PathBuf {
        self.root.join("target/one-button")
    }

    /// What Cargo keeps of builds that make their own standard library, apart from the others.
    pub fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// What the linker made of the app last, with the names of its functions, where there is any.
    pub fn linked(&self) -> Option<PathBuf> {
        let file = Path::new("wasm32-unknown-unknown/release/limber.wasm");
        let files = [self.wasm_target(), self.root.join("target")].map(|it| it.join(file));
        let made = |file: &PathBuf| fs::metadata(file).and_then(|it| it.modified()).ok();
        files.into_iter().filter(|it| it.is_file()).max_by_key(made)
    }

    /// A folder of programs that Trunk is to find in place of others of their names.
    pub fn programs(&self, name: &str) -> PathBuf {
        self.root.join("xtask/bin").join(name)
    }

    /// Cargo, at work here.
    pub fn cargo(&self) -> Command {
        let mut cargo = process::cargo();
        cargo.current_dir(&self.root);
        cargo
    }

    pub fn read(&self, file: &'static str) -> Result<String, Problem> {
        let path = self.root.join(file);
        fs::read_to_string(&path).map_err(Problem::file(path))
    }
}
