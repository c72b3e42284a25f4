//! What the browser keeps, read as the app reads it, and what may become of it.

use std::time::Duration;

use limber::domain::catalogue::Catalogue;
use limber::domain::history::Record;
use limber::domain::kept::{SESSION, SESSIONS, UNREADABLE};
use limber::domain::moment::Moment;
use limber::domain::plan::Plan;
use limber::domain::session::{Input, Session};
use limber::domain::stored::{SavedSession, Stored, read_month, read_session};
use limber_browser_tests::page::Page;
use limber_browser_tests::places::Seed;
use limber_browser_tests::{Result, bail, ensure};

#[derive(Debug, Default)]
pub struct Kept {
    records: Vec<Record>,
    open: Option<Open>,
}

/// A session to be resumed.
#[derive(Debug)]
struct Open {
    saved: SavedSession,
    plan: Plan,
}

impl Kept {
    /// Fails where the app could not read it, or has set something aside.
    pub async fn read(page: &Page) -> Result<Self> {
        let texts: Seed = page.ask("return Object.entries(localStorage)").await?;
        let mut kept = Self::default();
        for (key, text) in texts {
            let Some(name) = key.strip_prefix("limber.") else { continue };
            if name == SESSION {
                kept.open = Some(Open::of(read(&key, read_session(Some(&text)))?)?);
            } else if name.starts_with(SESSIONS) {
                kept.records.extend(read(&key, read_month(Some(&text)))?);
            } else if name.starts_with(UNREADABLE) {
                bail!("there is {key}");
            }
        }
        Ok(kept)
    }

    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub fn is_at_last_step(&self) -> bool {
        self.open.as_ref().is_some_and(|it| it.saved.kept.step + 1 == it.plan.steps.len())
    }

    pub fn sessions(&self) -> usize {
        self.records.len()
    }

    /// Fails where `later`, which has come of this, lacks something or has it twice.
    pub fn has_become(&self, later: &Self) -> Result<()> {
        for record in &self.records {
            ensure!(later.records.contains(record), "the history has lost {record:?}");
        }
        for record in &later.records {
            let began = record.began.unix_timestamp();
            ensure!(later.times(began) == 1, "the history has twice what began at {began}");
            ensure!(later.opened() != Some(began), "what began at {began} is over, and is offered");
        }
        let Some(open) = &self.open else { return Ok(()) };
        if later.opened() != self.opened() {
            let is_let_go = later.has_recorded(self) || !open.is_worth_a_record();
            ensure!(is_let_go, "{:?} is gone", open.saved);
        } else if let Some(now) = &later.open {
            ensure!(now.done() >= open.done(), "{:?} is less than {:?}", now.saved, open.saved);
        }
        Ok(())
    }

    /// Whether the session that was open `earlier` is still open, or in the history.
    pub fn has_not_let_go(&self, earlier: &Self) -> bool {
        self.opened() == earlier.opened() || self.has_recorded(earlier)
    }

    /// Whether the session that was open `earlier`, if one was, is in the history, once.
    pub fn has_recorded(&self, earlier: &Self) -> bool {
        earlier.opened().is_none_or(|began| self.times(began) == 1)
    }

    /// When the open session began, by which it is known.
    fn opened(&self) -> Option<i64> {
        self.open.as_ref().map(|it| it.saved.began.unix_timestamp())
    }

    fn times(&self, began: i64) -> usize {
        self.records.iter().filter(|it| it.began.unix_timestamp() == began).count()
    }
}

impl Open {
    fn of(saved: SavedSession) -> Result<Self> {
        let plan = Plan::build(&Catalogue::shipped(), &saved.recipe)?;
        ensure!(Session::resumed(plan.clone(), &saved.kept).is_some(), "{saved:?} fits no plan");
        Ok(Self { saved, plan })
    }

    /// How long it has been run for.
    fn done(&self) -> Duration {
        self.saved.kept.spent.iter().sum::<Duration>() + self.saved.kept.elapsed
    }

    /// Whether it would be in the history if it ended now: nothing is, if no movement was done for 1 s.
    fn is_worth_a_record(&self) -> bool {
        let now = Moment::default();
        Session::resumed(self.plan.clone(), &self.saved.kept).is_some_and(|mut session| {
            let _ = session.update(Input::End, now);
            Record::of(&session, &self.saved.recipe, self.saved.began, now).is_some()
        })
    }
}

fn read<T>(key: &str, stored: Stored<T>) -> Result<T> {
    match stored {
        Stored::Read(value) => Ok(value),
        Stored::Nothing => bail!("{key} is empty"),
        Stored::Newer => bail!("{key} is from a newer app"),
        Stored::Unreadable(problems) => bail!("{key} cannot be read: {problems:?}"),
    }
}
