//! Enti at the desk: the table, and all that one page shows of one.

mod register;
mod sheet;

pub use register::{Chosen, find};
pub use sheet::{letters, people, rilevazioni};
