//! The code on the projector, and the page on which who takes part enters it.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use crate::domain::moment::Moment;
use crate::domain::one_time_code::Shared;
use crate::domain::seminar::Session;

/// What the page for the projector has to show.
#[derive(Debug, Clone)]
pub enum Projected {
    /// Nobody has asked for a code yet.
    NotBegun,
    Shown {
        secret: Shared,
        session: Session,
    },
    /// No session takes people in now; when the next one does.
    Between(Option<Moment>),
    /// Cancelled, or closed.
    Over,
}

/// A session of today in which somebody has a seat.
#[derive(Debug, Clone)]
pub struct Own {
    pub title: String,
    pub session: Session,
    pub entered_at: Option<Moment>,
}

/// What came of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Entered,
    /// It was entered before, at that instant.
    Already(Moment),
    Refused(Refusal),
}

/// Why a code is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Not six digits.
    Malformed,
    Wrong,
    Expired,
    /// The code is right; the person has no seat there. The title of the seminar.
    NotEnrolled(String),
    /// The person has no seat anywhere today.
    NotToday,
    /// No session takes people in now.
    NotRunning,
    /// The day was closed.
    Closed,
}
