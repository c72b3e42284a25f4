//! The shipped catalogue holds together, and a wrong one is refused with everything wrong in it.

mod common;

use common::{catalogue, every_week, plan, spoilt};
use limber::domain::catalogue::{Catalogue, Evidence};

#[test]
fn the_shipped_catalogue_has_44_movements_and_17_routines() {
    let catalogue = Catalogue::shipped();
    assert_eq!(catalogue.movements.len(), 44);
    assert_eq!(catalogue.routines.len(), 17);
    assert_eq!(catalogue.references.len(), 50);
}

#[test]
fn every_week_takes_as_long_as_it_says() {
    for recipe in every_week() {
        let routine = catalogue().routine(&recipe.routine).expect("a routine of the catalogue");
        let says = routine.schedule.weeks()[recipe.week].length;
        assert_eq!(plan(&recipe).total(), says, "{} week {}", recipe.routine, recipe.week);
    }
}

#[test]
fn what_has_been_tested_has_a_source_and_every_source_exists() {
    for movement in &catalogue().movements {
        assert!(!movement.benefits.is_empty(), "{} claims nothing", movement.id);
        for benefit in &movement.benefits {
            let tested = match benefit.evidence {
                Evidence::Moderate | Evidence::Low | Evidence::VeryLow => true,
                Evidence::Mechanism | Evidence::Practice => false,
            };
            let claim = format!("{} / {}", movement.id, benefit.claim);
            assert!(!tested || !benefit.sources.is_empty(), "{claim} has no source");
            for source in &benefit.sources {
                assert!(catalogue().reference(source).is_some(), "{claim}: {source} is unknown");
            }
        }
    }
}

#[test]
fn no_movement_number_and_no_id_ever_changes() {
    let mut shipped: Vec<_> =
        catalogue().movements.iter().map(|it| (it.number.get(), it.id)).collect();
    shipped.sort_unstable();
    assert_eq!(shipped, MOVEMENTS);
    let shipped: Vec<_> = catalogue().routines.iter().map(|it| it.id).collect();
    assert_eq!(shipped, ROUTINES);
}

/// Frozen: histories name these numbers. New ones are added at the end.
const MOVEMENTS: [(u16, &str); 44] = [
    (1, "piriformis-stretch"),
    (2, "figure-four-stretch"),
    (3, "childs-pose"),
    (4, "hip-flexor-ql-stretch"),
    (5, "ql-side-stretch"),
    (6, "marching-in-place"),
    (7, "light-jog"),
    (8, "arm-circles"),
    (9, "neck-side-bend"),
    (10, "single-knee-to-chest"),
    (11, "double-knee-to-chest"),
    (12, "knee-rolls"),
    (13, "supine-twist"),
    (14, "pelvic-tilt"),
    (15, "cat-cow"),
    (16, "thread-the-needle"),
    (17, "childs-pose-side-reach"),
    (18, "sphinx"),
    (19, "prone-press-up"),
    (20, "happy-baby"),
    (21, "ninety-ninety"),
    (22, "pigeon-pose"),
    (23, "couch-stretch"),
    (24, "hamstring-strap"),
    (25, "butterfly"),
    (26, "standing-hamstring-chair"),
    (27, "standing-side-bend"),
    (28, "seated-figure-four"),
    (29, "standing-figure-four-desk"),
    (30, "seated-twist"),
    (31, "chair-cat-cow"),
    (32, "standing-back-extension"),
    (33, "standing-hip-flexor"),
    (34, "calf-stretch"),
    (35, "chest-opener"),
    (36, "seated-march"),
    (37, "hip-circles"),
    (38, "sciatic-nerve-glider"),
    (39, "glute-bridge"),
    (40, "clamshell"),
    (41, "bird-dog"),
    (42, "dead-bug"),
    (43, "side-plank-short"),
    (44, "standing-hip-abduction"),
];

/// Frozen: histories name these. New ones are added at the end.
const ROUTINES: [&str; 17] = [
    "article-five",
    "five-short-start",
    "desk-reset-2",
    "desk-5",
    "standing-break-4",
    "morning-8",
    "evening-wind-down",
    "sciatica-friendly",
    "hip-flexor-focus",
    "after-run",
    "glute-activation",
    "steady-back",
    "chair-only",
    "flex-plan-4-weeks",
    "break-hips",
    "break-standing",
    "break-upper",
];

/// A sound catalogue of one movement, one routine and one reference.
const SOUND: [&str; 3] = [
    r#"[{
        "id": "bridge", "number": 1, "kind": "strength", "position": "supine", "setting": "floor",
        "office_clothes": false, "sided": false, "regions": ["glutes"], "primary": ["gluteus"],
        "secondary": [], "cautions": [],
        "dose": {
            "beginner": {"mode": "hold", "hold_secs": 21, "reps": 1, "sets": 1, "rest_secs": 5},
            "intermediate": {"mode": "timed", "secs": 22},
            "advanced": {"mode": "reps", "reps": 9, "tempo_secs": 4, "hold_secs": 2, "sets": 1, "rest_secs": 0}
        },
        "benefits": [{"claim": "stronger", "evidence": "low", "sources": ["JEONG2015"]}]
    }]"#,
    r#"[{
        "id": "short", "number": 1, "level": "beginner", "setting": "floor", "office_clothes": false,
        "tags": [], "steps": [{"movement": "bridge", "mode": "timed", "secs": 30}], "secs": 45
    }]"#,
    r#"[{"id": "JEONG2015", "text": "Jeong and others", "status": "checked"}]"#,
];

/// Reads the sound catalogue with each `(this, that)` of `changes` made.
#[track_caller]
fn read(changes: &[(&str, &str)]) -> Result<Catalogue, Vec<String>> {
    let mut documents = SOUND.map(str::to_owned);
    for (this, that) in changes {
        let document = documents.iter_mut().find(|it| it.contains(this)).expect("a text to change");
        *document = document.replacen(this, that, 1);
    }
    let [movements, routines, references] = documents.map(|it| &*it.leak());
    Catalogue::read(movements, routines, references)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect())
}

/// With `changes` made to it, the sound catalogue has exactly these `problems`.
#[track_caller]
fn check(changes: &[(&str, &str)], problems: &[&str]) {
    match read(changes) {
        Ok(_) => panic!("it has been read without a problem"),
        Err(found) => assert_eq!(found, problems),
    }
}

#[test]
fn the_catalogue_that_is_made_wrong_below_is_sound() {
    assert_eq!(read(&[]).map(|it| it.movements.len()), Ok(1));
}

#[test]
fn a_wrong_value_is_named_with_its_place() {
    check(
        &[(r#""mode": "hold""#, r#""mode": "hop""#)],
        &[r#"movements / bridge / dose / beginner / mode: "hop" is not known here"#],
    );
    check(
        &[(r#""hold_secs": 21"#, r#""hold_secs": 0"#)],
        &["movements / bridge / dose / beginner / hold_secs: 0 is outside 5 to 300"],
    );
    check(
        &[(r#""hold_secs": 21"#, r#""hold_secs": 301"#)],
        &["movements / bridge / dose / beginner / hold_secs: 301 is outside 5 to 300"],
    );
    check(
        &[(r#""hold_secs": 2,"#, r#""hold_secs": 5,"#)],
        &[
            "movements / bridge / dose / advanced: a hold of 5 s does not fit into a repetition of 4 s",
        ],
    );
    check(
        &[(r#""sided": false"#, r#""sided": "no""#)],
        &[r#"movements / bridge / sided: "no" is not true or false"#],
    );
    check(
        &[(r#""id": "bridge""#, r#""id": "Glute bridge""#), (r#""bridge""#, r#""Glute bridge""#)],
        &[
            r#"movements / Glute bridge: the id "Glute bridge" has more than small letters, digits and dashes"#,
        ],
    );
}

#[test]
fn what_is_missing_and_what_is_not_known_are_named() {
    check(
        &[(r#""intermediate": {"mode": "timed", "secs": 22},"#, "")],
        &["movements / bridge / dose: intermediate is missing"],
    );
    check(
        &[(r#""intermediate": {"mode": "timed", "secs": 22}"#, r#""intermediate": {}"#)],
        &["movements / bridge / dose / intermediate: mode is missing"],
    );
    check(
        &[(r#""cautions""#, r#""colour": "red", "cautions""#)],
        &[r#"movements / bridge: "colour" is not known here"#],
    );
    check(
        &[(r#""secs": 22"#, r#""secs": 22, "pace": 3"#)],
        &[r#"movements / bridge / dose / intermediate: "pace" is not known here"#],
    );
    check(
        &[(r#""steps": [{"#, r#""steps": [{"pace": 3, "#)],
        &[r#"routines / short / steps / 1: "pace" is not known here"#],
    );
    check(
        &[(r#""steps""#, r#""weeks": [{"pace": 3, "secs": 1, "steps": []}], "steps""#)],
        &[
            r#"routines / short / weeks / 1: "pace" is not known here"#,
            "routines / short / weeks / 1 / steps: nothing stands here",
        ],
    );
    check(
        &[(r#""steps""#, r#""weeks": [], "steps""#)],
        &["routines / short / weeks: nothing stands here"],
    );
    check(&[(r#""tags": [], "#, "")], &["routines / short: tags is missing"]);
}

#[test]
fn what_names_nothing_is_named() {
    check(
        &[(r#""movement": "bridge""#, r#""movement": "brigde""#)],
        &[r#"routines / short / steps / 1 / movement: "brigde" is not known here"#],
    );
    check(
        &[(r#""cautions""#, r#""easier": "mat", "harder": "wall", "desk": "chair", "cautions""#)],
        &[
            r#"movements / bridge / easier: "mat" is not known here"#,
            r#"movements / bridge / harder: "wall" is not known here"#,
            r#"movements / bridge / desk: "chair" is not known here"#,
        ],
    );
    check(
        &[(r#"["JEONG2015"]"#, r#"["JEONG2014"]"#)],
        &[r#"movements / bridge / benefits / 1 / sources / 1: "JEONG2014" is not known here"#],
    );
    check(
        &[(r#"["JEONG2015"]"#, "[]")],
        &["movements / bridge / benefits / 1: a source is missing"],
    );
}

#[test]
fn an_id_or_a_number_stands_once() {
    let routine = r#"{"id": "short", "number": 2, "level": "beginner", "setting": "floor",
        "office_clothes": false, "tags": [], "steps": [{"movement": "bridge", "mode": "timed", "secs": 22}], "secs": 1}"#;
    check(
        &[(
            r#"[{
        "id": "short""#,
            &format!(r#"[{routine}, {{ "id": "short""#),
        )],
        &[r#"routines / 2: "short" stands here twice"#],
    );
    let reference = r#"[{"id": "JEONG2015", "text": "again", "status": "recalled"}, "#;
    check(
        &[(r#"[{"id": "JEONG2015""#, &format!(r#"{reference}{{"id": "JEONG2015""#))],
        &[r#"references / 2: "JEONG2015" stands here twice"#],
    );
    let end = r#""sources": ["JEONG2015"]}]
    }"#;
    let bridge = SOUND[0].trim().trim_start_matches('[').trim_end_matches(']');
    check(
        &[(end, &format!("{end}, {bridge}"))],
        &[
            r#"movements / 2: "bridge" stands here twice"#,
            r#"movements / 2: "1" stands here twice"#,
        ],
    );
}

#[test]
fn what_is_no_json_is_refused() {
    check(
        &[(r#"[{"id": "JEONG2015""#, r#"[{"id": JEONG2015"#)],
        &["references: this is not JSON: expected value at line 1 column 9"],
    );
}

#[test]
fn no_value_is_taken_for_another() {
    for (index, name) in ["movements", "routines", "references"].into_iter().enumerate() {
        for wrong in [r#"{"odd": 1}"#, "[7.5]", "-1", r#""""#, "null"] {
            for (place, document) in spoilt(SOUND[index], wrong) {
                // A routine's number is for those who write it, and nobody reads it.
                if (name, place.as_str()) == ("routines", "/0/number") {
                    continue;
                }
                let mut documents = SOUND;
                documents[index] = document.leak();
                let [movements, routines, references] = documents;
                match Catalogue::read(movements, routines, references) {
                    Ok(_) => panic!("{name}{place} may not be {wrong}"),
                    Err(found) => assert!(found.iter().any(|it| it.place.starts_with(name))),
                }
            }
        }
    }
}

#[test]
fn what_cannot_be_read_is_told_once_and_nothing_follows_from_it() {
    check(
        &[(r#""benefits": [{"#, r#""benefits": [7, {"#)],
        &["movements / bridge / benefits / 1: 7 is not a group of fields"],
    );
    check(
        &[(r#""tempo_secs": 4"#, r#""tempo_secs": 0"#)],
        &["movements / bridge / dose / advanced / tempo_secs: 0 is outside 1 to 30"],
    );
    check(
        &[(r#""evidence": "low""#, r#""evidence": "some""#), (r#"["JEONG2015"]"#, "[]")],
        &[r#"movements / bridge / benefits / 1 / evidence: "some" is not known here"#],
    );
    check(
        &[(r#""text": "Jeong and others""#, r#""text": 1.5"#)],
        &["references / JEONG2015 / text: 1.500 is not a text"],
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    check(
        &[
            (r#""mode": "hold""#, r#""mode": "hop""#),
            (r#""secs": 22"#, r#""secs": 2"#),
            (r#""kind": "strength""#, r#""kind": "sport""#),
            (r#""position": "supine", "#, ""),
            (r#"["JEONG2015"]"#, r#"["JEONG2014"]"#),
            (r#""movement": "bridge""#, r#""movement": "brigde""#),
            (r#""status": "checked""#, r#""status": "seen""#),
        ],
        &[
            r#"references / JEONG2015 / status: "seen" is not known here"#,
            r#"movements / bridge / kind: "sport" is not known here"#,
            "movements / bridge: position is missing",
            r#"movements / bridge / dose / beginner / mode: "hop" is not known here"#,
            "movements / bridge / dose / intermediate / secs: 2 is outside 5 to 600",
            r#"movements / bridge / benefits / 1 / sources / 1: "JEONG2014" is not known here"#,
            r#"routines / short / steps / 1 / movement: "brigde" is not known here"#,
        ],
    );
}
