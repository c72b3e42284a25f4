//! Where a routine of one's own is built: by buttons alone, so by keyboard alone, or by dragging.

use leptos::prelude::*;
use maud::html;

use super::movement::new_movement;
use crate::app::library::library;
use crate::app::route::Route;
use crate::app::taken::Taken;
use crate::app::{self, App};
use crate::domain::catalogue::{Kind, Level, Movement, MovementNumber, Work};
use crate::domain::own::{MOST_STEPS, Name, OwnStep};
use crate::ui::parts::{
    Icon, amount, button, changing, checked, fixed, go_to_way_back, group, heading, labelled,
    named_button, way_back,
};
use crate::view::{Element, element};
use crate::words::words;

pub fn own_change(number: u32) -> Vec<Element> {
    let app = App::get();
    let words = words();
    let removed = Taken::nothing();
    let rows = element("div", "markup").following_children(move || {
        let steps = app.own(number).map_or_else(Vec::new, |own| own.steps);
        if steps.is_empty() {
            return vec![fixed(html! { p { (words.own.empty) } })];
        }
        (0..steps.len()).map(|at| row(app, number, at, &steps, removed)).collect()
    });
    let rows = rows.on_sort(move |from, to| {
        app.change_own(number, |steps| {
            let step = steps.remove(from);
            steps.insert(to, step);
        });
    });
    vec![
        fixed(heading(words.own.change)),
        name_field(app, number),
        fixed(html! { h2 { (words.own.steps) } }),
        rows,
        undo(app, number, removed),
        add(app, number),
        fixed(html! { a class="main-button" href=(Route::Own(number)) { (words.own.done) } }),
    ]
}

/// Steps that were taken out, each with its place.
type Removed = Taken<(usize, OwnStep)>;

fn name_field(app: App, number: u32) -> Element {
    let words = &words().own;
    let field = element("input", "").attribute("maxlength", "80");
    let named = untrack(|| app.own(number)).map(|own| own.name.as_str().to_owned());
    field.set_value(&named.unwrap_or_default());
    checked(field, "own-name", words.name, move |typed| match Name::parse(&typed) {
        Ok(name) => {
            app.rename_own(number, name);
            None
        }
        Err(error) => Some((words.name_error)(error)),
    })
}

fn row(app: App, number: u32, at: usize, steps: &[OwnStep], removed: Removed) -> Element {
    let words = &words().own;
    let (step, last) = (steps[at], steps.len() - 1);
    let movement = library().catalogue.movement(step.movement);
    let name = name_of(step.movement);
    let amount = movement.map_or_else(String::new, |it| amount(it, step.dose, step.only));
    let change = move |what: &'static str, change: fn(OwnStep) -> OwnStep| {
        move || {
            app.change_own(number, |steps| steps[at] = change(steps[at]));
            stay(at, what);
        }
    };
    let swap = move |other: usize, what: &'static str| {
        move || {
            app.change_own(number, |steps| steps.swap(at, other));
            // At an end there is no further.
            let is_end = other == 0 || other == last;
            stay(other, if is_end { "less" } else { what });
        }
    };
    let take_out = move || {
        app.change_own(number, |steps| {
            removed.add((at, steps.remove(at)));
        });
        go_to_way_back();
    };
    let small = |what: &'static str, label: &str, face: &str, press: Box<dyn Fn()>| {
        named_button("step", label, press)
            .attribute("data-at", &format!("{at}-{what}"))
            .markup(html! { (face) })
    };
    let [fewer, more] = [(words.fewer_rounds)(name), (words.more_rounds)(name)];
    let amounts = vec![
        small("less", &(words.less)(name), "−", Box::new(change("less", |it| it.with(-1)))),
        small("more", &(words.more)(name), "+", Box::new(change("more", |it| it.with(1)))),
    ];
    let rounds = vec![
        small("fewer", &fewer, "−", Box::new(change("fewer", |it| it.with_rounds(-1)))),
        small("rounds", &more, "+", Box::new(change("rounds", |it| it.with_rounds(1)))),
    ];
    let mut places = vec![];
    if at > 0 {
        places.push(small("up", &(words.up)(name), "↑", Box::new(swap(at - 1, "up"))));
    }
    if at < last {
        places.push(small("down", &(words.down)(name), "↓", Box::new(swap(at + 1, "down"))));
    }
    let mut parts = vec![pair(words.amount, amounts)];
    if !matches!(step.dose.work, Work::Timed { .. }) {
        parts.push(pair(words.rounds, rounds));
    }
    if step.has_rest() {
        let label = (words.rest)(step.dose.rest);
        let less = small(
            "less-rest",
            &(words.less_rest)(name),
            "−",
            Box::new(change("less-rest", |it| it.with_rest(-1))),
        );
        let more = small(
            "more-rest",
            &(words.more_rest)(name),
            "+",
            Box::new(change("more-rest", |it| it.with_rest(1))),
        );
        parts.push(pair(&label, vec![less, more]));
    }
    if movement.is_some_and(|it| it.sided) {
        let label = (words.sides)(step.only);
        let press = change("sides", OwnStep::on_other_sides);
        let sides = named_button("quiet-button", &(words.sides_of)(name, step.only), press);
        let sides = sides.attribute("data-at", &format!("{at}-sides")).markup(html! { (label) });
        parts.push(pair(words.side, vec![sides]));
    }
    if last > 0 {
        parts.push(pair(words.place, places));
    }
    let remove = named_button("quiet-button", &(words.remove)(name), take_out);
    parts.push(remove.markup(html! { (words.remove_it) }));
    let text = html! {
        p { strong { (at + 1) ". " (name) } " " small { (amount) } }
        @if last > 0 { span class="handle" data-handle aria-hidden="true" { (Icon::Drag.markup()) } }
    };
    let parts = element("div", "pairs").children(parts);
    group("card own-step", vec![element("div", "own-head").markup(text), parts])
}

/// Buttons that belong together, with what they are about.
fn pair(label: &str, mut buttons: Vec<Element>) -> Element {
    buttons.insert(0, element("span", "quiet").markup(html! { (label) }));
    element("div", "pair").children(buttons)
}

/// Keeps the focus on a button of the step at `at`: the rows are made anew.
fn stay(at: usize, what: &str) {
    app::go_to(format!("[data-at='{at}-{what}']"));
}

fn name_of(movement: MovementNumber) -> &'static str {
    let movement = library().catalogue.movement(movement);
    movement.map_or(words().own.gone, |it| library().texts.movement(it.id).name)
}

/// The way back for what was taken out last.
fn undo(app: App, number: u32, removed: Removed) -> Element {
    let put_back = move || {
        if let Some((at, step)) = removed.put_back() {
            app.change_own(number, |steps| {
                let at = at.min(steps.len());
                steps.insert(at, step);
                stay(at, "less");
            });
        }
    };
    let name = move || removed.last(|(_, step)| name_of(step.movement));
    way_back(move || name().map(words().own.removed), put_back)
}

/// Any movement, to be added at the end.
fn add(app: App, number: u32) -> Element {
    let words = &words().own;
    let option = |it: &Movement| {
        html! { option value=(it.number.get()) { (library().texts.movement(it.id).name) } }
    };
    // The person's own stand last, and are looked for first.
    let options = html! { @for it in library().catalogue.movements.iter().rev().filter(|it| is_own(it)) { (option(it)) }
    @for it in library().catalogue.movements.iter().filter(|it| !is_own(it)) { (option(it)) } };
    let select = element("select", "").markup(options);
    let chosen = select.clone();
    let press = move || {
        let picked = chosen.value().parse().ok().map(MovementNumber::new);
        let movement = picked.and_then(|it| library().catalogue.movement(it));
        if let Some(movement) = movement {
            app.change_own(number, |steps| steps.push(OwnStep::of(movement, Level::Beginner)));
        }
    };
    let is_full = move || app.own(number).is_some_and(|own| own.steps.len() >= MOST_STEPS);
    let select = labelled("own-add", words.add_which, select);
    let full = changing(move || html! { @if is_full() { p { (words.full) } } });
    let add = button("quiet-button", words.add, press).shown_while(move || !is_full());
    let other = new_movement(app, words.add_movement, move |movement| {
        app.change_own(number, |steps| steps.push(movement.step()));
    });
    let other = other.shown_while(move || !is_full());
    element("div", "search").children(vec![select, add, other, full])
}

fn is_own(movement: &Movement) -> bool {
    movement.kind == Kind::Own
}
