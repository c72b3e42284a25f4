//! How quick the app is on a cheap phone, beside pages that do next to nothing:
//! one that is empty, one with a button, one with a clock.
//!
//! It is a measurement and not a test: `cargo xtask bench` builds it all and runs it. Options:
//! `--runs N` for how often each page is visited, `--seconds N` for how long the main thread is watched,
//! `--visits` for visits alone, `--figures` for what a figure costs that moves, and `--history` for what years of
//! sessions cost, and nothing else.

mod animation;
mod load;
mod options;
mod renderer;
mod report;
mod work;
mod years;

use std::path::Path;

use limber_browser_tests::site::{self, Site, Travel};
use limber_browser_tests::{Context, Result};

use animation::Animation;
use load::{Loads, Stays};
use options::{Options, Part};
use renderer::Renderer;
use report::{Visits, Watched, Works};
use work::{Figure, Work};
use years::Years;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Options { runs, seconds, part } = Options::parse(std::env::args().skip(1))?;
    if part == Part::Figures {
        let animation = Animation::measure(&plain()?, seconds).await?;
        print!("{animation}{}", Renderer::weigh()?);
        return Ok(());
    }
    if part == Part::History {
        print!("{}", Years::measure(&plain()?).await?);
        return Ok(());
    }
    let pages = Pages::serve()?;
    let (mut visits, mut watched) = (Visits::default(), Watched::default());
    for run in 1..=runs {
        println!("run {run} of {runs}");
        // One after the other in each run, so that a busy machine is busy for all of them.
        visits.empty.push(Loads::measure(&pages.empty, Stays::Away).await?);
        visits.one_button.push(Loads::measure(&pages.one_button, Stays::Away).await?);
        visits.limber.push(Loads::measure(&pages.limber, Stays::OnTheDevice).await?);
        if part == Part::All {
            println!("watching the main thread, 10 times {seconds} s");
            let works = Works {
                empty: Work::on(&pages.empty, seconds).await?,
                clock: Work::on(&pages.clock, seconds).await?,
                limber: Work::on(&pages.limber, seconds).await?,
                session: Work::in_session(&pages.limber, seconds, Figure::Still).await?,
                moving: Work::in_session(&pages.limber, seconds, Figure::Moving).await?,
            };
            println!("{works}");
            watched.0.push(works);
        }
    }
    print!("{visits}");
    if part == Part::All {
        let animation = Animation::measure(&pages.limber, seconds).await?;
        let years = Years::measure(&pages.limber).await?;
        print!("{watched}{animation}{}{years}", Renderer::weigh()?);
    }
    Ok(())
}

/// The app, as it is on the disk.
fn plain() -> Result<Site> {
    Site::serve(&site::built()?, "/", Travel::Plain)
}

/// The pages, each at an address of its own, as a good host sends them.
struct Pages {
    empty: Site,
    clock: Site,
    one_button: Site,
    limber: Site,
}

impl Pages {
    fn serve() -> Result<Self> {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        let one_button = std::env::var_os("LIMBER_ONE_BUTTON").context(
            "LIMBER_ONE_BUTTON does not say where the built page with one button is: cargo xtask bench does",
        )?;
        Ok(Self {
            empty: Site::serve(&pages.join("empty"), "/", Travel::Brotli)?,
            clock: Site::serve(&pages.join("clock"), "/", Travel::Brotli)?,
            one_button: Site::serve(Path::new(&one_button), "/", Travel::Brotli)?,
            limber: Site::serve(&site::built()?, "/", Travel::Brotli)?,
        })
    }
}
