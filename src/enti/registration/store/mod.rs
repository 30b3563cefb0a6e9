//! Registrations, invitations and the people of an ente in the database.

mod activating;
mod arriving;
mod asking;
mod deciding;
mod facts;
mod inviting;
mod people;
mod queue;
mod search;
mod upkeep;

pub use activating::{Activation, NotActivated, activate, address_behind, confirm_address};
pub use arriving::{arrive, link};
pub use asking::{ask, ask_as};
pub use deciding::{decide, withdraw_own};
pub use facts::{facts_of, lacks_facts, note_for, styled, tell, told};
pub use inviting::{invite, withdraw_invitation};
pub use people::{Changed, end, holders, invited, name_referente};
pub use queue::{Sought, own_requests, waiting, waiting_here};
pub use search::{candidate, find};
pub use upkeep::look_after;
