//! How much a page's main thread works while the person does nothing.

use std::time::Duration;

use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::{CHEAP_PHONE, Light, PHONE};
use limber_browser_tests::page::Page;
use limber_browser_tests::places;
use limber_browser_tests::session::{self, PIRIFORMIS};
use limber_browser_tests::site::Site;
use limber_browser_tests::{Context, Result};
use serde_json::{Value, json};
use tokio::time::sleep;

/// What is still going on after a page has come, or after a press.
pub const SETTLING: Duration = Duration::from_secs(3);
/// How long a page stands before its main thread is watched at full speed. Chromium's threads that compiled the page
/// end one after the other, half a minute apart, and until then their caches are cleared out every second, from the
/// end of the first minute on: by the main thread, which looks at the memory whenever it wakes.
const STANDING: Duration = Duration::from_secs(100);

/// What the picture of a session does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    Still,
    Moving,
}

/// What the main thread does in a minute.
#[derive(Clone, Copy, Debug, Default)]
pub struct Work {
    /// The milliseconds of its tasks on a cheap phone. A busy machine makes them longer.
    pub on_a_cheap_phone: f64,
    /// What of that is the page's own doing.
    pub of_its_own: f64,
    /// The milliseconds of processor time that it takes at this machine's speed, busy or not.
    pub at_full_speed: f64,
}

impl Work {
    /// On a page that is only open.
    pub async fn on(site: &Site, seconds: u32) -> Result<Self> {
        let browser = Browser::start(Navigation::Loaded).await?;
        let page = browser.page();
        page.show_on(PHONE).await?;
        page.navigate(site.address()).await?;
        Self::watch(page, seconds).await
    }

    /// While a session of the app runs, from the article's first stretch on. The figure goes along on its
    /// way into each pose, or it stands still, as for a person who wants little motion.
    pub async fn in_session(site: &Site, seconds: u32, figure: Figure) -> Result<Self> {
        let browser = Browser::start(Navigation::Loaded).await?;
        let page = browser.page();
        page.show_on(PHONE).await?;
        page.before_each_page(places::SCREENED).await?;
        if figure == Figure::Still {
            page.light_up(Light::Light).await?;
        }
        page.open(&format!("{}#/routines/article-five", site.address())).await?;
        page.press("Start").await?;
        session::skip_to(page, PIRIFORMIS, "Hold").await?;
        Self::watch(page, seconds).await
    }

    async fn watch(page: &Page, seconds: u32) -> Result<Self> {
        let length = Duration::from_secs(seconds.into());
        page.driver().cdp().send_raw("Performance.enable", json!({})).await?;
        sleep(STANDING).await;
        let at_full_speed = passed(page, length).await?.processor;
        page.slow_down(CHEAP_PHONE).await?;
        sleep(SETTLING).await;
        let slow = passed(page, length).await?;
        Ok(Self { on_a_cheap_phone: slow.tasks, of_its_own: slow.of_its_own, at_full_speed })
    }
}

/// What passes in so long, in milliseconds per minute.
pub async fn passed(page: &Page, length: Duration) -> Result<Reading> {
    let before = Reading::take(page).await?;
    sleep(length).await;
    let after = Reading::take(page).await?;
    let per_minute = 60.0 * 1000.0 / (after.at - before.at);
    Ok(Reading {
        at: after.at,
        tasks: (after.tasks - before.tasks) * per_minute,
        of_its_own: (after.of_its_own - before.of_its_own) * per_minute,
        processor: (after.processor - before.processor) * per_minute,
    })
}

/// What the browser has counted so far, in seconds.
pub struct Reading {
    at: f64,
    /// How long the main thread's tasks took, without those of the measurement itself.
    pub tasks: f64,
    /// How long the page's scripts, styles and layout took. The browser has other tasks too, on any page.
    of_its_own: f64,
    /// The main thread's time on the processor. While the processor is made slow, that is made of it too.
    pub processor: f64,
}

impl Reading {
    async fn take(page: &Page) -> Result<Self> {
        let answer = page.driver().cdp().send_raw("Performance.getMetrics", json!({})).await?;
        let metrics = answer["metrics"].as_array().context("the browser names no metrics")?;
        let metric = |name: &str| {
            let it = metrics.iter().find(|it| it["name"] == name).map(|it| &it["value"]);
            it.and_then(Value::as_f64)
                .with_context(|| format!("the browser does not say its {name}"))
        };
        Ok(Self {
            at: metric("Timestamp")?,
            tasks: metric("TaskDuration")? - metric("DevToolsCommandDuration")?,
            of_its_own: metric("ScriptDuration")?
                + metric("RecalcStyleDuration")?
                + metric("LayoutDuration")?,
            processor: metric("ThreadTime")?,
        })
    }
}
