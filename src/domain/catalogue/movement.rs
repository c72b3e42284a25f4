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
    pub id: String,
    pub number: MovementNumber,
    pub kind: Kind,
    /// The body's position, by its key in the words.
    pub position: String,
    pub setting: Setting,
    /// Whether it can be done in office clothes.
    pub office_clothes: bool,
    /// Whether it is done on one side and then on the other.
    pub sided: bool,
    /// Where it acts, by keys in the words.
    pub regions: Vec<String>,
    pub primary: Vec<Muscle>,
    pub secondary: Vec<Muscle>,
    /// What it takes: of each group, any one thing will do.
    pub needs: Vec<Vec<String>>,
    doses: [Dose; 3],
    pub easier: Option<String>,
    pub harder: Option<String>,
    pub desk: Option<String>,
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Stretch,
    Mobility,
    WarmUp,
    Strength,
    NerveGlide,
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
    pub name: String,
    pub part: Option<String>,
}

/// Who should take care with a movement, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caution {
    /// The condition that it is about, by its key in the words.
    pub tag: String,
    pub action: CautionAction,
    /// What to say about it, by its key in the words.
    pub note: String,
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
    pub claim: String,
    pub evidence: Evidence,
    /// The references that it rests on.
    pub sources: Vec<String>,
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

pub(super) fn read(reader: Reader, known: &Known) -> Option<Movement> {
    let (id, reader) = super::by_id(reader)?;
    reader.only(&FIELDS);
    let kinds = [
        ("stretch", Kind::Stretch),
        ("mobility", Kind::Mobility),
        ("warm-up", Kind::WarmUp),
        ("strength", Kind::Strength),
        ("nerve-glide", Kind::NerveGlide),
    ];
    // Each field is read before any is asked for, so that all that is wrong is noted.
    let number = reader.field("number").and_then(|it| it.number(1..=u64::from(u16::MAX)));
    let kind = reader.field("kind").and_then(|it| it.one_of(&kinds));
    let position = reader.field("position").and_then(|it| it.text());
    let setting = reader.field("setting").and_then(|it| it.one_of(&Setting::NAMES));
    let doses = reader.field("dose").and_then(|it| read_doses(&it));
    let sided = reader.field("sided").and_then(|it| it.flag());
    let office_clothes = reader.field("office_clothes").and_then(|it| it.flag());
    Some(Movement {
        regions: list(&reader, "regions", |it| it.text().map(str::to_owned)),
        primary: list(&reader, "primary", read_muscle),
        secondary: list(&reader, "secondary", read_muscle),
        needs: reader.optional("needs").map_or_else(Vec::new, |it| it.each(|it| Some(it.texts()))),
        easier: alternative(&reader, "easier", known),
        harder: alternative(&reader, "harder", known),
        desk: alternative(&reader, "desk", known),
        cautions: list(&reader, "cautions", read_caution),
        benefits: list(&reader, "benefits", |it| read_benefit(it, known)),
        article: reader.optional("article").and_then(|it| it.number(1..=9)),
        in_article: reader.optional("in_article").and_then(|it| it.flag()) == Some(true),
        five: reader.optional("five").and_then(|it| it.number(1..=5)),
        number: MovementNumber(u16::try_from(number?).ok()?),
        kind: kind?,
        position: position?.to_owned(),
        setting: setting?,
        office_clothes: office_clothes?,
        sided: sided?,
        doses: doses?,
        id,
    })
}

fn read_doses(reader: &Reader) -> Option<[Dose; 3]> {
    reader.only(&Level::NAMES.map(|(name, _)| name));
    let [beginner, intermediate, advanced] = Level::NAMES.map(|(name, _)| {
        reader.field(name).and_then(|it| {
            it.only(&dose::FIELDS);
            dose::read(&it)
        })
    });
    Some([beginner?, intermediate?, advanced?])
}

fn read_muscle(reader: &Reader) -> Option<Muscle> {
    let text = reader.text()?;
    let (name, part) = match text.split_once('/') {
        Some((name, part)) => (name, Some(part.to_owned())),
        None => (text, None),
    };
    Some(Muscle { name: name.to_owned(), part })
}

fn read_caution(reader: &Reader) -> Option<Caution> {
    reader.only(&["tag", "action", "note"]);
    let actions = [
        ("avoid", CautionAction::Avoid),
        ("ask", CautionAction::Ask),
        ("modify", CautionAction::Modify),
    ];
    let tag = reader.field("tag").and_then(|it| it.text());
    let action = reader.field("action").and_then(|it| it.one_of(&actions));
    let note = reader.field("note").and_then(|it| it.text());
    Some(Caution { tag: tag?.to_owned(), action: action?, note: note?.to_owned() })
}

fn read_benefit(reader: &Reader, known: &Known) -> Option<Benefit> {
    reader.only(&["claim", "evidence", "sources"]);
    let degrees = [
        ("moderate", Evidence::Moderate),
        ("low", Evidence::Low),
        ("very-low", Evidence::VeryLow),
        ("mechanism", Evidence::Mechanism),
        ("practice", Evidence::Practice),
    ];
    let claim = reader.field("claim").and_then(|it| it.text());
    let evidence = reader.field("evidence").and_then(|it| it.one_of(&degrees));
    let sources = reader.field("sources");
    let (evidence, sources) = (evidence?, sources?);
    if sources.list().is_empty() && evidence_needs_source(evidence) {
        reader.fail(Fault::Missing("a source"));
    }
    let known = known.references.as_deref();
    let sources = sources.each(|it| it.text_among(known).map(str::to_owned));
    Some(Benefit { claim: claim?.to_owned(), evidence, sources })
}

/// Whether a claim of this degree says that someone has tested it.
const fn evidence_needs_source(evidence: Evidence) -> bool {
    match evidence {
        Evidence::Moderate | Evidence::Low | Evidence::VeryLow => true,
        Evidence::Mechanism | Evidence::Practice => false,
    }
}

fn list<T>(reader: &Reader, name: &'static str, read: impl Fn(&Reader) -> Option<T>) -> Vec<T> {
    reader.field(name).map_or_else(Vec::new, |it| it.each(read))
}

fn alternative(reader: &Reader, name: &'static str, known: &Known) -> Option<String> {
    let id = reader.optional(name)?;
    id.text_among(known.movements.as_deref()).map(str::to_owned)
}
