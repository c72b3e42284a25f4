//! What the voice says at a beat, and what a screen reader is told there.

use super::{MovementText, Texts, words};
use crate::domain::catalogue::Catalogue;
use crate::domain::cues::Beat;
use crate::domain::plan::{Doing, Effort, Length, Step};
use crate::domain::session::Session;

/// The sentence for `beat` at `step`; empty where there is nothing to say.
#[must_use]
pub fn say(
    texts: &Texts,
    catalogue: &Catalogue,
    session: &Session,
    step: usize,
    beat: Beat,
) -> String {
    let cues = &words().cues;
    let before = step.checked_sub(1).and_then(|before| session.step(before));
    let Some(step) = session.step(step) else { return String::new() };
    let Some(text) = text_of(texts, catalogue, session, &step) else { return String::new() };
    match beat {
        Beat::GetReady => (cues.coming)(text.name, step.side, text.steps.first().unwrap_or(&"")),
        // Where there is no getting ready, nothing else has said which movement it is.
        Beat::Begin if before.is_none_or(|before| before.item != step.item) => {
            format!("{}. {}", text.name, begin(&step, text))
        }
        Beat::Begin => begin(&step, text),
        Beat::Again { left } => (cues.again)(text.name, step.side, left),
        Beat::ChangeSides => step.side.map_or_else(String::new, |side| (cues.change_sides)(side)),
        Beat::Rest => (cues.rest)(step.length.expected()),
        Beat::Halfway => cues.halfway.to_owned(),
        Beat::Repetition(count) => count.to_string(),
        Beat::Finish => cues.finish.to_owned(),
        Beat::Count(_) | Beat::Breathe(..) => String::new(),
    }
}

fn begin(step: &Step, text: &MovementText) -> String {
    let cues = &words().cues;
    let Doing::Work(bout) = step.doing else { return String::new() };
    match (bout.effort, step.length) {
        (Effort::Repetitions { count, hold, .. }, _) => {
            (cues.repetitions)(step.side, count, hold, text.cue)
        }
        (Effort::Timed, Length::Fixed(length) | Length::Open { estimate: length }) => {
            (cues.timed)(length, text.cue)
        }
        (Effort::Hold, Length::Fixed(length) | Length::Open { estimate: length }) => {
            (cues.hold)(step.side, length, text.cue)
        }
    }
}

fn text_of<'a>(
    texts: &'a Texts,
    catalogue: &Catalogue,
    session: &Session,
    step: &Step,
) -> Option<&'a MovementText> {
    let item = session.plan().items.get(step.item)?;
    Some(texts.movement(catalogue.movement(item.movement)?.id))
}
