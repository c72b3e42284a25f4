//! What is kept between visits, as text: its formats, each with a version.
//!
//! The types at rest are not the types in use, so either can change alone. A format that has
//! shipped stays readable for ever, and its frozen text is in `tests/stored`.

use std::time::Duration;

use time::{OffsetDateTime, UtcOffset};

use super::catalogue::{Level, MovementNumber};
use super::cues::Breathing;
use super::history::{Done, Feel, Record, WorkTime};
use super::json::Json;
use super::lengths::{LengthKind, Lengths, Share};
use super::plan::{Advance, Pacing, Recipe, Side};
use super::reading::{self, Fault, Problem, Reader};
use super::session::{End, Kept};
use super::settings::{Settings, Theme, Volume};

/// The version that this build writes.
const VERSION: u64 = 1;
/// No length is kept beyond a day: a step that waits for a person who forgot it has no end.
const LONGEST: Duration = Duration::from_secs(86_400);

/// What was found under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored<T> {
    Nothing,
    Read(T),
    /// Written by a later version of the app. It is not to be written over.
    Newer,
    /// Nothing that this app ever wrote. It is to be set aside, not written over.
    Unreadable(Vec<Problem>),
}

/// A session that was going on when the page was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSession {
    pub recipe: Recipe,
    pub began: OffsetDateTime,
    pub saved: OffsetDateTime,
    pub kept: Kept,
}

#[must_use]
pub fn read_settings(text: Option<&str>) -> Stored<Settings> {
    read("settings", text, settings)
}

#[must_use]
pub fn write_settings(settings: &Settings) -> String {
    written(vec![
        ("advance", name_of(&ADVANCES, settings.advance)),
        ("awake", settings.keep_awake.into()),
        ("breathing", (settings.breathing == Breathing::Marked).into()),
        ("lengths", percents(settings.lengths)),
        ("level", level_at_rest(settings.level)),
        ("repetitions", name_of(&PACINGS, settings.repetitions)),
        ("side", name_of(&SIDES, settings.first_side)),
        ("sounds", settings.sounds.into()),
        ("theme", name_of(&THEMES, settings.theme)),
        ("v", VERSION.into()),
        ("vibration", settings.vibration.into()),
        ("voice", settings.voice.into()),
        ("volume", u64::from(settings.volume.percent()).into()),
    ])
}

#[must_use]
pub fn read_session(text: Option<&str>) -> Stored<SavedSession> {
    read("session", text, saved_session)
}

#[must_use]
pub fn write_session(saved: &SavedSession) -> String {
    let SavedSession { recipe, began, saved, kept } = saved;
    let adjusted = kept.adjusted.iter();
    written(vec![
        (
            "adjusted",
            adjusted.map(|(step, length)| numbers(&[*step as u64, millis(*length)])).collect(),
        ),
        ("advance", name_of(&ADVANCES, recipe.advance)),
        ("began", instant_at_rest(*began).into_iter().collect()),
        ("elapsed", millis(kept.elapsed).into()),
        ("extras", recipe.extras.iter().map(|it| *it as u64).collect()),
        ("lengths", percents(recipe.lengths)),
        ("level", level_at_rest(recipe.level)),
        ("repetitions", name_of(&PACINGS, recipe.repetitions)),
        ("routine", recipe.routine.as_str().into()),
        ("saved", instant_at_rest(*saved).into_iter().collect()),
        ("side", name_of(&SIDES, recipe.first_side)),
        ("spent", kept.spent.iter().map(|spent| millis(*spent)).collect()),
        ("step", (kept.step as u64).into()),
        ("v", VERSION.into()),
        ("week", (recipe.week as u64).into()),
    ])
}

/// The sessions of one month, in the order in which they were recorded.
#[must_use]
pub fn read_month(text: Option<&str>) -> Stored<Vec<Record>> {
    read("sessions", text, |reader| {
        reader.only(&["v", "s"]);
        Some(reader.field("s")?.each(record))
    })
}

/// One row per session, by position rather than by name, so that years of them fit:
/// `[began, offset in minutes, routine, week, level, took, end, feel, done]`, times in seconds,
/// `done` as rows of `[movement, whole]` or `[movement, left, right]`.
#[must_use]
pub fn write_month(records: &[Record]) -> String {
    written(vec![("s", records.iter().map(record_at_rest).collect()), ("v", VERSION.into())])
}

fn read<T>(name: &str, text: Option<&str>, build: impl FnOnce(&Reader) -> Option<T>) -> Stored<T> {
    let Some(text) = text else { return Stored::Nothing };
    let read =
        reading::read(name, text, |reader| match reader.field("v")?.number(1..=u64::MAX)? {
            VERSION => build(reader).map(Some),
            _ => Some(None),
        });
    match read {
        Ok(Some(value)) => Stored::Read(value),
        Ok(None) => Stored::Newer,
        Err(problems) => Stored::Unreadable(problems),
    }
}

const ADVANCES: [(&str, Advance); 2] =
    [("by-itself", Advance::ByItself), ("wait", Advance::WaitForMe)];
const PACINGS: [(&str, Pacing); 2] = [("tempo", Pacing::Tempo), ("own", Pacing::OwnTime)];
const SIDES: [(&str, Side); 2] = [("left", Side::Left), ("right", Side::Right)];
const THEMES: [(&str, Theme); 3] =
    [("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];

fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> Json<'static> {
    names.iter().find(|(_, it)| *it == value).map_or("", |(name, _)| name).into()
}

fn level_at_rest(level: Option<Level>) -> Json<'static> {
    level.map_or(Json::Null, |level| name_of(&Level::NAMES, level))
}

fn numbers(numbers: &[u64]) -> Json<'static> {
    numbers.iter().copied().collect()
}

/// The text of these fields, which stand in the order of the alphabet.
fn written(fields: Vec<(&str, Json)>) -> String {
    Json::Fields(fields.into_iter().map(|(name, value)| (name.into(), value)).collect()).written()
}

fn settings(reader: &Reader) -> Option<Settings> {
    reader.only(&[
        "v",
        "sounds",
        "voice",
        "volume",
        "vibration",
        "breathing",
        "awake",
        "level",
        "lengths",
        "advance",
        "repetitions",
        "side",
        "theme",
    ]);
    let flag = |name| reader.field(name).and_then(|it| it.flag());
    let sounds = flag("sounds");
    let voice = flag("voice");
    let vibration = flag("vibration");
    let breathing = flag("breathing");
    let keep_awake = flag("awake");
    let volume = reader.field("volume").and_then(|it| it.number(0..=100));
    let volume = volume.and_then(|percent| Volume::from_percent(percent).ok());
    let theme = reader.field("theme").and_then(|it| it.one_of(&THEMES));
    let manner = manner(reader);
    let manner = manner?;
    Some(Settings {
        sounds: sounds?,
        voice: voice?,
        vibration: vibration?,
        breathing: if breathing? { Breathing::Marked } else { Breathing::Unmarked },
        keep_awake: keep_awake?,
        volume: volume?,
        theme: theme?,
        level: manner.level,
        lengths: manner.lengths,
        advance: manner.advance,
        repetitions: manner.repetitions,
        first_side: manner.first_side,
    })
}

/// What the settings and a recipe have in common.
struct Manner {
    level: Option<Level>,
    lengths: Lengths,
    advance: Advance,
    repetitions: Pacing,
    first_side: Side,
}

fn manner(reader: &Reader) -> Option<Manner> {
    let level = reader.field("level").and_then(|it| level(&it));
    let lengths = reader.field("lengths").and_then(|it| lengths(&it));
    let advance = reader.field("advance").and_then(|it| it.one_of(&ADVANCES));
    let repetitions = reader.field("repetitions").and_then(|it| it.one_of(&PACINGS));
    let first_side = reader.field("side").and_then(|it| it.one_of(&SIDES));
    Some(Manner {
        level: level?,
        lengths: lengths?,
        advance: advance?,
        repetitions: repetitions?,
        first_side: first_side?,
    })
}

fn saved_session(reader: &Reader) -> Option<SavedSession> {
    reader.only(&[
        "v",
        "routine",
        "week",
        "level",
        "extras",
        "lengths",
        "advance",
        "repetitions",
        "side",
        "began",
        "saved",
        "step",
        "elapsed",
        "adjusted",
        "spent",
    ]);
    let manner = manner(reader);
    let routine = reader.field("routine").and_then(|it| it.text());
    let week = reader.field("week").and_then(|it| small(&it));
    let extras = reader.field("extras").map(|it| it.each(small));
    let began = reader.field("began").and_then(|it| lone_instant(&it));
    let saved = reader.field("saved").and_then(|it| lone_instant(&it));
    let step = reader.field("step").and_then(|it| small(&it));
    let elapsed = reader.field("elapsed").and_then(|it| length(&it));
    let adjusted = reader.field("adjusted").map(|it| it.each(adjustment));
    let spent = reader.field("spent").map(|it| it.each(length));
    let manner = manner?;
    Some(SavedSession {
        recipe: Recipe {
            routine: routine?.to_owned(),
            week: week?,
            extras: extras?,
            level: manner.level,
            lengths: manner.lengths,
            advance: manner.advance,
            repetitions: manner.repetitions,
            first_side: manner.first_side,
        },
        began: began?,
        saved: saved?,
        kept: Kept { step: step?, elapsed: elapsed?, adjusted: adjusted?, spent: spent? },
    })
}

/// A level, or nothing for the one that the routine says.
#[expect(clippy::option_option, reason = "the outer one says whether it could be read")]
fn level(reader: &Reader) -> Option<Option<Level>> {
    if reader.is_null() { Some(None) } else { reader.one_of(&Level::NAMES).map(Some) }
}

fn lengths(reader: &Reader) -> Option<Lengths> {
    let percents = reader.list();
    if percents.len() != LengthKind::ALL.len() {
        reader.fail(Fault::Rule(format!(
            "{} lengths, not {}",
            percents.len(),
            LengthKind::ALL.len()
        )));
        return None;
    }
    let most = u64::from(Share::MOST.percent());
    let mut lengths = Lengths::USUAL;
    for (kind, percent) in LengthKind::ALL.into_iter().zip(&percents) {
        lengths = lengths.with(kind, Share::from_percent(percent.number(0..=most)?).ok()?);
    }
    Some(lengths)
}

fn percents(lengths: Lengths) -> Json<'static> {
    LengthKind::ALL.iter().map(|kind| u64::from(lengths.share(*kind).percent())).collect()
}

fn small(reader: &Reader) -> Option<usize> {
    reader.number(0..=9_999).and_then(|number| usize::try_from(number).ok())
}

fn length(reader: &Reader) -> Option<Duration> {
    reader.number(0..=millis(LONGEST)).map(Duration::from_millis)
}

fn millis(length: Duration) -> u64 {
    u64::try_from(length.min(LONGEST).as_millis()).unwrap_or(u64::MAX)
}

fn adjustment(reader: &Reader) -> Option<(usize, Duration)> {
    let fields = reader.list();
    let [step, changed] = fields.as_slice() else {
        reader.fail(Fault::Missing("a step or its length"));
        return None;
    };
    Some((small(step)?, length(changed)?))
}

/// Seconds since 1970 and the offset from UTC in minutes.
fn instant_at_rest(instant: OffsetDateTime) -> [i64; 2] {
    [instant.unix_timestamp(), i64::from(instant.offset().whole_minutes())]
}

fn lone_instant(reader: &Reader) -> Option<OffsetDateTime> {
    let fields = reader.list();
    let [secs, offset] = fields.as_slice() else {
        reader.fail(Fault::Rule(format!("a time has {} fields, not 2", fields.len())));
        return None;
    };
    instant(secs, offset)
}

fn instant(secs: &Reader, offset: &Reader) -> Option<OffsetDateTime> {
    let (secs, minutes) = (secs.signed(), offset.signed());
    let (secs, minutes) = (secs?, minutes?);
    let utc = OffsetDateTime::from_unix_timestamp(secs).ok();
    let shift = minutes.checked_mul(60).and_then(|secs| i32::try_from(secs).ok());
    let shift = shift.and_then(|secs| UtcOffset::from_whole_seconds(secs).ok());
    let instant = utc.zip(shift).and_then(|(utc, shift)| utc.checked_to_offset(shift));
    if instant.is_none() {
        offset.fail(Fault::Rule(format!("there is no time {secs} s at {minutes} min")));
    }
    instant
}

const ENDS: [(u64, End); 2] = [(0, End::Stopped), (1, End::Finished)];
const FEELS: [(u64, Feel); 3] = [(1, Feel::TooEasy), (2, Feel::JustRight), (3, Feel::TooMuch)];

fn code_of<T: PartialEq>(codes: &[(u64, T)], value: &T) -> u64 {
    codes.iter().find(|(_, it)| it == value).map_or(0, |(code, _)| *code)
}

fn record_at_rest(record: &Record) -> Json<'_> {
    let [began, offset] = instant_at_rest(record.began);
    Json::List(vec![
        began.into(),
        offset.into(),
        record.routine.as_str().into(),
        (record.week as u64).into(),
        level_at_rest(record.level),
        secs(record.took).into(),
        code_of(&ENDS, &record.end).into(),
        record.feel.map_or(0, |feel| code_of(&FEELS, &feel)).into(),
        record.done.iter().map(done_at_rest).collect(),
    ])
}

fn done_at_rest(done: &Done) -> Json<'static> {
    let movement = u64::from(done.movement.get());
    match done.time {
        WorkTime::Whole(time) => numbers(&[movement, secs(time)]),
        WorkTime::Sides { left, right } => numbers(&[movement, secs(left), secs(right)]),
    }
}

fn record(reader: &Reader) -> Option<Record> {
    let fields = reader.list();
    let [began, offset, routine, week, level_at_rest, took, end, feel, done_at_rest] =
        fields.as_slice()
    else {
        reader.fail(Fault::Rule(format!("a session has {} fields, not 9", fields.len())));
        return None;
    };
    let began = instant(began, offset);
    let routine = routine.text();
    let week = small(week);
    let level = level(level_at_rest);
    let took = length_in_secs(took);
    let end = end.number(0..=1);
    let feel = feel.number(0..=3);
    let done = done_at_rest.each(done);
    let (end, feel) = (end?, feel?);
    Some(Record {
        began: began?,
        routine: routine?.to_owned(),
        week: week?,
        level: level?,
        took: took?,
        end: ENDS.iter().find(|(code, _)| *code == end)?.1,
        feel: FEELS.iter().find(|(code, _)| *code == feel).map(|(_, feel)| *feel),
        done,
    })
}

fn done(reader: &Reader) -> Option<Done> {
    let fields = reader.list();
    let time = match fields.as_slice() {
        [_, whole] => WorkTime::Whole(length_in_secs(whole)?),
        [_, left, right] => {
            WorkTime::Sides { left: length_in_secs(left)?, right: length_in_secs(right)? }
        }
        _ => {
            reader.fail(Fault::Rule(format!("a movement done has {} fields", fields.len())));
            return None;
        }
    };
    let movement = fields.first()?.number(1..=u64::from(u16::MAX))?;
    Some(Done { movement: MovementNumber::new(u16::try_from(movement).ok()?), time })
}

fn length_in_secs(reader: &Reader) -> Option<Duration> {
    reader.number(0..=secs(LONGEST)).map(Duration::from_secs)
}

fn secs(length: Duration) -> u64 {
    length.min(LONGEST).as_secs()
}
