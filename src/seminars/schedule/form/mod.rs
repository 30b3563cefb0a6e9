//! The forms of a seminar and of a day: what was typed, kept as it came, and the draft it makes or all that stands in the way.

mod day;
mod fault;
mod hours;
mod seminar;

pub use day::{DayForm, DayOffer, ReservedForm, SessionForm};
pub use fault::{Fault, Slot, control, field_of, refused};
pub use seminar::{Fault as SeminarFault, SeminarForm};

/// Longest line and text, in characters.
pub const LINE_MAX: usize = 200;
pub const TEXT_MAX: usize = 4000;
/// Longest link of a video call, in characters.
pub const LINK_MAX: usize = 500;

/// One line without idle blanks.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_long(text: &str, longest: usize) -> bool {
    text.chars().count() > longest
}
