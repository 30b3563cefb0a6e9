//! A testimonial: what a comune or an association tells of how it did it, and when that may be read by everybody.

mod lines;
mod publication;
mod sheet;

pub use lines::{chapters, figures};
pub use publication::{Approval, Asked, Happened, Missing, Release, Scope, State, Suspension, holds_until, lacking, suspended, unsaid};
pub use sheet::{Exchange, Figure, Member, Part, Session, Sheet, SizeClass, Speaker, Video, changes};
