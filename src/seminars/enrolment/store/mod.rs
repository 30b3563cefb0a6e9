//! Seats, lists and their history in the database. Every writing transaction begins on the row of the day.

mod person;
mod room;
mod spot;

pub use spot::{roll, roll_on, settle, walk_in};
