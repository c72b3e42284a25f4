//! The device sleeps in the middle of a session.

use std::time::Duration;

use limber_browser_tests::page::Page;
use limber_browser_tests::session::{self, PIRIFORMIS, Seen};
use limber_browser_tests::{Result, early};
use tokio::time::sleep;

use crate::visit::{Outcome, Visit, journey};

#[tokio::test]
async fn after_the_device_slept_a_session_carries_on_from_where_it_was() -> Outcome {
    journey(async |visit| {
        let before = asleep_in_a_hold(visit, 600).await?;
        visit.page().sees("Your device slept for 10 min").await?;
        visit.page().press("Carry on from here").await?;
        let after = session::comes_to(visit.page(), PIRIFORMIS, "Hold").await?;
        assert_eq!(after.side, before.side);
        assert!(before.secs()? - after.secs()? <= 1, "{before:?} went on as {after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn after_the_device_slept_a_session_moves_on_if_the_person_did() -> Outcome {
    journey(async |visit| {
        let before = asleep_in_a_hold(visit, 100).await?;
        visit.page().sees("Your device slept for 1 min 4").await?;
        visit.page().press("I went on. Count it").await?;
        let after = visit
            .page()
            .wait("the session has moved on", async || {
                let seen = session::look(visit.page()).await?;
                Ok((seen.movement != before.movement).then_some(seen))
            })
            .await?;
        let passed = before.secs_left()? - after.secs_left()?;
        assert!((99..=103).contains(&passed), "{before:?} went on as {after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_was_awake_before_the_sleep_is_behind() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::SLEEP).await?;
        visit.start_the_five().await?;
        // Where a worker draws the seconds, the page looks at its clock seldom.
        session::skip_to(page, PIRIFORMIS, "Hold").await?;
        sleep(Duration::from_secs(4)).await;
        sleep_for(page, 600).await?;
        page.press("Carry on from here").await?;
        page.press("Pause").await?;
        let after = session::comes_to(page, PIRIFORMIS, "Paused").await?;
        assert!(after.secs()? <= 26, "{after:?}");
        Ok(())
    })
    .await
}

/// Is in a hold, sleeps for so long, and wakes.
async fn asleep_in_a_hold(visit: &Visit, secs: u32) -> Result<Seen> {
    visit.page().before_each_page(early::SLEEP).await?;
    // So that the page looks at its clock each second.
    visit.page().before_each_page(early::NO_WORKER).await?;
    visit.start_the_five().await?;
    let before = session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
    sleep_for(visit.page(), secs).await?;
    Ok(before)
}

async fn sleep_for(page: &Page, secs: u32) -> Result<()> {
    page.ask(&format!("sleepFor({secs} * 1000)")).await
}
