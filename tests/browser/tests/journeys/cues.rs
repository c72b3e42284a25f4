//! Sounds come on time while the page itself can do nothing, not when their time is behind, and again after
//! something has taken them away. The device vibrates.

use limber_browser_tests::page::Page;
use limber_browser_tests::{Context, Result, early, places, session};
use serde::Deserialize;

use crate::visit::{Outcome, journey};

/// The pitch of the tones that count the last seconds.
const COUNT_HERTZ: f64 = 880.0;
const TOLERANCE_SECS: f64 = 0.05;

/// Half of the usual: the first step is getting ready for 7.5 s.
const HALF: [u16; 4] = [50; 4];

const BLOCK: &str = "const began = { page: performance.now(), audio: audio.currentTime }; \
    while (performance.now() < began.page + 2000); \
    return new Promise((done) => setTimeout(() => \
        done({ began, ended: { page: performance.now(), audio: audio.currentTime } })))";

/// The two clocks at one moment: the page's in milliseconds, the audio clock's in seconds.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Clocks {
    page: f64,
    audio: f64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct Block {
    began: Clocks,
    ended: Clocks,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Tone {
    hertz: f64,
    when: f64,
    asked: f64,
    is_taken_back: bool,
}

#[derive(Clone, Debug, Deserialize)]
struct Digits {
    text: String,
    at: f64,
}

#[tokio::test]
async fn cues_are_on_the_audio_clock_while_the_page_is_blocked() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::TONES).await?;
        // So that the digits are text, which says when the step ends.
        page.before_each_page(early::NO_WORKER).await?;
        page.before_each_page(early::DIGITS).await?;
        visit.has_kept(&places::lengths(HALF)).await?;
        visit.start_the_five().await?;
        page.until("3 s are left", "digits.at(-1)?.text === '3'").await?;
        let end = end_of_step(page).await?;
        let block: Block = page.ask(BLOCK).await?;

        let audio_passed = block.ended.audio - block.began.audio;
        assert!(audio_passed > 1.8, "the audio clock stood still: {block:?}");
        for secs in [2.0, 1.0] {
            let deadline = block.audio_at(end - secs * 1000.0);
            assert!(block.began.page < end - secs * 1000.0, "the block came after the cue");
            assert!(end - secs * 1000.0 < block.ended.page, "the block was over before the cue");
            let tone = tone_at(page, deadline).await?;
            assert!(
                tone.asked < block.began.page,
                "it was not planned before: {tone:?}, {block:?}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_behind_in_a_hold_is_not_heard_when_it_is_resumed() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::TONES).await?;
        // So that each second can be read.
        page.before_each_page(early::NO_WORKER).await?;
        visit.start_the_five().await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        page.press("10 seconds shorter").await?;
        page.wait("the half of 20 s is behind", async || {
            let seen = session::look(page).await?;
            Ok((seen.secs()? <= 9).then_some(()))
        })
        .await?;
        page.press("Pause").await?;
        page.reload().await?;
        page.press("Resume").await?;
        page.until("a second has been heard", "window.audio?.currentTime > 1").await?;
        let tones = all(page).await?;
        let is_heard = |it: &&Tone| it.when < 1.0 && !it.is_taken_back;
        let heard: Vec<_> = tones.iter().filter(is_heard).collect();
        assert!(heard.is_empty(), "{heard:#?}");
        assert!(tones.iter().any(Tone::is_count), "the seconds to come are not counted");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tones_are_taken_back_and_planned_anew_when_the_session_goes_elsewhere() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::TONES).await?;
        visit.start_the_five().await?;
        page.until("the sound is up", "window.audio?.currentTime > 0").await?;
        assert!(!counts_ahead(page).await?.is_empty(), "nothing is planned");

        page.press("Pause").await?;
        page.sees("Paused").await?;
        assert_eq!(ahead(page).await?, [], "nothing sounds in a pause");
        page.press("Resume").await?;
        page.sees("Get ready").await?;
        let counts = counts_ahead(page).await?;
        assert!(!counts.is_empty(), "nothing is planned after a pause");

        let planned = all(page).await?.len();
        page.press("10 seconds longer").await?;
        page.until("other tones are planned", &format!("tones.length > {planned}")).await?;
        let later = counts_ahead(page).await?;
        let shift = later[0] - counts[0];
        assert!((shift - 10.0).abs() <= TOLERANCE_SECS, "the count moved by {shift} s");

        page.press("Skip").await?;
        session::comes_to(page, session::WARM_UP, "Keep moving").await?;
        let skipped = counts_ahead(page).await?;
        assert!(!skipped.is_empty(), "nothing is planned after a skip");
        assert!(skipped.iter().all(|it| (it - later[0]).abs() > TOLERANCE_SECS), "{skipped:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_sound_that_was_taken_away_comes_back_without_a_press() -> Outcome {
    // Once as a call that is over at once, and once as one that lasts.
    const HOLD_BACK: &str = "window.resume = AudioContext.prototype.resume; \
        AudioContext.prototype.resume = () => new Promise(() => {}); return true";
    const LET_GO: &str = "AudioContext.prototype.resume = resume; return true";
    const SUSPEND: &str = "return audio.suspend().then(() => true)";
    const RUNS: &str = "audio.state === 'running'";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::TONES).await?;
        visit.start_the_five().await?;
        page.until("the sound is up", RUNS).await?;
        let _: bool = page.ask(SUSPEND).await?;
        page.until("it comes back at once", RUNS).await?;
        assert!(!counts_ahead(page).await?.is_empty(), "nothing is planned anew");

        let _: bool = page.ask(HOLD_BACK).await?;
        let _: bool = page.ask(SUSPEND).await?;
        let _: bool = page.ask(LET_GO).await?;
        page.until("it comes back with the next step", RUNS).await?;
        session::comes_to(page, session::WARM_UP, "Keep moving").await?;
        assert!(!counts_ahead(page).await?.is_empty(), "nothing is planned anew");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_device_vibrates_where_one_wishes_it() -> Outcome {
    const LISTEN: &str = "window.buzzes = []; \
        Navigator.prototype.vibrate = (pattern) => { buzzes.push([...pattern]); return true }";
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(LISTEN).await?;
        visit.start_the_five().await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        let buzzes: Vec<Vec<u32>> = page.ask("return buzzes").await?;
        assert_eq!(buzzes.last(), Some(&vec![200]), "a hold begins with a long one");
        page.press("End").await?;
        page.press("End session").await?;
        visit.open("#/settings").await?;
        page.press("Vibration On phones that allow it.").await?;
        page.reload().await?;
        visit.start_the_five().await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        let buzzes: Vec<Vec<u32>> = page.ask("return buzzes").await?;
        assert_eq!(buzzes, Vec::<Vec<u32>>::new(), "it vibrates though it is not to");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn headphones_are_woken_ahead_of_each_sound() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::TONES).await?;
        visit.start_the_five().await?;
        page.until("the sound is up", "window.audio?.currentTime > 0").await?;
        let counts = counts_ahead(page).await?;
        assert!(!counts.is_empty(), "nothing is planned");
        let wakings: Vec<Tone> = page.ask("return wakings").await?;
        for count in counts {
            let is_ahead = |it: &Tone| (it.when - (count - 2.0)).abs() < TOLERANCE_SECS;
            assert!(wakings.iter().any(is_ahead), "nothing wakes them for {count}: {wakings:?}");
        }
        page.press("Pause").await?;
        page.until(
            "they may sleep",
            "wakings.every((it) => it.isTakenBack || it.when < audio.currentTime)",
        )
        .await
    })
    .await
}

/// When the tones of the count will sound that are still to come, in order.
async fn counts_ahead(page: &Page) -> Result<Vec<f64>> {
    let mut counts: Vec<_> =
        ahead(page).await?.iter().filter(|it| it.is_count()).map(|it| it.when).collect();
    counts.sort_by(f64::total_cmp);
    Ok(counts)
}

/// The tones that are still to come.
async fn ahead(page: &Page) -> Result<Vec<Tone>> {
    let now: f64 = page.ask("return audio.currentTime").await?;
    let tones = all(page).await?;
    Ok(tones.into_iter().filter(|it| it.when > now && !it.is_taken_back).collect())
}

async fn all(page: &Page) -> Result<Vec<Tone>> {
    page.ask("return tones").await
}

impl Block {
    /// What the audio clock says when the page's clock says `millis`.
    fn audio_at(&self, millis: f64) -> f64 {
        self.began.audio + (millis - self.began.page) / 1000.0
    }
}

impl Tone {
    fn is_count(&self) -> bool {
        (self.hertz - COUNT_HERTZ).abs() < 1.0
    }
}

/// When the step at hand ends, by the page's clock: digits change on whole seconds before it, or a
/// little later where the page was busy.
async fn end_of_step(page: &Page) -> Result<f64> {
    let digits: Vec<Digits> = page.ask("return digits").await?;
    let ends =
        digits.iter().skip(1).filter_map(|it| Some(it.at + it.text.parse::<f64>().ok()? * 1000.0));
    ends.reduce(f64::min).context("the digits have not changed")
}

/// The tone of the count that is planned for `deadline` on the audio clock.
async fn tone_at(page: &Page, deadline: f64) -> Result<Tone> {
    let tones = all(page).await?;
    let is_it = |it: &&Tone| {
        it.is_count() && (it.when - deadline).abs() <= TOLERANCE_SECS && !it.is_taken_back
    };
    let tone = tones.iter().find(is_it).cloned();
    tone.with_context(|| format!("no tone is planned for {deadline}, but:\n{tones:#?}"))
}
