//! Tests that people take of themselves: how, with the figure and a timer, what came of it, and what that means.

use std::any::Any;
use std::time::Duration;

use leptos::prelude::*;
use maud::{Markup, html};
use time::OffsetDateTime;

use super::today_felt;
use crate::app::route::Route;
use crate::app::{self, App};
use crate::domain::days::felt_day;
use crate::domain::measures::{EVERY_DAYS, Finding, Gap, Measure, Stands, Test};
use crate::domain::pain::Score;
use crate::ui::parts::{
    Chart, button, changing, changing_button, fixed, from_and_to, go_to_way_back, group, heading,
    labelled, named_button, steps, way_back,
};
use crate::view::{Element, element};
use crate::words::words;

/// How long one stands up and sits down for, in seconds.
const STANDING: i64 = 30;
const SECOND: Duration = Duration::from_secs(1);

pub fn tests() -> Vec<Element> {
    let app = App::get();
    let words = &words().diary;
    let head = html! { (heading(words.tests)) p class="lead" { (words.tests_hint) } };
    let mut parts = vec![fixed(head), deleted(app)];
    parts.extend(Test::ALL.map(|test| card(app, test)));
    parts.push(fixed(
        html! { p { a class="quiet-button" href=(Route::Progress) { (words.title) } } },
    ));
    parts
}

fn card(app: App, test: Test) -> Element {
    let words = &words().diary;
    let how = html! {
        (steps((words.test_how)(test)))
        p class="quiet" { ((words.test_reading)(test)) }
    };
    let head = move || {
        html! {
            h2 { ((words.test)(test)) }
            (from_and_to(shown_by(test)))
        }
    };
    let mut parts = vec![changing(head), fixed(how), changing(move || due(app, test))];
    if test == Test::SitToStand {
        parts.push(timer(app));
    }
    parts.push(entry(app, test));
    parts.push(changing(move || so_far(app, test)));
    parts.push(results(app, test));
    group("card", parts)
}

/// The figure that does it.
const fn shown_by(test: Test) -> &'static str {
    match test {
        Test::FingertipToFloor => "forward-bend",
        Test::SitToStand => "sit-to-stand",
        Test::FigureFour => "seated-figure-four",
    }
}

/// Whether it is time for it, or not for this person at all.
fn due(app: App, test: Test) -> Markup {
    let words = &words().diary;
    let is_out = app.check.has_any_tag(test.cautions());
    let last = app.diary.measures.with(|it| it.of(test).next_back());
    let is_due = app.diary.measures.with(|it| it.is_due(test, today_felt()));
    html! {
        @if is_out { p class="for-you" { (words.leave_out) } }
        @else if is_due { p { (words.is_due) } }
        @else if let Some(last) = last {
            p class="quiet" {
                ((words.is_not_due)(felt_day(last.at).saturating_add(time::Duration::days(EVERY_DAYS))))
            }
        }
    }
}

/// Thirty seconds by the clock, with a sound at the end.
#[derive(Clone, Copy)]
struct Timer {
    app: App,
    /// When it is over, while it runs.
    end: RwSignal<Option<OffsetDateTime>>,
    left: RwSignal<usize>,
    is_over: RwSignal<bool>,
    /// Calls again in a second.
    next: StoredValue<Option<Box<dyn Any>>, LocalStorage>,
}

impl Timer {
    fn press(self) {
        let is_running = self.end.get_untracked().is_some();
        self.is_over.set(false);
        let end = app::now() + time::Duration::seconds(STANDING);
        self.end.set((!is_running).then_some(end));
        self.tick();
    }

    fn tick(self) {
        let Some(end) = self.end.get_untracked() else { return };
        let left = (end - app::now()).whole_milliseconds();
        if left <= 0 {
            self.end.set(None);
            self.is_over.set(true);
            return self.app.player.senses.test();
        }
        // A second that has begun counts.
        self.left.set(usize::try_from(left).unwrap_or(0).saturating_add(999) / 1000);
        self.next.set_value(Some(Box::new(app::after(SECOND, move || self.tick()))));
    }
}

fn timer(app: App) -> Element {
    let words = &words().diary;
    let timer = Timer {
        app,
        end: RwSignal::new(None),
        left: RwSignal::new(0),
        is_over: RwSignal::new(false),
        next: StoredValue::new_local(None),
    };
    let is_running = move || timer.end.with(Option::is_some);
    let face = move || html! { (words.time[usize::from(is_running())]) };
    let shown = move || {
        html! {
            @if is_running() { p class="total" { strong { (timer.left.get()) } } }
            p role="status" { @if timer.is_over.get() { (words.time_over) } }
        }
    };
    let press = changing_button("quiet-button", face, move || timer.press());
    group("settings", vec![press, changing(shown)])
}

/// Fields for what came of it.
fn entry(app: App, test: Test) -> Element {
    let words = &words().diary;
    let said = RwSignal::new("");
    let field = |place: usize, label: &str| {
        let id = format!("test-{}-{place}", test as usize);
        let input = element("input", "").attribute("inputmode", "decimal");
        (input.clone(), labelled(&id, label, input))
    };
    let labels = (words.fields)(test).iter().enumerate();
    let (inputs, mut parts): (Vec<_>, Vec<_>) = labels.map(|(at, label)| field(at, label)).unzip();
    let keep = move || {
        let typed: Vec<_> = inputs.iter().map(Element::value).collect();
        let finding = finding(test, &typed);
        said.set(if finding.is_some() { words.kept } else { (words.wrong)(test) });
        if let Some(finding) = finding {
            app.add_measure(Measure { at: app::now(), finding });
            for input in &inputs {
                input.set_value("");
            }
        }
    };
    parts.push(button("quiet-button", words.keep, keep));
    parts.push(changing(move || html! { p role="status" { (said.get()) } }));
    let title = element("summary", "").markup(html! { ((words.take)((words.test)(test))) });
    element("details", "").children(vec![title, group("settings", parts)])
}

/// What was typed, where it is a result.
fn finding(test: Test, typed: &[String]) -> Option<Finding> {
    let whole = |at: usize| typed.get(at)?.trim().parse::<u16>().ok();
    let score = |at| Score::new(u8::try_from(whole(at)?).ok()?);
    match test {
        Test::FingertipToFloor => {
            let tenths = tenths(typed.first()?.trim())?;
            Gap::from_tenths(tenths).map(Finding::FingertipToFloor)
        }
        Test::SitToStand => Stands::new(whole(0)?).map(Finding::SitToStand),
        Test::FigureFour => Some(Finding::FigureFour { left: score(0)?, right: score(1)? }),
    }
}

/// A length of at most one place after its point or comma, in tenths.
fn tenths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit()) && !it.is_empty();
    if !digits(whole) || !digits(rest) || rest.len() > 1 {
        return None;
    }
    whole.parse::<u16>().ok()?.checked_mul(10)?.checked_add(rest.parse().ok()?)
}

/// What it has come to, and a chart once there are two.
fn so_far(app: App, test: Test) -> Markup {
    let words = &words().diary;
    let all: Vec<_> = app.diary.measures.with(|it| it.of(test).collect());
    let compared = app.diary.measures.with(|it| it.compared(test));
    html! {
        @if let Some(compared) = compared { p { ((words.compared)(compared)) } }
        @if all.len() > 1 {
            (chart(test, &all))
            @if test == Test::FigureFour { p class="quiet" { (words.sides_legend) } }
        }
    }
}

/// One line through circles; of two sides, the right one is squares alone.
fn chart(test: Test, all: &[Measure]) -> Markup {
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return html! {} };
    let number = |it: &Measure| match it.finding {
        Finding::FingertipToFloor(gap) => [f64::from(gap.tenths()) / 10.0; 2],
        Finding::SitToStand(stands) => [f64::from(stands.count()); 2],
        Finding::FigureFour { left, right } => [f64::from(left.get()), f64::from(right.get())],
    };
    let numbers = all.iter().map(|it| (felt_day(it.at), number(it)));
    let found = numbers.clone().flat_map(|(_, it)| it);
    let range = found.fold([f64::MAX, 0.0], |[least, most], it| [it.min(least), it.max(most)]);
    let most = range[1].max(10.0);
    let squares = numbers.clone().map(|(day, [_, right])| (day, right));
    let chart = Chart {
        days: [felt_day(first.at), felt_day(last.at)],
        most,
        step: if most > 40.0 {
            20.0
        } else if most > 10.0 {
            10.0
        } else {
            2.0
        },
        dots: numbers.clone().map(|(day, [left, _])| (day, left)).collect(),
        squares: squares.filter(|_| test == Test::FigureFour).collect(),
        line: numbers.map(|(day, [left, _])| (day, Some(left))).collect(),
        trend: None,
    };
    chart.markup(&(words().diary.test_chart)(test, all.len(), range))
}

/// The table behind the chart; each row can be deleted.
fn results(app: App, test: Test) -> Element {
    let words = &words().diary;
    let rows = move || {
        let all: Vec<_> = app.diary.measures.with(|it| it.of(test).rev().collect());
        let row = |it: Measure| {
            let day = felt_day(it.at);
            let delete = named_button("quiet-button", &(words.delete)(day), move || {
                app.delete_measure(it);
                go_to_way_back();
            });
            let date = element("th", "").attribute("scope", "row");
            let parts = vec![
                date.markup(html! { ((words.short_date)(day)) }),
                element("td", "").markup(html! { ((words.finding)(it.finding)) }),
                element("td", "").children(vec![delete.markup(html! { (words.delete_it) })]),
            ];
            element("tr", "").children(parts)
        };
        all.into_iter().map(row).collect()
    };
    let title = element("summary", "").markup(html! { (words.results) });
    let head = html! {
        tr {
            @for column in words.result_columns { th scope="col" { (column) } }
            td {}
        }
    };
    let head = element("thead", "").markup(head);
    let list =
        element("table", "").children(vec![head, element("tbody", "").following_children(rows)]);
    let is_any = move || app.diary.measures.with(|it| it.of(test).next().is_some());
    element("details", "").children(vec![title, list]).shown_while(is_any)
}

/// The way back for the result that was deleted last.
fn deleted(app: App) -> Element {
    let day = move || app.diary.deleted_measures.last(|it| felt_day(it.at));
    let undo = move || {
        app.undo_delete_measure();
        app::go_to_heading();
    };
    way_back(move || day().map(words().diary.deleted_result), undo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<u16>) {
        assert_eq!(tenths(text), expected, "{text}");
    }

    #[test]
    fn centimetres_have_one_place_after_the_point_at_the_most() {
        check("12.5", Some(125));
        check("12,5", Some(125));
        check("7", Some(70));
        check("0", Some(0));
        for text in ["", ".", "12.", ".5", "12.55", "-1", "+1", "1e2", "twelve"] {
            check(text, None);
        }
    }

    #[test]
    fn a_result_is_all_of_its_numbers_within_their_bounds() {
        let typed = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert!(finding(Test::FigureFour, &typed(&["3", "10"])).is_some());
        assert!(finding(Test::FigureFour, &typed(&["3", "11"])).is_none());
        assert!(finding(Test::FigureFour, &typed(&["3", ""])).is_none());
        assert!(finding(Test::SitToStand, &typed(&["61"])).is_none());
        assert!(finding(Test::FingertipToFloor, &typed(&["100.1"])).is_none());
    }
}
