//! The folder that keeps what set-up makes, shared by every checkout of this user.
//!
//! Each thing has a folder named after it and its exact version. It is made beside its final place
//! and moved there when it is whole, so an interrupted set-up never leaves half a tool.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use crate::problem::Problem;

pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    pub fn of_this_user() -> Result<Self, Problem> {
        let folder = chosen_folder().or_else(usual_folder);
        folder
            .map(|caches| Self { folder: caches.join("limber").join("tools") })
            .ok_or(Problem::NoCache)
    }

    /// The folder of `name` at `version`, made by `make` unless it is there already.
    pub fn keep(
        &self,
        name: &str,
        version: &str,
        make: impl FnOnce(&Path) -> Result<(), Problem>,
    ) -> Result<PathBuf, Problem> {
        let place = self.place(name, version);
        if !place.exists() {
            let part = self.place(name, &format!("{version}.part-{}", process::id()));
            fs::create_dir_all(&part).map_err(Problem::file(&part))?;
            make(&part)?;
            put(&part, &place)?;
        }
        Ok(place)
    }

    fn place(&self, name: &str, version: &str) -> PathBuf {
        self.folder.join(format!("{name}-{version}"))
    }
}

/// Another set-up may have put the same thing there meanwhile, which is as good.
fn put(part: &Path, place: &Path) -> Result<(), Problem> {
    match fs::rename(part, place) {
        Err(_) if place.exists() => fs::remove_dir_all(part).map_err(Problem::file(part)),
        done => done.map_err(Problem::file(place)),
    }
}

fn chosen_folder() -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os("XDG_CACHE_HOME")?);
    folder.is_absolute().then_some(folder)
}

fn usual_folder() -> Option<PathBuf> {
    let usual = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
    Some(env::home_dir()?.join(usual))
}
