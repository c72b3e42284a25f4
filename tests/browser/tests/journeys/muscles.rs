//! One points at a muscle, or picks it from a list, and finds what it does and the movements for it.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Context, Result, bail};
use serde_json::json;

use crate::visit::{Outcome, journey};

#[tokio::test]
async fn a_muscle_that_is_touched_says_what_it_is_and_leads_to_its_movements() -> Outcome {
    journey(async |visit| {
        visit.open("#/muscles").await?;
        touch(visit.page(), "#/muscles/gluteus-maximus").await?;
        visit.page().has_heading("Gluteus maximus").await?;
        visit.page().sees("It takes the thigh backwards").await?;
        visit.page().sees("Mainly for it").await?;
        visit.page().press("Figure four stretch (lying)").await?;
        visit.page().has_heading("Figure four stretch (lying)").await?;
        visit.page().press("Piriformis and deep hip rotators").await?;
        visit.page().has_heading("Piriformis and deep hip rotators").await?;
        visit.page().press("All muscles").await?;
        visit.page().press("Hamstrings").await?;
        visit.page().has_heading("Hamstrings").await
    })
    .await
}

#[tokio::test]
async fn movements_are_found_by_a_muscle() -> Outcome {
    journey(async |visit| {
        visit.open("#/movements").await?;
        visit.page().sees("44 movements").await?;
        visit.page().press("Find on the body").await?;
        touch(visit.page(), "#/movements/for/calves").await?;
        visit.page().has_heading("Movements for the calves").await?;
        visit.page().sees("6 movements").await?;
        visit.page().focus("Search movements").await?;
        visit.page().keys("wall").await?;
        visit.page().sees("1 movement").await?;
        visit.page().press("All movements").await?;
        visit.page().sees("44 movements").await
    })
    .await
}

/// Touches the muscle on the body that leads to `address`, in its middle.
async fn touch(page: &Page, address: &str) -> Result<()> {
    let script = "const muscle = document.querySelector(`.body-map a[href='${arguments[0]}'] path`); \
        muscle.scrollIntoView({block: 'center'}); \
        const {left, top, width, height} = muscle.getBoundingClientRect(); \
        return [left + width / 2, top + height / 2]";
    page.wait("the muscle is there", async || {
        let is_there: bool = page
            .ask_with(
                "return !!document.querySelector(`.body-map a[href='${arguments[0]}']`)",
                vec![json!(address)],
            )
            .await?;
        Ok(is_there.then_some(()))
    })
    .await?;
    page.is_still().await?;
    let at: Vec<f64> = page.ask_with(script, vec![json!(address)]).await?;
    let [x, y] = at[..] else { bail!("the muscle has no place") };
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
        page.driver()
            .cdp()
            .send_raw("Input.dispatchMouseEvent", event)
            .await
            .context("no mouse")?;
    }
    Ok(())
}
