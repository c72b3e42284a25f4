//! What is said around the pages to read.

use crate::words::{Group, Learn};

pub(super) const LEARN: Learn = Learn {
    hint: "Short pages, a minute each. What is known stands beside how well it is known, with its source.",
    group: |group| match group {
        Group::Back => "Your back",
        Group::Stretching => "Stretching well",
        Group::Help => "Getting help",
    },
    loading: "One moment.",
    failed: "The pages could not be loaded. They come with Limber once it has been opened with a network.",
    again: "Try again",
    no_page: "There is no such page",
    glossary: "Words explained",
    glossary_hint: "Tap a word with dots under it on any page, and it is explained there.",
    sources: "Sources",
    sources_hint: "Links open outside Limber. Nothing is sent there before you open one.",
    then: "And now",
    read_on: |title| format!("Read on: {title}"),
    all: "All pages",
    found: "To read",
};
