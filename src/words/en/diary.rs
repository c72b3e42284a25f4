//! What is said of progress. It never claims that one thing did another.

use std::time::Duration;

use time::Date;

use super::{date, length, month, plural};
use crate::domain::balance::WEEKLY_MINUTES;
use crate::domain::days::{CalendarDay, Heat};
use crate::domain::marks::Mark;
use crate::domain::measures::{Compared, Difference, Finding, Test};
use crate::domain::missing::Refused;
use crate::domain::mornings::Mornings;
use crate::domain::plan::Side;
use crate::domain::report::Subject;
use crate::domain::trend::{Change, Trend, When};
use crate::domain::weeks::{Standing, Streak, Week};
use crate::words::Diary;

pub(super) const DIARY: Diary = Diary {
    title: "Progress",
    week,
    streak,
    goal: ["Days a week", "A day less", "A day more"],
    days: |days| days.to_string(),
    mark_day: "Which day",
    not_markable: |day| {
        format!(
            "A day of the last ten years, please, up to today. Until then, {} is marked.",
            short(day)
        )
    },
    day_is: "That day is",
    mark: |mark| match mark {
        Mark::Rest => "A rest day",
        Mark::Flare => "A flare day",
    },
    no_mark: "A usual day",
    mark_hint: "A week never asks for a rest day. A flare day also takes one off the week's goal.",
    calendar: "The last weeks",
    week_of: |monday| format!("Week of {}", short(monday)),
    day,
    legend: "The larger the dot, the more was done: under 5, 10 and 20 minutes, and more. R is a rest day, F a flare day.",
    earlier: "Earlier weeks",
    muscles: "Minutes a week for each muscle",
    muscles_hint: |days| {
        let span = match days {
            28 => "four weeks".to_owned(),
            days => format!("{days} days"),
        };
        format!(
            "On average over the last {span}, by what each movement is mainly for. For flexibility, trials used about {WEEKLY_MINUTES} minutes of stretching a week for each muscle (Thomas 2018)."
        )
    },
    muscle_columns: ["Muscle", "Left", "Right", "Stretched, left / right"],
    own_movements: "Your own movements",
    sides: |left, right| format!("All together: left {left} min a week, right {right} min"),
    pain: "Pain over time",
    no_pain: "Nothing yet. Tell how your pain is before and after a session, and the next day, and it is drawn here.",
    when: "Told",
    when_of: |when| match when {
        When::Before => "Before a session",
        When::After => "After it",
        When::DaysAfter => "On the days after",
    },
    place: "Where",
    anywhere: "Anywhere",
    span: "How far back",
    spans: ["4 weeks", "3 months", "A year"],
    trend,
    change,
    not_the_cause: "Pain also rises and falls by itself. These numbers cannot say what the stretches did.",
    chart: |days| format!("Pain from 0 to 10 on {}", plural(days, "day", "days")),
    chart_legend: "Dots are days, the line is the average of the seven days before, the dashed line the trend.",
    table: "The same as a table",
    pain_columns: ["Day", "Pain, 0 to 10", "Average of 7 days"],
    mornings: "Movements, and the day after",
    mornings_hint: "What went before better and worse days in the last year, which is never to say that it was the cause. The numbers are how much pain differed on average from before a session to the next day, or the day after if told then; below zero is less pain. Listed are differences of half a point or more, and among many movements some differ by chance.",
    mornings_columns: ["Movement", "With it", "Without it", "Difference"],
    morning_mean: |sessions, points| {
        format!("{} ({})", signed(points), plural(sessions as usize, "session", "sessions"))
    },
    morning_of: |name, mornings: &Mornings| match mornings.side {
        Some(Side::Left) => format!("{name}, left"),
        Some(Side::Right) => format!("{name}, right"),
        None => name.to_owned(),
    },
    mornings_more: "All of them",
    no_mornings: [
        "Too few to tell: it takes five sessions with a movement and five without, each with pain told before and on the next day.",
        "No movement differs by half a point or more.",
    ],
    signed,
    tests: "Test yourself",
    tests_hint: "Every two weeks, at the same time of day, after a few minutes of warm-up. Stop where it hurts: a number is not worth it.",
    test_due: "It is time to test yourself.",
    test,
    test_chart: |test, count, [least, most]| {
        let unit = match test {
            Test::FingertipToFloor => "cm from the floor",
            Test::SitToStand => "times in 30 seconds",
            Test::FigureFour => "of 10, pull on both sides",
        };
        let [least, most] = [least, most].map(decimal);
        format!(
            "{}: {}, from {least} to {most} {unit}",
            self::test(test),
            plural(count, "result", "results")
        )
    },
    sides_legend: "Circles with a line are the left side, squares the right.",
    test_how,
    test_reading,
    is_due: "It is time for it.",
    is_not_due: |next| format!("Next from {}.", short(next)),
    leave_out: "With what you told the safety check, leave this one out.",
    finding,
    compared,
    take: |name| format!("Write down {}", name.to_lowercase()),
    time: ["Start 30 seconds", "Stop"],
    time_over: "Time. How often did you stand up?",
    fields: |test| match test {
        Test::FingertipToFloor => &["Centimetres from the floor, such as 12.5"],
        Test::SitToStand => &["How often you stood up"],
        Test::FigureFour => &["Pull on the left, 0 to 10", "Pull on the right, 0 to 10"],
    },
    keep: "Keep it",
    kept: "Kept.",
    wrong: |test| match test {
        Test::FingertipToFloor => "Centimetres from 0 to 100, please, such as 12.5.",
        Test::SitToStand => "A whole number from 0 to 60, please.",
        Test::FigureFour => "Two whole numbers from 0 to 10, please.",
    },
    delete: |day| format!("Delete the result of {}", short(day)),
    delete_it: "Delete",
    results: "All results",
    result_columns: ["Day", "Result"],
    deleted_session: |day| format!("The session of {} is deleted.", short(day)),
    deleted_result: |day| format!("The result of {} is deleted.", short(day)),
    short_date: short,
    decimal,
    to_history: "All sessions",
    to_report: "A report for a clinician",
    report: "Report",
    report_hint: "A page to take along, made on this device. Read it before you hand it on.",
    report_of: |from, to| format!("{} to {}", date(from), date(to)),
    report_print: "Print it",
    report_table: "Save it as a table",
    report_json: "Save it as JSON",
    report_name: "limber-report",
    report_part: |subject| match subject {
        Subject::Sessions => "Sessions",
        Subject::Pain => "Pain",
        Subject::Places => "Pain by place and side",
        Subject::Flags => "Safety check",
        Subject::Hurts => "What hurt in sessions",
        Subject::Flares => "Flare days",
        Subject::Movements => "Movements",
        Subject::Tests => "Tests",
        Subject::Amount => "How Limber was set",
    },
    report_columns: |subject| match subject {
        Subject::Sessions => &["Day", "Sessions", "Minutes"],
        Subject::Pain => {
            &["Pain, 0 to 10", "First week", "Last week", "Trend in all", "95 % from", "95 % to"]
        }
        Subject::Places => &["Furthest place", "Side", "Sessions", "Mean before"],
        Subject::Flags => &["Ticked", "Asked"],
        Subject::Hurts => &["Day", "Movement", "What it felt like"],
        Subject::Flares => &["Day"],
        Subject::Movements => {
            &["Movement", "Sessions", "Minutes left", "Minutes right", "Minutes both"]
        }
        Subject::Tests => &["Test", "First", "Result", "Last", "Last result", "Change"],
        Subject::Amount => &["Level", "Step"],
    },
    matters: "Averages of seven days with at least four numbers. Meaningful personal change: 2 points or 30 %, whichever is larger; many people need more (Farrar 2001; Ostelo 2008). The trend is a line of least squares, its interval wider where days in a row are alike (Santer 2000).",
    sessions: |sessions, days, minutes| {
        format!(
            "{} on {}, {minutes:.0} minutes of movements in all",
            plural(sessions, "session", "sessions"),
            plural(days, "day", "days"),
        )
    },
    by_whom: "Written by the person themselves with Limber, an app for guided stretching. Nobody has checked it.",
    more_rows: |more| format!("And {more} more, in the table and the JSON."),
    no_flags: "Nothing was ticked.",
    grave: "A session ended early: pain down the leg, numbness, or feeling unwell",
    day_list,
    add: "A session that is missing",
    add_hint: "Done without Limber, or before you had it.",
    add_fields: ["Day", "Time", "Routine", "Minutes"],
    add_it: "Add it",
    added: "It is added.",
    add_wrong: |refused| match refused {
        Refused::Incomplete => "A day, a time, and minutes from 1 to 180, please.",
        Refused::Ahead => "That is still to come.",
        Refused::LongAgo => "That is more than ten years ago. Is its year right?",
        Refused::Known => "A session that began then is here already.",
    },
    change_session: "A note, or delete it",
    note: "note",
    note_of: |day| format!("Note on the session of {}", short(day)),
    note_error: |error| {
        format!("That is {} letters. A note holds 300, so it is not kept yet.", error.0)
    },
    delete_session: |day| format!("Delete the session of {}", short(day)),
};

fn week(week: Week) -> String {
    let done = usize::from(week.days_done);
    match week.standing {
        Standing::Kept | Standing::Forgiven if done > 0 => {
            format!("{} this week: it is kept", plural(done, "day", "days"))
        }
        Standing::Kept | Standing::Forgiven => {
            "A week of rest and flare days costs nothing".to_owned()
        }
        Standing::Missed | Standing::Open => {
            format!("{done} of {} this week", plural(usize::from(week.needed), "day", "days"))
        }
    }
}

fn streak(streak: Streak) -> String {
    match streak.kept_weeks {
        0 => "The next kept week begins a row.".to_owned(),
        weeks if streak.longest > weeks => format!(
            "{} kept in a row; {} at the most.",
            plural(weeks, "week", "weeks"),
            streak.longest
        ),
        weeks => format!("{} kept in a row.", plural(weeks, "week", "weeks")),
    }
}

fn day(day: &CalendarDay) -> String {
    let done = match day.heat {
        Heat::None if day.is_ahead => String::new(),
        Heat::None => "nothing".to_owned(),
        _ => length(Duration::from_secs(day.worked.as_secs())),
    };
    let mark = match day.mark {
        Some(Mark::Rest) => ", a rest day",
        Some(Mark::Flare) => ", a flare day",
        None => "",
    };
    format!("{}: {done}{mark}", short(day.date))
}

fn trend(trend: Trend) -> String {
    match trend {
        Trend::TooFew { have, need } => format!(
            "Too few to tell a trend: {} with a number so far, and it takes {need}.",
            plural(have, "day", "days")
        ),
        Trend::TooShort { have, need } => format!(
            "Too short to tell a trend: {} so far, and it takes {need}.",
            plural(have, "day", "days")
        ),
        Trend::Line(line) => {
            let [by, low, high] = line.over_all().map(signed);
            let way = if line.high < 0.0 {
                "It goes down"
            } else if line.low > 0.0 {
                "It goes up"
            } else {
                "It goes neither clearly up nor clearly down"
            };
            format!(
                "{way}: by about {by} points over these days, and the true number may be anywhere from {low} to {high}."
            )
        }
    }
}

fn change(change: Change) -> String {
    match change {
        Change::TooFew => {
            "Too few to compare weeks: two of them need four numbers each.".to_owned()
        }
        Change::Known(it) => {
            let matters = if it.matters { "That is" } else { "That is less than" };
            format!(
                "The first week with four numbers averaged {}, the last one {}. {matters} a meaningful personal change: 2 points or 30 %, whichever is larger; many people need more (Farrar 2001; Ostelo 2008).",
                decimal(it.from),
                decimal(it.to)
            )
        }
    }
}

const fn test(test: Test) -> &'static str {
    match test {
        Test::FingertipToFloor => "Fingertips to the floor",
        Test::SitToStand => "Sit to stand, 30 seconds",
        Test::FigureFour => "Figure four on a chair",
    }
}

const fn test_how(test: Test) -> &'static [&'static str] {
    match test {
        Test::FingertipToFloor => &[
            "Stand with your feet together and your knees straight.",
            "Slide both hands down towards the floor, as far as it is easy.",
            "Measure from the floor to the tip of your middle finger. The better of two counts.",
        ],
        Test::SitToStand => &[
            "Sit in the middle of a firm chair against a wall, your arms crossed on your chest.",
            "Stand up fully and sit down again, as often as you can with ease in 30 seconds.",
            "Count each time that you stand.",
        ],
        Test::FigureFour => &[
            "Sit tall on a chair and lay one ankle over the other knee.",
            "Lean forward to the same place each time, such as until your elbows are over your knee.",
            "Say how strong the pull is, from 0 for none to 10. Then the other side.",
        ],
    }
}

const fn test_reading(test: Test) -> &'static str {
    match test {
        Test::FingertipToFloor => {
            "A change of 4.5 cm or more is beyond what measuring twice differs by, in people with back pain (Ekedahl 2012). It measures bending, not health."
        }
        Test::SitToStand => {
            "A change of 3 or more is beyond what measuring twice differs by, in people with early wear of a knee (Gill 2022). For sore backs it is not known."
        }
        Test::FigureFour => {
            "It follows how you feel a stretch, which is most of what early stretching changes. No number is known that matters."
        }
    }
}

fn finding(finding: Finding) -> String {
    match finding {
        Finding::FingertipToFloor(gap) => {
            format!("{}.{} cm", gap.tenths() / 10, gap.tenths() % 10)
        }
        Finding::SitToStand(stands) => plural(usize::from(stands.count()), "time", "times"),
        Finding::FigureFour { left, right } => {
            format!("left {}, right {}", left.get(), right.get())
        }
    }
}

fn compared(compared: Compared) -> String {
    match compared {
        Compared::First => "This is the first; the next one is compared with it.".to_owned(),
        Compared::Within(it) => {
            let who = studied(it);
            format!(
                "{} since the first: no more than measuring twice may differ by{who}.",
                differs(it)
            )
        }
        Compared::Beyond(it) => {
            let who = studied(it);
            format!("{} since the first: more than measuring twice differs by{who}.", differs(it))
        }
        Compared::Unknown(it) => format!("{} since the first.", differs(it)),
    }
}

/// In whom it was measured how much that is.
const fn studied(difference: Difference) -> &'static str {
    match difference {
        Difference::Gap(_) => " in people with back pain (Ekedahl 2012)",
        Difference::Stands(_) => " in people with early wear of a knee (Gill 2022)",
        Difference::Pull { .. } => "",
    }
}

fn differs(difference: Difference) -> String {
    match difference {
        Difference::Gap(tenths) => {
            let way = if tenths < 0 { "nearer to the floor" } else { "further from the floor" };
            format!("{}.{} cm {way}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
        }
        Difference::Stands(more) => {
            let way = if more < 0 { "fewer" } else { "more" };
            format!("{} {way}", more.unsigned_abs())
        }
        Difference::Pull { left, right } => {
            format!("Left {}, right {}", signed(f64::from(left)), signed(f64::from(right)))
        }
    }
}

/// Such as `Feb 2026: 3, 5 (2); Mar 2026: 1`.
fn day_list(days: &[(Date, usize)]) -> String {
    let (mut text, mut before) = (String::new(), String::new());
    for (date, count) in days {
        let name = short(*date);
        let (day, month) = name.split_once(' ').unwrap_or_default();
        if before == month {
            text.push_str(", ");
        } else {
            month.clone_into(&mut before);
            text.push_str(if text.is_empty() { "" } else { "; " });
            text.push_str(month);
            text.push_str(": ");
        }
        text.push_str(day);
        if *count > 1 {
            text.push_str(&[" (", &count.to_string(), ")"].concat());
        }
    }
    text
}

/// Such as `3 Mar 2026`.
fn short(date: Date) -> String {
    let month = month(date.month());
    format!("{} {} {}", date.day(), month.get(..3).unwrap_or(month), date.year())
}

/// With one place after the point; formatting of fractions itself would weigh ten kilobytes.
fn decimal(number: f64) -> String {
    let tenths = tenths(number);
    let sign = if tenths < 0 { "−" } else { "" };
    format!("{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
}

fn signed(number: f64) -> String {
    if tenths(number) > 0 { format!("+{}", decimal(number)) } else { decimal(number) }
}

#[expect(clippy::cast_possible_truncation, reason = "all are scores and their differences")]
fn tenths(number: f64) -> i32 {
    (number * 10.0).round() as i32
}
