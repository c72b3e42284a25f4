//! The rooms keep apart: none names one above it, nor what is not its own.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn rooms_keep_apart() {
    never_names("domain", &["leptos", "web_sys", "js_sys", "gloo", "wasm_bindgen"]);
    never_names("domain", &["crate::app", "crate::browser", "crate::ui", "crate::words"]);
    never_names("words", &["leptos", "web_sys", "js_sys", "gloo"]);
    never_names("words", &["crate::app", "crate::browser", "crate::ui"]);
    never_names("browser", &["leptos", "crate::app", "crate::ui", "crate::words"]);
    never_names("view", &["crate::app", "crate::ui", "crate::words", "web_sys", "js_sys", "gloo"]);
    never_names("app", &["crate::ui", "crate::view", "web_sys", "js_sys", "gloo"]);
    never_names("ui", &["crate::browser", "web_sys", "js_sys", "gloo"]);
}

#[test]
fn no_room_is_named_within_a_group_where_this_test_would_miss_it() {
    for room in ["domain", "words", "browser", "view", "app", "ui"] {
        never_names(room, &["crate::{", "crate::*"]);
    }
}

#[test]
fn a_name_is_found_where_it_begins_a_word() {
    assert!(names("use gloo_timers::callback::Timeout;", "gloo"));
    assert!(names("    leptos::logging::log!()", "leptos"));
    assert!(names("use crate::app;", "crate::app"));
    assert!(!names("an igloo, my_leptos", "gloo"));
    assert!(!names("my_leptos", "leptos"));
}

/// Fails with the file and the word where any file of a room names one of `words`.
#[track_caller]
fn never_names(room: &str, words: &[&str]) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![source.join(room).with_extension("rs")];
    if source.join(room).is_dir() {
        files.extend(files_below(&source.join(room)));
    }
    for file in files {
        let text = fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", file.display()));
        for word in words {
            assert!(!names(&text, word), "{} names {word}", file.display());
        }
    }
}

/// Every Rust file in a folder and those within it.
#[track_caller]
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry of a folder").path());
    let files = paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// Whether `word` begins a word of `text`: `gloo` is in `gloo_timers`, but not in an igloo.
fn names(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        !before.is_some_and(|it| it.is_alphanumeric() || it == '_')
    })
}
