//! Lighthouse finds nothing to better on Today, on a phone and a slow network.

use std::io::{Write, stdout};

use limber_browser_tests::lighthouse::Lighthouse;
use limber_browser_tests::site::{self, Site, Travel};
use limber_browser_tests::{Result, ensure};

use crate::visit::{Outcome, alone, told};

/// What each category has to reach, of 100. Performance goes by times: on one machine the same build came to 97 and to
/// 100 within one hour, and to anything from 90 to 98 within another, as did the build of the day before. The bench
/// has the ratios.
const FLOORS: [(&str, f64); 4] =
    [("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0), ("performance", 95.0)];

/// How often it may look: performance goes by times, and a machine that is busy with something else just
/// then says nothing about the page. In the slow hour above, two in five of its looks reached the floor.
const TRIES: u8 = 8;

#[tokio::test]
async fn lighthouse_has_nothing_to_say_against_today() -> Outcome {
    audit().await.map_err(|error| told(&error))
}

async fn audit() -> Result<()> {
    let lighthouse = Lighthouse::find()?;
    let site = Site::serve(&site::built()?, "/", Travel::Brotli)?;
    let _turn = alone().await;
    let mut findings = vec![];
    for _ in 0..TRIES {
        findings = look(&lighthouse, &site)?;
        if findings.is_empty() {
            break;
        }
    }
    ensure!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(())
}

/// What falls short of its floor.
fn look(lighthouse: &Lighthouse, site: &Site) -> Result<Vec<String>> {
    let report = lighthouse.audit(site.address(), &FLOORS.map(|(category, _)| category))?;
    let mut findings = vec![];
    for (category, floor) in FLOORS {
        let score = report.score(category)?;
        // Not by println!, of which one sees nothing where all is well.
        writeln!(stdout(), "Lighthouse: {score:.0} for {category}")?;
        if score < floor {
            let costs = report.findings(category);
            findings.push(format!("{category}: {score:.0}, and at least {floor} is asked{costs}"));
        }
    }
    Ok(findings)
}
