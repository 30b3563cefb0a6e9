//! The programme: its editions over the years, and whether an ente may take part in the one that counts.

mod difference;
mod form;
mod holdings;
mod pages;
mod routes;
mod store;
mod words;

use crate::domain::edition::{Edition, EnteFacts, Terms};
use crate::domain::ids::EnteId;
use crate::domain::moment::{Day, Moment};

pub use form::Fault;
pub use holdings::HOLDINGS;
pub use routes::{SITEMAP, refresh, routes};
pub use store::{all, candidates, change, create, current, facts, facts_of, one, regions, to_come};

/// An edition as the segreteria writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub terms: Terms,
}

/// An edition with what its form has to know.
#[derive(Debug, Clone)]
pub struct Kept {
    pub edition: Edition,
    /// Grows by one at every change: a form keeps that of what it was opened on.
    pub revision: i64,
    pub changed_at: Moment,
}

/// An ente that has to do with an edition, with what the rule asks of it.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub ente: EnteId,
    pub name: String,
    pub province: String,
    pub facts: EnteFacts,
}

/// Somebody changed the edition since the form was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedMeanwhile;

/// A published version of a questionnaire that an edition may name.
#[derive(Debug, Clone)]
pub struct Offered {
    pub id: String,
    pub version: String,
    pub title: String,
}

impl Offered {
    /// As a form spells it: `piccoli-comuni/1`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.id, self.version)
    }
}

/// A course that an edition may ask for.
#[derive(Debug, Clone)]
pub struct OfferedCourse {
    pub id: String,
    pub title: String,
}

/// All that are published, handed in when the server is built: questionnaires and courses are of later slices.
#[derive(Debug, Clone)]
pub struct OfferedAll {
    pub questionnaires: Vec<Offered>,
    pub courses: Vec<OfferedCourse>,
}

/// An edition in the list of them.
#[derive(Debug, Clone)]
pub struct Listed {
    pub edition: Edition,
    /// Enti that adhere, and those that were invited and have not answered.
    pub adhering: i64,
    pub invited: i64,
}
