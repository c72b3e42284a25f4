//! Drives the built app in a real browser, as a person would.
//!
//! - `build` makes another build of the app, to be updated to.
//! - `site` serves what was built, from this machine alone, and remembers what was asked for.
//! - `engines` are the three that browsers are made of, and how each is started.
//! - `driver` is the process that drives one, and ends whatever was started.
//! - `browser` opens one of them, and can kill it and start it again with what it has kept.
//! - `page` looks and presses by what a person sees: names, headings, texts.
//! - `axe` finds what keeps people out of a page.
//! - `lighthouse` audits a page for what search engines and slow phones would mind.
//! - `figure_sheet` takes one picture of the figures of all movements, and compares two.
//! - `early` are scripts that change the page's world before the app is there.
//! - `session` looks at the player and goes through a session.
//! - `places` are all the addresses, and what to seed so that each has something to show.

pub mod axe;
pub mod browser;
pub mod build;
pub mod device;
pub mod driver;
pub mod early;
pub mod engines;
pub mod figure_sheet;
pub mod lighthouse;
pub mod page;
pub mod places;
pub mod session;
pub mod site;

pub use anyhow::{Context, Error, Result, bail, ensure};
