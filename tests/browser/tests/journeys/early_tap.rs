//! A person is quicker than the app.

use limber_browser_tests::browser::Navigation;
use limber_browser_tests::{early, session};

use crate::visit::{Outcome, journey_at};

/// By how many seconds the digits differed from 15 s of getting ready since the press, when they were named last.
const OFF: &str = "const { name, at } = named.at(-1); \
    return parseInt(name) - (15 - (at - window.pressed) / 1000)";

/// What a screen reader is told names the movement to get ready for.
const TOLD: &str = "document.querySelector('.player [role=status]').textContent.includes('March')";

/// The tone for getting ready, G4, is among the first of the sound's own clock.
const HEARD: &str =
    "tones.some((it) => Math.abs(it.hertz - 392) < 1 && it.when < 5 && !it.isTakenBack)";

#[tokio::test]
async fn a_tap_on_start_before_the_app_has_loaded_counts() -> Outcome {
    journey_at("/", Navigation::Begun, async |visit| {
        let page = visit.page();
        page.before_each_page(early::TONES).await?;
        page.before_each_page(early::NAMES).await?;
        visit.site.hold_back(".wasm");
        page.navigate(visit.site.address()).await?;
        page.until("the frame is there", "document.querySelector('#shell button')").await?;
        page.ask::<bool>(
            "addEventListener('click', (it) => { window.pressed ??= it.timeStamp; }, true); return true",
        )
        .await?;
        page.press("Start").await?;
        page.until("the press is answered", "document.querySelector('#shell [data-pressed]')")
            .await?;
        page.sees("Get ready: 1").await?;
        let has_come: bool = page.ask("return !document.getElementById('shell')").await?;
        assert!(!has_come, "the app had come already, so this shows nothing");
        visit.site.let_go();

        session::has_started(page).await?;
        page.until("the digits are named", "named.length").await?;
        let off: f64 = page.ask(OFF).await?;
        assert!(off.abs() < 1.5, "the digits are {off} s off what the press began");
        page.until("the first movement is told", TOLD).await?;
        page.until("its sound was to be heard at once", HEARD).await
    })
    .await
}

#[tokio::test]
async fn the_voice_that_came_too_late_for_the_tap_speaks_after_the_next() -> Outcome {
    journey_at("/", Navigation::Begun, async |visit| {
        let page = visit.page();
        page.before_each_page(early::VOICES).await?;
        page.before_each_page(early::VOICES_WAIT).await?;
        visit.site.hold_back(".wasm");
        page.navigate(visit.site.address()).await?;
        page.press("Start").await?;
        page.sees("Get ready: 1").await?;
        visit.site.let_go();
        session::has_started(page).await?;
        page.until("it was refused", "window.refused").await?;
        assert_eq!(page.ask::<u32>("return said.length").await?, 0, "it speaks without a press");
        page.press("10 seconds longer").await?;
        page.press("Skip").await?;
        page.until("it speaks", "said.length").await
    })
    .await
}
