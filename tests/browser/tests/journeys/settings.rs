//! What a person has chosen, and what they look for.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Context, Result};
use serde_json::json;
use thirtyfour::Key;

use crate::visit::{Outcome, journey};

#[tokio::test]
async fn settings_survive_a_reload() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/settings").await?;
        page.press("Dark").await?;
        page.press("Intermediate").await?;
        page.focus("Volume").await?;
        page.keys(Key::Right + Key::Right).await?;
        are_chosen(page).await?;
        page.reload().await?;
        are_chosen(page).await
    })
    .await
}

async fn are_chosen(page: &Page) -> Result<()> {
    page.until("the page is dark", "document.documentElement.dataset.theme === 'dark'").await?;
    for option in ["Dark", "Intermediate"] {
        assert!(is_on(page, option).await?, "“{option}” is chosen");
    }
    let volume: String = page.ask_with(CONTROL_VALUE, vec![json!("Volume")]).await?;
    assert_eq!(volume, "80");
    Ok(())
}

#[tokio::test]
async fn a_routine_says_what_one_has_to_have_at_hand() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/routines/after-run").await?;
        page.sees("A stable chair or low step. A wall or desk. A stable desk or table").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("Make it your own").await?;
        page.sees_not("You need").await
    })
    .await
}

#[tokio::test]
async fn movements_are_found_by_search() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/movements").await?;
        let all = count(page).await?;
        page.focus("Search movements").await?;
        page.keys("piriformis").await?;
        page.sees("Piriformis stretch (across the body)").await?;
        page.wait("there are fewer", async || Ok((count(page).await? < all).then_some(()))).await?;
        page.press("Piriformis stretch (across the body)").await?;
        page.has_heading("Piriformis stretch (across the body)").await?;
        visit.open("#/movements").await?;
        page.focus("Search movements").await?;
        page.keys("zebra").await?;
        page.sees("No movement has that").await
    })
    .await
}

/// How many movements the page says it lists.
async fn count(page: &Page) -> Result<u32> {
    let text = page.text().await?;
    let number = |line: &str| line.split_once(" movement")?.0.parse().ok();
    text.lines().find_map(number).context("the page does not say how many")
}

const CONTROL_VALUE: &str = "return [...document.querySelectorAll('input')] \
    .find((it) => it.labels[0]?.innerText.trim() === arguments[0])?.value ?? ''";

async fn is_on(page: &Page, name: &str) -> Result<bool> {
    let script = "return [...document.querySelectorAll('input')] \
        .find((it) => it.labels[0]?.innerText.trim() === arguments[0])?.checked ?? false";
    page.ask_with(script, vec![json!(name)]).await
}
