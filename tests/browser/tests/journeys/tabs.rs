//! Several tabs: one leads, the others are told, and nothing is lost between them.

use std::time::Duration;

use limber_browser_tests::{Result, early, session};
use thirtyfour::WindowHandle;
use tokio::time::sleep;

use crate::visit::{Outcome, Visit, journey};

#[tokio::test]
async fn one_tab_leads_and_the_other_is_told() -> Outcome {
    journey(async |visit| {
        let first = visit.page().driver().window().await?;
        start_a_short_one(visit).await?;
        let second = another_tab(visit).await?;
        visit.open("#/safety").await?;
        visit.page().sees("A session is open in another tab").await?;
        visit.page().has_heading("Safety").await?;
        visit.open("").await?;
        visit.page().sees("A session is open in another tab").await?;
        assert!(!visit.page().offers("Resume").await?);
        visit.page().press("Start").await?;
        visit.page().has_heading("Ready when you are.").await?;
        visit.page().driver().switch_to_window(first).await?;
        session::does_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        visit.page().driver().switch_to_window(second).await?;
        visit.open("#/history").await?;
        visit.page().sees("1 session").await?;
        visit.open("#/").await?;
        visit.page().press("Start").await?;
        visit.page().sees("Get ready").await
    })
    .await
}

#[tokio::test]
async fn a_session_that_is_left_in_one_tab_goes_on_in_another() -> Outcome {
    journey(async |visit| {
        start_a_short_one(visit).await?;
        visit.page().driver().back().await?;
        visit.page().press("Today").await?;
        visit.page().sees("Resume at").await?;
        let first = visit.page().driver().window().await?;
        another_tab(visit).await?;
        visit.open("").await?;
        visit.page().press("Resume").await?;
        session::does_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        visit.page().driver().switch_to_window(first).await?;
        visit
            .page()
            .until("the offer is gone", "!document.body.innerText.includes('Resume at')")
            .await?;
        visit.open("#/history").await?;
        visit.page().sees("1 session").await
    })
    .await
}

#[tokio::test]
async fn a_player_whose_session_goes_on_in_another_tab_is_left() -> Outcome {
    journey(async |visit| {
        start_a_short_one(visit).await?;
        visit.page().reload().await?;
        visit.page().sees("Paused").await?;
        let first = visit.page().driver().window().await?;
        another_tab(visit).await?;
        visit.open("").await?;
        visit.page().press("Resume").await?;
        session::does_a_little(visit.page()).await?;
        visit.page().driver().switch_to_window(first).await?;
        visit.page().has_heading("Ready when you are.").await?;
        visit.page().sees("A session is open in another tab").await
    })
    .await
}

#[tokio::test]
async fn a_session_is_offered_by_the_page_that_takes_the_place_of_its_own() -> Outcome {
    journey(async |visit| {
        start_a_short_one(visit).await?;
        // Another address, so the browser may keep the page that is left, and its lock, to go back to.
        visit.open("?again").await?;
        visit.page().sees("Resume at").await?;
        sleep(Duration::from_secs(1)).await;
        assert!(visit.page().offers("Resume").await?, "the offer is gone");
        let text: String = visit.page().ask("return document.body.innerText").await?;
        assert!(!text.contains("another tab"), "there is no other tab");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_that_finish_at_once_lose_nothing() -> Outcome {
    journey(async |visit| {
        // Without locks, as in a browser of 2021, both of them lead.
        visit.page().before_each_page(early::NO_LOCKS).await?;
        visit.open("#/routines/desk-reset-2").await?;
        let first = visit.page().driver().window().await?;
        let second = another_tab(visit).await?;
        visit.page().before_each_page(early::NO_LOCKS).await?;
        visit.open("#/routines/chair-only").await?;
        for tab in [&first, &second] {
            visit.page().driver().switch_to_window(tab.clone()).await?;
            visit.page().press("Start").await?;
            session::do_a_little(visit.page()).await?;
        }
        for tab in [first, second] {
            visit.page().driver().switch_to_window(tab).await?;
            session::skip_to_the_end(visit.page()).await?;
        }
        visit.open("#/history").await?;
        visit.page().reload().await?;
        visit.page().sees("2 sessions").await
    })
    .await
}

#[tokio::test]
async fn what_is_cleared_behind_the_pages_back_can_be_kept_again() -> Outcome {
    journey(async |visit| {
        start_a_short_one(visit).await?;
        session::skip_to_the_end(visit.page()).await?;
        let first = visit.page().driver().window().await?;
        another_tab(visit).await?;
        visit.open("").await?;
        let _: Option<bool> = visit.page().ask("localStorage.clear()").await?;
        visit.page().driver().switch_to_window(first).await?;
        visit.page().sees("has been cleared").await?;
        visit.page().press("Keep them again").await?;
        visit.open("#/history").await?;
        visit.page().reload().await?;
        visit.page().sees("1 session").await
    })
    .await
}

async fn start_a_short_one(visit: &Visit) -> Result<()> {
    visit.open("#/routines/desk-reset-2").await?;
    visit.page().press("Start").await?;
    session::do_a_little(visit.page()).await
}

async fn another_tab(visit: &Visit) -> Result<WindowHandle> {
    let tab = visit.page().driver().new_tab().await?;
    visit.page().driver().switch_to_window(tab.clone()).await?;
    Ok(tab)
}
