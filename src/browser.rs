//! Does. One file per ability of the browser: Rust values in, `Result` out, never a decision.
//!
//! Whatever can be started is a value that stops when it is dropped.

#![expect(clippy::disallowed_methods, reason = "this room alone may reach for the browser")]

pub mod alarm;
pub mod audio;
pub mod badge;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod events;
pub mod fetch;
pub mod files;
pub mod floating;
pub mod frames;
pub mod idle;
pub mod install;
pub mod locks;
pub mod notifications;
pub mod offline;
pub mod page;
pub mod painter;
pub mod persistence;
pub mod remote;
pub mod sorting;
pub mod speech;
pub mod storage;
pub mod ticker;
pub mod track;
pub mod vibration;
pub mod wake_lock;
mod worker;
