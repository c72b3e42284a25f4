//! One movement: what it is, how much of it, who should be careful, and what is known of it.

use super::Known;
use super::dose::{self, Dose, Level};
use crate::domain::reading::{Fault, Reader};

/// A movement's number, under which the history keeps it. Once shipped it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MovementNumber(u16);

impl MovementNumber {
    #[must_use]
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    pub id: &'static str,
    pub number: MovementNumber,
    /// The id of the movement whose figure shows it, if any does.
    pub figure: Option<&'static str>,
    pub kind: Kind,
    /// The body's position, by its key in the words.
    pub position: &'static str,
    pub setting: Setting,
    /// Whether it can be done in office clothes.
    pub office_clothes: bool,
    /// Whether it is done on one side and then on the other.
    pub sided: bool,
    /// Where it acts, by keys in the words.
    pub regions: Vec<&'static str>,
    pub primary: Vec<Muscle>,
    pub secondary: Vec<Muscle>,
    /// What it takes: of each group, any one thing will do.
    pub needs: Vec<Vec<&'static str>>,
    doses: [Dose; 3],
    pub easier: Option<&'static str>,
    pub harder: Option<&'static str>,
    pub desk: Option<&'static str>,
    pub cautions: Vec<Caution>,
    pub benefits: Vec<Benefit>,
    /// Its number in the source article, if it has one there.
    pub article: Option<u64>,
    pub in_article: bool,
    /// Its place among the five stretches.
    pub five: Option<u64>,
}

impl Movement {
    #[must_use]
    pub const fn dose(&self, level: Level) -> Dose {
        self.doses[level as usize]
    }

    /// Whether it can be done where one `has` things: of each choice that it needs, one.
    #[must_use]
    pub fn can_be_done_with(&self, has: impl Fn(&str) -> bool) -> bool {
        let sits = self.position == "seated-chair";
        self.needs.iter().all(|choice| choice.iter().any(|it| has(it))) && (!sits || has("chair"))
    }

    /// Whether it takes `thing`, or may.
    #[must_use]
    pub fn wants(&self, thing: &str) -> bool {
        let sits = self.position == "seated-chair";
        sits && ["chair", "stable-chair"].contains(&thing)
            || self.needs.iter().flatten().any(|it| *it == thing)
    }

    /// A movement of somebody's own, which looks like `pose`.
    #[must_use]
    pub fn own(
        id: &'static str,
        number: MovementNumber,
        sided: bool,
        dose: Dose,
        pose: Option<&Self>,
    ) -> Self {
        Self {
            id,
            number,
            figure: pose.and_then(|it| it.figure),
            kind: Kind::Own,
            position: pose.map_or(OWN_POSITION, |it| it.position),
            setting: pose.map_or(Setting::Anywhere, |it| it.setting),
            office_clothes: false,
            sided,
            regions: vec![],
            primary: vec![],
            secondary: vec![],
            needs: vec![],
            doses: [dose; 3],
            easier: None,
            harder: None,
            desk: None,
            cautions: vec![],
            benefits: vec![],
            article: None,
            in_article: false,
            five: None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Stretch,
    Mobility,
    WarmUp,
    Strength,
    NerveGlide,
    /// A person's own, of which nothing else is known.
    Own,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Floor,
    Desk,
    Anywhere,
}

impl Setting {
    pub(super) const NAMES: [(&str, Self); 3] =
        [("floor", Self::Floor), ("desk", Self::Desk), ("anywhere", Self::Anywhere)];
}

/// A muscle, or a part of one, by keys in the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Muscle {
    pub name: &'static str,
    pub part: Option<&'static str>,
}

/// Who should take care with a movement, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// The condition that it is about, by its key in the words.
    pub tag: &'static str,
    pub action: CautionAction,
    /// What to say about it, by its key in the words.
    pub note: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CautionAction {
    /// Not for people with this condition.
    Avoid,
    /// Only once a clinician has agreed.
    Ask,
    /// Done with a change.
    Modify,
}

/// One thing claimed for a movement, and how well it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benefit {
    /// What is claimed, by its key in the words.
    pub claim: &'static str,
    pub evidence: Evidence,
    /// The references that it rests on.
    pub sources: Vec<&'static str>,
}

/// How sure one can be of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Several trials or a graded review.
    Moderate,
    Low,
    VeryLow,
    /// Anatomy or laboratory reasoning only.
    Mechanism,
    /// Commonly done, not tested alone.
    Practice,
}

impl Evidence {
    pub(crate) const NAMES: [(&str, Self); 5] = [
        ("moderate", Self::Moderate),
        ("low", Self::Low),
        ("very-low", Self::VeryLow),
        ("mechanism", Self::Mechanism),
        ("practice", Self::Practice),
    ];
}

/// The key of the position of which only its owner knows.
pub const OWN_POSITION: &str = "own";

const FIELDS: [&str; 20] = [
    "id",
    "number",
    "kind",
    "position",
    "setting",
    "office_clothes",
    "sided",
    "regions",
    "primary",
    "secondary",
    "needs",
    "dose",
    "easier",
    "harder",
    "desk",
    "cautions",
    "benefits",
    "article",
    "in_article",
    "five",
];

pub(super) fn read(reader: &Reader<'static, '_>, known: &Known) -> Movement {
    let reader = reader.named_by("id").only(&FIELDS);
    let kinds = [
        ("stretch", Kind::Stretch),
        ("mobility", Kind::Mobility),
        ("warm-up", Kind::WarmUp),
        ("strength", Kind::Strength),
        ("nerve-glide", Kind::NerveGlide),
    ];
    let alternative = |name| {
        let id = reader.optional(name).there();
        id.map(|it| it.text_among(known.movements.as_deref()))
    };
    let id = super::id(&reader);
    Movement {
        id,
        figure: Some(id),
        number: MovementNumber(reader.field("number").small(1..=u16::MAX)),
        kind: reader.field("kind").one_of(&kinds),
        position: reader.text_of("position"),
        setting: reader.field("setting").one_of(&Setting::NAMES),
        office_clothes: reader.field("office_clothes").flag(),
        sided: reader.field("sided").flag(),
        regions: reader.field("regions").texts(),
        primary: reader.field("primary").each(read_muscle),
        secondary: reader.field("secondary").each(read_muscle),
        needs: reader.optional("needs").each(read_choice),
        doses: read_doses(&reader.field("dose")),
        easier: alternative("easier"),
        harder: alternative("harder"),
        desk: alternative("desk"),
        cautions: reader.field("cautions").each(read_caution),
        benefits: reader.field("benefits").each(|it| read_benefit(it, known)),
        article: reader.optional("article").there().map(|it| it.number(1..=9)),
        in_article: reader.optional("in_article").flag(),
        five: reader.optional("five").there().map(|it| it.number(1..=5)),
    }
}

fn read_doses(reader: &Reader) -> [Dose; 3] {
    let levels = Level::NAMES.map(|(name, _)| name);
    let reader = reader.only(&levels);
    levels.map(|level| dose::read(&reader.field(level).only(&dose::FIELDS)))
}

/// Things of which any one will do.
fn read_choice(reader: &Reader<'static, '_>) -> Vec<&'static str> {
    reader.texts()
}

fn read_muscle(reader: &Reader<'static, '_>) -> Muscle {
    let text = reader.text();
    match text.split_once('/') {
        Some((name, part)) => Muscle { name, part: Some(part) },
        None => Muscle { name: text, part: None },
    }
}

fn read_caution(reader: &Reader<'static, '_>) -> Caution {
    let reader = reader.only(&["tag", "action", "note"]);
    let actions = [
        ("avoid", CautionAction::Avoid),
        ("ask", CautionAction::Ask),
        ("modify", CautionAction::Modify),
    ];
    Caution {
        tag: reader.text_of("tag"),
        action: reader.field("action").one_of(&actions),
        note: reader.text_of("note"),
    }
}

pub(super) fn read_benefit(reader: &Reader<'static, '_>, known: &Known) -> Benefit {
    let reader = reader.only(&["claim", "evidence", "sources"]);
    let evidence = reader.field("evidence").one_of_if_known(&Evidence::NAMES);
    let sources = reader.field("sources");
    if evidence.is_some_and(evidence_needs_source) && sources.is_empty() {
        reader.fail(Fault::Missing("a source"));
    }
    let known = known.references.as_deref();
    Benefit {
        claim: reader.text_of("claim"),
        evidence: evidence.unwrap_or(Evidence::Practice),
        sources: sources.each(|it| it.text_among(known)),
    }
}

/// Whether a claim of this degree says that someone has tested it.
const fn evidence_needs_source(evidence: Evidence) -> bool {
    match evidence {
        Evidence::Moderate | Evidence::Low | Evidence::VeryLow => true,
        Evidence::Mechanism | Evidence::Practice => false,
    }
}
