//! At the desk: when a break is due it says so, leads through it, and lets itself be put off.

use limber_browser_tests::{Context, Result, bail, early, places, session};
use serde_json::{Value, json};

use crate::visit::{Outcome, Visit, journey};

/// The clock goes on to the next time that it is ten in the morning.
const AT_TEN: &str = "{ const ten = new Date(); ten.setDate(ten.getDate() + 1); \
    ten.setHours(10, 0, 0, 0); sleepFor(ten - new Date()); }";

/// Writes down what stands on the app's icon, in `window.badge`.
const BADGE: &str = "window.badge = ''; \
    navigator.setAppBadge = async (number = 'a mark') => { window.badge = number }; \
    navigator.clearAppBadge = async () => { window.badge = '' }";

/// Says in `window.shown` that a note is shown. Chromium forgets one whose notes are asked for meanwhile: it takes
/// one that it knows and does not show yet for one that somebody has wiped away.
const SHOWN: &str = "const notes = ServiceWorkerRegistration.prototype, show = notes.showNotification; \
    notes.showNotification = async function (...note) { await show.apply(this, note); window.shown = true; }";

#[tokio::test]
async fn a_break_is_called_to_the_second_and_led_through() -> Outcome {
    journey(async |visit| {
        visit.page().before_each_page(BADGE).await?;
        at_the_desk(visit).await?;
        visit.page().sees("The next one, a short one, at").await?;
        visit.page().until("the icon says so", "badge === 30").await?;
        visit.page().until("the title says so", "document.title.includes('30 min')").await?;
        // 29 minutes and a half go by, and the page is woken late, as after a nap.
        passes(visit, 29 * 60 + 30).await?;
        visit.page().sees("You were away for 30 min. Was that a break?").await?;
        visit.page().press("No").await?;
        visit.page().sees("A short break in").await?;
        passes(visit, 31).await?;
        visit.page().sees("Time for a short break").await?;
        visit.page().until("the title says so", "document.title.startsWith('Break')").await?;
        visit.page().until("the icon says so", "badge === 'a mark'").await?;
        visit.page().press("Today").await?;
        visit.page().sees("Time for a short break").await?;
        visit.page().press("Start: Two-minute desk reset").await?;
        session::do_a_little(visit.page()).await?;
        session::skip_to_the_end(visit.page()).await?;
        visit.open("#/breaks").await?;
        visit.page().sees("The next one, a short one, at").await?;
        visit.page().sees("in 30 min").await
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_loaded_again_goes_on_counting() -> Outcome {
    // It began to count 25 minutes earlier, and was looked at a minute ago.
    const EARLIER: &str = "const [from, until, passed, taken, seen, call] = \
        sessionStorage.getItem('limber.desk').split(' ').map(Number); \
        sessionStorage.setItem('limber.desk', \
            [from - 1500, until, passed - 60, taken, seen - 60, call].join(' '))";
    journey(async |visit| {
        at_the_desk(visit).await?;
        visit.page().sees("in 30 min").await?;
        let _: Option<bool> = visit.page().ask(EARLIER).await?;
        visit.page().reload().await?;
        visit.page().sees("in 5 min").await
    })
    .await
}

#[tokio::test]
async fn a_break_is_put_off_left_out_and_forgone_for_a_call() -> Outcome {
    journey(async |visit| {
        at_the_desk(visit).await?;
        due(visit).await?;
        visit.page().press("10 min").await?;
        visit.page().sees("in 10 min").await?;
        due(visit).await?;
        visit.page().press("Leave this one out").await?;
        visit.page().sees("in 30 min").await?;
        // It is three minutes past eleven.
        visit.page().press("12:00").await?;
        visit.page().sees("In a call until 12:00").await?;
        passes(visit, 45 * 60).await?;
        visit.page().sees("In a call until 12:00").await?;
        visit.page().press("The call is over").await?;
        visit.page().sees("Time for a short break").await
    })
    .await
}

#[tokio::test]
async fn a_note_of_the_device_says_it_where_that_is_allowed() -> Outcome {
    journey(async |visit| {
        let leave = json!({ "permissions": ["notifications"], "origin": visit.site.origin() });
        visit.page().driver().cdp().send_raw("Browser.grantPermissions", leave).await?;
        visit.page().before_each_page(SHOWN).await?;
        at_the_desk(visit).await?;
        visit.page().sees("Limber now opens without a network too").await?;
        visit.page().press("Notifications of the device").await?;
        due(visit).await?;
        visit.page().until("a note is shown", "window.shown").await?;
        visit
            .page()
            .wait("the note is there", async || {
                let notes = notes(visit).await?;
                if notes == ["Time for a short break"] {
                    Ok(Some(()))
                } else {
                    bail!("there were {notes:?}")
                }
            })
            .await?;
        visit.page().press("5 min").await?;
        visit
            .page()
            .wait("the note is gone", async || Ok(notes(visit).await?.is_empty().then_some(())))
            .await
    })
    .await
}

#[tokio::test]
async fn the_schedule_is_kept_and_one_that_leaves_no_room_is_refused() -> Outcome {
    journey(async |visit| {
        at_the_desk(visit).await?;
        visit.page().press("Breaks closer together: more often").await?;
        visit.page().sees("in 35 min").await?;
        visit.page().press("Monday").await?;
        visit.page().press("Add").await?;
        visit.page().sees("13:00 ×").await?;
        visit.page().reload().await?;
        visit.page().sees("35 min").await?;
        visit.page().sees("13:00 ×").await?;
        let is_monday: bool = visit
            .page()
            .ask("return document.querySelector('[aria-label=Monday]').checked")
            .await?;
        assert!(!is_monday, "Monday came back");
        for _ in 0..60 {
            if visit.page().text().await?.contains("outside your hours") {
                return Ok(());
            }
            visit.page().press("End earlier").await?;
        }
        limber_browser_tests::bail!("hours end before a break within them")
    })
    .await
}

#[tokio::test]
async fn the_calendar_file_has_every_break() -> Outcome {
    journey(async |visit| {
        visit.open("#/breaks").await?;
        let text = visit.browser.saves("Save a calendar file (.ics)", "limber-breaks.ics").await?;
        // From 9:30 to 16:30, each half hour.
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 15, "{text}");
        assert_eq!(text.matches("BEGIN:VALARM").count(), 15, "{text}");
        assert!(text.contains("T093000\r\n"), "{text}");
        assert!(text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), "{text}");
        Ok(())
    })
    .await
}

/// It is a working day at ten in the morning, and reminders are on.
async fn at_the_desk(visit: &Visit) -> Result<()> {
    visit.page().before_each_page(early::SLEEP).await?;
    visit.page().before_each_page(AT_TEN).await?;
    let off = places::BREAKS.replace("\"on\":true", "\"on\":false");
    visit.has_kept(&vec![("limber.breaks".to_owned(), off)]).await?;
    visit.open("#/breaks").await?;
    visit.page().press("Remind me while Limber is open").await?;
    // The other tabs have been asked by then.
    visit.page().sees("The next one").await
}

/// So many seconds go by, and then the person looks at the page.
async fn passes(visit: &Visit, secs: u32) -> Result<()> {
    let script =
        format!("sleepFor({secs} * 1000); document.dispatchEvent(new Event('visibilitychange'))");
    let _: Option<bool> = visit.page().ask(&script).await?;
    Ok(())
}

/// Half an hour goes by, for which the person was there.
async fn due(visit: &Visit) -> Result<()> {
    passes(visit, 31 * 60).await?;
    visit.page().sees("Was that a break?").await?;
    visit.page().press("No").await?;
    visit.page().sees("Time for a").await
}

/// What stands on the notes that show.
async fn notes(visit: &Visit) -> Result<Vec<String>> {
    let script = "return navigator.serviceWorker.getRegistration() \
        .then((it) => it.getNotifications()).then((all) => all.map((it) => it.title))";
    let notes: Value = visit.page().ask(script).await?;
    serde_json::from_value(notes).context("titles")
}

#[tokio::test]
async fn the_floating_timer_counts_and_pauses() -> Outcome {
    journey(async |visit| {
        at_the_desk(visit).await?;
        visit.page().press("Floating timer").await?;
        let floating = "documentPictureInPicture.window?.document.body.innerText ?? ''";
        visit
            .page()
            .until("it counts to the break", &format!("{floating}.includes('30:00')"))
            .await?;
        visit.page().press("Today").await?;
        visit.page().press("Start").await?;
        session::has_started(visit.page()).await?;
        visit
            .page()
            .until("it names the movement", &format!("{floating}.includes('March or walk')"))
            .await?;
        let press = "[...documentPictureInPicture.window.document.querySelectorAll('button')] \
            .find((it) => it.innerText === 'Pause').click()";
        let _: Option<bool> = visit.page().ask(press).await?;
        session::comes_to(visit.page(), session::WARM_UP, "Paused").await?;
        let errors = visit.page().errors().await?;
        assert!(errors.is_empty(), "{errors:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn time_away_that_the_browser_tells_of_is_asked_about() -> Outcome {
    journey(async |visit| {
        let leave = json!({ "permissions": ["idleDetection"], "origin": visit.site.origin() });
        let cdp = visit.page().driver().cdp();
        cdp.send_raw("Browser.grantPermissions", leave).await?;
        at_the_desk(visit).await?;
        // It has leave already, so it begins by itself.
        visit.page().sees("This browser tells Limber when nobody is at the device").await?;
        let witness =
            "window.witness = new IdleDetector(); return witness.start().then(() => true)";
        let _: bool = visit.page().ask(witness).await?;
        let nobody = json!({ "isUserActive": false, "isScreenUnlocked": false });
        cdp.send_raw("Emulation.setIdleOverride", nobody).await?;
        visit
            .page()
            .until("the browser tells of it", "window.witness.userState === 'idle'")
            .await?;
        let _: Option<bool> = visit.page().ask("sleepFor(12 * 60 * 1000)").await?;
        let somebody = json!({ "isUserActive": true, "isScreenUnlocked": true });
        cdp.send_raw("Emulation.setIdleOverride", somebody).await?;
        visit.page().sees("You were away for 12 min. Was that a break?").await?;
        visit.page().press("Yes, I moved").await?;
        visit.page().sees("in 30 min").await
    })
    .await
}
