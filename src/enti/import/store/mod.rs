//! Imports in the database: what was uploaded, what it would do, and the doing.

mod carrying;
mod enti;
mod files;
mod people;
mod registers;

pub use carrying::{carry_out, judge, register, start};
pub use files::{content, forget, keep, one, purge, recent};
