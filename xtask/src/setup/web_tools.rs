//! What it takes to build the site: the compiler for WebAssembly, Trunk, and the tools that Trunk
//! calls.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cache::Cache;
use super::cargo_tool::CargoTool;
use super::npm_package::NpmPackage;
use super::versions;
use super::wasm_compiler::WasmCompiler;
use crate::problem::Problem;
use crate::project::Project;

const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: "0.21.14",
    // The features left out are for downloads, which it has no need of here.
    options: &["--locked", "--no-default-features"],
    takes: "2 minutes",
};

/// Two packages; terser's nine would save a few bytes more.
const ESBUILD: NpmPackage = NpmPackage {
    name: "esbuild",
    version: "0.28.2",
    purpose: "esbuild, which makes the app's JavaScript small",
};

/// What the site is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To be worked on: built fast, and telling much.
    Development,
    /// To be given to people: as small as can be.
    Release,
}

pub struct WebTools {
    compiler: WasmCompiler,
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_opt: PathBuf,
    /// This program, which has a part in the build.
    xtask: PathBuf,
    /// What makes the JavaScript small, if it is to be.
    esbuild: Option<PathBuf>,
}

impl WebTools {
    pub fn find_or_set_up(project: &Project, purpose: Purpose) -> Result<Self, Problem> {
        let cache = Cache::of_this_user()?;
        // In this order, so that what a person has to install is asked for before minutes are spent.
        Ok(Self {
            compiler: WasmCompiler::find_or_set_up(purpose)?,
            wasm_opt: wasm_opt(project, &cache)?,
            esbuild: match purpose {
                Purpose::Development => None,
                Purpose::Release => Some(ESBUILD.program("esbuild", &cache)?),
            },
            trunk: TRUNK.find_or_build(&cache)?,
            wasm_bindgen: wasm_bindgen(project, &cache)?,
            xtask: env::current_exe().map_err(Problem::file("xtask"))?,
        })
    }

    /// Trunk, ready to work on the project.
    pub fn trunk(&self, project: &Project) -> Command {
        let mut command = Command::new(&self.trunk);
        command
            .current_dir(project.root())
            .env("PATH", self.search_path(project))
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            // A trace through Trunk itself helps nobody.
            .env_remove("RUST_BACKTRACE")
            // Trunk refuses the usual NO_COLOR=1; it colours only terminals by itself.
            .env_remove("NO_COLOR");
        self.compiler.use_in(&mut command, project);
        command.env("LIMBER_XTASK", &self.xtask);
        if let Some(esbuild) = &self.esbuild {
            command.env("LIMBER_WASM_BINDGEN", &self.wasm_bindgen).env("LIMBER_ESBUILD", esbuild);
        }
        command
    }

    /// `PATH` with the folders of our tools in front. One that is on it already stays in its place,
    /// or it might hide the right `cargo` behind another.
    fn search_path(&self, project: &Project) -> OsString {
        let before = env::var_os("PATH").unwrap_or_default();
        let mut path = OsString::new();
        for folder in self.folders(project) {
            if !env::split_paths(&before).any(|known| known == folder) {
                path.push(folder);
                path.push(":");
            }
        }
        path.push(before);
        path
    }

    fn folders(&self, project: &Project) -> impl Iterator<Item = PathBuf> {
        let tools = [&self.wasm_bindgen, &self.wasm_opt];
        let folders = tools.into_iter().filter_map(|file| file.parent().map(Path::to_path_buf));
        // In front of the real wasm-bindgen, which is called by our own.
        let ours = self.esbuild.is_some().then(|| project.programs("release"));
        ours.into_iter().chain(self.compiler.programs(project)).chain(folders)
    }
}

/// Of exactly the version of the library that the app is linked with.
fn wasm_bindgen(project: &Project, cache: &Cache) -> Result<PathBuf, Problem> {
    let lock = project.read("Cargo.lock")?;
    let version = versions::locked(&lock, "wasm-bindgen").ok_or_else(|| Problem::Content {
        file: "Cargo.lock",
        lacks: "a version of wasm-bindgen".into(),
    })?;
    let tool = CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
        options: &["--bin", "wasm-bindgen"],
        takes: "a minute",
    };
    tool.find_or_build(cache)
}

/// Of the version that `Trunk.toml` names, since Trunk takes no other.
fn wasm_opt(project: &Project, cache: &Cache) -> Result<PathBuf, Problem> {
    let toml = project.read("Trunk.toml")?;
    let version = versions::setting(&toml, "wasm_opt")
        .and_then(|value| value.strip_prefix("version_"))
        .ok_or_else(|| Problem::Content {
            file: "Trunk.toml",
            lacks: "wasm_opt = \"version_…\"".into(),
        })?;
    let package =
        NpmPackage { name: "binaryen", version, purpose: "wasm-opt, which makes the app small" };
    package.program("wasm-opt", cache)
}
