//! Pages of the way in.

mod account;
mod activation;
mod asking;
mod facts;
mod fields;
mod own;
mod people;
mod queue;

pub use account::{AccountPage, LinkPage, address, invitation, link_over, verified};
pub use activation::{ActivationPage, activation, activation_account};
pub use asking::{FormPage, SearchPage, form, outside, search, sent, told};
pub use facts::{facts, facts_of};
pub use own::own_requests;
pub use people::{InviteForm, PeoplePage, Verdicts, people, reason_name};
pub use queue::{QueuePage, queue};
