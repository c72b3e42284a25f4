//! A session that is made to fit is what was asked for, and is gone through like any other.

use limber_browser_tests::{Result, session};

use crate::visit::{Outcome, Visit, journey};

#[tokio::test]
async fn a_session_is_made_for_two_minutes_on_a_chair() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        page.press("A session that fits").await?;
        page.has_heading("A session that fits").await?;
        page.press("2").await?;
        page.press("On a chair").await?;
        page.sees("For your buttocks").await?;
        page.press("Buttocks").await?;
        page.sees("For your lower back").await?;
        page.sees("To warm up").await?;
        let first = rows(visit).await?;
        let mut another = first.clone();
        for _ in 0..8 {
            page.press("Another one").await?;
            page.is_still().await?;
            another = rows(visit).await?;
        }
        assert_ne!(another, first, "another one is the same");
        page.press("Start").await?;
        session::do_a_little(page).await?;
        visit.open("").await?;
        page.reload().await?;
        page.sees("Made to fit").await?;
        page.press("Resume").await?;
        session::skip_to_the_end(page).await?;
        page.sees("Made to fit").await?;
        visit.open("#/history").await?;
        page.sees("Made to fit").await
    })
    .await
}

#[tokio::test]
async fn after_a_step_back_it_holds_for_less() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/made").await?;
        page.press("Standing").await?;
        page.sees("15 s").await?;
        page.ask::<Option<bool>>(
            "localStorage.setItem('limber.progress', \
             '{\"auto\":false,\"because\":null,\"changed\":null,\"step\":-1,\"v\":1}')",
        )
        .await?;
        page.reload().await?;
        page.press("Standing").await?;
        page.sees("10 s").await?;
        page.sees_not("15 s").await
    })
    .await
}

#[tokio::test]
async fn what_is_left_out_by_choice_is_replaced_everywhere() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/movements/childs-pose").await?;
        page.press("Leave it out").await?;
        page.sees("Not for you now").await?;
        page.sees("Further down you can choose otherwise").await?;
        page.sees_not("See or change why").await?;
        page.reload().await?;
        visit.open("#/routines/article-five").await?;
        page.sees("Instead of Child's pose").await?;
        visit.open("#/movements/childs-pose").await?;
        page.press("Neither").await?;
        visit.open("#/routines/article-five").await?;
        page.sees_not("Instead of Child's pose").await
    })
    .await
}

/// The names of what the session holds.
async fn rows(visit: &Visit) -> Result<Vec<String>> {
    visit
        .page()
        .ask("return [...document.querySelectorAll('.row-name')].map((it) => it.innerText)")
        .await
}
