//! What a succession changed when it took effect, kept beside it so that it can be undone.

use serde::{Deserialize, Serialize};

/// In the order in which it was done. Kept as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub appointments: Vec<Handed>,
    pub left: Vec<Membership>,
    pub joined: Vec<Membership>,
}

/// An appointment that ended or moved with the ente.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    pub appointment: String,
    pub before: Place,
    pub after: Place,
    /// The one that goes on with it at the successor.
    pub next: Option<(String, Place)>,
}

/// Where an appointment is held, and until which day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub ente: String,
    pub until: Option<String>,
}

/// A comune in an association.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub association: String,
    pub comune: String,
    /// Since when, where it is known.
    pub since: Option<String>,
}
