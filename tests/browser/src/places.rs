//! Every address of the app, and what to keep in the browser so that each has something to show.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;

/// An address that can be opened straight away, with its page's heading.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// For files and messages.
    pub name: &'static str,
    pub hash: &'static str,
    pub heading: &'static str,
}

pub const PLACES: [Place; 17] = [
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

pub const DIALOGS: [Dialog; 5] = [
    Dialog { name: "dialog-how", opened_by: Opener::Button("How to do it") },
    Dialog { name: "dialog-movements", opened_by: Opener::Button("List") },
    Dialog { name: "dialog-hurts", opened_by: Opener::Button("This hurts") },
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
