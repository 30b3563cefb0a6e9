//! Messages in the database: found and told, and let go once more.

mod again;
mod found;

pub use again::{again, all_again};
pub use found::{find, one};
