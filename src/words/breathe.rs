//! What is said around the breath: its lengths, and the pacer.

use crate::domain::breath::{Breath, Half};

pub struct Breathe {
    pub title: &'static str,
    pub lead: &'static str,
    pub half: fn(Half) -> &'static str,
    /// What the picture shows.
    pub figure: &'static str,
    /// Before it begins, such as `4 s in, 6 s out`.
    pub rhythm: fn(Breath) -> String,
    /// The name of a length, and of the buttons that make it shorter and longer.
    pub length: fn(Half) -> [&'static str; 3],
    pub seconds: fn(u8) -> String,
    pub minutes: &'static str,
    pub tone: &'static str,
    pub stop: &'static str,
    pub began: fn(u64) -> String,
    pub over: fn(u64) -> String,
    pub stopped: &'static str,
}
