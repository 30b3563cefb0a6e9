//! Pages of successions: the forms, and what the sheet of an ente tells of before and after.

mod form;
mod history;

pub use form::{SuccessionForm, UndoingForm, form, undoing};
pub use history::{buttons, ended, history};
