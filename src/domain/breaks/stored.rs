//! What a person has set for their breaks, as text, with a version like everything that is kept.

use super::{
    BreakSettings, Choices, Delay, Interval, LongEvery, Schedule, ScheduleError, TimeOfDay,
    Warning, Weekdays,
};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, read, written};

#[must_use]
pub fn read_breaks(text: Option<&str>) -> Stored<BreakSettings> {
    read("breaks", text, settings)
}

#[must_use]
pub fn write_breaks(settings: &BreakSettings) -> String {
    let choices = settings.schedule.choices();
    let long_every = choices.long_every.map(|it| u64::from(it.breaks()));
    written(vec![
        ("every", u64::from(choices.every.minutes()).into()),
        ("fixed", choices.fixed.iter().map(|it| u64::from(it.minutes())).collect()),
        ("from", u64::from(choices.from.minutes()).into()),
        ("long", long_every.map_or(Json::Null, Json::from)),
        ("notify", settings.notify.into()),
        ("on", settings.is_on.into()),
        ("postpone", choices.postpone.iter().map(|it| u64::from(it.minutes())).collect()),
        ("to", u64::from(choices.to.minutes()).into()),
        ("v", VERSION.into()),
        ("warning", u64::from(choices.warning.secs()).into()),
        ("weekdays", u64::from(choices.weekdays.bits()).into()),
    ])
}

fn settings(reader: &Reader) -> BreakSettings {
    let reader = reader.only(&[
        "v", "on", "notify", "every", "from", "to", "weekdays", "long", "warning", "postpone",
        "fixed",
    ]);
    let schedule = choices(&reader).and_then(|choices| {
        let refused = |error: ScheduleError| reader.fail(Fault::Rule(error.to_string()));
        Schedule::new(choices).map_err(refused).ok()
    });
    BreakSettings {
        is_on: reader.field("on").flag(),
        schedule: schedule.unwrap_or_default(),
        notify: reader.field("notify").flag(),
    }
}

/// The choices, where each is sound by itself. Otherwise there is no telling whether they agree.
fn choices(reader: &Reader) -> Option<Choices> {
    let every = reader.field("every").number_if_sound(Interval::BOUNDS);
    let from = time_of_day(&reader.field("from"));
    let to = time_of_day(&reader.field("to"));
    let weekdays = reader.field("weekdays").number_if_sound(Weekdays::BOUNDS);
    let long = reader.field("long");
    let long_every = (!long.is_null()).then(|| long.number_if_sound(LongEvery::BOUNDS));
    let warning = reader.field("warning").number_if_sound(Warning::BOUNDS);
    let postpone = postpone(&reader.field("postpone"));
    let fixed: Option<Vec<_>> = reader.field("fixed").each(time_of_day).into_iter().collect();
    Some(Choices {
        every: Interval::from_minutes(every?).ok()?,
        from: from?,
        to: to?,
        weekdays: Weekdays::from_bits(weekdays?).ok()?,
        long_every: match long_every {
            Some(breaks) => Some(LongEvery::from_breaks(breaks?).ok()?),
            None => None,
        },
        warning: Warning::from_secs(warning?).ok()?,
        postpone: postpone?,
        fixed: fixed?,
    })
}

fn time_of_day(reader: &Reader) -> Option<TimeOfDay> {
    TimeOfDay::from_minutes(reader.number_if_sound(TimeOfDay::BOUNDS)?).ok()
}

fn postpone(reader: &Reader) -> Option<[Delay; 3]> {
    let reader = reader.row(3..=3, |found| Fault::Rule(format!("{found} delays, not 3")));
    let delay = |index| reader.entry(index).number_if_sound(Delay::BOUNDS);
    let delays = [delay(0), delay(1), delay(2)];
    let [first, second, third] = delays.map(|it| Delay::from_minutes(it?).ok());
    Some([first?, second?, third?])
}
