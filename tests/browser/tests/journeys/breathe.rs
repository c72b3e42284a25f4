//! Breathing by the pacer, and the breath in holds that goes by the same lengths.

use std::time::Duration;

use limber_browser_tests::page::Page;
use limber_browser_tests::{Result, early};
use tokio::time::sleep;

use crate::accessibility::Report;
use crate::visit::{Outcome, journey};

/// What moves is painted above what stands still, unless that is told otherwise.
const SECONDS_ON_TOP: &str = "(() => { const digits = document.querySelector('.breath-digits'); \
    const { x, y, width, height } = digits.getBoundingClientRect(); \
    return document.elementFromPoint(x + width / 2, y + height / 2) === digits; })()";

#[tokio::test]
async fn one_breathes_by_the_pacer_at_lengths_of_ones_own() -> Outcome {
    journey(async |visit| {
        let (page, mut report) = (visit.page(), Report::new()?);
        page.before_each_page(early::TONES).await?;
        visit.open("#/breathe").await?;
        page.has_heading("Slow breathing").await?;
        page.sees("4 s in, 6 s out").await?;
        page.press("Shorter breath in").await?;
        page.press("Shorter breath in").await?;
        page.press("Shorter breath out").await?;
        page.sees("2 s in, 5 s out").await?;
        page.press("5").await?;
        page.press("Start").await?;
        page.sees("It has begun, for 5 minutes.").await?;
        page.sees("Breathe in").await?;
        page.until("nothing covers the seconds", SECONDS_ON_TOP).await?;
        goes(page, "in").await?;
        page.sees("Breathe out").await?;
        goes(page, "out").await?;
        page.sees("left").await?;
        tones_go_by(page, (2, 5)).await?;
        report.examine(page, "breathing").await?;
        // As when it was hidden for a while.
        let _: Option<bool> =
            page.ask("document.dispatchEvent(new Event('visibilitychange'))").await?;
        sleep(Duration::from_secs(1)).await;
        tones_go_by(page, (2, 5)).await?;
        page.press("Stop").await?;
        page.sees("Stopped. Breathe as you like.").await?;
        let silent = "tones.every((it) => it.isTakenBack || it.when < audio.currentTime)";
        page.until("no tone is to come", silent).await?;
        report.examine(page, "breathing, stopped").await?;

        page.reload().await?;
        page.sees("2 s in, 5 s out").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn whoever_leaves_the_page_of_the_pacer_has_stopped_it() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/movements").await?;
        page.press("Slow breathing").await?;
        page.has_heading("Slow breathing").await?;
        page.press("Start").await?;
        page.sees("Breathe in").await?;
        page.press("Today").await?;
        page.has_heading("Ready when you are.").await?;
        visit.open("#/breathe").await?;
        page.sees("4 s in, 6 s out").await?;
        page.sees_not("It has begun").await
    })
    .await
}

#[tokio::test]
async fn the_breath_in_holds_is_set_where_it_is_switched_on() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/settings").await?;
        assert!(!page.offers("Longer breath out").await?, "it is not marked yet");
        page.press("Breathing tones in holds").await?;
        page.press("Longer breath out").await?;
        page.sees("7 s").await?;
        page.reload().await?;
        page.sees("7 s").await
    })
    .await
}

/// Waits until the circle goes with that half of the breath.
async fn goes(page: &Page, half: &str) -> Result<()> {
    let circle = "document.querySelector('.breath-circle')";
    page.until(&format!("the circle goes {half}"), &format!("{circle}.dataset.half === '{half}'"))
        .await
}

/// Waits until tones are planned for breaths of so many seconds in and out.
async fn tones_go_by(page: &Page, (going_in, going_out): (u32, u32)) -> Result<()> {
    let whole = going_in + going_out;
    // Of those still to come: the first may be late or left out, while the sound starts up.
    let script = format!(
        "(() => {{ \
            const planned = tones.filter((it) => !it.isTakenBack && it.when > audio.currentTime); \
            const at = (hertz) => planned.filter((it) => Math.abs(it.hertz - hertz) < 1).map((it) => it.when); \
            const [ins, outs] = [at(392), at(261.63)]; \
            const are = (secs, wanted) => Math.abs(secs - wanted) < 0.05; \
            const follows = (it, index) => are(it - ins[index], {whole}); \
            const turns = (it) => outs.some((out) => are(out - it, {going_in})); \
            return ins.length > 5 && ins.slice(1).every(follows) && ins.every(turns); \
        }})()"
    );
    page.until("the tones go by the breath", &script).await
}
