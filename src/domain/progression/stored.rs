//! Where a person stands, at rest.

use time::OffsetDateTime;

use super::{GoodWeek, Latest, Progress, Standing, Step, Too, Verdict};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{
    Stored, VERSION, instant_at_rest, level, level_at_rest, lone_instant, read_up_to, written,
};

/// That of a person who has told something of a session.
const TOLD: u64 = 2;

#[must_use]
pub fn read_progress(text: Option<&str>) -> Stored<Progress> {
    read_up_to(TOLD, "progress", text, |reader| {
        let reader = reader.only(&["auto", "because", "changed", "latest", "step", "v"]);
        Progress {
            step: step(&reader.field("step")),
            changed: changed(&reader.field("changed")),
            because: because(&reader.field("because")),
            is_automatic: reader.field("auto").flag(),
            latest: reader.optional("latest").there().map(|it| latest(&it)),
        }
    })
}

#[must_use]
pub fn write_progress(progress: &Progress) -> String {
    let mut fields = vec![
        ("auto", progress.is_automatic.into()),
        ("because", because_at_rest(progress.because)),
        ("changed", changed_at_rest(progress.changed)),
    ];
    fields.extend(progress.latest.map(|it| ("latest", latest_at_rest(it))));
    fields.extend([
        ("step", i64::from(progress.step.get()).into()),
        ("v", if progress.latest.is_some() { TOLD } else { VERSION }.into()),
    ]);
    written(fields)
}

/// When it began, when it was told, and where the person stood before that: step, change, reason, level.
fn latest_at_rest(Latest { session, told, before }: Latest) -> Json<'static> {
    let [session, told] = [session, told].map(|it| instant_at_rest(it).into_iter().collect());
    let before = before.map_or(Json::Null, |Standing { step, changed, because, level }| {
        Json::List(vec![
            i64::from(step.get()).into(),
            changed_at_rest(changed),
            because_at_rest(because),
            level_at_rest(level),
        ])
    });
    Json::List(vec![session, told, before])
}

fn latest(reader: &Reader) -> Latest {
    let fault = |found| Fault::Rule(format!("what was told last has {found} fields, not 3"));
    let reader = reader.row(3..=3, fault);
    let before = reader.entry(2);
    Latest {
        session: lone_instant(&reader.entry(0)),
        told: lone_instant(&reader.entry(1)),
        before: (!before.is_null()).then(|| standing(&before)),
    }
}

fn standing(reader: &Reader) -> Standing {
    let fault = |found| Fault::Rule(format!("where one stood has {found} fields, not 4"));
    let reader = reader.row(4..=4, fault);
    Standing {
        step: step(&reader.entry(0)),
        changed: changed(&reader.entry(1)),
        because: because(&reader.entry(2)),
        level: level(&reader.entry(3)),
    }
}

fn changed_at_rest(changed: Option<OffsetDateTime>) -> Json<'static> {
    changed.map_or(Json::Null, |it| instant_at_rest(it).into_iter().collect())
}

fn changed(reader: &Reader) -> Option<OffsetDateTime> {
    (!reader.is_null()).then(|| lone_instant(reader))
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
