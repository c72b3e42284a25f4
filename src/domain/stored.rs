//! What is kept between visits, as text: its formats, each with a version.
//!
//! The types at rest are not the types in use, so either can change alone. A format that has
//! shipped stays readable for ever, and its frozen text is in `tests/stored`.

use std::time::Duration;

use time::{OffsetDateTime, UtcOffset};

use super::breath::{Breath, Half};
use super::catalogue::{Level, MovementNumber};
use super::history::{Done, Feel, Record, WorkTime};
use super::json::Json;
use super::lengths::{LengthKind, Lengths, Share};
use super::note::Note;
use super::own::{OwnStep, step, write_step};
use super::pain::{Flank, Pain, Score, Site};
use super::plan::{Advance, Pacing, Portion, Recipe, Side};
use super::reading::{Fault, Problem, Problems, Reader};
use super::session::{End, Kept};
use super::settings::{Guiding, Settings, Theme, Volume};
use super::weeks::Goal;

/// The version of all formats that have not changed since the first.
pub(super) const VERSION: u64 = 1;
/// That of a session which was fitted to the person: the first builds would do all of its routine.
const FITTED: u64 = 2;
/// That of a session before which pain was told.
const TOLD_BEFORE: u64 = 3;
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
    /// The pain that was told before it.
    pub pain_before: Option<Score>,
}

#[must_use]
pub fn read_settings(text: Option<&str>) -> Stored<Settings> {
    read("settings", text, settings)
}

#[must_use]
pub fn write_settings(settings: &Settings) -> String {
    let mut fields = vec![
        ("advance", name_of(&ADVANCES, settings.advance)),
        ("awake", settings.keep_awake.into()),
        ("breathing", settings.marks_breath.into()),
        ("guiding", name_of(&GUIDINGS, settings.guiding)),
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
    ];
    // The first builds had none of these, and refuse what they do not know.
    if settings.goal != Goal::default() {
        put(&mut fields, "goal", u64::from(settings.goal.days()).into());
    }
    if settings.breath != Breath::CALM {
        let both = Half::ALL.map(|half| u64::from(settings.breath.secs(half)));
        put(&mut fields, "breath", numbers(&both));
    }
    if let Some(uri) = &settings.voice_uri {
        put(&mut fields, "voice-uri", uri.as_str().into());
    }
    written(fields)
}

#[must_use]
pub fn read_session(text: Option<&str>) -> Stored<SavedSession> {
    read_up_to(TOLD_BEFORE, "session", text, saved_session)
}

#[must_use]
pub fn write_session(saved: &SavedSession) -> String {
    let SavedSession { recipe, began, saved, kept, pain_before } = saved;
    let adjusted = kept.adjusted.iter();
    let portions = recipe.portions.as_ref().map(|all| all.iter().map(portion_at_rest).collect());
    let version = match (pain_before, &portions) {
        (Some(_), _) => TOLD_BEFORE,
        (None, Some(_)) => FITTED,
        (None, None) => VERSION,
    };
    let mut fields = vec![
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
        ("v", version.into()),
        ("week", (recipe.week as u64).into()),
    ];
    if let Some(portions) = portions {
        put(&mut fields, "portions", portions);
    }
    if let Some(score) = pain_before {
        put(&mut fields, "pain", u64::from(score.get()).into());
    }
    written(fields)
}

/// The sessions of one month, in the order in which they were recorded.
#[must_use]
pub fn read_month(text: Option<&str>) -> Stored<Vec<Record>> {
    read_up_to(LATER, "sessions", text, |reader| reader.only(&["v", "s"]).field("s").each(record))
}

/// That of months in which pain was told.
const TOLD: u64 = 2;
/// That of months with a note in them.
const NOTED: u64 = 3;
/// That of months in which pain was told two days after a session.
const LATER: u64 = 4;

/// One row per session, by position rather than by name, so that years of them fit:
/// `[began, offset in minutes, routine, week, level, took, end, feel, done]`, times in seconds,
/// `done` as rows of `[movement, whole]` or `[movement, left, right]`. Where pain was told, it comes last, as
/// `[before, after, next day, site, flank]`, each from 1, or 0 where it was left out, with that of two days after at the
/// end where there is one; and after that the note, where there is one.
#[must_use]
pub fn write_month(records: &[Record]) -> String {
    let version = records.iter().map(version_of).max().unwrap_or(VERSION);
    written(vec![("s", records.iter().map(record_at_rest).collect()), ("v", version.into())])
}

/// The first one that says all of `record`.
fn version_of(record: &Record) -> u64 {
    if record.pain.two_days.is_some() {
        LATER
    } else if record.note.is_some() {
        NOTED
    } else if record.pain.is_told() {
        TOLD
    } else {
        VERSION
    }
}

/// When something was done last, which is kept as `name`.
#[must_use]
pub fn read_moment(name: &str, text: Option<&str>) -> Stored<OffsetDateTime> {
    read(name, text, |reader| lone_instant(&reader.only(&["at", "v"]).field("at")))
}

#[must_use]
pub fn write_moment(at: OffsetDateTime) -> String {
    written(vec![("at", instant_at_rest(at).into_iter().collect()), ("v", VERSION.into())])
}

pub(super) fn read<T>(
    name: &str,
    text: Option<&str>,
    build: impl FnOnce(&Reader) -> T,
) -> Stored<T> {
    read_up_to(VERSION, name, text, build)
}

/// Reads a text of any version up to `newest`.
pub(super) fn read_up_to<T>(
    newest: u64,
    name: &str,
    text: Option<&str>,
    build: impl FnOnce(&Reader) -> T,
) -> Stored<T> {
    let Some(text) = text else { return Stored::Nothing };
    let problems = Problems::default();
    let document = problems.parse(name, text);
    let reader = Reader::new(name, document.as_ref(), &problems);
    let version = reader.field("v").number_if_sound(1..=u64::MAX);
    let is_known = version.is_some_and(|version| version <= newest);
    let value = is_known.then(|| build(&reader));
    match problems.verdict(value) {
        Ok(Some(value)) => Stored::Read(value),
        Ok(None) => Stored::Newer,
        Err(problems) => Stored::Unreadable(problems),
    }
}

const ADVANCES: [(&str, Advance); 2] =
    [("by-itself", Advance::ByItself), ("wait", Advance::WaitForMe)];
const GUIDINGS: [(&str, Guiding); 2] =
    [("with-music", Guiding::WithMusic), ("screen-off", Guiding::ScreenOff)];
const PACINGS: [(&str, Pacing); 2] = [("tempo", Pacing::Tempo), ("own", Pacing::OwnTime)];
const SIDES: [(&str, Side); 2] = [("left", Side::Left), ("right", Side::Right)];
const THEMES: [(&str, Theme); 3] =
    [("system", Theme::System), ("light", Theme::Light), ("dark", Theme::Dark)];

fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> Json<'static> {
    names.iter().find(|(_, it)| *it == value).map_or("", |(name, _)| name).into()
}

pub(super) fn level_at_rest(level: Option<Level>) -> Json<'static> {
    level.map_or(Json::Null, |level| name_of(&Level::NAMES, level))
}

fn numbers(numbers: &[u64]) -> Json<'static> {
    numbers.iter().copied().collect()
}

/// Puts one more among fields that stand in the order of the alphabet.
fn put<'a>(fields: &mut Vec<(&'a str, Json<'a>)>, name: &'a str, value: Json<'a>) {
    fields.insert(fields.partition_point(|(earlier, _)| *earlier < name), (name, value));
}

/// The text of these fields, which stand in the order of the alphabet.
pub(super) fn written(fields: Vec<(&str, Json)>) -> String {
    Json::Fields(fields.into_iter().map(|(name, value)| (name.into(), value)).collect()).written()
}

fn settings(reader: &Reader) -> Settings {
    let reader = reader.only(&[
        "v",
        "sounds",
        "voice",
        "voice-uri",
        "volume",
        "vibration",
        "breathing",
        "breath",
        "awake",
        "level",
        "lengths",
        "advance",
        "repetitions",
        "side",
        "theme",
        "guiding",
        "goal",
    ]);
    let guiding = reader.optional("guiding").there();
    Settings {
        // The first builds had but one way.
        guiding: guiding.map_or(Guiding::WithMusic, |it| it.one_of(&GUIDINGS)),
        sounds: reader.field("sounds").flag(),
        voice: reader.field("voice").flag(),
        voice_uri: reader.optional("voice-uri").there().map(|it| it.text().to_owned()),
        vibration: reader.field("vibration").flag(),
        marks_breath: reader.field("breathing").flag(),
        breath: breath(&reader.optional("breath")),
        keep_awake: reader.field("awake").flag(),
        volume: volume(&reader.field("volume")),
        theme: reader.field("theme").one_of(&THEMES),
        goal: goal(&reader.optional("goal")),
        level: level(&reader.field("level")),
        lengths: lengths(&reader.field("lengths")),
        advance: reader.field("advance").one_of(&ADVANCES),
        repetitions: reader.field("repetitions").one_of(&PACINGS),
        first_side: reader.field("side").one_of(&SIDES),
    }
}

fn saved_session(reader: &Reader) -> SavedSession {
    let reader = reader.only(&[
        "v",
        "routine",
        "week",
        "level",
        "extras",
        "portions",
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
        "pain",
    ]);
    let score = |reader: Reader| {
        Score::new(u8::try_from(reader.small(0..=u16::from(Score::MOST))).unwrap_or(0))
    };
    SavedSession {
        recipe: Recipe {
            routine: reader.field("routine").text().to_owned(),
            week: count(&reader.field("week")),
            extras: reader.field("extras").each(count),
            portions: portions(&reader.optional("portions")),
            level: level(&reader.field("level")),
            lengths: lengths(&reader.field("lengths")),
            advance: reader.field("advance").one_of(&ADVANCES),
            repetitions: reader.field("repetitions").one_of(&PACINGS),
            first_side: reader.field("side").one_of(&SIDES),
        },
        began: lone_instant(&reader.field("began")),
        saved: lone_instant(&reader.field("saved")),
        kept: Kept {
            step: count(&reader.field("step")),
            elapsed: length(&reader.field("elapsed")),
            adjusted: reader.field("adjusted").each(adjustment),
            spent: reader.field("spent").each(length),
        },
        pain_before: reader.optional("pain").there().and_then(score),
    }
}

/// `[movement with how much of it, step, movement instead of which or 0]`.
fn portion_at_rest(portion: &Portion) -> Json<'static> {
    let Portion { movement, dose, only, routine_step, instead_of } = *portion;
    let amount = write_step(&OwnStep { movement, dose, only });
    let instead_of = instead_of.map_or(0, |it| u64::from(it.get()));
    Json::List(vec![Json::Text(amount.into()), (routine_step as u64).into(), instead_of.into()])
}

fn portions(reader: &Reader) -> Option<Vec<Portion>> {
    Some(reader.there()?.each(portion).into_iter().flatten().collect())
}

fn portion(reader: &Reader) -> Option<Portion> {
    let fault = |found| Fault::Rule(format!("a movement to do has {found} fields, not 3"));
    let reader = reader.row(3..=3, fault);
    let instead_of = reader.entry(2).small(0..=u16::MAX);
    let (amount, routine_step) = (step(&reader.entry(0)), count(&reader.entry(1)));
    let OwnStep { movement, dose, only } = amount?;
    let instead_of = (instead_of > 0).then(|| MovementNumber::new(instead_of));
    Some(Portion { movement, dose, only, routine_step, instead_of })
}

fn goal(reader: &Reader) -> Goal {
    let bounds = u16::from(Goal::LEAST)..=u16::from(Goal::MOST);
    let days = reader.there().and_then(|it| u8::try_from(it.small(bounds)).ok());
    days.and_then(Goal::new).unwrap_or_default()
}

/// `[seconds in, seconds out]`, or nothing for the usual.
fn breath(reader: &Reader) -> Breath {
    let Some(reader) = reader.there() else { return Breath::CALM };
    let fault = |found| Fault::Rule(format!("a breath has {found} lengths, not 2"));
    let reader = reader.row(2..=2, fault);
    let secs = |index| reader.entry(index).number(Breath::BOUNDS);
    Breath::from_secs(secs(0), secs(1)).unwrap_or(Breath::CALM)
}

fn volume(reader: &Reader) -> Volume {
    Volume::from_percent(reader.number(0..=100)).unwrap_or(Settings::default().volume)
}

/// A level, or nothing for the one that the routine says.
pub(super) fn level(reader: &Reader) -> Option<Level> {
    if reader.is_null() { None } else { Some(reader.one_of(&Level::NAMES)) }
}

fn lengths(reader: &Reader) -> Lengths {
    let kinds = LengthKind::ALL;
    let count = kinds.len();
    let reader =
        reader.row(count..=count, |found| Fault::Rule(format!("{found} lengths, not {count}")));
    let most = u64::from(Share::MOST.percent());
    let mut lengths = Lengths::USUAL;
    for (index, kind) in kinds.into_iter().enumerate() {
        let percent = reader.entry(index).number(0..=most);
        lengths = lengths.with(kind, Share::from_percent(percent).unwrap_or(Share::USUAL));
    }
    lengths
}

fn percents(lengths: Lengths) -> Json<'static> {
    LengthKind::ALL.iter().map(|kind| u64::from(lengths.share(*kind).percent())).collect()
}

fn count(reader: &Reader) -> usize {
    usize::from(reader.small(0..=9_999))
}

fn length(reader: &Reader) -> Duration {
    Duration::from_millis(reader.number(0..=millis(LONGEST)))
}

fn millis(length: Duration) -> u64 {
    u64::try_from(length.min(LONGEST).as_millis()).unwrap_or(u64::MAX)
}

fn adjustment(reader: &Reader) -> (usize, Duration) {
    let reader = reader.row(2..=2, |_| Fault::Missing("a step or its length"));
    (count(&reader.entry(0)), length(&reader.entry(1)))
}

/// Seconds since 1970 and the offset from UTC in minutes.
pub(super) fn instant_at_rest(instant: OffsetDateTime) -> [i64; 2] {
    [instant.unix_timestamp(), i64::from(instant.offset().whole_minutes())]
}

pub(super) fn lone_instant(reader: &Reader) -> OffsetDateTime {
    let fault = |found| Fault::Rule(format!("a time has {found} fields, not 2"));
    let reader = reader.row(2..=2, fault);
    instant(&reader.entry(0), &reader.entry(1))
}

pub(super) fn instant(secs: &Reader, offset: &Reader) -> OffsetDateTime {
    let (secs, minutes) = (secs.signed(), offset.signed());
    let utc = OffsetDateTime::from_unix_timestamp(secs).ok();
    let shift = minutes.checked_mul(60).and_then(|secs| i32::try_from(secs).ok());
    let shift = shift.and_then(|secs| UtcOffset::from_whole_seconds(secs).ok());
    let instant = utc.zip(shift).and_then(|(utc, shift)| utc.checked_to_offset(shift));
    instant.unwrap_or_else(|| {
        offset.fail(Fault::Rule(format!("there is no time {secs} s at {minutes} min")));
        OffsetDateTime::UNIX_EPOCH
    })
}

const ENDS: [(u64, End); 2] = [(0, End::Stopped), (1, End::Finished)];
const FEELS: [(u64, Feel); 3] = [(1, Feel::TooEasy), (2, Feel::JustRight), (3, Feel::TooMuch)];

const SITES: [(u64, Site); 5] =
    [(1, Site::Back), (2, Site::Buttock), (3, Site::Thigh), (4, Site::BelowKnee), (5, Site::Foot)];
const FLANKS: [(u64, Flank); 3] = [(1, Flank::Left), (2, Flank::Right), (3, Flank::Both)];

fn code_of<T: PartialEq>(codes: &[(u64, T)], value: &T) -> u64 {
    codes.iter().find(|(_, it)| it == value).map_or(0, |(code, _)| *code)
}

fn record_at_rest(record: &Record) -> Json<'_> {
    let [began, offset] = instant_at_rest(record.began);
    let mut row = vec![
        began.into(),
        offset.into(),
        record.routine.as_str().into(),
        (record.week as u64).into(),
        level_at_rest(record.level),
        secs(record.took).into(),
        code_of(&ENDS, &record.end).into(),
        record.feel.map_or(0, |feel| code_of(&FEELS, &feel)).into(),
        record.done.iter().map(done_at_rest).collect(),
    ];
    if record.pain.is_told() || record.note.is_some() {
        row.push(pain_at_rest(record.pain));
    }
    row.extend(record.note.as_ref().map(|note| note.as_str().into()));
    Json::List(row)
}

fn pain_at_rest(pain: Pain) -> Json<'static> {
    let score = |score: Option<Score>| score.map_or(0, |it| u64::from(it.get()) + 1);
    let site = pain.site.map_or(0, |site| code_of(&SITES, &site));
    let flank = pain.flank.map_or(0, |flank| code_of(&FLANKS, &flank));
    let row = [score(pain.before), score(pain.after), score(pain.next_day), site, flank];
    row.into_iter().chain(pain.two_days.map(|it| score(Some(it)))).collect()
}

fn pain(reader: &Reader) -> Pain {
    let fault = |found| Fault::Rule(format!("pain has {found} fields, not 5"));
    let reader = reader.row(5..=6, fault);
    let score = |index| {
        let told = reader.entry(index).there()?.small(0..=u16::from(Score::MOST) + 1);
        Score::new(u8::try_from(told.checked_sub(1)?).ok()?)
    };
    Pain {
        before: score(0),
        after: score(1),
        next_day: score(2),
        two_days: score(5),
        site: decoded(&SITES, reader.entry(3).number(0..=5)),
        flank: decoded(&FLANKS, reader.entry(4).number(0..=3)),
    }
}

fn decoded<T: Copy>(codes: &[(u64, T)], code: u64) -> Option<T> {
    codes.iter().find(|(known, _)| *known == code).map(|(_, it)| *it)
}

fn done_at_rest(done: &Done) -> Json<'static> {
    let movement = u64::from(done.movement.get());
    match done.time {
        WorkTime::Whole(time) => numbers(&[movement, secs(time)]),
        WorkTime::Sides { left, right } => numbers(&[movement, secs(left), secs(right)]),
    }
}

fn record(reader: &Reader) -> Record {
    let fault = |found| Fault::Rule(format!("a session has {found} fields, not 9"));
    let reader = reader.row(9..=11, fault);
    let end = reader.entry(6).number(0..=1);
    let feel = reader.entry(7).number(0..=3);
    Record {
        began: instant(&reader.entry(0), &reader.entry(1)),
        routine: reader.entry(2).text().to_owned(),
        week: count(&reader.entry(3)),
        level: level(&reader.entry(4)),
        took: length_in_secs(&reader.entry(5)),
        end: if end == 0 { End::Stopped } else { End::Finished },
        feel: decoded(&FEELS, feel),
        pain: reader.entry(9).there().map_or_else(Pain::default, |it| pain(&it)),
        note: reader.entry(10).there().and_then(|it| note(&it)),
        done: reader.entry(8).each(done),
    }
}

fn note(reader: &Reader) -> Option<Note> {
    let note = Note::parse(reader.text());
    if let Err(error) = &note {
        reader.fail(Fault::Rule(error.to_string()));
    }
    note.ok()?
}

fn done(reader: &Reader) -> Done {
    let fault = |found| Fault::Rule(format!("a movement done has {found} fields"));
    let reader = reader.row(2..=3, fault);
    let time = length_in_secs(&reader.entry(1));
    Done {
        movement: MovementNumber::new(reader.entry(0).small(1..=u16::MAX)),
        time: match reader.entry(2).there() {
            Some(right) => WorkTime::Sides { left: time, right: length_in_secs(&right) },
            None => WorkTime::Whole(time),
        },
    }
}

fn length_in_secs(reader: &Reader) -> Duration {
    Duration::from_secs(reader.number(0..=secs(LONGEST)))
}

fn secs(length: Duration) -> u64 {
    length.min(LONGEST).as_secs()
}
