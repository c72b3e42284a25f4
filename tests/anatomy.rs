//! The muscles that one can point to: each is on the body, has its words, its sources and its movements.

use limber::domain::catalogue::{Catalogue, Face, Share, Structure};
use limber::domain::figure::chart::{Chart, chart};
use limber::words::{AnatomyTexts, Texts};

fn shipped() -> Vec<Structure> {
    Structure::shipped(&Catalogue::shipped())
}

/// Where a path lies across the picture: the leftmost and the rightmost end of its lines and arcs.
fn width(path: &str) -> (i32, i32) {
    let (mut left, mut right) = (i32::MAX, i32::MIN);
    for outline in path.split('z').filter(|it| !it.is_empty()) {
        let mut at = 0;
        for step in outline.split_inclusive(char::is_alphabetic).skip(1) {
            let numbers: Vec<i32> = step
                .trim_end_matches(char::is_alphabetic)
                .split(' ')
                .map(|it| it.parse().expect("a number"))
                .collect();
            // The last two say where it ends.
            at += numbers[numbers.len() - 2];
            (left, right) = (left.min(at), right.max(at));
        }
    }
    (left, right)
}

#[test]
fn every_structure_has_words_and_movements_and_says_what_is_known() {
    let (catalogue, words, texts) =
        (Catalogue::shipped(), AnatomyTexts::shipped(), Texts::shipped());
    for it in shipped() {
        let text = words.of(it.id).unwrap_or_else(|| panic!("{} has no words", it.id));
        for part in [text.place, text.does] {
            assert!(part.ends_with('.'), "{}: {part}", it.id);
        }
        assert!(
            !it.among(catalogue.movements.iter().copied()).is_empty(),
            "{} has no movements",
            it.id
        );
        assert!(!it.known.is_empty(), "{} says nothing of the back", it.id);
        for benefit in &it.known {
            assert!(!texts.terms.claim(benefit.claim).is_empty(), "{} is not said", benefit.claim);
        }
    }
}

#[test]
fn whatever_is_for_the_back_and_the_hips_can_be_pointed_to() {
    let structures = shipped();
    let is_about = |region: &&str| ["lower-back", "glutes", "hips"].contains(region);
    for movement in &Catalogue::shipped().movements {
        if movement.regions.iter().any(is_about) {
            let is_there =
                structures.iter().any(|it| it.share_of(movement) == Some(Share::Primary));
            assert!(is_there, "nothing on the body is for {}", movement.id);
        }
    }
}

#[test]
fn movements_that_are_mainly_for_it_come_first() {
    let catalogue = Catalogue::shipped();
    let structures = shipped();
    let hamstrings = structures.iter().find(|it| it.id == "hamstrings").expect("a structure");
    let found: Vec<_> = hamstrings
        .among(catalogue.movements.iter().copied())
        .iter()
        .map(|(it, share)| (it.id, *share))
        .collect();
    assert_eq!(found[0], ("hamstring-strap", Share::Primary));
    assert_eq!(found.last().expect("a movement").1, Share::Secondary);
}

#[test]
fn each_structure_is_on_one_half_of_its_face_and_on_both_when_it_is_chosen() {
    let structures = shipped();
    let mut shown = 0;
    for face in [Face::Front, Face::Back] {
        let Chart { areas, .. } = chart(&structures, face, None);
        for area in &areas {
            let (left, right) = width(&area.path);
            assert!(left > -3 || right < 3, "{} is on both halves: {left} to {right}", area.id);
            let Chart { areas: chosen, .. } = chart(&structures, face, Some(area.id));
            let last = chosen.last().expect("an area");
            assert_eq!(last.id, area.id, "what was chosen is not on top");
            let (left, right) = width(&last.path);
            assert!((left + right).abs() <= 4, "{} is not alike on both halves", area.id);
        }
        shown += areas.len();
    }
    assert_eq!(shown, structures.len());
}

#[test]
fn a_muscle_lies_within_the_outline_of_the_body() {
    for face in [Face::Front, Face::Back] {
        let Chart { areas, body, .. } = chart(&shipped(), face, None);
        let widths = body.iter().map(|it| width(&it.path));
        let (left, right) = widths.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).expect("a body");
        for area in areas {
            let (from, to) = width(&area.path);
            assert!(left < from && to < right, "{} is beside the body", area.id);
        }
    }
}

#[test]
fn what_is_wrong_is_all_told() {
    let wrong = r#"[{"id": "tail", "face": "side", "layer": "deep", "muscles": ["wagger"],
        "known": [{"claim": "a", "evidence": "low", "sources": []}]}, {"id": "tail", "face": "front",
        "layer": "deep", "muscles": [], "known": [{"claim": "a", "evidence": "low", "sources": ["NO"]}]}]"#;
    let Err(problems) = Structure::read(wrong, &Catalogue::shipped()) else {
        panic!("it is sound")
    };
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    for part in ["\"side\"", "\"wagger\"", "a source", "twice", "a muscle", "\"NO\""] {
        assert!(told.iter().any(|it| it.contains(part)), "{part} among {told:#?}");
    }
}
