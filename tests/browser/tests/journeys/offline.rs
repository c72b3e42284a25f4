//! On the mat there is no network.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use limber_browser_tests::browser::Navigation;
use limber_browser_tests::places::PLACES;
use limber_browser_tests::{Result, ensure, session, site};

use crate::visit::{Outcome, Visit, journey, journey_at};

#[tokio::test]
async fn the_app_starts_cold_without_a_network_and_leads_through_a_session() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        visit.site.stop();
        visit.browser.start_again().await?;
        visit.open("").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        visit.page().sees("Saved on this device").await?;
        for place in PLACES {
            visit.open(place.hash).await?;
            visit.page().has_heading(place.heading).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_opens_from_the_cache_without_waking_the_worker() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        visit.page().until("the worker leads", "navigator.serviceWorker.controller").await?;
        visit.page().reload().await?;
        let opened = "const { workerStart, workerFinalSourceType: source } = \
            performance.getEntriesByType('navigation')[0]; return [source, workerStart]";
        let opened: (String, f64) = visit.page().ask(opened).await?;
        ensure!(opened == ("cache".to_owned(), 0.0), "the page came by {opened:?}");
        // An address with a question is nobody's route: there the worker knows what is meant.
        visit.site.stop();
        visit.page().navigate(&format!("{}?from=a-friend", visit.site.address())).await?;
        visit.page().app_is_there().await
    })
    .await
}

#[tokio::test]
async fn a_page_that_came_past_the_worker_loads_the_rest_without_a_network() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        visit.page().reload_by_force().await?;
        visit.page().until("the worker leads", "navigator.serviceWorker.controller").await?;
        visit.site.stop();
        visit.open("#/learn").await?;
        visit.page().sees("Getting help").await
    })
    .await
}

#[tokio::test]
async fn that_it_works_offline_is_said_once() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        visit.page().press("OK").await?;
        visit.page().reload().await?;
        // By now the worker would have been heard of.
        visit.page().until("the worker leads", "navigator.serviceWorker.controller").await?;
        let text = visit.page().text().await?;
        assert!(!text.contains("without a network"), "{text}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_apps_on_one_host_do_not_touch_each_other() -> Outcome {
    journey_at("/one/", Navigation::Loaded, async |visit| {
        visit.site.also_serve(&site::built()?, "/two/")?;
        is_kept(visit).await?;
        a_short_session(visit).await?;
        let two = format!("{}/two/", visit.site.origin());
        visit.page().open(&two).await?;
        visit.page().sees("Limber now opens without a network too").await?;
        visit.page().open(&format!("{two}#/history")).await?;
        visit.page().sees("Nothing here yet").await?;
        a_short_session_at(visit, &two).await?;
        visit.site.stop();
        for address in [&two, visit.site.address()] {
            visit.page().open(&format!("{address}#/history")).await?;
            visit.page().reload().await?;
            visit.page().sees("1 session").await?;
        }
        let names: Vec<String> = visit.page().ask("return caches.keys()").await?;
        assert_eq!(names.len(), 2, "{names:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_file_that_was_built_is_kept_but_the_pictures_for_installing() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        let script = "return caches.keys().then(([name]) => caches.open(name)) \
            .then((cache) => cache.keys()).then((all) => all.map((it) => new URL(it.url).pathname))";
        let kept: BTreeSet<String> = visit.page().ask(script).await?;
        let mut built = BTreeSet::new();
        files_in(&site::built()?, "/", &mut built)?;
        built.remove("/sw.js");
        built.retain(|path| !path.starts_with("/screenshots/"));
        assert_eq!(kept, built);
        Ok(())
    })
    .await
}

/// The addresses of all files in a folder; the page has that of the folder itself.
fn files_in(folder: &Path, path: &str, found: &mut BTreeSet<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            files_in(&entry.path(), &format!("{path}{name}/"), found)?;
        } else if name == "index.html" {
            found.insert(path.to_owned());
        } else {
            found.insert(format!("{path}{name}"));
        }
    }
    Ok(())
}

/// Waits until everything has been kept.
async fn is_kept(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.page().sees("Limber now opens without a network too").await
}

async fn a_short_session(visit: &Visit) -> Result<()> {
    a_short_session_at(visit, visit.site.address()).await
}

async fn a_short_session_at(visit: &Visit, address: &str) -> Result<()> {
    visit.page().open(&format!("{address}#/routines/desk-reset-2")).await?;
    visit.page().press("Start").await?;
    session::do_a_little(visit.page()).await?;
    session::skip_to_the_end(visit.page()).await
}
