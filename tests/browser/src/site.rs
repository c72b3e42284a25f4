//! Serves a built site from memory on a free port of this machine, and remembers every request.
//!
//! Files whose names carry a hash may be kept for ever, all others are asked for again each time and
//! answered by "not modified": what a good host does. It can be stopped, as a train enters a tunnel.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use tokio::sync::{oneshot, watch};

/// How files travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    /// As they are, which is quick to prepare.
    Plain,
    /// Compressed as well as brotli can, as a good host sends them.
    Brotli,
}

/// A site that is being served until this is dropped.
pub struct Site {
    address: String,
    shelf: Arc<Shelf>,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<()>>,
}

/// One request that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub host: String,
    pub path: String,
}

struct Shelf {
    files: Mutex<HashMap<String, Arc<File>>>,
    travel: Travel,
    asked: Mutex<Vec<Asked>>,
    /// How the paths end whose files have to wait.
    held_back: watch::Sender<Option<&'static str>>,
}

struct File {
    content: Vec<u8>,
    kind: &'static str,
    mark: String,
    is_for_ever: bool,
}

impl Site {
    /// Serves the folder `from` at `path`, which begins and ends with a slash.
    ///
    /// # Errors
    /// Where the folder cannot be read, or the machine gives no port.
    pub fn serve(from: &Path, path: &str, travel: Travel) -> Result<Self> {
        let shelf = Arc::new(Shelf {
            files: Mutex::default(),
            travel,
            asked: Mutex::default(),
            held_back: watch::Sender::default(),
        });
        shelf.take_in(from, path)?;
        let shown = Arc::clone(&shelf);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = format!("http://{}{path}", listener.local_addr()?);
        let (stop, stopped) = oneshot::channel();
        // A runtime of its own: whatever the test does, the server answers, and when it stops every
        // connection is gone at once.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let server = thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = stopped => {}
                    () = answer_all(listener, shown) => {}
                }
            });
        });
        Ok(Self { address, shelf, stop: Some(stop), server: Some(server) })
    }

    /// Serves what was built, at the root.
    ///
    /// # Errors
    /// As [`Self::serve`], and where nobody said what was built.
    pub fn built() -> Result<Self> {
        Self::built_at("/")
    }

    /// Serves what was built, at `path`, which begins and ends with a slash.
    ///
    /// # Errors
    /// As [`Self::built`].
    pub fn built_at(path: &str) -> Result<Self> {
        Self::serve(&built()?, path, Travel::Plain)
    }

    /// The address of its first page.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The address without its path.
    #[must_use]
    pub fn origin(&self) -> &str {
        let path = self.address.match_indices('/').nth(2).map_or(self.address.len(), |(at, _)| at);
        &self.address[..path]
    }

    /// Serves the folder `from` at another path of this host too.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn also_serve(&self, from: &Path, path: &str) -> Result<()> {
        self.shelf.take_in(from, path)
    }

    /// Serves other files from now on, by their names from the first page; `None` takes one away.
    ///
    /// # Errors
    /// Where they cannot be prepared.
    pub fn change(&self, files: &[(String, Option<Vec<u8>>)]) -> Result<()> {
        let path = &self.address[self.origin().len()..];
        for (name, content) in files {
            let mut names = vec![format!("{path}{name}")];
            if name == "index.html" {
                names.push(path.to_owned());
            }
            for at in names {
                match content {
                    Some(content) => self.shelf.put(at, content.clone(), name)?,
                    None => drop(self.shelf.files().remove(&at)),
                }
            }
        }
        Ok(())
    }

    /// Has whoever asks for a file whose path ends so wait until [`Self::let_go`].
    pub fn hold_back(&self, ending: &'static str) {
        let _ = self.shelf.held_back.send_replace(Some(ending));
    }

    /// Sends what was held back.
    pub fn let_go(&self) {
        let _ = self.shelf.held_back.send_replace(None);
    }

    /// Every request so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.shelf.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Answers nobody from now on.
    pub fn stop(&mut self) {
        drop(self.stop.take());
        if let Some(server) = self.server.take() {
            // It has nothing to say; a panic in it has been printed.
            let _ = server.join();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The folder that was built, by the environment.
///
/// # Errors
/// Where nobody said.
pub fn built() -> Result<std::path::PathBuf> {
    let folder = std::env::var_os("LIMBER_DIST");
    folder.map(Into::into).context(
        "LIMBER_DIST does not say where the built app is: cargo xtask test does, after building it",
    )
}

async fn answer_all(listener: TcpListener, shelf: Arc<Shelf>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    let app = axum::Router::new().fallback(answer).with_state(shelf);
    // It ends only by being dropped.
    let _ = axum::serve(listener, app).await;
}

async fn answer(State(shelf): State<Arc<Shelf>>, request: Request) -> Response {
    let path = request.uri().path();
    shelf.note(request.headers(), path);
    let mut held_back = shelf.held_back.subscribe();
    // It fails only once the shelf is gone.
    let _ = held_back.wait_for(|held| !held.is_some_and(|end| path.ends_with(end))).await;
    let file = shelf.files().get(path).cloned();
    let Some(file) = file else { return plain(StatusCode::NOT_FOUND) };
    let known = request.headers().get(header::IF_NONE_MATCH);
    if known.is_some_and(|mark| mark.as_bytes() == file.mark.as_bytes()) {
        return plain(StatusCode::NOT_MODIFIED);
    }
    let keeping = if file.is_for_ever { "max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::builder()
        .header(header::CONTENT_TYPE, file.kind)
        .header(header::ETAG, &file.mark)
        .header(header::CACHE_CONTROL, keeping);
    if shelf.travel == Travel::Brotli {
        response = response.header(header::CONTENT_ENCODING, "br");
    }
    let response = response.body(Body::from(file.content.clone()));
    response.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR))
}

fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

impl Shelf {
    fn files(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<File>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in a folder, with its page `index.html` under the bare `path` too.
    fn take_in(&self, folder: &Path, path: &str) -> Result<()> {
        let entries =
            fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()));
        for entry in entries? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                self.take_in(&entry.path(), &format!("{path}{name}/"))?;
                continue;
            }
            let file = entry.path();
            let content =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            if name == "index.html" {
                self.put(path.to_owned(), content.clone(), &name)?;
            }
            self.put(format!("{path}{name}"), content, &name)?;
        }
        Ok(())
    }

    fn put(&self, path: String, content: Vec<u8>, name: &str) -> Result<()> {
        let file = File::of(content, name, self.travel)?;
        self.files().insert(path, Arc::new(file));
        Ok(())
    }

    fn note(&self, headers: &HeaderMap, path: &str) {
        let host = headers.get(header::HOST).and_then(|it| it.to_str().ok()).unwrap_or_default();
        let asked = Asked { host: host.to_owned(), path: path.to_owned() };
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }
}

impl File {
    fn of(content: Vec<u8>, name: &str, travel: Travel) -> Result<Self> {
        let mark = format!("\"{:x}\"", content.iter().copied().fold(5381_u64, hash));
        let content = match travel {
            Travel::Plain => content,
            Travel::Brotli => compressed(&content)?,
        };
        Ok(Self { content, kind: kind(name), mark, is_for_ever: carries_hash(name) })
    }
}

/// By Bernstein: good enough to tell one build from the next.
const fn hash(so_far: u64, byte: u8) -> u64 {
    so_far.wrapping_mul(33) ^ (byte as u64)
}

/// By brotli, as well as it can.
///
/// # Errors
/// Where it cannot.
pub fn compressed(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(vec![], 4096, 11, 22);
    writer.write_all(content)?;
    Ok(writer.into_inner())
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Trunk puts 16 hexadecimal digits, less those that are zero at the start, into the names of files that
/// may be kept.
fn carries_hash(name: &str) -> bool {
    let is_hash = |part: &str| {
        (12..=16).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_hexdigit())
    };
    name.split(['-', '_', '.']).any(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_hash_may_be_kept() {
        assert!(carries_hash("limber-93af927163cb2d4b_bg.wasm"));
        assert!(carries_hash("limber-93af927163cb2d4b.js"));
        assert!(carries_hash("limber-4efe2138e6f94e2.js"));
        assert!(!carries_hash("index.html"));
        assert!(!carries_hash("sw.js"));
    }
}
