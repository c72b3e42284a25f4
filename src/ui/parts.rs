//! Parts that several screens share.

mod choice;
mod icon;
mod navigation;
mod notices;
mod rows;
mod stepper;
mod switch;

pub use choice::Choice;
pub use icon::Icon;
pub use navigation::{Header, Navigation};
pub use notices::NoticeBar;
pub use rows::{MovementRow, RoutineRow, dose, routine_length};
pub use stepper::{Stepper, Way};
pub use switch::Switch;
