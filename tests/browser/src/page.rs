//! One page in the browser, looked at and pressed as a person does: by what stands on it.
//!
//! Everything waits for what it looks for, and gives up after a while with what was there instead.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement};
use tokio::time::{Instant, sleep};

use crate::device::{self, Light, Screen, Slowness};

/// How long a person would wait before saying that it does not work.
const PATIENCE: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);
/// What a look takes of the patience at most: where the machine stands still, so does the person.
const LOOK_AT_MOST: Duration = Duration::from_millis(100);
/// However slow the looks are. One may wait for something itself.
const AT_LONGEST: Duration = Duration::from_secs(120);

const FIND: &str = include_str!("page/find.js");

pub struct Page {
    driver: WebDriver,
}

impl Page {
    pub(crate) const fn new(driver: WebDriver) -> Self {
        Self { driver }
    }

    #[must_use]
    pub const fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Goes to an address and waits until the app is there.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.navigate(address).await?;
        self.app_is_there().await
    }

    /// Goes to an address, and leaves it to the caller to wait.
    ///
    /// # Errors
    /// Where the browser does not go there.
    pub async fn navigate(&self, address: &str) -> Result<()> {
        self.driver.goto(address).await.with_context(|| format!("cannot go to {address}"))
    }

    /// Loads the page again, as the browser's button does.
    ///
    /// # Errors
    /// Where the app does not come back.
    pub async fn reload(&self) -> Result<()> {
        // By the page itself: the driver of Firefox goes past the service worker.
        let _: Value = self.ask("window.isOld = true; location.reload()").await?;
        self.until("the page is a new one", "!window.isOld").await?;
        self.app_is_there().await
    }

    /// Loads the page again past all that is kept, as Chromium does for those who hold the shift key.
    ///
    /// # Errors
    /// Where the app does not come back.
    pub async fn reload_by_force(&self) -> Result<()> {
        let _: Value = self.ask("window.isOld = true").await?;
        self.driver.cdp().send_raw("Page.reload", json!({ "ignoreCache": true })).await?;
        self.until("the page is a new one", "!window.isOld").await?;
        self.app_is_there().await
    }

    /// Waits until the app has taken the place of the page's frame.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn app_is_there(&self) -> Result<()> {
        self.until(
            "the app is there",
            "!document.getElementById('shell') && document.querySelector('main h1')",
        )
        .await
    }

    /// Runs a script, which returns its answer and may await.
    ///
    /// # Errors
    /// Where it throws, or answers something else.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.ask_with(script, vec![]).await
    }

    /// The same, with arguments.
    ///
    /// # Errors
    /// Where it throws, or answers something else.
    pub async fn ask_with<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let answer = self.driver.execute(script, arguments).await;
        let answer = answer.with_context(|| format!("a script failed: {script}"))?;
        answer.convert().with_context(|| format!("an odd answer to: {script}"))
    }

    /// Waits until `condition`, an expression, is true; `fact` says what that means.
    ///
    /// # Errors
    /// Where it does not come true.
    pub async fn until(&self, fact: &str, condition: &str) -> Result<()> {
        let script = format!("return Boolean({condition})");
        self.wait(fact, async || self.ask::<bool>(&script).await.map(|is_so| is_so.then_some(())))
            .await
    }

    /// Waits until `look` finds something.
    ///
    /// # Errors
    /// Where it finds nothing, or fails until the end.
    pub async fn wait<T>(
        &self,
        fact: &str,
        look: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let (mut left, first) = (PATIENCE, Instant::now());
        loop {
            let begun = Instant::now();
            let seen = look().await;
            if let Ok(Some(found)) = seen {
                return Ok(found);
            }
            left = left.saturating_sub(begun.elapsed().min(LOOK_AT_MOST) + BETWEEN_LOOKS);
            if left.is_zero() || first.elapsed() >= AT_LONGEST {
                let fact = format!("waited in vain until {fact}");
                return Err(seen
                    .err()
                    .unwrap_or_else(|| anyhow::anyhow!("it was not so"))
                    .context(fact));
            }
            sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Presses the button, link or switch of that name.
    ///
    /// # Errors
    /// Where there is none, or something lies over it.
    pub async fn press(&self, name: &str) -> Result<()> {
        self.wait(&format!("“{name}” can be pressed"), async || {
            let Some(target) = self.find(name).await? else { return Ok(None) };
            target.click().await.map_err(|error| first_line(&error))?;
            Ok(Some(()))
        })
        .await
    }

    /// Presses what is of that name now, if it is there and can be pressed: pages change by themselves.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn press_if_there(&self, name: &str) -> Result<()> {
        if let Some(target) = self.find(name).await? {
            // It may be gone by now.
            let _ = target.click().await;
        }
        Ok(())
    }

    /// Whether there is anything of that name to press.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn offers(&self, name: &str) -> Result<bool> {
        Ok(self.find(name).await?.is_some())
    }

    async fn find(&self, name: &str) -> Result<Option<WebElement>> {
        let found = self.driver.execute(FIND, vec![json!(name)]).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Gives the focus to the field of that name.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn focus(&self, name: &str) -> Result<()> {
        let script = "const field = [...document.querySelectorAll('input, select, textarea')] \
            .find((it) => it.labels[0]?.innerText.trim() === arguments[0]); \
            field?.focus(); return Boolean(field)";
        self.wait(&format!("there is a field “{name}”"), async || {
            let is_there: bool = self.ask_with(script, vec![json!(name)]).await?;
            Ok(is_there.then_some(()))
        })
        .await
    }

    /// Presses keys on whatever has the focus.
    ///
    /// # Errors
    /// Where the browser does not take them.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        let at_once = Some(Duration::ZERO);
        let actions = self.driver.action_chain_with_delay(at_once, at_once);
        Ok(actions.send_keys(keys).perform().await?)
    }

    /// The text that shows.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn text(&self) -> Result<String> {
        self.ask("return document.body.innerText").await
    }

    /// Waits until `text` shows, in capitals or not, and whether or not a line may break in it.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn sees(&self, text: &str) -> Result<()> {
        let wanted = text.to_lowercase();
        self.wait(&format!("“{text}” shows"), async || {
            let shown = self.text().await?.to_lowercase().replace('\u{a0}', " ");
            if shown.contains(&wanted) { Ok(Some(())) } else { bail!("there was:\n{shown}") }
        })
        .await
    }

    /// Waits until `text` shows no more, as a person reads it.
    ///
    /// # Errors
    /// Where it goes on to show.
    pub async fn sees_not(&self, text: &str) -> Result<()> {
        let unwanted = text.to_lowercase();
        self.wait(&format!("“{text}” shows no more"), async || {
            let shown = self.text().await?.to_lowercase().replace('\u{a0}', " ");
            Ok((!shown.contains(&unwanted)).then_some(()))
        })
        .await
    }

    /// The page's heading.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn heading(&self) -> Result<String> {
        self.ask("return document.querySelector('main h1')?.innerText ?? ''").await
    }

    /// Waits until the page's heading is `text`.
    ///
    /// # Errors
    /// Where it does not come.
    pub async fn has_heading(&self, text: &str) -> Result<()> {
        self.wait(&format!("the heading is “{text}”"), async || {
            let heading = self.heading().await?;
            if heading == text { Ok(Some(())) } else { bail!("it was “{heading}”") }
        })
        .await
    }

    /// Waits until nothing moves any more and every font is there.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn is_still(&self) -> Result<()> {
        let script = "await document.fonts.ready; \
            const ends = (it) => it.effect?.getComputedTiming().endTime !== Infinity; \
            await Promise.allSettled(document.getAnimations().filter(ends).map((it) => it.finished)); \
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        let _: Value = self.ask(&format!("return (async () => {{ {script} }})()")).await?;
        Ok(())
    }

    /// What stands in the browser's storage under a key.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn stored(&self, key: &str) -> Result<Option<String>> {
        self.ask_with("return localStorage.getItem(arguments[0])", vec![json!(key)]).await
    }

    /// Runs `script` in every page from now on, before anything of its own.
    ///
    /// # Errors
    /// Where the browser does not take it.
    pub async fn before_each_page(&self, script: &str) -> Result<()> {
        let script = json!({ "source": script });
        self.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// # Errors
    /// Where the browser cannot.
    pub async fn show_on(&self, screen: Screen) -> Result<()> {
        device::show_on(&self.driver, screen).await
    }

    /// Has the screen end in a camera and round corners on both sides, [`device::NOTCH`] wide.
    ///
    /// # Errors
    /// Where the browser cannot.
    pub async fn has_notch(&self) -> Result<()> {
        device::has_notch(&self.driver).await
    }

    /// Sets the device to light or dark, and to little motion.
    ///
    /// # Errors
    /// Where the browser cannot.
    pub async fn light_up(&self, light: Light) -> Result<()> {
        device::light_up(&self.driver, light).await
    }

    /// Takes the device to a time zone, by its name.
    ///
    /// # Errors
    /// Where the browser knows none of that name.
    pub async fn be_in(&self, zone: &str) -> Result<()> {
        let zone = json!({ "timezoneId": zone });
        self.driver.cdp().send_raw("Emulation.setTimezoneOverride", zone).await?;
        Ok(())
    }

    /// # Errors
    /// Where the browser cannot.
    pub async fn slow_down(&self, slowness: Slowness) -> Result<()> {
        device::slow_down(&self.driver, slowness).await
    }

    /// A picture of what shows.
    ///
    /// # Errors
    /// Where the browser makes none.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.pictured(json!({ "format": "png" })).await
    }

    /// A picture of the page in its whole length.
    ///
    /// # Errors
    /// Where the browser makes none.
    pub async fn long_picture(&self) -> Result<Vec<u8>> {
        let size =
            "const root = document.documentElement; return [root.clientWidth, root.scrollHeight]";
        let (width, height): (u32, u32) = self.ask(size).await?;
        let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
        self.pictured(json!({ "format": "png", "captureBeyondViewport": true, "clip": clip })).await
    }

    async fn pictured(&self, how: Value) -> Result<Vec<u8>> {
        let picture = self.driver.cdp().send_raw("Page.captureScreenshot", how).await?;
        let picture = picture["data"].as_str().context("the browser made no picture")?;
        Ok(BASE64_STANDARD.decode(picture)?)
    }

    /// Every error of the console and every exception that nobody caught, since the last call.
    ///
    /// # Errors
    /// Where the browser does not say.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let log = self.driver.browser_log().await?;
        Ok(log
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message)
            .collect())
    }
}

/// Without the driver's own trace, which helps nobody here.
fn first_line(error: &impl ToString) -> anyhow::Error {
    let text = error.to_string();
    let told = text.split("Error:").next().unwrap_or_default();
    anyhow::anyhow!("{}", told.split_whitespace().collect::<Vec<_>>().join(" "))
}

impl Drop for Page {
    fn drop(&mut self) {
        // The process is ended from outside, which is quicker than asking it.
        let _ = self.driver.clone().leak();
    }
}
