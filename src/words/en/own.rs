//! What is said around a person's own routines.

use super::length;
use crate::domain::own::{FileError, LinkError, NameError};
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
        LinkError::How(error) => how_error(error.0),
    },
    no_code: "With the words of your own movements in it, the link is too long for a QR code. Send it, or save the routine as a file.",
    save: "Save it as a file",
    file_name: "limber-routine.json",
    open: "Open a routine from a file",
    file_error: |error| match error {
        FileError::NotOurs => {
            "This file holds no routine of Limber, or only a part of one. Nothing has changed."
                .to_owned()
        }
        FileError::Newer => {
            "This routine is from a newer Limber. Load this page again, and open it once more."
                .to_owned()
        }
        FileError::Wrong(problems) => {
            let all: Vec<_> = problems.iter().map(ToString::to_string).collect();
            format!("This file is not whole. Nothing has changed. {}", all.join("; "))
        }
    },
    movement: "A movement of your own",
    movement_hint: "Such as one that your physiotherapist has shown you. It can go into any routine that you build.",
    movement_name: "What is it called?",
    new_movement: "My movement",
    add_movement: "Write down one of your own",
    delete_movement: "Delete this movement",
    gone: "A movement that was deleted",
    how: "How is it done? A line for each step",
    no_how: "Nobody has written down yet how it is done.",
    how_error: |error| how_error(error.0),
    not_ours: "This one is not Limber’s: the safety check knows nothing of it. Whoever showed it to you knows whether it suits you.",
    shared_movements: "It holds movements that are not Limber’s, and the safety check knows nothing of them. Do them only if someone who knows your back has shown them to you.",
    pose: "What does it look like?",
    no_pose: "No picture",
    is_sided: "One side, then the other",
    is_repeated: "Repetitions in place of a hold",
    amount_names: ["How much", "Less of it", "More of it"],
    tempo_names: ["Each repetition", "Faster", "Slower"],
    round_names: ["Rounds", "One round less", "One round more"],
    rest_names: ["Rest between", "Less rest", "More rest"],
};

const fn sides(only: Option<Side>) -> &'static str {
    match only {
        None => "Both",
        Some(Side::Left) => "Left",
        Some(Side::Right) => "Right",
    }
}

fn how_error(letters: usize) -> String {
    format!("{letters} letters are too many: 600 are the most.")
}

fn name_error(error: NameError) -> String {
    match error {
        NameError::Empty => "It needs a name.".to_owned(),
        NameError::TooLong(letters) => {
            format!("{letters} letters are too many for a name: 60 are the most.")
        }
    }
}
