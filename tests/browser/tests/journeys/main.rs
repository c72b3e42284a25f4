//! Journeys of a person through the built app, in a real browser, by what stands on the screen.
//!
//! One program, since linking takes longer than most of them. `cargo xtask test` builds the app and
//! runs them; to run one against what was built before:
//! `LIMBER_DIST=$PWD/dist cargo test -p limber-browser-tests one_of_them`.

mod accessibility;
mod breaks;
mod breathe;
mod clocks;
mod crash;
mod cues;
mod data;
mod diary;
mod drawing;
mod early_tap;
mod figure_sheet;
mod figures;
mod first_visit;
mod hurts;
mod install;
mod keyboard;
mod killed;
mod layout;
mod learn;
mod lighthouse;
mod making;
mod manifest;
mod muscles;
mod offline;
mod own;
mod progress;
mod rescue;
mod screen_off;
mod screening;
mod settings;
mod sleep;
mod storage;
mod sub_path;
mod tabs;
mod tour;
mod update;
mod visit;
mod voice;
mod wake_lock;
mod whole_session;
