//! Which device the browser plays, and how the person has set it.

use anyhow::Result;
use serde_json::json;
use thirtyfour::WebDriver;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    pub name: &'static str,
    pub width: u32,
    pub height: u32,
    /// Pixels of the screen per pixel of CSS.
    pub density: u32,
    pub touch: bool,
}

pub const PHONE: Screen =
    Screen { name: "390x844", width: 390, height: 844, density: 2, touch: true };
pub const SMALL_PHONE: Screen =
    Screen { name: "320x568", width: 320, height: 568, density: 2, touch: true };
pub const DESK: Screen =
    Screen { name: "1280x800", width: 1280, height: 800, density: 1, touch: false };

/// What the camera and the round corners of a phone on its side take of it at both ends, in CSS pixels.
pub const NOTCH: u32 = 47;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    Light,
    Dark,
}

impl Light {
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How slow the device and its network are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slowness {
    /// How many times slower than this machine.
    pub processor: f64,
    pub megabits_per_second: f64,
    pub latency_millis: f64,
}

/// A cheap phone on a poor mobile network.
pub const CHEAP_PHONE: Slowness =
    Slowness { processor: 4.0, megabits_per_second: 1.6, latency_millis: 150.0 };

/// Has the screen end in a camera on one side and round corners on the other, where a page may draw and should not
/// put anything to read or to press.
pub(crate) async fn has_notch(driver: &WebDriver) -> Result<()> {
    let insets = json!({ "left": NOTCH, "right": NOTCH, "bottom": 21 });
    driver
        .cdp()
        .send_raw("Emulation.setSafeAreaInsetsOverride", json!({ "insets": insets }))
        .await?;
    Ok(())
}

pub(crate) async fn show_on(driver: &WebDriver, screen: Screen) -> Result<()> {
    let metrics = json!({
        "width": screen.width,
        "height": screen.height,
        "deviceScaleFactor": screen.density,
        "mobile": screen.touch,
    });
    let touch = json!({ "enabled": screen.touch });
    driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
    Ok(())
}

/// Sets the device to light or dark, and to little motion, so that nothing is seen half-way.
pub(crate) async fn light_up(driver: &WebDriver, light: Light) -> Result<()> {
    let features = json!([
        { "name": "prefers-color-scheme", "value": light.name() },
        { "name": "prefers-reduced-motion", "value": "reduce" },
    ]);
    let media = json!({ "features": features });
    driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    Ok(())
}

pub(crate) async fn slow_down(driver: &WebDriver, slowness: Slowness) -> Result<()> {
    let bytes_per_second = slowness.megabits_per_second * 1_000_000.0 / 8.0;
    let network = json!({
        "offline": false,
        "latency": slowness.latency_millis,
        "downloadThroughput": bytes_per_second,
        "uploadThroughput": bytes_per_second,
    });
    let processor = json!({ "rate": slowness.processor });
    driver.cdp().send_raw("Network.enable", json!({})).await?;
    driver.cdp().send_raw("Network.emulateNetworkConditions", network).await?;
    driver.cdp().send_raw("Emulation.setCPUThrottlingRate", processor).await?;
    Ok(())
}
