//! One session: which step it is in, and until when.
//!
//! Time only comes in as an argument. What is kept is when the step began, never a count of ticks,
//! so a tab that was throttled through three steps lands on the right one when it wakes.

use std::time::Duration;

use super::moment::Moment;
use super::plan::{Doing, Effort, Length, Plan, Step};

/// What one press of the longer or the shorter button adds or takes.
const ADJUSTMENT: Duration = Duration::from_secs(10);
/// Back goes to the start of the step, or, this soon after it, to the one before.
const BACK_TO_START: Duration = Duration::from_secs(3);
/// However often the longer or the shorter button is pressed. Nothing flashes twice in the shortest.
const LONGEST_STEP: Duration = Duration::from_secs(3600);
const SHORTEST_STEP: Duration = Duration::from_secs(1);

/// Where a session stands. Each variant holds only what is true in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Ready,
    /// `began` is when the step would have begun had it never been paused.
    Running {
        step: usize,
        began: Moment,
    },
    Paused {
        step: usize,
        elapsed: Duration,
    },
    /// The device slept for `away`; the person says whether that counts.
    Asking {
        step: usize,
        elapsed: Duration,
        away: Duration,
    },
    Over(End),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The last step ran out.
    Finished,
    /// The person ended it before.
    Stopped,
}

/// What the person does, and what happens to the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    Start,
    Pause,
    Resume,
    /// The person is done with a step that waits for them.
    Done,
    Skip,
    Back,
    /// Goes to the start of an item; of one after the last, to the end.
    Jump {
        item: usize,
    },
    /// Does this side of this movement again.
    RepeatSide,
    Longer,
    Shorter,
    /// Does what is left of this movement for two thirds of the time, where it comes again too.
    Ease,
    Tick,
    Hidden,
    Visible,
    /// The device slept for this long, since the last input.
    Slept(Duration),
    /// After sleep: from where the session was last awake.
    CarryOn,
    /// After sleep: as though it had gone on.
    CountIt,
    End,
}

/// What must happen in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Drop every cue that has been planned, and plan anew from here.
    PlanCues(Opening),
    Silence,
    /// Keep where the session stands, so that a reload or a crash costs nothing.
    Save,
    KeepAwake,
    MaySleep,
    /// Mark the end, which no cue that is planned will.
    Finish,
    /// Put it into the history; it is over.
    Record,
}

/// How cues that are planned anew begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// At the start of a step, with its own cues.
    Step,
    /// Within a step: says which one it is.
    Again,
    /// Within a step, of which the person knows.
    Quiet,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    plan: Plan,
    /// The plan's lengths, with what the person has added or taken.
    lengths: Vec<Length>,
    /// How long each step has been run for, all told.
    spent: Vec<Duration>,
    phase: Phase,
    /// When the session last heard anything: it was surely awake then.
    seen: Moment,
}

/// What a session is resumed from. See [`Session::keep`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub step: usize,
    pub elapsed: Duration,
    /// The steps whose length differs from the plan's, with that length.
    pub adjusted: Vec<(usize, Duration)>,
    /// How long each step so far has been run for, without the current stay in the current one.
    pub spent: Vec<Duration>,
}

impl Session {
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let lengths: Vec<_> = plan.steps.iter().map(|step| step.length).collect();
        let spent = vec![Duration::ZERO; lengths.len()];
        Self { plan, lengths, spent, phase: Phase::Ready, seen: Moment::default() }
    }

    /// A session as it was kept, paused. `None` where it does not fit the plan.
    #[must_use]
    pub fn resumed(plan: Plan, kept: &Kept) -> Option<Self> {
        let mut session = Self::new(plan);
        if kept.step >= session.lengths.len() || kept.spent.len() > session.spent.len() {
            return None;
        }
        session.spent[..kept.spent.len()].copy_from_slice(&kept.spent);
        for &(step, changed) in &kept.adjusted {
            match session.lengths.get_mut(step)? {
                Length::Fixed(length) | Length::Open { estimate: length } => *length = changed,
            }
        }
        let elapsed = session.capped(kept.step, kept.elapsed);
        session.phase = Phase::Paused { step: kept.step, elapsed };
        Some(session)
    }

    /// What to resume from, while there is something to resume.
    #[must_use]
    pub fn keep(&self, now: Moment) -> Option<Kept> {
        let (step, elapsed) = self.position(now)?;
        let adjusted = |(index, length): (usize, &Length)| {
            (*length != self.plan.steps[index].length).then_some((index, length.expected()))
        };
        let used = self.spent.iter().rposition(|spent| !spent.is_zero()).map_or(0, |last| last + 1);
        Some(Kept {
            step,
            elapsed,
            adjusted: self.lengths.iter().enumerate().filter_map(adjusted).collect(),
            spent: self.spent[..used].to_vec(),
        })
    }

    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    #[must_use]
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The step at `index`, with its length as it is now, and of repetitions that wait for the person as many as
    /// that stands for.
    #[must_use]
    pub fn step(&self, index: usize) -> Option<Step> {
        let planned = self.plan.steps.get(index)?;
        let mut step = Step { length: self.lengths[index], ..*planned };
        if let (Length::Open { estimate }, Doing::Work(bout)) = (step.length, &mut step.doing)
            && let Effort::Repetitions { count, .. } = &mut bout.effort
        {
            let whole = planned.length.expected().as_millis().max(1);
            let left = (u128::from(*count) * estimate.as_millis()).div_ceil(whole);
            *count = u16::try_from(left).unwrap_or(*count).clamp(1, *count);
        }
        Some(step)
    }

    /// The plan with its steps as they are now.
    #[must_use]
    pub fn plan_now(&self) -> Plan {
        let steps = (0..self.plan.steps.len()).filter_map(|index| self.step(index)).collect();
        Plan { steps, ..self.plan.clone() }
    }

    /// The current step and how much of it is behind, while there is one.
    #[must_use]
    pub fn position(&self, now: Moment) -> Option<(usize, Duration)> {
        match self.phase {
            Phase::Ready | Phase::Over(_) => None,
            Phase::Running { step, began } => Some((step, self.capped(step, now.since(began)))),
            Phase::Paused { step, elapsed } | Phase::Asking { step, elapsed, .. } => {
                Some((step, elapsed))
            }
        }
    }

    /// How long each step has been run for by `now`, one length per step.
    #[must_use]
    pub fn spent(&self, now: Moment) -> Vec<Duration> {
        let mut spent = self.spent.clone();
        if let Some((step, elapsed)) = self.position(now) {
            spent[step] += elapsed;
        }
        spent
    }

    /// How long the session takes with every length as it is now.
    #[must_use]
    pub fn total(&self) -> Duration {
        self.lengths.iter().map(|length| length.expected()).sum()
    }

    /// How long is left of the whole session.
    #[must_use]
    pub fn left(&self, now: Moment) -> Duration {
        let Some((step, elapsed)) = self.position(now) else {
            return if self.phase == Phase::Ready { self.total() } else { Duration::ZERO };
        };
        let ahead: Duration = self.lengths[step..].iter().map(|length| length.expected()).sum();
        ahead.saturating_sub(elapsed.min(self.lengths[step].expected()))
    }

    /// Takes one input at `now` and says what must happen in the world.
    ///
    /// An input that means nothing in this phase is ignored: a late tick or a double tap is no
    /// error. Time that went by before `now` is accounted for first, so the answer does not
    /// depend on how often the session was ticked.
    #[must_use]
    pub fn update(&mut self, input: Input, now: Moment) -> Vec<Effect> {
        let mut effects = match input {
            // The time since the last input is what is in question, so nothing is counted yet.
            Input::Slept(_) => vec![],
            _ => self.catch_up(now),
        };
        effects.extend(self.answer(input, now));
        self.seen = self.seen.max(now);
        effects
    }

    /// Walks past every step that is over by `now`.
    fn catch_up(&mut self, now: Moment) -> Vec<Effect> {
        let Phase::Running { step, began } = self.phase else { return vec![] };
        let (mut at, mut since) = (step, began);
        while let Some(&Length::Fixed(length)) = self.lengths.get(at) {
            let ends_at = since + length;
            if now < ends_at {
                break;
            }
            self.spent[at] += length;
            (at, since) = (at + 1, ends_at);
        }
        if at == step {
            return vec![];
        }
        if at == self.lengths.len() {
            return self.finish(End::Finished);
        }
        self.phase = Phase::Running { step: at, began: since };
        vec![Effect::Save]
    }

    fn answer(&mut self, input: Input, now: Moment) -> Vec<Effect> {
        use Effect::{KeepAwake, MaySleep, PlanCues, Save, Silence};
        match (self.phase, input) {
            (Phase::Ready, Input::Start) => {
                let mut effects = vec![KeepAwake];
                effects.extend(self.enter(0, now));
                effects
            }
            (Phase::Running { .. }, Input::Pause) => {
                self.pause(now);
                vec![Silence, Save, MaySleep]
            }
            (Phase::Paused { step, elapsed }, Input::Resume)
            | (Phase::Asking { step, elapsed, .. }, Input::CarryOn) => {
                self.phase = Phase::Running { step, began: now.earlier_by(elapsed) };
                let opening = if elapsed.is_zero() { Opening::Step } else { Opening::Again };
                vec![KeepAwake, PlanCues(opening), Save]
            }
            (Phase::Asking { step, elapsed, away }, Input::CountIt) => {
                self.phase = Phase::Running { step, began: now.earlier_by(elapsed + away) };
                let mut effects = self.catch_up(now);
                if matches!(self.phase, Phase::Running { .. }) {
                    effects.extend([KeepAwake, PlanCues(Opening::Again), Save]);
                }
                effects
            }
            (Phase::Running { .. }, Input::Slept(away)) => {
                self.ask(away);
                vec![Silence, Save, MaySleep]
            }
            (Phase::Running { step, .. }, Input::Done) => match self.lengths[step] {
                Length::Open { .. } => self.go_to(step + 1, now),
                Length::Fixed(_) => vec![],
            },
            (Phase::Running { step, .. } | Phase::Paused { step, .. }, Input::Skip) => {
                self.go_to(step + 1, now)
            }
            (Phase::Running { .. } | Phase::Paused { .. }, Input::Back) => {
                self.go_to(self.step_back(now), now)
            }
            (
                Phase::Running { .. } | Phase::Paused { .. } | Phase::Asking { .. },
                Input::Jump { item },
            ) => self.jump(item, now),
            (
                Phase::Running { step, .. }
                | Phase::Paused { step, .. }
                | Phase::Asking { step, .. },
                Input::RepeatSide,
            ) => self.start_of_side(step).map_or_else(Vec::new, |start| self.go_to(start, now)),
            (Phase::Running { .. } | Phase::Paused { .. }, Input::Longer) => {
                self.adjust(|length| length + ADJUSTMENT, now)
            }
            (Phase::Running { .. } | Phase::Paused { .. }, Input::Shorter) => {
                self.adjust(|length| length.saturating_sub(ADJUSTMENT), now)
            }
            (
                Phase::Running { step, .. }
                | Phase::Paused { step, .. }
                | Phase::Asking { step, .. },
                Input::Ease,
            ) => self.ease(step, now),
            (Phase::Running { .. }, Input::Visible) => {
                vec![KeepAwake, PlanCues(Opening::Again)]
            }
            (
                Phase::Running { .. } | Phase::Paused { .. } | Phase::Asking { .. },
                Input::Hidden,
            ) => vec![Save],
            (Phase::Running { .. } | Phase::Paused { .. } | Phase::Asking { .. }, Input::End) => {
                self.stop(now)
            }
            // Spelt out, so that a new input does not compile until someone decides about it.
            (
                _,
                Input::Start
                | Input::Pause
                | Input::Resume
                | Input::Done
                | Input::Skip
                | Input::Back
                | Input::Jump { .. }
                | Input::RepeatSide
                | Input::Longer
                | Input::Shorter
                | Input::Ease
                | Input::Tick
                | Input::Hidden
                | Input::Visible
                | Input::Slept(_)
                | Input::CarryOn
                | Input::CountIt
                | Input::End,
            ) => vec![],
        }
    }

    fn pause(&mut self, now: Moment) {
        if let Some((step, elapsed)) = self.position(now) {
            self.phase = Phase::Paused { step, elapsed };
        }
    }

    /// Stands where the session was last awake.
    fn ask(&mut self, away: Duration) {
        if let Some((step, elapsed)) = self.position(self.seen) {
            self.phase = Phase::Asking { step, elapsed, away };
        }
    }

    fn stop(&mut self, now: Moment) -> Vec<Effect> {
        self.leave(now);
        self.finish(End::Stopped)
    }

    fn finish(&mut self, end: End) -> Vec<Effect> {
        self.phase = Phase::Over(end);
        match end {
            // The last cue is the one for the end: it is left to sound.
            End::Finished => vec![Effect::Record, Effect::MaySleep],
            End::Stopped => vec![Effect::Silence, Effect::Record, Effect::MaySleep],
        }
    }

    /// Leaves the current step for `step`, running or paused as before. Whoever goes elsewhere after sleep has
    /// answered: nothing of it counts.
    fn go_to(&mut self, step: usize, now: Moment) -> Vec<Effect> {
        let was_paused = matches!(self.phase, Phase::Paused { .. } | Phase::Asking { .. });
        self.leave(now);
        if step >= self.lengths.len() {
            let mut effects = vec![Effect::Silence];
            effects.extend(self.finish(End::Finished));
            effects.push(Effect::Finish);
            return effects;
        }
        if was_paused {
            self.phase = Phase::Paused { step, elapsed: Duration::ZERO };
            return vec![Effect::Save];
        }
        self.enter(step, now)
    }

    /// Goes to the start of `item`; after the last there is the end.
    fn jump(&mut self, item: usize, now: Moment) -> Vec<Effect> {
        let end = (item == self.plan.items.len()).then_some(self.lengths.len());
        let step = self.plan.first_step_of(item).or(end);
        step.map_or_else(Vec::new, |step| self.go_to(step, now))
    }

    fn enter(&mut self, step: usize, now: Moment) -> Vec<Effect> {
        self.phase = Phase::Running { step, began: now };
        vec![Effect::PlanCues(Opening::Step), Effect::Save]
    }

    /// Books the time of the current stay in the current step.
    fn leave(&mut self, now: Moment) {
        if let Some((step, elapsed)) = self.position(now) {
            self.spent[step] += elapsed;
        }
    }

    fn step_back(&self, now: Moment) -> usize {
        match self.position(now) {
            Some((step, elapsed)) if elapsed < BACK_TO_START => step.saturating_sub(1),
            Some((step, _)) => step,
            None => 0,
        }
    }

    /// The first bout of the side that is worked on at `step`, or was before it in its item.
    fn start_of_side(&self, step: usize) -> Option<usize> {
        let item = self.plan.steps[step].item;
        let is_bout = |it: &&Step| it.item == item && it.is_work();
        let side = self.plan.steps[..=step].iter().rfind(is_bout)?.side;
        self.plan.steps.iter().position(|it| is_bout(&it) && it.side == side)
    }

    /// Changes the length of the current step, and of its twin if that is still to come.
    ///
    /// What has been done stays done: taking more than is left ends the step here and now.
    fn adjust(&mut self, change: impl Fn(Duration) -> Duration, now: Moment) -> Vec<Effect> {
        let Some((step, elapsed)) = self.position(now) else { return vec![] };
        let Length::Fixed(length) = self.lengths[step] else { return vec![] };
        let changed = change(length).clamp(SHORTEST_STEP, LONGEST_STEP.max(length)).max(elapsed);
        self.lengths[step] = Length::Fixed(changed);
        if let Some(twin) = self.plan.steps[step].twin.filter(|&twin| twin > step) {
            self.lengths[twin] = Length::Fixed(changed);
        }
        match self.phase {
            Phase::Running { .. } if changed == elapsed => self.go_to(step + 1, now),
            Phase::Running { .. } => vec![Effect::PlanCues(Opening::Quiet), Effect::Save],
            Phase::Ready | Phase::Paused { .. } | Phase::Asking { .. } | Phase::Over(_) => {
                vec![Effect::Save]
            }
        }
    }

    /// Shortens the work that is left of the movement at hand, on both sides.
    fn ease(&mut self, step: usize, now: Moment) -> Vec<Effect> {
        let Some((_, elapsed)) = self.position(now) else { return vec![] };
        let item = self.plan.steps[step].item;
        let movement = self.plan.items[item].movement;
        // It may come again.
        let is_meant = |at: &usize| {
            let it = &self.plan.steps[*at];
            let is_ahead = it.item == item || !self.is_begun(it.item);
            it.is_work() && self.plan.items[it.item].movement == movement && is_ahead
        };
        let meant: Vec<_> = (step..self.lengths.len()).filter(is_meant).collect();
        for at in meant {
            match &mut self.lengths[at] {
                Length::Fixed(length) => {
                    let done = if at == step { elapsed } else { Duration::ZERO };
                    let eased = in_millis(done + length.saturating_sub(done) * 2 / 3);
                    *length = eased.max(SHORTEST_STEP.min(*length).max(done));
                }
                // Nobody knows how many are done.
                Length::Open { estimate } => *estimate = in_millis(*estimate * 2 / 3),
            }
        }
        match self.phase {
            Phase::Running { .. } => vec![Effect::PlanCues(Opening::Quiet), Effect::Save],
            Phase::Ready | Phase::Paused { .. } | Phase::Asking { .. } | Phase::Over(_) => {
                vec![Effect::Save]
            }
        }
    }

    /// Goes on with what `plan` has after the movement at hand, in place of what this session's plan has there. What
    /// is in both keeps what was done of it and what was changed. Up to the movement at hand both must be the same,
    /// and what was begun must be in both, or nothing happens.
    #[must_use]
    pub fn go_on_with(&mut self, plan: Plan, now: Moment) -> Vec<Effect> {
        let Some((step, _)) = self.position(now) else { return vec![] };
        let item = self.plan.steps[step].item;
        let ahead = self.plan.steps_of(item).end;
        if plan.steps.get(..ahead) != self.plan.steps.get(..ahead) {
            return vec![];
        }
        let mut session = Self::new(plan);
        let mut left = 0;
        for old in 0..self.plan.items.len() {
            let is_it = |new: &usize| {
                session.plan.items[*new] == self.plan.items[old]
                    && session.plan.steps_of(*new).len() == self.plan.steps_of(old).len()
            };
            match (left..session.plan.items.len()).find(is_it) {
                Some(new) if new == old || old > item => {
                    session.carry_over(new, self, old);
                    left = new + 1;
                }
                None if old > item && !self.is_begun(old) => {}
                _ => return vec![],
            }
        }
        (session.phase, session.seen) = (self.phase, self.seen);
        *self = session;
        self.go_to(ahead, now)
    }

    /// Does with `item` as `other` has done with its item `old`.
    fn carry_over(&mut self, item: usize, other: &Self, old: usize) {
        for (to, from) in self.plan.steps_of(item).zip(other.plan.steps_of(old)) {
            self.spent[to] = other.spent[from];
            // What was not changed goes by the plan: it may take longer to get ready now.
            if other.lengths[from] != other.plan.steps[from].length {
                self.lengths[to] = other.lengths[from];
            }
        }
    }

    /// Whether any time has gone into `item` before the current stay in the current step.
    #[must_use]
    pub fn is_begun(&self, item: usize) -> bool {
        self.plan.steps_of(item).any(|step| !self.spent[step].is_zero())
    }

    /// A step never counts for longer than it is; one that waits for the person has no end.
    fn capped(&self, step: usize, elapsed: Duration) -> Duration {
        match self.lengths[step] {
            Length::Fixed(length) => elapsed.min(length),
            Length::Open { .. } => elapsed,
        }
    }
}

/// As lengths are kept.
fn in_millis(length: Duration) -> Duration {
    Duration::from_millis(u64::try_from(length.as_millis()).unwrap_or(u64::MAX))
}
