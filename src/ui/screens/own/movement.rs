//! A movement of one's own, as from a physiotherapist: its page, and where it is written down.

use leptos::prelude::*;
use maud::html;

use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::catalogue::{Kind, Level, Movement, MovementNumber, Work};
use crate::domain::own::{How, Name, OwnMovement, OwnStep, Owns, own_number};
use crate::ui::parts::{
    StepNames, Way, button, checked, dose, fixed, group, heading, section, stage, stepper, steps,
    switch, way_back,
};
use crate::view::{Element, element};
use crate::words::{MovementText, words};

/// The page of one.
pub fn own_movement(movement: &'static Movement, text: &'static MovementText) -> Vec<Element> {
    let words = words();
    let head = html! {
        p class="overline" { ((words.common.kind)(Kind::Own)) }
        (heading(text.name))
    };
    let told = html! {
        @if text.steps.is_empty() { p { (words.own.no_how) } }
        @else { (section(words.movement.how, &steps(&text.steps))) }
        p { (dose(movement.dose(Level::Beginner), movement.sided)) "." }
        p class="quiet" { (words.own.not_ours) }
        (section(words.movement.stop, &html! {
            p class="warning" { (words.movement.stop_hint) }
            p { a href=(Route::Safety) { (words.pages.safety) } }
        }))
        p { a class="quiet-button" href=(Route::MovementChange(movement.id.to_owned())) { (words.own.change) } }
    };
    vec![fixed(head), stage(movement), fixed(told)]
}

/// A button that makes a new one, tells `then` of it, and goes to where it is written down.
pub fn new_movement(
    app: App,
    label: &str,
    then: impl Fn(&OwnMovement) + Clone + 'static,
) -> Element {
    let press = move || {
        let Ok(name) = Name::parse(words().own.new_movement) else { return };
        let number = app.add_own_movement(name);
        if let Some(movement) = untrack(|| app.own_movement(number)) {
            then(&movement);
            Route::MovementChange(movement.id()).go();
        }
    };
    button("quiet-button", label, press).shown_while(move || app.owns.with(Owns::has_room))
}

/// The way back for the one that was deleted last.
pub fn deleted_movement(app: App) -> Element {
    let told =
        move || app.deleted_movements.last(|(_, it)| (words().own.removed)(it.name.as_str()));
    way_back(told, move || {
        app.undo_delete_own_movement();
        app::go_to_heading();
    })
}

/// Where one is written down.
#[derive(Clone, Copy)]
struct Sheet {
    app: App,
    number: MovementNumber,
}

pub fn own_movement_change(id: &str) -> Vec<Element> {
    let app = App::get();
    let Some(number) = own_number(id) else { return vec![] };
    let sheet = Sheet { app, number };
    let Some(movement) = untrack(|| sheet.movement()) else { return vec![] };
    let words = &words().own;
    let sided = switch(
        words.is_sided,
        "",
        move || sheet.movement().is_some_and(|it| it.sided),
        move |on| sheet.change(|it| OwnMovement { sided: on, ..it }),
    );
    vec![
        fixed(html! { (heading(words.movement)) p class="quiet" { (words.movement_hint) } }),
        sheet.name(&movement),
        sheet.how(&movement),
        sheet.pose(&movement),
        group("settings", vec![sided, sheet.work(), sheet.amounts()]),
        button("main-button", words.done, app::go_back),
        button("quiet-button danger", words.delete_movement, move || {
            app.delete_own_movement(number);
        }),
    ]
}

impl Sheet {
    fn movement(self) -> Option<OwnMovement> {
        self.app.own_movement(self.number)
    }

    fn change(self, change: impl FnOnce(OwnMovement) -> OwnMovement) {
        self.app.change_own_movement(self.number, change);
    }

    fn name(self, movement: &OwnMovement) -> Element {
        let words = &words().own;
        let field = element("input", "").attribute("maxlength", "80");
        field.set_value(movement.name.as_str());
        checked(field, "movement-name", words.movement_name, move |typed| {
            match Name::parse(&typed) {
                Ok(name) => {
                    self.change(|it| OwnMovement { name, ..it });
                    None
                }
                Err(error) => Some((words.name_error)(error)),
            }
        })
    }

    fn how(self, movement: &OwnMovement) -> Element {
        let words = &words().own;
        let field = element("textarea", "").attribute("rows", "5").attribute("maxlength", "800");
        field.set_text(movement.how.as_str());
        checked(field, "movement-how", words.how, move |typed| match How::parse(&typed) {
            Ok(how) => {
                self.change(|it| OwnMovement { how, ..it });
                None
            }
            Err(error) => Some((words.how_error)(error)),
        })
    }

    /// What it looks like: a plain sign, or a movement of ours.
    fn pose(self, movement: &OwnMovement) -> Element {
        let words = &words().own;
        let chosen = movement.pose;
        let ours = library().catalogue.movements.iter().filter(|it| it.kind != Kind::Own);
        let options = html! {
            option value="0" selected[chosen.is_none()] { (words.no_pose) }
            @for it in ours {
                option value=(it.number.get()) selected[chosen == Some(it.number)] {
                    (library().texts.movement(it.id).name)
                }
            }
        };
        let field = element("select", "").markup(options);
        checked(field, "movement-pose", words.pose, move |picked| {
            let pose = picked.parse().ok().filter(|it| *it > 0).map(MovementNumber::new);
            self.change(|it| OwnMovement { pose, ..it });
            None
        })
    }

    /// A hold, or repetitions.
    fn work(self) -> Element {
        let words = &words().own;
        let is_repeated = move || {
            let movement = self.movement();
            movement.is_some_and(|it| matches!(it.dose.work, Work::Repetitions { .. }))
        };
        switch(words.is_repeated, "", is_repeated, move |_| {
            self.change(OwnMovement::with_other_work);
        })
    }

    /// How much of it is usual.
    fn amounts(self) -> Element {
        let words = &words().own;
        let dose = move |change: fn(OwnStep, i32) -> OwnStep| {
            move |steps| self.change(|it| OwnMovement { dose: change(it.step(), steps).dose, ..it })
        };
        let tempo = move |steps| self.change(|it| it.with_tempo(steps));
        let is_repeated = |it: &OwnMovement| matches!(it.dose.work, Work::Repetitions { .. });
        let is = move |what: fn(&OwnMovement) -> bool| {
            move || self.movement().is_some_and(|it| what(&it))
        };
        let parts = vec![
            self.stepper(words.amount_names, usual, dose(OwnStep::with)),
            self.stepper(words.tempo_names, seconds_each, tempo).shown_while(is(is_repeated)),
            self.stepper(words.round_names, rounds, dose(OwnStep::with_rounds)),
            self.stepper(words.rest_names, rest, dose(OwnStep::with_rest))
                .shown_while(is(|it| it.step().has_rest())),
        ];
        element("div", "markup").children(parts)
    }

    fn stepper(
        self,
        [label, less, more]: [&'static str; 3],
        value: fn(&OwnMovement) -> String,
        step: impl Fn(i32) + Clone + 'static,
    ) -> Element {
        stepper(
            StepNames { label, less, more },
            move || html! { span { (label) } },
            move || html! { output { (self.movement().map_or_else(String::new, |it| value(&it))) } },
            move |way| step(if way == Way::More { 1 } else { -1 }),
        )
    }
}

fn usual(movement: &OwnMovement) -> String {
    let words = words();
    match movement.dose.work {
        Work::Hold { hold: length, .. } | Work::Timed { length } => (words.common.length)(length),
        Work::Repetitions { count, .. } => (words.player.repetitions)(count),
    }
}

fn seconds_each(movement: &OwnMovement) -> String {
    match movement.dose.work {
        Work::Repetitions { tempo, .. } => (words().common.length)(tempo),
        Work::Hold { .. } | Work::Timed { .. } => String::new(),
    }
}

fn rounds(movement: &OwnMovement) -> String {
    let rounds = match movement.dose.work {
        Work::Hold { count, .. } => count * movement.dose.sets,
        Work::Repetitions { .. } | Work::Timed { .. } => movement.dose.sets,
    };
    rounds.to_string()
}

fn rest(movement: &OwnMovement) -> String {
    (words().common.length)(movement.dose.rest)
}
