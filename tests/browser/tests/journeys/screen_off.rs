//! The screen is off: the sounds are a recording, the session goes by it, and so do the lock screen's
//! buttons.

use std::time::Duration;

use limber::domain::catalogue::Catalogue;
use limber::domain::cues::{self, Breathing};
use limber::domain::lengths::{LengthKind, Lengths, Share};
use limber::domain::moment::Moment;
use limber::domain::plan::Plan;
use limber::domain::session::{Input, Opening, Session};
use limber::domain::settings::Settings;
use limber::domain::track::onsets;
use limber_browser_tests::session::{self, PIRIFORMIS, WARM_UP};
use limber_browser_tests::{Context, Result, early, places};
use tokio::time::sleep;

use crate::visit::{Outcome, Visit, journey};

const USUAL: [u16; 4] = [100; 4];
/// Holds and movements of two and a half times the usual make a session of over 20 minutes.
const LONG: u16 = 250;
const TOLERANCE: f64 = 0.005;

/// When sounds begin in the last recording, in seconds: after a twentieth of a second of nothing.
const BEGINNINGS: &str = "return recordings.at(-1).arrayBuffer().then((it) => { \
    const samples = new Int16Array(it, 44); \
    const found = []; \
    let quiet = 400; \
    samples.forEach((sample, index) => { \
        if (sample && quiet >= 400) found.push(index / 8000); \
        quiet = sample ? 0 : quiet + 1; \
    }); \
    return found })";

#[tokio::test]
async fn the_recording_has_every_cue_of_a_long_session_at_its_time() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(early::TRACK).await?;
        visit.has_kept(&places::screen_off([100, LONG, 100, 100])).await?;
        visit.start_the_five().await?;
        track_plays(visit).await?;
        // From the start of a step on, so that it is known to the sample what is to be heard when.
        visit.page().press("Skip").await?;
        session::comes_to(visit.page(), WARM_UP, "Keep moving").await?;
        let heard: Vec<f64> = visit.page().ask(BEGINNINGS).await?;
        let planned = planned()?;
        assert!(planned.last().is_some_and(|last| *last > 1200.0), "{planned:?}");
        for beginning in &heard {
            let is_planned = planned.iter().any(|it| (it - beginning).abs() <= TOLERANCE);
            assert!(is_planned, "{beginning} s is not planned: {planned:?}");
        }
        for cue in &planned {
            // One that comes while another sounds has no beginning of its own.
            let before = planned.iter().any(|it| it < cue && cue - it < 2.0);
            let is_heard = heard.iter().any(|it| (it - cue).abs() <= TOLERANCE);
            assert!(is_heard || before, "{cue} s is not heard: {heard:?}");
        }
        assert!(heard.len() * 10 >= planned.len() * 9, "{} of {}", heard.len(), planned.len());
        Ok(())
    })
    .await
}

/// When cues sound after the first step, in seconds.
fn planned() -> Result<Vec<f64>> {
    let share = Share::from_percent(u64::from(LONG)).context("a share")?;
    let lengths = Lengths::USUAL.with(LengthKind::Work, share);
    let settings = Settings { lengths, ..Settings::default() };
    let recipe = settings.recipe("article-five", 0, vec![]);
    let mut session = Session::new(Plan::build(&Catalogue::shipped(), &recipe)?);
    let start = Moment::from_millis(1000);
    let _ = session.update(Input::Start, Moment::default());
    let _ = session.update(Input::Skip, start);
    let end = start + Duration::from_secs(86_400);
    let cues = cues::upcoming(&session, Opening::Step, Breathing::Unmarked, start, end);
    Ok(onsets(&cues, start).iter().map(|onset| onset.at.as_secs_f64()).collect())
}

#[tokio::test]
async fn the_session_goes_by_the_recording() -> Outcome {
    journey(async |visit| {
        in_dark(visit).await?;
        session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
        // As though the page had not been heard for a while, and the recording had gone on.
        let _: Option<bool> = visit.page().ask("track.currentTime += 31").await?;
        session::comes_to(visit.page(), PIRIFORMIS, "Change sides").await?;
        let text = visit.page().text().await?;
        assert!(!text.contains("Count it"), "it asks whether the device slept: {text}");
        let title: String =
            visit.page().ask("return navigator.mediaSession.metadata.title").await?;
        assert_eq!(title, PIRIFORMIS);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_lock_screen_shows_how_far_the_session_is() -> Outcome {
    const LISTEN: &str = "window.shown = []; const set = MediaSession.prototype.setPositionState; \
        MediaSession.prototype.setPositionState = function (state) { shown.push(state); set.call(this, state) }";
    journey(async |visit| {
        visit.page().before_each_page(LISTEN).await?;
        in_dark(visit).await?;
        let before = session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
        let whole: f64 = visit.page().ask("return shown.at(-1).duration").await?;
        let first: f64 = visit.page().ask("return shown[0].position").await?;
        let now: f64 = visit.page().ask("return shown.at(-1).position").await?;
        assert!(whole > 300.0, "{before:?}: the session is {whole} s long");
        assert!(first < 20.0 && now > 60.0 && now < whole, "{first} s, then {now} of {whole} s");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_lock_screen_pauses_resumes_and_skips() -> Outcome {
    journey(async |visit| {
        in_dark(visit).await?;
        session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
        press(visit, "pause").await?;
        session::comes_to(visit.page(), PIRIFORMIS, "Paused").await?;
        visit.page().until("it is silent", "track.paused").await?;
        press(visit, "play").await?;
        session::comes_to(visit.page(), PIRIFORMIS, "Hold").await?;
        visit.page().until("it sounds", "!track.paused").await?;
        press(visit, "nexttrack").await?;
        session::comes_to(visit.page(), PIRIFORMIS, "Change sides").await?;
        press(visit, "previoustrack").await?;
        session::comes_to(visit.page(), PIRIFORMIS, "Hold").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn play_on_the_lock_screen_does_nothing_once_the_session_is_over() -> Outcome {
    journey(async |visit| {
        in_dark(visit).await?;
        session::do_a_little(visit.page()).await?;
        session::ends(visit.page()).await?;
        press(visit, "play").await?;
        sleep(Duration::from_millis(500)).await;
        visit.page().has_heading("That counts too.").await
    })
    .await
}

#[tokio::test]
async fn a_try_of_the_sound_leaves_the_sessions_clock_alone() -> Outcome {
    journey(async |visit| {
        in_dark(visit).await?;
        session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
        let later = async || Ok((session::look(visit.page()).await?.secs()? <= 20).then_some(()));
        visit.page().wait("more is behind than the try takes", later).await?;
        visit.page().press("Pause").await?;
        let before = session::comes_to(visit.page(), PIRIFORMIS, "Paused").await?;
        // A page that has played no recording yet.
        visit.open("?again#/settings").await?;
        visit.page().press("Test sound and voice").await?;
        let ends = "window.track?.ended && track.duration > 1 && track.duration < 10";
        visit.page().until("it was played", ends).await?;
        visit.page().press("Today").await?;
        visit.page().press("Resume").await?;
        visit.page().press("Pause").await?;
        let after = session::comes_to(visit.page(), PIRIFORMIS, "Paused").await?;
        let passed = before.secs()?.abs_diff(after.secs()?);
        assert!(passed <= 3, "{before:?} went on as {after:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_stops_the_recording_pauses_the_session_where_it_was() -> Outcome {
    journey(async |visit| {
        in_dark(visit).await?;
        session::skip_to(visit.page(), PIRIFORMIS, "Hold").await?;
        session::does_a_little(visit.page()).await?;
        // As a call does.
        let _: Option<bool> = visit.page().ask("track.pause()").await?;
        let paused = session::comes_to(visit.page(), PIRIFORMIS, "Paused").await?;
        let heard: f64 = visit.page().ask("return track.currentTime").await?;
        let (left, expected) = (f64::from(u32::try_from(paused.secs()?)?), 30.0 - heard);
        assert!((left - expected).abs() <= 1.0, "{left} s are left, not {expected}");
        visit.page().press("Resume").await?;
        session::comes_to(visit.page(), PIRIFORMIS, "Hold").await.map(drop)
    })
    .await
}

#[tokio::test]
async fn without_leave_to_play_the_session_goes_on_and_says_so() -> Outcome {
    journey(async |visit| {
        let refuse = "HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('no', 'NotAllowedError'))";
        visit.page().before_each_page(refuse).await?;
        visit.has_kept(&places::screen_off(USUAL)).await?;
        visit.start_the_five().await?;
        visit.page().sees("The sound is not running").await?;
        session::do_a_little(visit.page()).await
    })
    .await
}

/// Starts the five, guided by a recording.
async fn in_dark(visit: &Visit) -> Result<()> {
    visit.page().before_each_page(early::TRACK).await?;
    visit.page().before_each_page(early::NO_WORKER).await?;
    visit.has_kept(&places::screen_off(USUAL)).await?;
    visit.start_the_five().await?;
    track_plays(visit).await
}

async fn track_plays(visit: &Visit) -> Result<()> {
    visit
        .page()
        .until("the recording plays", "window.track?.duration > 60 && track.currentTime > 0")
        .await
}

async fn press(visit: &Visit, button: &str) -> Result<()> {
    let _: Option<bool> = visit.page().ask(&format!("remote.{button}({{}})")).await?;
    Ok(())
}
