//! A chart of numbers over days: dots, a line through averages, and a dashed one. A table always stands behind it.

use std::fmt::Write;

use maud::{Markup, html};
use time::Date;

use crate::words::words;

/// The picture is so wide and high, with so much room for words at the left and at the bottom.
const WIDTH: i32 = 420;
const HEIGHT: i32 = 240;
const LEFT: i32 = 34;
const BOTTOM: i32 = 32;
const EDGE: i32 = 10;

pub struct Chart {
    /// The days at its left and at its right end.
    pub days: [Date; 2],
    /// The number at its top; at its bottom is 0.
    pub most: f64,
    /// How far apart its lines lie.
    pub step: f64,
    pub dots: Vec<(Date, f64)>,
    /// Of something else.
    pub squares: Vec<(Date, f64)>,
    /// Its line is broken where there is no number.
    pub line: Vec<(Date, Option<f64>)>,
    pub trend: Option<[(Date, f64); 2]>,
}

impl Chart {
    /// `says` what it shows, to those who do not see it.
    pub fn markup(&self, says: &str) -> Markup {
        let (dates, decimal) = (words().diary.short_date, words().diary.decimal);
        let [from, to] = self.days;
        let right = WIDTH - EDGE;
        html! {
            svg class="chart" role="img" aria-label=(says) viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) {
                @for number in self.levels() {
                    @let y = self.y(number);
                    path class="grid" d=(format!("M{LEFT} {y}H{right}")) {}
                    text x=(LEFT - 8) y=(y + 5) text-anchor="end" {
                        (decimal(number).trim_end_matches(".0"))
                    }
                }
                text x=(LEFT) y=(HEIGHT - 6) { (dates(from)) }
                text x=(right) y=(HEIGHT - 6) text-anchor="end" { (dates(to)) }
                path class="average" d=(self.average()) {}
                @if let Some([(first, start), (last, end)]) = self.trend {
                    path class="trend" d=(format!(
                        "M{} {}L{} {}", self.x(first), self.y(start), self.x(last), self.y(end)
                    )) {}
                }
                @for (date, number) in &self.squares {
                    rect x=(self.x(*date) - 6) y=(self.y(*number) - 6) width="12" height="12" {}
                }
                @for (date, number) in &self.dots {
                    circle cx=(self.x(*date)) cy=(self.y(*number)) r="4" {}
                }
            }
        }
    }

    fn levels(&self) -> Vec<f64> {
        let levels = (0..=20).map(|it| f64::from(it) * self.step);
        levels.take_while(|it| *it <= self.most).collect()
    }

    fn average(&self) -> String {
        let (mut path, mut is_broken) = (String::new(), true);
        for (date, number) in &self.line {
            let Some(number) = number else {
                is_broken = true;
                continue;
            };
            let letter = if is_broken { 'M' } else { 'L' };
            // Nothing fails to be written into a text.
            let _ = write!(path, "{letter}{} {}", self.x(*date), self.y(*number));
            is_broken = false;
        }
        path
    }

    fn x(&self, date: Date) -> i32 {
        let [from, to] = self.days;
        let share = days(from, date) / days(from, to).max(1.0);
        LEFT + pixels(share.clamp(0.0, 1.0) * f64::from(WIDTH - EDGE - LEFT))
    }

    /// What lies beyond the top or the bottom lies on it.
    fn y(&self, number: f64) -> i32 {
        let share = (number / self.most).clamp(0.0, 1.0);
        HEIGHT - BOTTOM - pixels(share * f64::from(HEIGHT - BOTTOM - EDGE))
    }
}

fn days(from: Date, to: Date) -> f64 {
    f64::from(i32::try_from((to - from).whole_days()).unwrap_or(i32::MAX))
}

#[expect(clippy::cast_possible_truncation, reason = "it lies within the picture")]
fn pixels(length: f64) -> i32 {
    length.round() as i32
}

#[cfg(test)]
mod tests {
    use time::Month;

    use super::*;

    fn day(day: u8) -> Date {
        Date::from_calendar_date(2026, Month::March, day).expect("a day")
    }

    fn chart() -> Chart {
        Chart {
            days: [day(1), day(11)],
            most: 10.0,
            step: 2.0,
            dots: vec![(day(1), 0.0), (day(6), 5.0), (day(11), 12.0)],
            squares: vec![(day(6), 2.0)],
            line: vec![
                (day(1), Some(1.0)),
                (day(2), None),
                (day(3), Some(2.0)),
                (day(4), Some(2.0)),
            ],
            trend: None,
        }
    }

    #[test]
    fn days_go_to_the_right_and_numbers_up_and_none_leaves_the_picture() {
        let chart = chart();
        assert_eq!([1, 6, 11, 20].map(|it| chart.x(day(it))), [34, 222, 410, 410]);
        assert_eq!([0.0, 5.0, 10.0, 12.0, -1.0].map(|it| chart.y(it)), [208, 109, 10, 10, 208]);
    }

    #[test]
    fn the_line_is_broken_where_there_is_no_number() {
        assert_eq!(chart().average(), "M34 188M109 168L147 168");
    }

    #[test]
    fn there_are_as_many_dots_as_days() {
        let markup = chart().markup("Pain").into_string();
        assert_eq!(["<circle", "<rect"].map(|it| markup.matches(it).count()), [3, 1]);
    }
}
