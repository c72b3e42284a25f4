//! Limber guides a person with a sore lower back or sore glutes through a stretch session.
//!
//! The rooms, from the top down; each may name those below it, never one above:
//!
//! - [`ui`] shows: screens, one per route, and the parts that they share.
//! - [`view`] binds: elements of the page that follow signals.
//! - [`app`] joins: gives the domain its inputs and the time, and carries out its effects.
//! - [`browser`] does: one file per ability of the browser, a few lines each, never a decision.
//! - [`words`] says: every sentence that a person reads, one folder per language.
//! - [`domain`] decides: the catalogue, the plan, the session, the cues, what is stored. Plain
//!   values in and out; no clock, no chance, no browser.

pub mod app;
pub mod browser;
pub mod domain;
pub mod ui;
pub mod view;
pub mod words;
