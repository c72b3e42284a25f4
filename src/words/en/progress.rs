//! What is said of pain, and of more or less next time.

use super::plural;
use crate::domain::pain::{Flank, Site};
use crate::domain::progression::{Step, Too, Verdict, Why};
use crate::words::Progress;

pub(super) const PROGRESS: Progress = Progress {
    pain_now: "Pain now, 0 to 10 (if you like)",
    scale: "0 is no pain, 10 the worst that you can imagine.",
    after: "And your pain now, 0 to 10?",
    next_day: |days| {
        if days == 1 {
            "How is your pain after yesterday’s session?"
        } else {
            "How is your pain after your last session?"
        }
    },
    next_day_hint: "“Settled by the next morning” is the main test of whether it was the right amount.",
    skip: "Not now",
    noted: "Noted. It decides how much comes next.",
    point: "Point at it on a body, seen from the back",
    place: "The furthest place that hurts",
    site: |site| match site {
        Site::Back => "Back",
        Site::Buttock => "Buttock",
        Site::Thigh => "Thigh",
        Site::BelowKnee => "Below the knee",
        Site::Foot => "Foot",
    },
    side: "On which side?",
    flank: |flank| match flank {
        Flank::Left => "Left",
        Flank::Right => "Right",
        Flank::Both => "Both",
    },
    said,
    title: "How much",
    now: "Now",
    step,
    less: "Less",
    more: "More",
    by_rule: "By the rule",
    by_rule_hint: "From what you tell before, after and the next day.",
    rule: "The rule",
    rules: &[
        "A step up: at least 3 sessions finished in 7 days, none raised pain by 2 or more, all had settled by the next day, none felt like too much. At the most one step a week.",
        "A step back: a session raised pain by 2 or more, or it was still raised the next day, or two in a row felt like too much, or there was none for two weeks.",
        "Otherwise it stays.",
        "A step up is 5 s more of each hold, up to 30 s (45 s at the advanced level), then one more repetition; of strength 2 repetitions, then a set. A step back is a third less. What warms up, desk breaks and the four-week plan stay as they are; the plan goes on, stays or goes back by the same rule.",
    ],
    change: "Change",
    other_level: |level| format!("Go on at the {} level", level.to_lowercase()),
    columns: &["pain before", "pain after", "pain next day", "furthest place", "side of it"],
    told: |before, after, next_day| {
        let score = |it: Option<u8>| it.map_or_else(|| "–".to_owned(), |it| it.to_string());
        let [before, after, next_day] = [before, after, next_day].map(score);
        format!("Pain: {before} before, {after} after, {next_day} the next day")
    },
};

fn step(step: Step) -> String {
    match step.get() {
        0 => "As routines say".to_owned(),
        step @ ..0 => plural(usize::from(step.unsigned_abs()), "step back", "steps back"),
        step => plural(usize::from(step.unsigned_abs()), "step up", "steps up"),
    }
}

fn said(verdict: Verdict, now: Step) -> String {
    match verdict {
        Verdict::Up(week) => {
            format!(
                "A step up: {} sessions in a week went well. Now: {}.",
                week.sessions,
                lower(now)
            )
        }
        Verdict::Down(too) => {
            let why = match too {
                Too::Raised(by) => format!("your last session raised pain by {by}"),
                Too::StillRaised(by) => format!("pain was still up by {by} the next day"),
                Too::TwiceTooMuch => "two sessions in a row felt like too much".to_owned(),
                Too::LongBreak => "there was no session for two weeks".to_owned(),
            };
            format!("A step back, since {why}. Now: {}.", lower(now))
        }
        Verdict::Stay(Why::Few(done)) => {
            let more = 3_usize.saturating_sub(done);
            format!(
                "As much as last time. {} in 7 days and it goes up a little.",
                plural(more, "more good session", "more good sessions")
            )
        }
        Verdict::Stay(Why::Recent) => {
            "As much as last time: one change a week is enough.".to_owned()
        }
        Verdict::Stay(Why::AtTop) => {
            "As much as last time. That is all the steps of this level; Settings has the next one."
                .to_owned()
        }
    }
}

fn lower(now: Step) -> String {
    step(now).to_lowercase()
}
