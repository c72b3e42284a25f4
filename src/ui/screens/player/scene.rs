//! What the player says about one step. No decision is left for the view.

use crate::app::library::library;
use crate::app::player::Standing;
use crate::domain::catalogue::MovementNumber;
use crate::domain::plan::{Bout, Doing, Effort, Plan, Step};
use crate::words::{MovementText, words};

/// What is shown for as long as a step lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    pub phase: PhaseLook,
    pub item: usize,
    pub items: usize,
    pub movement: MovementNumber,
    /// What the routine has in its place, while there is time to say so.
    pub instead_of: Option<&'static str>,
    pub name: &'static str,
    pub side: &'static str,
    /// What to do, in a word or two.
    pub doing: String,
    /// How to get into position, while there is time for that.
    pub steps: Option<&'static [&'static str]>,
    pub cue: &'static str,
    pub feel: String,
    pub next: String,
}

/// How the whole player looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhaseLook {
    Ready,
    Work,
    Change,
    Rest,
    Paused,
}

impl PhaseLook {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Work => "work",
            Self::Change => "change",
            Self::Rest => "rest",
            Self::Paused => "paused",
        }
    }
}

/// The scene of `step` in `plan`, for a session that stands so.
pub fn at(plan: &Plan, step: usize, standing: Standing) -> Option<Scene> {
    let here = plan.steps.get(step)?;
    let item = plan.items.get(here.item)?;
    let movement = library().catalogue.movement(item.movement)?;
    let text = library().texts.movement(movement.id);
    Some(Scene {
        phase: look(here.doing, standing),
        item: here.item,
        items: plan.items.len(),
        movement: item.movement,
        instead_of: item.instead_of.filter(|_| here.doing == Doing::GetReady).map(name_of),
        name: text.name,
        side: here.side.map_or("", words().common.side),
        doing: doing(here.doing, standing),
        steps: (here.doing == Doing::GetReady).then_some(text.steps.as_slice()),
        cue: cue(here.doing, text),
        feel: feel(here, text),
        next: next(plan, step),
    })
}

/// Where a movement of one's own is felt, nobody has said.
fn feel(here: &Step, text: &MovementText) -> String {
    let is_told = here.is_work() && !text.feel.is_empty();
    if is_told { (words().player.feel)(text.feel) } else { String::new() }
}

/// What to mind: within the movement, or on the way out of it.
fn cue(doing: Doing, text: &'static MovementText) -> &'static str {
    match doing {
        Doing::Work(_) => text.cue,
        Doing::ChangeSides => text.exit,
        Doing::GetReady | Doing::Rest => "",
    }
}

fn look(doing: Doing, standing: Standing) -> PhaseLook {
    match (standing, doing) {
        (Standing::Paused | Standing::Asking(_), _) => PhaseLook::Paused,
        (_, Doing::GetReady) => PhaseLook::Ready,
        (_, Doing::Work(_)) => PhaseLook::Work,
        (_, Doing::ChangeSides) => PhaseLook::Change,
        (_, Doing::Rest) => PhaseLook::Rest,
    }
}

fn doing(doing: Doing, standing: Standing) -> String {
    let words = &words().player;
    if matches!(standing, Standing::Paused | Standing::Asking(_)) {
        return words.paused.to_owned();
    }
    match doing {
        Doing::GetReady => words.get_ready.to_owned(),
        Doing::ChangeSides => words.change_sides.to_owned(),
        Doing::Rest => words.rest.to_owned(),
        Doing::Work(bout) => work(bout),
    }
}

fn work(bout: Bout) -> String {
    let words = &words().player;
    let effort = match bout.effort {
        Effort::Hold => words.hold.to_owned(),
        Effort::Timed => words.keep_moving.to_owned(),
        Effort::Repetitions { count, .. } => (words.repetitions)(count),
    };
    if bout.rounds > 1 {
        format!("{effort} · {}", (words.round)(bout.round, bout.rounds))
    } else {
        effort
    }
}

/// What comes after `step`: the other side, a rest, or the next movement.
fn next(plan: &Plan, step: usize) -> String {
    let words = words();
    let player = &words.player;
    let Some(after) = plan.steps.get(step + 1) else { return player.last.to_owned() };
    match after.doing {
        Doing::GetReady => (player.next)(name(plan, after)),
        Doing::ChangeSides => (player.next)(player.change_sides),
        Doing::Rest => (player.next)(player.rest),
        Doing::Work(_) if after.item != plan.steps[step].item => (player.next)(name(plan, after)),
        Doing::Work(bout) => match after.side {
            Some(side) => (player.next)(&format!("{}, {}", work(bout), (words.common.side)(side))),
            None => (player.next)(&work(bout)),
        },
    }
}

fn name(plan: &Plan, step: &Step) -> &'static str {
    plan.items.get(step.item).map_or("", |item| name_of(item.movement))
}

pub fn name_of(number: MovementNumber) -> &'static str {
    let movement = library().catalogue.movement(number);
    movement.map_or("", |movement| library().texts.movement(movement.id).name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lengths::{Lengths, Share};
    use crate::domain::plan::Recipe;
    use crate::domain::settings::Settings;

    fn plan() -> Plan {
        let recipe = Settings::default().recipe("article-five", 0, vec![]);
        Plan::build(&library().catalogue, &recipe).expect("the article's routine")
    }

    #[track_caller]
    fn check(step: usize, standing: Standing, expected: (PhaseLook, &str, &str, &str)) {
        let scene = at(&plan(), step, standing).expect("a scene");
        let (phase, doing, side, next) = expected;
        assert_eq!(
            (scene.phase, scene.doing.as_str(), scene.side, scene.next.as_str()),
            (phase, doing, side, next)
        );
    }

    #[test]
    fn a_step_says_what_to_do_and_what_comes() {
        check(0, Standing::Running, (PhaseLook::Ready, "Get ready", "", "Next: Keep moving"));
        check(1, Standing::Running, (PhaseLook::Work, "Keep moving", "", "Next: Arm circles"));
        check(5, Standing::Running, (PhaseLook::Work, "Hold", "Left side", "Next: Change sides"));
        check(
            6,
            Standing::Running,
            (PhaseLook::Change, "Change sides", "Right side", "Next: Hold, Right side"),
        );
    }

    #[test]
    fn without_getting_ready_the_next_movement_has_its_name() {
        let recipe = Settings::default().recipe("article-five", 0, vec![]);
        let get_ready = Share::from_percent(0).expect("a share");
        let lengths = Lengths { get_ready, ..recipe.lengths };
        let recipe = Recipe { lengths, ..recipe };
        let plan = Plan::build(&library().catalogue, &recipe).expect("the article's routine");
        let scene = at(&plan, 0, Standing::Running).expect("a scene");
        assert_eq!(scene.next, "Next: Arm circles");
    }

    #[test]
    fn a_paused_session_says_so_whatever_the_step() {
        check(
            5,
            Standing::Paused,
            (PhaseLook::Paused, "Paused", "Left side", "Next: Change sides"),
        );
    }

    #[test]
    fn the_last_step_says_that_it_is_the_last() {
        let last = plan().steps.len() - 1;
        check(
            last,
            Standing::Running,
            (PhaseLook::Work, "Hold", "Right side", "Next: you are done"),
        );
    }
}
