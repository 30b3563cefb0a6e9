//! The second factor: one-time codes from a telephone, and recovery codes for who has lost it.

mod holdings;
pub(super) mod letters;
pub(super) mod pages;
pub(super) mod routes;
pub(super) mod store;
pub(super) mod words;

use crate::domain::ids::{EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::one_time_code::Shared;

pub use holdings::HOLDINGS;
pub use store::{Removed, give, purge, reset};

/// What is still asked of somebody whose password was right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needed {
    Nothing,
    /// A code: they have a factor.
    Code,
    /// To begin to have one: a role of theirs requires it.
    Enrolment,
}

/// Somebody between the password and the session.
#[derive(Debug, Clone)]
pub struct Pending {
    pub person: PersonId,
    pub username: String,
    pub needed: Needed,
    /// The ente they want to act for, if any.
    pub prefer: Option<EnteId>,
    /// Where they were going.
    pub back: String,
}

/// The factor of a person as they see it themselves.
#[derive(Debug, Clone)]
pub struct Standing {
    pub since: Moment,
    /// Recovery codes not used yet.
    pub codes_left: i64,
}

/// Why a code was not enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Not the code, or one that was used already.
    Wrong,
    /// Of those who end their factor: not the password.
    Password,
    /// A role of theirs requires the factor.
    Required,
}

/// What is offered to somebody who begins: it becomes theirs when a code of it comes back.
#[derive(Debug, Clone)]
pub struct Offer {
    pub shared: Shared,
    /// The username, as the telephone will show it.
    pub account: String,
}
