//! Marked days, at rest: rows of `[days since 1970, mark]`, the first day first.

use time::Date;

use super::{Mark, Marks};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, read, written};

/// The Julian day of 1 January 1970.
const EPOCH: i32 = 2_440_588;

#[must_use]
pub fn read_marks(text: Option<&str>) -> Stored<Marks> {
    read("days", text, |reader| {
        let reader = reader.only(&["days", "v"]);
        let days = reader.field("days");
        let marked: Vec<_> = days.each(marked).into_iter().flatten().collect();
        if !marked.is_sorted_by(|(before, _), (after, _)| before < after) {
            days.fail(Fault::Rule("the days do not stand in their order".to_owned()));
        }
        Marks(marked)
    })
}

#[must_use]
pub fn write_marks(marks: &Marks) -> String {
    let rows = marks.iter().map(|(date, mark)| {
        let mark: i64 = match mark {
            Mark::Rest => 1,
            Mark::Flare => 2,
        };
        [i64::from(date.to_julian_day() - EPOCH), mark].into_iter().collect::<Json>()
    });
    written(vec![("days", Json::List(rows.collect())), ("v", VERSION.into())])
}

fn marked(reader: &Reader) -> Option<(Date, Mark)> {
    let fault = |found| Fault::Rule(format!("a marked day has {found} fields, not 2"));
    let reader = reader.row(2..=2, fault);
    let mark = match reader.entry(1).number_if_sound(1..=2)? {
        1 => Mark::Rest,
        _ => Mark::Flare,
    };
    Some((date(&reader.entry(0))?, mark))
}

fn date(reader: &Reader) -> Option<Date> {
    let days = reader.signed();
    let julian = i32::try_from(days).ok().and_then(|days| days.checked_add(EPOCH));
    let date = julian.and_then(|julian| Date::from_julian_day(julian).ok());
    if date.is_none() {
        reader.fail(Fault::Rule(format!("there is no day {days}")));
    }
    date
}
