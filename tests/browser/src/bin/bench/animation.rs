//! What a figure costs while it moves.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use limber_browser_tests::Result;
use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::{CHEAP_PHONE, PHONE, Slowness};
use limber_browser_tests::page::Page;
use limber_browser_tests::site::Site;
use serde::Deserialize;
use serde_json::json;
use tokio::time::sleep;

use crate::report::target;
use crate::work::{SETTLING, passed};

/// A movement that goes on for ever, with all of the body in it.
const MOVEMENT: &str = "#/movements/cat-cow";
/// How much of a second the main thread may work for it at full speed: a twentieth.
const MOST: f64 = 50.0;
/// A picture is asked for 60 ms after the one before. One that misses two frames of the screen is late.
const LATE: f64 = 60.0 + 2.0 * 1000.0 / 60.0;
/// Counts the pictures and those that are late, until it is asked for them.
const COUNT: &str = "const pictures = { shown: 0, late: 0 }; let last; \
    new MutationObserver(() => { const now = performance.now(); pictures.shown += 1; \
    if (now - last > arguments[0]) pictures.late += 1; last = now; }) \
    .observe(document.querySelector('.figure.is-large'), { childList: true, subtree: true, attributes: true }); \
    globalThis.pictures = pictures";

pub struct Animation {
    full_speed: Speed,
    cheap_phone: Speed,
}

/// What there is in a second.
struct Speed {
    pictures: f64,
    late: f64,
    /// Milliseconds of the main thread.
    work: f64,
}

#[derive(Deserialize)]
struct Pictures {
    shown: f64,
    late: f64,
}

impl Animation {
    pub async fn measure(site: &Site, seconds: u32) -> Result<Self> {
        let browser = Browser::start(Navigation::Loaded).await?;
        let page = browser.page();
        page.show_on(PHONE).await?;
        page.open(&format!("{}{MOVEMENT}", site.address())).await?;
        page.driver().cdp().send_raw("Performance.enable", json!({})).await?;
        page.press("Show how").await?;
        // A mouse over what moves has the browser look up what is under it, time and again.
        let away = json!({"type": "mouseMoved", "x": 1, "y": 1});
        page.driver().cdp().send_raw("Input.dispatchMouseEvent", away).await?;
        let full_speed = Speed::watch(page, None, seconds).await?;
        let cheap_phone = Speed::watch(page, Some(CHEAP_PHONE), seconds).await?;
        Ok(Self { full_speed, cheap_phone })
    }
}

impl Speed {
    async fn watch(page: &Page, slowness: Option<Slowness>, seconds: u32) -> Result<Self> {
        if let Some(slowness) = slowness {
            page.slow_down(slowness).await?;
        }
        sleep(Duration::from_secs(1)).await;
        let _: Option<bool> = page.ask_with(COUNT, vec![json!(LATE)]).await?;
        let work = passed(page, seconds).await?;
        let counted: Pictures = page.ask("return globalThis.pictures").await?;
        // The page has been counting while the measurement settled, too.
        let per_second = |number: f64| number / (f64::from(seconds) + SETTLING.as_secs_f64());
        let work = if slowness.is_some() { work.tasks } else { work.processor };
        Ok(Self {
            pictures: per_second(counted.shown),
            late: per_second(counted.late),
            work: work / 60.0,
        })
    }
}

impl Display for Animation {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let Self { full_speed, cheap_phone } = self;
        writeln!(out, "\n{:<24}{:>13}{:>16}", "a figure moves, a second", "CPU 4x", "full speed")?;
        let rows = [
            ("main thread, ms", cheap_phone.work, full_speed.work),
            ("pictures", cheap_phone.pictures, full_speed.pictures),
            ("late ones", cheap_phone.late, full_speed.late),
        ];
        for (name, on_a_cheap_phone, at_full_speed) in rows {
            writeln!(out, "  {name:<22}{on_a_cheap_phone:>13.1}{at_full_speed:>16.1}")?;
        }
        writeln!(out)?;
        target(out, "a figure that moves", "ms a second", full_speed.work, MOST)
    }
}
