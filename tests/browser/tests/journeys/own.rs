//! A routine of one's own: built by keyboard alone, shared as a link, looked at before it is kept.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Result, session};
use thirtyfour::prelude::ElementQueryable;
use thirtyfour::{By, Key};

use crate::accessibility::Report;
use crate::visit::{Outcome, SAVES, Visit, first_journey, journey};

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
        has_focus(page, "Knee rolls: less").await?;
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
        report.examine(page, "a routine removed").await?;
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
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/movements/childs-pose").await?;
        page.press("Leave it out").await?;
        visit.open(LINK).await?;
        page.sees("Instead of Child's pose").await?;
        report.examine(page, "shared, fitted").await?;
        for (link, why) in [
            ("#/shared/1/x/3h30.1.1", "does not know this movement"),
            ("#/shared/3/x", "newer Limber"),
            ("#/shared/%00%FF", "no routine in it"),
        ] {
            visit.open(link).await?;
            page.has_heading("This link cannot be used").await?;
            page.sees(why).await?;
        }
        report.examine(page, "a broken link").await?;
        report.close()
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

/// Adds a file whose text is `arguments[0]` to what the page asks for, when it asks.
const CHOOSES: &str = "const text = arguments[0]; \
    HTMLInputElement.prototype.click = function () { \
        const files = new DataTransfer(); \
        files.items.add(new File([text], 'routine.json', { type: 'application/json' })); \
        this.files = files.files; \
        this.dispatchEvent(new Event('change')); \
    }; \
    return true";

#[tokio::test]
async fn whatever_is_taken_out_comes_back_the_last_first() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/routines/article-five").await?;
        page.press("Make it your own").await?;
        page.press("Remove Arm circles").await?;
        page.press("Remove Child's pose").await?;
        page.sees("Child's pose is removed.").await?;
        page.press("Undo").await?;
        page.sees("Arm circles is removed.").await?;
        page.press("Undo").await?;
        page.sees("2. Arm circles").await?;
        page.sees("6. Child's pose").await?;
        page.sees_not("is removed").await
    })
    .await
}

#[tokio::test]
async fn a_movement_of_ones_own_is_written_down_led_through_and_shared() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/routines").await?;
        page.press("Build a routine").await?;
        page.has_heading("Change it").await?;
        page.press("Write down one of your own").await?;
        page.has_heading("A movement of your own").await?;
        page.focus("What is it called?").await?;
        let () = page.ask("document.activeElement.select()").await?;
        page.keys("Heel slide").await?;
        page.focus("How is it done? A line for each step").await?;
        page.keys("Lie on your back.\nSlide one heel away.").await?;
        page.press("Repetitions in place of a hold").await?;
        page.press("More of it").await?;
        page.press("Slower").await?;
        page.sees("9 repetitions").await?;
        page.sees("5 s").await?;
        report.examine(page, "a movement of one's own is written down").await?;
        page.press("Done").await?;
        page.sees("1. Heel slide").await?;
        page.press("Done").await?;
        page.sees("Heel slide").await?;
        page.ask::<bool>(SAVES).await?;
        page.press("Save it as a file").await?;
        page.until("a file is saved", "window.saved").await?;
        let file: String = page.ask("return window.saved").await?;
        let link: String = page.ask("return document.querySelector('input.link').value").await?;
        page.reload().await?;
        page.press("Start").await?;
        session::comes_to(page, "Heel slide", "Get ready").await?;
        page.sees("Slide one heel away.").await?;
        session::do_a_little(page).await?;
        session::ends(page).await?;
        visit.open("#/progress").await?;
        page.sees("Minutes a week for each muscle").await?;
        page.sees("Your own movements").await?;
        visit.open("#/movements").await?;
        page.focus("Search movements").await?;
        page.keys("heel").await?;
        page.press("Heel slide Your own, as you were shown").await?;
        page.has_heading("Heel slide").await?;
        page.sees("the safety check knows nothing of it").await?;
        report.examine(page, "a movement of one's own").await?;
        page.press("Change it").await?;
        page.press("Delete this movement").await?;
        page.sees("Heel slide is removed.").await?;
        page.press("Undo").await?;
        page.sees_not("Heel slide is removed.").await?;
        assert!(link.contains("#/shared/2/My%20routine/"), "{link}");
        assert!(file.contains("Slide one heel away."), "{file}");
        report.close()
    })
    .await
}

/// What the native tests read, too.
const LINK_WITH_MOVEMENT: &str =
    "#/shared/2/From%20the%20clinic/6t60_10007r8.5.0.2.10/10007r8.5.0.2.10/s10/Heel%20slide/Slide.";
const FILE: &str = include_str!("../../../stored/v1/limber-routine.json");

#[tokio::test]
async fn a_routine_with_somebodys_own_movement_arrives_by_link_and_as_a_file() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open(LINK_WITH_MOVEMENT).await?;
        page.sees("It holds movements that are not Limber’s").await?;
        page.sees("Heel slide").await?;
        visit.open("#/movements").await?;
        page.sees("44 movements").await?;
        visit.open("#/routines").await?;
        page.ask_with::<bool>(CHOOSES, vec!["no routine".into()]).await?;
        page.press("Open a routine from a file").await?;
        page.sees("This file holds no routine of Limber").await?;
        page.ask_with::<bool>(CHOOSES, vec![FILE.into()]).await?;
        page.press("Open a routine from a file").await?;
        page.sees("Somebody shared a routine with you").await?;
        page.press("Keep it").await?;
        page.sees("Share it as a link").await?;
        visit.open("#/movements").await?;
        page.sees("45 movements").await
    })
    .await
}

#[tokio::test]
async fn steps_are_dragged_to_other_places() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/shared/1/Three/1h30.1.1.5_3h20.1.1.5_12r6.4.0.1.0").await?;
        page.press("Keep it").await?;
        page.press("Change it").await?;
        page.sees("3. Knee rolls").await?;
        // It comes at some time, at the bottom, over what is there.
        page.sees("Limber now opens without a network too.").await?;
        page.is_still().await?;
        let handle =
            page.driver().query(By::Css(".own-step:nth-child(3) [data-handle]")).first().await?;
        let first = page.driver().query(By::Css(".own-step:nth-child(1)")).first().await?;
        page.driver()
            .action_chain()
            .move_to_element_center(&handle)
            .click_and_hold()
            .move_by_offset(0, -20)
            .move_to_element_with_offset(&first, 0, -40)
            .release()
            .perform()
            .await?;
        page.sees("1. Knee rolls").await?;
        page.sees("3. Child's pose").await?;
        page.reload().await?;
        page.sees("1. Knee rolls").await
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
