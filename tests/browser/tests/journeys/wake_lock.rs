//! The screen is kept on while a session runs.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Result, early, session};

use crate::visit::{Outcome, journey};

#[tokio::test]
async fn one_is_told_when_the_browser_lets_the_screen_go_and_not_in_a_pause() -> Outcome {
    const TOLD: &str = "This device will not let Limber keep the screen on.";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::WAKE_LOCK).await?;
        visit.start_the_five().await?;
        page.until("the screen is kept on", "locks.length === 1").await?;
        page.press("Pause").await?;
        session::comes_to(page, session::WARM_UP, "Paused").await?;
        release(page).await?;
        page.press("Resume").await?;
        page.until("the screen is kept on again", "locks.length === 2").await?;
        page.sees_not(TOLD).await?;
        release(page).await?;
        page.sees(TOLD).await
    })
    .await
}

async fn release(page: &Page) -> Result<()> {
    let _: bool = page.ask("return locks.at(-1).dispatchEvent(new Event('release'))").await?;
    Ok(())
}
