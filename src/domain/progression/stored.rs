//! Where a person stands, at rest.

use super::{GoodWeek, Progress, Step, Too, Verdict};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, instant_at_rest, lone_instant, read, written};

#[must_use]
pub fn read_progress(text: Option<&str>) -> Stored<Progress> {
    read("progress", text, |reader| {
        let reader = reader.only(&["auto", "because", "changed", "step", "v"]);
        let changed = reader.field("changed");
        Progress {
            step: step(&reader.field("step")),
            changed: (!changed.is_null()).then(|| lone_instant(&changed)),
            because: because(&reader.field("because")),
            is_automatic: reader.field("auto").flag(),
        }
    })
}

#[must_use]
pub fn write_progress(progress: &Progress) -> String {
    let changed = progress.changed.map(|it| instant_at_rest(it).into_iter().collect());
    written(vec![
        ("auto", progress.is_automatic.into()),
        ("because", because_at_rest(progress.because)),
        ("changed", changed.unwrap_or(Json::Null)),
        ("step", i64::from(progress.step.get()).into()),
        ("v", VERSION.into()),
    ])
}

/// A name and a number, or nothing. What stays has no reason to keep.
fn because_at_rest(because: Option<Verdict>) -> Json<'static> {
    let (name, number) = match because {
        None | Some(Verdict::Stay(_)) => return Json::Null,
        Some(Verdict::Up(week)) => ("good-week", u64::try_from(week.sessions).unwrap_or(0)),
        Some(Verdict::Down(Too::Raised(by))) => ("raised", by.unsigned_abs().into()),
        Some(Verdict::Down(Too::StillRaised(by))) => ("still-raised", by.unsigned_abs().into()),
        Some(Verdict::Down(Too::TwiceTooMuch)) => ("twice-too-much", 0),
        Some(Verdict::Down(Too::LongBreak)) => ("long-break", 0),
    };
    Json::List(vec![name.into(), number.into()])
}

fn because(reader: &Reader) -> Option<Verdict> {
    if reader.is_null() {
        return None;
    }
    let fault = |found| Fault::Rule(format!("a reason has {found} fields, not 2"));
    let reader = reader.row(2..=2, fault);
    let number = reader.entry(1).small(0..=100);
    let by = i8::try_from(number).unwrap_or(i8::MAX);
    reader.entry(0).one_of_if_known(&[
        ("good-week", Verdict::Up(GoodWeek { sessions: number.into() })),
        ("raised", Verdict::Down(Too::Raised(by))),
        ("still-raised", Verdict::Down(Too::StillRaised(by))),
        ("twice-too-much", Verdict::Down(Too::TwiceTooMuch)),
        ("long-break", Verdict::Down(Too::LongBreak)),
    ])
}

fn step(reader: &Reader) -> Step {
    let found = reader.signed();
    let step = i8::try_from(found).map(Step::new).ok().filter(|it| i64::from(it.get()) == found);
    step.unwrap_or_else(|| {
        let (least, most) = (Step::LEAST, Step::MOST);
        reader.fail(Fault::Rule(format!("a step of {found} is outside {least} to {most}")));
        Step::default()
    })
}
