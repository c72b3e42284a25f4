//! The device's clock is set, or the device is elsewhere.

use limber_browser_tests::places::filled_history;
use limber_browser_tests::{Result, early, session};

use crate::visit::{Outcome, Visit, journey};

/// The clock was set back by two days, after sessions of yesterday and today.
const SET_BACK: &str = "sleepFor(-2 * 86400 * 1000)";
/// A second before clocks go from two to three in Berlin, once the app is there.
const SPRING: &str = "sleepFor(Date.UTC(2027, 2, 28, 0, 59, 55) - Date.now())";
/// Past one on a Monday in Berlin, and half past four.
const NIGHT: &str = "sleepFor(Date.UTC(2027, 1, 1, 0, 10) - Date.now())";
const MORNING: &str = "sleepFor(Date.UTC(2027, 1, 1, 3, 30) - Date.now())";

#[tokio::test]
async fn a_clock_that_was_set_back_loses_nothing_and_is_named() -> Outcome {
    journey(async |visit| {
        a_session(visit).await?;
        visit.page().before_each_page(early::SLEEP).await?;
        visit.page().before_each_page(SET_BACK).await?;
        visit.open("#/history").await?;
        visit.page().reload().await?;
        visit.page().sees("This lies ahead of the device’s clock. Was it set back?").await?;
        a_session(visit).await?;
        visit.open("#/history").await?;
        visit.page().sees("2 sessions").await
    })
    .await
}

#[tokio::test]
async fn in_another_time_zone_a_session_keeps_the_time_that_it_had() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&filled_history()).await?;
        for zone in ["Asia/Kolkata", "America/St_Johns", "Europe/Berlin"] {
            visit.page().be_in(zone).await?;
            visit.open("#/history").await?;
            visit.page().reload().await?;
            // It was winter, an hour ahead of UTC.
            visit.page().sees("Monday 24 November 2025, 17:00").await?;
            visit.page().sees("in the time zone and the daylight saving time of that day").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_hour_that_daylight_saving_time_takes_is_not_taken_from_a_session() -> Outcome {
    journey(async |visit| {
        visit.page().be_in("Europe/Berlin").await?;
        visit.page().before_each_page(early::SLEEP).await?;
        visit.page().before_each_page(SPRING).await?;
        visit.open("#/routines/desk-reset-2").await?;
        visit.page().press("Start").await?;
        session::do_a_little(visit.page()).await?;
        session::does_a_little(visit.page()).await?;
        let text = visit.page().text().await?;
        assert!(!text.contains("Count it"), "an hour was taken for sleep: {text}");
        session::skip_to_the_end(visit.page()).await?;
        visit.page().press("See your history").await?;
        visit.page().sees("Sunday 28 March 2027, 1:59").await
    })
    .await
}

#[tokio::test]
async fn the_night_belongs_to_the_day_that_it_began_on() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.be_in("Europe/Berlin").await?;
        page.before_each_page(early::SLEEP).await?;
        for (when, greeting) in [(NIGHT, "Sunday night"), (MORNING, "Monday morning")] {
            page.before_each_page(when).await?;
            visit.open("").await?;
            page.reload().await?;
            page.sees(greeting).await?;
        }
        Ok(())
    })
    .await
}

async fn a_session(visit: &Visit) -> Result<()> {
    visit.open("#/routines/desk-reset-2").await?;
    visit.page().press("Start").await?;
    session::do_a_little(visit.page()).await?;
    session::skip_to_the_end(visit.page()).await
}
