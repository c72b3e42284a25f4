//! What has been kept stays readable, and what cannot be read is never taken for something else.

mod common;

use std::fmt::Debug;

use common::{
    any_breath, any_lengths, any_recipe, any_script, article_five, at, catalogue, check_unreadable,
    instant, millis, recipe, runs, secs, sides, spoilt, whole,
};
use limber::domain::breath::Breath;
use limber::domain::catalogue::{Dose, Level, MovementNumber, Work};
use limber::domain::history::{Done, Feel, Record};
use limber::domain::lengths::{LengthKind, Lengths, Share};
use limber::domain::note::Note;
use limber::domain::pain::{Flank, Pain, Score, Site};
use limber::domain::plan::{Advance, Pacing, Plan, Portion, Recipe, Side};
use limber::domain::session::{End, Input, Kept, Session};
use limber::domain::settings::{Guiding, Settings, Theme, Volume};
use limber::domain::stored::{
    SavedSession, Stored, read_month, read_session, read_settings, write_month, write_session,
    write_settings,
};
use limber::domain::weeks::Goal;
use proptest::prelude::*;
use proptest::sample::select;
use time::OffsetDateTime;

/// Frozen: these texts are on people's devices.
const SETTINGS: &str = include_str!("stored/v1/settings.json");
const SETTINGS_USUAL: &str = include_str!("stored/v1/settings-usual.json");
/// As builds write it that can guide while the screen is off.
const SETTINGS_GUIDED: &str = include_str!("stored/v1/settings-guided.json");
/// As builds write it that can breathe otherwise than at first.
const SETTINGS_BREATH: &str = include_str!("stored/v1/settings-breath.json");
/// As builds write it in which a voice can be chosen.
const SETTINGS_VOICE: &str = include_str!("stored/v1/settings-voice.json");
const SESSION: &str = include_str!("stored/v1/session.json");
const SESSION_FITTED: &str = include_str!("stored/v2/session.json");
const SESSION_TOLD: &str = include_str!("stored/v3/session.json");
const SESSIONS_TOLD: &str = include_str!("stored/v2/sessions.json");
const SESSIONS: &str = include_str!("stored/v1/sessions.json");

fn share(percent: u64) -> Share {
    Share::from_percent(percent).expect("a share within bounds")
}

fn volume(percent: u64) -> Volume {
    Volume::from_percent(percent).expect("a volume within bounds")
}

fn settings_of_version_1() -> Settings {
    Settings {
        sounds: false,
        voice: false,
        voice_uri: None,
        volume: volume(35),
        vibration: false,
        marks_breath: true,
        breath: Breath::CALM,
        keep_awake: false,
        guiding: Guiding::WithMusic,
        level: Some(Level::Advanced),
        lengths: Lengths::USUAL
            .with(LengthKind::GetReady, share(0))
            .with(LengthKind::Work, share(150))
            .with(LengthKind::Rest, Share::MOST),
        advance: Advance::WaitForMe,
        repetitions: Pacing::OwnTime,
        first_side: Side::Right,
        theme: Theme::Dark,
        goal: Goal::default(),
    }
}

#[test]
fn settings_with_a_goal_of_version_1_can_be_read_for_ever() {
    let goal = Goal::new(5).expect("a goal within bounds");
    let settings = Settings { goal, ..settings_with_a_breath() };
    let text = SETTINGS_BREATH.replace("\"guiding\"", "\"goal\":5,\"guiding\"");
    assert_eq!(write_settings(&settings), text.trim());
    assert_eq!(read_settings(Some(&text)), Stored::Read(settings));
    let wrong = text.replace("\"goal\":5", "\"goal\":8");
    assert!(matches!(read_settings(Some(&wrong)), Stored::Unreadable(_)));
}

fn settings_with_a_breath() -> Settings {
    let breath = Breath::from_secs(5, 12).expect("a breath within bounds");
    Settings { breath, guiding: Guiding::ScreenOff, ..settings_of_version_1() }
}

fn settings_with_a_voice() -> Settings {
    let voice_uri = Some("com.apple.voice.compact.en-GB.Daniel".to_owned());
    Settings { voice_uri, ..settings_with_a_breath() }
}

fn session_of_version_1() -> SavedSession {
    SavedSession {
        recipe: Recipe {
            extras: vec![3, 6],
            level: Some(Level::Beginner),
            lengths: Lengths::USUAL.with(LengthKind::ChangeSides, share(50)),
            ..recipe("sciatica-friendly")
        },
        began: instant(1_764_000_000, 60),
        saved: instant(1_764_000_173, -330),
        kept: Kept {
            step: 9,
            elapsed: millis(12_345),
            adjusted: vec![(9, secs(40)), (11, secs(40))],
            spent: vec![secs(15), secs(90), secs(0), millis(4_250)],
        },
        pain_before: None,
    }
}

/// One that was fitted to the person: of the first movement something else, of the others another dose.
fn session_of_version_2() -> SavedSession {
    let session = session_of_version_1();
    let portion = |movement, step, instead_of: Option<u16>, work, sets, rest| Portion {
        movement: MovementNumber::new(movement),
        dose: Dose { work, sets, rest: secs(rest) },
        only: None,
        routine_step: step,
        instead_of: instead_of.map(MovementNumber::new),
    };
    let repetitions = Work::Repetitions { count: 8, tempo: secs(4), hold: secs(1) };
    let hold = Work::Hold { hold: secs(15), count: 2 };
    let portions = vec![
        portion(36, 0, Some(6), Work::Timed { length: secs(30) }, 1, 0),
        portion(14, 1, None, repetitions, 2, 5),
        Portion { only: Some(Side::Left), ..portion(10, 4, None, hold, 1, 5) },
    ];
    SavedSession { recipe: Recipe { portions: Some(portions), ..session.recipe }, ..session }
}

/// One before which pain was told.
fn session_of_version_3() -> SavedSession {
    SavedSession { pain_before: Score::new(6), ..session_of_version_2() }
}

/// Frozen too: a month with notes, one of them where no pain was told.
const SESSIONS_NOTED: &str = include_str!("stored/v3/sessions.json");
/// Of a month in which pain was told two days after a session.
const SESSIONS_LATER: &str = include_str!("stored/v4/sessions.json");

#[test]
fn months_with_notes_of_version_3_can_be_read_for_ever() {
    let note = |text| Note::parse(text).expect("it is short");
    let pain = Pain { before: Score::new(3), ..Pain::default() };
    let [first, second, third, ..] = &sessions_of_version_1()[..] else { panic!("there are four") };
    let records = vec![
        Record { note: note(" Slept badly.\n\nLeft hip \"sticky\". "), ..first.clone() },
        Record { note: note("ü"), pain, ..second.clone() },
        third.clone(),
    ];
    assert_eq!(write_month(&records), SESSIONS_NOTED);
    assert_eq!(read_month(Some(SESSIONS_NOTED)), Stored::Read(records));
    let long = SESSIONS_NOTED.replace('ü', &"ü".repeat(301));
    let Stored::Unreadable(problems) = read_month(Some(&long)) else { panic!("it was read") };
    let problem = "sessions / s / 2 / 11: a note of 301 letters is longer than 300";
    assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [problem]);
}

fn article_five_in_full() -> Record {
    Record {
        began: instant(1_764_000_000, 60),
        routine: "article-five".to_owned(),
        week: 0,
        level: None,
        took: secs(589),
        end: End::Finished,
        feel: Some(Feel::JustRight),
        pain: Pain::default(),
        note: None,
        done: vec![
            whole(6, 120),
            whole(8, 20),
            sides(9, 10, 10),
            sides(1, 30, 30),
            sides(2, 30, 30),
            whole(3, 60),
            sides(4, 30, 30),
            sides(5, 30, 30),
        ],
    }
}

fn sessions_of_version_1() -> Vec<Record> {
    let short = |began, routine: &str, level, took, end, feel, done| Record {
        began,
        routine: routine.to_owned(),
        week: 0,
        level: Some(level),
        took: secs(took),
        end,
        feel,
        pain: Pain::default(),
        note: None,
        done: vec![done],
    };
    vec![
        article_five_in_full(),
        Record {
            began: instant(1_764_086_400, -330),
            routine: "flex-plan-4-weeks".to_owned(),
            week: 3,
            level: Some(Level::Intermediate),
            took: secs(61),
            end: End::Stopped,
            feel: None,
            pain: Pain::default(),
            note: None,
            done: vec![whole(6, 60), sides(1, 1, 0)],
        },
        short(
            instant(1_764_100_000, 0),
            "desk-reset-2",
            Level::Advanced,
            132,
            End::Finished,
            Some(Feel::TooMuch),
            whole(31, 20),
        ),
        short(
            instant(1_764_103_600, 0),
            "chair-only",
            Level::Beginner,
            300,
            End::Stopped,
            Some(Feel::TooEasy),
            whole(36, 40),
        ),
    ]
}

#[test]
fn the_first_format_stays_readable() {
    assert_eq!(read_settings(Some(SETTINGS)), Stored::Read(settings_of_version_1()));
    assert_eq!(read_settings(Some(SETTINGS_USUAL)), Stored::Read(Settings::default()));
    let guided = Settings { guiding: Guiding::ScreenOff, ..settings_of_version_1() };
    assert_eq!(read_settings(Some(SETTINGS_GUIDED)), Stored::Read(guided));
    assert_eq!(read_settings(Some(SETTINGS_BREATH)), Stored::Read(settings_with_a_breath()));
    assert_eq!(read_settings(Some(SETTINGS_VOICE)), Stored::Read(settings_with_a_voice()));
    assert_eq!(read_session(Some(SESSION)), Stored::Read(session_of_version_1()));
    assert_eq!(read_month(Some(SESSIONS)), Stored::Read(sessions_of_version_1()));
}

#[test]
fn the_first_format_is_the_one_that_is_written() {
    let guided = Settings { guiding: Guiding::ScreenOff, ..settings_of_version_1() };
    assert_eq!(write_settings(&guided), SETTINGS_GUIDED);
    assert_eq!(write_settings(&settings_with_a_breath()), SETTINGS_BREATH);
    assert_eq!(write_settings(&settings_with_a_voice()), SETTINGS_VOICE);
    assert_eq!(write_session(&session_of_version_1()), SESSION);
    assert_eq!(write_month(&sessions_of_version_1()), SESSIONS);
}

#[test]
fn a_session_that_was_fitted_says_so_to_those_who_cannot_read_it() {
    assert_eq!(read_session(Some(SESSION_FITTED)), Stored::Read(session_of_version_2()));
    assert_eq!(write_session(&session_of_version_2()), SESSION_FITTED);
    assert_eq!(read_session(Some(SESSION_TOLD)), Stored::Read(session_of_version_3()));
    assert_eq!(write_session(&session_of_version_3()), SESSION_TOLD);
}

#[test]
fn sessions_with_pain_say_so_to_those_who_cannot_read_it() {
    let score = Score::new;
    let mut records = sessions_of_version_1();
    records[0].pain = Pain {
        before: score(0),
        after: score(10),
        next_day: score(3),
        site: Some(Site::BelowKnee),
        flank: Some(Flank::Both),
        ..Pain::default()
    };
    records[2].pain = Pain { next_day: score(4), ..Pain::default() };
    assert_eq!(read_month(Some(SESSIONS_TOLD)), Stored::Read(records.clone()));
    assert_eq!(write_month(&records), SESSIONS_TOLD);
}

#[test]
fn sessions_with_pain_of_two_days_after_say_so_to_those_who_cannot_read_it() {
    let mut records = sessions_of_version_1();
    let pain = Pain { before: Score::new(2), next_day: Score::new(3), ..Pain::default() };
    records[0].pain = Pain { two_days: Score::new(0), ..pain };
    records[1].pain = pain;
    records[1].note = Note::parse("Slept badly.").expect("a short note");
    assert_eq!(read_month(Some(SESSIONS_LATER)), Stored::Read(records.clone()));
    assert_eq!(write_month(&records), SESSIONS_LATER);
}

#[test]
fn a_kept_time_keeps_the_offset_that_held_there() {
    let Stored::Read(records) = read_month(Some(SESSIONS)) else { panic!("it cannot be read") };
    let offsets: Vec<_> =
        records.iter().map(|record| record.began.offset().whole_minutes()).collect();
    assert_eq!(offsets, [60, -330, 0, 0]);
}

#[test]
fn where_nothing_was_kept_there_is_nothing() {
    assert_eq!(read_settings(None), Stored::Nothing);
    assert_eq!(read_session(None), Stored::Nothing);
    assert_eq!(read_month(None), Stored::Nothing);
}

#[test]
fn what_a_later_version_wrote_is_newer_whatever_it_says() {
    for text in [r#"{"v":2}"#, r#"{"v":99,"s":"compressed","settings":[]}"#] {
        assert_eq!(read_settings(Some(text)), Stored::Newer);
        assert_eq!(read_session(Some(&text.replace(":2", ":4"))), Stored::Newer);
        assert_eq!(read_month(Some(&text.replace(":2", ":5"))), Stored::Newer);
    }
}

#[test]
fn what_this_app_never_wrote_is_unreadable_and_says_why() {
    let settings = |change, why: &str| check_unreadable(SETTINGS, change, read_settings, &[why]);
    settings((SETTINGS, "[]"), "settings: [] is not a group of fields");
    settings((SETTINGS, "{}"), "settings: v is missing");
    settings((r#""v":1"#, r#""v":0"#), "settings / v: 0 is outside 1 to 18446744073709551615");
    settings((r#""v":1"#, r#""v":"1""#), r#"settings / v: "1" is not a whole number"#);
    settings((r#""volume":35"#, r#""volume":101"#), "settings / volume: 101 is outside 0 to 100");
    settings(("1000]", "1001]"), "settings / lengths / 4: 1001 is outside 0 to 1000");
    settings((",1000]", "]"), "settings / lengths: 3 lengths, not 4");
    settings((r#""dark""#, r#""sepia""#), r#"settings / theme: "sepia" is not known here"#);
    settings((r#""awake""#, r#""colour":1,"awake""#), r#"settings: "colour" is not known here"#);
    let breath =
        |change, why: &str| check_unreadable(SETTINGS_BREATH, change, read_settings, &[why]);
    breath(("[5,12]", "[5]"), "settings / breath: a breath has 1 lengths, not 2");
    breath(("[5,12]", "[5,13]"), "settings / breath / 2: 13 is outside 2 to 12");
    breath(("[5,12]", "null"), "settings / breath: null is not a list");
    let voice = (r#""com.apple.voice.compact.en-GB.Daniel""#, "7");
    let why = "settings / voice-uri: 7 is not a text";
    check_unreadable(SETTINGS_VOICE, voice, read_settings, &[why]);

    let session = |change, why: &str| check_unreadable(SESSION, change, read_session, &[why]);
    session(("[1764000000,60]", "[1764000000]"), "session / began: a time has 1 fields, not 2");
    session(
        ("[1764000000,60]", "[1764000000,60,0]"),
        "session / began: a time has 3 fields, not 2",
    );
    let fitted = |change, why: &str| check_unreadable(SESSION_FITTED, change, read_session, &[why]);
    fitted((",0,6]", ",0]"), "session / portions / 1: a movement to do has 2 fields, not 3");
    fitted(("36t30", "36t3"), r#"session / portions / 1 / 1: "36t3" is not known here"#);
    fitted((",0,6]", ",-1,6]"), "session / portions / 1 / 2: -1 is not a whole number");
    session(("[9,40000]", "[9]"), "session / adjusted / 1: a step or its length is missing");
    session(
        (r#""elapsed":12345"#, r#""elapsed":-1"#),
        "session / elapsed: -1 is not a whole number",
    );

    let month = |change, why: &str| check_unreadable(SESSIONS, change, read_month, &[why]);
    month((r#""s":[["#, r#""s":[[1],["#), "sessions / s / 1: a session has 1 fields, not 9");
    month(("[6,120]", "[6]"), "sessions / s / 1 / 9 / 1: a movement done has 1 fields");
    month(("[6,120]", "[0,120]"), "sessions / s / 1 / 9 / 1 / 1: 0 is outside 1 to 65535");
    month(
        ("[1764000000,60", "[1764000000,99999"),
        "sessions / s / 1 / 2: there is no time 1764000000 s at 99999 min",
    );
}

#[test]
fn everything_unreadable_is_told_at_once() {
    check_unreadable(
        SETTINGS,
        (SETTINGS, r#"{"v":1,"sounds":1,"voice":true,"lengths":[1,2,3,-4],"side":"both"}"#),
        read_settings,
        &[
            "settings / sounds: 1 is not true or false",
            "settings: vibration is missing",
            "settings: breathing is missing",
            "settings: awake is missing",
            "settings: volume is missing",
            "settings: theme is missing",
            "settings: level is missing",
            "settings / lengths / 4: -4 is not a whole number",
            "settings: advance is missing",
            "settings: repetitions is missing",
            r#"settings / side: "both" is not known here"#,
        ],
    );
}

#[test]
fn no_value_is_taken_for_another() {
    #[track_caller]
    fn check<T: Debug>(text: &str, read: impl Fn(Option<&str>) -> Stored<T>) {
        for wrong in [r#"{"odd":1}"#, "[7.5]", "-1", r#""""#] {
            for (place, spoilt) in spoilt(text, wrong) {
                // There are times before 1970, and minutes to the west.
                if wrong == "-1" && is_of_a_time(&place) {
                    continue;
                }
                let found = read(Some(&spoilt));
                assert!(matches!(found, Stored::Unreadable(_)), "{place} as {wrong}: {found:?}");
            }
        }
    }
    fn is_of_a_time(place: &str) -> bool {
        let steps: Vec<_> = place.split('/').skip(1).collect();
        matches!(*steps, ["began" | "saved", _] | ["s", _, "0" | "1"])
    }
    check(SETTINGS, read_settings);
    check(SETTINGS_BREATH, read_settings);
    check(SESSION, read_session);
    check(SESSIONS, read_month);
}

#[test]
fn a_text_cut_short_is_unreadable() {
    #[track_caller]
    fn check<T: Debug>(text: &str, read: impl Fn(Option<&str>) -> Stored<T>) {
        for length in 0..text.len() {
            let found = read(Some(&text[..length]));
            assert!(matches!(found, Stored::Unreadable(_)), "{length} letters: {found:?}");
        }
    }
    check(SETTINGS, read_settings);
    check(SESSION, read_session);
    check(SESSIONS, read_month);
}

#[test]
fn a_session_that_was_left_open_for_days_can_still_be_read() {
    let days = secs(3 * 86_400 + 5);
    let record =
        Record { took: days, done: vec![whole(6, days.as_secs())], ..article_five_in_full() };
    let Stored::Read(records) = read_month(Some(&write_month(&[record]))) else {
        panic!("unreadable")
    };
    assert_eq!((records[0].took, records[0].done[0]), (secs(86_400), whole(6, 86_400)));

    let kept = Kept { step: 1, elapsed: days, adjusted: vec![], spent: vec![days] };
    let saved = SavedSession { kept, ..session_of_version_1() };
    let Stored::Read(saved) = read_session(Some(&write_session(&saved))) else {
        panic!("unreadable")
    };
    assert_eq!((saved.kept.elapsed, saved.kept.spent), (secs(86_400), vec![secs(86_400)]));
}

/// What one more session adds to its month.
fn letters_of(record: &Record) -> usize {
    write_month(&vec![record.clone(); 2]).len() - write_month(std::slice::from_ref(record)).len()
}

#[test]
fn ten_years_of_sessions_fit_into_half_of_what_an_origin_has() {
    let mut session = Session::new(article_five());
    let _ = session.update(Input::Start, at(0));
    let _ = session.update(Input::Tick, at(589_000));
    let began = instant(1_764_000_000, 60);
    let record =
        Record::of(&session, &recipe("article-five"), began, at(589_000)).expect("a record");
    let record = Record { level: Some(Level::Intermediate), feel: Some(Feel::JustRight), ..record };

    assert!(letters_of(&record) <= 250, "a session takes {} letters", letters_of(&record));
    let month = vec![record; 3 * 31];
    let ten_years = 120 * write_month(&month).len();
    assert!(ten_years * 2 < 5 * 1024 * 1024, "ten years take {ten_years} letters");
}

#[test]
fn no_routine_takes_more_than_a_usual_session_may() {
    for week in common::every_week() {
        let plan = common::plan(&week);
        let end = at(0) + plan.total();
        let mut session = Session::new(plan);
        let _ = session.update(Input::Start, at(0));
        let _ = session.update(Input::Tick, end);
        let record =
            Record::of(&session, &week, instant(1_764_000_000, -330), end).expect("a record");
        assert!(letters_of(&record) <= 250, "{} takes {}", week.routine, letters_of(&record));
    }
}

fn any_instant() -> impl Strategy<Value = OffsetDateTime> {
    (0..4_102_444_800_i64, -18 * 60..=18 * 60_i32)
        .prop_map(|(secs, minutes)| instant(secs, minutes))
}

fn any_done() -> impl Strategy<Value = Done> {
    let secs = || 0..=86_400_u64;
    prop_oneof![
        (1..=u16::MAX, secs()).prop_map(|(movement, time)| whole(movement, time)),
        (1..=u16::MAX, secs(), secs())
            .prop_map(|(movement, left, right)| sides(movement, left, right)),
    ]
}

fn any_pain() -> impl Strategy<Value = Pain> {
    let score = || prop::option::of((0..=10_u8).prop_filter_map("a score", Score::new));
    let site = prop::option::of(select(Site::ALL.to_vec()));
    let flank = prop::option::of(select(Flank::ALL.to_vec()));
    let scores = (score(), score(), score(), score());
    (scores, site, flank).prop_map(|((before, after, next_day, two_days), site, flank)| Pain {
        before,
        after,
        next_day,
        two_days,
        site,
        flank,
    })
}

fn any_record() -> impl Strategy<Value = Record> {
    let feels = [None].into_iter().chain(Feel::ALL.map(Some)).collect::<Vec<_>>();
    (
        any_instant(),
        any_recipe(),
        0..=86_400_u64,
        select(vec![End::Finished, End::Stopped]),
        select(feels),
        (any_pain(), any_note()),
        prop::collection::vec(any_done(), 0..12),
    )
        .prop_map(|(began, recipe, took, end, feel, pain, done)| Record {
            began,
            routine: recipe.routine,
            week: recipe.week,
            level: recipe.level,
            took: secs(took),
            end,
            feel,
            pain: pain.0,
            note: pain.1,
            done,
        })
}

fn any_note() -> impl Strategy<Value = Option<Note>> {
    "(?s).{0,40}".prop_map(|text| Note::parse(&text).expect("it is short"))
}

/// A session kept after whatever may have happened.
fn any_saved_session() -> impl Strategy<Value = (SavedSession, Plan)> {
    let pain = prop::option::of((0..=10_u8).prop_filter_map("a score", Score::new));
    let parts = (any_recipe(), any_script(20), any_instant(), any_instant(), pain);
    parts.prop_filter_map("nothing to keep", |(recipe, script, began, saved, pain_before)| {
        let plan = Plan::build(catalogue(), &recipe).ok()?;
        let mut session = Session::new(plan.clone());
        let mut now = at(0);
        let _ = session.update(Input::Start, now);
        for (gap, input) in script {
            now = now + millis(gap);
            let _ = session.update(input, now);
        }
        let kept = session.keep(now)?;
        Some((SavedSession { recipe, began, saved, kept, pain_before }, plan))
    })
}

fn any_settings() -> impl Strategy<Value = Settings> {
    let voices = (any::<bool>(), prop::option::of(".+"));
    let flags = (any::<bool>(), voices, any::<bool>(), any::<bool>());
    let themes = select(vec![Theme::System, Theme::Light, Theme::Dark]);
    let guiding = select(vec![Guiding::WithMusic, Guiding::ScreenOff]);
    let goals = (Goal::LEAST..=Goal::MOST).prop_filter_map("a goal", Goal::new);
    let senses = (any::<bool>(), any_breath(), guiding, goals);
    (flags, 0..=100_u64, senses, any_recipe(), any_lengths(), themes).prop_map(
        |(
            (sounds, (voice, voice_uri), vibration, keep_awake),
            percent,
            (marks_breath, breath, guiding, goal),
            recipe,
            lengths,
            theme,
        )| {
            Settings {
                sounds,
                voice,
                voice_uri,
                volume: volume(percent),
                vibration,
                marks_breath,
                breath,
                keep_awake,
                guiding,
                level: recipe.level,
                lengths,
                advance: recipe.advance,
                repetitions: recipe.repetitions,
                first_side: recipe.first_side,
                theme,
                goal,
            }
        },
    )
}

proptest! {
    #![proptest_config(runs(128))]

    #[test]
    fn settings_come_back_as_they_were_kept(settings in any_settings()) {
        let text = write_settings(&settings);
        prop_assert_eq!(read_settings(Some(&text)), Stored::Read(settings));
    }

    #[test]
    fn a_month_comes_back_as_it_was_kept(records in prop::collection::vec(any_record(), 0..20)) {
        let text = write_month(&records);
        prop_assert_eq!(read_month(Some(&text)), Stored::Read(records));
    }

    #[test]
    fn a_session_comes_back_as_it_was_kept_and_goes_on((saved, plan) in any_saved_session()) {
        let text = write_session(&saved);
        prop_assert_eq!(read_session(Some(&text)), Stored::Read(saved.clone()));
        prop_assert!(Session::resumed(plan, &saved.kept).is_some());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", json in r#"[\[\]{}:,"v1s0-9. a-z-]{0,80}"#) {
        for text in [text, json] {
            let settings = read_settings(Some(&text));
            prop_assert!(matches!(settings, Stored::Unreadable(_) | Stored::Newer), "{:?}", settings);
            let session = read_session(Some(&text));
            prop_assert!(matches!(session, Stored::Unreadable(_) | Stored::Newer), "{:?}", session);
            let _ = read_month(Some(&text));
        }
    }

    /// A text with one letter changed may read otherwise, but never as nothing, and it goes on.
    #[test]
    fn a_damaged_text_is_not_nothing(at in 0..SESSION.len(), letter in "[0-9a-z\\[\\]{},:\" -]") {
        let mut text = SESSION.to_owned();
        text.replace_range(at..=at, &letter);
        match read_session(Some(&text)) {
            Stored::Nothing => prop_assert!(false, "{:?} reads as nothing", text),
            Stored::Read(saved) => {
                let plan = Plan::build(catalogue(), &saved.recipe).ok();
                let _ = plan.and_then(|plan| Session::resumed(plan, &saved.kept));
            }
            Stored::Newer | Stored::Unreadable(_) => {}
        }
    }
}
