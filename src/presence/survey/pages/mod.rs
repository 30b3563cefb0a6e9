//! Pages of surveys: the one that is answered, and those on which the figures are read.

mod figures;
mod form;

pub use figures::{Day, EditionDay, EditionView, Total, day, edition};
pub use form::{Form, done, form, list};
