//! Pain over time, as a chart with its table, a trend with how sure it is, and weeks compared.

use leptos::prelude::*;
use maud::{Markup, html};
use time::Date;

use super::today_felt;
use crate::app::App;
use crate::domain::days::since;
use crate::domain::pain::{Flank, Score, Site};
use crate::domain::trend::{
    Filter, Reading, Trend, When, change, readings, seven_day_average, trend,
};
use crate::ui::parts::{Chart, Choice, changing, fixed, group, labelled};
use crate::view::{Element, element};
use crate::words::words;

/// How far back one can look, in days.
const SPANS: [i64; 3] = [28, 91, 365];

/// What of it is looked at.
#[derive(Clone, Copy)]
struct Look {
    app: App,
    /// Each by its place among all; of the two in the middle, one beyond them is any.
    when: RwSignal<usize>,
    site: RwSignal<usize>,
    flank: RwSignal<usize>,
    span: RwSignal<usize>,
}

pub fn pain(app: App) -> Element {
    let words = &words().diary;
    let look = Look {
        app,
        when: RwSignal::new(0),
        site: RwSignal::new(usize::MAX),
        flank: RwSignal::new(usize::MAX),
        span: RwSignal::new(1),
    };
    let is_told = move || app.history.with(|all| all.iter().any(|it| it.pain.is_told()));
    let nothing = changing(move || html! { @if !is_told() { p { (words.no_pain) } } });
    let told =
        group("settings", vec![look.choices(), changing(move || look.shown()), look.table()]);
    group(
        "settings",
        vec![fixed(html! { h2 { (words.pain) } }), nothing, told.shown_while(is_told)],
    )
}

impl Look {
    fn choices(self) -> Element {
        let words = &words().diary;
        let when = Choice {
            name: "pain-when",
            label: words.when,
            options: When::ALL.map(words.when_of).to_vec(),
            chosen: std::rc::Rc::new(move || self.when.get()),
            choose: std::rc::Rc::new(move |index| self.when.set(index)),
        };
        let span = Choice {
            name: "pain-span",
            label: words.span,
            options: words.spans.to_vec(),
            chosen: std::rc::Rc::new(move || self.span.get()),
            choose: std::rc::Rc::new(move |index| self.span.set(index)),
        };
        let pain = &self::words().progress;
        let places = select("pain-site", words.place, &Site::ALL.map(pain.site), self.site);
        let sides = select("pain-side", pain.side, &Flank::ALL.map(pain.flank), self.flank);
        group("settings", vec![when.view(), span.view(), places, sides])
    }

    /// The numbers to show, and from when to when.
    fn readings(self) -> (Vec<Reading>, [Date; 2]) {
        let filter = Filter {
            site: Site::ALL.get(self.site.get()).copied(),
            flank: Flank::ALL.get(self.flank.get()).copied(),
        };
        let to = today_felt();
        let from = to.saturating_sub(time::Duration::days(SPANS[self.span.get()] - 1));
        // The average of the first day goes a week further back.
        let first = from.saturating_sub(time::Duration::WEEK);
        let when = When::ALL[self.when.get()];
        (self.app.history.with(|all| readings(since(all, first), when, filter)), [from, to])
    }

    fn shown(self) -> Markup {
        let words = &words().diary;
        let (all, [from, to]) = self.readings();
        html! {
            (chart(&all, [from, to]))
            p class="quiet" { (words.chart_legend) }
            p { ((words.trend)(trend(&all, from, to))) }
            p { ((words.change)(change(&all, from, to))) }
            p class="quiet" { (words.not_the_cause) }
        }
    }

    /// The table behind the chart. It stays open while something else is chosen.
    fn table(self) -> Element {
        let words = &words().diary;
        let rows = move || {
            let (all, [from, to]) = self.readings();
            html! {
                thead { tr { @for column in words.pain_columns { th scope="col" { (column) } } } }
                tbody {
                    @for it in all.iter().rev() {
                        @if (from..=to).contains(&it.date) {
                            tr {
                                th scope="row" { ((words.short_date)(it.date)) }
                                td { ((words.decimal)(it.score)) }
                                td {
                                    @match seven_day_average(&all, it.date) {
                                        Some(average) => ((words.decimal)(average)),
                                        None => "–",
                                    }
                                }
                            }
                        }
                    }
                }
            }
        };
        let title = element("summary", "").markup(html! { (words.table) });
        let table = element("table", "").following(rows);
        element("details", "pain-table").children(vec![title, table])
    }
}

/// The numbers of these days, with the average of the seven days before each, and their trend.
pub fn chart(all: &[Reading], [from, to]: [Date; 2]) -> Markup {
    let shown = all.iter().filter(|it| (from..=to).contains(&it.date));
    let dots: Vec<_> = shown.map(|it| (it.date, it.score)).collect();
    let each_day = std::iter::successors(Some(from), |day| day.next_day());
    let line = each_day.take_while(|day| *day <= to);
    let says = (words().diary.chart)(dots.len());
    let chart = Chart {
        days: [from, to],
        most: f64::from(Score::MOST),
        step: 2.0,
        dots,
        squares: vec![],
        line: line.map(|day| (day, seven_day_average(all, day))).collect(),
        trend: match trend(all, from, to) {
            Trend::Line(line) => Some([(line.from, line.start), (line.to, line.end)]),
            Trend::TooFew { .. } | Trend::TooShort { .. } => None,
        },
    };
    chart.markup(&says)
}

/// Any of `options`, or anything.
fn select(id: &str, name: &str, options: &[&'static str], place: RwSignal<usize>) -> Element {
    let options = html! {
        option value="" { (words().diary.anywhere) }
        @for (place, option) in options.iter().enumerate() { option value=(place) { (option) } }
    };
    let field = element("select", "").markup(options);
    let chosen = field.clone();
    let field = field.on("change", move || place.set(chosen.value().parse().unwrap_or(usize::MAX)));
    labelled(id, name, field)
}
