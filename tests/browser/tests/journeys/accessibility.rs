//! Nothing keeps people out, on any screen, in light and dark.

use limber_browser_tests::axe::Axe;
use limber_browser_tests::device::{Light, PHONE, SMALL_PHONE, Screen};
use limber_browser_tests::page::Page;
use limber_browser_tests::places::{self, DIALOGS, PLACES};
use limber_browser_tests::{Result, bail, early, session};

use crate::visit::{Outcome, Visit, journey};

/// How each screen is examined.
const VIEWS: [(Screen, Light); 3] =
    [(PHONE, Light::Light), (PHONE, Light::Dark), (SMALL_PHONE, Light::Light)];

#[tokio::test]
async fn axe_finds_nothing_on_the_pages() -> Outcome {
    journey(async |visit| {
        let mut report = Report::new()?;
        report.add(visit, "today, first visit", "").await?;
        report.add(visit, "history, empty", "#/history").await?;
        report.add(visit, "done, without a session", "#/session/done").await?;
        visit.has_kept(&places::filled_history()).await?;
        visit.page().reload().await?;
        for place in PLACES {
            report.add(visit, place.name, place.hash).await?;
        }
        report.close()
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_in_a_session() -> Outcome {
    journey(async |visit| {
        let mut report = Report::new()?;
        let page = visit.page();
        visit.start_the_five().await?;
        report.examine(page, "getting ready").await?;
        session::skip_to(page, session::PIRIFORMIS, "Hold").await?;
        session::does_a_little(page).await?;
        report.examine(page, "a hold").await?;
        session::skip_to(page, session::PIRIFORMIS, "Change sides").await?;
        page.press("Pause").await?;
        page.sees("Paused").await?;
        report.examine(page, "paused").await?;
        for dialog in DIALOGS {
            dialog.open(page).await?;
            report.examine(page, dialog.name).await?;
            page.press("Close").await?;
        }
        session::ends(page).await?;
        report.examine(page, "done").await?;
        page.press("Just right").await?;
        report.examine(page, "done, rated").await?;
        report.close()
    })
    .await
}

#[tokio::test]
async fn axe_finds_nothing_where_a_session_changes_rests_asks_or_is_offered() -> Outcome {
    journey(async |visit| {
        let mut report = Report::new()?;
        let page = visit.page();
        page.before_each_page(early::SLEEP).await?;
        // So that what is drawn is text, which axe can see.
        page.before_each_page(early::NO_WORKER).await?;
        visit.open("#/settings").await?;
        page.press(session::WAIT_FOR_ME).await?;
        visit.start_the_five().await?;
        session::skip_to(page, session::PIRIFORMIS, "Change sides").await?;
        report.examine(page, "changing sides").await?;
        page.press("I’m ready").await?;
        session::comes_to(page, session::PIRIFORMIS, "Hold").await?;
        report.examine(page, "a hold, as text").await?;
        session::skip_to(page, "Child's pose", "Rest").await?;
        report.examine(page, "a rest").await?;
        let _: Option<bool> = page.ask("sleepFor(600 * 1000)").await?;
        page.press("This hurts").await?;
        page.press("Close").await?;
        page.sees("Your device slept for").await?;
        report.examine(page, "after a sleep").await?;
        visit.open("#/nowhere").await?;
        page.sees("There is no page at that address").await?;
        page.sees("Resume at").await?;
        report.examine(page, "today, with a notice and a session").await?;
        report.close()
    })
    .await
}

/// What has been found so far, on all screens: one run says everything that is wrong.
pub struct Report {
    axe: Axe,
    findings: Vec<String>,
}

impl Report {
    pub fn new() -> Result<Self> {
        Ok(Self { axe: Axe::find()?, findings: vec![] })
    }

    async fn add(&mut self, visit: &Visit, name: &str, hash: &str) -> Result<()> {
        visit.open(hash).await?;
        self.examine(visit.page(), name).await
    }

    pub async fn examine(&mut self, page: &Page, name: &str) -> Result<()> {
        for (screen, light) in VIEWS {
            page.show_on(screen).await?;
            page.light_up(light).await?;
            page.is_still().await?;
            for it in self.axe.examine(page).await? {
                let (screen, light) = (screen.name, light.name());
                self.findings.push(format!(
                    "{name}, {screen}, {light}: {}\n  {}\n  {}",
                    it.rule,
                    it.place,
                    it.summary.replace('\n', "\n  ")
                ));
            }
        }
        Ok(())
    }

    pub fn close(&self) -> Result<()> {
        if self.findings.is_empty() {
            return Ok(());
        }
        bail!("axe-core has {} findings:\n{}", self.findings.len(), self.findings.join("\n"))
    }
}
