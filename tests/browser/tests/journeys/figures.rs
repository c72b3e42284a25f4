//! The figure shows how a movement goes, from any side, for either leg, and stays still for those who
//! want that.

use std::time::Duration;

use limber_browser_tests::figure_sheet::unlike;
use limber_browser_tests::page::Page;
use limber_browser_tests::session::{self, PIRIFORMIS};
use limber_browser_tests::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::By;
use thirtyfour::prelude::ElementQueryable;
use tokio::time::sleep;

use crate::visit::{Outcome, Visit, journey};

const MOVEMENT: &str = "#/movements/figure-four-stretch";
/// What is drawn, without what it stands in: by the page, or on a canvas over that.
const PICTURE: &str = "return (() => { \
    const figure = document.querySelector('.figure.is-large, .figure.is-guide'); \
    const canvas = figure?.matches('[data-on-canvas]') && figure.querySelector('canvas'); \
    const side = figure?.matches('[data-mirrored]') ? 'mirrored ' : ''; \
    if (!canvas) return side + (figure?.querySelector('svg')?.innerHTML ?? ''); \
    const copy = Object.assign(document.createElement('canvas'), { width: 300, height: 200 }); \
    copy.getContext('2d').drawImage(canvas, 0, 0, 300, 200); \
    return copy.toDataURL(); \
})()";
/// Whether it is drawn on the canvas.
const ON_CANVAS: &str = "document.querySelector('[data-on-canvas] canvas')";
/// Whether nothing moves.
const STILL: &str = "!document.querySelector('.figure[data-moving]')";
/// Writes down what the page asks of the worker that draws the figure. Another one counts the seconds down.
const NOTE_ORDERS: &str = "window.orders = []; const post = Worker.prototype.postMessage; \
    Worker.prototype.postMessage = function (message, ...more) { \
        if (typeof message[0] === 'string' && !['count', 'flash'].includes(message[0])) orders.push(message[0]); \
        post.call(this, message, ...more); \
    }";

#[tokio::test]
async fn a_figure_plays_turns_and_shows_the_other_side() -> Outcome {
    journey(async |visit| {
        visit.open(MOVEMENT).await?;
        let held = picture(visit.page()).await?;
        visit.page().press("Turn left").await?;
        let turned = other_than(visit.page(), &held).await?;
        visit.page().press("As it was").await?;
        visit
            .page()
            .wait("it is as it was", async || {
                Ok((picture(visit.page()).await? == held).then_some(()))
            })
            .await?;
        visit.page().press("Left side").await?;
        let mirrored = other_than(visit.page(), &held).await?;
        assert_eq!(mirrored.replace("mirrored ", ""), held, "the mirror shows something else");
        visit.page().press("Right side").await?;
        visit.page().press("Show how").await?;
        let on_the_way = other_than(visit.page(), &held).await?;
        assert_ne!(on_the_way, turned);
        visit
            .page()
            .wait("it ends in the hold", async || {
                Ok((picture(visit.page()).await? == held).then_some(()))
            })
            .await
    })
    .await
}

#[tokio::test]
async fn a_figure_that_plays_can_be_paused_and_goes_on() -> Outcome {
    journey(async |visit| {
        // It moves for as long as one looks.
        visit.open("#/movements/cat-cow").await?;
        let still = picture(visit.page()).await?;
        visit.page().press("Show how").await?;
        other_than(visit.page(), &still).await?;
        visit.page().press("Pause").await?;
        visit.page().is_still().await?;
        let (paused, before) = (picture(visit.page()).await?, moment(visit.page()).await?);
        sleep(Duration::from_millis(600)).await;
        assert_eq!(picture(visit.page()).await?, paused, "it goes on");
        visit.page().press("Show how").await?;
        other_than(visit.page(), &paused).await?;
        visit.page().press("Turn left").await?;
        assert!(visit.page().offers("Pause").await?, "turning it has stopped it");
        visit
            .page()
            .wait("the slider goes along", async || {
                Ok((moment(visit.page()).await? != before).then_some(()))
            })
            .await
    })
    .await
}

#[tokio::test]
async fn who_holds_a_pose_in_the_player_breathes_until_the_pause() -> Outcome {
    journey(async |visit| {
        visit.open("#/routines/article-five").await?;
        visit.page().press("Start").await?;
        session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
        // The way into the pose is over.
        sleep(Duration::from_secs(5)).await;
        visit.page().until("a worker draws it", ON_CANVAS).await?;
        let before = picture(visit.page()).await?;
        other_than(visit.page(), &before).await?;
        want_little_motion(visit.page(), "reduce").await?;
        visit.page().until("it is still", STILL).await?;
        want_little_motion(visit.page(), "no-preference").await?;
        visit.page().until("a worker draws it again", ON_CANVAS).await?;
        visit.page().press("Pause").await?;
        visit.page().sees("Paused").await?;
        let paused = picture(visit.page()).await?;
        sleep(Duration::from_secs(2)).await;
        ensure!(picture(visit.page()).await? == paused, "it breathes on");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_worker_draws_is_what_the_page_would() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/movements/cat-cow").await?;
        picture(page).await?;
        page.press("Show how").await?;
        page.until("a worker draws it", ON_CANVAS).await?;
        let figure = page.driver().query(By::Css(".figure.is-large")).first().await?;
        page.wait("both look the same", async || {
            page.press_if_there("Show how").await?;
            page.until("a worker draws it", ON_CANVAS).await?;
            let drawn = figure.screenshot_as_png().await?;
            page.press("Pause").await?;
            page.until("the page draws it", &format!("!{ON_CANVAS}")).await?;
            let share = unlike(&drawn, &figure.screenshot_as_png().await?)?;
            // It has moved on a little meanwhile.
            Ok((share < 0.02).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_figure_goes_on_without_the_page_once_all_of_it_was_drawn() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        plays_alone(visit).await?;
        let (before, asked) = (picture(page).await?, orders(page).await?);
        sleep(Duration::from_secs(1)).await;
        ensure!(picture(page).await? != before, "it stands still");
        ensure!(orders(page).await? == asked, "the page goes on with it");
        page.press("Pause").await?;
        page.until("the page draws it", &format!("!{ON_CANVAS}")).await?;
        let paused = orders(page).await?.len();
        page.press("Show how").await?;
        page.until("a worker draws it", ON_CANVAS).await?;
        sleep(Duration::from_secs(1)).await;
        let again = orders(page).await?.split_off(paused);
        ensure!(again == ["lay", "play"], "what was drawn is drawn again: {again:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_figure_rests_while_nobody_sees_it() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        plays_alone(visit).await?;
        let (seen, tab) = (orders(page).await?.len(), page.driver().window().await?);
        let other = page.driver().new_tab().await?;
        page.driver().switch_to_window(other).await?;
        sleep(Duration::from_secs(1)).await;
        page.driver().switch_to_window(tab).await?;
        page.wait("it plays again", async || {
            let since = orders(page).await?.split_off(seen);
            Ok((since == ["rest", "play"]).then_some(()))
        })
        .await
    })
    .await
}

/// Somebody looks at a figure of which the worker has all that there is.
async fn plays_alone(visit: &Visit) -> Result<()> {
    let page = visit.page();
    page.before_each_page(NOTE_ORDERS).await?;
    visit.open("#/movements/cat-cow").await?;
    picture(page).await?;
    page.press("Show how").await?;
    page.wait("the page has drawn all of it", async || {
        Ok((orders(page).await?.last().is_some_and(|it| it == "play")).then_some(()))
    })
    .await
}

#[tokio::test]
async fn the_keyboard_turns_a_figure() -> Outcome {
    journey(async |visit| {
        visit.open(MOVEMENT).await?;
        let held = picture(visit.page()).await?;
        let _: Option<bool> =
            visit.page().ask("document.querySelector('.figure.is-large').focus()").await?;
        visit.page().keys(thirtyfour::Key::Left).await?;
        other_than(visit.page(), &held).await?;
        visit.page().keys(thirtyfour::Key::Home).await?;
        visit
            .page()
            .wait("it is as it was", async || {
                Ok((picture(visit.page()).await? == held).then_some(()))
            })
            .await
    })
    .await
}

#[tokio::test]
async fn a_figure_says_what_it_shows() -> Outcome {
    journey(async |visit| {
        visit.open(MOVEMENT).await?;
        picture(visit.page()).await?;
        let said: String =
            visit.page().ask("return document.querySelector('.figure.is-large').ariaLabel").await?;
        assert!(said.contains("ankle"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn in_the_player_a_figure_is_that_of_the_side_at_hand() -> Outcome {
    journey(async |visit| {
        visit.start_the_five().await?;
        for (doing, side, is_mirrored) in [("Hold", "Left side", true), ("Hold", "Right side", false)] {
            session::skip_to_side(visit.page(), PIRIFORMIS, doing, side).await?;
            let is_flipped = "Boolean(document.querySelector('.figure.is-guide[data-mirrored]'))";
            visit
                .page()
                .until("the figure works that side", &format!("document.querySelector('.figure.is-guide svg') && {is_flipped} === {is_mirrored}"))
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn with_little_motion_two_pictures_stand_still() -> Outcome {
    journey(async |visit| {
        want_little_motion(visit.page(), "reduce").await?;
        visit.open(MOVEMENT).await?;
        picture(visit.page()).await?;
        visit.page().press("Show how").await?;
        visit
            .page()
            .until(
                "there are two",
                "document.querySelectorAll('.figure.is-large svg').length === 2",
            )
            .await?;
        let before = picture(visit.page()).await?;
        visit.page().is_still().await?;
        assert_eq!(picture(visit.page()).await?, before);
        Ok(())
    })
    .await
}

async fn want_little_motion(page: &Page, wish: &str) -> Result<()> {
    let calm = json!({ "features": [{ "name": "prefers-reduced-motion", "value": wish }] });
    page.driver().cdp().send_raw("Emulation.setEmulatedMedia", calm).await?;
    Ok(())
}

/// What the page has asked of its worker so far.
async fn orders(page: &Page) -> Result<Vec<String>> {
    page.ask("return orders").await
}

/// Where the slider is.
async fn moment(page: &Page) -> Result<String> {
    page.ask("return document.querySelector('input[type=range]').value").await
}

/// What is drawn, once it is.
async fn picture(page: &Page) -> Result<String> {
    page.wait("there is a figure", async || {
        let picture: String = page.ask(PICTURE).await?;
        Ok((!picture.is_empty()).then_some(picture))
    })
    .await
    .context("no figure")
}

async fn other_than(page: &Page, before: &str) -> Result<String> {
    page.wait("another picture is there", async || {
        let now = picture(page).await?;
        Ok((now != before).then_some(now))
    })
    .await
}
