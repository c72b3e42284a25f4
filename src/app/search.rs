//! Finds movements by what a person would call them.

use super::library::library;
use crate::domain::catalogue::Movement;
use crate::words::{LearnPage, LearnTexts, words};

/// The movements in which every word of `query` occurs: in a name, a muscle, a place, a position.
#[must_use]
pub fn movements(query: &str) -> Vec<&'static Movement> {
    let query = query.to_ascii_lowercase();
    let wanted: Vec<_> = query.split_whitespace().collect();
    let all = library().catalogue.movements.iter().copied();
    all.filter(|movement| {
        let text = text_of(movement);
        wanted.iter().all(|word| text.contains(word))
    })
    .collect()
}

/// The pages to read in which every word of `query` occurs.
#[must_use]
pub fn pages(texts: &'static LearnTexts, query: &str) -> Vec<&'static (&'static str, LearnPage)> {
    let query = query.to_ascii_lowercase();
    let wanted: Vec<_> = query.split_whitespace().collect();
    let is_found = |(_, page): &&(&str, LearnPage)| {
        let text = page.sentences().join(" ").to_ascii_lowercase();
        !wanted.is_empty() && wanted.iter().all(|word| text.contains(word))
    };
    texts.pages.iter().filter(is_found).collect()
}

/// All that a movement can be found by, in small letters.
fn text_of(movement: &Movement) -> String {
    let (texts, common) = (&library().texts, &words().common);
    let text = texts.movement(movement.id);
    let terms = &texts.terms;
    let mut all = vec![
        text.name,
        terms.position(movement.position),
        (common.kind)(movement.kind),
        (common.setting)(movement.setting),
        text.needs.unwrap_or_default(),
    ];
    all.extend(&text.aliases);
    all.extend(movement.regions.iter().map(|region| terms.region(region)));
    let muscles = movement.primary.iter().chain(&movement.secondary);
    let muscles = muscles.map(|muscle| terms.muscle(muscle)).collect::<Vec<_>>();
    all.extend(muscles.iter().map(String::as_str));
    all.join(" ").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, id: &str, expected: bool) {
        let found = movements(query).iter().any(|movement| movement.id == id);
        assert_eq!(found, expected, "{id} among the movements for \"{query}\"");
    }

    #[test]
    fn a_movement_is_found_by_its_name_in_any_letters() {
        check("PIRIFORMIS", "piriformis-stretch", true);
        check("piri", "piriformis-stretch", true);
        check("piriformis", "calf-stretch", false);
    }

    #[test]
    fn a_movement_is_found_by_muscle_place_and_position() {
        check("gluteus maximus", "figure-four-stretch", true);
        check("chair", "seated-march", true);
        check("lying on your back", "pelvic-tilt", true);
    }

    #[test]
    fn every_word_must_occur() {
        check("standing calf", "calf-stretch", true);
        check("standing calf", "seated-march", false);
    }

    #[test]
    fn nothing_asked_finds_everything() {
        assert_eq!(movements(" ").len(), library().catalogue.movements.len());
    }
}
