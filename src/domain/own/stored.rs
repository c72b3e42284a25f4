//! A person's routines at rest: rows of `[number, name, steps]`, each step as in a link. Movements of their own
//! are rows of `[step, name, how, sided, pose]`, the step being as much of it as it is usually done, and how it is
//! done a list of lines.

use super::{
    FIRST_OWN, How, MOST_STEPS, Name, Own, OwnMovement, OwnStep, Owns, read_step, write_step,
};
use crate::domain::catalogue::MovementNumber;
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, read_up_to, written};

/// That of texts with movements of one's own, which the first builds do not know.
const WITH_MOVEMENTS: u64 = 2;

#[must_use]
pub fn read_owns(text: Option<&str>) -> Stored<Owns> {
    read_up_to(WITH_MOVEMENTS, "routines", text, |reader| {
        let reader = reader.only(&["last", "movements", "routines", "v"]);
        let all: Vec<_> = reader.field("routines").each(own).into_iter().flatten().collect();
        let last = u32::try_from(reader.field("last").number(0..=u64::from(u32::MAX - 1)));
        let largest = all.iter().map(|own| own.number).max().unwrap_or(0);
        let movements = movements(&reader.optional("movements"));
        Owns { last: last.unwrap_or(0).max(largest), all, movements }
    })
}

#[must_use]
pub fn write_owns(owns: &Owns) -> String {
    let routines = owns.all.iter().map(own_at_rest).collect();
    let mut fields = vec![("last", u64::from(owns.last).into()), ("routines", routines)];
    if owns.movements.is_empty() {
        fields.push(("v", VERSION.into()));
    } else {
        fields.insert(1, ("movements", owns.movements.iter().map(movement_at_rest).collect()));
        fields.push(("v", WITH_MOVEMENTS.into()));
    }
    written(fields)
}

fn own_at_rest(own: &Own) -> Json<'_> {
    Json::List(vec![
        u64::from(own.number).into(),
        own.name.as_str().into(),
        steps_at_rest(&own.steps),
    ])
}

pub(super) fn steps_at_rest(steps: &[OwnStep]) -> Json<'static> {
    steps.iter().map(|step| Json::Text(write_step(step).into())).collect()
}

pub(super) fn movement_at_rest(movement: &OwnMovement) -> Json<'_> {
    Json::List(vec![
        Json::Text(write_step(&movement.step()).into()),
        movement.name.as_str().into(),
        movement.how.lines().map(Json::from).collect(),
        movement.sided.into(),
        u64::from(movement.pose.map_or(0, MovementNumber::get)).into(),
    ])
}

fn own(reader: &Reader) -> Option<Own> {
    let fault = |found| Fault::Rule(format!("a routine has {found} fields, not 3"));
    let reader = reader.row(3..=3, fault);
    let number = u32::try_from(reader.entry(0).number(1..=u64::from(u32::MAX - 1))).ok()?;
    let (name, steps) = (name(&reader.entry(1)), steps(&reader.entry(2)));
    Some(Own { number, name: name?, steps })
}

pub(super) fn name(reader: &Reader) -> Option<Name> {
    let name = Name::parse(reader.there()?.text());
    if let Err(error) = &name {
        reader.fail(Fault::Rule(error.to_string()));
    }
    name.ok()
}

pub(super) fn steps(reader: &Reader) -> Vec<OwnStep> {
    let steps: Vec<_> = reader.each(step).into_iter().flatten().collect();
    if steps.len() > MOST_STEPS {
        reader.fail(Fault::Rule(format!("{} movements are more than {MOST_STEPS}", steps.len())));
    }
    steps
}

pub(super) fn movements(reader: &Reader) -> Vec<OwnMovement> {
    let Some(reader) = reader.there() else { return vec![] };
    reader.each(movement).into_iter().flatten().collect()
}

fn movement(reader: &Reader) -> Option<OwnMovement> {
    let fault = |found| Fault::Rule(format!("a movement has {found} fields, not 5"));
    let reader = reader.row(5..=5, fault);
    let usual = reader.entry(0);
    let (step, name) = (step(&usual), name(&reader.entry(1)));
    let text = reader.entry(2);
    let how = How::parse(&text.texts().join("\n"));
    if let Err(error) = &how {
        text.fail(Fault::Rule(error.to_string()));
    }
    let sided = reader.entry(3).flag();
    let pose = reader.entry(4).small(0..=FIRST_OWN - 1);
    let OwnStep { movement: number, dose, .. } = step?;
    if number.get() < FIRST_OWN {
        usual.fail(Fault::Rule(format!("{} is no number of an own movement", number.get())));
    }
    let pose = (pose > 0).then(|| MovementNumber::new(pose));
    Some(OwnMovement { number, name: name?, how: how.ok()?, sided, dose, pose })
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
