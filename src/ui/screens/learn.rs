//! What there is to read: short pages, the words explained, the sources.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::App;
use crate::app::learn::State;
use crate::app::library::{anatomy, library};
use crate::app::route::Route;
use crate::domain::catalogue::Reference;
use crate::ui::parts::{
    Icon, body_map, button, fixed, heading, how_known, rows, section, source, still,
};
use crate::view::{Element, element};
use crate::words::{Group, Known, LearnPage, LearnTexts, Part, Piece, Row, pieces, words};

/// All pages.
pub fn learn() -> Vec<Element> {
    let words = words();
    let head = html! { (heading(words.pages.learn)) p class="lead" { (words.learn.hint) } };
    vec![fixed(head), with_texts(contents)]
}

pub fn page(id: &str) -> Vec<Element> {
    let id = id.to_owned();
    let none = || html! { (heading(words().learn.no_page)) (to_all()) };
    vec![with_texts(move |texts| texts.page(&id).map_or_else(none, |page| shown(texts, &id, page)))]
}

pub fn glossary() -> Vec<Element> {
    let words = &words().learn;
    let head = html! { (heading(words.glossary)) p class="quiet" { (words.glossary_hint) } };
    let explained = |texts: &LearnTexts| {
        html! {
            dl class="facts" {
                @for (_, term) in &texts.glossary { div { dt { (term.word) } dd { (term.meaning) } } }
            }
            (to_all())
        }
    };
    vec![fixed(head), with_texts(explained)]
}

pub fn sources() -> Vec<Element> {
    let words = &words().learn;
    let head = html! { (heading(words.sources)) p class="quiet" { (words.sources_hint) } };
    let listed = |texts: &LearnTexts| {
        let mut all: Vec<_> =
            library().catalogue.references.iter().chain(&texts.references).collect();
        all.sort_unstable_by_key(|it| it.text);
        html! {
            ul class="sources" { @for it in all { li { (source(it, texts.link(it))) } } }
            (to_all())
        }
    };
    vec![fixed(head), with_texts(listed)]
}

/// The rows of pages in which every word of `query` occurs, once they have come.
pub fn found(query: &str) -> Vec<Markup> {
    let learn = App::get().learn;
    learn.load();
    let found = learn.texts().map(|texts| crate::app::search::pages(texts, query));
    found.into_iter().flatten().map(|(id, page)| row(id, page)).collect()
}

/// What `show` makes of the pages, once they are there.
fn with_texts(show: impl Fn(&LearnTexts) -> Markup + 'static) -> Element {
    let (learn, words) = (App::get().learn, &words().learn);
    learn.load();
    let content = move || match learn.state.get() {
        State::There(texts) => vec![fixed(show(texts))],
        State::Closed | State::Loading => {
            vec![fixed(html! { p role="status" { (words.loading) } })]
        }
        State::Failed => {
            let told = html! { p role="status" { (words.failed) } };
            vec![fixed(told), button("main-button", words.again, move || learn.load())]
        }
    };
    element("div", "markup").following_children(content)
}

fn contents(texts: &LearnTexts) -> Markup {
    let words = words();
    let of = |group: Group| {
        let pages = texts.pages.iter().filter(|(_, page)| page.group == group);
        rows(&pages.map(|(id, page)| row(id, page)).collect::<Vec<_>>())
    };
    html! {
        @for group in Group::ALL { (section((words.learn.group)(group), &of(group))) }
        p class="chips" {
            a class="quiet-button" href=(Route::Muscles) { (words.anatomy.learn) }
            a class="quiet-button" href=(Route::Breathe) { (words.breathe.title) }
            a class="quiet-button" href=(Route::Glossary) { (words.learn.glossary) }
            a class="quiet-button" href=(Route::Sources) { (words.learn.sources) }
        }
    }
}

fn row(id: &str, page: &LearnPage) -> Markup {
    html! {
        a class="row" href=(Route::LearnPage(id.to_owned())) {
            span class="row-text" { span class="row-name" { (page.title) } small { (page.lead) } }
            (Icon::Next.markup())
        }
    }
}

fn to_all() -> Markup {
    html! { p { a class="quiet-button" href=(Route::Learn) { (words().learn.all) } } }
}

fn shown(texts: &LearnTexts, id: &str, page: &LearnPage) -> Markup {
    let words = &words().learn;
    html! {
        p class="overline" { ((words.group)(page.group)) }
        (heading(page.title))
        p class="lead" { (page.lead) }
        (picture(page.picture))
        @for it in &page.parts { (part(texts, it)) }
        (explanations(texts, page))
        (section(words.then, &html! {
            p class="chips" {
                @for (at, (to, says)) in page.next.iter().enumerate() {
                    a class=(if at == 0 { "main-button" } else { "quiet-button" }) href=(address(to)) { (says) }
                }
            }
        }))
        p class="chips" {
            @if let Some((id, next)) = texts.after(id) {
                a class="quiet-button" href=(Route::LearnPage((*id).to_owned())) {
                    ((words.read_on)(next.title))
                }
            }
            a class="quiet-button" href=(Route::Learn) { (words.all) }
        }
    }
}

/// The figure of a movement, or the body with a structure in it; each leads there.
fn picture(of: &str) -> Markup {
    if let Some(id) = of.strip_prefix("muscles/") {
        return marked_body(id);
    }
    let id = of.trim_start_matches("movements/");
    let Some(movement) = library().catalogue.movement_called(id) else { return html! {} };
    html! {
        a class="picture" href=(Route::Movement(id.to_owned())) {
            (still(movement))
            span { (library().texts.movement(id).name) }
        }
    }
}

/// Both faces of the body, with the name of what stands out on them.
fn marked_body(id: &str) -> Markup {
    let leads = |id: &str| Route::Muscle(id.to_owned());
    let text = anatomy().text(id);
    html! {
        figure class="marked" {
            (body_map(Some(id), leads))
            figcaption {
                (words().anatomy.marked) a href=(leads(id)) { (text.name) } " (" (text.plain) ")"
            }
        }
    }
}

fn part(texts: &LearnTexts, part: &Part) -> Markup {
    match part {
        Part::Heading(text) => html! { h2 { (text) } },
        Part::Text(text) => html! { p { (marked(text)) } },
        Part::List(items) => html! { ul { @for it in items { li { (marked(it)) } } } },
        Part::Checklist(items) => html! {
            ul class="ticks" {
                @for it in items { li { label class="tick" { input type="checkbox"; span { (it) } } } }
            }
        },
        Part::Table(rows) => table(texts, rows),
        Part::Claim(text, known) => html! {
            div class="claim" { p { (marked(text)) } (how(texts, known)) }
        },
        Part::Question { question, answer, known } => html! {
            h2 { (question) }
            div class="claim" {
                p { (marked(answer)) }
                @if let Some(known) = known { (how(texts, known)) }
            }
        },
    }
}

fn table(texts: &LearnTexts, rows: &[Row]) -> Markup {
    html! {
        table {
            @if let Some((head, body)) = rows.split_first() {
                thead { tr { @for cell in &head.cells { th scope="col" { (cell) } } } }
                tbody {
                    @for row in body {
                        tr {
                            @for (at, cell) in row.cells.iter().enumerate() {
                                @if at == 0 { th scope="row" { (cell) } } @else {
                                    td {
                                        (cell)
                                        @if at + 1 == row.cells.len() && let Some(known) = &row.known {
                                            (how(texts, known))
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn how(texts: &LearnTexts, known: &Known) -> Markup {
    let all = known.sources.iter().filter_map(|id| reference(texts, id));
    let sources: Vec<_> = all.map(|it| source(it, texts.link(it))).collect();
    how_known(known.evidence, &sources)
}

fn reference<'a>(texts: &'a LearnTexts, id: &str) -> Option<&'a Reference> {
    library().catalogue.reference(id).or_else(|| texts.reference(id))
}

/// A text whose marked words explain themselves when they are pressed.
fn marked(text: &str) -> Markup {
    html! {
        @for piece in pieces(text) {
            @match piece {
                Piece::Plain(text) => (text),
                Piece::Term { shown, id } => {
                    button class="term" type="button" popovertarget=(popover(id)) { (shown) }
                }
            }
        }
    }
}

fn popover(id: &str) -> String {
    format!("word-{id}")
}

/// What the marked words of `page` mean, each hidden until it is asked for.
fn explanations(texts: &LearnTexts, page: &LearnPage) -> Markup {
    let pieces = page.sentences().into_iter().flat_map(pieces);
    let ids = pieces.filter_map(|it| match it {
        Piece::Term { id, .. } => Some(id),
        Piece::Plain(_) => None,
    });
    html! {
        @for id in ids {
            @if let Some(term) = texts.term(id) {
                div id=(popover(id)) popover class="explained" {
                    p { strong { (term.word) } } p { (term.meaning) }
                }
            }
        }
    }
}

fn address(to: &str) -> String {
    match to.strip_prefix("learn/") {
        Some(page) => Route::LearnPage(page.to_owned()).to_string(),
        None => format!("#/{to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_says_what_stands_out_on_it() {
        for it in &anatomy().structures {
            let html = marked_body(it.id).into_string();
            let (_, caption) = html.rsplit_once("<figcaption>").unwrap_or_default();
            assert!(caption.contains(anatomy().text(it.id).name), "{}: {caption}", it.id);
            assert!(caption.contains(anatomy().text(it.id).plain), "{}: {caption}", it.id);
        }
    }
}
