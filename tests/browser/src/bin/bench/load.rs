//! How long a page takes from the start of the navigation, on the first visit and on later ones.

use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::{CHEAP_PHONE, PHONE};
use limber_browser_tests::page::Page;
use limber_browser_tests::places;
use limber_browser_tests::site::Site;
use limber_browser_tests::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

/// Whether a page keeps itself on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    Away,
    OnTheDevice,
}

/// The visits of one browser.
#[derive(Clone, Copy, Debug)]
pub struct Loads {
    pub first: Load,
    /// At once after it, with what the browser's cache has kept.
    pub repeat: Load,
    /// Once the page is on the device, if it stays there.
    pub kept: Load,
}

/// In milliseconds from the start of the navigation.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Load {
    /// The first contentful paint.
    pub paint: f64,
    /// When a press on Start, as early as possible, was visibly answered.
    pub answered: Option<f64>,
    /// When what it starts was running: Limber counts getting ready.
    pub works: Option<f64>,
    /// When the app itself was there.
    pub there: Option<f64>,
}

impl Loads {
    pub async fn measure(site: &Site, stays: Stays) -> Result<Self> {
        let browser = Browser::start(Navigation::Loaded).await?;
        let page = browser.page();
        page.show_on(PHONE).await?;
        page.slow_down(CHEAP_PHONE).await?;
        page.before_each_page(places::SCREENED).await?;
        page.before_each_page(include_str!("visit.js")).await?;
        let first = visit(page, site).await?;
        leave(page, site).await?;
        let repeat = visit(page, site).await?;
        if stays == Stays::OnTheDevice {
            page.until("the page is kept", "navigator.serviceWorker.controller").await?;
        }
        leave(page, site).await?;
        let asked = site.asked().len();
        let kept = visit(page, site).await?;
        let is_asked = site.asked().len() > asked;
        ensure!(is_asked == (stays == Stays::Away), "whether the site is asked is {is_asked}");
        Ok(Self { first, repeat, kept })
    }
}

async fn visit(page: &Page, site: &Site) -> Result<Load> {
    page.navigate(site.address()).await?;
    let seen = page.ask("return window.visit").await;
    if seen.is_err() {
        let shown = page.text().await.unwrap_or_default();
        return seen.with_context(|| format!("{} shows:\n{shown}", site.address()));
    }
    seen
}

/// Leaves, and forgets the session that was going on, which would be offered in place of Start.
async fn leave(page: &Page, site: &Site) -> Result<()> {
    page.navigate("about:blank").await?;
    let what = json!({ "origin": site.origin(), "storageTypes": "local_storage" });
    page.driver().cdp().send_raw("Storage.clearDataForOrigin", what).await?;
    Ok(())
}
