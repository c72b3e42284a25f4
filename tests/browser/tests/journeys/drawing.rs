//! A worker draws the seconds, so that the page itself has nothing to do.

use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use limber_browser_tests::device::Light;
use limber_browser_tests::page::Page;
use limber_browser_tests::session::{self, PIRIFORMIS};
use limber_browser_tests::{Result, bail, early};
use serde::Deserialize;
use tokio::time::sleep;

use crate::visit::{Outcome, Visit, journey};

/// Drawn letters may be a little softer.
const ALIKE: f64 = 0.06;
/// One digit is another one.
const UNLIKE: f64 = 0.1;

/// How the digits, the line or the time left differ between two pictures; see `differ.js`.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Difference {
    shift: f64,
    share: f64,
}

/// Arrow functions pass `arguments` on to what is within.
macro_rules! script {
    ($file:literal) => {
        concat!(
            "return (async () => {",
            include_str!("drawing/pixels.js"),
            include_str!($file),
            "})()"
        )
    };
}

const DIFFER: &str = script!("drawing/differ.js");
const IS_LIT: &str = script!("drawing/edge.js");

/// Takes away from a browser what a canvas is handed to a worker by.
const WITHOUT_WORKERS: &str = "delete HTMLCanvasElement.prototype.transferControlToOffscreen";

/// Writes down whether anything on the page has changed but names for a screen reader.
const WATCH: &str = "window.changes = []; \
    new MutationObserver((them) => changes.push(...them.map((it) => it.attributeName ?? it.type))) \
        .observe(document, { subtree: true, childList: true, characterData: true, attributes: true })";

#[tokio::test]
async fn what_the_worker_draws_is_what_the_page_would_write() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        is_in_a_hold(visit).await?;
        page.wait("the seconds look the same, drawn and written", async || {
            page.press("10 seconds longer").await?;
            let drawn = page.picture().await?;
            page.press("Pause").await?;
            page.until("they are written", "!document.querySelector('[data-drawn]')").await?;
            page.is_still().await?;
            let different = differences(page, &drawn, &page.picture().await?).await?;
            page.press("Resume").await?;
            is_drawn(page).await?;
            // A second may have passed between the pictures.
            let is_same = different.iter().all(|it| it.shift <= 1.0) && different[0].share < ALIKE;
            if is_same { Ok(Some(())) } else { bail!("they differ: {different:?}") }
        })
        .await
    })
    .await
}

#[tokio::test]
async fn the_seconds_go_down_while_the_page_does_nothing() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        // The figure stands still then from the first.
        page.light_up(Light::Light).await?;
        is_in_a_hold(visit).await?;
        page.press("10 seconds longer").await?;
        page.is_still().await?;
        let () = page.ask(WATCH).await?;
        go_down(page).await?;
        let changes: Vec<String> = page.ask("return changes").await?;
        let others: Vec<_> = changes.iter().filter(|it| *it != "aria-label").collect();
        assert!(others.is_empty(), "the page has changed itself: {others:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_seconds_go_down_to_the_end_of_a_step_while_the_page_is_stuck() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.light_up(Light::Light).await?;
        is_in_a_hold(visit).await?;
        // No timer of the page's own comes from now on; the one that is set finds nothing after it.
        let () = page.ask("window.setTimeout = () => 0").await?;
        sleep(Duration::from_secs(16)).await;
        go_down(page).await
    })
    .await
}

#[tokio::test]
async fn the_seconds_that_are_drawn_keep_to_the_session_where_the_device_nods_off() -> Outcome {
    /// So short a sleep is no reason to ask whether to count it.
    const NOD: &str = "return sleepFor(1900)";
    journey(async |visit| {
        let page = visit.page();
        page.light_up(Light::Light).await?;
        page.before_each_page(early::SLEEP).await?;
        is_in_a_hold(visit).await?;
        for _ in 0..2 {
            let _: Option<()> = page.ask(NOD).await?;
            // The page has looked by then.
            sleep(Duration::from_secs(6)).await;
        }
        let drawn = page.picture().await?;
        page.press("Pause").await?;
        page.is_still().await?;
        let [_, line, _] = differences(page, &drawn, &page.picture().await?).await?;
        // A second is 12 pixels, and one may have passed between the pictures.
        assert!(line.shift < 20.0, "what is drawn is behind by more than a second: {line:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_step_as_long_as_the_one_before_is_drawn_as_itself() -> Outcome {
    /// From getting ready into the hold, and at once past the change of sides into that of the other side.
    const HURRY: &str = "const skip = [...document.querySelectorAll('button')].find((it) => it.innerText === 'Skip'); \
        const frame = () => new Promise(requestAnimationFrame); \
        skip.click(); await frame(); await frame(); \
        skip.click(); skip.click(); await frame(); await frame(); \
        return [counted[1], document.querySelector('.time-left canvas').ariaLabel]";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::ORDERS).await?;
        visit.start_the_five().await?;
        session::skip_to_side(page, PIRIFORMIS, "Get ready", "Left side").await?;
        is_drawn(page).await?;
        let hurry = format!("return (async () => {{ {HURRY} }})()");
        let [drawn, left]: [String; 2] = page.ask(&hurry).await?;
        session::comes_to_side(page, PIRIFORMIS, "Hold", "Right side").await?;
        assert_eq!(drawn, left, "the time left that is drawn is another");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_looks_each_second_only_where_letters_are_about_to_need_another_room() -> Outcome {
    const TWO: &str = "!document.querySelector('.digits[data-long]')";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::NAMES).await?;
        visit.start_the_five().await?;
        // Two minutes have four letters, and two from 99 s on.
        session::skip_to(page, session::WARM_UP, "Keep moving").await?;
        is_drawn(page).await?;
        let looks = async || page.ask::<usize>("return named.length").await;
        let before = looks().await?;
        sleep(Duration::from_secs(11)).await;
        let seen = looks().await? - before;
        assert!(seen <= 4, "it looked {seen} times in 11 s");
        page.until("two letters are made room for", TWO).await?;
        let name: String = page.ask("return named.at(-1).name").await?;
        assert!(name.starts_with("99 "), "it was at “{name}”");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_step_within_a_movement_makes_anew_only_what_it_changes() -> Outcome {
    const KEEP: &str = "window.kept = [...document.querySelectorAll('.segment, .is-guide svg, .is-guide path')]; \
        return kept.length";
    const LOST: &str = "return kept.filter((it) => !it.isConnected).length";
    const CANVAS: &str = "const box = document.querySelector('.digits canvas'); \
        return [box.offsetWidth, box.offsetHeight]";
    journey(async |visit| {
        let page = visit.page();
        page.light_up(Light::Light).await?;
        visit.start_the_five().await?;
        session::skip_to_side(page, PIRIFORMIS, "Get ready", "Left side").await?;
        is_drawn(page).await?;
        let kept: usize = page.ask(KEEP).await?;
        assert!(kept > 20, "there are {kept} parts to keep");
        let canvas: [u32; 2] = page.ask(CANVAS).await?;
        for (doing, side) in [("Hold", "Left side"), ("Hold", "Right side")] {
            session::skip_to_side(page, PIRIFORMIS, doing, side).await?;
            let lost: usize = page.ask(LOST).await?;
            assert_eq!(lost, 0, "{side}: of {kept} parts these are others");
            let now: [u32; 2] = page.ask(CANVAS).await?;
            assert_eq!(now, canvas, "{side}: another canvas");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_edge_of_the_screen_flashes() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        is_in_a_hold(visit).await?;
        flashes(page).await?;
        let lit: u32 = page.ask("return document.querySelectorAll('[data-lit]').length").await?;
        assert_eq!(lit, 0, "the page flashes itself");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn it_flashes_where_no_worker_draws() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(WITHOUT_WORKERS).await?;
        visit.start_the_five().await?;
        session::skip_to(page, PIRIFORMIS, "Hold").await?;
        flashes(page).await
    })
    .await
}

/// A side that begins anew lights the edge of the screen, for a moment.
async fn flashes(page: &Page) -> Result<()> {
    page.wait("the edge lights up", async || {
        page.press_if_there("Repeat").await?;
        Ok(is_lit(page).await?.then_some(()))
    })
    .await?;
    page.wait("the edge goes out", async || Ok((!is_lit(page).await?).then_some(()))).await
}

async fn is_lit(page: &Page) -> Result<bool> {
    let picture = BASE64_STANDARD.encode(page.picture().await?);
    page.ask_with(IS_LIT, vec![picture.into()]).await
}

/// Starts the five stretches and goes on to a hold whose seconds are drawn.
async fn is_in_a_hold(visit: &Visit) -> Result<()> {
    visit.start_the_five().await?;
    session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
    is_drawn(visit.page()).await
}

/// Looks twice at what is drawn, some seconds apart.
async fn go_down(page: &Page) -> Result<()> {
    let before = page.picture().await?;
    sleep(Duration::from_secs(3)).await;
    let [digits, line, left] = differences(page, &before, &page.picture().await?).await?;
    assert!(digits.share > UNLIKE && left.share > UNLIKE, "they stand: {digits:?}, {left:?}");
    assert!(line.shift > 10.0, "the line stands still: {line:?}");
    Ok(())
}

async fn is_drawn(page: &Page) -> Result<()> {
    page.until("the seconds are drawn", "document.querySelector('[data-drawn]')").await
}

async fn differences(page: &Page, before: &[u8], after: &[u8]) -> Result<[Difference; 3]> {
    let pictures = [before, after].map(|it| BASE64_STANDARD.encode(it).into());
    page.ask_with(DIFFER, pictures.to_vec()).await
}
