//! Everything works with the keyboard alone, and the focus is always somewhere sensible.

use limber_browser_tests::page::Page;
use limber_browser_tests::session;
use limber_browser_tests::{Result, bail};
use thirtyfour::Key;

use crate::visit::{Outcome, journey};

/// More presses of the tabulator than any page should need.
const MOST_TABS: usize = 60;

#[tokio::test]
async fn the_keyboard_alone_starts_pauses_and_ends() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        enter(page, "Start").await?;
        session::has_started(page).await?;

        page.keys(" ").await?;
        page.sees("Paused").await?;
        page.keys(" ").await?;
        page.sees("Get ready").await?;
        page.keys(Key::Right).await?;
        page.sees("Keep moving").await?;
        has_focus(page, session::WARM_UP).await?;
        page.keys(Key::Left).await?;
        page.sees("Get ready").await?;
        let _: Option<bool> = page.ask(HELD_DOWN).await?;
        assert_eq!(session::look(page).await?.doing, "Get ready");
        a_mute(page).await?;

        page.keys("?").await?;
        page.sees("Pause or resume").await?;
        page.keys(Key::Escape).await?;
        page.until("the dialog is closed", "!document.querySelector('dialog[open]')").await?;
        page.sees("Get ready").await?;

        page.keys(Key::Right).await?;
        session::does_a_little(page).await?;
        enter(page, "End").await?;
        page.sees("End this session?").await?;
        enter(page, "End session").await?;
        page.has_heading("That counts too.").await
    })
    .await
}

/// As a key that is not let go.
const HELD_DOWN: &str = "document.body.dispatchEvent(\
    new KeyboardEvent('keydown', { key: 'ArrowRight', repeat: true, bubbles: true }))";

#[tokio::test]
async fn the_arrows_scroll_what_there_is_to_read_while_it_has_the_focus() -> Outcome {
    const DOWN: &str = "const reading = document.querySelector('.reading'); reading.focus(); \
        return reading.dispatchEvent(new KeyboardEvent('keydown', \
            { key: 'ArrowDown', bubbles: true, cancelable: true }))";
    journey(async |visit| {
        let page = visit.page();
        visit.start_the_five().await?;
        page.press("Pause").await?;
        let before = session::look(page).await?;
        assert!(page.ask::<bool>(DOWN).await?, "the browser does not see it");
        assert_eq!(session::look(page).await?.secs()?, before.secs()?);
        Ok(())
    })
    .await
}

async fn a_mute(page: &Page) -> Result<()> {
    page.keys("m").await?;
    page.wait("it is muted", async || Ok(page.offers("Unmute").await?.then_some(()))).await?;
    page.keys("m").await?;
    page.wait("it is not muted", async || Ok(page.offers("Mute").await?.then_some(()))).await
}

#[tokio::test]
async fn each_page_has_its_title_and_its_heading_is_read() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        arrived(page, "Ready when you are.", "Limber").await?;
        for (link, heading, title) in [
            ("Routines", "Routines", "Routines · Limber"),
            ("The five stretches", "The five stretches", "The five stretches · Limber"),
            ("Settings", "Settings", "Settings · Limber"),
        ] {
            enter(page, link).await?;
            arrived(page, heading, title).await?;
            has_focus(page, heading).await?;
        }
        page.driver().back().await?;
        arrived(page, "The five stretches", "The five stretches · Limber").await?;
        has_focus(page, "The five stretches").await?;
        page.driver().back().await?;
        arrived(page, "Routines", "Routines · Limber").await?;
        page.driver().back().await?;
        arrived(page, "Ready when you are.", "Limber").await
    })
    .await
}

#[tokio::test]
async fn what_has_the_focus_is_never_covered() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        for hash in ["#/", "#/routines", "#/settings", "#/movements"] {
            visit.open(hash).await?;
            for _ in 0..MOST_TABS {
                page.keys(Key::Tab).await?;
                let covered: Option<String> = page.ask(include_str!("keyboard/covered.js")).await?;
                if let Some(covered) = covered {
                    bail!("on {hash}, {covered}");
                }
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn news_that_come_do_not_cover_what_has_the_focus() -> Outcome {
    const LAST: &str = "All routines";
    journey(async |visit| {
        let page = visit.page();
        visit.site.hold_back("sw.js");
        visit.open("").await?;
        for _ in 0..MOST_TABS {
            page.keys(Key::Tab).await?;
            if focused(page).await? == LAST {
                break;
            }
        }
        has_focus(page, LAST).await?;
        let _: Option<bool> = page.ask(AT_THE_END).await?;
        visit.site.let_go();
        page.sees("Limber now opens without a network too").await?;
        let covered: Option<String> = page.ask(include_str!("keyboard/covered.js")).await?;
        assert_eq!(covered, None);
        Ok(())
    })
    .await
}

/// Scrolls so that what has the focus is the last thing in sight.
const AT_THE_END: &str = "document.activeElement.scrollIntoView({ block: 'end' })";

async fn arrived(page: &Page, heading: &str, title: &str) -> Result<()> {
    page.has_heading(heading).await?;
    page.until(&format!("the title is “{title}”"), &format!("document.title === '{title}'")).await
}

async fn has_focus(page: &Page, text: &str) -> Result<()> {
    page.wait(&format!("“{text}” has the focus"), async || {
        let focused = focused(page).await?;
        if focused == text { Ok(Some(())) } else { bail!("“{focused}” has it") }
    })
    .await
}

/// Goes on with the tabulator to what is called `name`, and presses Enter.
async fn enter(page: &Page, name: &str) -> Result<()> {
    let mut passed = vec![];
    for _ in 0..MOST_TABS {
        page.keys(Key::Tab).await?;
        let focused = focused(page).await?;
        if focused.lines().next() == Some(name) {
            return page.keys(Key::Enter).await;
        }
        passed.push(focused);
    }
    bail!("the tabulator does not lead to “{name}”, but to: {}", passed.join(", "))
}

/// What the element that has the focus is called.
async fn focused(page: &Page) -> Result<String> {
    page.ask("const it = document.activeElement; return it.ariaLabel ?? it.innerText.trim()").await
}
