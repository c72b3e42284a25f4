//! No figure changes unseen: each is compared with the sheet that was last looked at.
//!
//! `cargo xtask figures` makes the sheets anew; look at every picture that changed before you keep them.

use std::fs;

use limber_browser_tests::device::Light;
use limber_browser_tests::figure_sheet::{TOLERANCE, differences, reference, take};
use limber_browser_tests::{Context, Result, ensure};

use crate::visit::{Outcome, Visit, journey};

#[tokio::test]
async fn the_figures_are_those_of_the_sheet_in_light() -> Outcome {
    journey(async |visit| check(visit, Light::Light).await).await
}

#[tokio::test]
async fn the_figures_are_those_of_the_sheet_in_dark() -> Outcome {
    journey(async |visit| check(visit, Light::Dark).await).await
}

async fn check(visit: &Visit, light: Light) -> Result<()> {
    let sheet = take(visit.page(), &visit.site, light).await?;
    let file = reference(light);
    let before = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let different: Vec<_> = differences(&sheet, &before)?
        .into_iter()
        .map(|(name, share)| format!("{name}: {:.1} % of it", share * 100.0))
        .collect();
    ensure!(
        different.is_empty(),
        "more than {} % of these is drawn otherwise; cargo xtask figures keeps what you have looked at:\n{}",
        TOLERANCE * 100.0,
        different.join("\n")
    );
    Ok(())
}
