//! The safety check: what is answered decides what begins, and what it holds.

use std::time::Duration;

use limber_browser_tests::Result;
use limber_browser_tests::page::Page;
use limber_browser_tests::places::where_it_is_ten;
use limber_browser_tests::session;

use crate::accessibility::Report;
use crate::visit::{Outcome, Visit, first_journey, journey};

const SEEN: &str = "I have been seen about this, and may exercise";
const AGREED: &str = "A clinician said that I may do gentle exercise";
const YES: &str = "Yes, or not sure";

#[tokio::test]
async fn a_first_session_begins_after_nine_times_no() -> Outcome {
    first_journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/routines/desk-reset-2").await?;
        page.press("Start").await?;
        page.sees("1 of 9").await?;
        report.examine(page, "a question").await?;
        visit.open("#/check").await?;
        page.sees("Nine short questions").await?;
        report.examine(page, "unanswered").await?;
        visit.open("#/routines/desk-reset-2").await?;
        page.press("Start").await?;
        session::answers_no(page).await?;
        page.has_heading("Good to go, with care").await?;
        report.examine(page, "good to go").await?;
        page.press("Start Two-minute desk reset").await?;
        page.sees("Get ready").await?;
        page.reload().await?;
        // It is not asked again.
        visit.open("#/routines/desk-reset-2").await?;
        page.press("Start").await?;
        page.sees("Get ready").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn an_emergency_keeps_sessions_closed_until_one_has_been_seen() -> Outcome {
    first_journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("").await?;
        page.press("Start").await?;
        page.press(YES).await?;
        page.press("New loss of bowel control, or not feeling when you need to go").await?;
        report.examine(page, "which").await?;
        page.press("Next").await?;
        page.has_heading("Get help now").await?;
        page.sees("112, 911, 999 or 000").await?;
        report.examine(page, "go now").await?;
        page.reload().await?;
        is_closed(visit, &mut report).await?;

        visit.open("#/check").await?;
        page.press(SEEN).await?;
        // What the emergency cut short is asked now, and from there on.
        page.sees("2 of 9").await?;
        page.reload().await?;
        page.sees("2 of 9").await?;
        session::answers_no(page).await?;
        page.has_heading("Good to go, with care").await?;
        page.sees("A clinician has seen it.").await?;
        visit.open("#/routines/desk-reset-2").await?;
        page.press("Start").await?;
        page.sees("Get ready").await?;
        report.close()
    })
    .await
}

/// Nothing can be started anywhere.
async fn is_closed(visit: &Visit, report: &mut Report) -> Result<()> {
    let page = visit.page();
    for hash in ["", "#/routines/article-five", "#/made"] {
        visit.open(hash).await?;
        page.sees("no session starts").await?;
        assert!(!page.offers("Start").await?, "{hash} offers Start");
        report.examine(page, &format!("closed {hash}")).await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_wants_a_clinician_first_keeps_sessions_closed_until_one_has_agreed() -> Outcome {
    first_journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/check/1").await?;
        answers(page, 4).await?;
        ticks(page, "Losing weight without trying").await?;
        session::answers_no(page).await?;
        page.has_heading("Talk to someone first").await?;
        page.sees("Talk to someone within the next days.").await?;
        report.examine(page, "talk first").await?;
        page.ask::<bool>("window.print = () => { window.printed = true }; return true").await?;
        page.press("Print a note to take along").await?;
        page.until("the note is printed", "window.printed").await?;
        is_closed(visit, &mut report).await?;
        visit.open("#/check").await?;
        page.press(AGREED).await?;
        page.has_heading("Good to go, with care").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn a_hip_replacement_changes_routines_and_they_say_so() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("#/check").await?;
        page.press("Answer again").await?;
        answers(page, 7).await?;
        ticks(page, "Hip replacement, from the back").await?;
        session::answers_no(page).await?;
        page.sees("movements are left out").await?;

        visit.open("").await?;
        page.sees("Fitted to you").await?;
        page.sees_not("Figure four stretch (lying)").await?;
        report.examine(page, "today, fitted").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("Fitted to you").await?;
        page.sees("Instead of Figure four stretch (lying)").await?;
        report.examine(page, "routine, fitted").await?;
        page.press("Start").await?;
        session::has_started(page).await?;
        session::skip_to(page, "Glute bridge", "Get ready").await?;
        page.sees("Instead of Piriformis stretch").await?;
        // It is the same after the page was away.
        page.reload().await?;
        page.press("Resume").await?;
        assert_eq!(session::look(page).await?.movement, "Glute bridge");

        visit.open("#/movements/figure-four-stretch").await?;
        page.sees("Not for you now").await?;
        report.examine(page, "movement, not for one").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn an_open_session_does_not_go_on_with_what_is_forbidden_by_now() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.start_the_five().await?;
        session::skip_to(page, session::WARM_UP, "Keep moving").await?;
        session::does_a_little(page).await?;
        session::skip_to(page, session::PIRIFORMIS, "Get ready").await?;
        page.press("Pause").await?;
        // As a backup of another device would bring it.
        page.ask::<bool>(
            "const kept = JSON.parse(localStorage.getItem('limber.screening')); \
             kept.yes = ['hip-replacement-back']; \
             localStorage.setItem('limber.screening', JSON.stringify(kept)); return true",
        )
        .await?;
        visit.open("").await?;
        page.reload().await?;
        page.has_heading("Ready when you are.").await?;
        assert!(!page.offers("Resume").await?, "it would go on with the piriformis stretch");
        visit.open("#/history").await?;
        page.sees("The five stretches").await
    })
    .await
}

#[tokio::test]
async fn an_emergency_that_another_tab_answers_ends_what_is_open() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.start_the_five().await?;
        session::skip_to(page, session::WARM_UP, "Keep moving").await?;
        session::does_a_little(page).await?;
        page.press("Pause").await?;
        visit.open("").await?;
        page.sees("Resume").await?;
        page.ask::<bool>(
            "const kept = JSON.parse(localStorage.getItem('limber.screening')); \
             kept.yes = ['e-chest']; \
             localStorage.setItem('limber.screening', JSON.stringify(kept)); \
             dispatchEvent(new StorageEvent('storage', { key: 'limber.screening' })); return true",
        )
        .await?;
        page.sees("no session starts").await?;
        page.sees_not("Resume").await?;
        visit.open("#/history").await?;
        page.sees("The five stretches").await
    })
    .await
}

#[tokio::test]
async fn pain_told_before_a_session_that_jumps_has_the_questions_asked_first() -> Outcome {
    first_journey(async |visit| {
        let page = visit.page();
        // In the evening another routine comes next.
        page.be_in(&where_it_is_ten()).await?;
        visit.open("#/check/1").await?;
        session::answers_no(page).await?;
        visit.open("").await?;
        page.press("2").await?;
        page.press("Start").await?;
        session::has_started(page).await?;
        session::skip_to(page, session::WARM_UP, "Keep moving").await?;
        session::does_a_little(page).await?;
        page.press("Pause").await?;
        session::ends(page).await?;
        page.press("Today").await?;
        page.press("8").await?;
        page.press("Start").await?;
        page.sees("Your pain has gone up by three or more").await?;
        // Nobody answers nine questions within the second in which they have told of their pain.
        tokio::time::sleep(Duration::from_secs(1)).await;
        session::answers_no(page).await?;
        page.press("Start Two-minute desk reset").await?;
        page.sees("Get ready").await?;
        visit.open("").await?;
        page.sees("Resume").await
    })
    .await
}

#[tokio::test]
async fn pain_that_jumps_has_the_questions_asked_again() -> Outcome {
    first_journey(async |visit| {
        let page = visit.page();
        visit.open("#/check/1").await?;
        session::answers_no(page).await?;
        visit.open("").await?;
        page.press("2").await?;
        page.press("Start").await?;
        session::has_started(page).await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        session::does_a_little(page).await?;
        session::ends(page).await?;
        page.press("5").await?;
        page.sees("Noted.").await?;
        visit.open("#/routines/desk-reset-2").await?;
        page.press("Start").await?;
        page.sees("1 of 9").await?;
        page.sees("Your pain has gone up by three or more").await
    })
    .await
}

/// Answers so many questions with no.
async fn answers(page: &Page, count: usize) -> Result<()> {
    for _ in 0..count {
        session::answers_no_once(page).await?;
    }
    Ok(())
}

/// Answers the question at hand with yes, and ticks that.
async fn ticks(page: &Page, what: &str) -> Result<()> {
    page.press(YES).await?;
    page.press(what).await?;
    page.press("Next").await
}
