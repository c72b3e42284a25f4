//! A person with a phone and the app. What goes wrong is told with what was on the screen.

use std::fmt::{self, Debug, Formatter};
use std::fs;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;

use futures_util::FutureExt;
use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::PHONE;
use limber_browser_tests::engines::Engine;
use limber_browser_tests::page::Page;
use limber_browser_tests::places::{self, Seed};
use limber_browser_tests::session;
use limber_browser_tests::site::Site;
use limber_browser_tests::{Context, Result};
use tokio::sync::Semaphore;

/// More at once would come too late for their own clocks.
const MOST: u32 = 2;
static AT_ONCE: Semaphore = Semaphore::const_new(MOST as usize);

/// Puts into fields, by their ids, what is typed there.
pub const FILL: &str = "for (const [id, value] of Object.entries(arguments[0])) \
    document.getElementById(id).value = value; return true";

/// Keeps the text of a file that the page hands over in `window.saved`.
pub const SAVES: &str = "const make = URL.createObjectURL; \
    URL.createObjectURL = (blob) => { blob.text().then((it) => { window.saved = it; }); return make(blob); }; \
    return true";

pub struct Visit {
    pub site: Site,
    pub browser: Browser,
}

/// What a journey ends with.
pub type Outcome = std::result::Result<(), Failure>;

/// Printed as it is written, on several lines.
pub struct Failure(String);

impl Debug for Failure {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Makes a journey on a phone that has never seen the app, of a person who has answered no to every question
/// of the safety check. An error in the console fails it.
pub async fn journey(steps: impl AsyncFnOnce(&mut Visit) -> Result<()>) -> Outcome {
    journey_at("/", Navigation::Loaded, steps).await
}

/// The same of a person whom nobody has asked yet.
pub async fn first_journey(steps: impl AsyncFnOnce(&mut Visit) -> Result<()>) -> Outcome {
    made(Visit::begin("/", Navigation::Loaded), steps).await
}

/// The same, with the app at `path` of its host.
pub async fn journey_at(
    path: &str,
    navigation: Navigation,
    steps: impl AsyncFnOnce(&mut Visit) -> Result<()>,
) -> Outcome {
    let begin = async {
        let visit = Visit::begin(path, navigation).await?;
        visit.page().before_each_page(places::SCREENED).await?;
        Ok(visit)
    };
    made(begin, steps).await
}

/// The same in a browser of any engine, which has a window as small as a phone, or nearly.
pub async fn journey_on(
    engine: Engine,
    steps: impl AsyncFnOnce(&mut Visit) -> Result<()>,
) -> Outcome {
    made(Visit::begin_on(engine), steps).await
}

/// Waits for a time without journeys. None begins before what this gives is dropped.
pub async fn alone() -> impl Sized {
    AT_ONCE.acquire_many(MOST).await
}

async fn made(
    begin: impl Future<Output = Result<Visit>>,
    steps: impl AsyncFnOnce(&mut Visit) -> Result<()>,
) -> Outcome {
    let _turn = AT_ONCE.acquire().await;
    let mut visit = begin.await.map_err(|error| told(&error))?;
    let steps = AssertUnwindSafe(async {
        steps(&mut visit).await?;
        visit.no_errors().await
    });
    match steps.catch_unwind().await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(Failure(format!("{}\n{}", told(&error).0, visit.last_seen().await))),
        Err(panic) => {
            eprintln!("{}", visit.last_seen().await);
            resume_unwind(panic)
        }
    }
}

/// As one reads it: what failed, and because of what.
pub fn told(error: &limber_browser_tests::Error) -> Failure {
    Failure(error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  because: "))
}

impl Visit {
    async fn begin(path: &str, navigation: Navigation) -> Result<Self> {
        let site = Site::built_at(path)?;
        let browser = Browser::start(navigation).await?;
        browser.page().show_on(PHONE).await?;
        Ok(Self { site, browser })
    }

    async fn begin_on(engine: Engine) -> Result<Self> {
        let site = Site::built()?;
        let browser = Browser::start_on(engine, Navigation::Loaded).await?;
        browser.page().driver().set_window_rect(0, 0, PHONE.width, PHONE.height).await?;
        Ok(Self { site, browser })
    }

    pub const fn page(&self) -> &Page {
        self.browser.page()
    }

    /// Opens the page behind `hash`.
    pub async fn open(&self, hash: &str) -> Result<()> {
        self.page().open(&format!("{}{hash}", self.site.address())).await
    }

    /// Puts texts into the browser's storage before the app first looks there.
    pub async fn has_kept(&self, seed: &Seed) -> Result<()> {
        self.page().before_each_page(&places::planting(seed)).await
    }

    /// Starts the article's routine from its page.
    pub async fn start_the_five(&self) -> Result<()> {
        self.open("#/routines/article-five").await?;
        self.page().press("Start").await?;
        session::has_started(self.page()).await
    }

    async fn no_errors(&self) -> Result<()> {
        if self.browser.engine() != Engine::Chromium {
            // The others' drivers do not look into the console.
            return Ok(());
        }
        let errors = self.page().errors().await?;
        if errors.is_empty() {
            return Ok(());
        }
        limber_browser_tests::bail!("the console has errors:\n{}", errors.join("\n"))
    }

    /// Where the page was, what stood on it, what the console said, and where its picture is.
    async fn last_seen(&self) -> String {
        let page = self.page();
        let address: String = page.ask("return location.href").await.unwrap_or_default();
        let text = page.text().await.unwrap_or_default();
        let errors = page.errors().await.unwrap_or_default().join("\n");
        let picture = match self.keep_picture().await {
            Ok(file) => file.display().to_string(),
            Err(error) => error.to_string(),
        };
        format!("--- last seen at {address}\n{text}\n--- console\n{errors}\n--- picture: {picture}")
    }

    async fn keep_picture(&self) -> Result<PathBuf> {
        let test = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"));
        fs::write(&file, self.page().driver().screenshot_as_png().await?)
            .context("the picture cannot be kept")?;
        Ok(file)
    }
}
