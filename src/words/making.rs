//! What is said around a session that is made to fit.

use std::time::Duration;

use crate::domain::likes::Like;
use crate::domain::making::Posture;

pub struct Making {
    /// Of a session that was made, where a routine's name would be.
    pub name: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub minutes: &'static str,
    pub posture: &'static str,
    pub posture_of: fn(Posture) -> &'static str,
    pub sore: &'static str,
    pub things: &'static str,
    /// Groups of what is at hand, in the order of the screen.
    pub thing: [&'static str; 4],
    pub another: &'static str,
    pub short: fn(Duration) -> String,
    pub nothing: &'static str,
    pub warm_up: &'static str,
    pub favourite: &'static str,
    pub sore_there: fn(&str) -> String,
    pub muscle: fn(&str) -> String,
    pub time: &'static str,
    pub like: &'static str,
    pub like_of: fn(Like) -> &'static str,
    pub like_hint: &'static str,
}
