//! Measures, at rest: rows of `[seconds since 1970, offset in minutes, test, what was found]`, the first one first. Of
//! the figure four, left and then right was found.

use super::{Finding, Gap, Measure, Measures, Stands, Test};
use crate::domain::json::Json;
use crate::domain::pain::Score;
use crate::domain::reading::{Fault, Reader};
use crate::domain::stored::{Stored, VERSION, instant, instant_at_rest, read, written};

const TESTS: [(&str, Test); 3] = [
    ("fingertips", Test::FingertipToFloor),
    ("stands", Test::SitToStand),
    ("figure-four", Test::FigureFour),
];

#[must_use]
pub fn read_measures(text: Option<&str>) -> Stored<Measures> {
    read("measures", text, |reader| {
        let reader = reader.only(&["all", "v"]);
        let all = reader.field("all");
        let measures: Vec<_> = all.each(measure).into_iter().flatten().collect();
        if !measures.is_sorted_by_key(|measure| measure.at) {
            all.fail(Fault::Rule("the measures do not stand in their order".to_owned()));
        }
        Measures(measures)
    })
}

#[must_use]
pub fn write_measures(measures: &Measures) -> String {
    let rows = measures.0.iter().map(measure_at_rest);
    written(vec![("all", Json::List(rows.collect())), ("v", VERSION.into())])
}

fn measure_at_rest(measure: &Measure) -> Json<'static> {
    let [secs, minutes] = instant_at_rest(measure.at);
    let test = measure.finding.test();
    let name = TESTS.iter().find(|(_, it)| *it == test).map_or("", |(name, _)| name);
    let mut row = vec![secs.into(), minutes.into(), name.into()];
    match measure.finding {
        Finding::FingertipToFloor(gap) => row.push(u64::from(gap.tenths()).into()),
        Finding::SitToStand(stands) => row.push(u64::from(stands.count()).into()),
        Finding::FigureFour { left, right } => {
            row.extend([left, right].map(|pull| u64::from(pull.get()).into()));
        }
    }
    Json::List(row)
}

fn measure(reader: &Reader) -> Option<Measure> {
    let fault = |found| Fault::Rule(format!("a measure has {found} fields, not 4 or 5"));
    let reader = reader.row(4..=5, fault);
    let at = instant(&reader.entry(0), &reader.entry(1));
    let test = reader.entry(2).one_of_if_known(&TESTS)?;
    let number = |index, most: u16| reader.entry(index).small(0..=most);
    let pull = |index| {
        let number = number(index, Score::MOST.into());
        Score::new(u8::try_from(number).ok()?)
    };
    let finding = match test {
        Test::FingertipToFloor => {
            Finding::FingertipToFloor(Gap::from_tenths(number(3, Gap::MOST))?)
        }
        Test::SitToStand => Finding::SitToStand(Stands::new(number(3, Stands::MOST))?),
        Test::FigureFour => Finding::FigureFour { left: pull(3)?, right: pull(4)? },
    };
    let count = if test == Test::FigureFour { 5 } else { 4 };
    let fault = |found| Fault::Rule(format!("this measure has {found} fields, not {count}"));
    reader.row(count..=count, fault).there().map(|_| Measure { at, finding })
}
