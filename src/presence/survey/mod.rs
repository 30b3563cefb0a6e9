//! Surveys: what those who were at a giornata thought of it, and three months later what of it they use; anonymous
//! (docs/decisions/0028).

pub(super) mod routes;
pub(super) mod store;

mod letters;
mod pages;
mod words;

use std::collections::BTreeMap;

use crate::domain::ids::{ClassDayId, SurveyId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::Questionnaire;
use crate::domain::survey::{BallotBox, Figures, Occasion, Tally, Turnout};

pub use store::{pending, rehearse, write};

/// A survey of a giornata.
#[derive(Debug, Clone)]
pub struct Survey {
    pub id: SurveyId,
    pub day: ClassDayId,
    /// Title of the seminar, and when the giornata began.
    pub title: String,
    pub starts_at: Moment,
    pub occasion: Occasion,
    pub questionnaire: String,
    pub version: String,
    pub content_hash: String,
    pub closes_at: Moment,
}

/// How somebody stands with a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    ToAnswer,
    Answered,
    /// Not answered, and closed.
    Closed,
}

/// A survey with all that was answered, and how many were asked.
#[derive(Debug, Clone)]
pub struct Counted {
    pub survey: Survey,
    pub ballots: BallotBox,
    pub turnout: Turnout,
    pub asked: i64,
}

/// Figures of one giornata that go beside the answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attendance {
    pub enrolled: usize,
    pub present: usize,
    /// Of all of them together.
    pub minutes: i64,
}

/// A survey with what may be shown of it by now; without a questionnaire where its version is no longer at hand.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    pub counted: &'a Counted,
    pub questionnaire: Option<&'a Questionnaire>,
    pub figures: &'a Figures,
}

/// By question; none where too few answered it.
pub type Shown = BTreeMap<String, Option<Tally>>;
