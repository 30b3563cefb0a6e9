//! Somebody who gets an account by themselves: values for slices that let people in.

pub mod store;

use crate::access::RoleName;
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;

/// An account to make, in a transaction of somebody else's.
#[derive(Debug)]
pub struct Newcomer<'a> {
    /// Of the shape of `domain/username.rs`.
    pub username: &'a str,
    pub name: &'a str,
    /// In lower case.
    pub email: &'a str,
    pub password_hash: String,
    pub lang: Lang,
    /// When the address was shown to be theirs, if it was.
    pub verified_at: Option<Moment>,
    /// The version of the privacy notice that was declared read.
    pub notice: &'a str,
}

/// An appointment to make: who, where, in which role.
#[derive(Debug, Clone, Copy)]
pub struct Post<'a> {
    pub person: &'a PersonId,
    pub ente: &'a EnteId,
    pub role: RoleName,
    pub qualifica: &'a str,
}

/// An account behind a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharer {
    pub username: String,
    pub name: String,
}
