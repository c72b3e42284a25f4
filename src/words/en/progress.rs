//! What is said of pain, and of more or less next time.

use super::plural;
use crate::domain::catalogue::Level;
use crate::domain::pain::{Flank, Score, Site};
use crate::domain::progression::{NextWeek, Step, Too, Verdict, WeekWhy, Why};
use crate::words::Progress;

pub(super) const PROGRESS: Progress = Progress {
    pain_now: "Pain now, 0 to 10 (if you like)",
    scale: "0 is no pain, 10 the worst that you can imagine.",
    after: "And your pain now, 0 to 10?",
    day_after: |days| {
        if days == 1 {
            "How is your pain after yesterday’s session?"
        } else {
            "How is your pain, two days after your last session?"
        }
    },
    day_after_hint: "“Settled by the next morning” is the main test of whether it was the right amount.",
    day_after_told: |score| format!("Noted: pain {score}."),
    skip: "Not now",
    noted: |decides| {
        if decides { "Noted. It decides how much comes next." } else { "Noted." }
    },
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
    week_next,
    title: "How much",
    now: "Now",
    step,
    less: "Less",
    more: "More",
    by_rule: "By the rule",
    by_rule_hint: "From what you tell before, after and on the days after.",
    rule: "The rule",
    rules: &[
        "A step up: at least 3 sessions finished in 7 days, none raised pain by 2 or more, all had settled by the next day, none felt like too much, and nothing went down a leg. At the most one step a week.",
        "A step back: a session raised pain by 2 or more, or it was still raised the next day or the one after, or two in a row felt like too much, or there was none for two weeks.",
        "Otherwise it stays.",
        "Pain that is still raised two days after a session, or has not settled by the next day after three in a row, brings the safety check back.",
        "A step up is 5 s more of each hold, up to 30 s (45 s at the advanced level), then one more repetition; of strength 2 repetitions, then a set; after that the next level. The advanced level never comes by itself.",
        "A step back is a third less, and after two of them the level below.",
        "What warms up, desk breaks and the four-week plan stay as they are. The plan goes on, stays or goes back by the same rule.",
    ],
    change: "Change",
    other_level: |level| format!("Go on at the {} level", level.to_lowercase()),
    columns: &[
        "pain before",
        "pain after",
        "pain next day",
        "pain two days after",
        "furthest place",
        "side of it",
    ],
    told: |pain| {
        let score =
            |it: Option<Score>| it.map_or_else(|| "–".to_owned(), |it| it.get().to_string());
        let [before, after, next_day] = [pain.before, pain.after, pain.next_day].map(score);
        let later =
            pain.two_days.map_or_else(String::new, |it| format!(", {} two days after", it.get()));
        format!("Pain: {before} before, {after} after, {next_day} the next day{later}")
    },
};

fn step(step: Step) -> String {
    match step.get() {
        0 => "As routines say".to_owned(),
        step @ ..0 => plural(usize::from(step.unsigned_abs()), "step back", "steps back"),
        step => plural(usize::from(step.unsigned_abs()), "step up", "steps up"),
    }
}

fn said(verdict: Verdict, step: Step, level: Option<Level>) -> String {
    let now = now(step, level);
    match verdict {
        Verdict::Up(week) => {
            format!("A step up: {} sessions in a week went well. Now: {now}.", week.sessions)
        }
        Verdict::Down(too) => format!("A step back, since {}. Now: {now}.", why(too)),
        Verdict::Stay(Why::Few(done)) => {
            let more = 3_usize.saturating_sub(done);
            format!(
                "As much as last time. {} in 7 days and it goes up a little.",
                plural(more, "more good session", "more good sessions")
            )
        }
        Verdict::Stay(Why::NotAllWell) => {
            "As much as last time: a step up comes after 7 days in which all went well.".to_owned()
        }
        Verdict::Stay(Why::Leg) => {
            "As much as last time: in the last 7 days something went down your leg, was numb, or made you unwell.".to_owned()
        }
        Verdict::Stay(Why::Recent) => {
            "As much as last time: one change a week is enough.".to_owned()
        }
        Verdict::Stay(Why::AtTop) => {
            "As much as last time: those are all the steps that come by themselves.".to_owned()
        }
        Verdict::Stay(Why::AtBottom(too)) => format!(
            "There is nothing gentler here, and {}. Leave out what hurts; if it goes on, ask a clinician.",
            why(too)
        ),
    }
}

fn week_next(next: NextWeek) -> Option<String> {
    let week = next.week + 1;
    match next.why {
        WeekWhy::First => None,
        WeekWhy::GoesOn { done, wanted } => {
            Some(format!("Week {week} goes on: {done} of {wanted} sessions done."))
        }
        WeekWhy::Stays => Some(format!("Week {week} is done. Stay with it as you like.")),
        WeekWhy::On => {
            Some(format!("Week {} is done and went well: on to week {week}.", next.week))
        }
        WeekWhy::Back => Some(format!("Week {week} next, since the last session was too much.")),
    }
}

fn why(too: Too) -> String {
    match too {
        Too::Raised(by) => format!("your last session raised pain by {by}"),
        Too::StillRaised(by) => format!("pain was still up by {by} a day or two later"),
        Too::TwiceTooMuch => "two sessions in a row felt like too much".to_owned(),
        Too::LongBreak => "there was no session for two weeks".to_owned(),
    }
}

/// Where it stands, at the level that was chosen.
fn now(now: Step, level: Option<Level>) -> String {
    let step = step(now).to_lowercase();
    match level {
        Some(level) => format!("{} level, {step}", super::level(level).to_lowercase()),
        None => step,
    }
}
