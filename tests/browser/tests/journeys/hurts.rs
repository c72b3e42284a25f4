//! "This hurts": the session answers at once, and the next one remembers.

use limber_browser_tests::session::{self, PIRIFORMIS};
use limber_browser_tests::{Result, early};

use crate::accessibility::Report;
use crate::visit::{Outcome, Visit, first_journey, journey};

const HURTS: &str = "This hurts";

#[tokio::test]
async fn pain_down_the_leg_ends_the_session_with_advice_and_asks_again_next_time() -> Outcome {
    first_journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/check/1").await?;
        session::answers_no(page).await?;
        in_the_first_hold(visit).await?;
        page.press(HURTS).await?;
        page.sees("What does it feel like?").await?;
        // The signs are one tap away.
        page.sees("New loss of bowel control").await?;
        page.press("Down the leg, or further down").await?;
        page.sees("means stop for today").await?;
        report.examine(page, "advice").await?;
        assert!(!page.offers("Go on with less").await?, "it is no reason to go on");
        page.press("End the session").await?;
        page.has_heading("That counts too.").await?;
        page.sees("You stopped in time").await?;
        report.examine(page, "done, stopped in time").await?;
        page.press("Understood").await?;

        visit.open("#/routines/article-five").await?;
        page.sees("Instead of Piriformis stretch").await?;
        page.press("Start").await?;
        page.sees("1 of 9").await?;
        page.sees("You told of pain down a leg").await?;
        session::answers_no(page).await?;
        page.press("Start The five stretches").await?;
        session::has_started(page).await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn what_is_sharp_is_swapped_and_can_be_taken_back() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        in_the_first_hold(visit).await?;
        page.press(HURTS).await?;
        page.press("Sharp, stabbing or electric").await?;
        page.press("Do this instead: Seated figure four").await?;
        session::comes_to(page, "Seated figure four", "Get ready").await?;
        page.sees("Instead of Piriformis stretch").await?;
        report.examine(page, "player, something instead").await?;
        // It is the same after the page was away.
        page.reload().await?;
        page.press("Resume").await?;
        session::comes_to(page, "Seated figure four", "Get ready").await?;
        session::skip_to(page, "Figure four stretch (lying)", "Get ready").await?;
        session::skip_to_the_end(page).await?;

        visit.open("#/settings").await?;
        page.sees("Left out since").await?;
        report.examine(page, "settings, with what hurt").await?;
        page.press("Piriformis stretch (across the body): as before").await?;
        page.sees_not("Left out since").await?;
        page.press("Undo").await?;
        page.sees("Left out since").await?;
        page.press("Piriformis stretch (across the body): as before").await?;
        page.sees("is done as before again").await?;
        report.examine(page, "settings, as before again").await?;
        visit.open("#/routines/article-five").await?;
        page.sees_not("Instead of Piriformis stretch").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn what_is_sharp_does_not_come_again_in_the_session() -> Outcome {
    // The piriformis stretch, child's pose, and the piriformis stretch again.
    const TWICE: &str = "#/shared/1/Twice/1h30.1.1.5_3h20.1.1.5_1h30.1.1.5";
    journey(async |visit| {
        let page = visit.page();
        visit.open(TWICE).await?;
        page.press("Keep it").await?;
        page.press("Start").await?;
        session::skip_to(page, PIRIFORMIS, "Hold").await?;
        session::does_a_little(page).await?;
        page.press(HURTS).await?;
        page.press("Sharp, stabbing or electric").await?;
        page.press("Skip this movement").await?;
        session::comes_to(page, "Child's pose", "Get ready").await?;
        session::skip_to(page, "Child's pose", "Hold").await?;
        page.press("Skip").await?;
        page.has_heading("That counts.").await
    })
    .await
}

#[tokio::test]
async fn what_hurt_is_left_while_it_is_asked_whether_a_sleep_counts() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::SLEEP).await?;
        in_the_first_hold(visit).await?;
        let _: Option<bool> = page.ask("sleepFor(600 * 1000)").await?;
        page.sees("Your device slept for").await?;
        page.press(HURTS).await?;
        page.press("Sharp, stabbing or electric").await?;
        page.press("Skip this movement").await?;
        session::comes_to(page, "Figure four stretch (lying)", "Paused").await?;
        page.press("Resume").await?;
        session::comes_to(page, "Figure four stretch (lying)", "Get ready").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn a_pull_that_eases_goes_on_with_less() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        in_the_first_hold(visit).await?;
        let before = session::look(page).await?.secs()?;
        page.press(HURTS).await?;
        page.press("A strong pull or ache that eases off").await?;
        page.sees("The easier way: Keep the supporting foot on the floor").await?;
        page.press("Go on with less").await?;
        let after = session::comes_to(page, PIRIFORMIS, "Hold").await?.secs()?;
        assert!(after < before, "{before} s became {after} s");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_signs_are_one_press_away_in_the_player() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        in_the_first_hold(visit).await?;
        page.press("Safety").await?;
        session::comes_to(page, PIRIFORMIS, "Paused").await?;
        page.sees("Get emergency help now").await?;
        page.sees("Losing weight without trying").await?;
        report.examine(page, "player, the signs").await?;
        page.press("Close").await?;
        session::comes_to(page, PIRIFORMIS, "Hold").await?;
        report.close()
    })
    .await
}

/// In the first hold of the article's first stretch, for a second or more.
async fn in_the_first_hold(visit: &Visit) -> Result<()> {
    visit.start_the_five().await?;
    session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
    session::does_a_little(visit.page()).await
}
