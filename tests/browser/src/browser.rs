//! A browser with a profile of its own. It can be killed and started again with what it has kept.

use std::fs;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::Driver;
use crate::engines::Engine;
use crate::page::Page;

/// When a navigation counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Navigation {
    /// When everything that the page names has come.
    Loaded,
    /// At once, for looking at what a slow page shows meanwhile.
    Begun,
}

pub struct Browser {
    // Fields end in this order: the processes before the folder that they write into.
    page: Page,
    driver: Driver,
    profile: TempDir,
    engine: Engine,
    navigation: Navigation,
}

impl Browser {
    /// Starts a Chromium that has never been anywhere.
    ///
    /// # Errors
    /// Where the browser or its driver does not start.
    pub async fn start(navigation: Navigation) -> Result<Self> {
        Self::start_on(Engine::Chromium, navigation).await
    }

    /// Starts a browser of that engine that has never been anywhere.
    ///
    /// # Errors
    /// Where the browser or its driver does not start.
    pub async fn start_on(engine: Engine, navigation: Navigation) -> Result<Self> {
        let profile = tempfile::Builder::new().prefix("limber-browser-").tempdir()?;
        let driver = engine.drive(profile.path())?;
        let page = open(&driver, &profile, engine, navigation).await?;
        Ok(Self { page, driver, profile, engine, navigation })
    }

    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    #[must_use]
    pub const fn page(&self) -> &Page {
        &self.page
    }

    /// The folder in which the browser keeps everything.
    #[must_use]
    pub fn profile(&self) -> &std::path::Path {
        self.profile.path()
    }

    /// Presses the button of that name, and gives the text of the file that the browser saves then, by the end of
    /// its name.
    ///
    /// # Errors
    /// Where the browser saves none.
    pub async fn saves(&self, button: &str, ending: &str) -> Result<String> {
        let folder = self.profile.path().join("saved");
        fs::create_dir_all(&folder)?;
        let how = json!({ "behavior": "allow", "downloadPath": folder });
        self.page.driver().cdp().send_raw("Browser.setDownloadBehavior", how).await?;
        self.page.press(button).await?;
        self.page
            .wait("a file is saved", async || {
                for entry in fs::read_dir(&folder)? {
                    let entry = entry?;
                    if entry.file_name().to_string_lossy().ends_with(ending) {
                        let text = fs::read_to_string(entry.path())?;
                        // The browser takes the name with an empty file first.
                        return Ok(Some(text).filter(|it| !it.is_empty()));
                    }
                }
                Ok(None)
            })
            .await
    }

    /// Closes the browser and starts it again, as the person does the next day.
    ///
    /// # Errors
    /// Where it does not start again.
    pub async fn start_again(&mut self) -> Result<()> {
        self.page.driver().clone().quit().await?;
        self.open_again().await
    }

    /// Starts a Chromium again in which pages may keep nothing, by its own setting.
    ///
    /// # Errors
    /// Where it does not start again.
    pub async fn forbid_keeping(&mut self) -> Result<()> {
        const FORBIDDEN: u64 = 2;
        self.page.driver().clone().quit().await?;
        let file = self.profile.path().join("Default/Preferences");
        let mut preferences: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        preferences["profile"]["default_content_setting_values"]["cookies"] = FORBIDDEN.into();
        fs::write(&file, preferences.to_string())?;
        self.open_again().await
    }

    /// Ends the browser as a crash would, and starts it again with what it had kept.
    ///
    /// # Errors
    /// Where it does not start again.
    pub async fn crash_and_start_again(&mut self) -> Result<()> {
        let process = self.page.driver().capabilities().as_ref().get("goog:processID");
        let process = process.and_then(Value::as_i64).context("the browser names no process")?;
        let process = i32::try_from(process).ok().and_then(Pid::from_raw);
        rustix::process::kill_process(process.context("that is no process")?, Signal::KILL)?;
        self.open_again().await
    }

    async fn open_again(&mut self) -> Result<()> {
        self.page = open(&self.driver, &self.profile, self.engine, self.navigation).await?;
        Ok(())
    }
}

async fn open(
    driver: &Driver,
    profile: &TempDir,
    engine: Engine,
    navigation: Navigation,
) -> Result<Page> {
    let mut wanted = engine.wanted(profile.path())?;
    wanted["pageLoadStrategy"] = strategy(navigation).into();
    let wanted = wanted.as_object().context("capabilities are an object")?;
    let session = WebDriver::new(driver.address(), Capabilities::from(wanted.clone())).await;
    Ok(Page::new(session.context("the browser does not start")?))
}

const fn strategy(navigation: Navigation) -> &'static str {
    match navigation {
        Navigation::Loaded => "normal",
        Navigation::Begun => "none",
    }
}
