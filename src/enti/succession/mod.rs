//! Successions: an ente ends and goes on in another; its people go with it, its past stays readable.

pub mod pages;
pub mod routes;
pub mod store;
mod words;

use crate::domain::ids::EnteId;
use crate::domain::moment::Day;
use crate::domain::succession::Kind;

/// What a sheet tells of the ente before and after.
#[derive(Debug, Clone, Default)]
pub struct Lineage {
    /// Who went on in it.
    pub before: Vec<Step>,
    /// In whom it went on.
    pub after: Vec<Step>,
    /// Dissolved, with nobody after it.
    pub dissolved: Option<(Day, String)>,
    /// Former ISTAT codes, each with the first day of the next.
    pub codes: Vec<(String, Day)>,
    /// Comuni that left an association, or associations that a comune left, with their last day but one: the first without.
    pub left: Vec<(EnteId, String, Day)>,
    /// People whose appointment ended with the ente, to be carried on by hand.
    pub stranded: Vec<Stranded>,
}

/// One arrow to a neighbour.
#[derive(Debug, Clone)]
pub struct Step {
    pub ente: EnteId,
    /// "Agliè (TO)".
    pub name: String,
    pub kind: Kind,
    pub on: Day,
    pub act: String,
}

/// Somebody whom nobody has carried on yet.
#[derive(Debug, Clone)]
pub struct Stranded {
    pub name: String,
    pub qualifica: String,
}
