//! Decides. Plain values in, plain values out: no clock, no chance, no browser.

pub mod backup;
pub mod breaks;
pub mod calendar;
pub mod catalogue;
pub mod cues;
pub mod figure;
pub mod fitting;
pub mod history;
pub mod hurts;
pub mod json;
pub mod kept;
pub mod lengths;
pub mod moment;
pub mod pain;
pub mod plan;
pub mod progression;
pub mod reading;
pub mod restrictions;
pub mod screening;
pub mod session;
pub mod settings;
pub mod sleep;
pub mod stored;
pub mod suggestion;
pub mod table;
pub mod track;
