//! Rilevazioni in the database: SQL and nothing else.

mod answers;
mod closing;
mod examples;
mod holdings;
mod opening;
mod peers;

pub use answers::{SaveOutcome, entries, save, visit};
pub use closing::{Reopened, Signature, close, closings, closings_of_ente, frozen, reopen};
pub use examples::{drop_example, enter_example, examples};
pub use holdings::HOLDINGS;
pub use opening::{by_region, of_ente, one, open};
pub use peers::{others, place, unplaced};
