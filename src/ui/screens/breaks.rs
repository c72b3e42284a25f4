//! Desk breaks: whether, when and how to be told of them.

use leptos::prelude::*;
use maud::{Markup, html};
use time::Weekday;

use crate::app::breaks::{NotificationLeave, Watching};
use crate::app::{self, App};
use crate::domain::breaks::{
    Choices, Delay, Input, Interval, LongEvery, Phase, TimeOfDay, Warning, Weekdays, call_ends,
};
use crate::ui::parts::{
    StepNames, Way, break_card, button, changing, changing_button, fixed, group, heading,
    named_button, stepper, switch, time_of_day,
};
use crate::view::{Element, element, follow};
use crate::words::{NotifyState, words};

/// What a press changes, in minutes.
const EVERY: u16 = 5;
const HOURS: u16 = 30;
const DELAY: u16 = 5;
/// And in seconds.
const WARNING: u16 = 30;

pub fn breaks() -> Vec<Element> {
    let app = App::get();
    let words = words();
    let lead = html! {
        p { (words.breaks.lead) }
        p class="quiet" { (words.breaks.honest) }
    };
    let is_on = move || app.breaks.settings.with(|it| it.is_on);
    let turn = move |on| app.change_breaks(|it| it.is_on = on);
    // What is due is what one has come for.
    vec![
        fixed(heading(words.pages.breaks)),
        break_card(app),
        changing(move || standing(app)),
        fixed(lead),
        switch(words.breaks.switch, "", is_on, turn),
        call(app).shown_while(move || is_counting(app.breaks.phase.get())),
        section(words.breaks.when, when(app)),
        section(words.breaks.steps, delays(app)),
        section(words.breaks.fixed, fixed_times(app)),
        section(words.breaks.telling, telling(app)),
        section(words.breaks.calendar, calendar(app)),
    ]
}

fn section(title: &'static str, mut parts: Vec<Element>) -> Element {
    parts.insert(0, fixed(html! { h2 { (title) } }));
    group("settings", parts)
}

const fn is_counting(phase: Phase) -> bool {
    matches!(phase, Phase::Waiting { .. } | Phase::Warned { .. } | Phase::Due { .. })
}

/// When the next break comes.
fn standing(app: App) -> Markup {
    let words = &words().breaks;
    let left = app.breaks.left.get().unwrap_or_default();
    html! {
        @if app.breaks.is_elsewhere.get() { p role="status" { (words.elsewhere) } }
        @match app.breaks.phase.get() {
            Phase::Waiting { due, kind } => p { ((words.next)(kind, time_of_day(due), left)) },
            Phase::OutOfHours { begins } => {
                p { ((words.out_of_hours)(begins.weekday(), time_of_day(begins))) }
            }
            Phase::Off | Phase::Warned { .. } | Phase::Due { .. } | Phase::InCall { .. }
            | Phase::Asking { .. } => {},
        }
    }
}

fn call(app: App) -> Element {
    let words = &words().breaks;
    let ends = move |index: usize| {
        // They move on with the time that is left.
        app.breaks.left.track();
        call_ends(app::now())[index]
    };
    let button = |index| {
        changing_button(
            "quiet-button",
            move || html! { ((words.call_until)(time_of_day(ends(index)))) },
            move || app.breaks.tell(Input::CallUntil(untrack(|| ends(index)))),
        )
    };
    let title = element("p", "quiet").markup(html! { (words.call) });
    let buttons = element("div", "chips").children((0..3).map(button).collect());
    element("div", "break-row").children(vec![title, buttons])
}

fn when(app: App) -> Vec<Element> {
    let words = &words().breaks;
    vec![
        number(app, words.every, every_face, |it, way| {
            it.every =
                Interval::from_minutes(stepped(it.every.minutes(), way, EVERY)).unwrap_or(it.every);
        }),
        number(app, words.from, |it| it.from.to_string(), |it, way| it.from = hour(it.from, way)),
        number(app, words.to, |it| it.to.to_string(), |it, way| it.to = hour(it.to, way)),
        number(app, words.long, long_face, |it, way| it.long_every = long(it.long_every, way)),
        number(app, words.warn, warning_face, |it, way| {
            it.warning =
                Warning::from_secs(stepped(it.warning.secs(), way, WARNING)).unwrap_or(it.warning);
        }),
        days(app),
        refused(app),
    ]
}

fn every_face(choices: &Choices) -> String {
    (words().breaks.minutes_later)(choices.every.minutes())
}

fn long_face(choices: &Choices) -> String {
    (words().breaks.long_every)(choices.long_every.map(LongEvery::breaks))
}

fn warning_face(choices: &Choices) -> String {
    (words().breaks.seconds_before)(choices.warning.secs())
}

/// A number of the schedule, with what its label and its two buttons are called.
fn number(
    app: App,
    [label, less, more]: [&'static str; 3],
    face: fn(&Choices) -> String,
    step: fn(&mut Choices, Way),
) -> Element {
    let shown = move || {
        let text = app.breaks.settings.with(|it| face(it.schedule.choices()));
        html! { output { (text) } }
    };
    let name = move || html! { div class="stepper-label" { (label) } };
    let step = move |way| app.reschedule_breaks(|it| step(it, way));
    stepper(StepNames { label, less, more }, name, shown, step)
}

fn stepped(number: u16, way: Way, by: u16) -> u64 {
    u64::from(match way {
        Way::Less => number.saturating_sub(by),
        Way::More => number + by,
    })
}

fn hour(time: TimeOfDay, way: Way) -> TimeOfDay {
    TimeOfDay::from_minutes(stepped(time.minutes(), way, HOURS)).unwrap_or(time)
}

/// Beyond the rarest there is never.
fn long(every: Option<LongEvery>, way: Way) -> Option<LongEvery> {
    match (every, way) {
        (None, Way::Less) => LongEvery::from_breaks(*LongEvery::BOUNDS.end()).ok(),
        (None, Way::More) => None,
        (Some(every), Way::Less) => {
            LongEvery::from_breaks(stepped(every.breaks(), way, 1)).ok().or(Some(every))
        }
        (Some(every), Way::More) => LongEvery::from_breaks(stepped(every.breaks(), way, 1)).ok(),
    }
}

fn refused(app: App) -> Element {
    changing(move || {
        html! {
            p role="status" class="quiet" {
                @if let Some(error) = app.breaks.refused.get() { ((words().breaks.refused)(error)) }
            }
        }
    })
}

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn days(app: App) -> Element {
    let title = element("legend", "").markup(html! { (words().breaks.days) });
    let days = element("div", "options").children(DAYS.map(|day| day_box(app, day)).into());
    element("fieldset", "choice").children(vec![title, days])
}

fn day_box(app: App, day: Weekday) -> Element {
    let common = &words().common;
    let bit = 1 << day.number_days_from_monday();
    let bits = move || app.breaks.settings.with(|it| it.schedule.choices().weekdays.bits());
    let input = element("input", "")
        .attribute("type", "checkbox")
        .attribute("aria-label", (common.weekday)(day));
    let (shown, pressed) = (input.clone(), input.clone());
    follow(move || shown.set_checked(bits() & bit != 0));
    let input = input.on("change", move || {
        let changed = if pressed.is_checked() { bits() | bit } else { bits() & !bit };
        match Weekdays::from_bits(u64::from(changed)) {
            Ok(weekdays) => app.reschedule_breaks(|it| it.weekdays = weekdays),
            // The last day stays.
            Err(_) => pressed.set_checked(true),
        }
    });
    let letter = html! { ((common.weekday_letter)(day)) };
    let name = element("span", "").attribute("aria-hidden", "true").markup(letter);
    element("label", "option").children(vec![input, name])
}

fn delays(app: App) -> Vec<Element> {
    let names = words().breaks.step;
    let step = |index: usize| {
        let [label, less, more] = names[index];
        let face = move || {
            let minutes =
                app.breaks.settings.with(|it| it.schedule.choices().postpone[index].minutes());
            html! { output { ((words().breaks.minutes_later)(minutes)) } }
        };
        let change = move |way| {
            app.reschedule_breaks(|it| {
                let delay = it.postpone[index];
                // From the shortest it goes on in round numbers.
                let minutes = match stepped(delay.minutes(), way, DELAY) {
                    0 => 1,
                    6 => 5,
                    minutes => minutes,
                };
                it.postpone[index] = Delay::from_minutes(minutes).unwrap_or(delay);
            });
        };
        let name = move || html! { div class="stepper-label" { (label) } };
        stepper(StepNames { label, less, more }, name, face, change)
    };
    (0..3).map(step).collect()
}

fn fixed_times(app: App) -> Vec<Element> {
    let words = &words().breaks;
    let listed = element("div", "chips").following_children(move || {
        let times = app.breaks.settings.with(|it| it.schedule.choices().fixed.clone());
        let chip = |time: TimeOfDay| {
            let remove =
                move || app.reschedule_breaks(|it| it.fixed.retain(|known| *known != time));
            named_button("chip", &(words.remove)(time), remove)
                .markup(html! { (time.to_string()) " ×" })
        };
        times.into_iter().map(chip).collect()
    });
    let input =
        element("input", "").attribute("type", "time").attribute("aria-label", words.fixed_time);
    input.set_value("13:00");
    let chosen = input.clone();
    let add = button("quiet-button", words.add, move || {
        if let Some(time) = read_time(&chosen.value()) {
            app.reschedule_breaks(|it| it.fixed.push(time));
        }
    });
    let hint = fixed(html! { p class="quiet" { (words.fixed_hint) } });
    let new = element("div", "chips").children(vec![input, add]);
    vec![hint, listed, new, refused(app)]
}

/// As a field for times has it: `13:05`.
fn read_time(text: &str) -> Option<TimeOfDay> {
    let (hours, minutes) = text.split_once(':')?;
    let minutes = hours.parse::<u64>().ok()? * 60 + minutes.get(..2)?.parse::<u64>().ok()?;
    TimeOfDay::from_minutes(minutes).ok()
}

fn telling(app: App) -> Vec<Element> {
    let words = &words().breaks;
    let notify = switch(
        words.notify,
        "",
        move || app.breaks.settings.with(|it| it.notify),
        move |on| app.notify_breaks(on),
    );
    let hint = move || {
        let state = match app.breaks.leave.get() {
            NotificationLeave::Given | NotificationLeave::Open => NotifyState::Can,
            NotificationLeave::Refused => NotifyState::Refused,
            NotificationLeave::Missing => NotifyState::Missing,
        };
        html! { p class="quiet" { ((words.notify_hint)(state)) } }
    };
    let watching = move |state| move || app.breaks.watching.get() == state;
    let watch = button("quiet-button", words.watch, move || app.breaks.watch());
    let watched = fixed(html! { p class="quiet" { (words.watched) } });
    let mut parts = vec![
        notify,
        changing(hint),
        group("watch", vec![watch]).shown_while(watching(Watching::Asleep)),
        group("watch", vec![watched]).shown_while(watching(Watching::On)),
    ];
    if app::can_float() {
        parts.push(button("quiet-button", words.float, move || super::floating::open(app)));
    }
    parts
}

fn calendar(app: App) -> Vec<Element> {
    let words = &words().breaks;
    vec![
        fixed(html! { p class="quiet" { (words.calendar_hint) } }),
        button("quiet-button", words.save_calendar, move || app.save_calendar()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_with_seconds_or_without() {
        let minutes = |text| read_time(text).map(TimeOfDay::minutes);
        assert_eq!(minutes("13:05"), Some(785));
        assert_eq!(minutes("00:00:30"), Some(0));
        assert_eq!(minutes(""), None);
        assert_eq!(minutes("25:00"), None);
    }

    #[test]
    fn beyond_the_rarest_there_is_never() {
        let every = |breaks| LongEvery::from_breaks(breaks).ok();
        assert_eq!(long(every(12), Way::More), None);
        assert_eq!(long(None, Way::More), None);
        assert_eq!(long(None, Way::Less), every(12));
        assert_eq!(long(every(2), Way::Less), every(2));
    }
}
