//! Every address of the app, and what to keep in the browser so that each has something to show.

use anyhow::Result;
use limber::domain::catalogue::Catalogue;
use limber::domain::days::felt_day;
use limber::domain::history::Record;
use limber::domain::kept::month_key;
use limber::domain::marks::{Mark, Marks, write_marks};
use limber::domain::measures::{Finding, Gap, Measure, Measures, write_measures};
use limber::domain::pain::{Flank, Pain, Score, Site};
use limber::domain::plan::Plan;
use limber::domain::stored::write_month;
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::page::Page;

/// An address that can be opened straight away, with its page's heading.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// For files and messages.
    pub name: &'static str,
    pub hash: &'static str,
    pub heading: &'static str,
}

pub const PLACES: [Place; 25] = [
    place("today", "#/", "Ready when you are."),
    place("routines", "#/routines", "Routines"),
    place("routine", "#/routines/article-five", "The five stretches"),
    place("routine-weeks", "#/routines/flex-plan-4-weeks", "Four-week build"),
    place("made", "#/made", "A session that fits"),
    place("check", "#/check", "Good to go, with care"),
    place("movements", "#/movements", "Movements"),
    place("movement", "#/movements/figure-four-stretch", "Figure four stretch (lying)"),
    place("movements-for", "#/movements/for/gluteus-maximus", "Movements for the gluteus maximus"),
    place("muscles", "#/muscles", "Muscles"),
    place("muscle", "#/muscles/deep-hip-rotators", "Piriformis and deep hip rotators"),
    place("learn", "#/learn", "Learn"),
    place("learn-page", "#/learn/page/back-and-glutes", "Back and glutes"),
    place("learn-words", "#/learn/words", "Words explained"),
    place("learn-sources", "#/learn/sources", "Sources"),
    place("progress", "#/progress", "Progress"),
    place("tests", "#/progress/tests", "Test yourself"),
    place("report", "#/progress/report", "Report"),
    place("breathe", "#/breathe", "Slow breathing"),
    place("history", "#/history", "History"),
    place("settings", "#/settings", "Settings"),
    place("breaks", "#/breaks", "Desk breaks"),
    place("data", "#/data", "Your data"),
    place("safety", "#/safety", "Safety"),
    place("about", "#/about", "About Limber"),
];

/// The page to look back from, for which a session must be over.
pub const DONE: Place = place("done", "#/session/done", "That counts.");

/// What opens over the player.
#[derive(Clone, Copy, Debug)]
pub struct Dialog {
    /// For files and messages.
    pub name: &'static str,
    pub opened_by: Opener,
}

#[derive(Clone, Copy, Debug)]
pub enum Opener {
    Button(&'static str),
    Key(&'static str),
}

pub const DIALOGS: [Dialog; 6] = [
    Dialog { name: "dialog-how", opened_by: Opener::Button("How to do it") },
    Dialog { name: "dialog-movements", opened_by: Opener::Button("List") },
    Dialog { name: "dialog-hurts", opened_by: Opener::Button("This hurts") },
    Dialog { name: "dialog-signs", opened_by: Opener::Button("Safety") },
    // Its button shows only where there is a keyboard.
    Dialog { name: "dialog-keys", opened_by: Opener::Key("?") },
    Dialog { name: "dialog-end", opened_by: Opener::Button("End") },
];

impl Dialog {
    /// Opens it over the player.
    ///
    /// # Errors
    /// Where it does not open.
    pub async fn open(&self, page: &Page) -> Result<()> {
        if let Opener::Button(name) = self.opened_by {
            page.press(name).await?;
        }
        page.wait(&format!("{} is open", self.name), async || {
            let is_open =
                page.ask("return Boolean(document.querySelector('dialog[open]'))").await?;
            // A key means nothing while another dialog is about to close.
            if let (Opener::Key(key), false) = (self.opened_by, is_open) {
                page.keys(key).await?;
            }
            Ok(is_open.then_some(()))
        })
        .await
    }
}

const fn place(name: &'static str, hash: &'static str, heading: &'static str) -> Place {
    Place { name, hash, heading }
}

/// Texts to keep under keys of the browser's storage.
pub type Seed = Vec<(String, String)>;

/// A year of history, by the frozen first format.
#[must_use]
pub fn filled_history() -> Seed {
    let text = include_str!("../../stored/v1/sessions.json");
    vec![("limber.sessions.2025-11".to_owned(), text.to_owned())]
}

/// A time zone in which it is past ten in the morning, and not yet eleven.
#[must_use]
pub fn where_it_is_ten() -> String {
    where_it_is_ten_at(i16::from(OffsetDateTime::now_utc().hour()))
}

fn where_it_is_ten_at(utc_hour: i16) -> String {
    let west = 12 - (22 - utc_hour).rem_euclid(24);
    format!("Etc/GMT{west:+}")
}

/// A year of sessions up to today, on five days of seven, with pain that falls from about 6 to about 3, a test every
/// two weeks, and a few rest and flare days.
///
/// # Panics
/// Where a routine that it is made of is none of the catalogue's any more.
#[must_use]
pub fn a_year() -> Seed {
    let now = OffsetDateTime::now_utc();
    let catalogue = Catalogue::shipped();
    let mut months: Vec<(String, Vec<Record>)> = vec![];
    let (mut marks, mut measures) = (Marks::default(), Measures::default());
    for ago in (0..365_u16).rev() {
        let began = now - time::Duration::days(ago.into()) - time::Duration::minutes(30);
        let chance = usize::from(ago) * 7919 % 101;
        match chance {
            0..4 => marks.set(felt_day(began), Mark::Flare),
            4..8 => marks.set(felt_day(began), Mark::Rest),
            _ => {}
        }
        if ago % 14 == 0 {
            let tenths = 120 + ago / 4 + u16::try_from(chance).unwrap_or(0) / 5;
            let gap = Gap::from_tenths(tenths).map(Finding::FingertipToFloor);
            measures.add(Measure { at: began, finding: gap.expect("it is below a metre") });
        }
        if ago % 7 > 4 {
            continue;
        }
        let routine = if chance % 3 == 0 { "desk-5" } else { "article-five" };
        let recipe = limber::domain::settings::Settings::default().recipe(routine, 0, vec![]);
        let plan = Plan::build(&catalogue, &recipe).expect("it is one of ours");
        let mut record = Record::remembered(&plan, &recipe, began, plan.total());
        let score = |it: usize| Score::new(u8::try_from(it).unwrap_or(0).min(10));
        let usual = 3 + usize::from(ago) / 120 + chance % 3;
        record.pain = Pain {
            before: score(usual),
            after: score(usual - chance % 2),
            next_day: (ago > 0).then(|| score(usual - chance % 2)).flatten(),
            site: Some(if chance % 4 == 0 { Site::Buttock } else { Site::Back }),
            flank: Some(if chance % 2 == 0 { Flank::Left } else { Flank::Both }),
            ..Pain::default()
        };
        let key = format!("limber.{}", month_key(&record));
        match months.last_mut().filter(|(known, _)| *known == key) {
            Some((_, records)) => records.push(record),
            None => months.push((key, vec![record])),
        }
    }
    let mut seed: Seed =
        months.into_iter().map(|(key, records)| (key, write_month(&records))).collect();
    seed.push(("limber.days".to_owned(), write_marks(&marks)));
    seed.push(("limber.measures".to_owned(), write_measures(&measures)));
    seed
}

/// Settings by the frozen first format, with a share of the usual length for getting ready, holds and
/// movements, changing sides and rests, in percent.
#[must_use]
pub fn lengths(percents: [u16; 4]) -> Seed {
    let mut settings: Value =
        serde_json::from_str(include_str!("../../stored/v1/settings-usual.json"))
            .unwrap_or_default();
    settings["lengths"] = json!(percents);
    vec![("limber.settings".to_owned(), settings.to_string())]
}

/// Settings by which sounds go on while the screen is off.
#[must_use]
pub fn screen_off(percents: [u16; 4]) -> Seed {
    let mut seed = lengths(percents);
    for (_, text) in &mut seed {
        *text = text.replacen('{', "{\"guiding\":\"screen-off\",", 1);
    }
    seed
}

/// Reminders of breaks, on all day and every day.
pub const BREAKS: &str = r#"{"every":30,"fixed":[],"from":0,"long":4,"notify":false,"on":true,"postpone":[5,10,15],"to":1439,"v":1,"warning":60,"weekdays":127}"#;

/// A script that keeps them.
#[must_use]
pub fn kept_breaks() -> String {
    format!("localStorage.setItem('limber.breaks', {})", json!(BREAKS))
}

/// A script that answers no to every question of the safety check before the app looks, once for each app of
/// a profile. The answers are of a time that no test comes to, so they never grow old.
pub const SCREENED: &str = r#"
try {
  const app = `limber${location.pathname.replace(/\/[^/]*$/, "")}`;
  if (!localStorage.getItem(`screened ${app}`)) {
    localStorage.setItem(`screened ${app}`, "yes");
    const answers = { agreed: [], asked: 9, given: [4000000000, 0], v: 1, yes: [] };
    localStorage.setItem(`${app}.screening`, JSON.stringify(answers));
  }
} catch {}"#;

/// A script that puts `seed` there before the app looks, once for each profile.
#[must_use]
pub fn planting(seed: &Seed) -> String {
    let seed = json!(seed);
    format!(
        "if (location.origin !== 'null' && !localStorage.getItem('seeded')) {{ \
            localStorage.setItem('seeded', 'yes'); \
            for (const [key, text] of {seed}) localStorage.setItem(key, text); \
        }}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somewhere_it_is_ten_at_any_hour() {
        for hour in 0..24 {
            let zone = where_it_is_ten_at(hour);
            let west = zone.strip_prefix("Etc/GMT").and_then(|it| it.parse::<i16>().ok());
            let west = west.filter(|it| (-14..=12).contains(it)).expect("there are such zones");
            assert_eq!((hour - west).rem_euclid(24), 10, "{zone}");
        }
    }
}
