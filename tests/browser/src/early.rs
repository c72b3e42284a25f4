//! Scripts that change the page's world before the app is there.

/// Nothing more fits into the browser's storage.
pub const STORAGE_FULL: &str = include_str!("early/storage_full.js");

/// Writes down every tone that is handed to the audio clock, in `window.tones`.
pub const TONES: &str = include_str!("early/tones.js");

/// Whoever is to choose a file chooses one with the text `window.chosen`.
pub const FILE_CHOOSER: &str = include_str!("early/file_chooser.js");

/// The browser has no locks among tabs.
pub const NO_LOCKS: &str = include_str!("early/no_locks.js");

/// Keeps every recording that is made, in `window.recordings`, the player of the last, in `window.track`,
/// and what the buttons of the lock screen do, in `window.remote`.
pub const TRACK: &str = include_str!("early/track.js");

/// The browser knows no workers.
pub const NO_WORKER: &str = include_str!("early/no_worker.js");

/// Writes down when the player's digits change, in `window.digits`, where the page writes them itself.
pub const DIGITS: &str = include_str!("early/digits.js");

/// Keeps what the worker that draws the seconds was told to draw last, in `window.counted`.
pub const ORDERS: &str = include_str!("early/orders.js");

/// Writes down when the player's digits are named anew for a screen reader, in `window.named`.
pub const NAMES: &str = include_str!("early/names.js");

/// Lets `window.sleepFor(millis)` act as though the device had slept: the wall clock has gone on, the
/// page's own clock has not.
pub const SLEEP: &str = include_str!("early/sleep.js");

/// The device has a voice, which keeps what it says in `window.said`.
pub const VOICES: &str = include_str!("early/voices.js");

/// After [`VOICES`]: they fail whenever they are to speak.
pub const VOICES_FAIL: &str = include_str!("early/voices_fail.js");

/// After [`VOICES`]: they are silent until they were asked within a press, as on an iPhone.
pub const VOICES_WAIT: &str = include_str!("early/voices_wait.js");

/// The screen is kept on by locks that are in `window.locks`.
pub const WAKE_LOCK: &str = include_str!("early/wake_lock.js");

/// Writes down where the Start of Today's page comes to stand, in `window.startPlaces`.
pub const START_PLACES: &str = include_str!("early/start_places.js");
