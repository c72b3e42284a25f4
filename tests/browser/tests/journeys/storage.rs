//! What the browser keeps, or does not, and what was there before.

use limber_browser_tests::device::PHONE;
use limber_browser_tests::page::Page;
use limber_browser_tests::places::Seed;
use limber_browser_tests::{Result, early, ensure, session};

use crate::visit::{Outcome, Visit, journey};

const JUNK: &str = "{\"half a thing";
const NEWER: &str = "{\"v\":99,\"holds\":\"by moonlight\"}";

#[tokio::test]
async fn the_browser_is_asked_to_keep_it_once_there_is_something_to_keep() -> Outcome {
    const LISTEN: &str = "window.asked = 0; \
        StorageManager.prototype.persist = () => { asked += 1; return Promise.resolve(true) }";
    journey(async |visit| {
        visit.page().before_each_page(LISTEN).await?;
        visit.open("#/routines").await?;
        visit.page().press("Two-minute desk reset").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        let asked: u32 = visit.page().ask("return asked").await?;
        ensure!(asked == 0, "it asks for a promise before there is anything to keep");
        session::skip_to_the_end(visit.page()).await?;
        visit.page().has_heading("That counts.").await?;
        visit.page().until("it has asked once", "asked === 1").await
    })
    .await
}

#[tokio::test]
async fn safari_is_said_to_forget_after_a_week_and_others_are_not() -> Outcome {
    journey(async |visit| {
        visit.open("#/data").await?;
        visit.page().sees("Your data").await?;
        let text = visit.page().text().await?;
        ensure!(!text.contains("seven days"), "it speaks of Safari: {text}");
        visit.page().before_each_page("window.GestureEvent = class {}").await?;
        visit.page().reload().await?;
        visit.page().sees("Safari clears what a page keeps after seven days").await
    })
    .await
}

#[tokio::test]
async fn with_storage_blocked_a_session_still_runs_and_says_so() -> Outcome {
    journey(async |visit| {
        visit.browser.forbid_keeping().await?;
        visit.page().show_on(PHONE).await?;
        visit.open("").await?;
        visit.page().sees("This browser keeps nothing for this page").await?;
        // The safety check is asked on each visit, then.
        visit.page().press("Start").await?;
        session::answers_no(visit.page()).await?;
        a_session_runs_and_this_page_knows_it(visit.page()).await
    })
    .await
}

#[tokio::test]
async fn with_storage_full_a_session_still_runs_and_says_so() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(early::STORAGE_FULL).await?;
        visit.open("").await?;
        a_session_runs_and_this_page_knows_it(visit.page()).await?;
        visit.page().sees("This browser has no room left for this page").await
    })
    .await
}

/// Goes through a session without loading the page again, which would forget it.
async fn a_session_runs_and_this_page_knows_it(page: &Page) -> Result<()> {
    page.press("Routines").await?;
    page.press("Two-minute desk reset").await?;
    page.press("Start").await?;
    session::do_a_little(page).await?;
    session::skip_to_the_end(page).await?;
    page.press("See your history").await?;
    page.has_heading("History").await?;
    page.sees("1 session").await?;
    page.sees("Two-minute desk reset").await
}

#[tokio::test]
async fn a_full_storage_does_not_claim_to_have_saved() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(early::STORAGE_FULL).await?;
        visit.open("").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        let text = visit.page().text().await?;
        assert!(!text.contains("Saved on this device"), "it was not:\n{text}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn unreadable_stored_texts_are_kept() -> Outcome {
    journey(async |visit| {
        let month = "limber.sessions.2025-03";
        visit.has_kept(&vec![kept("limber.settings", JUNK), kept(month, JUNK)]).await?;
        visit.open("").await?;
        visit.page().sees("“settings” could not be read").await?;
        visit.page().sees("“sessions.2025-03” could not be read").await?;
        visit.open("#/settings").await?;
        visit.page().press("Dark").await?;
        visit.page().reload().await?;
        for (name, text) in set_aside(visit).await? {
            assert_eq!(text, JUNK, "under {name}");
        }
        let names: Vec<_> = set_aside(visit).await?.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), 2, "{names:?}");
        assert!(names.iter().any(|name| name.ends_with(".settings")), "{names:?}");
        assert!(names.iter().any(|name| name.ends_with(".sessions.2025-03")), "{names:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn stored_texts_of_a_newer_app_are_never_written_over() -> Outcome {
    journey(async |visit| {
        let this_month: String =
            visit.page().ask("return new Date().toISOString().slice(0, 7)").await?;
        let month = format!("limber.sessions.{this_month}");
        let keys = ["limber.settings", "limber.session", &month];
        visit.has_kept(&keys.map(|key| kept(key, NEWER)).into()).await?;
        visit.open("#/settings").await?;
        visit.page().sees("“settings” is from a newer Limber").await?;
        visit.page().press("Dark").await?;
        visit.page().press("Today").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        session::ends(visit.page()).await?;
        visit.page().press("Just right").await?;
        for key in keys {
            assert_eq!(visit.page().stored(key).await?.as_deref(), Some(NEWER), "under {key}");
        }
        assert_eq!(set_aside(visit).await?, []);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_session_of_a_newer_app_outlives_those_that_end_here() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&vec![kept("limber.session", NEWER)]).await?;
        visit.start_the_five().await?;
        session::do_a_little(visit.page()).await?;
        session::ends(visit.page()).await?;
        visit.open("#/history").await?;
        visit.page().sees("1 session").await?;
        assert_eq!(visit.page().stored("limber.session").await?.as_deref(), Some(NEWER));
        Ok(())
    })
    .await
}

fn kept(key: &str, text: &str) -> (String, String) {
    (key.to_owned(), text.to_owned())
}

/// What has been put aside, by its key.
async fn set_aside(visit: &Visit) -> Result<Seed> {
    visit
        .page()
        .ask("return Object.entries(localStorage).filter(([key]) => key.startsWith('limber.unreadable.'))")
        .await
}
