//! Registers in the database: reading one, and noting on it.

mod day;
mod marks;

pub use day::{listed, read};
pub use marks::{add, check, hold, note, standing};
