//! The front page of the desk: what wants doing today, in words.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use crate::domain::moment::Moment;

/// How many of each kind wait for somebody. Nothing waits where there are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Enti worth a call.
    pub due: i64,
    /// Enti that adhere and have not begun.
    pub not_begun: i64,
    /// Enti that adhere without a referente.
    pub without_referente: i64,
    /// Letters given up.
    pub failed_letters: i64,
    /// People whose address was never verified.
    pub unverified: i64,
    /// Requests to act for an ente that nobody has answered, and when the oldest arrived.
    pub requests: i64,
    pub oldest: Option<Moment>,
    /// People who lack what the funder asks.
    pub lacking: i64,
    /// Quesiti that no other ente sees yet.
    pub unreleased: i64,
    /// Giornate di forum that are over and whose proceedings are not out.
    pub proceedings: i64,
    /// Giornate d'aula that are over and whose register is not closed.
    pub registers: i64,
    /// Links to pages of others that are broken or have moved.
    pub links: i64,
}
