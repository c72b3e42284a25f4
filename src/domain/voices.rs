//! Which of a device's voices speaks, and which a person may choose from.
//!
//! A browser lists what the system has, in an order of its own: on a Mac the first one that speaks English is a novelty.
//! The names here are those that <https://github.com/readium/speech> has collected.

use std::cmp::Reverse;

/// A voice that speaks the app's language on the device itself, as the browser describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// What the browser tells it by.
    pub uri: String,
    pub name: String,
    /// With its region, as in `en-GB`; on Android as in `en_GB`.
    pub language: String,
    /// Whether the browser would take it by itself. Safari says so of all.
    pub is_default: bool,
}

/// How it is to listen to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Quality {
    /// Apple's novelties, which sing and bubble.
    Novelty,
    /// Of decades ago. Those who are used to one may want it.
    Old,
    Usual,
    /// One of Apple's usual ones. They are named, as the novelties have another name in each language of a Mac.
    Known,
    /// A larger one that somebody has had loaded.
    High,
}

const NOVELTIES: [&str; 21] = [
    "Albert",
    "Bad News",
    "BadNews",
    "Bahh",
    "Bells",
    "Boing",
    "Bubbles",
    "Cellos",
    "Deranged",
    "Good News",
    "GoodNews",
    "Hysterical",
    "Jester",
    "Organ",
    "Pipe Organ",
    "Princess",
    "Superstar",
    "Trinoids",
    "Whisper",
    "Wobble",
    "Zarvox",
];
const OLD: [&str; 13] = [
    "Eddy", "Flo", "Fred", "Grandma", "Grandpa", "Jacques", "Junior", "Kathy", "Ralph", "Reed",
    "Rocko", "Sandy", "Shelley",
];
const KNOWN: [&str; 6] = ["Daniel", "Karen", "Moira", "Rishi", "Samantha", "Tessa"];
/// What the names of larger ones say, or the URIs where names are in another language.
const HIGH: [&str; 5] = ["Enhanced", "enhanced", "Premium", "premium", "Natural"];

/// Those of `all` that a person may choose from, the one that speaks without a choice first; `languages` are the
/// person's, as in `en-GB`, the dearest first.
#[must_use]
pub fn offered(all: Vec<Voice>, languages: &[String]) -> Vec<Voice> {
    let are_all_default = all.iter().all(|voice| voice.is_default);
    let rank = |voice: &Voice| {
        let is_default = voice.is_default && !are_all_default;
        let region = languages.iter().position(|it| voice.speaks(it));
        (Reverse(voice.quality()), !is_default, region.unwrap_or(usize::MAX))
    };
    let mut offered = vec![];
    for voice in all.into_iter().filter(|it| it.quality() != Quality::Novelty) {
        // Sorting is a kilobyte of code.
        let place = offered.partition_point(|it| rank(it) <= rank(&voice));
        offered.insert(place, voice);
    }
    offered
}

/// The one of `offered` that speaks: the one that was chosen, while it is there.
#[must_use]
pub fn speaker<'a>(offered: &'a [Voice], chosen: Option<&str>) -> Option<&'a Voice> {
    let chosen = offered.iter().find(|voice| Some(voice.uri.as_str()) == chosen);
    chosen.or(offered.first())
}

impl Voice {
    fn quality(&self) -> Quality {
        // Safari's URIs end with what the voice is called everywhere; names may have a language behind them.
        let called = [
            self.name.split(" (").next().unwrap_or_default(),
            self.uri.rsplit('.').next().unwrap_or_default(),
        ];
        let is_among = |names: &[&str]| called.iter().any(|it| names.contains(it));
        if is_among(&NOVELTIES) {
            Quality::Novelty
        } else if is_among(&OLD) || self.name.starts_with("eSpeak") {
            Quality::Old
        } else if HIGH.iter().any(|it| self.name.contains(it) || self.uri.contains(it)) {
            Quality::High
        } else if is_among(&KNOWN) {
            Quality::Known
        } else {
            Quality::Usual
        }
    }

    fn speaks(&self, language: &str) -> bool {
        self.language.replace('_', "-").eq_ignore_ascii_case(language)
    }
}
