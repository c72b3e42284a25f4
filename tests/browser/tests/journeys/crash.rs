//! The browser dies in the middle of a session.

use std::fs;

use limber_browser_tests::session::{self, PIRIFORMIS, Seen};
use limber_browser_tests::{Context, Result, early};

use crate::visit::{Outcome, Visit, journey};

/// The app keeps where a running session stands every few seconds, and the browser takes some more to
/// write that to the disk.
const MOST_LOST: u64 = 12;

#[tokio::test]
async fn a_session_is_resumed_after_the_browser_was_killed() -> Outcome {
    journey(async |visit| {
        in_a_hold(visit).await?;
        visit.page().press("Pause").await?;
        let (before, after) = killed_and_resumed(visit).await?;
        assert_eq!(after.place(), before.place());
        assert!(after.secs()?.abs_diff(before.secs()?) <= 1, "{before:?} became {after:?}");
        assert!(
            after.secs_left()?.abs_diff(before.secs_left()?) <= 1,
            "{before:?} became {after:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_session_that_ran_when_the_browser_was_killed_loses_seconds_and_is_given_none() -> Outcome
{
    journey(async |visit| {
        in_a_hold(visit).await?;
        let (before, after) = killed_and_resumed(visit).await?;
        assert_eq!(after.place(), before.place());
        let (before_secs, after_secs) = (before.secs()?, after.secs()?);
        assert!(after_secs + 1 >= before_secs, "{before:?} became {after:?}");
        assert!(after_secs <= before_secs + MOST_LOST, "{before:?} became {after:?}");
        Ok(())
    })
    .await
}

/// Starts the five stretches and is a few seconds into the first hold of the article's first stretch.
async fn in_a_hold(visit: &Visit) -> Result<()> {
    // So that each second can be read.
    visit.page().before_each_page(early::NO_WORKER).await?;
    visit.start_the_five().await?;
    session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
    visit
        .page()
        .wait("the hold has gone on for 3 s", async || {
            let seen = session::look(visit.page()).await?;
            Ok((seen.secs()? <= 27).then_some(()))
        })
        .await
}

/// What the player showed before and after.
async fn killed_and_resumed(visit: &mut Visit) -> Result<(Seen, Seen)> {
    is_on_disk(visit).await?;
    let before = session::look(visit.page()).await?;
    visit.browser.crash_and_start_again().await?;
    visit.open("").await?;
    let page = visit.page();
    page.sees("Resume at").await?;
    page.press("Resume").await?;
    let after = session::comes_to(page, PIRIFORMIS, "Hold").await?;
    Ok((before, after))
}

/// Chromium writes what a page has stored some seconds later; what it had not written when it was
/// killed is lost, and no page can do anything about that.
async fn is_on_disk(visit: &Visit) -> Result<()> {
    let folder = visit.browser.profile().join("Default/Local Storage/leveldb");
    visit
        .page()
        .wait("the browser has written it to the disk", async || {
            let text = visit.page().stored("limber.session").await?;
            let text = text.context("no session is kept")?;
            for entry in fs::read_dir(&folder)? {
                let content = fs::read(entry?.path())?;
                if content.windows(text.len()).any(|part| part == text.as_bytes()) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })
        .await
}
