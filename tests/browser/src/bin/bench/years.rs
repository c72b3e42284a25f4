//! What years of history cost: kept, read, written, and shown.

use std::fmt::{self, Display, Formatter};
use std::hint::black_box;
use std::time::{Duration, Instant};

use limber::domain::balance::balance;
use limber::domain::catalogue::Catalogue;
use limber::domain::days::{days_done, felt_day};
use limber::domain::history::Record;
use limber::domain::kept::month_key;
use limber::domain::marks::Marks;
use limber::domain::mornings::mornings;
use limber::domain::pain::{Pain, Score};
use limber::domain::plan::Plan;
use limber::domain::settings::Settings;
use limber::domain::stored::{read_month, write_month};
use limber::domain::trend::{Filter, When, readings, trend};
use limber::domain::weeks::{Goal, streak, weeks};
use limber_browser_tests::browser::{Browser, Navigation};
use limber_browser_tests::device::{CHEAP_PHONE, PHONE};
use limber_browser_tests::page::Page;
use limber_browser_tests::places::{self, Seed};
use limber_browser_tests::site::Site;
use limber_browser_tests::{Context, Result};
use serde_json::json;
use time::OffsetDateTime;

use crate::report::target;

const COUNTS: [usize; 4] = [10, 100, 1_000, 10_000];
/// Of statistics in memory.
const MANY: usize = 100_000;
/// Three a day.
const BETWEEN: time::Duration = time::Duration::hours(8);
/// Of an origin's texts, half of what browsers keep.
const MOST_CHARACTERS: f64 = 2.5 * 1024.0 * 1024.0;
/// How many times as long a page may take after ten years as after ten sessions.
const MOST_TIMES: f64 = 1.5;

/// Turns to the page `arguments[0]`, and says after how many milliseconds it has been painted.
const TURN: &str = "return (async () => { \
    const began = performance.now(); \
    const turned = new Promise((then) => addEventListener('hashchange', then, { once: true })); \
    location.hash = arguments[0]; \
    await turned; \
    await new Promise(requestAnimationFrame); \
    await new Promise((then) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); }); \
    return performance.now() - began; \
})()";
const KEEP: &str =
    "for (const [key, text] of arguments[0]) localStorage.setItem(key, text); return true";

pub struct Years {
    rows: Vec<Row>,
    statistics: Vec<(&'static str, f64)>,
}

/// Times in milliseconds: the first three of this machine, the others of a browser on a cheap phone.
struct Row {
    sessions: usize,
    characters: f64,
    read: f64,
    write_one: f64,
    start: f64,
    today: f64,
    progress: f64,
    history: f64,
}

impl Years {
    pub async fn measure(site: &Site) -> Result<Self> {
        let catalogue = Catalogue::shipped();
        let mut rows = vec![];
        for sessions in COUNTS {
            println!("{sessions} sessions");
            rows.push(Row::measure(site, &records(&catalogue, sessions)?).await?);
        }
        let many = records(&catalogue, MANY)?;
        Ok(Self { rows, statistics: statistics(&catalogue, &many) })
    }
}

impl Row {
    async fn measure(site: &Site, records: &[Record]) -> Result<Self> {
        let seed = kept(records);
        let characters = seed.iter().map(|(key, text)| key.len() + text.chars().count()).sum();
        let read =
            millis(|| seed.iter().map(|(_, text)| read_month(Some(text))).collect::<Vec<_>>());
        let last = seed.last().map(|(_, text)| text.as_str());
        let write_one = millis(|| match read_month(last) {
            limber::domain::stored::Stored::Read(month) => write_month(&month),
            _ => String::new(),
        });
        let browser = Browser::start(Navigation::Loaded).await?;
        let page = browser.page();
        page.show_on(PHONE).await?;
        page.before_each_page(places::SCREENED).await?;
        page.open(site.address()).await?;
        page.ask_with::<bool>(KEEP, vec![json!(seed)]).await?;
        page.slow_down(CHEAP_PHONE).await?;
        page.reload().await?;
        page.is_still().await?;
        let start = page
            .ask("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
            .await?;
        let turned = async |hash: &str| median(page, hash).await;
        Ok(Self {
            sessions: records.len(),
            characters: count(characters),
            read,
            write_one,
            start,
            progress: turned("#/progress").await?,
            history: turned("#/history").await?,
            today: turned("#/").await?,
        })
    }
}

/// Of five times, coming from another page each time.
async fn median(page: &Page, hash: &str) -> Result<f64> {
    let mut times = vec![];
    for _ in 0..5 {
        let _: f64 = page.ask_with(TURN, vec![json!("#/safety")]).await?;
        page.is_still().await?;
        times.push(page.ask_with(TURN, vec![json!(hash)]).await?);
        page.is_still().await?;
    }
    times.sort_by(f64::total_cmp);
    times.get(2).copied().context("there are five")
}

/// So many sessions up to now, three a day, each with pain told around it.
fn records(catalogue: &Catalogue, count: usize) -> Result<Vec<Record>> {
    let recipe = Settings::default().recipe("article-five", 0, vec![]);
    let plan = Plan::build(catalogue, &recipe)?;
    let now = OffsetDateTime::now_utc();
    let record = |ago: usize| {
        let began = now - BETWEEN * i32::try_from(ago).unwrap_or(i32::MAX);
        let mut record = Record::remembered(&plan, &recipe, began, plan.total());
        let score = |it: usize| Score::new(u8::try_from(it % 7).unwrap_or(0));
        record.pain = Pain {
            before: score(ago * 31),
            after: score(ago * 17),
            next_day: score(ago * 13),
            ..Pain::default()
        };
        record
    };
    Ok((0..count).rev().map(record).collect())
}

fn kept(records: &[Record]) -> Seed {
    let mut months: Vec<(String, Vec<Record>)> = vec![];
    for record in records {
        let key = format!("limber.{}", month_key(record));
        match months.last_mut().filter(|(known, _)| *known == key) {
            Some((_, month)) => month.push(record.clone()),
            None => months.push((key, vec![record.clone()])),
        }
    }
    months.into_iter().map(|(key, month)| (key, write_month(&month))).collect()
}

fn statistics(catalogue: &Catalogue, records: &[Record]) -> Vec<(&'static str, f64)> {
    let now = OffsetDateTime::now_utc();
    let (today, since) = (felt_day(now), felt_day(now - time::Duration::days(28)));
    let first = felt_day(now - time::Duration::days(365));
    let days = days_done(records);
    let told = readings(records, When::Before, Filter::default());
    vec![
        ("days", millis(|| days_done(records))),
        ("weeks", millis(|| streak(&weeks(&days, &Marks::default(), Goal::default(), today)))),
        ("muscles", millis(|| balance(catalogue, records, since))),
        ("pain", millis(|| readings(records, When::Before, Filter::default()))),
        ("its trend", millis(|| trend(&told, first, today))),
        ("days after", millis(|| mornings(records))),
    ]
}

/// How many milliseconds `work` takes, the shortest of five times.
#[expect(clippy::disallowed_methods, reason = "this is no page")]
fn millis<T>(work: impl Fn() -> T) -> f64 {
    let once = || {
        let began = Instant::now();
        black_box(work());
        began.elapsed()
    };
    let shortest = (0..5).map(|_| once()).min().unwrap_or(Duration::ZERO);
    shortest.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "there are a few million at the most")]
const fn count(number: usize) -> f64 {
    number as f64
}

impl Display for Years {
    fn fmt(&self, out: &mut Formatter) -> fmt::Result {
        let heads =
            ["characters", "read", "write one", "load 4x", "Today 4x", "Progress 4x", "History 4x"];
        write!(out, "\n{:<10}", "sessions")?;
        heads.iter().try_for_each(|head| write!(out, "{head:>13}"))?;
        writeln!(out)?;
        for row in &self.rows {
            write!(out, "{:<10}{:>13.0}", row.sessions, row.characters)?;
            let times = [row.read, row.write_one, row.start, row.today, row.progress, row.history];
            times.iter().try_for_each(|time| write!(out, "{time:>13.2}"))?;
            writeln!(out)?;
        }
        writeln!(
            out,
            "All times in ms: the first two of this machine.\n\n{MANY} sessions in memory, ms"
        )?;
        for (name, time) in &self.statistics {
            writeln!(out, "  {name:<12}{time:>10.2}")?;
        }
        writeln!(out)?;
        let [few, .., last] = &self.rows[..] else { return Ok(()) };
        target(out, "ten years kept", "characters", last.characters, MOST_CHARACTERS)?;
        let times = [("Today", last.today / few.today), ("Progress", last.progress / few.progress)];
        for (page, times) in times {
            let what = format!("{page} after ten years");
            target(out, &what, "x the time of ten sessions", times, MOST_TIMES)?;
        }
        Ok(())
    }
}
