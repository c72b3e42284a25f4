//! What is said around a person's own routines.

use super::length;
use crate::domain::own::{LinkError, NameError};
use crate::domain::plan::Side;
use crate::words::Own;

pub(super) const OWN: Own = Own {
    title: "Your own",
    build: "Build a routine",
    new_name: "My routine",
    copy_of: |name| format!("{name}, my way"),
    make_own: "Make it your own",
    change: "Change it",
    done: "Done",
    name: "Its name",
    name_error,
    steps: "What it holds",
    empty: "Nothing yet. Add a movement below.",
    add: "Add",
    add_which: "Which movement?",
    full: "Forty movements are the most.",
    up: |name| format!("{name}: earlier"),
    down: |name| format!("{name}: later"),
    less: |name| format!("{name}: less"),
    more: |name| format!("{name}: more"),
    fewer_rounds: |name| format!("{name}: one round less"),
    more_rounds: |name| format!("{name}: one round more"),
    remove: |name| format!("Remove {name}"),
    amount: "How much",
    rounds: "Rounds",
    rest: |rest| format!("Rest {}", length(rest)),
    less_rest: |name| format!("{name}: less rest"),
    more_rest: |name| format!("{name}: more rest"),
    side: "Sides",
    sides,
    sides_of: |name, only| format!("{name}, sides: {}", sides(only)),
    only: |side| match side {
        Side::Left => "on the left only",
        Side::Right => "on the right only",
    },
    place: "Order",
    remove_it: "Remove",
    removed: |name| format!("{name} is removed."),
    undo: "Undo",
    delete: "Delete it",
    print: "Print it as a home programme",
    print_hint: "A mild pull is fine. Stop at sharp pain, at numbness, and at pain that goes down a leg.",
    share: "Share it as a link",
    share_hint: "The link holds the whole routine and nothing of you. Whoever opens it sees it before anything is kept.",
    link: "The link",
    code: "Show it as a QR code",
    code_name: "QR code of the link",
    copy: "Copy the link",
    copied: "Copied.",
    not_copied: "This browser does not let it be copied. Select it and copy it by hand.",
    shared: "Somebody shared a routine with you",
    shared_hint: "Nothing is kept until you say so. What does not suit you is replaced, as everywhere.",
    keep: "Keep it",
    broken: "This link cannot be used",
    link_error: |error| match error {
        LinkError::NoRoutine => {
            "There is no routine in it, or only a part of one. Ask for it once more.".to_owned()
        }
        LinkError::Newer => {
            "It is from a newer Limber. Load this page again, and open it once more.".to_owned()
        }
        LinkError::TooLong(letters) => {
            format!("It has {letters} letters, which is more than any routine takes.")
        }
        LinkError::Name(error) => name_error(*error),
        LinkError::Step(step) => {
            format!("Limber does not know this movement, or not so much of it: “{step}”.")
        }
        LinkError::TooMany(count) => format!("It holds {count} movements. Forty are the most."),
    },
};

const fn sides(only: Option<Side>) -> &'static str {
    match only {
        None => "Both",
        Some(Side::Left) => "Left",
        Some(Side::Right) => "Right",
    }
}

fn name_error(error: NameError) -> String {
    match error {
        NameError::Empty => "A routine needs a name.".to_owned(),
        NameError::TooLong(letters) => {
            format!("{letters} letters are too many for a name: 60 are the most.")
        }
    }
}
