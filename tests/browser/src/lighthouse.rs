//! Audits a page with Lighthouse, in a browser of its own that plays a phone on a slow network.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use crate::engines::chromium;

/// The program of Lighthouse.
pub struct Lighthouse {
    program: PathBuf,
}

/// What it says of a page.
#[derive(Deserialize)]
pub struct Report {
    categories: BTreeMap<String, Category>,
    audits: BTreeMap<String, Audit>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Category {
    /// From 0 to 1, as those of audits; nothing where it could not be told.
    score: Option<f64>,
    audit_refs: Vec<AuditRef>,
}

#[derive(Deserialize)]
struct AuditRef {
    id: String,
    weight: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Audit {
    title: String,
    score: Option<f64>,
    display_value: Option<String>,
    #[serde(default)]
    details: Value,
}

impl Lighthouse {
    /// # Errors
    /// Where the environment does not say where it is.
    pub fn find() -> Result<Self> {
        let program = std::env::var_os("LIMBER_LIGHTHOUSE")
            .context("LIMBER_LIGHTHOUSE does not say where it is: cargo xtask test does")?;
        Ok(Self { program: program.into() })
    }

    /// Audits the page at `address` in these categories.
    ///
    /// # Errors
    /// Where Lighthouse does not come to an end.
    pub fn audit(&self, address: &str, categories: &[&str]) -> Result<Report> {
        let folder = tempfile::Builder::new().prefix("limber-lighthouse-").tempdir()?;
        let output = Command::new(&self.program)
            .arg(address)
            .args(["--quiet", "--output=json", "--chrome-flags=--headless --no-sandbox"])
            .arg(format!("--only-categories={}", categories.join(",")))
            .env("CHROME_PATH", chromium()?)
            .env("HOME", folder.path())
            .env("TMPDIR", folder.path())
            .output()
            .context("Lighthouse does not start")?;
        let told = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "Lighthouse failed:\n{told}");
        serde_json::from_slice(&output.stdout).context("Lighthouse gives no report")
    }
}

impl Report {
    /// Of 100, in one category.
    ///
    /// # Errors
    /// Where Lighthouse could not tell.
    pub fn score(&self, category: &str) -> Result<f64> {
        let score = self.categories.get(category).and_then(|it| it.score);
        score
            .map(|it| it * 100.0)
            .with_context(|| format!("Lighthouse gives no score for {category}"))
    }

    /// What costs points in one category, each with its details.
    #[must_use]
    pub fn findings(&self, category: &str) -> String {
        let refs = self.categories.get(category).into_iter().flat_map(|it| &it.audit_refs);
        let costly = refs.filter(|it| it.weight > 0.0);
        let audits = costly.filter_map(|it| Some((&it.id, self.audits.get(&it.id)?)));
        audits.filter_map(|(id, audit)| audit.finding(id)).collect()
    }
}

impl Audit {
    fn finding(&self, id: &str) -> Option<String> {
        let score = self.score.filter(|score| *score < 1.0)?;
        let Self { title, display_value, details, .. } = self;
        let value = display_value.as_deref().unwrap_or_default();
        Some(format!("\n{id}, {score}: {title} {value}\n  {}", details["items"]))
    }
}
