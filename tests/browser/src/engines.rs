//! The engines that browsers are made of: how each is started and driven, and what to ask it for.

mod display;

use std::env::{self, consts::ARCH};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::driver::{Driver, find};
pub use display::Display;

const CHROMIUM: [&str; 3] = ["chromium", "google-chrome", "google-chrome-stable"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

const CHROMIUM_SWITCHES: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A container's is often too small.
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    // It writes what a page stores to the disk a second later. Else the first time it takes five, and then a
    // minute from one time to the next: too long for a journey in which the browser is killed.
    "--enable-aggressive-domstorage-flushing",
];

/// Chromium's driver can do all that the journeys ask for, the others' only what every driver can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    /// Of GTK, of the same age as that of Safari. It keeps nothing beyond its end.
    WebKit,
}

impl Engine {
    /// Starts what drives it. Both leave in `folder` what they would leave behind.
    ///
    /// # Errors
    /// Where a program is missing, or does not start.
    pub fn drive(self, folder: &Path) -> Result<Driver> {
        match self {
            Self::Chromium => chromedriver(folder),
            Self::Firefox => geckodriver(folder),
            Self::WebKit => webkit_driver(folder),
        }
    }

    /// What its driver is to start, with what it keeps in `profile`.
    ///
    /// # Errors
    /// Where it is missing.
    pub fn wanted(self, profile: &Path) -> Result<Value> {
        Ok(match self {
            Self::Chromium => {
                let profile = format!("--user-data-dir={}", profile.display());
                let switches: Vec<_> = CHROMIUM_SWITCHES.into_iter().chain([&*profile]).collect();
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": { "binary": chromium()?, "args": switches },
                })
            }
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "binary": find(&FIREFOX)?, "args": ["-headless"] },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser()?, "args": ["--automation"] },
            }),
        })
    }
}

/// The program of Chromium.
///
/// # Errors
/// Where there is none on `PATH`.
pub fn chromium() -> Result<PathBuf> {
    find(&CHROMIUM)
}

fn chromedriver(folder: &Path) -> Result<Driver> {
    let mut program = command(find(&["chromedriver"])?, folder);
    program.args(["--port=0", "--log-level=SEVERE"]);
    Driver::that_says("started successfully on port ", &mut program)
}

fn geckodriver(folder: &Path) -> Result<Driver> {
    let file = match env::var_os("LIMBER_GECKODRIVER") {
        Some(file) => file.into(),
        None => find(&["geckodriver"]).context("cargo xtask test builds it")?,
    };
    let mut program = command(file, folder);
    // Two of them would fight over the usual port for WebSockets.
    program.args(["--port=0", "--websocket-port=0"]);
    Driver::that_says("Listening on 127.0.0.1:", &mut program)
}

fn webkit_driver(folder: &Path) -> Result<Driver> {
    let display = Display::start()?;
    let mut program = command(find(&["WebKitWebDriver"])?, folder);
    // Where there is no graphics card, what it would draw with falls over now and then, in a worker's canvas.
    program.env("DISPLAY", display.name()).env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
    Ok(Driver::that_is_told(&mut program)?.that_shows_on(display))
}

fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("HOME", folder).env("TMPDIR", folder);
    command
}

/// It is not on `PATH`, but beside its library, where systems differ.
fn mini_browser() -> Result<PathBuf> {
    let beside = [format!("/usr/lib/{ARCH}-linux-gnu"), "/usr/libexec".into(), "/usr/lib".into()];
    let mut files = beside.map(|it| Path::new(&it).join("webkit2gtk-4.1/MiniBrowser")).into_iter();
    files.find(|it| it.is_file()).context("there is no MiniBrowser of WebKitGTK 4.1")
}
