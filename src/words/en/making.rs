//! What is said around a session that is made to fit.

use super::length;
use crate::domain::likes::Like;
use crate::domain::making::Posture;
use crate::words::Making;

pub(super) const MAKING: Making = Making {
    name: "Made to fit",
    title: "A session that fits",
    lead: "Say what you have. Limber puts it together from what suits you, with a warm-up and both sides alike.",
    minutes: "Minutes",
    posture: "How far down?",
    posture_of: |posture| match posture {
        Posture::Floor => "To the floor",
        Posture::Chair => "On a chair",
        Posture::Standing => "Standing",
    },
    sore: "What is sore?",
    things: "What is at hand?",
    thing: ["Chair", "Desk or table", "Wall", "Strap, belt or towel"],
    another: "Another one",
    short: |total| format!("It comes to {}: that is all that suits you there.", length(total)),
    nothing: "Nothing suits you there. Try another place, or have more at hand.",
    warm_up: "To warm up",
    favourite: "You favour it",
    sore_there: |region| format!("For your {region}"),
    muscle: |muscle| format!("For a part that nothing else here works on: {muscle}"),
    time: "There is time for it",
    like: "What do you make of it?",
    like_of: |like| match like {
        Like::Favoured => "Favour it",
        Like::Neither => "Neither",
        Like::Excluded => "Leave it out",
    },
    like_hint: "Sessions that are made to fit begin with what you favour. What you leave out is replaced in every routine.",
};
