//! Takes pictures of every screen: on phones and a desk, in light and dark, for looking at the design.
//!
//! `LIMBER_DIST=… shots [FOLDER]`; without a folder they go to `target/shots`.

use std::fs;
use std::path::{Path, PathBuf};

use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::{DESK, Light, PHONE, SMALL_PHONE, Screen};
use limber_browser_tests::page::Page;
use limber_browser_tests::places::{self, DIALOGS, PLACES};
use limber_browser_tests::session::{self, PIRIFORMIS};
use limber_browser_tests::site::Site;
use limber_browser_tests::{Context, Result, early};

/// Without its margins.
const PAPER: Screen = Screen { width: 718, height: 1040, ..DESK };

const SCREENS: [Screen; 3] = [PHONE, SMALL_PHONE, DESK];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).map_or_else(|| "target/shots".into(), PathBuf::from);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let site = Site::built()?;
    let browser = Browser::start(Navigation::Loaded).await?;
    let camera = Camera { page: browser.page(), site: &site, folder: &folder };
    camera.take_all().await?;
    println!("{}", folder.display());
    Ok(())
}

struct Camera<'a> {
    page: &'a Page,
    site: &'a Site,
    folder: &'a Path,
}

impl Camera<'_> {
    async fn take_all(&self) -> Result<()> {
        self.page.show_on(PHONE).await?;
        self.page.open(self.site.address()).await?;
        // It is said once, and would stand on every picture.
        self.page.sees("Limber now opens without a network too.").await?;
        self.page.press("OK").await?;
        self.take("first-visit-today", "#/").await?;
        self.take("first-visit-history", "#/history").await?;
        self.take_check().await?;
        self.page.before_each_page(&places::planting(&places::a_year())).await?;
        self.page.reload().await?;
        for place in PLACES {
            self.take(place.name, place.hash).await?;
        }
        self.take_levels().await?;
        // What a year brings about is on other pictures than those of the usual person.
        let forget = "for (const key of Object.keys(localStorage)) \
            if (/sessions|days|measures|progress/.test(key)) localStorage.removeItem(key)";
        let _: Option<bool> = self.page.ask(forget).await?;
        self.page.reload().await?;
        self.take_breath().await?;
        self.take_own().await?;
        self.take_session().await?;
        self.take_break().await?;
        self.page.navigate(&format!("{}rescue.html", self.site.address())).await?;
        self.shoot("rescue", true).await
    }

    /// The safety check: its first page, one that is opened, and each way in which it ends.
    async fn take_check(&self) -> Result<()> {
        let page = self.page;
        self.take("check-0-unanswered", "#/check").await?;
        self.take("check-1-question", "#/check/1").await?;
        page.press("Yes, or not sure").await?;
        self.shoot("check-2-which", true).await?;
        page.press("New loss of bowel control, or not feeling when you need to go").await?;
        page.press("Next").await?;
        self.shoot("check-3-go-now", true).await?;
        self.take("check-4-today-closed", "#/").await?;
        page.open(&format!("{}#/check", self.site.address())).await?;
        page.press("I have been seen about this, and may exercise").await?;
        // The rest of the questions comes at once.
        page.sees("2 of 9").await?;
        for _ in 0..3 {
            session::answers_no_once(page).await?;
        }
        page.press("Yes, or not sure").await?;
        page.press("Losing weight without trying").await?;
        page.press("Next").await?;
        session::answers_no(page).await?;
        self.shoot("check-5-talk-first", true).await?;
        self.shoot_on_paper("check-5-note").await?;
        page.press("A clinician said that I may do gentle exercise").await?;
        page.press("Answer again").await?;
        for page_before in 1..=7 {
            // What is so still is ticked.
            if page_before == 5 {
                page.press("Next").await?;
            } else {
                session::answers_no_once(page).await?;
            }
        }
        page.press("Yes, or not sure").await?;
        page.press("Hip replacement, from the back").await?;
        page.press("Next").await?;
        page.press("Yes, or not sure").await?;
        page.press("Kneeling hurts").await?;
        page.press("Next").await?;
        self.shoot("check-6-good-to-go", true).await?;
        self.take("check-7-routine", "#/routines/article-five").await?;
        self.take("check-8-movement", "#/movements/figure-four-stretch").await?;
        self.take("check-9-movements", "#/movements").await?;
        let _: Option<bool> = page.ask("localStorage.clear()").await?;
        page.before_each_page(places::SCREENED).await
    }

    /// The pacer at work.
    async fn take_breath(&self) -> Result<()> {
        self.page.open(&format!("{}#/breathe", self.site.address())).await?;
        self.page.press("Start").await?;
        self.page.sees("Breathe out").await?;
        self.shoot("breathe-1-running", true).await?;
        self.page.press("Stop").await
    }

    /// After a step back to an easier level, and where another level is offered.
    async fn take_levels(&self) -> Result<()> {
        let plant = |step, because| {
            format!(
                "localStorage.setItem('limber.progress', JSON.stringify({{auto: true, because: {because}, \
                changed: [Math.floor(Date.now() / 1000), 0], step: {step}, v: 1}}))"
            )
        };
        for (name, hash, script) in [
            ("levels-1-back", "#/routines/article-five", plant(-1, "['raised', 3]")),
            ("levels-2-offer", "#/settings", plant(6, "null")),
        ] {
            let _: Option<bool> = self.page.ask(&script).await?;
            self.page.reload().await?;
            self.take(name, hash).await?;
        }
        let _: Option<bool> = self.page.ask("localStorage.removeItem('limber.progress')").await?;
        self.page.reload().await
    }

    /// A routine in a link, kept, and where it is changed.
    async fn take_own(&self) -> Result<()> {
        let page = self.page;
        self.take("own-1-shared", "#/shared/1/From%20my%20physio/6t60_1h30.2.1.5_3h20.1.1.5")
            .await?;
        page.press("Keep it").await?;
        page.sees("Share it as a link").await?;
        self.shoot("own-2-kept", true).await?;
        let _: Option<bool> = page.ask("window.print = () => {}").await?;
        page.press("Print it as a home programme").await?;
        self.shoot_on_paper("own-programme").await?;
        page.press("Change it").await?;
        page.has_heading("Change it").await?;
        self.shoot("own-3-change", true).await?;
        self.take("own-4-routines", "#/routines").await?;
        self.take("own-5-broken", "#/shared/3/x").await?;
        self.take("own-6-movements", "#/movements").await?;
        page.press("Write down one of your own").await?;
        page.has_heading("A movement of your own").await?;
        self.shoot("own-7-movement-change", true).await?;
        page.press("Done").await?;
        self.take("own-8-movements", "#/movements").await
    }

    /// A break that is due, on Today and on its own page.
    async fn take_break(&self) -> Result<()> {
        self.page.before_each_page(early::SLEEP).await?;
        self.page.before_each_page(&places::kept_breaks()).await?;
        self.page.open(&format!("{}#/breaks", self.site.address())).await?;
        self.page.reload().await?;
        self.page.sees("The next one").await?;
        let script =
            "sleepFor(31 * 60 * 1000); document.dispatchEvent(new Event('visibilitychange'))";
        let _: Option<bool> = self.page.ask(script).await?;
        self.page.press("No").await?;
        self.page.sees("Time for a short break").await?;
        self.shoot("break-due", true).await?;
        self.page.press("Today").await?;
        self.shoot("break-due-today", true).await
    }

    /// As it is printed, on a page of A4 at 96 dots to the inch.
    async fn shoot_on_paper(&self, name: &str) -> Result<()> {
        let media = |media: &str| serde_json::json!({ "media": media });
        let cdp = self.page.driver().cdp();
        self.page.show_on(PAPER).await?;
        self.page.light_up(Light::Light).await?;
        cdp.send_raw("Emulation.setEmulatedMedia", media("print")).await?;
        self.keep(&format!("paper-{name}"), &self.page.picture().await?)?;
        cdp.send_raw("Emulation.setEmulatedMedia", media("")).await?;
        self.page.show_on(PHONE).await
    }

    async fn take(&self, name: &str, hash: &str) -> Result<()> {
        self.page.open(&format!("{}{hash}", self.site.address())).await?;
        self.shoot(name, true).await
    }

    async fn take_session(&self) -> Result<()> {
        let page = self.page;
        page.open(&format!("{}#/routines/article-five", self.site.address())).await?;
        page.press("Start").await?;
        page.sees("Get ready").await?;
        self.shoot("player-1-get-ready", false).await?;
        session::skip_to(page, PIRIFORMIS, "Hold").await?;
        // A session in which nothing was done has nothing to look back on.
        session::does_a_little(page).await?;
        self.shoot("player-2-hold", false).await?;
        session::skip_to(page, PIRIFORMIS, "Change sides").await?;
        self.shoot("player-3-change-sides", false).await?;
        page.press("Pause").await?;
        self.shoot("player-4-paused", false).await?;
        for dialog in DIALOGS {
            dialog.open(page).await?;
            self.shoot(&format!("player-5-{}", dialog.name), false).await?;
            page.press("Close").await?;
        }
        page.press("This hurts").await?;
        page.press("Sharp, stabbing or electric").await?;
        self.shoot("player-6-advice", false).await?;
        page.press("Do this instead: Seated figure four").await?;
        self.shoot("player-7-instead", false).await?;
        page.press("This hurts").await?;
        page.press("Numb, tingling or weak").await?;
        page.press("End the session").await?;
        page.has_heading("That counts too.").await?;
        self.shoot("done-stopped", true).await?;
        page.press("Understood").await?;
        self.take("settings-hurts", "#/settings").await?;
        self.start_again().await?;
        page.press("End").await?;
        page.press("End session").await?;
        page.has_heading("That counts too.").await?;
        self.shoot("done", true).await?;
        page.press("Point at it on a body, seen from the back").await?;
        let point = "for (const it of document.querySelectorAll('.zone.is-buttock')) it.click()";
        let _: Option<bool> = page.ask(point).await?;
        self.shoot("done-where", true).await
    }

    /// A session from which nothing was told.
    async fn start_again(&self) -> Result<()> {
        let page = self.page;
        let _: Option<bool> = page.ask("localStorage.removeItem('limber.hurts')").await?;
        page.open(&format!("{}#/routines/article-five", self.site.address())).await?;
        page.reload().await?;
        page.press("Start").await?;
        session::skip_to(page, PIRIFORMIS, "Hold").await?;
        session::does_a_little(page).await
    }

    async fn shoot(&self, name: &str, is_long: bool) -> Result<()> {
        for screen in SCREENS {
            self.page.show_on(screen).await?;
            for light in Light::BOTH {
                self.page.light_up(light).await?;
                self.page.is_still().await?;
                let name = format!("{}-{}-{name}", screen.name, light.name());
                self.keep(&name, &self.page.picture().await?)?;
                if is_long && screen != SMALL_PHONE {
                    self.page
                        .show_on(Screen { height: self.whole_height().await?, ..screen })
                        .await?;
                    self.keep(&format!("{name}-long"), &self.page.picture().await?)?;
                    self.page.show_on(screen).await?;
                }
            }
        }
        Ok(())
    }

    /// How high a screen would have to be that shows all of the page: what is long scrolls within it.
    async fn whole_height(&self) -> Result<u32> {
        let script = "const main = document.querySelector('main'); \
            return innerHeight + Math.max(0, main.scrollHeight - main.clientHeight, \
                document.documentElement.scrollHeight - innerHeight)";
        self.page.ask(script).await
    }

    fn keep(&self, name: &str, picture: &[u8]) -> Result<()> {
        let file = self.folder.join(format!("{name}.png"));
        fs::write(&file, picture).with_context(|| format!("cannot write {}", file.display()))
    }
}
