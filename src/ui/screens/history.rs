//! History: every session, newest first.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::library::library;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::history::{Done, Record, WorkTime};
use crate::domain::note::Note;
use crate::domain::pain::Pain;
use crate::domain::session::End;
use crate::ui::parts::{
    button, changing, changing_button, checked, facts, fixed, go_to_way_back, group, heading,
    labelled, named_button, way_back,
};
use crate::view::{Element, element};
use crate::words::words;

/// How many sessions stand on the page at first, and how many more each time.
const AT_ONCE: usize = 20;

/// A session with a row of its own, whatever else is said of it meanwhile.
struct Shown(Record);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&other.0)
    }
}

pub fn history() -> Vec<Element> {
    let app = App::get();
    let shown = RwSignal::new(AT_ONCE);
    let head = move || app.history.with(|records| head(records));
    let those = move || app.history.with(|records| latest(records, shown.get()));
    let rows = element("ol", "records").following_keys(those, move |it| row(app, &it.0));
    let is_any = move || app.history.with(|records| !records.is_empty());
    let times = fixed(html! { p class="quiet" { (words().history.times) } });
    vec![
        fixed(heading(words().pages.history)),
        changing(head),
        deleted(app),
        rows.shown_while(is_any),
        more(app, shown),
        times.shown_while(is_any),
        missing(app),
        fixed(
            html! { p { a class="quiet-button" href=(Route::Progress) { (words().diary.title) } } },
        ),
    ]
}

/// The way back for the session that was deleted last.
fn deleted(app: App) -> Element {
    let day = move || app.diary.deleted.last(|it| it.began.date());
    let undo = move || {
        app.undo_delete_session();
        app::go_to_heading();
    };
    way_back(move || day().map(words().diary.deleted_session), undo)
}

/// A session that was done without the app.
fn missing(app: App) -> Element {
    let words = &words().diary;
    let [day, time, routine, minutes] = words.add_fields;
    let said = RwSignal::new("");
    let field = |id: &str, kind: &str, label: &str| {
        let input = element("input", "").attribute("type", kind);
        (input.clone(), labelled(id, label, input))
    };
    let (date, date_field) = field("missing-day", "date", day);
    let (clock, clock_field) = field("missing-time", "time", time);
    let (length, length_field) = field("missing-minutes", "number", minutes);
    let options = html! {
        @for it in library().catalogue.routines {
            option value=(it.id) { (library().texts.routine(it.id).name) }
        }
    };
    let chosen = element("select", "").markup(options);
    let routine_field = labelled("missing-routine", routine, chosen.clone());
    let add = move || {
        let typed = [date.value(), clock.value(), chosen.value(), length.value()];
        said.set(app.add_missing(&typed).map_or_else(words.add_wrong, |()| words.added));
    };
    let title = element("summary", "").markup(html! { (words.add) });
    let fields = vec![
        fixed(html! { p class="quiet" { (words.add_hint) } }),
        date_field,
        clock_field,
        routine_field,
        length_field,
        button("quiet-button", words.add_it, add),
        changing(move || html! { p role="status" { (said.get()) } }),
    ];
    element("details", "").children(vec![title, group("settings", fields)])
}

/// So many of `records`, the latest first.
fn latest(records: &[Record], count: usize) -> Vec<Shown> {
    records.iter().rev().take(count).cloned().map(Shown).collect()
}

/// A button for more sessions, while there are more.
fn more(app: App, shown: RwSignal<usize>) -> Element {
    let left = move || app.history.with(Vec::len).saturating_sub(shown.get());
    let face = move || html! { ((words().history.more)(left().min(AT_ONCE))) };
    let show_more = move || shown.update(|shown| *shown += AT_ONCE);
    changing_button("quiet-button", face, show_more).shown_while(move || left() > 0)
}

/// How much there is, or what will be here.
fn head(records: &[Record]) -> Markup {
    let words = words();
    if records.is_empty() {
        return html! {
            div class="card" {
                h2 { (words.history.empty) }
                p { (words.history.empty_hint) }
                a class="main-button" href=(Route::Today) { (words.done.home) }
            }
        };
    }
    let worked = records.iter().map(Record::worked).sum();
    html! {
        p class="lead" { ((words.history.summary)(records.len(), worked)) }
    }
}

fn row(app: App, record: &Record) -> Element {
    let words = &words().diary;
    let text = element("div", "markup").markup(told(record));
    let note = note(app, record);
    let gone = record.clone();
    let name = (words.delete_session)(record.began.date());
    let delete = move || {
        app.delete_session(&gone);
        go_to_way_back();
    };
    let delete = named_button("quiet-button", &name, delete);
    let title = element("summary", "").markup(html! { (words.change_session) });
    let parts = vec![title, note, delete.markup(html! { (words.delete_it) })];
    let change = element("details", "").children(parts);
    change.set_attribute("open", record.note.as_ref().map(|_| ""));
    element("li", "record").children(vec![text, change])
}

/// What the person writes to it.
fn note(app: App, record: &Record) -> Element {
    let words = &words().diary;
    let id = format!("note-{}", record.began.unix_timestamp());
    let name = (words.note_of)(record.began.date());
    let field = element("textarea", "note").attribute("rows", "2");
    field.set_text(record.note.as_ref().map_or("", |it| it.as_str()));
    let record = record.clone();
    checked(field, &id, &name, move |typed| match Note::parse(&typed) {
        Ok(note) => {
            app.set_note(&record, note);
            None
        }
        Err(error) => Some((words.note_error)(error)),
    })
}

fn told(record: &Record) -> Markup {
    let words = words();
    let began = record.began;
    let name = App::get().routine_name(&record.routine);
    let end = match record.end {
        End::Finished => words.history.finished,
        End::Stopped => words.history.stopped,
    };
    let done: Vec<_> = record.done.iter().filter_map(done).collect();
    html! {
        p class="overline" {
            ((words.common.date)(began.date())) ", "
            ((words.history.at)(began.hour(), began.minute()))
        }
        @if began > app::now() { p class="warning" { (words.history.ahead) } }
        h2 { (name.as_deref().unwrap_or(words.history.unknown_routine)) }
        p {
            ((words.common.length)(record.took)) " · " (end)
            @if let Some(feel) = record.feel { " · " ((words.done.feel)(feel)) }
        }
        @if let Some(pain) = pain(record.pain) { p { (pain) } }
        details {
            summary { ((words.history.movements)(record.done.len())) }
            (facts(&done))
        }
    }
}

/// What was told of pain around it.
fn pain(pain: Pain) -> Option<String> {
    pain.is_told().then(|| (words().progress.told)(pain))
}

fn done(done: &Done) -> Option<(&'static str, String)> {
    let words = words();
    let movement = library().catalogue.movement(done.movement)?;
    let time = match done.time {
        WorkTime::Whole(time) => (words.common.length)(time),
        WorkTime::Sides { left, right } => (words.done.sides)(left, right),
    };
    Some((library().texts.movement(movement.id).name, time))
}
