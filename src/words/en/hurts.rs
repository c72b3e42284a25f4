//! What is said where something hurts.

use super::date;
use crate::domain::hurts::{Answer, Change, Hurt};
use crate::words::Hurts;

pub(super) const HURTS: Hurts = Hurts {
    button: "This hurts",
    question: "What does it feel like?",
    hurt,
    advice: |hurt| match hurt {
        Hurt::Pull => {
            "Come out a little: half as far is far enough. A pull of up to 5 of 10 is fine if it eases, and has settled by tomorrow."
        }
        Hurt::Sharp => {
            "Come out slowly. Sharp pain ends this movement for today: try no bigger version of it."
        }
        Hurt::DownTheLeg => {
            "Come out slowly, and walk or rest in your easiest position. Pain that moves away from the back means stop for today. If it stays for more than two days, or grows, talk to someone."
        }
        Hurt::Numb => {
            "Come out slowly, and rest in your easiest position. Numbness, tingling or weakness means stop for today. If it is new or growing, talk to someone within days. If it is between your legs or in both legs, get help now."
        }
        Hurt::Elsewhere => {
            "Come out slowly. A pinch at the front of the hip or a pull inside the knee means that this one does not suit you now."
        }
        Hurt::Unwell => {
            "Sit or lie down. If it does not pass at once, or comes with pain in the chest or belly, call your local emergency number: 112, 911, 999 or 000."
        }
    },
    easier: "The easier way",
    answer: |answer| match answer {
        Answer::Ease => "Go on with less",
        Answer::Swap => "Do something else",
        Answer::Skip => "Skip this movement",
        Answer::End => "End the session",
    },
    swap_for: |name| format!("Do this instead: {name}"),
    signs: "When to stop, and when to get help",
    stopped: "You stopped in time",
    understood: "Understood",
    changed: "Movements you do differently",
    changed_hint: "From what you told with “This hurts”. Routines go by it until you take it back.",
    change: |change, what, on| {
        let how = match change {
            Change::Eased => "With less",
            Change::Out => "Left out",
        };
        format!("{how} since {}: {}", date(on), lower(hurt(what)))
    },
    undo: "As before",
    forgotten: |name| format!("{name} is done as before again."),
    undo_of: |name| format!("{name}: as before"),
    eased: "With less than the routine says, because it hurt last time.",
    left_out: |by_choice| {
        if by_choice {
            "You leave this out. Further down you can choose otherwise."
        } else {
            "Left out, because it hurt."
        }
    },
};

const fn hurt(hurt: Hurt) -> &'static str {
    match hurt {
        Hurt::Pull => "A strong pull or ache that eases off",
        Hurt::Sharp => "Sharp, stabbing or electric",
        Hurt::DownTheLeg => "Down the leg, or further down",
        Hurt::Numb => "Numb, tingling or weak",
        Hurt::Elsewhere => "Somewhere else: hip, knee, another place",
        Hurt::Unwell => "Dizzy, faint or breathless",
    }
}

/// As it stands within a sentence.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
