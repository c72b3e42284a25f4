//! While the app comes, and says what it has to say, nothing moves away from under a finger.

use limber_browser_tests::device::{DESK, PHONE, SMALL_PHONE, Screen};
use limber_browser_tests::early;

use crate::visit::{Outcome, journey};

#[tokio::test]
async fn start_stays_in_its_place_on_a_phone() -> Outcome {
    start_stays_on(PHONE).await
}

#[tokio::test]
async fn start_stays_in_its_place_on_a_small_phone() -> Outcome {
    start_stays_on(SMALL_PHONE).await
}

#[tokio::test]
async fn start_stays_in_its_place_on_a_desk() -> Outcome {
    start_stays_on(DESK).await
}

async fn start_stays_on(screen: Screen) -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.show_on(screen).await?;
        page.before_each_page(early::START_PLACES).await?;
        visit.open("").await?;
        page.sees("Limber now opens without a network too").await?;
        page.is_still().await?;
        let places: Vec<i32> = page.ask("return startPlaces").await?;
        assert_eq!(places.len(), 1, "it stood at {places:?}");
        Ok(())
    })
    .await
}
