//! A routine of one's own: built by keyboard alone, shared as a link, looked at before it is kept.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Result, session};
use thirtyfour::Key;

use crate::accessibility::Report;
use crate::visit::{Outcome, Visit, first_journey, journey};

/// Piriformis stretch, both sides; child's pose.
const LINK: &str = "#/shared/1/From%20my%20physio/1h30.1.1.5_3h20.1.1.5";

#[tokio::test]
async fn a_routine_is_built_by_keyboard_alone_and_begun() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/routines").await?;
        goes_to(page, "Build a routine").await?;
        page.keys(Key::Enter).await?;
        page.has_heading("Change it").await?;
        goes_to(page, "Its name").await?;
        // Tab has marked what stood there.
        page.keys("Knees first").await?;
        goes_to(page, "Which movement?").await?;
        page.keys("Knee rolls").await?;
        goes_to(page, "Add").await?;
        page.keys(Key::Enter).await?;
        page.sees("1. Knee rolls").await?;
        goes_to(page, "Which movement?").await?;
        page.keys("Pelvic").await?;
        goes_to(page, "Add").await?;
        page.keys(Key::Enter).await?;
        page.sees("2. Pelvic tilt").await?;
        report.examine(page, "building").await?;
        goes_to(page, "Pelvic tilt: earlier").await?;
        page.keys(Key::Enter).await?;
        page.sees("1. Pelvic tilt").await?;
        has_focus(page, "Pelvic tilt: less").await?;
        goes_to(page, "Remove Knee rolls").await?;
        page.keys(Key::Enter).await?;
        page.sees("Knee rolls is removed.").await?;
        has_focus(page, "Undo").await?;
        page.keys(Key::Enter).await?;
        page.sees("2. Knee rolls").await?;
        goes_to(page, "Done").await?;
        page.keys(Key::Enter).await?;
        page.has_heading("Knees first").await?;
        report.examine(page, "a routine of one's own").await?;
        page.reload().await?;
        goes_to(page, "Start").await?;
        page.keys(Key::Enter).await?;
        session::comes_to(page, "Pelvic tilt", "Get ready").await?;
        session::does_a_little(page).await?;
        visit.open("").await?;
        page.sees("Knees first").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn a_shared_link_is_looked_at_in_a_fresh_profile_and_kept() -> Outcome {
    first_journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open(LINK).await?;
        page.has_heading("From my physio").await?;
        page.sees("30 s each side").await?;
        let kept: Option<String> = page.stored("limber.routines").await?;
        assert_eq!(kept, None, "looking kept something");
        report.examine(page, "shared").await?;
        page.press("Keep it").await?;
        page.sees("Share it as a link").await?;
        let link: String = page.ask("return document.querySelector('input.link').value").await?;
        assert!(link.ends_with(LINK), "{link}");
        page.press("Show it as a QR code").await?;
        page.until("there is a code", "document.querySelector('.square-code path')").await?;
        report.examine(page, "shared as a code").await?;
        // The safety check comes first, and then this.
        page.press("Start").await?;
        session::answers_no(page).await?;
        page.press("Start From my physio").await?;
        page.sees("Get ready").await?;
        page.press("End").await?;
        page.press("End session").await?;
        visit.open("#/routines").await?;
        page.press("From my physio").await?;
        page.press("Delete it").await?;
        page.sees("From my physio is removed.").await?;
        page.press("Undo").await?;
        page.press("From my physio").await?;
        page.has_heading("From my physio").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn a_shared_link_keeps_to_what_suits_and_a_broken_one_says_so() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/movements/childs-pose").await?;
        page.press("Leave it out").await?;
        visit.open(LINK).await?;
        page.sees("Instead of Child's pose").await?;
        for (link, why) in [
            ("#/shared/1/x/3h30.1.1", "does not know this movement"),
            ("#/shared/2/x", "newer Limber"),
            ("#/shared/%00%FF", "no routine in it"),
        ] {
            visit.open(link).await?;
            page.has_heading("This link cannot be used").await?;
            page.sees(why).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_home_programme_is_printed_with_its_figures() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/routines/five-short-start").await?;
        page.ask::<bool>("window.print = () => { window.printed = true }; return true").await?;
        page.press("Print it as a home programme").await?;
        page.until("it is printed", "window.printed").await?;
        let shown: usize =
            page.ask("return document.querySelectorAll('.programme .exercise svg').length").await?;
        assert_eq!(shown, 6, "figures on paper");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_ready_routine_can_be_made_ones_own() -> Outcome {
    journey(async |visit: &mut Visit| {
        let page = visit.page();
        visit.open("#/routines/article-five").await?;
        page.press("Make it your own").await?;
        page.has_heading("Change it").await?;
        page.press("Child's pose: more").await?;
        page.sees("2 × 35 s").await?;
        page.press("Child's pose: more rest").await?;
        page.sees("Rest 10 s").await?;
        page.press("Piriformis stretch (across the body), sides: Both").await?;
        page.sees("30 s on the left only").await?;
        page.press("Done").await?;
        page.has_heading("The five stretches, my way").await
    })
    .await
}

/// What has the focus, by its name.
const AT: &str = "const it = document.activeElement; \
    return (it?.ariaLabel || it?.labels?.[0]?.innerText || it?.innerText || '').trim()";

async fn has_focus(page: &Page, name: &str) -> Result<()> {
    page.wait(&format!("“{name}” has the focus"), async || {
        let at: String = page.ask(AT).await?;
        Ok((at == name).then_some(()))
    })
    .await
}

/// Moves the focus there with Tab alone.
async fn goes_to(page: &Page, name: &str) -> Result<()> {
    for _ in 0..160 {
        let at: String = page.ask(AT).await?;
        if at == name {
            return Ok(());
        }
        page.keys(Key::Tab).await?;
    }
    limber_browser_tests::bail!("Tab does not come to “{name}”")
}
