//! All that a session ever does to the world.

use std::time::Duration;

use leptos::prelude::*;

use super::{Player, Trace};
use crate::app::{for_good, saved};
use crate::browser::ticker;
use crate::domain::cues::{self, Beat, Cue};
use crate::domain::history::{Record, add};
use crate::domain::moment::Moment;
use crate::domain::pain::Pain;
use crate::domain::session::{Effect, Opening};
use crate::domain::settings::Settings;
use crate::domain::sleep::GUIDED_FOR;

/// How far ahead cues are planned, and below what they are topped up.
const HORIZON: Duration = Duration::from_secs(180);
const _: () = assert!(HORIZON.as_secs() - GUIDED_FOR.as_secs() >= 60);
/// How much of a step a crash may cost, about: a little less than half a minute, after which there is a look at the
/// session. Each change of step is kept besides, and so is the moment in which the page is hidden.
const SAVE_EVERY: Duration = Duration::from_secs(29);
/// Browsers tell their other tabs of a text that is kept within this: one that writes at the same time,
/// and has not heard yet, would have taken a session away again.
const SETTLED: Duration = Duration::from_secs(2);
/// A sound this late is still worth playing while the sound starts up.
const JUST_NOW: Duration = Duration::from_millis(400);
/// A cue that the page, or the sound that is starting up, was too slow for is dropped when it is this late: it
/// would only confuse.
const TOO_LATE: Duration = Duration::from_secs(2);

impl Player {
    /// Carries out what an input of `sent` has brought about.
    pub(super) fn perform(self, effect: Effect, sent: Moment, now: Moment) {
        match effect {
            // A track that goes on says all that there is to say.
            Effect::PlanCues(Opening::Again) if self.is_guided_by_track() => {}
            Effect::PlanCues(opening) => {
                self.forget_cues();
                // Whoever knows the step may still be told of it.
                if opening != Opening::Quiet {
                    self.senses.hush();
                }
                self.start_track(opening, now);
                let _ =
                    self.with(|running| (running.planned_at, running.planned_from) = (now, sent));
                self.plan_cues(opening, sent, now + HORIZON, now);
            }
            Effect::Silence => self.silence(),
            Effect::Save => self.save(now),
            Effect::KeepAwake => self.senses.keep_awake(),
            Effect::MaySleep => self.senses.may_sleep(),
            Effect::Finish => self.mark_the_end(now),
            Effect::Record => self.record(now),
        }
    }

    pub(super) fn save(self, now: Moment) {
        // Another tab may be about to be found leading the session that is kept.
        if !self.may_save(now) {
            return;
        }
        let saved = self.with(|running| {
            running.saved_at = now;
            running.saved(now)
        });
        if let Some(saved) = saved.flatten() {
            let kept = self.with(|running| {
                let kept = saved::keep_session(&saved, &mut running.kept);
                running.is_kept = kept.is_ok();
                kept
            });
            self.notices.on_error(kept.unwrap_or(Ok(())));
        }
    }

    /// Carries out the cues whose time has come, plans on when the plan runs short, and keeps where
    /// the session stands, so that a crash costs seconds.
    pub(super) fn sense(self, now: Moment) {
        for cue in self.with(|running| running.due(now)).into_iter().flatten() {
            let _ = self.with(|running| self.senses.carry_out(&cue, &running.session));
        }
        let until = self.with(|running| running.planned_until);
        if let Some(until) = until.filter(|until| until.since(now) <= GUIDED_FOR) {
            self.plan_cues(Opening::Step, until.max(now), now + HORIZON, now);
        }
        let saved_at = self.with(|running| running.saved_at);
        if saved_at.is_some_and(|saved_at| now.since(saved_at) >= SAVE_EVERY) {
            self.save(now);
        }
    }

    /// Plans the cues from `from` on; those before `now` come at once.
    fn plan_cues(self, opening: Opening, from: Moment, until: Moment, now: Moment) {
        let breathing = self.settings.with_untracked(Settings::breathing);
        let planned = self.with(|running| {
            running.planned_until = until;
            cues::upcoming(&running.session, opening, breathing, from, until)
        });
        for mut cue in planned.into_iter().flatten() {
            cue.at = cue.at.max(now);
            self.senses.plan_sound(&cue, cue.at.since(now));
            // What only sounds is in the sound clock's hands.
            if cue.beat.is_spoken() {
                let _ = self.with(|running| running.pending.push_back(cue));
            }
        }
    }

    /// Plans the sounds again on a sound clock that stood until now, those that it missed just now too.
    pub(super) fn plan_sounds_anew(self) {
        let now = self.time();
        let breathing = self.settings.with_untracked(Settings::breathing);
        let planned = self.with(|running| {
            // A session may have begun by a press before the page came up.
            let is_new = now.since(running.planned_at) <= TOO_LATE;
            let from = if is_new { running.planned_from } else { now.earlier_by(JUST_NOW) };
            cues::upcoming(&running.session, Opening::Step, breathing, from, running.planned_until)
        });
        self.senses.silence_sounds();
        for cue in planned.into_iter().flatten() {
            self.senses.plan_sound(&cue, cue.at.since(now));
        }
    }

    fn silence(self) {
        self.forget_cues();
        self.senses.hush();
    }

    fn forget_cues(self) {
        self.stop_track();
        self.senses.silence_sounds();
        let _ = self.with(|running| running.pending.clear());
    }

    fn mark_the_end(self, now: Moment) {
        let _ = self.with(|running| {
            let step = running.session.plan().steps.len().saturating_sub(1);
            let cue = Cue { at: now, step, beat: Beat::Finish };
            self.senses.plan_sound(&cue, Duration::ZERO);
            self.senses.carry_out(&cue, &running.session);
        });
    }

    /// Puts the session into the history. Where that cannot be kept, this page still knows it.
    fn record(self, now: Moment) {
        let record = self.with(|running| {
            let record = Record::of(&running.session, &running.recipe, running.began, now)?;
            let pain = Pain { before: running.pain_before, ..record.pain };
            Some(Record { pain, ..record })
        });
        let trace = record.flatten().map_or(Trace::Nothing, |record| self.keep(record));
        self.trace.set(trace);
        // What could not be put into the history is still there as a session to resume.
        if trace != Trace::OnThisPage {
            self.notices.on_error(saved::forget_session());
        }
        self.give_up_lead();
    }

    fn keep(self, record: Record) -> Trace {
        let kept = saved::add_record(&record);
        let trace = if kept.is_ok() { Trace::Kept } else { Trace::OnThisPage };
        self.notices.on_error(kept);
        self.history.update(|records| add(records, record.clone()));
        self.recorded.set(Some(record.began));
        let recorded = record.clone();
        match trace {
            Trace::Kept => for_good(ticker::after(SETTLED, move || {
                // Unless it was deleted since.
                if self.history.with_untracked(|known| known.iter().any(|it| it.is_same(&record))) {
                    self.notices.on_error(saved::add_record(&record));
                }
            })),
            Trace::OnThisPage | Trace::Nothing => self.unkept.borrow_mut().push(record),
        }
        let then = self.on_record.borrow().clone();
        if let Some(then) = then {
            then(&recorded);
        }
        trace
    }
}

impl super::Running {
    /// Takes the cues whose time has come, without those that come too late to mean anything.
    fn due(&mut self, now: Moment) -> Vec<Cue> {
        let mut due = vec![];
        while self.pending.front().is_some_and(|cue| cue.at <= now) {
            let Some(cue) = self.pending.pop_front() else { break };
            if now.since(cue.at) <= TOO_LATE {
                due.push(cue);
            }
        }
        due
    }
}
