//! The last step of a build, which Trunk calls once all files are there: the page says what it may
//! load and run, and what of it later, and the service worker gets the list of what to keep.
//!
//! It only adds files and changes pages: everything else has its hash in the pages already.

mod keep;
mod late;
mod policy;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::problem::Problem;

const SERVICE_WORKER: &str = "sw.js";
/// Where this repository has it.
const ITS_SOURCE: &str = "public/sw.js";

/// In place of the service worker where one works on the app: it takes itself away, with what a
/// release on the same address has left, or one would see that instead of one's work.
const NONE: &str = "\
addEventListener(\"install\", () => skipWaiting());
addEventListener(\"activate\", (event) => event.waitUntil(registration.unregister()));
";

/// Seals what Trunk has just built, of which it tells by its environment.
pub fn seal(root: &Path) -> Result<(), Problem> {
    let variable = |name| env::var_os(name).ok_or(Problem::NotTrunk);
    let folder = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let worker = if variable("TRUNK_PROFILE")? == "release" {
        let source = root.join(ITS_SOURCE);
        let source = fs::read_to_string(&source).map_err(Problem::file(&source))?;
        sealed(&folder, &source)?
    } else {
        NONE.to_owned()
    };
    let file = folder.join(SERVICE_WORKER);
    fs::write(&file, worker).map_err(Problem::file(&file))
}

/// Seals the pages in `folder`, and gives the service worker that keeps what is there then.
fn sealed(folder: &Path, worker: &str) -> Result<String, Problem> {
    for page in files(folder)?.iter().filter(|file| file.extension().is_some_and(|it| it == "html"))
    {
        let html = fs::read_to_string(page).map_err(Problem::file(page))?;
        fs::write(page, policy::added(&late::held_back(&html))?).map_err(Problem::file(page))?;
    }
    let mut kept = vec![];
    for file in files(folder)? {
        let content = fs::read(&file).map_err(Problem::file(&file))?;
        let path = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        kept.extend(keep::Kept::of(path, &content));
    }
    Ok(keep::worker(&kept, worker))
}

/// All files in `folder` and the folders in it, in the order of their names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Problem::file(folder))? {
        let path = entry.map_err(Problem::file(folder))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The hash of `content` as pages write it.
fn hash(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}
