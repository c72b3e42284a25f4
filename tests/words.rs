//! The words against the facts: nothing that the catalogue names goes without a text.

use limber::domain::catalogue::{Catalogue, Level};
use limber::domain::cues::{self, Beat, Breathing};
use limber::domain::lengths::{Lengths, Share};
use limber::domain::moment::Moment;
use limber::domain::plan::{Plan, Recipe, Side};
use limber::domain::session::{Input, Opening, Session};
use limber::domain::settings::Settings;
use limber::words::{Texts, say};

#[test]
fn everything_in_the_catalogue_has_its_words() {
    assert_eq!(Texts::shipped().missing(&Catalogue::shipped()), Vec::<String>::new());
}

#[test]
fn a_missing_word_is_named() {
    let texts = Texts::read(
        "{}",
        r#"{"routines": {}, "progression": {"up": "a", "up_how": "b", "hold": "c", "down": "d",
            "stop": "e", "cap": "f"}}"#,
        r#"{"muscles": {}, "parts": {}, "regions": {}, "positions": {}, "equipment": {},
            "tags": {}, "notes": {}, "claims": {}}"#,
    )
    .expect("empty texts are sound in themselves");
    let missing = texts.missing(&Catalogue::shipped());
    for gap in ["movement sphinx", "muscle piriformis", "routine desk-5", "claim range-hip"] {
        assert!(missing.iter().any(|it| it == gap), "{gap} among {missing:?}");
    }
}

#[test]
fn a_text_that_lacks_a_sentence_says_which() {
    let problems = Texts::read(r#"{"sphinx": {"name": "Sphinx"}}"#, "{", "[]").err();
    let problems = problems.expect("not sound").iter().map(ToString::to_string).collect::<Vec<_>>();
    for part in
        ["movements / sphinx: feel is missing", "routines: this is not JSON", "terms: [] is"]
    {
        assert!(problems.iter().any(|it| it.contains(part)), "{part} among {problems:#?}");
    }
}

/// Sound texts but for `movements` and the `notes` of a routine have exactly these `problems`.
#[track_caller]
fn check(movements: &'static str, notes: &str, problems: &[&str]) {
    let routines = format!(
        r#"{{"routines": {{"short": {{"name": "a", "aim": "b", "frequency": "c", "when": "d",
            "screening": "e", "honest": "f", "notes": {notes}}}}},
            "progression": {{"up": "a", "up_how": "b", "hold": "c", "down": "d", "stop": "e",
            "cap": "f"}}}}"#
    );
    let terms = r#"{"muscles": {}, "parts": {}, "regions": {}, "positions": {}, "equipment": {},
        "tags": {}, "notes": {}, "claims": {}}"#;
    match Texts::read(movements, routines.leak(), terms) {
        Ok(_) => panic!("it has been read without a problem"),
        Err(found) => {
            assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), problems);
        }
    }
}

#[test]
fn a_key_stands_once_and_a_note_at_a_step() {
    check(
        r#"{"cap": 1, "cap": 2}"#,
        "{}",
        &[
            r#"movements: "cap" stands here twice"#,
            "movements / cap: 1 is not a group of fields",
            "movements / cap: 2 is not a group of fields",
        ],
    );
    check(
        "{}",
        r#"{"1": "So.", "0": "So.", "last": 7}"#,
        &[
            "routines / routines / short / notes / last: 7 is not a text",
            r#"routines / routines / short / notes: "0" is not known here"#,
            r#"routines / routines / short / notes: "last" is not known here"#,
        ],
    );
}

#[test]
fn no_text_shouts_or_promises() {
    let (catalogue, texts) = (Catalogue::shipped(), Texts::shipped());
    for movement in &catalogue.movements {
        let text = texts.movement(movement.id);
        let levels = Level::ALL.iter().filter_map(|level| text.at(*level));
        let all = text.steps.iter().chain(&text.mistakes).copied().chain(levels);
        for sentence in all.chain([text.feel, text.cue, text.breathing, text.exit]) {
            assert!(!sentence.contains('!'), "{}: {sentence}", movement.id);
            for promise in ["will cure", "fixes", "heals", "pain-free"] {
                assert!(!sentence.to_lowercase().contains(promise), "{}: {sentence}", movement.id);
            }
        }
    }
}

/// What the voice says in the first minutes of the article's routine, from `skipped` steps on.
#[track_caller]
fn check_said(skipped: usize, expected: &[&str]) {
    check_said_of(&Settings::default().recipe("article-five", 0, vec![]), skipped, expected);
}

#[track_caller]
fn check_said_of(recipe: &Recipe, skipped: usize, expected: &[&str]) {
    let (catalogue, texts) = (Catalogue::shipped(), Texts::shipped());
    let mut session = Session::new(Plan::build(&catalogue, recipe).expect("a routine"));
    let now = Moment::from_millis(1_000_000);
    let _ = session.update(Input::Start, now);
    for _ in 0..skipped {
        let _ = session.update(Input::Skip, now);
    }
    let until = now + std::time::Duration::from_secs(60);
    let cues = cues::upcoming(&session, Opening::Step, Breathing::Unmarked, now, until);
    let spoken = cues.iter().filter(|cue| cue.beat.is_spoken() && cue.beat != Beat::Finish);
    let said: Vec<_> =
        spoken.map(|cue| say(&texts, &catalogue, &session, cue.step, cue.beat)).collect();
    assert_eq!(said[..expected.len()], *expected);
}

#[test]
fn the_voice_says_what_comes_which_side_and_how_long() {
    check_said(
        9,
        &[
            "Left side. Hold for 30 seconds. Keep your tailbone heavy and both shoulders on the \
             floor. Stay at a mild to moderate pull, about 3 to 5 out of 10.",
            "Half-way.",
            "Change sides. Right side now.",
        ],
    );
}

#[test]
fn the_voice_names_a_movement_before_it_begins() {
    check_said(
        8,
        &[
            "Next: Piriformis stretch (across the body). Left side first. Lie on your back with both \
           knees bent and your feet flat.",
        ],
    );
}

#[test]
fn without_getting_ready_the_voice_names_a_movement_as_it_begins() {
    let recipe = Settings::default().recipe("article-five", 0, vec![]);
    let get_ready = Share::from_percent(0).expect("a share");
    let lengths = Lengths { get_ready, ..recipe.lengths };
    check_said_of(
        &Recipe { lengths, ..recipe },
        5,
        &[
            "Piriformis stretch (across the body). Left side. Hold for 30 seconds. Keep your \
             tailbone heavy and both shoulders on the floor. Stay at a mild to moderate pull, about \
             3 to 5 out of 10.",
            "Half-way.",
            "Change sides. Right side now.",
        ],
    );
}

#[test]
fn the_voice_says_how_long_each_repetition_is_held() {
    let cues = &limber::words::words().cues;
    let secs = std::time::Duration::from_secs;
    assert_eq!(
        (cues.repetitions)(Some(Side::Left), 8, secs(5), "Stay level."),
        "Left side. 8 times. Hold each for 5 seconds. Stay level."
    );
    assert_eq!((cues.repetitions)(None, 8, secs(0), "Stay level."), "8 times. Stay level.");
}

#[test]
fn of_a_step_that_waits_the_voice_does_not_say_how_long_it_is() {
    let again = limber::words::words().cues.again;
    assert_eq!(again("Bridge", Some(Side::Left), None), "Bridge. Left side.");
    let left = Some(std::time::Duration::from_secs(20));
    assert_eq!(again("Bridge", None, left), "Bridge. 20 seconds left.");
}

#[test]
fn the_frame_painted_before_the_app_says_what_the_app_will_say() {
    let frame = include_str!("../index.html");
    let words = limber::words::words();
    let pages = &words.pages;
    for sentence in [
        words.name,
        words.today.greeting,
        words.common.start,
        pages.today,
        pages.routines,
        pages.movements,
        pages.learn,
        pages.progress,
        pages.safety,
        pages.settings,
    ] {
        assert!(frame.contains(&format!(">{sentence}<")), "index.html does not say “{sentence}”");
    }
    let count = format!("`{}: ${{left}}`", words.player.get_ready);
    assert!(frame.contains(&count), "index.html does not count by {count}");
    // As long as `every_routine_begins_with_the_same_time_to_get_ready` says.
    assert!(frame.contains("let ready = 15;"), "index.html gives another time to get ready");
    for label in [pages.navigation, pages.corner] {
        assert!(frame.contains(&format!("aria-label=\"{label}\"")), "no part is called “{label}”");
    }
}

/// The page for when the app has stopped has words of its own too.
#[test]
fn the_rescue_page_names_places_as_the_app_does() {
    let page = include_str!("../public/rescue.html");
    let pages = &limber::words::words().pages;
    let way = format!("under {}, {}.", pages.settings, pages.data);
    assert!(page.contains(&way), "rescue.html does not say “{way}”");
}
