//! What is said where something hurts.

use time::Date;

use crate::domain::hurts::{Answer, Change, Hurt};

pub struct Hurts {
    pub button: &'static str,
    pub question: &'static str,
    pub hurt: fn(Hurt) -> &'static str,
    /// What to do about it, in a sentence or two.
    pub advice: fn(Hurt) -> &'static str,
    pub easier: &'static str,
    pub answer: fn(Answer) -> &'static str,
    pub swap_for: fn(&str) -> String,
    pub signs: &'static str,
    pub stopped: &'static str,
    pub understood: &'static str,
    pub changed: &'static str,
    pub changed_hint: &'static str,
    pub change: fn(Change, Hurt, Date) -> String,
    pub undo: &'static str,
    pub forgotten: fn(&str) -> String,
    pub undo_of: fn(&str) -> String,
    pub eased: &'static str,
    /// Of a movement, by choice or because it hurt.
    pub left_out: fn(bool) -> &'static str,
}
