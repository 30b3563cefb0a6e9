//! Successions: an ente ends and goes on in another; its people go with it, its past stays readable.
//! One may be announced before its day, and undone when it was recorded by mistake.

pub mod changed;
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
    pub dissolved: Option<Dissolved>,
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
    /// Its day is still to come.
    pub announced: bool,
}

/// An end with nobody after it.
#[derive(Debug, Clone)]
pub struct Dissolved {
    pub on: Day,
    pub act: String,
    pub announced: bool,
}

/// A succession of an ente, as whoever would undo it sees it.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// In whom it went on; none: dissolved.
    pub to: Option<String>,
    pub kind: Kind,
    pub on: Day,
    pub act: String,
    pub announced: bool,
}

/// Longest reason for undoing, in characters.
pub const REASON_MAX: usize = 500;

/// Why a succession is not undone: something has happened since, and it would be undone with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotUndone {
    /// It took effect before what it changed was kept.
    NotKept,
    /// Another ente has a later succession with one of the two: that one first.
    Later(String),
    /// The appointment of this person was changed since.
    Appointment(String),
    /// This person has worked on a rilevazione of the ente that follows.
    Acted(String),
    /// Comuni have joined or left one of the associations since.
    Members,
}

/// Somebody whom nobody has carried on yet.
#[derive(Debug, Clone)]
pub struct Stranded {
    pub name: String,
    pub qualifica: String,
}
