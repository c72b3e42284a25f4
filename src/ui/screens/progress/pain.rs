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
use crate::ui::parts::{Chart, Choice, changing, fixed, group, labelled, place_of};
use crate::view::{Element, element};
use crate::words::words;

/// How far back one can look, in days.
const SPANS: [i64; 3] = [28, 91, 365];

/// What of it is looked at.
#[derive(Clone, Copy)]
struct Look {
    app: App,
    when: RwSignal<When>,
    site: RwSignal<Option<Site>>,
    flank: RwSignal<Option<Flank>>,
    span: RwSignal<i64>,
}

pub fn pain(app: App) -> Element {
    let words = &words().diary;
    let look = Look {
        app,
        when: RwSignal::new(When::Before),
        site: RwSignal::new(None),
        flank: RwSignal::new(None),
        span: RwSignal::new(SPANS[1]),
    };
    let is_told = move || app.history.with(|all| all.iter().any(|it| it.pain.is_told()));
    let nothing = changing(move || html! { @if !is_told() { p { (words.no_pain) } } });
    let told = group("settings", vec![look.choices(), changing(move || look.shown())]);
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
            chosen: std::rc::Rc::new(move || place_of(&When::ALL, Some(&self.when.get()))),
            choose: std::rc::Rc::new(move |index| self.when.set(When::ALL[index])),
        };
        let span = Choice {
            name: "pain-span",
            label: words.span,
            options: words.spans.to_vec(),
            chosen: std::rc::Rc::new(move || place_of(&SPANS, Some(&self.span.get()))),
            choose: std::rc::Rc::new(move |index| self.span.set(SPANS[index])),
        };
        let pain = &self::words().progress;
        let places = select("pain-site", words.place, &Site::ALL.map(pain.site), move |it| {
            self.site.set(it.map(|it| Site::ALL[it]));
        });
        let sides = select("pain-side", pain.side, &Flank::ALL.map(pain.flank), move |it| {
            self.flank.set(it.map(|it| Flank::ALL[it]));
        });
        group("settings", vec![when.view(), span.view(), places, sides])
    }

    fn shown(self) -> Markup {
        let words = &words().diary;
        let filter = Filter { site: self.site.get(), flank: self.flank.get() };
        let to = today_felt();
        let from = to.saturating_sub(time::Duration::days(self.span.get() - 1));
        // The average of the first day goes a week further back.
        let first = from.saturating_sub(time::Duration::WEEK);
        let all = self.app.history.with(|all| readings(since(all, first), self.when.get(), filter));
        let shown = all.iter().filter(|it| (from..=to).contains(&it.date));
        html! {
            (chart(&all, [from, to]))
            p class="quiet" { (words.chart_legend) }
            p { ((words.trend)(trend(&all, from, to))) }
            p { ((words.change)(change(&all, from, to))) }
            p class="quiet" { (words.not_the_cause) }
            details {
                summary { (words.table) }
                table {
                    thead { tr { @for column in words.pain_columns { th scope="col" { (column) } } } }
                    tbody {
                        @for it in shown.rev() {
                            tr {
                                th scope="row" { ((words.short_date)(it.date)) }
                                td { ((words.decimal)(it.score)) }
                            }
                        }
                    }
                }
            }
        }
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
fn select(
    id: &str,
    name: &str,
    options: &[&'static str],
    choose: impl Fn(Option<usize>) + 'static,
) -> Element {
    let options = html! {
        option value="" { (words().diary.anywhere) }
        @for (place, option) in options.iter().enumerate() { option value=(place) { (option) } }
    };
    let field = element("select", "").markup(options);
    let chosen = field.clone();
    let field = field.on("change", move || choose(chosen.value().parse().ok()));
    labelled(id, name, field)
}
