//! Pain is told before, after and on the days after, and decides how much comes next.

use limber_browser_tests::page::Page;
use limber_browser_tests::session::{self, PIRIFORMIS};
use limber_browser_tests::{Result, early};

use crate::accessibility::Report;
use crate::visit::{Outcome, Visit, journey};

/// What was pointed at is chosen beside it too.
const CHOSEN: &str = "[...document.querySelectorAll('[name=pain-site], [name=pain-flank]')] \
    .filter((it) => it.checked).map((it) => it.labels[0].innerText).join() === 'Buttock,Left'";

const TOMORROW: &str = "sleepFor(86400 * 1000)";

/// The answers to the safety check are of just now.
const CHECKED_NOW: &str = "const answers = JSON.parse(localStorage.getItem('limber.screening')); \
    answers.given = [Math.floor(Date.now() / 1000), 0]; \
    localStorage.setItem('limber.screening', JSON.stringify(answers))";

#[tokio::test]
async fn after_all_the_steps_of_a_level_settings_offer_the_next_one() -> Outcome {
    const AT_TOP: &str = r#"{"auto":true,"because":null,"changed":null,"step":6,"v":1}"#;
    journey(async |visit| {
        let page = visit.page();
        let progress = ("limber.progress".to_owned(), AT_TOP.to_owned());
        visit.has_kept(&vec![progress]).await?;
        visit.open("#/settings").await?;
        page.press("Beginner").await?;
        page.press("Go on at the intermediate level").await?;
        page.sees("As routines say").await?;
        page.sees_not("Go on at the").await?;
        page.reload().await?;
        let chosen = "document.querySelector('input[name=level]:checked')?.parentElement.innerText.trim() === 'Intermediate'";
        page.until("the level is chosen", chosen).await
    })
    .await
}

#[tokio::test]
async fn after_the_least_of_a_level_the_rule_takes_the_easier_one_and_says_so() -> Outcome {
    const LEAST: &str = r#"{"auto":true,"because":null,"changed":null,"step":-2,"v":1}"#;
    journey(async |visit| {
        let page = visit.page();
        let progress = ("limber.progress".to_owned(), LEAST.to_owned());
        visit.has_kept(&vec![progress]).await?;
        visit.open("").await?;
        page.press("3").await?;
        a_session(visit).await?;
        page.press("6").await?;
        page.sees("Noted. It decides how much comes next.").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("A step back, since your last session raised pain by 3. Now: beginner level, 1 step back.")
            .await?;
        page.press("Change").await?;
        page.sees("1 step back").await?;
        // It is theirs to say otherwise.
        page.press("Intermediate").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("20 s each side").await
    })
    .await
}

#[tokio::test]
async fn a_session_that_raised_pain_is_followed_by_less_and_says_so() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("").await?;
        page.press("3").await?;
        report.examine(page, "today, with pain").await?;
        a_session(visit).await?;
        page.press("5").await?;
        page.sees("Noted. It decides how much comes next.").await?;
        page.press("Point at it on a body, seen from the back").await?;
        page.ask::<bool>("document.querySelector('.zone.is-buttock.is-left').click(); return true")
            .await?;
        page.until("the left is chosen", CHOSEN).await?;
        report.examine(page, "done, with pain").await?;

        page.reload().await?;
        visit.open("#/history").await?;
        page.sees("Pain: 3 before, 5 after, – the next day").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("A step back").await?;
        // The article says 30 s.
        page.sees("20 s each side").await?;
        report.examine(page, "a routine, a step back").await?;

        visit.open("#/settings").await?;
        page.sees("1 step back").await?;
        page.press("More").await?;
        page.sees("As routines say").await?;
        report.examine(page, "settings").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("30 s each side").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn on_the_days_after_one_question_is_asked_once() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        visit.open("").await?;
        page.press("3").await?;
        a_session(visit).await?;
        page.before_each_page(early::SLEEP).await?;
        page.before_each_page(TOMORROW).await?;
        visit.open("#/").await?;
        page.reload().await?;
        page.sees("How is your pain after yesterday").await?;
        report.examine(page, "today, the next day").await?;
        page.press("Not now").await?;
        page.sees_not("How is your pain after yesterday").await?;
        page.reload().await?;
        page.sees_not("How is your pain after yesterday").await?;
        page.ask::<Option<bool>>("localStorage.removeItem('limber.put-off')").await?;
        page.reload().await?;
        // A finger on the wrong number is put right, and changes nothing for good.
        page.press("9").await?;
        page.sees("Noted: pain 9.").await?;
        stands_at(page, -1).await?;
        page.press("3").await?;
        page.sees("Noted: pain 3.").await?;
        stands_at(page, 0).await?;
        report.examine(page, "today, the next day told").await?;
        page.press("4").await?;
        page.sees("Noted: pain 4.").await?;
        stands_at(page, -1).await?;
        page.reload().await?;
        page.sees_not("How is your pain after yesterday").await?;
        visit.open("#/routines/article-five").await?;
        page.sees("A step back").await?;

        page.ask::<Option<bool>>(CHECKED_NOW).await?;
        page.before_each_page(TOMORROW).await?;
        visit.open("#/").await?;
        page.reload().await?;
        page.sees("How is your pain, two days after your last session?").await?;
        page.press("5").await?;
        page.sees("Noted: pain 5.").await?;
        stands_at(page, -1).await?;
        visit.open("#/history").await?;
        page.sees("4 the next day, 5 two days after").await?;
        visit.open("#/routines/article-five").await?;
        page.press("Start").await?;
        page.sees("Your pain has stayed raised. The questions come first again.").await?;
        report.examine(page, "the safety check, since pain stayed").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn pain_belongs_to_the_session_before_which_it_was_told() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        page.press("3").await?;
        page.press("Start").await?;
        session::has_started(page).await?;
        session::skip_to(page, session::WARM_UP, "Keep moving").await?;
        session::does_a_little(page).await?;
        page.press("Pause").await?;
        visit.open("").await?;
        page.reload().await?;
        page.sees("Resume").await?;
        // Another one begins in its place.
        page.press("6").await?;
        page.press("Start").await?;
        session::has_started(page).await?;
        session::skip_to(page, session::WARM_UP, "Keep moving").await?;
        session::does_a_little(page).await?;
        page.press("End").await?;
        page.press("End session").await?;
        page.has_heading("That counts too.").await?;
        visit.open("#/history").await?;
        page.sees("Pain: 3 before").await?;
        page.sees("Pain: 6 before").await
    })
    .await
}

#[tokio::test]
async fn a_break_from_the_desk_does_not_hide_the_session_of_the_day_before() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        a_session(visit).await?;
        page.before_each_page(early::SLEEP).await?;
        page.before_each_page(TOMORROW).await?;
        visit.open("#/routines/desk-reset-2").await?;
        page.reload().await?;
        page.press("Start").await?;
        page.sees("Get ready").await?;
        page.press("Skip").await?;
        session::does_a_little(page).await?;
        page.press("End").await?;
        page.press("End session").await?;
        page.press("5").await?;
        page.sees("Noted.").await?;
        page.sees_not("It decides how much comes next").await?;
        page.press("Today").await?;
        page.sees("How is your pain after yesterday").await
    })
    .await
}

/// Waits until that many steps are kept.
async fn stands_at(page: &Page, step: i8) -> Result<()> {
    let kept = format!("JSON.parse(localStorage.getItem('limber.progress')).step === {step}");
    page.until(&format!("it stands at {step}"), &kept).await
}

/// A session that ends in the first hold.
async fn a_session(visit: &Visit) -> Result<()> {
    let page = visit.page();
    // Not by its address: what was told stays on the page.
    page.press("Routines").await?;
    page.press("The five stretches").await?;
    page.press("Start").await?;
    session::has_started(page).await?;
    session::skip_to(page, PIRIFORMIS, "Hold").await?;
    session::does_a_little(page).await?;
    page.press("End").await?;
    page.press("End session").await?;
    page.has_heading("That counts too.").await
}
