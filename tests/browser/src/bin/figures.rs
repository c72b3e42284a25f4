//! Takes a contact sheet of all figures, in light and dark, for looking at them: would someone who has never
//! heard of a stretch copy it correctly from its picture alone?
//!
//! `LIMBER_DIST=… figures [FOLDER]`; without a folder the sheets become those that the tests compare with.

use std::fs;
use std::path::PathBuf;

use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::Light;
use limber_browser_tests::figure_sheet::{reference, take};
use limber_browser_tests::site::Site;
use limber_browser_tests::{Context, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let site = Site::built()?;
    let browser = Browser::start(Navigation::Loaded).await?;
    for light in Light::BOTH {
        let sheet = take(browser.page(), &site, light).await?;
        let file = match &folder {
            Some(folder) => folder.join(format!("{}.png", light.name())),
            None => reference(light),
        };
        let parent = file.parent().unwrap_or(&file);
        fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        fs::write(&file, &sheet.png).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{}: {} pictures", file.display(), sheet.cells.len());
    }
    Ok(())
}
