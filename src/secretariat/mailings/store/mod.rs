//! Mailings in the database: planned, begun, carried on by a job, looked at.

mod beginning;
mod carrying;
mod looking;

pub use beginning::{begin, is_begun, plan, rehearse};
pub use carrying::carry_on;
pub use looking::{lines, one, past};
