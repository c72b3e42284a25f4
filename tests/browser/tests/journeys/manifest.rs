//! The app can be put among the apps of a phone or a desk, with all that its manifest promises.

use std::io::{Read, Write};
use std::net::TcpStream;

use limber_browser_tests::browser::Navigation;
use limber_browser_tests::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::visit::{Outcome, Visit, journey, journey_at};

/// What a file in PNG begins with, up to the width.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";

#[derive(Deserialize)]
struct Manifest {
    icons: Vec<Picture>,
    screenshots: Vec<Picture>,
    shortcuts: Vec<Shortcut>,
}

#[derive(Deserialize)]
struct Shortcut {
    url: String,
    icons: Vec<Picture>,
}

#[derive(Deserialize)]
struct Picture {
    src: String,
    /// In pixels, as `96x96`.
    sizes: String,
}

#[tokio::test]
async fn the_browser_can_install_the_app() -> Outcome {
    journey(can_be_installed).await
}

#[tokio::test]
async fn the_browser_can_install_the_app_from_a_sub_path() -> Outcome {
    journey_at("/some/app/", Navigation::Loaded, can_be_installed).await
}

#[tokio::test]
async fn every_picture_for_installing_is_there_in_its_size() -> Outcome {
    journey(async |visit| {
        visit.open("").await?;
        let manifest = manifest(visit).await?;
        let shortcuts = manifest.shortcuts.into_iter().flat_map(|it| it.icons);
        let pictures = manifest.icons.into_iter().chain(manifest.screenshots).chain(shortcuts);
        for picture in pictures.chain(pictures_of_the_page(visit).await?) {
            let content = get(&address(visit, &picture.src).await?)?;
            let size = size(&content).with_context(|| format!("{} is no PNG", picture.src))?;
            assert_eq!(size, picture.sizes, "of {}", picture.src);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_shortcut_leads_where_it_says() -> Outcome {
    journey(async |visit| {
        visit.open("").await?;
        for shortcut in manifest(visit).await?.shortcuts {
            let address = address(visit, &shortcut.url).await?;
            get(&address)?;
            // Not by a change of the hash alone: it opens the app.
            visit.page().navigate("about:blank").await?;
            visit.page().open(&address).await?;
            // An address of nothing is replaced.
            let shown: String = visit.page().ask("return location.href").await?;
            assert_eq!(shown, address);
        }
        Ok(())
    })
    .await
}

async fn can_be_installed(visit: &mut Visit) -> Result<()> {
    visit.open("").await?;
    let answer = ask(visit, "Page.getInstallabilityErrors").await?;
    assert_eq!(answer["installabilityErrors"], json!([]));
    let answer = ask(visit, "Page.getAppManifest").await?;
    assert_eq!(answer["errors"], json!([]));
    // Two copies on one host are two apps, since their first pages are what they are known by.
    let answer = ask(visit, "Page.getAppId").await?;
    assert_eq!(answer["appId"], json!(visit.site.address()));
    Ok(())
}

async fn ask(visit: &Visit, question: &str) -> Result<Value> {
    Ok(visit.page().driver().cdp().send_raw(question, json!({})).await?)
}

/// As it is written, since the browser passes on no icons of shortcuts.
async fn manifest(visit: &Visit) -> Result<Manifest> {
    let answer = ask(visit, "Page.getAppManifest").await?;
    let text = answer["data"].as_str().context("the browser has no manifest")?;
    Ok(serde_json::from_str(text)?)
}

/// What iOS takes instead of those of the manifest.
async fn pictures_of_the_page(visit: &Visit) -> Result<Vec<Picture>> {
    let script = "return [...document.querySelectorAll('link[sizes]')] \
        .map((it) => ({ src: it.getAttribute('href'), sizes: it.getAttribute('sizes') }))";
    let pictures: Vec<Picture> = visit.page().ask(script).await?;
    assert!(!pictures.is_empty(), "the page names no picture");
    Ok(pictures)
}

/// The manifest and the page lie in one folder.
async fn address(visit: &Visit, relative: &str) -> Result<String> {
    visit
        .page()
        .ask_with("return new URL(arguments[0], location).href", vec![relative.into()])
        .await
}

/// What the server itself answers, past the service worker.
fn get(address: &str) -> Result<Vec<u8>> {
    let rest = address.strip_prefix("http://").context("that is no address")?;
    let rest = rest.split('#').next().unwrap_or_default();
    let (host, path) = rest.split_once('/').context("the address has no path")?;
    let mut connection = TcpStream::connect(host)?;
    write!(connection, "GET /{path} HTTP/1.0\r\nHost: {host}\r\n\r\n")?;
    let mut answer = vec![];
    connection.read_to_end(&mut answer)?;
    let status = String::from_utf8_lossy(answer.get(9..12).unwrap_or_default());
    if status != "200" {
        bail!("{address} is answered by {status}");
    }
    let end =
        answer.windows(4).position(|it| it == b"\r\n\r\n").context("the answer has no end")?;
    Ok(answer.split_off(end + 4))
}

/// The pixels of a picture, as a manifest writes them.
fn size(content: &[u8]) -> Option<String> {
    let (numbers, _) = content.strip_prefix(PNG)?.split_at_checked(8)?;
    let number = |at: usize| Some(u32::from_be_bytes(numbers[at..at + 4].try_into().ok()?));
    Some(format!("{}x{}", number(0)?, number(4)?))
}
