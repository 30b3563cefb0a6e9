//! Seats, lists and their history in the database. Every writing transaction begins on the row of the day.

mod asking;
mod control;
mod message;
mod person;
mod reading;
mod room;
mod spot;
mod upkeep;

pub use asking::{Hand, accept, ask, ask_at_desk, ask_for, linked, remove, substitute, withdraw, withdraw_by_link};
pub use control::violations;
pub use message::write_to_all;
pub use reading::{candidates, colleagues, coming, history, list, one, own, seats, substitutes};
pub use room::Listed;
pub use spot::{roll, roll_on, settle, walk_in};
pub use upkeep::{remind, settle_due};
