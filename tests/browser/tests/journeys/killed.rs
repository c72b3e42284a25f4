//! The page dies at any moment. What was kept before is there afterwards, and once.
//!
//! It is the page's process that is killed: the browser's own holds what has been stored, so fifty
//! deaths take a minute. What the end of the browser itself costs is told by `crash`.

mod chance;
mod kept;

use std::time::Duration;

use limber_browser_tests::page::Page;
use limber_browser_tests::{Context, Result, ensure, places, session};
use serde_json::json;
use thirtyfour::{Key, WindowHandle};
use tokio::time::sleep;

use crate::visit::{Outcome, Visit, journey};
use chance::Chance;
use kept::Kept;

const KILLS: usize = 50;

/// It has steps of all kinds.
const ROUTINE: &str = "#/routines/hip-flexor-focus";

/// Shares of the usual lengths, with which its steps take from 1 s to 10 s.
const SHORT: [u16; 4] = [10; 4];

/// How long the page lives on at the most, once the session stands where it is to be killed.
const LONGEST: Duration = Duration::from_millis(400);

/// The same where it is about what has just been done.
const MOMENT: Duration = Duration::from_millis(30);

/// Where the person comes back to: Today, the player as it was, and a page that shows what is kept.
const WAYS_BACK: [&str; 3] = ["", "#/session", "#/history"];

/// Where the session stands when the page is about to be killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    GettingReady,
    Working,
    ChangingSides,
    Resting,
    Paused,
    /// A step has just been skipped, maybe the last.
    Skipped,
    /// The last step has just run out.
    Finished,
}

const STAGES: [Stage; 7] = [
    Stage::GettingReady,
    Stage::Working,
    Stage::ChangingSides,
    Stage::Resting,
    Stage::Paused,
    Stage::Skipped,
    Stage::Finished,
];

#[tokio::test]
async fn a_page_that_is_killed_at_any_moment_loses_nothing_that_was_kept() -> Outcome {
    journey(async |visit| {
        let mut walk = Walk::begin(visit).await?;
        for kill in 1..=KILLS {
            let stage = walk.chance.one_of(&STAGES);
            let told = format!("{}, kill {kill}, at {stage:?}", walk.chance);
            walk.dies_at(stage).await.context(told)?;
        }
        walk.ends().await
    })
    .await
}

/// A person whose page dies, and who comes back each time.
struct Walk<'a> {
    visit: &'a Visit,
    /// A tab without the app: in one that has died, the driver cannot even open another.
    spare: WindowHandle,
    chance: Chance,
    known: Kept,
}

impl<'a> Walk<'a> {
    async fn begin(visit: &'a Visit) -> Result<Self> {
        let spare = visit.page().driver().window().await?;
        let walk = Self { visit, spare, chance: Chance::of_this_run(), known: Kept::default() };
        walk.opens_tab().await?;
        visit.has_kept(&places::lengths(SHORT)).await?;
        visit.page().before_each_page(places::SCREENED).await?;
        visit.open("").await?;
        Ok(walk)
    }

    const fn page(&self) -> &'a Page {
        self.visit.page()
    }

    async fn dies_at(&mut self, stage: Stage) -> Result<()> {
        self.comes_to(stage).await?;
        self.dies_and_comes_back(stage).await
    }

    /// Brings a session to where the page is to be killed.
    async fn comes_to(&mut self, stage: Stage) -> Result<()> {
        self.goes_on().await?;
        match stage {
            Stage::GettingReady => self.skips_to("get ready").await?,
            Stage::ChangingSides => self.skips_to("change sides").await?,
            Stage::Resting => self.skips_to("rest").await?,
            Stage::Working | Stage::Skipped => self.skips_to("hold").await?,
            Stage::Paused => {
                self.page().press("Pause").await?;
                self.page().sees("Paused").await?;
            }
            Stage::Finished => self.finishes().await?,
        }
        self.compares().await
    }

    /// Resumes the session that is open, or starts one.
    async fn goes_on(&self) -> Result<()> {
        if !self.known.is_open() {
            return self.starts().await;
        }
        if !self.page().offers("Resume").await? {
            self.visit.open("").await?;
        }
        self.page().press("Resume").await?;
        self.page().until("the session goes on", "document.querySelector('.player .doing')").await
    }

    async fn starts(&self) -> Result<()> {
        self.visit.open(ROUTINE).await?;
        self.page().press("Start").await?;
        self.page().until("a session starts", "document.querySelector('.player .doing')").await
    }

    /// Skips steps until it is to do `doing`, in another session if it does not come in this one.
    async fn skips_to(&self, doing: &str) -> Result<()> {
        self.page()
            .wait(&format!("skipping leads to “{doing}”"), async || {
                let seen = session::look(self.page()).await?.doing.to_lowercase();
                if seen.starts_with(doing) {
                    return Ok(Some(()));
                }
                if seen.is_empty() {
                    self.starts().await?;
                } else {
                    self.skips().await?;
                }
                Ok(None)
            })
            .await
    }

    /// Lets the last step run out.
    async fn finishes(&self) -> Result<()> {
        let open = self.skips_to_the_last_step().await?;
        // So that it is over within a second.
        self.page().keys(Key::Down).await?;
        self.page().sees("Saved on this device").await?;
        let now = Kept::read(self.page()).await?;
        ensure!(now.has_recorded(&open), "it says that it is saved, and it is not");
        Ok(())
    }

    async fn skips_to_the_last_step(&self) -> Result<Kept> {
        self.page()
            .wait("skipping leads to the last step", async || {
                let now = Kept::read(self.page()).await?;
                if now.is_at_last_step() {
                    return Ok(Some(now));
                }
                self.skips().await?;
                Ok(None)
            })
            .await
    }

    /// By the keyboard: a session that is over meanwhile takes no notice.
    async fn skips(&self) -> Result<()> {
        self.page().keys(Key::Right).await
    }

    async fn dies_and_comes_back(&mut self, stage: Stage) -> Result<()> {
        if stage == Stage::Skipped {
            self.skips().await?;
            sleep(self.chance.up_to(MOMENT)).await;
        } else {
            sleep(self.chance.up_to(LONGEST)).await;
        }
        self.dies().await?;
        self.visit.open(self.chance.one_of(&WAYS_BACK)).await?;
        let now = Kept::read(self.page()).await?;
        // A session of which nothing was done may be skipped away, but not get lost.
        ensure!(stage == Stage::Skipped || now.has_not_let_go(&self.known), "the session is lost");
        self.compares().await
    }

    /// Kills the page's process, and opens another tab in its place.
    async fn dies(&self) -> Result<()> {
        let driver = self.page().driver();
        let dead = driver.window().await?;
        // The answer is that the tab has crashed.
        let _ = driver.cdp().send_raw("Page.crash", json!({})).await;
        driver.switch_to_window(self.spare.clone()).await?;
        self.opens_tab().await?;
        let another = driver.window().await?;
        driver.switch_to_window(dead).await?;
        driver.close_window().await?;
        Ok(driver.switch_to_window(another).await?)
    }

    async fn opens_tab(&self) -> Result<()> {
        let driver = self.page().driver();
        let tab = driver.new_tab().await?;
        Ok(driver.switch_to_window(tab).await?)
    }

    /// Looks at what is kept now, which must have come out of what was kept before.
    async fn compares(&mut self) -> Result<()> {
        let now = Kept::read(self.page()).await?;
        self.known.has_become(&now)?;
        self.known = now;
        Ok(())
    }

    /// Finishes what is open, and looks into the history as a person would.
    async fn ends(&mut self) -> Result<()> {
        self.goes_on().await?;
        self.finishes().await?;
        self.compares().await?;
        self.visit.open("#/history").await?;
        self.page().sees(&format!("{} sessions", self.known.sessions())).await
    }
}
