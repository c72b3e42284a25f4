//! The figures that ship: bodies that could be, that rest where they rest, and agree with the catalogue.

use std::time::Duration;

use glam::Vec3;
use limber::domain::breath::{Breath, Half};
use limber::domain::catalogue::Catalogue;
use limber::domain::figure::body::{Body, FOREARM, Joint, SHANK, Side, THIGH, UPPER_ARM};
use limber::domain::figure::clip::{Clip, Course, read};
use limber::domain::figure::range::{angles, faults};
use limber::words::Texts;

const FIGURES: &str = include_str!("../public/figures.json");

/// The figures that are of no movement, with their positions: one goes with the breath, the others with tests that
/// people take of themselves.
const OTHERS: [(&str, &str); 3] =
    [("breathing", "supine"), ("forward-bend", "standing"), ("sit-to-stand", "standing")];

#[track_caller]
fn clips() -> Vec<(String, Clip)> {
    match read(FIGURES) {
        Ok(clips) => clips,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn instants(clip: &Clip) -> impl Iterator<Item = Duration> {
    let whole = clip.way();
    (0..=60).map(move |instant| whole * instant / 60)
}

fn held(clip: &Clip) -> Body {
    clip.stance(clip.way()).body()
}

#[test]
fn every_movement_has_its_figure_and_words_for_it() {
    let (clips, texts) = (clips(), Texts::shipped());
    for movement in &Catalogue::shipped().movements {
        assert!(clips.iter().any(|(id, _)| id == movement.id), "{} has none", movement.id);
        assert!(texts.movement(movement.id).figure.is_some(), "{} has no words", movement.id);
    }
    assert_eq!(clips.len(), Catalogue::shipped().movements.len() + OTHERS.len());
    assert!(OTHERS.iter().all(|(other, _)| clips.iter().any(|(id, _)| id == other)));
}

#[test]
fn every_pose_on_the_way_is_one_that_a_body_can_take() {
    let faults: Vec<_> = clips()
        .iter()
        .flat_map(|(id, clip)| faults(clip).into_iter().map(move |fault| format!("{id}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_bone_grows_or_shrinks() {
    for (id, clip) in clips() {
        for at in instants(&clip) {
            let body = clip.stance(at).body();
            for side in Side::BOTH {
                for (from, to, length) in [
                    (Joint::Shoulder(side), Joint::Elbow(side), UPPER_ARM),
                    (Joint::Elbow(side), Joint::Wrist(side), FOREARM),
                    (Joint::Hip(side), Joint::Knee(side), THIGH),
                    (Joint::Knee(side), Joint::Ankle(side), SHANK),
                ] {
                    let found = body.at(from).distance(body.at(to));
                    assert!((found - length).abs() < 1e-4, "{id} at {at:?}: {from:?} {found}");
                }
            }
        }
    }
}

#[test]
fn nothing_jumps() {
    for (id, clip) in clips() {
        let mut before: Option<Body> = None;
        for at in instants(&clip) {
            let body = clip.stance(at).body();
            if let Some(before) = before {
                for joint in Joint::ALL {
                    let stride = before.at(joint).distance(body.at(joint));
                    assert!(stride < 0.05, "{id} at {at:?}: {joint:?} moves by {stride}");
                }
            }
            before = Some(body);
        }
    }
}

#[test]
fn a_figure_lies_sits_stands_or_kneels_as_the_catalogue_says() {
    let catalogue = Catalogue::shipped();
    for (id, clip) in clips() {
        let other = OTHERS.iter().find(|(other, _)| *other == id);
        let position = other.map_or_else(
            || catalogue.movement_called(&id).expect("a movement").position,
            |(_, position)| position,
        );
        let body = held(&clip);
        let front = body.frame(Joint::Pelvis) * Vec3::X;
        let knees = Side::BOTH.map(|side| body.at(Joint::Knee(side)).y);
        let lowest_knee = knees[0].min(knees[1]);
        let is_so = match position {
            "supine" => body.at(Joint::Neck).y < 0.12 && front.y > 0.3,
            "prone" => body.at(Joint::Pelvis).y < 0.12 && front.y < -0.3,
            "standing" => body.at(Joint::Pelvis).y > 0.4,
            "seated-chair" => (0.28..0.36).contains(&body.at(Joint::Pelvis).y),
            "seated-floor" => body.at(Joint::Pelvis).y < 0.16,
            "kneeling" | "all-fours" => lowest_knee < 0.1,
            "side-lying" => front.y.abs() < 0.5,
            other => panic!("{id} is in a position of its own: {other}"),
        };
        assert!(is_so, "{id} is not {position}: {body:?}");
    }
}

#[test]
fn a_hip_flexor_stretch_extends_the_hip_of_the_right_side() {
    for id in ["hip-flexor-ql-stretch", "standing-hip-flexor", "couch-stretch"] {
        let clips = clips();
        let (_, clip) = clips.iter().find(|(known, _)| known == id).expect("a clip");
        let [flexion, ..] = angles(Joint::Hip(Side::Right), &clip.stance(clip.way()));
        assert!(flexion < 5.0, "{id}: the hip is flexed by {flexion}");
    }
}

#[test]
fn who_sits_stands_up_on_the_same_feet_and_who_bends_comes_near_the_floor() {
    let clips = clips();
    let named = |name| &clips.iter().find(|(id, _)| id == name).expect("a clip").1;
    let rising = named("sit-to-stand");
    let sitting = rising.stance(Duration::ZERO).body();
    assert!((0.28..0.36).contains(&sitting.at(Joint::Pelvis).y), "they do not sit");
    for at in instants(rising) {
        let ankle = |body: &Body| body.at(Joint::Ankle(Side::Right));
        let moved = ankle(&rising.stance(at).body()).distance(ankle(&sitting));
        assert!(moved < 0.01, "a foot moves by {moved} at {at:?}");
    }
    let bent = held(named("forward-bend"));
    for side in Side::BOTH {
        let wrist = bent.at(Joint::Wrist(side)).y;
        assert!((0.08..0.2).contains(&wrist), "the wrist is at {wrist}");
        assert!(
            bent.at(Joint::Hip(side)).distance(bent.at(Joint::Ankle(side))) > 0.48,
            "knees bend"
        );
    }
}

#[test]
fn a_stretch_is_held_and_what_moves_goes_back() {
    for (id, clip) in clips() {
        let way = clip.way();
        let (there, later) = (clip.stance(way), clip.stance(way + way / 2));
        match clip.course {
            Course::Hold => assert_eq!(there, later, "{id} goes on"),
            Course::Loop | Course::Round => assert_ne!(there, later, "{id} stands still"),
        }
    }
}

#[test]
fn a_clip_that_is_wrong_says_where() {
    let wrong = r#"{"a": {"camera": [0, 0], "course": "hop", "props": [],
        "poses": [{"bend": {"tail": [1]}}]}}"#;
    let Err(problems) = read(wrong) else { panic!("it is not sound") };
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    for part in ["course: \"hop\"", "bend: \"tail\"", "poses: a clip has two poses"] {
        assert!(problems.iter().any(|it| it.contains(part)), "{part} among {problems:#?}");
    }
}

#[test]
fn who_holds_a_pose_breathes_in_step_with_the_cues() {
    let clips = clips();
    let (_, clip) = clips.iter().find(|(id, _)| id == "childs-pose").expect("a clip");
    for (going_in, going_out) in [(4, 6), (6, 4), (3, 12)] {
        let breath = Breath::from_secs(going_in, going_out).expect("a breath within bounds");
        let whole = breath.whole();
        let picture = |at| clip.picture(at, breath, clip.camera, [].into_iter(), false);
        let full = picture(whole + breath.length(Half::In));
        assert_ne!(picture(whole), full, "the lungs do not fill");
        let half_empty = whole + breath.length(Half::In) + breath.length(Half::Out) / 2;
        assert_ne!(full, picture(half_empty), "they do not empty");
        assert_eq!(picture(whole), picture(whole * 2), "the next breath is another");
    }
}

#[test]
fn a_clip_repeats_itself_when_it_says_that_it_does() {
    let breath = Breath::CALM;
    for (id, clip) in clips() {
        let picture = |at| clip.picture(at, breath, clip.camera, [].into_iter(), false);
        let film = clip.film(breath);
        let (way, repetition) = (film.way().length(), film.repetition().length());
        for part in 0..4 {
            let at = way + repetition * part / 4;
            assert_eq!(picture(at), picture(at + repetition), "{id}, {at:?}");
        }
        let half = way + repetition / 2;
        assert_ne!(picture(way), picture(half), "{id} does so in half the time");
    }
}

#[test]
fn a_clip_says_how_far_along_it_is() {
    let clips = clips();
    let named = |name| &clips.iter().find(|(id, _)| id == name).expect("a clip").1;
    let (hold, round) = (named("childs-pose"), named("cat-cow"));
    assert_eq!((hold.course, round.course), (Course::Hold, Course::Loop));
    for (clip, ways, share) in [(hold, 1, 100), (hold, 3, 100), (round, 1, 100), (round, 2, 0)] {
        assert_eq!(clip.share(clip.way() * ways, 100), share);
    }
    assert_eq!(hold.share(hold.way() / 2, 100), 50);
}
