//! People at the desk: the table, one person, their appointments.

mod appointments;
mod one;
mod register;

pub use appointments::{appoint, dismiss};
pub use one::{appointments, letters, one, taken_in};
pub use register::find;
