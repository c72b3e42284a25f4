//! The process that drives browsers, and finding its programs. Whatever it started ends with it.

use std::env;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal};

const BROWSERS: [&str; 3] = ["chromium", "google-chrome", "google-chrome-stable"];
/// What it says once it listens; then comes the port, and a full stop.
const READY: &str = "started successfully on port ";

pub struct Chromedriver {
    process: Child,
    port: u16,
    /// Kept open, since a process that writes to a closed pipe is ended.
    _output: BufReader<ChildStdout>,
}

impl Chromedriver {
    /// Starts one on a free port, in a process group of its own.
    ///
    /// # Errors
    /// Where there is none on `PATH`, or it does not start.
    pub fn start() -> Result<Self> {
        let program = on_path("chromedriver").context("there is no chromedriver on PATH")?;
        let mut process = Command::new(program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .context("chromedriver does not start")?;
        let output = process.stdout.take().context("chromedriver has no output")?;
        let mut output = BufReader::new(output);
        let port = port(&mut output)?;
        Ok(Self { process, port, _output: output })
    }

    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // Both fail only where the processes are gone already.
        let _ = rustix::process::kill_process_group(Pid::from_child(&self.process), Signal::KILL);
        let _ = self.process.wait();
    }
}

/// The browser to drive.
///
/// # Errors
/// Where there is none on `PATH`.
pub fn chromium() -> Result<PathBuf> {
    BROWSERS.iter().find_map(|name| on_path(name)).context("there is no Chromium on PATH")
}

fn port(output: &mut impl BufRead) -> Result<u16> {
    for line in output.lines() {
        if let Some((_, rest)) = line?.split_once(READY) {
            return rest.trim_end_matches('.').parse().context("chromedriver names no port");
        }
    }
    bail!("chromedriver ended before it was ready")
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}
