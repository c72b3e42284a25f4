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
        self.take("first-visit-history", "#/history").await?;
        self.page.before_each_page(&places::planting(&places::filled_history())).await?;
        self.page.reload().await?;
        for place in PLACES {
            self.take(place.name, place.hash).await?;
        }
        self.take_session().await?;
        self.take_break().await?;
        self.page.navigate(&format!("{}rescue.html", self.site.address())).await?;
        self.shoot("rescue", true).await
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
        page.press("End").await?;
        page.press("End session").await?;
        page.has_heading("That counts too.").await?;
        self.shoot("done", true).await
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
