//! The article's routine from settings to history.

use limber_browser_tests::Result;
use limber_browser_tests::page::Page;
use limber_browser_tests::session::{self, PIRIFORMIS, WARM_UP};

use crate::visit::{Outcome, journey};

/// The buttons that make lengths shorter, and how often each is pressed. What is to be seen stays for some
/// seconds, since the machine may stand still for as long.
const SHORTER: [(&str, u32); 3] =
    [("Less time to get ready", 4), ("Shorter holds and movements", 3), ("Shorter rests", 4)];
const FIGURE_FOUR: &str = "Figure four stretch (lying)";
const LAST: &str = "Quadratus lumborum side stretch (seated)";

#[tokio::test]
async fn a_person_finishes_the_articles_routine() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        page.press("Settings").await?;
        shorten(page).await?;

        page.press("Routines").await?;
        page.press("The five stretches").await?;
        page.press("Start").await?;
        session::comes_to(page, WARM_UP, "Keep moving").await?;
        let first = session::skip_to_side(page, PIRIFORMIS, "Hold", "Left side").await?;
        session::comes_to_side(page, PIRIFORMIS, "Change sides", "Right side").await?;
        let second = session::comes_to_side(page, PIRIFORMIS, "Hold", "Right side").await?;
        assert_eq!((first.secs()?, second.secs()?), (8, 8), "both sides are held equally long");

        session::comes_to(page, FIGURE_FOUR, "Hold").await?;
        a_pause_costs_no_time(page).await?;

        page.press("List").await?;
        page.press(LAST).await?;
        session::comes_to_side(page, LAST, "Hold", "Left side").await?;
        session::comes_to_side(page, LAST, "Change sides", "Right side").await?;
        session::comes_to_side(page, LAST, "Hold", "Right side").await?;
        page.has_heading("That counts.").await?;
        page.press("Just right").await?;
        page.sees("Same again is a good plan.").await?;

        page.reload().await?;
        page.press("Progress").await?;
        page.press("All sessions").await?;
        page.sees("The five stretches").await?;
        page.sees("done in full · Just right").await?;
        let movements: String =
            page.ask("return document.querySelector('summary').innerText").await?;
        page.press(&movements).await?;
        assert_eq!(time_of(page, PIRIFORMIS).await?, "Left 8 s, right 8 s");
        Ok(())
    })
    .await
}

async fn shorten(page: &Page) -> Result<()> {
    for (name, times) in SHORTER {
        for _ in 0..times {
            page.press(name).await?;
        }
    }
    page.sees("a hold of 30 s takes 8 s").await
}

async fn a_pause_costs_no_time(page: &Page) -> Result<()> {
    page.press("Pause").await?;
    page.sees("Paused").await?;
    let before = session::look(page).await?;
    let _: u32 = page.ask("return new Promise((done) => setTimeout(done, 1500, 0))").await?;
    assert_eq!(session::look(page).await?, before, "time stands still");
    page.press("Resume").await?;
    let after = session::comes_to(page, FIGURE_FOUR, "Hold").await?;
    assert!(before.secs()? - after.secs()? <= 1, "{before:?} went on as {after:?}");
    Ok(())
}

/// What the history says of one movement.
async fn time_of(page: &Page, movement: &str) -> Result<String> {
    page.ask_with(
        "return [...document.querySelectorAll('details[open] dt')] \
            .find((it) => it.innerText === arguments[0])?.nextElementSibling.innerText ?? ''",
        vec![movement.into()],
    )
    .await
}
