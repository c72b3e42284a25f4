//! Parts that several screens share.
//!
//! What never changes while one looks at it is markup: a pure function from values to HTML, written by
//! maud, which escapes all text, and a native test can read it. What changes or is pressed is an
//! element that follows signals.

mod advice_card;
mod body_map;
mod break_card;
mod button;
mod chart;
mod choice;
mod claims;
mod field;
mod figure;
mod icon;
mod markup;
mod navigation;
mod notices;
mod pain;
mod programme;
mod square_code;
mod stage;
mod stepper;
mod switch;
mod tick;
mod way_back;

pub use advice_card::advice_card;
pub use body_map::{body_back, body_map};
pub use break_card::{break_card, time_of_day};
pub use button::{button, changing_button, group, named_button};
pub use chart::Chart;
pub use choice::{Choice, place_of};
pub use claims::{claims, how_known, source};
pub use field::{checked, labelled};
pub use figure::{Facing, Motion, Showing, figure, from_and_to, still};
pub use icon::Icon;
pub use markup::{
    amount, bullets, changing, closed_card, dose, facts, fitted_rows, fixed, heading, movement_row,
    movement_row_with, routine_length, routine_row, rows, rows_for, section, steps, structure_row,
};
pub use navigation::{header, navigation};
pub use notices::{news_bar, notice_bar};
pub use pain::{Tell, pain_before, pain_place, pain_scale};
pub use programme::printable;
pub use square_code::square_code;
pub use stage::stage;
pub use stepper::{StepNames, Way, stepper};
pub use switch::switch;
pub use tick::tick;
pub use way_back::{go_to_way_back, way_back};
