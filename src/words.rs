//! Says. Every sentence that a person reads or hears, one module and one folder per language.
//!
//! A language is a value of [`Words`] and the texts of the catalogue; the compiler knows when a
//! sentence is missing, a test when a text is. English only so far.
//!
//! Measured in November 2026 on a page of 70 texts: the translation crate for Leptos (0.6.2) weighs
//! 24 kB of brotli more than this as it is meant to be used, and 68 kB more with its texts loaded on
//! demand, where a failed fetch is a panic. A second language here weighs little more than its words.

mod anatomy;
mod breathe;
mod check;
mod diary;
mod en;
mod hurts;
mod learn;
mod making;
mod own;
mod progress;
mod spoken;
mod texts;

use std::time::Duration;

use time::{Date, Weekday};

use crate::domain::backup::BackupError;
use crate::domain::breaks::{Kind as BreakKind, Phase, ScheduleError, TimeOfDay};
use crate::domain::catalogue::{CautionAction, Evidence, Kind, Level, Setting, Share, Status};
use crate::domain::history::Feel;
use crate::domain::lengths::LengthKind;
use crate::domain::plan::{Pacing, PlanError, Side};
use crate::domain::settings::{Guiding, Theme};
use crate::domain::suggestion::Reason;
pub use anatomy::{AnatomyTexts, StructureText};
pub use breathe::Breathe;
pub use check::{Check, CheckTexts};
pub use diary::Diary;
pub use hurts::Hurts;
pub use learn::{Group, Known, Learn, LearnPage, LearnTexts, Part, Piece, Row, Term, pieces};
pub use making::Making;
pub use own::Own;
pub use progress::Progress;
pub use spoken::say;
pub use texts::{MovementText, RoutineText, Terms, Texts};

/// The language of [`words`], as browsers name it.
pub const LANGUAGE: &str = "en";

/// The words of the app's language.
#[must_use]
pub fn words() -> &'static Words {
    &en::WORDS
}

/// All words but those of the catalogue. What takes values is a function, so that a language can
/// order and inflect as it must.
pub struct Words {
    pub name: &'static str,
    pub pages: Pages,
    pub common: Common,
    pub today: Today,
    pub routine: Routine,
    pub movement: Movement,
    pub figure: Figure,
    pub anatomy: Anatomy,
    pub player: Player,
    pub cues: Cues,
    pub done: Done,
    pub history: History,
    pub settings: Settings,
    pub data: Data,
    pub breaks: Breaks,
    pub breathe: Breathe,
    pub install: Install,
    pub check: Check,
    pub hurts: Hurts,
    pub learn: Learn,
    pub diary: Diary,
    pub making: Making,
    pub own: Own,
    pub progress: Progress,
    pub safety: Safety,
    pub about: About,
    pub notices: Notices,
}

/// The names of the pages, for navigation and titles.
pub struct Pages {
    pub today: &'static str,
    pub routines: &'static str,
    pub movements: &'static str,
    pub muscles: &'static str,
    pub learn: &'static str,
    pub progress: &'static str,
    pub history: &'static str,
    pub settings: &'static str,
    pub breaks: &'static str,
    pub data: &'static str,
    pub safety: &'static str,
    pub about: &'static str,
    pub session: &'static str,
    pub navigation: &'static str,
    pub corner: &'static str,
    pub skip_to_content: &'static str,
}

pub struct Common {
    pub back: &'static str,
    pub start: &'static str,
    pub close: &'static str,
    pub minutes: fn(Duration) -> String,
    /// Exact to the second, such as `1 min 30 s`.
    pub length: fn(Duration) -> String,
    /// As a clock shows it, such as `9:05`.
    pub clock: fn(Duration) -> String,
    pub side: fn(Side) -> &'static str,
    pub level: fn(Level) -> &'static str,
    pub setting: fn(Setting) -> &'static str,
    pub kind: fn(Kind) -> &'static str,
    pub weekday_letter: fn(Weekday) -> &'static str,
    pub weekday: fn(Weekday) -> &'static str,
    pub date: fn(Date) -> String,
}

pub struct Today {
    /// What stands above the greeting, such as `Tuesday evening`.
    pub when: fn(Weekday, u8) -> String,
    pub greeting: &'static str,
    pub reason: fn(Reason) -> &'static str,
    pub shorter: &'static str,
    pub all_routines: &'static str,
    pub this_week: &'static str,
    pub goal: fn(u8) -> String,
    pub days: fn(usize) -> String,
    pub day_done: &'static str,
    pub day_open: &'static str,
    pub day_ahead: &'static str,
    /// `Resume at 1:40 of 6:00?`
    pub resume_question: fn(Duration, Duration) -> String,
    pub resume: &'static str,
    pub let_go: &'static str,
    pub let_go_hint: &'static str,
    pub details: &'static str,
    pub first_time: &'static str,
}

pub struct Routine {
    pub steps: &'static str,
    pub when: &'static str,
    pub how_often: &'static str,
    pub before: &'static str,
    pub honest: &'static str,
    pub per_side: fn(Duration, Duration) -> String,
    pub optional: &'static str,
    pub weeks: &'static [&'static str],
    pub week_choice: &'static str,
    pub sessions: fn(u64) -> String,
    pub after: &'static str,
    pub progression: &'static str,
    pub level: &'static str,
    pub as_written: &'static str,
    pub dose: fn(Duration, u16, bool) -> String,
    pub repetitions: fn(u16, u16, Duration, bool) -> String,
    pub office: &'static str,
}

pub struct Movement {
    pub search: &'static str,
    pub search_hint: &'static str,
    pub found: fn(usize) -> String,
    pub none_found: &'static str,
    pub how: &'static str,
    pub cue: &'static str,
    pub feel: &'static str,
    pub breathing: &'static str,
    pub exit: &'static str,
    pub mistakes: &'static str,
    pub levels: &'static str,
    pub as_written: &'static str,
    pub cautions: &'static str,
    pub action: fn(CautionAction) -> &'static str,
    pub known: &'static str,
    pub origin: &'static str,
    pub origin_hint: &'static str,
    pub evidence: fn(Evidence) -> &'static str,
    pub sources: &'static str,
    pub status: fn(Status) -> &'static str,
    pub primary: &'static str,
    pub secondary: &'static str,
    pub needs: &'static str,
    pub helpful: &'static str,
    pub aliases: &'static str,
    pub position: &'static str,
    pub setting: &'static str,
    pub easier: &'static str,
    pub harder: &'static str,
    pub desk: &'static str,
    pub swaps: &'static str,
    pub sided: &'static str,
    pub both: &'static str,
    pub office: &'static str,
    pub in_routines: &'static str,
    pub stop: &'static str,
    pub stop_hint: &'static str,
}

/// The figure of a movement.
pub struct Figure {
    pub play: fn(bool) -> &'static str,
    pub moment: &'static str,
    pub turn_left: &'static str,
    pub turn_right: &'static str,
    pub reset: &'static str,
    /// Shows the other side, by whether it is the left one now.
    pub other_side: fn(bool) -> &'static str,
}

pub struct Anatomy {
    pub intro: &'static str,
    pub front: &'static str,
    pub back: &'static str,
    pub halves: &'static str,
    pub place: &'static str,
    pub does: &'static str,
    pub known: &'static str,
    pub movements: &'static str,
    pub share: fn(Share) -> &'static str,
    pub source: &'static str,
    pub find: &'static str,
    pub movements_for: fn(&str) -> String,
    pub all: &'static str,
    pub on_the_body: &'static str,
    pub all_muscles: &'static str,
    /// Before the name of what stands out on a body.
    pub marked: &'static str,
    pub about: &'static str,
    pub learn: &'static str,
}

pub struct Player {
    pub reading: &'static str,
    pub step_of: fn(usize, usize) -> String,
    pub left: fn(Duration) -> String,
    pub get_ready: &'static str,
    pub hold: &'static str,
    pub keep_moving: &'static str,
    pub change_sides: &'static str,
    pub rest: &'static str,
    pub paused: &'static str,
    pub repetitions: fn(u16) -> String,
    pub round: fn(u16, u16) -> String,
    pub feel: fn(&str) -> String,
    pub next: fn(&str) -> String,
    pub last: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub ready: &'static str,
    pub done: &'static str,
    pub skip: &'static str,
    pub back: &'static str,
    pub longer: &'static str,
    pub shorter: &'static str,
    pub longer_name: &'static str,
    pub shorter_name: &'static str,
    pub repeat: &'static str,
    pub mute: &'static str,
    pub unmute: &'static str,
    pub end: &'static str,
    pub end_question: &'static str,
    pub end_hint: &'static str,
    pub end_yes: &'static str,
    pub end_no: &'static str,
    pub how: &'static str,
    pub all_steps: &'static str,
    pub all_steps_title: &'static str,
    pub help: &'static str,
    pub keys: &'static [(&'static str, &'static str)],
    pub timer: fn(u64) -> String,
    pub waiting: &'static str,
    pub asleep: fn(Duration) -> String,
    pub asleep_hint: &'static str,
    pub carry_on: &'static str,
    pub count_it: &'static str,
    pub progress: &'static str,
}

/// What the voice says, and what a screen reader is told.
pub struct Cues {
    pub test: &'static str,
    pub coming: fn(&str, Option<Side>, &str) -> String,
    pub hold: fn(Option<Side>, Duration, &str) -> String,
    pub timed: fn(Duration, &str) -> String,
    pub repetitions: fn(Option<Side>, u16, Duration, &str) -> String,
    pub again: fn(&str, Option<Side>, Option<Duration>) -> String,
    pub change_sides: fn(Side) -> String,
    pub rest: fn(Duration) -> String,
    pub halfway: &'static str,
    pub finish: &'static str,
}

pub struct Done {
    pub title: &'static str,
    pub title_stopped: &'static str,
    pub saved: &'static str,
    pub nothing: &'static str,
    pub question: &'static str,
    pub feel: fn(Feel) -> &'static str,
    pub thanks: fn(Feel) -> &'static str,
    pub worked: fn(Duration) -> String,
    pub sides: fn(Duration, Duration) -> String,
    pub home: &'static str,
    pub to_history: &'static str,
}

pub struct History {
    pub empty: &'static str,
    pub empty_hint: &'static str,
    pub summary: fn(usize, Duration) -> String,
    pub stopped: &'static str,
    pub finished: &'static str,
    pub movements: fn(usize) -> String,
    pub feel: &'static str,
    pub more: fn(usize) -> String,
    pub unknown_routine: &'static str,
    pub ahead: &'static str,
    pub times: &'static str,
    pub at: fn(u8, u8) -> String,
}

pub struct Settings {
    pub sound: &'static str,
    pub sounds: &'static str,
    pub voice: &'static str,
    pub voice_missing: &'static str,
    pub which_voice: &'static str,
    /// The voice that speaks where none is chosen, by its name.
    pub best_voice: fn(&str) -> String,
    pub volume: &'static str,
    pub test: &'static str,
    pub vibration: &'static str,
    pub vibration_hint: &'static str,
    pub breathing: &'static str,
    pub screen: &'static str,
    pub guiding: &'static str,
    pub guiding_way: fn(Guiding) -> &'static str,
    pub guiding_hint: fn(Guiding) -> &'static str,
    pub pace: &'static str,
    pub lengths: &'static str,
    pub lengths_hint: &'static str,
    /// The name of a length, and of the buttons that make it shorter and longer.
    pub length: fn(LengthKind) -> [&'static str; 3],
    pub length_example: fn(LengthKind, Duration) -> String,
    pub percent: fn(u16) -> String,
    pub usual: &'static str,
    pub wait: &'static str,
    pub wait_hint: &'static str,
    pub repetitions: &'static str,
    pub pacing: fn(Pacing) -> &'static str,
    pub first_side: &'static str,
    pub look: &'static str,
    pub colours: &'static str,
    pub theme: fn(Theme) -> &'static str,
    pub data: &'static str,
    pub to_breaks: &'static str,
    pub to_data: &'static str,
    pub kept: fn(usize) -> String,
}

/// What is kept, as a whole.
pub struct Data {
    pub lead: &'static str,
    pub backup: &'static str,
    pub backup_hint: &'static str,
    pub save: &'static str,
    pub never: &'static str,
    /// So many days ago.
    pub last: fn(i64) -> String,
    pub overdue: &'static str,
    /// Where else than on its own page, by whether there is one already.
    pub due: fn(bool) -> &'static str,
    pub restore: &'static str,
    pub restore_hint: &'static str,
    pub choose: &'static str,
    pub file_of: fn(Date) -> String,
    /// The sessions of a file, and how many are new.
    pub brings: fn(usize, usize) -> String,
    pub days: fn(Date, Date) -> String,
    pub brings_more: &'static str,
    pub brings_session: &'static str,
    pub unreadable: fn(usize) -> String,
    pub take_settings: &'static str,
    pub take: &'static str,
    pub leave: &'static str,
    pub restored: fn(usize) -> String,
    pub nothing_new: &'static str,
    pub no_file: &'static str,
    pub too_long: &'static str,
    pub refused: fn(BackupError) -> &'static str,
    pub table: &'static str,
    pub table_hint: &'static str,
    pub save_table: &'static str,
    pub columns: &'static [&'static str],
    pub ended: fn(bool) -> &'static str,
    pub safe: &'static str,
    pub promised: &'static str,
    pub not_promised: &'static str,
    pub ask: &'static str,
    pub week_rule: &'static str,
    pub delete: &'static str,
    pub delete_hint: &'static str,
    pub delete_all: &'static str,
    pub deleted: &'static str,
}

/// Breaks from the desk.
pub struct Breaks {
    pub lead: &'static str,
    pub honest: &'static str,
    pub switch: &'static str,
    pub elsewhere: &'static str,
    /// What stands before a page's title, with that.
    pub title: fn(Phase, Option<Duration>, &str) -> String,
    pub next: fn(BreakKind, TimeOfDay, Duration) -> String,
    pub out_of_hours: fn(Weekday, TimeOfDay) -> String,
    pub warning: fn(BreakKind) -> &'static str,
    pub due: fn(BreakKind) -> &'static str,
    pub due_in: fn(BreakKind, Duration) -> String,
    pub note: &'static str,
    pub start: &'static str,
    pub later: &'static str,
    pub start_this: fn(&str) -> String,
    pub put_off: &'static str,
    pub minutes_later: fn(u16) -> String,
    pub or: &'static str,
    pub did_it: &'static str,
    pub not_this: &'static str,
    pub not_now: &'static str,
    pub call: &'static str,
    /// A button: until then.
    pub call_until: fn(TimeOfDay) -> String,
    pub in_call: fn(TimeOfDay) -> String,
    pub call_over: &'static str,
    pub away: fn(Duration) -> String,
    pub away_yes: &'static str,
    pub away_no: &'static str,
    pub when: &'static str,
    pub every: [&'static str; 3],
    pub from: [&'static str; 3],
    pub to: [&'static str; 3],
    pub long: [&'static str; 3],
    pub long_every: fn(Option<u16>) -> String,
    pub warn: [&'static str; 3],
    pub seconds_before: fn(u16) -> String,
    pub days: &'static str,
    pub steps: &'static str,
    pub step: [[&'static str; 3]; 3],
    pub fixed: &'static str,
    pub fixed_hint: &'static str,
    pub fixed_time: &'static str,
    pub add: &'static str,
    pub remove: fn(TimeOfDay) -> String,
    pub refused: fn(ScheduleError) -> String,
    pub telling: &'static str,
    pub notify: &'static str,
    pub notify_hint: fn(NotifyState) -> &'static str,
    pub watch: &'static str,
    pub watched: &'static str,
    pub float: &'static str,
    pub calendar: &'static str,
    pub calendar_hint: &'static str,
    pub save_calendar: &'static str,
    pub event: fn(BreakKind) -> &'static str,
    pub event_text: &'static str,
}

/// Whether the device may show notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotifyState {
    Can,
    Refused,
    Missing,
}

/// Having the app as an app of its own.
pub struct Install {
    pub title: &'static str,
    pub why: &'static str,
    pub button: &'static str,
    pub menu: &'static str,
    pub share: &'static str,
    pub add: &'static str,
    pub starts_empty: &'static str,
    pub installed: &'static str,
}

pub struct Safety {
    pub lead: &'static str,
    pub emergency: &'static str,
    pub emergency_hint: &'static str,
    pub soon: &'static str,
    pub soon_hint: &'static str,
    pub review: &'static str,
    pub stop: &'static str,
    pub stop_hint: &'static str,
    pub stop_signs: &'static [&'static str],
    pub then: &'static str,
    pub to_check: &'static str,
    pub scale: &'static str,
    pub scale_rows: &'static [(&'static str, &'static str)],
    pub scale_hint: &'static str,
}

pub struct About {
    pub paragraphs: &'static [&'static str],
    pub privacy: &'static str,
    pub privacy_text: &'static str,
    pub evidence: &'static str,
    pub evidence_rows: &'static [(&'static str, &'static str)],
    pub sources: &'static str,
}

/// What did not work, and what that means.
pub struct Notices {
    pub dismiss: &'static str,
    pub storage_blocked: &'static str,
    pub storage_full: &'static str,
    pub set_aside: fn(&str) -> String,
    pub stuck: fn(&str) -> String,
    pub newer: fn(&str) -> String,
    pub sound_blocked: &'static str,
    pub screen_may_sleep: &'static str,
    pub no_voice: &'static str,
    pub voice_failed: &'static str,
    pub lost_session: &'static str,
    pub no_plan: fn(&PlanError) -> &'static str,
    pub no_such_page: &'static str,
    pub other_tab: &'static str,
    pub cleared: &'static str,
    pub keep_again: &'static str,
    pub no_file: &'static str,
    pub works_offline: &'static str,
    pub newer_build: &'static str,
    pub reload: &'static str,
    pub later: &'static str,
}
