//! Assessments: the rilevazione from its opening to its report.

mod blank;
mod catalogue;
mod export;
mod next;
mod pages;
mod rehearsal;
pub mod report;
mod routes;
mod score_json;
mod section_form;
mod standings;
mod store;
pub mod words;

use std::collections::BTreeMap;

use crate::access::session::EnteName;
use crate::domain::ids::{AssessmentId, TestimonialId};
use crate::domain::moment::{Day, Moment};
use crate::domain::questionnaire::Answers;
use crate::domain::saving::Kept;

/// A rilevazione of the ente acted for, or of a predecessor.
#[derive(Debug, Clone)]
pub struct Assessment {
    pub id: AssessmentId,
    pub questionnaire: String,
    pub version: String,
    pub content_hash: String,
    pub opened_at: Moment,
    pub opened_by: String,
    /// None while it is open.
    pub closed_at: Option<Moment>,
    /// How many times it was closed.
    pub closings: i64,
    /// Whose it is.
    pub ente: EnteName,
    /// It is a predecessor's, which was no more from this day on: it can be read, and not changed.
    pub inherited: Option<Day>,
}

impl Assessment {
    /// Of the ente acted for, and not closed.
    pub fn is_open(&self) -> bool {
        self.inherited.is_none() && self.closed_at.is_none()
    }
}

/// What somebody tells of how they did it, for a model or a suggestion: to learn from, not to be compared with.
#[derive(Debug, Clone)]
pub struct Example {
    /// Id of the model or of the suggestion.
    pub illustrates: String,
    pub id: TestimonialId,
    pub title: String,
    /// Whose it is, as in "Unione delle Colline (TO)".
    pub told_by: String,
}

/// The answers of a rilevazione as they stand.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    pub kept: BTreeMap<String, Kept>,
}

impl Entries {
    pub fn answers(&self) -> Answers {
        self.kept.iter().filter_map(|(id, kept)| Some((id.clone(), kept.entry.answer.clone()?))).collect()
    }
}

/// A colleague who was in a section a moment ago.
#[derive(Debug, Clone)]
pub struct Visit {
    pub name: String,
    pub seen_at: Moment,
}

/// A frozen version of a rilevazione.
#[derive(Debug, Clone)]
pub struct Closing {
    pub number: i64,
    pub closed_at: Moment,
    pub name: String,
    pub office: String,
    pub authorised_by: String,
    pub act: String,
    pub reopening: Option<Reopening>,
}

/// Why and by whom a closed version was opened again.
#[derive(Debug, Clone)]
pub struct Reopening {
    pub at: Moment,
    pub by: String,
    pub reason: String,
}

pub use catalogue::{Catalogue, LoadFault, Missing};
pub use next::{NextStep, next_step};
pub use rehearsal::{Player, Rehearsal, rehearse};
pub use routes::{Asking, Problems, ReportAsked, SITEMAP, ask, read_answers, report_body, routes, told_problem};
pub use score_json::ScoringJson;
pub use standings::{STANDINGS, note_standings};
pub use store::{HOLDINGS, Signature, by_region, drop_example, enter_example};
