//! What is said around the questions of the safety check.

use super::{date, plural};
use crate::domain::screening::{Urgency, Why};
use crate::words::Check;

pub(super) const CHECK: Check = Check {
    name: "Safety check",
    lead: |why| match why {
        Why::First => {
            "Nine short questions before your first session. Most people answer no to most of them."
        }
        Why::Rest => "There are a few questions left, on what suits you and what does not.",
        Why::Stale => "It is twelve weeks since your last safety check. Is it all still so?",
        Why::Gap => {
            "Welcome back. After four weeks without a session, the questions come first again."
        }
        Why::Leg => "You told of pain down a leg, or of numbness. The questions come first again.",
        Why::PlanWeek => "You go on to another week of the plan. The questions come first again.",
        Why::Worse => "Your pain has gone up by three or more. The questions come first again.",
        Why::Lasting => "Your pain has stayed raised. The questions come first again.",
    },
    private: "Your answers stay on this device. They decide what Limber offers you.",
    step_of: |at, of| format!("{at} of {of}"),
    no: "No",
    yes: "Yes, or not sure",
    which: "Tick what is true for you",
    next: "Next",
    none_after_all: "None of these",
    go_now: "Get help now",
    go_now_hint: "Go to an emergency department, or call your local emergency number: 112, 911, 999 or 000. Please do not exercise, and do not drive yourself.",
    weak_alone: "By itself this is a weak sign, and there may be a harmless reason for it. Together with back or leg symptoms it still wants a doctor today.",
    seen: "I have been seen about this, and may exercise",
    talk_first: "Talk to someone first",
    talk_first_hint: "Most often it turns out to be nothing grave. But a clinician should hear of it before you exercise, so Limber starts no session until then.",
    urgency: |urgency| match urgency {
        Urgency::SameDay => "Call today.",
        Urgency::WithinDays => "Talk to someone within the next days.",
        Urgency::Team => "Ask the team that operated.",
        Urgency::Ask => "Ask a parent, and a clinician who knows you.",
    },
    clinician_agreed: "A clinician said that I may do gentle exercise",
    ask_again_later: "When it is no longer so, answer the questions again.",
    good_to_go: "Good to go, with care",
    good_to_go_hint: "Nothing here stands against gentle movement. Stop at anything sharp, and at anything that goes down a leg.",
    worth_a_talk: "Worth a conversation, and no reason to stop moving",
    advice: |id| match id {
        "a-long" => "Book a review, and keep gently active.",
        "a-severe" => "Book one soon. Until then Limber keeps to gentle doses.",
        "a-night" => "Book one within days. Alone it is a weak sign.",
        "a-first-late" => "Mention it to a clinician.",
        "a-inflam" => "Ask about inflammatory back disease. Movement is usually welcome.",
        _ => "",
    },
    changes: "What Limber changes for you",
    left_out: |count| {
        format!(
            "{} left out. Routines put the nearest that suits in their place, and say so.",
            plural(count, "movement is", "movements are")
        )
    },
    changed: |count| {
        format!(
            "{} with a note on how to do it your way.",
            plural(count, "movement comes", "movements come")
        )
    },
    ask_first: "Some movements want a clinician's word first. They are left out until you have it.",
    ask_agreed: "A clinician agreed to bending and twisting",
    start: |name| format!("Start {name}"),
    home: "To Today",
    answers: "Your answers",
    nothing_ticked: "No to everything.",
    agreed_on: |it| format!("A clinician has seen it. You said so on {}.", date(it)),
    given_on: |it| format!("Given on {}.", date(it)),
    again: "Answer again",
    print: "Print a note to take along",
    note_title: "A note for a clinician",
    note_lead: "I use Limber, an app that guides stretches and gentle exercise for lower-back and buttock pain: holds of 15 to 45 seconds, lying, kneeling, sitting and standing. Its safety check asked me to talk to you first, because I answered yes to this:",
    note_questions: &[
        "May I do gentle stretching and strengthening at home?",
        "Is there anything that I should leave out, or wait with, and for how long?",
        "What should make me stop and come back?",
    ],
    note_signature: "Name, date:",
    sources: "What these questions rest on",
    no_sources: "What is sore to bend, kneel or lean on is for you to say, and so is what you were told. Doing it another way is ordinary practice, without a study.",
    closed: |is_emergency| {
        if is_emergency { "Get help now" } else { "Talk to someone first" }
    },
    closed_hint: |is_emergency| {
        if is_emergency {
            "Your answers in the safety check want help now, so no session starts. Call 112, 911, 999 or 000, or go to an emergency department."
        } else {
            "Your answers in the safety check want a clinician's word before you exercise, so no session starts yet."
        }
    },
    to_outcome: "What to do",
    for_you: "For you",
    not_for_you: "Not for you now",
    ask_before: "Ask a clinician first",
    with_care: "With a change for you",
    change_it: "See or change why",
    instead_of: |name| format!("Instead of {name}"),
    fitted: "Fitted to you: to your answers, to what hurt, and to what you leave out.",
    dropped: |name| format!("{name} is left out. Nothing near enough suits you now."),
    gentle: "Gentle doses, as your pain is strong now.",
};
