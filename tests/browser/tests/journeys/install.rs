//! Installing is offered where it makes sense, and says what it means.

use limber_browser_tests::Result;
use limber_browser_tests::places::filled_history;
use limber_browser_tests::session;

use crate::visit::{Outcome, Visit, journey};

/// The browser is that of an iPhone, as far as a page can tell.
const PHONE: &str = "Object.defineProperty(Navigator.prototype, 'standalone', { value: false })";
/// The browser would ask whether to install.
const ASKS: &str = "const question = new Event('beforeinstallprompt', { cancelable: true }); \
    question.prompt = () => { window.asked = true }; dispatchEvent(question)";
/// The browser's own question, which comes when it likes, is not heard.
const NOT_BY_ITSELF: &str = "addEventListener('beforeinstallprompt', \
    (question) => question.isTrusted && question.stopImmediatePropagation())";
const HINT: &str = "With an icon of its own";

#[tokio::test]
async fn it_is_offered_after_the_third_session_and_never_before() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(NOT_BY_ITSELF).await?;
        visit.page().before_each_page(PHONE).await?;
        for count in 1..=4 {
            visit.open("").await?;
            assert!(!offers(visit).await?, "at the start, before session {count}");
            a_session(visit).await?;
            assert_eq!(offers(visit).await?, count == 3, "after session {count}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn on_an_iphone_it_says_how_and_that_the_app_starts_empty() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(NOT_BY_ITSELF).await?;
        visit.page().before_each_page(PHONE).await?;
        visit.has_kept(&filled_history()).await?;
        visit.open("#/settings").await?;
        visit.page().sees("Tap Share in the browser’s bar").await?;
        visit.page().sees("Choose “Add to Home Screen”").await?;
        visit.page().sees("The installed app starts empty").await?;
        let pictures: u32 =
            visit.page().ask("return document.querySelectorAll('.steps svg').length").await?;
        assert_eq!(pictures, 2);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_the_browser_would_ask_a_button_does() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(NOT_BY_ITSELF).await?;
        visit.open("#/settings").await?;
        assert!(!visit.page().offers("Install Limber").await?);
        let _: Option<bool> = visit.page().ask(ASKS).await?;
        visit.page().press("Install Limber").await?;
        visit.page().until("the browser asks", "window.asked").await?;
        let _: Option<bool> = visit.page().ask("dispatchEvent(new Event('appinstalled'))").await?;
        visit.page().sees("Limber is installed here").await
    })
    .await
}

async fn offers(visit: &Visit) -> Result<bool> {
    Ok(visit.page().text().await?.contains(HINT))
}

async fn a_session(visit: &Visit) -> Result<()> {
    visit.open("#/routines/desk-reset-2").await?;
    visit.page().press("Start").await?;
    session::do_a_little(visit.page()).await?;
    session::skip_to_the_end(visit.page()).await
}
