//! The figure: a person drawn from data. A body of fixed proportions takes a pose, a clip leads it from
//! one pose to the next, and a drawing is what is seen of it from one side.
//!
//! Frame: x forward, y up, z to the person's right, as the International Society of Biomechanics has it
//! (Wu et al. 2002, 2005). Lengths are shares of the person's height. Angles are degrees, zero in upright
//! standing with the arms by the sides and the thumbs forward. Flexion, abduction, internal rotation,
//! side-bending and turning to the right are positive. A joint turns in that order: flexion first, about the
//! axis of the segment above, rotation last, about its own length.

pub mod body;
pub mod chart;
pub mod clip;
pub mod drawing;
pub mod film;
mod muscles;
pub mod pose;
pub mod range;
mod reach;
mod shapes;
