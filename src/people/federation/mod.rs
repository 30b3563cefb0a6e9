//! Signing in through an OpenID Connect provider, such as a gateway to SPID and CIE: never the only way in.

mod holdings;
pub(super) mod letters;
pub(super) mod pages;
pub(super) mod routes;
pub(super) mod store;
pub(super) mod words;

use crate::domain::ids::{IdentityId, PersonId};
use crate::domain::moment::Moment;

pub use holdings::HOLDINGS;
pub use store::{Given, give_fiscal_number, purge, vouched_for};

/// Why somebody who comes from the provider does not get in: each has its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The provider does not answer.
    Down,
    /// The answer says it is from somebody else.
    Issuer,
    /// The answer was used already, is too old, or belongs to another browser.
    Replayed,
    /// The identity had expired when it came.
    Expired,
    /// Signature, audience or nonce do not hold.
    Unsound,
    /// They turned back at the provider.
    Cancelled,
    /// The provider said no.
    Denied,
    /// The account is disabled.
    Disabled,
    /// The identity opens another account already.
    Taken,
}

/// Whom an identity opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Account(PersonId),
    Disabled,
    /// No account yet: the password, or a registration.
    Nobody,
}

/// Why an identity was linked to an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkedBy {
    FiscalNumber,
    Address,
    Password,
}

impl LinkedBy {
    pub const ALL: [LinkedBy; 3] = [LinkedBy::FiscalNumber, LinkedBy::Address, LinkedBy::Password];

    pub fn as_str(self) -> &'static str {
        match self {
            LinkedBy::FiscalNumber => "fiscal-number",
            LinkedBy::Address => "address",
            LinkedBy::Password => "password",
        }
    }

    pub fn parse(text: &str) -> Option<LinkedBy> {
        LinkedBy::ALL.into_iter().find(|by| by.as_str() == text)
    }
}

/// An identity as its owner sees it.
#[derive(Debug, Clone)]
pub struct Linked {
    pub id: IdentityId,
    pub issuer: String,
    pub by: LinkedBy,
    pub since: Moment,
    pub used: Option<Moment>,
}

/// What the provider says of somebody without an account; empty where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vouched {
    pub name: String,
    pub address: String,
}

/// What was kept of somebody who left for the provider.
#[derive(Debug, Clone)]
pub struct Left {
    pub nonce: String,
    pub verifier: String,
    pub back: String,
}
