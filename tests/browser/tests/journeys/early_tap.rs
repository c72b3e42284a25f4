//! A person is quicker than the app.

use limber_browser_tests::browser::Navigation;
use limber_browser_tests::device::CHEAP_PHONE;
use limber_browser_tests::session;

use crate::visit::{Outcome, journey_at};

#[tokio::test]
async fn a_tap_on_start_before_the_app_has_loaded_counts() -> Outcome {
    journey_at("/", Navigation::Begun, async |visit| {
        let page = visit.page();
        page.slow_down(CHEAP_PHONE).await?;
        page.navigate(visit.site.address()).await?;
        page.until("the frame is there", "document.querySelector('#shell button')").await?;
        page.press("Start").await?;
        page.until("the press is answered", "document.querySelector('#shell [data-pressed]')")
            .await?;
        page.sees("Getting ready").await?;
        let has_come: bool = page.ask("return !document.getElementById('shell')").await?;
        assert!(!has_come, "the app had come already, so this shows nothing");

        session::has_started(page).await
    })
    .await
}
