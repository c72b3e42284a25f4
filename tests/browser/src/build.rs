//! Another build of the app: the same but for a mark in its page, as after a small change.

use std::fs;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::site;

/// Files by their names.
pub type Files = Vec<(String, Option<Vec<u8>>)>;

/// What tells one build's page from another's.
pub const MARK: &str = "document.querySelector('meta[name=mark]')?.content";

/// The files that differ in a build whose page is marked so.
///
/// # Errors
/// Where the built app is not as it should be.
pub fn marked(mark: &str) -> Result<Files> {
    let read = |name| fs::read_to_string(site::built()?.join(name)).context(name);
    let (page, worker) = (read("index.html")?, read("sw.js")?);
    let place = page.find("<title>").context("the page has no title")?;
    let marked = format!("{}<meta name=mark content={mark}>{}", &page[..place], &page[place..]);
    let first = worker.lines().next().context("the worker is empty")?;
    let worker = worker
        .replace(first, &format!("const BUILD = \"{mark}\";"))
        .replace(&hash(page.as_bytes()), &hash(marked.as_bytes()));
    Ok(vec![
        ("index.html".to_owned(), Some(marked.into_bytes())),
        ("sw.js".to_owned(), Some(worker.into_bytes())),
    ])
}

fn hash(content: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(content))
}
