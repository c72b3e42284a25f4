//! What hurt, at rest: `told` as rows of `[movement, what, seconds since 1970, offset in minutes]`.

use super::{Hurt, Hurts, Told};
use crate::domain::catalogue::MovementNumber;
use crate::domain::json::Json;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{
    Stored, VERSION, instant, instant_at_rest, lone_instant, read, written,
};

const HURTS: [(&str, Hurt); 6] = [
    ("pull", Hurt::Pull),
    ("sharp", Hurt::Sharp),
    ("leg", Hurt::DownTheLeg),
    ("numb", Hurt::Numb),
    ("elsewhere", Hurt::Elsewhere),
    ("unwell", Hurt::Unwell),
];

#[must_use]
pub fn read_hurts(text: Option<&str>) -> Stored<Hurts> {
    read("hurts", text, |reader| {
        let reader = reader.only(&["grave", "told", "v"]);
        let grave = reader.field("grave");
        Hurts {
            told: reader.field("told").each(told),
            grave: (!grave.is_null()).then(|| lone_instant(&grave)),
        }
    })
}

#[must_use]
pub fn write_hurts(hurts: &Hurts) -> String {
    let grave = hurts.grave.map(|it| instant_at_rest(it).into_iter().collect());
    written(vec![
        ("grave", grave.unwrap_or(Json::Null)),
        ("told", hurts.told.iter().map(told_at_rest).collect()),
        ("v", VERSION.into()),
    ])
}

fn told_at_rest(told: &Told) -> Json<'static> {
    let [secs, minutes] = instant_at_rest(told.at);
    let name = HURTS.iter().find(|(_, hurt)| *hurt == told.hurt).map_or("", |(name, _)| name);
    Json::List(vec![
        u64::from(told.movement.get()).into(),
        name.into(),
        secs.into(),
        minutes.into(),
    ])
}

fn told(reader: &Reader) -> Told {
    let fault = |found| Fault::Rule(format!("what hurt has {found} fields, not 4"));
    let reader = reader.row(4..=4, fault);
    Told {
        movement: MovementNumber::new(reader.entry(0).small(1..=u16::MAX)),
        hurt: reader.entry(1).one_of(&HURTS),
        at: instant(&reader.entry(2), &reader.entry(3)),
    }
}
