//! A person's routines at rest: rows of `[number, name, steps]`, each step as in a link.

use super::{MOST_STEPS, Name, Own, OwnStep, Owns, read_step, write_step};
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, read, written};

#[must_use]
pub fn read_owns(text: Option<&str>) -> Stored<Owns> {
    read("routines", text, |reader| {
        let reader = reader.only(&["last", "routines", "v"]);
        let all: Vec<_> = reader.field("routines").each(own).into_iter().flatten().collect();
        let last = u32::try_from(reader.field("last").number(0..=u64::from(u32::MAX - 1)));
        let largest = all.iter().map(|own| own.number).max().unwrap_or(0);
        Owns { last: last.unwrap_or(0).max(largest), all }
    })
}

#[must_use]
pub fn write_owns(owns: &Owns) -> String {
    written(vec![
        ("last", u64::from(owns.last).into()),
        ("routines", owns.all.iter().map(own_at_rest).collect()),
        ("v", VERSION.into()),
    ])
}

fn own_at_rest(own: &Own) -> Json<'_> {
    let steps = own.steps.iter().map(|step| Json::Text(write_step(step).into())).collect();
    Json::List(vec![u64::from(own.number).into(), own.name.as_str().into(), steps])
}

fn own(reader: &Reader) -> Option<Own> {
    let fault = |found| Fault::Rule(format!("a routine has {found} fields, not 3"));
    let reader = reader.row(3..=3, fault);
    let number = u32::try_from(reader.entry(0).number(1..=u64::from(u32::MAX - 1))).ok()?;
    let name = reader.entry(1);
    let parsed = Name::parse(name.text());
    if let (Err(error), Some(name)) = (&parsed, name.there()) {
        name.fail(Fault::Rule(error.to_string()));
    }
    let steps = reader.entry(2);
    let read: Vec<_> = steps.each(step).into_iter().flatten().collect();
    if read.len() > MOST_STEPS {
        steps.fail(Fault::Rule(format!("{} movements are more than {MOST_STEPS}", read.len())));
    }
    Some(Own { number, name: parsed.ok()?, steps: read })
}

/// A movement with how much of it.
pub(in crate::domain) fn step(reader: &Reader) -> Option<OwnStep> {
    let text = reader.there()?.text();
    let step = read_step(text);
    if step.is_none() {
        reader.fail(Fault::Unknown(text.to_owned()));
    }
    step
}
