//! Everything fits: on the smallest phone, and with text twice as large.

use limber_browser_tests::device::{DESK, NOTCH, PHONE, SMALL_PHONE, Screen};
use limber_browser_tests::page::Page;
use limber_browser_tests::places::{self, DIALOGS, PLACES};
use limber_browser_tests::{Result, early, session};
use serde::Deserialize;
use serde_json::json;

use crate::visit::{Outcome, journey};

/// In CSS pixels: what a thumb hits, and what it hits without looking.
const TARGET: f64 = 44.0;
const PAUSE: f64 = 96.0;

const ON_ITS_SIDE: Screen =
    Screen { name: "844x390", width: 844, height: 390, density: 2, touch: true };
const USUAL_PHONE: Screen =
    Screen { name: "360x740", width: 360, height: 740, density: 2, touch: true };
const SHORT_PHONE: Screen =
    Screen { name: "375x667", width: 375, height: 667, density: 2, touch: true };
const SMALL_ON_ITS_SIDE: Screen =
    Screen { name: "568x320", width: 568, height: 320, density: 2, touch: true };

#[tokio::test]
async fn no_page_scrolls_sideways() -> Outcome {
    journey(async |visit| {
        visit.has_kept(&places::a_year()).await?;
        let mut too_wide = vec![];
        for place in PLACES {
            visit.open(place.hash).await?;
            too_wide.extend(too_wide_on(visit.page(), place.name).await?);
        }
        assert!(too_wide.is_empty(), "too wide:\n{}", too_wide.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_scrolls_is_the_page_within_its_frame() -> Outcome {
    const SCROLLS: &str = "const all = document.documentElement; \
        return all.scrollHeight - all.clientHeight";
    journey(async |visit| {
        visit.has_kept(&places::a_year()).await?;
        let mut longer = vec![];
        for screen in [PHONE, SMALL_PHONE] {
            visit.page().show_on(screen).await?;
            for place in PLACES {
                visit.open(place.hash).await?;
                let by: i32 = visit.page().ask(SCROLLS).await?;
                if by > 0 {
                    longer.push(format!("{} on {}: {by}", place.name, screen.name));
                }
            }
        }
        assert!(longer.is_empty(), "the frame scrolls too:\n{}", longer.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_player_does_not_scroll_sideways() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.start_the_five().await?;
        let mut too_wide = too_wide_on(page, "getting ready").await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        page.press("Pause").await?;
        too_wide.extend(too_wide_on(page, "a hold").await?);
        for dialog in DIALOGS {
            dialog.open(page).await?;
            too_wide.extend(too_wide_on(page, dialog.name).await?);
            page.press("Close").await?;
        }
        page.press("Skip").await?;
        too_wide.extend(too_wide_on(page, "changing sides").await?);
        assert!(too_wide.is_empty(), "too wide:\n{}", too_wide.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_players_buttons_are_in_sight_and_large_enough_to_hit() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.start_the_five().await?;
        for screen in [SMALL_PHONE, SHORT_PHONE, SMALL_ON_ITS_SIDE, ON_ITS_SIDE] {
            page.show_on(screen).await?;
            page.is_still().await?;
            let on = screen.name;
            let buttons = buttons(page).await?;
            assert!(buttons.len() >= 7, "{on}: {buttons:?}");
            for Button { name, width, height, is_in_sight } in buttons {
                let least = if name == "Pause" { PAUSE } else { TARGET };
                assert!(width >= least && height >= least, "{on}: “{name}” is {width} x {height}");
                assert!(is_in_sight, "{on}: “{name}” is not in sight");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_is_asked_after_a_sleep_is_answered_without_a_scroll() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.before_each_page(early::SLEEP).await?;
        visit.start_the_five().await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        let _: Option<bool> = page.ask("sleepFor(754 * 1000)").await?;
        page.sees("Your device slept for 12 min 34 s.").await?;
        for screen in
            [PHONE, USUAL_PHONE, SMALL_PHONE, SHORT_PHONE, SMALL_ON_ITS_SIDE, ON_ITS_SIDE, DESK]
        {
            page.show_on(screen).await?;
            page.is_still().await?;
            let buttons = buttons(page).await?;
            for answer in ["Carry on from here", "I went on. Count it", "This hurts"] {
                let it = buttons.iter().find(|it| it.name == answer);
                assert!(it.is_some_and(|it| it.is_in_sight), "{}: {buttons:?}", screen.name);
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn today_has_start_in_sight() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("").await?;
        page.sees("Limber now opens without a network too.").await?;
        page.press("OK").await?;
        for screen in [PHONE, SMALL_PHONE, SHORT_PHONE, SMALL_ON_ITS_SIDE, ON_ITS_SIDE, DESK] {
            page.show_on(screen).await?;
            page.is_still().await?;
            let buttons = buttons(page).await?;
            let start = buttons.iter().find(|it| it.name == "Start");
            assert!(start.is_some_and(|it| it.is_in_sight), "{}: {buttons:?}", screen.name);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hold_is_read_without_a_scroll() -> Outcome {
    /// With their cues, the longest texts of all.
    const FELT: [(&str, &str); 3] = [
        (session::PIRIFORMIS, "Deep in the buttock of the crossed leg."),
        ("Hip flexor and side-body stretch (half kneeling)", "At the front of the hip"),
        ("Quadratus lumborum side stretch (seated)", "Along the side of your waist"),
    ];
    /// What comes next stands last, and two screens have no height for it.
    const IN_SIGHT: [(Screen, &str); 6] = [
        (PHONE, ".feel, .next"),
        (USUAL_PHONE, ".feel, .next"),
        (SMALL_PHONE, ".feel"),
        (SHORT_PHONE, ".feel, .next"),
        (ON_ITS_SIDE, ".feel"),
        (DESK, ".feel, .next"),
    ];
    /// Without what fades.
    const PAST_THE_EDGE: &str = "const reading = document.querySelector('.reading'); \
        const bottom = (it) => it.getBoundingClientRect().bottom; \
        const faded = parseFloat(getComputedStyle(reading).paddingBottom); \
        const lines = [...reading.querySelectorAll(arguments[0])]; \
        return Math.max(...lines.map(bottom)) - bottom(reading) + faded";
    journey(async |visit| {
        let page = visit.page();
        visit.start_the_five().await?;
        for (movement, felt) in FELT {
            session::skip_to(page, movement, "Hold").await?;
            page.press("Pause").await?;
            page.sees(&format!("Feel it: {felt}")).await?;
            for (screen, lines) in IN_SIGHT {
                page.show_on(screen).await?;
                page.is_still().await?;
                let past: f64 = page.ask_with(PAST_THE_EDGE, vec![json!(lines)]).await?;
                assert!(past <= 0.0, "{movement}, {}: {past} of {lines} are cut off", screen.name);
            }
            page.press("Resume").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_player_says_large_stays_in_its_place() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        visit.open("#/settings").await?;
        page.press(session::WAIT_FOR_ME).await?;
        visit.start_the_five().await?;
        page.sees("Ready?").await?;
        for screen in [PHONE, SMALL_PHONE, ON_ITS_SIDE, DESK] {
            page.show_on(screen).await?;
            page.is_still().await?;
            let [text, place] = widths(page, ".digits").await?;
            assert!(text <= place + 1.0, "{}: a word of {text} in {place}", screen.name);
        }
        page.press("I’m ready").await?;
        page.press("Pause").await?;
        for screen in [PHONE, SMALL_PHONE, ON_ITS_SIDE, DESK] {
            page.show_on(screen).await?;
            page.is_still().await?;
            let lines: usize = page.ask(LINES).await?;
            assert_eq!(lines, 1, "{}: “Resume” is parted", screen.name);
        }
        Ok(())
    })
    .await
}

/// In how many lines the largest button says what it does.
const LINES: &str = "const range = new Range(); \
    range.selectNodeContents(document.querySelector('.pause')); \
    return new Set([...range.getClientRects()].map((it) => it.top)).size";

#[tokio::test]
async fn nothing_is_under_the_camera_of_a_phone_on_its_side() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        page.show_on(ON_ITS_SIDE).await?;
        page.has_notch().await?;
        visit.has_kept(&places::a_year()).await?;
        let mut under = vec![];
        for place in PLACES {
            visit.open(place.hash).await?;
            page.is_still().await?;
            under.extend(under_the_notch(page, place.name).await?);
        }
        assert!(under.is_empty(), "under the camera:\n{}", under.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn no_part_of_a_session_is_under_the_camera_of_a_phone_on_its_side() -> Outcome {
    journey(async |visit| {
        let page = visit.page();
        // So that the digits are text.
        page.before_each_page(early::NO_WORKER).await?;
        page.show_on(ON_ITS_SIDE).await?;
        page.has_notch().await?;
        visit.start_the_five().await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        let under = under_the_notch(page, "a hold").await?;
        assert!(under.is_empty(), "under the camera:\n{}", under.join("\n"));
        let [text, place] = widths(page, ".digits").await?;
        assert!(text <= place + 1.0, "the digits are {text} px wide, and have {place} px");
        Ok(())
    })
    .await
}

async fn under_the_notch(page: &Page, name: &str) -> Result<Vec<String>> {
    let script = include_str!("layout/under_the_notch.js");
    let found: Vec<String> = page.ask_with(script, vec![json!(NOTCH)]).await?;
    Ok(found.into_iter().map(|it| format!("{name}: {it}")).collect())
}

/// How wide the text of an element is, and the element.
async fn widths(page: &Page, selector: &str) -> Result<[f64; 2]> {
    page.ask(&format!(
        "const it = document.querySelector('{selector}'), range = new Range(); \
        range.selectNodeContents(it.querySelector('span')); \
        return [range, it].map((it) => it.getBoundingClientRect().width)"
    ))
    .await
}

/// What sticks out at the side: on the smallest phone, and on a usual one with text twice as large.
async fn too_wide_on(page: &Page, name: &str) -> Result<Vec<String>> {
    let mut too_wide = vec![];
    for (screen, size) in [(PHONE, "200%"), (SMALL_PHONE, "100%")] {
        page.show_on(screen).await?;
        let _: () =
            page.ask(&format!("document.documentElement.style.fontSize = '{size}'")).await?;
        page.is_still().await?;
        let sticks_out: Vec<String> = page.ask(include_str!("layout/sticks_out.js")).await?;
        let at = format!("{name}, {}, text at {size}", screen.name);
        too_wide.extend(sticks_out.into_iter().map(|it| format!("{at}: {it}")));
    }
    Ok(too_wide)
}

/// A button that shows, in CSS pixels.
#[derive(Debug, Deserialize)]
struct Button {
    name: String,
    width: f64,
    height: f64,
    /// Whether a finger in its middle hits it.
    is_in_sight: bool,
}

async fn buttons(page: &Page) -> Result<Vec<Button>> {
    page.ask(
        "return [...document.querySelectorAll('main button')].filter((it) => it.checkVisibility()).map((it) => { \
            const { left, top, width, height } = it.getBoundingClientRect(); \
            const hit = document.elementFromPoint(left + width / 2, top + height / 2); \
            return { name: it.ariaLabel ?? it.innerText, width, height, is_in_sight: it.contains(hit) }; })",
    )
    .await
}
