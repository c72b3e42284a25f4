//! What the tests of the domain share: times, recipes and plans that are quick to write down, and
//! strategies for any of them.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::fmt::Debug;
use std::sync::LazyLock;
use std::time::Duration;

use limber::domain::breath::Breath;
use limber::domain::catalogue::{Catalogue, Level, MovementNumber};
use limber::domain::fitting::fit;
use limber::domain::history::{Done, Record, WorkTime};
use limber::domain::lengths::{Lengths, Share};
use limber::domain::moment::Moment;
use limber::domain::pain::Pain;
use limber::domain::plan::{
    Advance, Bout, Doing, Effort, Item, Length, Pacing, Plan, Portion, Recipe, Side, Step,
};
use limber::domain::restrictions::Restrictions;
use limber::domain::session::{End, Input};
use limber::domain::settings::Settings;
use limber::domain::stored::Stored;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// The tests' clock starts a week after its zero, as a page's clock does.
const START_MILLIS: u64 = 7 * 24 * 3600 * 1000;

pub const fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}

pub const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// So many milliseconds after the clock's start.
pub const fn at(millis: u64) -> Moment {
    Moment::from_millis(START_MILLIS + millis)
}

pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::shipped);
    &CATALOGUE
}

/// A routine as it comes: its first week, no optional steps, every setting as usual.
pub fn recipe(routine: &str) -> Recipe {
    Settings::default().recipe(routine, 0, vec![])
}

#[track_caller]
pub fn plan(recipe: &Recipe) -> Plan {
    Plan::build(catalogue(), recipe).expect("a recipe for a plan")
}

/// The article's routine, done as it comes.
pub fn article_five() -> Plan {
    plan(&recipe("article-five"))
}

/// A step without a side, in the plan's first item.
pub const fn step(doing: Doing, length: u64) -> Step {
    Step { item: 0, side: None, doing, length: Length::Fixed(secs(length)), twin: None }
}

/// What is done in one bout of work.
pub const fn work(effort: Effort) -> Doing {
    Doing::Work(Bout { effort, round: 1, rounds: 1 })
}

/// A plan of these steps, with as many items as they name.
pub fn plan_of(steps: &[Step]) -> Plan {
    let last = steps.iter().map(|step| step.item).max().unwrap_or(0);
    let item =
        |routine_step| Item { movement: MovementNumber::new(1), routine_step, instead_of: None };
    Plan { items: (0..=last).map(item).collect(), steps: steps.to_vec() }
}

/// Every routine's every week, with all of its optional steps.
pub fn every_week() -> Vec<Recipe> {
    let weeks = |id: &str, count: usize| {
        let id = id.to_owned();
        (0..count).map(move |week| Recipe { week, extras: (0..20).collect(), ..recipe(&id) })
    };
    let routines = catalogue().routines.iter();
    routines.flat_map(|it| weeks(it.id, it.schedule.weeks().len())).collect()
}

/// The routine's own level, and every level that a person can choose.
pub fn every_level() -> impl Iterator<Item = Option<Level>> + Clone {
    [None].into_iter().chain(Level::ALL.map(Some))
}

/// No regressions are written to files: what failed is printed, and becomes a case of its own.
pub fn runs(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub fn any_share() -> impl Strategy<Value = Share> {
    (0..=1000_u64).prop_map(|percent| Share::from_percent(percent).expect("within bounds"))
}

pub fn any_breath() -> impl Strategy<Value = Breath> {
    (Breath::BOUNDS, Breath::BOUNDS).prop_map(|(going_in, going_out)| {
        Breath::from_secs(going_in, going_out).expect("a breath within bounds")
    })
}

pub fn any_lengths() -> impl Strategy<Value = Lengths> {
    let shares = (any_share(), any_share(), any_share(), any_share());
    shares.prop_map(|(get_ready, work, change_sides, rest)| Lengths {
        get_ready,
        work,
        change_sides,
        rest,
    })
}

/// Whatever a person can choose, of whatever there is.
pub fn any_recipe() -> impl Strategy<Value = Recipe> {
    let lengths = prop_oneof![Just(Lengths::USUAL), any_lengths()];
    let choices = (
        select(every_level().collect::<Vec<_>>()),
        select(vec![Advance::ByItself, Advance::WaitForMe]),
        select(vec![Pacing::Tempo, Pacing::OwnTime]),
        select(vec![Side::Left, Side::Right]),
        any::<bool>(),
        prop::option::of(select(
            catalogue().movements.iter().map(|it| it.number).collect::<Vec<_>>(),
        )),
    );
    (select(every_week()), lengths, choices).prop_map(|(week, lengths, choices)| {
        let (level, advance, repetitions, first_side, with_extras, without) = choices;
        let extras = if with_extras { week.extras.clone() } else { vec![] };
        let portions = without.map(|movement| fitted_without(movement, &week, &extras, level));
        Recipe { level, extras, portions, lengths, advance, repetitions, first_side, ..week }
    })
}

/// What the routine of `recipe` holds for a person who leaves `movement` out.
fn fitted_without(
    movement: MovementNumber,
    recipe: &Recipe,
    extras: &[usize],
    level: Option<Level>,
) -> Vec<Portion> {
    let mut restrictions = Restrictions::default();
    restrictions.exclude(movement);
    let routine = catalogue().routine(&recipe.routine).expect("a routine of the catalogue");
    fit(catalogue(), routine, recipe.week, extras, level, &restrictions).portions
}

/// Whatever has a plan.
pub fn any_plan() -> impl Strategy<Value = Plan> {
    any_recipe().prop_filter_map("nothing to do", |it| Plan::build(catalogue(), &it).ok())
}

/// A session that runs by itself once it has been started.
pub fn any_plan_by_itself() -> impl Strategy<Value = Plan> {
    let recipes = any_recipe().prop_map(|it| Recipe {
        advance: Advance::ByItself,
        repetitions: Pacing::Tempo,
        ..it
    });
    recipes.prop_filter_map("nothing to do", |it| Plan::build(catalogue(), &it).ok())
}

/// Inputs, each with the milliseconds since the one before: from a double tap to twenty minutes.
pub fn any_script(length: usize) -> impl Strategy<Value = Vec<(u64, Input)>> {
    let gap = prop_oneof![
        1 => Just(0_u64),
        4 => 0..4_000_u64,
        4 => (0..120_u64).prop_map(|secs| secs * 1_000),
        1 => 0..1_200_000_u64,
    ];
    prop::collection::vec((gap, any_input()), 0..length)
}

pub fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        2 => Just(Input::Start),
        2 => Just(Input::Pause),
        4 => Just(Input::Resume),
        3 => Just(Input::Done),
        2 => Just(Input::Skip),
        2 => Just(Input::Back),
        1 => (0..12_usize).prop_map(|item| Input::Jump { item }),
        1 => Just(Input::RepeatSide),
        2 => Just(Input::Longer),
        2 => Just(Input::Shorter),
        2 => Just(Input::Ease),
        6 => Just(Input::Tick),
        1 => Just(Input::Hidden),
        1 => Just(Input::Visible),
        1 => (0..1_200_000_u64).prop_map(|away| Input::Slept(millis(away))),
        1 => Just(Input::CarryOn),
        1 => Just(Input::CountIt),
        1 => Just(Input::End),
    ]
}

/// Every way to put `wrong` in place of one value of `document`, each with the way to that value.
pub fn spoilt(document: &str, wrong: &str) -> Vec<(String, String)> {
    let whole: Value = serde_json::from_str(document).expect("a sound document");
    let wrong: Value = serde_json::from_str(wrong).expect("a value");
    let spoil = |place: String| {
        let mut spoilt = whole.clone();
        *spoilt.pointer_mut(&place).expect("a place in it") = wrong.clone();
        (place, spoilt.to_string())
    };
    places(&whole, String::new()).into_iter().map(spoil).collect()
}

/// The ways to a value and to all those in it, as RFC 6901 writes them.
fn places(value: &Value, place: String) -> Vec<String> {
    let within: Vec<_> = match value {
        Value::Array(list) => {
            let entries = list.iter().enumerate();
            entries.flat_map(|(index, it)| places(it, format!("{place}/{index}"))).collect()
        }
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, it)| places(it, format!("{place}/{name}"))).collect()
        }
        _ => vec![],
    };
    [vec![place], within].concat()
}

/// With `this` made `that`, a frozen text cannot be read, and that is why.
#[track_caller]
pub fn check_unreadable<T: Debug>(
    text: &str,
    (this, that): (&str, &str),
    read: impl Fn(Option<&str>) -> Stored<T>,
    why: &[&str],
) {
    assert!(text.contains(this), "there is no {this} to change");
    match read(Some(&text.replacen(this, that, 1))) {
        Stored::Unreadable(problems) => {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            assert_eq!(problems, why);
        }
        other => panic!("{other:?}"),
    }
}

pub fn instant(secs: i64, offset_minutes: i32) -> OffsetDateTime {
    let offset = UtcOffset::from_whole_seconds(offset_minutes * 60).expect("an offset");
    OffsetDateTime::from_unix_timestamp(secs).expect("a time").to_offset(offset)
}

#[track_caller]
pub fn date(year: i32, month: u8, day: u8) -> Date {
    let month = Month::try_from(month).expect("a month");
    Date::from_calendar_date(year, month, day).expect("a date")
}

/// So many minutes after midnight of `date`, in a zone one hour ahead of UTC.
#[track_caller]
pub fn on(date: Date, minutes: u16) -> OffsetDateTime {
    let (hour, minute) = (minutes / 60, minutes % 60);
    let time = Time::from_hms(
        u8::try_from(hour).expect("an hour"),
        u8::try_from(minute).expect("a minute"),
        0,
    );
    OffsetDateTime::new_in_offset(
        date,
        time.expect("a time of day"),
        UtcOffset::from_hms(1, 0, 0).expect("an offset"),
    )
}

/// A session of which nothing was told, with this done in it.
pub fn session(began: OffsetDateTime, done: &[Done]) -> Record {
    Record {
        began,
        routine: "article-five".to_owned(),
        week: 0,
        level: None,
        took: secs(600),
        end: End::Finished,
        feel: None,
        pain: Pain::default(),
        note: None,
        done: done.to_vec(),
    }
}

/// So many seconds of a movement without sides.
pub const fn whole(movement: u16, time: u64) -> Done {
    Done { movement: MovementNumber::new(movement), time: WorkTime::Whole(secs(time)) }
}

/// So many seconds of a movement on the left and on the right.
pub const fn sides(movement: u16, left: u64, right: u64) -> Done {
    let time = WorkTime::Sides { left: secs(left), right: secs(right) };
    Done { movement: MovementNumber::new(movement), time }
}
