//! Sounds come on time while the page itself can do nothing, and not when their time is behind.

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

#[derive(Clone, Debug, Deserialize)]
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
        let tones: Vec<Tone> = page.ask("return tones").await?;
        let is_heard = |it: &&Tone| it.when < 1.0 && !it.is_taken_back;
        let heard: Vec<_> = tones.iter().filter(is_heard).collect();
        assert!(heard.is_empty(), "{heard:#?}");
        assert!(tones.iter().any(Tone::is_count), "the seconds to come are not counted");
        Ok(())
    })
    .await
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
    let tones: Vec<Tone> = page.ask("return tones").await?;
    let is_it = |it: &&Tone| {
        it.is_count() && (it.when - deadline).abs() <= TOLERANCE_SECS && !it.is_taken_back
    };
    let tone = tones.iter().find(is_it).cloned();
    tone.with_context(|| format!("no tone is planned for {deadline}, but:\n{tones:#?}"))
}
