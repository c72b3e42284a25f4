//! Looks for what keeps people out of a page, with axe-core.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::page::Page;

const TAGS: &str = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

const EXAMINE: &str = include_str!("axe/examine.js");

/// The program of axe-core, to be run in a page.
pub struct Axe {
    program: String,
}

#[derive(Deserialize)]
struct Report {
    passed: usize,
    findings: Vec<Finding>,
}

/// One rule that a page breaks, at one place.
#[derive(Clone, Debug, Deserialize)]
pub struct Finding {
    pub rule: String,
    pub place: String,
    pub summary: String,
}

impl Axe {
    /// # Errors
    /// Where the environment does not say where it is.
    pub fn find() -> Result<Self> {
        let file = std::env::var_os("LIMBER_AXE")
            .context("LIMBER_AXE does not say where axe.min.js is: cargo xtask test does")?;
        Ok(Self { program: fs::read_to_string(file)? })
    }

    /// Examines what stands on the page now.
    ///
    /// # Errors
    /// Where axe-core does not answer.
    pub async fn examine(&self, page: &Page) -> Result<Vec<Finding>> {
        let is_there: bool = page.ask("return 'axe' in window").await?;
        if !is_there {
            let _: serde_json::Value = page.ask(&self.program).await?;
        }
        let report: Report = page.ask(&format!("{EXAMINE}({TAGS})")).await?;
        ensure!(report.passed > 0, "axe-core has looked at nothing");
        Ok(report.findings)
    }
}
