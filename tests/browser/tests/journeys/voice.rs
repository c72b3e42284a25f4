//! What the voice says, and when it is cut short.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Result, early, session};

use crate::visit::{Outcome, journey};

const SWITCHED_ON: &str =
    "return JSON.parse(localStorage['limber.settings'] ?? '{}').voice ?? true";

#[tokio::test]
async fn the_voice_is_cut_short_by_a_pause_and_not_by_more_time() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::VOICES).await?;
        visit.start_the_five().await?;
        page.until("it says what comes", "said.at(-1)?.text.startsWith('Next: ')").await?;
        page.press("10 seconds longer").await?;
        assert!(!last_is_cut(page).await?, "more time has cut it short");
        page.press("Pause").await?;
        assert!(last_is_cut(page).await?, "it goes on in the pause");
        page.press("Resume").await?;
        page.until("it says where that is", "said.at(-1).text.endsWith(' seconds left.')").await
    })
    .await
}

#[tokio::test]
async fn the_number_of_a_repetition_does_not_cut_short_what_to_mind() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::VOICES).await?;
        visit.open("#/routines/desk-reset-2").await?;
        page.press("Start").await?;
        page.press("Skip").await?;
        page.until("it says how often", "said.at(-1)?.text.includes(' times. ')").await?;
        page.until("it counts", "/^\\d+$/.test(said.at(-1).text)").await?;
        let cut: Vec<String> = page
            .ask("return said.filter((it) => it.isCut && it.text.includes(' times. ')).map((it) => it.text)")
            .await?;
        assert!(cut.is_empty(), "it was cut short: {cut:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_chooses_who_speaks_and_hears_them_at_once() -> Outcome {
    const OFFERED: &str =
        "return [...document.getElementById('which-voice').options].map((it) => it.text)";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::VOICES).await?;
        visit.open("#/settings").await?;
        // Neither the novelty, nor the one that speaks no English, nor the one that is not on the device.
        let offered: Vec<String> = page.ask(OFFERED).await?;
        assert_eq!(offered, ["Best: Samantha", "Samantha", "Daniel"]);
        page.focus("Which voice").await?;
        page.keys("Daniel").await?;
        page.until("he is heard", "said.at(-1)?.by === 'Daniel'").await?;
        visit.start_the_five().await?;
        page.until("he says what comes", "said.at(-1)?.text.startsWith('Next: ')").await?;
        assert_eq!(last_by(page).await?, "Daniel");
        visit.open("#/settings").await?;
        page.focus("Which voice").await?;
        page.keys("Best").await?;
        page.until("she is heard", "said.at(-1)?.by === 'Samantha'").await?;
        page.press("Voice").await?;
        page.sees_not("Which voice").await
    })
    .await
}

#[tokio::test]
async fn a_mute_that_is_over_leaves_the_voice_as_it_was() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::VOICES).await?;
        visit.open("#/settings").await?;
        page.press("Voice").await?;
        page.until("the voice is off", &format!("!(() => {{ {SWITCHED_ON} }})()")).await?;
        visit.start_the_five().await?;
        page.press("Mute").await?;
        page.press("Unmute").await?;
        assert!(!page.ask::<bool>(SWITCHED_ON).await?, "the voice is on");
        assert_eq!(page.ask::<u32>("return said.length").await?, 0, "it has spoken");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_a_voice_one_is_told_once_the_session_is_over() -> Outcome {
    const MUTE_DEVICE: &str =
        "Object.defineProperty(window, 'speechSynthesis', { value: undefined })";
    const NO_VOICE: &str = "This device has no English voice";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(MUTE_DEVICE).await?;
        visit.open("#/settings").await?;
        page.sees(NO_VOICE).await?;
        visit.start_the_five().await?;
        session::do_a_little(page).await?;
        page.sees_not(NO_VOICE).await?;
        session::ends(page).await?;
        page.sees(NO_VOICE).await
    })
    .await
}

#[tokio::test]
async fn a_voice_that_fails_is_told_of_once_the_session_is_over_and_its_words_are_not_lost()
-> Outcome {
    const FAILED: &str = "The voice of this device did not speak";
    const TOLD: &str =
        "document.querySelector('.player [role=status]').textContent.startsWith('Next: ')";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::VOICES).await?;
        page.before_each_page(early::VOICES_FAIL).await?;
        visit.start_the_five().await?;
        page.until("a screen reader is told instead", TOLD).await?;
        session::do_a_little(page).await?;
        page.sees_not(FAILED).await?;
        session::ends(page).await?;
        page.sees(FAILED).await
    })
    .await
}

async fn last_by(page: &Page) -> Result<String> {
    page.ask("return said.at(-1).by").await
}

async fn last_is_cut(page: &Page) -> Result<bool> {
    page.ask("return said.at(-1).isCut").await
}
