//! The muscles that one can point to on the body, and the nerve, with the movements for each.

use std::borrow::Cow;

use super::movement::read_benefit;
use super::{Benefit, Catalogue, Known, Movement, id, once};
use crate::domain::reading::{Fault, Problem, Problems, Reader};

const ANATOMY: &str = include_str!(concat!(env!("OUT_DIR"), "/domain/catalogue/anatomy.json"));

/// From where it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Front,
    Back,
}

/// Whether something lies over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Surface,
    Deep,
}

/// A muscle, a group that works as one, or a nerve.
#[derive(Clone, Debug)]
pub struct Structure {
    pub id: &'static str,
    pub face: Face,
    pub layer: Layer,
    /// The names under which movements have it, or something of it.
    muscles: Vec<&'static str>,
    /// What is known of it and a sore back.
    pub known: Vec<Benefit>,
}

/// How much of a movement goes to a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// The movement is for it.
    Primary,
    /// It has a part in the movement.
    Secondary,
}

impl Structure {
    /// All that this build knows, from the top of the body down; what lies over something else comes before
    /// it.
    ///
    /// # Panics
    /// Never in a build that passed its tests: they read this same text.
    #[must_use]
    pub fn shipped(catalogue: &Catalogue) -> Vec<Self> {
        let Ok(all) = Self::read(ANATOMY, catalogue) else {
            panic!("the shipped anatomy passed its tests");
        };
        all
    }

    /// # Errors
    /// Every problem found, with the id and the value.
    pub fn read(anatomy: &'static str, catalogue: &Catalogue) -> Result<Vec<Self>, Vec<Problem>> {
        let problems = Problems::default();
        let anatomy = Reader::for_good("anatomy", anatomy, &problems);
        once("id", &anatomy);
        let references = catalogue.references.iter().map(|it| Cow::Borrowed(it.id)).collect();
        let known = Known { references: Some(references), movements: None };
        let all = anatomy.each(|it| read(it, catalogue, &known));
        problems.verdict(all)
    }

    /// What `movement` does for it, if anything.
    #[must_use]
    pub fn share_of(&self, movement: &Movement) -> Option<Share> {
        let is_in = |muscles: &[super::Muscle]| {
            muscles.iter().any(|muscle| self.muscles.contains(&muscle.name))
        };
        if is_in(&movement.primary) {
            Some(Share::Primary)
        } else {
            is_in(&movement.secondary).then_some(Share::Secondary)
        }
    }

    /// Those of `movements` that are for it, the ones that are for it most first.
    #[must_use]
    pub fn among<'a>(
        &self,
        movements: impl IntoIterator<Item = &'a Movement>,
    ) -> Vec<(&'a Movement, Share)> {
        let all = movements.into_iter();
        let mut found: Vec<_> = all.filter_map(|it| Some((it, self.share_of(it)?))).collect();
        found.sort_by_key(|(_, share)| *share);
        found
    }
}

fn read(reader: &Reader<'static, '_>, catalogue: &Catalogue, known: &Known) -> Structure {
    let reader = reader.named_by("id").only(&["id", "face", "layer", "muscles", "known"]);
    let muscles = reader.field("muscles");
    let is_used = |muscle: &str| {
        let used =
            |it: &Movement| it.primary.iter().chain(&it.secondary).any(|it| it.name == muscle);
        catalogue.movements.iter().copied().any(used)
    };
    let names = muscles.each(|it| {
        let name = it.text();
        if !is_used(name) {
            it.fail(Fault::Unknown(name.to_owned()));
        }
        name
    });
    if names.is_empty() {
        muscles.fail(Fault::Missing("a muscle that movements have"));
    }
    Structure {
        id: id(&reader),
        face: reader.field("face").one_of(&[("front", Face::Front), ("back", Face::Back)]),
        layer: reader.field("layer").one_of(&[("surface", Layer::Surface), ("deep", Layer::Deep)]),
        muscles: names,
        known: reader.field("known").each(|it| read_benefit(it, known)),
    }
}
