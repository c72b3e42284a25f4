//! A routine of one's own: its page, and the page on which it is built.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::library::library;
use crate::app::own::{copy, link_to};
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::catalogue::{Level, MovementNumber, Work};
use crate::domain::fitting::Fitted;
use crate::domain::own::{LinkError, MOST_STEPS, Name, Own, OwnStep, read_link};
use crate::domain::plan::Plan;
use crate::ui::parts::{
    amount, button, changing, closed_card, fitted_rows, fixed, group, heading, named_button,
    printable, square_code,
};
use crate::view::{Element, element};
use crate::words::words;

pub fn own(number: u32) -> Vec<Element> {
    let app = App::get();
    let Some(own) = untrack(|| app.own(number)) else { return vec![] };
    let words = words();
    let is_open = move || {
        app.check.closed().is_none() && app.own(number).is_some_and(|it| !it.steps.is_empty())
    };
    let start = vec![
        changing(move || html! { @if let Some(own) = app.own(number) { (total(app, &own)) } }),
        button("main-button", words.common.start, move || app.begin_own(number))
            .shown_while(is_open),
        closed_card(app),
        fixed(
            html! { p { a class="quiet-button" href=(Route::OwnChange(number)) { (words.own.change) } } },
        ),
    ];
    let held = move || app.own(number).map_or_else(|| html! {}, |own| steps(app, &own));
    let fitted = move || app.own(number).map_or_else(Fitted::default, |own| app.fitted_own(&own));
    let mut parts = vec![
        fixed(html! { p class="overline" { (words.own.title) } (heading(own.name.as_str())) }),
        group("card start", start),
        changing(held),
    ];
    parts.extend(printable(own.name.as_str().to_owned(), fitted));
    parts.push(share(app, number));
    parts.push(button("quiet-button danger", words.own.delete, move || app.delete_own(number)));
    parts
}

/// How long it takes this person.
fn total(app: App, own: &Own) -> Markup {
    let words = words();
    let plan = Plan::build(&library().catalogue, &app.own_recipe(own));
    html! {
        p class="total" {
            @match plan {
                Ok(plan) => strong { ((words.common.length)(plan.total())) },
                Err(_) => (words.own.empty),
            }
        }
    }
}

/// What it is for this person.
fn steps(app: App, own: &Own) -> Markup {
    fitted_rows(&app.fitted_own(own), |_| (false, None))
}

/// The link, to be copied by a press or by hand.
fn share(app: App, number: u32) -> Element {
    let words = &words().own;
    let copied = RwSignal::new(None);
    let link = move || untrack(|| app.own(number)).map(|own| link_to(&own)).unwrap_or_default();
    let press = move || copy(&link(), move |is_there| copied.set(Some(is_there)));
    let told = move || {
        html! {
            p role="status" {
                @match copied.get() {
                    Some(true) => (words.copied),
                    Some(false) => (words.not_copied),
                    None => {},
                }
            }
        }
    };
    let field =
        element("input", "link").attribute("readonly", "").attribute("aria-label", words.link);
    field.set_value(&link());
    let is_any = move || app.own(number).is_some_and(|own| !own.steps.is_empty());
    let title = fixed(html! { h2 { (words.share) } p class="quiet" { (words.share_hint) } });
    let is_shown = RwSignal::new(false);
    let code = move || html! { @if is_shown.get() { (square_code(&link(), words.code_name)) } };
    let parts = vec![
        title,
        field,
        button("quiet-button", words.copy, press),
        changing(told),
        button("quiet-button", words.code, move || is_shown.set(true)),
        changing(code),
    ];
    group("settings", parts).shown_while(is_any)
}

/// Where it is built: by buttons alone, so by keyboard alone.
pub fn own_change(number: u32) -> Vec<Element> {
    let app = App::get();
    let words = words();
    let removed = RwSignal::new(None);
    let rows = element("div", "markup").following_children(move || {
        let steps = app.own(number).map_or_else(Vec::new, |own| own.steps);
        if steps.is_empty() {
            return vec![fixed(html! { p { (words.own.empty) } })];
        }
        (0..steps.len()).map(|at| row(app, number, at, &steps, removed)).collect()
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

/// A step that was taken out, with its place.
type Removed = RwSignal<Option<(usize, OwnStep)>>;

fn name_field(app: App, number: u32) -> Element {
    let words = &words().own;
    let wrong = RwSignal::new(None);
    let field = element("input", "").attribute("id", "own-name").attribute("maxlength", "80");
    let named = untrack(|| app.own(number)).map(|own| own.name.as_str().to_owned());
    field.set_value(&named.unwrap_or_default());
    let typed = field.clone();
    let field = field.on("change", move || match Name::parse(&typed.value()) {
        Ok(name) => {
            wrong.set(None);
            app.rename_own(number, name);
        }
        Err(error) => wrong.set(Some(error)),
    });
    let label = element("label", "").attribute("for", "own-name").markup(html! { (words.name) });
    let told = changing(move || {
        html! { p role="status" { @if let Some(error) = wrong.get() { ((words.name_error)(error)) } } }
    });
    element("div", "search").children(vec![label, field, told])
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
            removed.set(Some((at, steps.remove(at))));
        });
        app::go_to(".own-undo".to_owned());
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
    let text = fixed(html! { p { strong { (at + 1) ". " (name) } " " small { (amount) } } });
    let parts = element("div", "pairs").children(parts);
    group("card own-step", vec![text, parts])
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
    movement.map_or("", |it| library().texts.movement(it.id).name)
}

/// The way back for what was taken out last.
fn undo(app: App, number: u32, removed: Removed) -> Element {
    let words = &words().own;
    let told = move || {
        html! {
            p role="status" {
                @if let Some((_, step)) = removed.get() { ((words.removed)(name_of(step.movement))) }
            }
        }
    };
    let put_back = move || {
        if let Some((at, step)) = removed.try_update(Option::take).flatten() {
            app.change_own(number, |steps| steps.insert(at.min(steps.len()), step));
        }
    };
    let parts = vec![changing(told), button("quiet-button own-undo", words.undo, put_back)];
    group("settings", parts).shown_while(move || removed.with(Option::is_some))
}

/// Any movement, to be added at the end.
fn add(app: App, number: u32) -> Element {
    let words = &words().own;
    let options = html! {
        @for it in &library().catalogue.movements {
            option value=(it.number.get()) { (library().texts.movement(it.id).name) }
        }
    };
    let select = element("select", "").attribute("id", "own-add").markup(options);
    let chosen = select.clone();
    let press = move || {
        let picked = chosen.value().parse().ok().map(MovementNumber::new);
        let movement = picked.and_then(|it| library().catalogue.movement(it));
        if let Some(movement) = movement {
            app.change_own(number, |steps| steps.push(OwnStep::of(movement, Level::Beginner)));
        }
    };
    let is_full = move || app.own(number).is_some_and(|own| own.steps.len() >= MOST_STEPS);
    let label =
        element("label", "").attribute("for", "own-add").markup(html! { (words.add_which) });
    let full = changing(move || html! { @if is_full() { p { (words.full) } } });
    let add = button("quiet-button", words.add, press).shown_while(move || !is_full());
    element("div", "search").children(vec![label, select, add, full])
}

/// A routine in a link, to be looked at before anything is kept.
pub fn shared(link: &str) -> Vec<Element> {
    match read_link(link) {
        Ok((name, steps)) => preview(name, steps),
        Err(error) => vec![fixed(broken(&error))],
    }
}

fn broken(error: &LinkError) -> Markup {
    let words = words();
    html! {
        (heading(words.own.broken))
        p class="lead" { ((words.own.link_error)(error)) }
        a class="main-button" href=(Route::Today) { (words.done.home) }
    }
}

fn preview(name: Name, steps: Vec<OwnStep>) -> Vec<Element> {
    let (app, words) = (App::get(), &words().own);
    // It has no number yet, and is nobody's.
    let own = Own { number: 0, name: name.clone(), steps: steps.clone() };
    let head = html! {
        p class="overline" { (words.shared) }
        (heading(own.name.as_str()))
        p class="quiet" { (words.shared_hint) }
    };
    let keep = move || {
        let number = app.add_own(name.clone(), steps.clone());
        Route::Own(number).replace();
    };
    let looked_at = own.clone();
    vec![
        fixed(head),
        changing(move || total(app, &own)),
        button("main-button", words.keep, keep),
        changing(move || self::steps(app, &looked_at)),
    ]
}

/// Those that there are, and the way to one more.
pub fn owns(app: App) -> Element {
    let words = &words().own;
    let row = |own: &Own| {
        html! { a class="row" href=(Route::Own(own.number)) { span class="row-text" { span class="row-name" { (own.name.as_str()) } } } }
    };
    let all = move || {
        let rows: Vec<_> = app.owns.with(|owns| owns.all.iter().map(row).collect());
        html! { h2 { (words.title) } @if !rows.is_empty() { (crate::ui::parts::rows(&rows)) } }
    };
    let build = move || {
        if let Ok(name) = Name::parse(words.new_name) {
            Route::OwnChange(app.add_own(name, vec![])).go();
        }
    };
    let deleted = move || {
        let name =
            app.deleted_own.with(|it| it.as_ref().map(|(_, own)| own.name.as_str().to_owned()));
        html! { p role="status" { @if let Some(name) = name { ((words.removed)(&name)) } } }
    };
    let undo = button("quiet-button", words.undo, move || app.undo_delete_own());
    group(
        "settings",
        vec![
            changing(all),
            changing(deleted),
            undo.shown_while(move || app.deleted_own.with(Option::is_some)),
            button("quiet-button", words.build, build),
        ],
    )
}
