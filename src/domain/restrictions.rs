//! What a person should leave out or change, from their answers and their own choice.

use super::catalogue::{Caution, CautionAction, Movement, MovementNumber};
use super::screening::{Answers, Screening};

/// What stands against movements, or for care with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restrictions {
    /// The cautions that are about this person.
    tags: Vec<Tag>,
    /// What the person has left out.
    excluded: Vec<MovementNumber>,
    /// What they do less of.
    eased: Vec<MovementNumber>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tag {
    name: &'static str,
    /// Whether a clinician has agreed to what is asked about first.
    is_agreed: bool,
}

/// Whether a movement suits a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit<'a> {
    Free,
    /// With what these say.
    Changed(Vec<&'a Caution>),
    /// Not for now, because of these.
    Out(Vec<&'a Caution>),
    /// The person has left it out.
    Excluded,
}

impl Restrictions {
    /// What `answers` ask for.
    #[must_use]
    pub fn of(screening: &Screening, answers: &Answers) -> Self {
        let mut restrictions = Self::default();
        let agreed = answers.agreed();
        for place in answers.yes.places() {
            for &name in screening.questions.get(place).map_or(&[][..], |it| &it.tags) {
                restrictions.add(name, agreed.has(place));
            }
        }
        restrictions
    }

    /// With a caution that is about this person, and whether a clinician has agreed to what it asks about.
    /// Where two answers speak of it, both need an agreement.
    pub fn add(&mut self, name: &'static str, is_agreed: bool) {
        match self.tags.iter_mut().find(|tag| tag.name == name) {
            Some(tag) => tag.is_agreed &= is_agreed,
            None => self.tags.push(Tag { name, is_agreed }),
        }
    }

    /// Leaves `movement` out.
    pub fn exclude(&mut self, movement: MovementNumber) {
        self.excluded.push(movement);
    }

    /// Lets `movement` be done with less.
    pub fn ease(&mut self, movement: MovementNumber) {
        self.eased.push(movement);
    }

    /// Whether `movement` is done with less.
    #[must_use]
    pub fn eases(&self, movement: MovementNumber) -> bool {
        self.eased.contains(&movement)
    }

    #[must_use]
    pub fn fit<'a>(&self, movement: &'a Movement) -> Fit<'a> {
        if self.excluded.contains(&movement.number) {
            return Fit::Excluded;
        }
        let mine = movement.cautions.iter().filter_map(|it| Some((it, self.is_out(it)?)));
        let (out, changed): (Vec<_>, Vec<_>) = mine.partition(|(_, is_out)| *is_out);
        let cautions = |all: Vec<(&'a Caution, bool)>| all.into_iter().map(|(it, _)| it).collect();
        match (out.is_empty(), changed.is_empty()) {
            (false, _) => Fit::Out(cautions(out)),
            (true, false) => Fit::Changed(cautions(changed)),
            (true, true) => Fit::Free,
        }
    }

    #[must_use]
    pub fn allow(&self, movement: &Movement) -> bool {
        matches!(self.fit(movement), Fit::Free | Fit::Changed(_))
    }

    /// Whether `caution` keeps this person from the movement; `None` where it is not about them.
    fn is_out(&self, caution: &Caution) -> Option<bool> {
        let tag = self.tags.iter().find(|tag| tag.name == caution.tag)?;
        Some(match caution.action {
            CautionAction::Avoid => true,
            CautionAction::Ask => !tag.is_agreed,
            CautionAction::Modify => false,
        })
    }
}
