//! What is said of pain, and of more or less next time.

use crate::domain::catalogue::Level;
use crate::domain::pain::{Flank, Pain, Site};
use crate::domain::progression::{NextWeek, Step, Verdict};

pub struct Progress {
    pub pain_now: &'static str,
    pub scale: &'static str,
    pub after: &'static str,
    pub day_after: fn(i64) -> &'static str,
    pub day_after_hint: &'static str,
    pub day_after_told: fn(u8) -> String,
    pub skip: &'static str,
    /// Whether it decides how much comes next.
    pub noted: fn(bool) -> &'static str,
    pub point: &'static str,
    pub place: &'static str,
    pub site: fn(Site) -> &'static str,
    pub side: &'static str,
    pub flank: fn(Flank) -> &'static str,
    /// What the rule says, in one sentence; nothing where there is nothing to say.
    pub said: fn(Verdict, Step, Option<Level>) -> String,
    /// Why a week of a plan comes next; nothing before the first session of it.
    pub week_next: fn(NextWeek) -> Option<String>,
    pub title: &'static str,
    pub now: &'static str,
    pub step: fn(Step) -> String,
    pub less: &'static str,
    pub more: &'static str,
    pub by_rule: &'static str,
    pub by_rule_hint: &'static str,
    pub rule: &'static str,
    pub rules: &'static [&'static str],
    pub change: &'static str,
    pub other_level: fn(&str) -> String,
    pub columns: &'static [&'static str],
    pub told: fn(Pain) -> String,
}
