//! A newer build waits for the person, and comes whole or not at all.

use limber_browser_tests::build::{MARK, marked};
use limber_browser_tests::{Result, session};

use crate::visit::{Outcome, Visit, journey};

const OFFER: &str = "A newer Limber is here";
const REGISTRATION: &str = "navigator.serviceWorker.getRegistration()";

#[tokio::test]
async fn a_newer_build_is_used_once_the_person_agrees() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        visit.site.change(&marked("b")?)?;
        visit.page().reload().await?;
        assert_eq!(mark(visit).await?, None, "the newer build came unasked");
        look_for_newer(visit).await?;
        visit.page().sees(OFFER).await?;
        visit.page().press("Use it now").await?;
        visit.page().until("the newer build is used", &format!("{MARK} === 'b'")).await?;
        visit.page().app_is_there().await?;
        visit.site.stop();
        visit.page().reload().await?;
        assert_eq!(mark(visit).await?.as_deref(), Some("b"), "the older build came back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_newer_build_is_not_spoken_of_in_a_session() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        visit.site.change(&marked("b")?)?;
        look_for_newer(visit).await?;
        session::does_a_little(visit.page()).await?;
        let text = visit.page().text().await?;
        assert!(!text.contains(OFFER), "{text}");
        session::skip_to_the_end(visit.page()).await?;
        visit.page().sees(OFFER).await?;
        assert_eq!(mark(visit).await?, None, "the newer build came unasked");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_update_that_is_cut_off_leaves_the_build_before_whole() -> Outcome {
    journey(async |visit| {
        is_kept(visit).await?;
        let mut half = marked("b")?;
        half.push(("painter.js".to_owned(), None));
        visit.site.change(&half)?;
        let failed: bool = visit
            .page()
            .ask(
                "return (async () => { \
                 const registration = await navigator.serviceWorker.getRegistration(); \
                 const found = new Promise((done) => (registration.onupdatefound = done)); \
                 await registration.update(); await found; \
                 const worker = registration.installing; \
                 await new Promise((done) => (worker.onstatechange = done)); \
                 return worker.state === 'redundant' })()",
            )
            .await?;
        assert!(failed, "half a build was taken");
        // The browser says that a file has not come.
        let _ = visit.page().errors().await?;
        let names: Vec<String> = visit.page().ask("return caches.keys()").await?;
        assert_eq!(names.len(), 1, "{names:?}");
        visit.site.stop();
        visit.page().reload().await?;
        assert_eq!(mark(visit).await?, None);
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await
    })
    .await
}

async fn is_kept(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    visit.page().sees("Limber now opens without a network too").await?;
    visit.page().press("OK").await
}

/// Looks for a newer build, as the page does when one comes back to it, and waits until it has come.
async fn look_for_newer(visit: &Visit) -> Result<()> {
    let script = format!("return {REGISTRATION}.then((it) => it.update()).then(() => true)");
    let _: bool = visit.page().ask(&script).await?;
    visit
        .page()
        .wait("the newer build waits", async || {
            let script = format!("return {REGISTRATION}.then((it) => it.waiting !== null)");
            let is_waiting: bool = visit.page().ask(&script).await?;
            Ok(is_waiting.then_some(()))
        })
        .await
}

async fn mark(visit: &Visit) -> Result<Option<String>> {
    visit.page().ask(&format!("return {MARK} ?? null")).await
}
