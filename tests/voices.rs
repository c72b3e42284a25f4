//! Which of a device's voices speaks.

use limber::domain::voices::{Voice, offered, speaker};

/// A voice that is called by its name alone, as in Chromium.
fn voice(name: &str, language: &str) -> Voice {
    Voice {
        uri: name.to_owned(),
        name: name.to_owned(),
        language: language.to_owned(),
        is_default: false,
    }
}

/// One of Safari's, which all say that they are the default.
fn safari(uri: &str, name: &str, language: &str) -> Voice {
    Voice { uri: format!("com.apple.{uri}"), is_default: true, ..voice(name, language) }
}

/// Their names in the order in which they are offered to somebody with these languages.
#[track_caller]
fn check(all: &[Voice], languages: &[&str], expected: &[&str]) {
    let languages: Vec<_> = languages.iter().map(|it| (*it).to_owned()).collect();
    let offered = offered(all.to_vec(), &languages);
    let names: Vec<_> = offered.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, expected, "for {languages:?}");
}

#[test]
fn a_mac_speaks_with_a_voice_and_not_with_a_novelty() {
    let mac = [
        voice("Albert", "en-US"),
        voice("Bad News", "en-US"),
        voice("Daniel (English (United Kingdom))", "en-GB"),
        voice("Eddy (English (United States))", "en-US"),
        voice("Fred", "en-US"),
        voice("Samantha", "en-US"),
        voice("Zarvox", "en-US"),
    ];
    let (daniel, eddy) = ("Daniel (English (United Kingdom))", "Eddy (English (United States))");
    check(&mac, &["en-US", "en"], &["Samantha", daniel, eddy, "Fred"]);
    check(&mac, &["en-GB", "en"], &[daniel, "Samantha", eddy, "Fred"]);
    check(&mac, &["de-DE", "de", "en-US"], &["Samantha", daniel, eddy, "Fred"]);
}

#[test]
fn a_novelty_is_one_in_every_language_of_the_device() {
    let safari = [
        safari("speech.synthesis.voice.BadNews", "Schlechte Nachrichten", "en-US"),
        safari("eloquence.en-US.Grandma", "Oma", "en-US"),
        safari("voice.compact.en-US.Samantha", "Samantha", "en-US"),
    ];
    check(&safari, &["de-DE"], &["Samantha", "Oma"]);
    // Chromium does not tell what they are called elsewhere: they come after those that are known.
    let chromium = [voice("Glocken", "en-US"), voice("Moira (Englisch (Irland))", "en-IE")];
    check(&chromium, &["de-DE"], &["Moira (Englisch (Irland))", "Glocken"]);
}

#[test]
fn a_larger_voice_that_somebody_has_loaded_speaks() {
    let safari = [
        safari("voice.compact.en-US.Samantha", "Samantha", "en-US"),
        safari("voice.premium.en-US.Ava", "Ava", "en-US"),
        safari("voice.enhanced.en-GB.Kate", "Kate", "en-GB"),
    ];
    check(&safari, &["en-GB"], &["Kate", "Ava", "Samantha"]);
    let plain = voice("Chrome OS US English 8", "en-US");
    let natural = voice("Google US English 5 (Natural)", "en-US");
    let both = ["Google US English 5 (Natural)", "Chrome OS US English 8"];
    check(&[plain, natural], &["en-US"], &both);
}

#[test]
fn the_device_s_own_choice_comes_before_the_region() {
    let zira = voice("Microsoft Zira - English (United States)", "en-US");
    let hazel = voice("Microsoft Hazel - English (Great Britain)", "en-GB");
    let chosen = Voice { is_default: true, ..zira.clone() };
    check(&[zira.clone(), hazel.clone()], &["en-GB"], &[&hazel.name, &zira.name]);
    check(&[chosen, hazel.clone()], &["en-GB"], &[&zira.name, &hazel.name]);
}

#[test]
fn android_s_regions_are_understood() {
    let android = [voice("English United States", "en_US"), voice("English India", "en_IN")];
    check(&android, &["en-IN"], &["English India", "English United States"]);
    check(&android, &["fr-FR"], &["English United States", "English India"]);
}

#[test]
fn the_chosen_voice_speaks_while_it_is_there() {
    let all = [voice("Samantha", "en-US"), voice("Fred", "en-US")];
    let who = |all, chosen| speaker(all, chosen).map(|it| it.name.as_str());
    assert_eq!(who(&all, None), Some("Samantha"));
    assert_eq!(who(&all, Some("Fred")), Some("Fred"));
    assert_eq!(who(&all[..1], Some("Fred")), Some("Samantha"));
    assert_eq!(who(&[], Some("Fred")), None);
}
