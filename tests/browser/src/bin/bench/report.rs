//! What was measured, as a table, and whether it is good enough.

use std::fmt::{self, Display, Formatter};

use crate::load::{Load, Loads};
use crate::work::Work;

/// The most that is good enough: as a share of the other page's, or in milliseconds per minute.
const PAINT: f64 = 1.3;
const START: f64 = 1.5;
const SESSION: f64 = 200.0;
const IDLE: f64 = 10.0;
/// What a page with a clock took where that was asked for. Such a page has taken from 958 to 9,267 ms on one machine,
/// by the day, and a session from 0.2 to 0.6 of it.
const CLOCK: f64 = 140.0;

#[derive(Default)]
pub struct Report {
    pub empty: Vec<Loads>,
    pub one_button: Vec<Loads>,
    pub limber: Vec<Loads>,
    pub work: Works,
}

/// What the main thread does on each page while one looks at it.
#[derive(Default)]
pub struct Works {
    pub empty: Work,
    /// A text changes once a second.
    pub clock: Work,
    pub limber: Work,
    pub session: Work,
    pub moving: Work,
}

impl Display for Report {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let first = Visits::new(self, |loads| loads.first);
        let repeat = Visits::new(self, |loads| loads.repeat);
        writeln!(
            out,
            "\nChromium with CPU 4x, 1.6 Mbit/s, 150 ms; medians of {} interleaved runs, in ms from the\n\
             start of the navigation. Start is pressed as soon as it is painted.\n",
            self.limber.len()
        )?;
        first.table("first visit", out)?;
        repeat.table("repeat visit", out)?;
        self.work.table(out)?;
        let (session, idle) =
            (self.work.session.on_a_cheap_phone, self.work.limber.on_a_cheap_phone);
        let share = session / self.work.clock.on_a_cheap_phone;
        let own = self.work.limber.of_its_own;
        first.targets("first visit", out)?;
        repeat.targets("repeat visit", out)?;
        target(out, "main thread in a session", "ms a minute", session, SESSION)?;
        target(out, "the same", "x the page with a clock", share, SESSION / CLOCK)?;
        target(out, "main thread idle", "ms a minute", idle, IDLE)?;
        target(out, "of that its scripts, styles and layout", "ms a minute", own, IDLE)
    }
}

impl Works {
    fn table(&self, out: &mut Formatter) -> fmt::Result {
        writeln!(
            out,
            "{:<20}{:>13}{:>16}{:>16}",
            "main thread, a min", "CPU 4x, ms", "of its own, ms", "full speed, ms"
        )?;
        let rows = [
            ("empty page", self.empty),
            ("page with a clock", self.clock),
            ("Limber, Today", self.limber),
            ("Limber, session", self.session),
            ("with its figure", self.moving),
        ];
        for (name, work) in rows {
            let Work { on_a_cheap_phone, of_its_own, at_full_speed } = work;
            writeln!(
                out,
                "  {name:<18}{on_a_cheap_phone:>13.0}{of_its_own:>16.0}{at_full_speed:>16.0}"
            )?;
        }
        writeln!(out)
    }
}

/// The medians of one kind of visit to all three pages.
struct Visits {
    empty: Load,
    one_button: Load,
    limber: Load,
}

impl Visits {
    fn new(report: &Report, which: fn(&Loads) -> Load) -> Self {
        let middle = |loads: &[Loads]| middle_of(&loads.iter().map(which).collect::<Vec<_>>());
        Self {
            empty: middle(&report.empty),
            one_button: middle(&report.one_button),
            limber: middle(&report.limber),
        }
    }

    fn table(&self, title: &str, out: &mut Formatter) -> fmt::Result {
        writeln!(
            out,
            "{title:<20}{:>13}{:>16}{:>13}{:>15}",
            "first paint", "press answered", "Start works", "all is there"
        )?;
        let rows = [
            ("empty page", self.empty),
            ("one-button page", self.one_button),
            ("Limber", self.limber),
        ];
        for (name, load) in rows {
            let [answered, works, there] = [load.answered, load.works, load.there].map(told);
            writeln!(out, "  {name:<18}{:>13.0}{answered:>16}{works:>13}{there:>15}", load.paint)?;
        }
        writeln!(out)
    }

    fn targets(&self, title: &str, out: &mut Formatter) -> fmt::Result {
        let paint = self.limber.paint / self.empty.paint;
        let works = |load: Load| load.works.unwrap_or(f64::NAN);
        let start = works(self.limber) / works(self.one_button);
        target(out, &format!("{title}, first paint"), "x the empty page's", paint, PAINT)?;
        target(out, &format!("{title}, Start works"), "x the one-button page's", start, START)
    }
}

pub fn target(out: &mut Formatter, name: &str, unit: &str, is: f64, at_most: f64) -> fmt::Result {
    let verdict = if is <= at_most { "met" } else { "MISSED" };
    let is = if at_most < 10.0 { format!("{is:.2}") } else { format!("{is:.0}") };
    let at_most = (at_most * 100.0).round() / 100.0;
    writeln!(out, "{verdict:<7} {name}: {is} {unit}, at most {at_most}")
}

fn told(millis: Option<f64>) -> String {
    millis.map_or_else(|| "-".to_owned(), |millis| format!("{millis:.0}"))
}

/// Each number's median by itself.
fn middle_of(loads: &[Load]) -> Load {
    Load {
        paint: median(loads.iter().map(|it| it.paint)).unwrap_or(f64::NAN),
        answered: median(loads.iter().filter_map(|it| it.answered)),
        works: median(loads.iter().filter_map(|it| it.works)),
        there: median(loads.iter().filter_map(|it| it.there)),
    }
}

fn median(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let middle = numbers.len() / 2;
    if numbers.len() % 2 == 1 {
        numbers.get(middle).copied()
    } else {
        Some(f64::midpoint(*numbers.get(middle.checked_sub(1)?)?, *numbers.get(middle)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_in_the_middle() {
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), Some(2.0));
        assert_eq!(median([4.0, 1.0, 2.0, 3.0].into_iter()), Some(2.5));
        assert_eq!(median([].into_iter()), None);
    }
}
