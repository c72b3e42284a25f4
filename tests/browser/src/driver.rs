//! A process that drives browsers. Whatever it has started ends with it.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal};

use crate::engines::Display;

const BETWEEN_KNOCKS: Duration = Duration::from_millis(20);
/// How often one is started that takes a port by itself. `chromedriver` takes a free one of IPv6 and ends where the same
/// one of IPv4 is taken: “IPv4 port not available. Exiting...”.
const STARTS: usize = 5;

pub struct Driver {
    process: Child,
    port: u16,
    /// Ends after the process, which would fall over without it.
    display: Option<Display>,
}

impl Driver {
    /// Starts one that takes a free port by itself, and says `ready` and the port once it listens.
    ///
    /// # Errors
    /// Where it does not start.
    pub fn that_says(ready: &str, program: &mut Command) -> Result<Self> {
        for _ in 0..STARTS {
            let mut driver = Self::start(program.stdout(Stdio::piped()))?;
            let output = driver.process.stdout.take().context("it has no output")?;
            let mut output = BufReader::new(output);
            if let Some(port) = port_after(ready, &mut output)? {
                driver.port = port;
                // A process that writes to a closed pipe is ended, and one that writes to a full one waits.
                thread::spawn(move || io::copy(&mut output, &mut io::sink()));
                return Ok(driver);
            }
        }
        bail!("what drives the browser ended before it was ready, {STARTS} times")
    }

    /// Starts one that has to be told its port, and waits until it listens there.
    ///
    /// # Errors
    /// Where it does not start.
    pub fn that_is_told(program: &mut Command) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        program.arg(format!("--port={port}")).stdout(Stdio::null());
        let mut driver = Self::start(program)?;
        driver.port = port;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if driver.process.try_wait()?.is_some() {
                bail!("what drives the browser ended before it was ready");
            }
            thread::sleep(BETWEEN_KNOCKS);
        }
        Ok(driver)
    }

    /// Keeps the display for as long as the driver is there.
    #[must_use]
    pub fn that_shows_on(mut self, display: Display) -> Self {
        self.display = Some(display);
        self
    }

    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// In a process group of its own.
    fn start(program: &mut Command) -> Result<Self> {
        let process = program.stdin(Stdio::null()).stderr(Stdio::null()).process_group(0).spawn();
        let name = program.get_program().display();
        let process = process.with_context(|| format!("{name} does not start"))?;
        Ok(Self { process, port: 0, display: None })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only where the processes are gone already.
        let _ = rustix::process::kill_process_group(Pid::from_child(&self.process), Signal::KILL);
        let _ = self.process.wait();
    }
}

/// The first of `programs` that is on `PATH`.
///
/// # Errors
/// Where there is none.
pub fn find(programs: &[&str]) -> Result<PathBuf> {
    let found = programs.iter().find_map(|program| on_path(program));
    found.with_context(|| format!("there is no {} on PATH", programs.join(" or ")))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// `None` where it ends without a word of it.
fn port_after(ready: &str, output: &mut impl BufRead) -> Result<Option<u16>> {
    for line in output.lines() {
        if let Some((_, rest)) = line?.split_once(ready) {
            let port = rest.trim_end_matches('.').parse();
            return port.map(Some).context("the driver names no port");
        }
    }
    Ok(None)
}
