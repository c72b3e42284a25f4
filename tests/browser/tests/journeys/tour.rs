//! A first day with the app on every engine. The other journeys ask for more than most drivers can do.

use limber_browser_tests::Result;
use limber_browser_tests::engines::Engine;
use limber_browser_tests::page::Page;
use limber_browser_tests::session;

use crate::visit::{Outcome, Visit, journey_on};

#[tokio::test]
async fn the_tour_works_on_chromium() -> Outcome {
    journey_on(Engine::Chromium, tour).await
}

// Where the machine lacks the engine, `cargo xtask test` skips these two by their names, and says so.

#[tokio::test]
async fn the_tour_works_on_firefox() -> Outcome {
    journey_on(Engine::Firefox, tour).await
}

#[tokio::test]
async fn the_tour_works_on_webkit() -> Outcome {
    journey_on(Engine::WebKit, tour).await
}

async fn tour(visit: &mut Visit) -> Result<()> {
    visit.open("").await?;
    visit.page().has_heading("Ready when you are.").await?;
    visit.page().sees("Limber now opens without a network too").await?;
    visit.open("#/routines/desk-reset-2").await?;
    a_short_session(visit.page()).await?;
    visit.page().reload().await?;
    visit.page().press("Progress").await?;
    visit.page().press("All sessions").await?;
    knows_the_session(visit.page()).await?;

    visit.site.stop();
    visit.page().reload().await?;
    knows_the_session(visit.page()).await?;
    visit.page().press("Today").await?;
    visit.page().has_heading("Ready when you are.").await
}

async fn a_short_session(page: &Page) -> Result<()> {
    page.press("Start").await?;
    session::answers_no(page).await?;
    page.press("Start Two-minute desk reset").await?;
    session::do_a_little(page).await?;
    page.press("Pause").await?;
    page.sees("Paused").await?;
    let before = session::look(page).await?;
    page.press("Resume").await?;
    session::does_a_little(page).await?;
    assert_eq!(session::look(page).await?.place(), before.place());
    session::skip_to_the_end(page).await?;
    page.sees("Saved on this device").await
}

async fn knows_the_session(page: &Page) -> Result<()> {
    page.has_heading("History").await?;
    page.sees("1 session").await?;
    page.sees("Two-minute desk reset").await
}
