//! The app stops, does not come, or cannot run at all: a page that can be read, and the data in a file.

use std::fs;
use std::path::Path;

use limber_browser_tests::places::filled_history;
use limber_browser_tests::{Context, Result, session};
use serde_json::Value;

use crate::visit::{Outcome, Visit, journey};

/// From now on the page makes no more elements, which the app takes for a fault of its own.
const FAULT: &str = "document.createElement = () => { throw new Error('none') }";

#[tokio::test]
async fn after_a_panic_a_page_says_so_and_saves_what_is_kept() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.open("").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        let _: Option<bool> = visit.page().ask(FAULT).await?;
        visit.page().press("How to do it").await.ok();
        visit.page().press("End").await.ok();
        visit.page().press("End session").await.ok();
        visit.page().has_heading("Limber has stopped").await?;
        let texts = saved_texts(visit).await?;
        assert_eq!(texts["sessions.2025-11"].as_str(), Some(filled_history()[0].1.as_str()));
        // Which is what it is about here.
        let errors = visit.page().errors().await?;
        assert!(errors.iter().any(|error| error.contains("unreachable")), "{errors:?}");
        visit.page().press("Start Limber again").await?;
        visit.page().app_is_there().await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told_and_the_data_is_saved() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        visit.page().before_each_page("delete globalThis.WebAssembly").await?;
        visit.page().navigate(visit.site.address()).await?;
        visit.page().has_heading("This browser cannot run Limber").await?;
        let texts = saved_texts(visit).await?;
        assert_eq!(texts["sessions.2025-11"].as_str(), Some(filled_history()[0].1.as_str()));
        let _ = visit.page().errors().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_app_that_does_not_come_is_said_to_and_comes_on_another_try() -> Outcome {
    journey(async |visit| {
        let folder = limber_browser_tests::site::built()?;
        let name = fs::read_dir(&folder)?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .find(|name| Path::new(name).extension().is_some_and(|it| it == "wasm"))
            .context("the app has no code")?;
        visit.site.change(&[(name.clone(), None)])?;
        visit.page().navigate(visit.site.address()).await?;
        visit.page().sees("Limber could not be loaded").await?;
        let _ = visit.page().errors().await?;
        visit.site.change(&[(name.clone(), Some(fs::read(folder.join(name))?))])?;
        visit.page().press("Try again").await?;
        visit.page().app_is_there().await
    })
    .await
}

/// What the page saves, key by key.
async fn saved_texts(visit: &Visit) -> Result<Value> {
    let text = visit.browser.saves("Save my data to a file", ".json").await?;
    visit.page().sees("Saved. Limber reads the file").await?;
    let mut backup: Value = serde_json::from_str(&text)?;
    Ok(backup["texts"].take())
}
