//! A backup brings back everything and takes nothing: never a double, never a loss.

use std::time::Duration;

use limber::domain::backup::{self, Backup, BackupError, SettingsChoice, brought_back};
use limber::domain::catalogue::MovementNumber;
use limber::domain::history::{Done, Feel, Record, WorkTime};
use limber::domain::kept::{KeptTexts, month_key};
use limber::domain::pain::Pain;
use limber::domain::session::End;
use limber::domain::settings::Settings;
use limber::domain::stored::{self, Stored};
use proptest::prelude::*;
use time::{OffsetDateTime, UtcOffset};

/// Frozen: such files lie on people's disks.
const FILE: &str = include_str!("stored/v1/backup.json");
const OPEN_SESSION: &str = include_str!("stored/v1/session.json");

/// A session that began so many hours after the first of November 2025, and lasted so long.
fn record(hours: i64, took: u64, feel: Option<Feel>) -> Record {
    let began = OffsetDateTime::from_unix_timestamp(1_761_955_200 + hours * 3600);
    Record {
        began: began.expect("a time"),
        routine: "desk-reset-2".to_owned(),
        week: 0,
        level: None,
        took: Duration::from_secs(took),
        end: End::Finished,
        feel,
        pain: Pain::default(),
        note: None,
        done: vec![Done {
            movement: MovementNumber::new(31),
            time: WorkTime::Whole(Duration::from_secs(took)),
        }],
    }
}

fn plain(hours: i64) -> Record {
    record(hours, 60, None)
}

fn keep(records: &[Record]) -> KeptTexts {
    let mut kept = KeptTexts::default();
    for record in records {
        let key = month_key(record);
        let mut month = read_month(kept.get(&key));
        month.push(record.clone());
        month.sort_by_key(|record| record.began);
        kept.set(&key, stored::write_month(&month));
    }
    kept
}

#[track_caller]
fn read_month(text: Option<&str>) -> Vec<Record> {
    match stored::read_month(text) {
        Stored::Read(records) => records,
        Stored::Nothing => vec![],
        other => panic!("{other:?}"),
    }
}

/// What is kept after a restore.
fn after(mut here: KeptTexts, writes: &KeptTexts) -> KeptTexts {
    for (key, text) in writes.iter() {
        here.set(key, text.to_owned());
    }
    here
}

fn sessions(kept: &KeptTexts) -> Vec<Record> {
    let months = kept.iter().filter(|(key, _)| key.starts_with("sessions."));
    in_order(months.flat_map(|(_, text)| read_month(Some(text))).collect())
}

fn file(kept: &KeptTexts) -> Backup {
    let made = OffsetDateTime::from_unix_timestamp(1_764_200_000).expect("a time");
    Backup::read(&backup::write(kept, made)).expect("our own file")
}

fn in_order(mut records: Vec<Record>) -> Vec<Record> {
    records.sort_by_key(|record| (record.began, record.took));
    records
}

/// A file with the sessions `there` brings `new` of them to `here`, and then there are those `then`.
#[track_caller]
fn check(here: &[&Record], there: &[&Record], new: usize, then: &[&Record]) {
    let owned = |records: &[&Record]| -> Vec<Record> { records.iter().copied().cloned().collect() };
    let (here, backup) = (keep(&owned(here)), file(&keep(&owned(there))));
    assert_eq!(backup.preview(&here).expect("readable").new, new);
    let writes = backup.restored(&here, SettingsChoice::Keep).expect("readable");
    let once = after(here, &writes);
    assert_eq!(sessions(&once), in_order(owned(then)));
    let again = backup.restored(&once, SettingsChoice::Keep).expect("readable");
    assert_eq!(again, KeptTexts::default(), "a second time changes something");
}

#[test]
fn sessions_are_put_together() {
    let [a, b, c] = &[plain(1), plain(2), plain(900)];
    check(&[], &[a, b], 2, &[a, b]);
    check(&[a], &[a, c], 1, &[a, c]);
    check(&[b, c], &[a], 1, &[a, b, c]);
    check(&[a], &[], 0, &[a]);
}

#[test]
fn two_sessions_that_began_in_the_same_second_are_two() {
    let (here, there) = (&record(1, 60, None), &record(1, 90, None));
    check(&[here], &[there], 1, &[here, there]);
}

#[test]
fn how_a_session_went_is_not_lost() {
    let (silent, said) = (&record(1, 60, None), &record(1, 60, Some(Feel::JustRight)));
    check(&[silent], &[said], 0, &[said]);
    check(&[said], &[silent], 0, &[said]);
    let other = &record(1, 60, Some(Feel::TooMuch));
    check(&[said], &[other], 0, &[said]);
}

#[test]
fn settings_come_only_where_they_are_wanted() {
    let mut there = KeptTexts::default();
    let quiet = Settings { sounds: false, ..Settings::default() };
    there.set("settings", stored::write_settings(&quiet));
    let mut here = KeptTexts::default();
    here.set("settings", stored::write_settings(&Settings::default()));
    let backup = file(&there);
    assert!(backup.preview(&here).expect("readable").has_settings);
    assert!(!backup.preview(&there).expect("readable").has_settings, "they are the same");
    assert_eq!(backup.restored(&here, SettingsChoice::Keep), Ok(KeptTexts::default()));
    assert_eq!(backup.restored(&here, SettingsChoice::Take), Ok(there));
}

#[test]
fn of_two_answers_to_the_safety_check_the_later_ones_hold() {
    let answers = |secs: i64| {
        let mut kept = KeptTexts::default();
        let text =
            format!(r#"{{"agreed":[],"asked":9,"given":[{secs},0],"v":1,"yes":["c-cancer"]}}"#);
        kept.set("screening", text);
        kept
    };
    let nothing = KeptTexts::default();
    let restored = |there: &KeptTexts, here: &KeptTexts| {
        file(there).restored(here, SettingsChoice::Keep).expect("readable")
    };
    assert_eq!(restored(&answers(7), &nothing), answers(7));
    let has_more =
        |there: &KeptTexts, here: &KeptTexts| file(there).preview(here).expect("readable").has_more;
    assert!(has_more(&answers(8), &answers(7)));
    assert!(!has_more(&answers(6), &answers(7)), "what is here is newer");
    assert_eq!(restored(&answers(8), &answers(7)), answers(8));
    assert_eq!(restored(&answers(6), &answers(7)), nothing);
    let mut odd = KeptTexts::default();
    odd.set("screening", "{".to_owned());
    let writes = restored(&odd, &answers(7));
    assert_eq!(writes.get("screening"), None);
    assert_eq!(writes.iter().count(), 1, "it comes along out of the way");
}

#[test]
fn what_hurt_and_routines_of_ones_own_are_put_together() {
    let kept = |hurts: &str, routines: &str| {
        let mut kept = KeptTexts::default();
        kept.set("hurts", format!(r#"{{"grave":null,"told":[{hurts}],"v":1}}"#));
        kept.set("routines", format!(r#"{{"last":1,"routines":[{routines}],"v":1}}"#));
        kept
    };
    let there = kept(r#"[1,"sharp",9,0]"#, r#"[1,"There",["6t60"]]"#);
    let here = kept(r#"[1,"pull",5,0],[3,"sharp",5,0]"#, r#"[1,"Here",["6t60"]]"#);
    let writes = file(&there).restored(&here, SettingsChoice::Keep).expect("readable");
    let told = r#"{"grave":null,"told":[[3,"sharp",5,0],[1,"sharp",9,0]],"v":1}"#;
    assert_eq!(writes.get("hurts"), Some(told));
    let both = r#"{"last":2,"routines":[[1,"Here",["6t60"]],[2,"There",["6t60"]]],"v":1}"#;
    assert_eq!(writes.get("routines"), Some(both));
    // A second time changes nothing.
    let mut once = here;
    for (key, text) in writes.iter() {
        once.set(key, text.to_owned());
    }
    let again = file(&there).restored(&once, SettingsChoice::Keep).expect("readable");
    assert_eq!(again, KeptTexts::default());
}

/// What `there` brings to `here` under `key`; brought a second time, it changes nothing.
#[track_caller]
fn brought(key: &str, there: &str, here: &str) -> String {
    let kept = |text: &str| [(key.to_owned(), text.to_owned())].into_iter().collect::<KeptTexts>();
    let (backup, here) = (file(&kept(there)), kept(here));
    let writes = backup.restored(&here, SettingsChoice::Keep).expect("readable");
    let once = after(here.clone(), &writes);
    assert_eq!(backup.restored(&once, SettingsChoice::Keep), Ok(KeptTexts::default()));
    let has_more = backup.preview(&here).expect("readable").has_more;
    assert_eq!(has_more, once != here);
    let nothing = KeptTexts::default();
    assert_eq!(backup.restored(&nothing, SettingsChoice::Keep), Ok(kept(there)));
    once.get(key).expect("it is kept").to_owned()
}

#[test]
fn marked_days_are_put_together() {
    let kept = |days: &str| format!(r#"{{"days":[{days}],"v":1}}"#);
    let both = brought("days", &kept("[20777,2],[20779,1]"), &kept("[20777,1],[20780,2]"));
    assert_eq!(both, kept("[20777,2],[20779,1],[20780,2]"));
    let here = kept("[20777,2]");
    assert_eq!(brought("days", &kept("[20777,1]"), &here), here, "the flare stays");
}

#[test]
fn measures_are_put_together() {
    let kept = |all: &str| format!(r#"{{"all":[{all}],"v":1}}"#);
    let [old, other, new] = [r#"[5,0,"stands",9]"#, r#"[5,0,"stands",8]"#, r#"[9,0,"stands",12]"#];
    let (one, two) = (kept(old), kept(&format!("{old},{new}")));
    assert_eq!(brought("measures", &kept(new), &one), two);
    assert_eq!(brought("measures", &one, &two), two);
    assert_eq!(brought("measures", &kept(other), &one), one, "what is here stays");
}

#[test]
fn how_much_comes_next_is_the_later_and_likes_come_where_there_are_none() {
    let kept = |changed: &str, favoured: &str| {
        let mut kept = KeptTexts::default();
        kept.set("likes", format!(r#"{{"favoured":[{favoured}],"out":[],"v":1}}"#));
        let progress =
            format!(r#"{{"auto":true,"because":null,"changed":{changed},"step":1,"v":1}}"#);
        kept.set("progress", progress);
        kept
    };
    let restored = |there: &KeptTexts, here: &KeptTexts| {
        file(there).restored(here, SettingsChoice::Keep).expect("readable")
    };
    let (old, new) = (kept("[5,0]", "1"), kept("[9,0]", "2"));
    assert_eq!(restored(&new, &KeptTexts::default()), new);
    let mut later = KeptTexts::default();
    later.set("progress", new.get("progress").expect("it").to_owned());
    assert_eq!(restored(&new, &old), later);
    assert_eq!(restored(&old, &new), KeptTexts::default());
}

#[test]
fn an_open_session_comes_where_none_is_open() {
    let mut there = KeptTexts::default();
    there.set("session", OPEN_SESSION.to_owned());
    let backup = file(&there);
    assert_eq!(backup.restored(&KeptTexts::default(), SettingsChoice::Keep), Ok(there.clone()));
    let mut here = KeptTexts::default();
    here.set("session", "another".to_owned());
    assert_eq!(backup.restored(&here, SettingsChoice::Keep), Ok(KeptTexts::default()));
}

#[test]
fn what_cannot_be_read_comes_along_out_of_the_way() {
    let mut there = KeptTexts::default();
    there.set("sessions.2025-11", "{half".to_owned());
    there.set("unreadable.7.settings", "?".to_owned());
    there.set("never-heard-of", "!".to_owned());
    there.set("backup", "of no use elsewhere".to_owned());
    there.set("put-off", "nor is this".to_owned());
    let backup = file(&there);
    assert_eq!(backup.preview(&KeptTexts::default()).expect("readable").unreadable, 3);
    let writes = backup.restored(&KeptTexts::default(), SettingsChoice::Take).expect("readable");
    let mut writes: Vec<_> = writes.iter().collect();
    writes.sort_unstable();
    assert_eq!(
        writes,
        [
            ("unreadable.1764200000.never-heard-of", "!"),
            ("unreadable.1764200000.sessions.2025-11", "{half"),
            ("unreadable.7.settings", "?"),
        ]
    );
}

#[test]
fn a_month_here_that_cannot_be_read_is_put_aside() {
    let mut here = KeptTexts::default();
    here.set("sessions.2025-11", "{half".to_owned());
    let writes = file(&keep(&[plain(1)])).restored(&here, SettingsChoice::Keep).expect("readable");
    let then = after(here, &writes);
    assert_eq!(sessions(&then), [plain(1)]);
    assert!(then.iter().any(|(key, text)| key.starts_with("unreadable.") && text == "{half"));
}

#[test]
fn what_a_newer_app_wrote_is_left_alone() {
    let mut newer = KeptTexts::default();
    newer.set("sessions.2025-11", "{\"v\":99}".to_owned());
    let refused = file(&newer).restored(&KeptTexts::default(), SettingsChoice::Keep);
    assert_eq!(refused, Err(BackupError::Newer));
    let refused = file(&keep(&[plain(1)])).restored(&newer, SettingsChoice::Keep);
    assert_eq!(refused, Err(BackupError::NewerHere));
}

#[test]
fn settings_here_that_a_newer_app_wrote_are_left_alone_and_unreadable_ones_put_aside() {
    let mut there = KeptTexts::default();
    there.set("settings", stored::write_settings(&Settings::default()));
    let backup = file(&there);
    let mut here = KeptTexts::default();
    here.set("settings", "{\"v\":99}".to_owned());
    assert_eq!(backup.restored(&here, SettingsChoice::Take), Err(BackupError::NewerHere));
    assert_eq!(backup.restored(&here, SettingsChoice::Keep), Ok(KeptTexts::default()));
    here.set("settings", "{half".to_owned());
    let then =
        after(here.clone(), &backup.restored(&here, SettingsChoice::Take).expect("readable"));
    assert_eq!(then.get("settings"), there.get("settings"));
    assert!(then.iter().any(|(key, text)| key.starts_with("unreadable.") && text == "{half"));
}

#[test]
fn what_is_had_back_stands_beside_what_was_kept_since() {
    let back = |deleted: &KeptTexts, since: &KeptTexts| {
        after(since.clone(), &brought_back(deleted, since, plain(3).began))
    };
    let settings = |sounds| stored::write_settings(&Settings { sounds, ..Settings::default() });
    let mut deleted = keep(&[plain(1)]);
    deleted.set("session", OPEN_SESSION.to_owned());
    deleted.set("settings", settings(false));
    deleted.set("put-off", "whatever that says".to_owned());
    assert_eq!(sessions(&back(&deleted, &KeptTexts::default())), [plain(1)]);
    assert_eq!(back(&deleted, &KeptTexts::default()).get("put-off"), deleted.get("put-off"));

    let mut since = keep(&[plain(2)]);
    since.set("session", "the new one".to_owned());
    since.set("settings", settings(true));
    let then = back(&deleted, &since);
    assert_eq!(sessions(&then), [plain(1), plain(2)]);
    assert_eq!(then.get("session"), Some("the new one"));
    assert_eq!(then.get("settings"), deleted.get("settings"));
}

#[test]
fn what_is_had_back_and_cannot_be_put_together_is_put_aside() {
    let month = "sessions.2025-11";
    for text in ["{half", "{\"v\":99}"] {
        let (mut strange, mine) = (KeptTexts::default(), keep(&[plain(2)]));
        strange.set(month, text.to_owned());
        let is_aside = |texts: &KeptTexts, wanted: &str| {
            texts.iter().any(|(key, text)| key.starts_with("unreadable.") && text == wanted)
        };
        let then = after(mine.clone(), &brought_back(&strange, &mine, plain(3).began));
        assert_eq!(then.get(month), mine.get(month));
        assert!(is_aside(&then, text), "{then:?}");
    }
    let (mut newer, mine) = (KeptTexts::default(), keep(&[plain(2)]));
    newer.set(month, "{\"v\":99}".to_owned());
    let then = after(newer.clone(), &brought_back(&mine, &newer, plain(3).began));
    assert_eq!(then.get(month), newer.get(month));
    assert!(then.iter().any(|(_, text)| Some(text) == mine.get(month)), "{then:?}");
}

#[test]
fn a_file_of_the_first_version_is_read() {
    let backup = Backup::read(FILE).expect("our own file");
    let hour = UtcOffset::from_hms(1, 0, 0).expect("an offset");
    assert_eq!((backup.made.unix_timestamp(), backup.made.offset()), (1_764_200_000, hour));
    let preview = backup.preview(&KeptTexts::default()).expect("readable");
    assert_eq!((preview.sessions, preview.new, preview.unreadable), (1, 1, 0));
}

#[test]
fn any_other_file_is_refused() {
    for text in ["", "null", "[]", "{}", "{\"app\":\"limber\"}", &FILE[..40], "\u{feff}{}"] {
        assert_eq!(Backup::read(text), Err(BackupError::NotOurs), "{text}");
    }
    assert_eq!(Backup::read("{\"app\":\"limber\",\"v\":2,\"more\":1}"), Err(BackupError::Newer));
    assert_eq!(Backup::read("{\"app\":\"other\",\"v\":2}"), Err(BackupError::NotOurs));
}

fn any_records() -> impl Strategy<Value = Vec<Record>> {
    let feel = prop_oneof![Just(None), Just(Some(Feel::JustRight))];
    let one = (0_i64..2_000, 1_u64..4, feel);
    prop::collection::vec(one, 0..12).prop_map(|records| {
        let mut known: Vec<Record> = vec![];
        for (hours, took, feel) in records {
            let new = record(hours, took, feel);
            if !known.iter().any(|it| it.is_same(&new)) {
                known.push(new);
            }
        }
        known
    })
}

proptest! {
    #[test]
    fn every_session_is_there_once(here in any_records(), there in any_records()) {
        let (kept, backup) = (keep(&here), file(&keep(&there)));
        let writes = backup.restored(&kept, SettingsChoice::Keep).expect("readable");
        let then = sessions(&after(kept, &writes));
        for record in here.iter().chain(&there) {
            prop_assert_eq!(then.iter().filter(|it| it.is_same(record)).count(), 1);
        }
        prop_assert!(then.len() <= here.len() + there.len());
    }

    #[test]
    fn no_text_is_a_panic(text in ".{0,200}") {
        let _ = Backup::read(&text);
    }

    #[test]
    fn a_file_that_was_cut_off_is_refused(length in 0..FILE.len()) {
        prop_assert!(!FILE.is_char_boundary(length) || Backup::read(&FILE[..length]).is_err());
    }
}
