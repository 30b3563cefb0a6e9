//! Pages on the editions of the programme.

mod form;
mod list;

pub use form::{EditionForm, changed_meanwhile, form};
pub use list::{Editions, list};
