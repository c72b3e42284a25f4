//! What there is to read comes when someone looks, leads on, and explains its words.

use limber_browser_tests::page::Page;
use serde_json::json;

use crate::accessibility::Report;
use crate::visit::{Outcome, journey};

/// What has been fetched so far.
const FETCHED: &str =
    "return performance.getEntriesByType('resource').some((it) => it.name.endsWith('learn.json'))";

#[tokio::test]
async fn a_page_is_read_its_words_are_explained_and_it_leads_to_a_movement() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("").await?;
        page.is_still().await?;
        assert!(!page.ask::<bool>(FETCHED).await?, "it came before anybody looked");
        page.press("Learn").await?;
        page.sees("Getting help").await?;
        report.examine(page, "all pages to read").await?;
        visit.open("#/learn/page/back-and-glutes").await?;
        page.has_heading("Back and glutes").await?;
        report.examine(page, "a page to read").await?;
        page.until("a word is marked", "document.querySelector('main .term')").await?;
        let () = page.ask("document.querySelector('main .term').click()").await?;
        page.until("it is explained", "document.querySelector('[popover]:popover-open')").await?;
        report.examine(page, "a word explained").await?;
        page.keys(thirtyfour::Key::Escape).await?;
        page.until("it is closed", "!document.querySelector('[popover]:popover-open')").await?;
        let outside: Vec<String> = page
            .ask("return [...document.querySelectorAll('main a[target]')].map((it) => it.rel)")
            .await?;
        assert!(!outside.is_empty() && outside.iter().all(|it| it.contains("noopener")));
        report.close()
    })
    .await
}

#[tokio::test]
async fn every_page_opens_and_leads_where_it_says() -> Outcome {
    const LINKS: &str = "return [...new Set([...document.querySelectorAll('main a[href^=\"#\"]')] \
        .map((it) => it.getAttribute('href')))]";
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/learn").await?;
        page.sees("Getting help").await?;
        let pages: Vec<String> = page.ask(LINKS).await?;
        assert!(pages.len() > 30, "{pages:?}");
        let mut seen = vec![];
        for hash in pages.iter().filter(|it| it.contains("/page/")) {
            visit.open(hash).await?;
            page.sees("And now").await?;
            let links: Vec<String> = page.ask(LINKS).await?;
            seen.extend(links.into_iter().filter(|it| !it.contains("/learn")));
        }
        seen.sort();
        seen.dedup();
        for hash in seen {
            visit.open(&hash).await?;
            page.sees_not("no such page").await?;
            let at: String = page.ask("return location.hash").await?;
            assert_eq!(at, hash, "nothing is there");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn pages_are_found_with_movements() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/movements").await?;
        page.focus("Search movements").await?;
        page.keys("sciatica").await?;
        page.sees("To read").await?;
        page.sees("because a nerve root in the lower back").await
    })
    .await
}

#[tokio::test]
async fn without_the_file_it_says_so_and_tries_again() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        let block = |what: &'static [&str]| async move { blocked(page, what).await };
        block(&["*learn.json"]).await?;
        page.press("Learn").await?;
        page.sees("The pages could not be loaded").await?;
        block(&[]).await?;
        page.press("Try again").await?;
        page.sees("Getting help").await
    })
    .await
}

async fn blocked(page: &Page, addresses: &[&str]) -> limber_browser_tests::Result<()> {
    let cdp = page.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    cdp.send_raw("Network.setBypassServiceWorker", json!({ "bypass": true })).await?;
    cdp.send_raw("Network.setBlockedURLs", json!({ "urls": addresses })).await?;
    Ok(())
}
