//! What a figure costs while it moves.

use std::fmt::{self, Display, Formatter};
use std::time::Duration;

use limber_browser_tests::Result;
use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::{CHEAP_PHONE, PHONE, Slowness};
use limber_browser_tests::site::Site;
use serde::Deserialize;
use serde_json::json;
use tokio::time::sleep;

use crate::report::target;
use crate::work::{Reading, SETTLING, passed};

/// A movement that goes on for ever, with all of the body in it.
const MOVEMENT: &str = "#/movements/cat-cow";
/// A little less than it takes until it repeats itself, 4.8 s. Each of its pictures is new until then.
const FIRST_TIME: Duration = Duration::from_secs(4);
/// By then each of its pictures has been there, those too that were left out when they were late.
const ALL_DRAWN: Duration = Duration::from_secs(16);
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
    /// While its pictures are drawn for the first time.
    pictures: f64,
    late: f64,
    /// Milliseconds of the main thread.
    work: f64,
    /// The same once they have all been drawn.
    work_again: f64,
}

#[derive(Deserialize)]
struct Pictures {
    shown: f64,
    late: f64,
}

impl Animation {
    pub async fn measure(site: &Site, seconds: u32) -> Result<Self> {
        let full_speed = Speed::watch(site, None, seconds).await?;
        let cheap_phone = Speed::watch(site, Some(CHEAP_PHONE), seconds).await?;
        Ok(Self { full_speed, cheap_phone })
    }
}

impl Speed {
    async fn watch(site: &Site, slowness: Option<Slowness>, seconds: u32) -> Result<Self> {
        let browser = Browser::start(Navigation::Loaded).await?;
        let page = browser.page();
        page.show_on(PHONE).await?;
        page.open(&format!("{}{MOVEMENT}", site.address())).await?;
        page.driver().cdp().send_raw("Performance.enable", json!({})).await?;
        if let Some(slowness) = slowness {
            page.slow_down(slowness).await?;
        }
        sleep(SETTLING).await;
        let _: Option<bool> = page.ask_with(COUNT, vec![json!(LATE)]).await?;
        page.press("Show how").await?;
        // A mouse over what moves has the browser look up what is under it, time and again.
        let away = json!({"type": "mouseMoved", "x": 1, "y": 1});
        page.driver().cdp().send_raw("Input.dispatchMouseEvent", away).await?;
        let first = passed(page, FIRST_TIME).await?;
        let counted: Pictures = page.ask("return globalThis.pictures").await?;
        sleep(ALL_DRAWN).await;
        let again = passed(page, Duration::from_secs(seconds.into())).await?;
        let work = |reading: &Reading| {
            let minute = if slowness.is_some() { reading.tasks } else { reading.processor };
            minute / 60.0
        };
        Ok(Self {
            pictures: counted.shown / FIRST_TIME.as_secs_f64(),
            late: counted.late / FIRST_TIME.as_secs_f64(),
            work: work(&first),
            work_again: work(&again),
        })
    }
}

impl Display for Animation {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let Self { full_speed, cheap_phone } = self;
        writeln!(out, "\n{:<28}{:>13}{:>16}", "a figure moves, a second", "CPU 4x", "full speed")?;
        let rows = [
            ("main thread, ms", cheap_phone.work, full_speed.work),
            ("pictures", cheap_phone.pictures, full_speed.pictures),
            ("late ones", cheap_phone.late, full_speed.late),
            ("main thread later on, ms", cheap_phone.work_again, full_speed.work_again),
        ];
        for (name, on_a_cheap_phone, at_full_speed) in rows {
            writeln!(out, "  {name:<26}{on_a_cheap_phone:>13.1}{at_full_speed:>16.1}")?;
        }
        writeln!(out)?;
        target(out, "a figure that moves", "ms a second", full_speed.work, MOST)
    }
}
