//! What is said around the breath: its lengths, and the pacer.

use super::plural;
use crate::domain::breath::Half;
use crate::words::Breathe;

pub(super) const BREATHE: Breathe = Breathe {
    title: "Slow breathing",
    lead: "Breathe along, softly and without effort. If you feel dizzy, stop, and breathe as you like.",
    half: |half| match half {
        Half::In => "Breathe in",
        Half::Out => "Breathe out",
    },
    figure: "A person lies on their back, knees bent and hands on the belly, which rises and falls with the breath.",
    rhythm: |breath| format!("{} s in, {} s out", breath.secs(Half::In), breath.secs(Half::Out)),
    length: |half| match half {
        Half::In => ["Breath in", "Shorter breath in", "Longer breath in"],
        Half::Out => ["Breath out", "Shorter breath out", "Longer breath out"],
    },
    seconds: |secs| format!("{secs} s"),
    minutes: "Minutes",
    tone: "A tone for each breath",
    stop: "Stop",
    began: |minutes| format!("It has begun, for {}.", counted(minutes)),
    over: |minutes| format!("That was {}.", counted(minutes)),
    stopped: "Stopped. Breathe as you like.",
};

fn counted(minutes: u64) -> String {
    plural(usize::try_from(minutes).unwrap_or(usize::MAX), "minute", "minutes")
}
