//! Enrolment: who has a seat on a giornata, who waits, who goes instead; what they are told of it, and what they may do.

mod letters;
mod store;

use crate::access::session::EnteName;
use crate::domain::enrolment::How;
use crate::domain::ids::{ClassDayId, EnrolmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::seminar::Place;

pub use store::{roll, roll_on, settle, walk_in};

/// A giornata as its letters tell of it.
#[derive(Debug, Clone)]
pub struct Told {
    pub day: ClassDayId,
    pub title: String,
    pub theme: String,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub place: Place,
    pub online_link: Option<String>,
    /// Empty unless the day was cancelled.
    pub cancelled_why: String,
}

/// Somebody who has a seat.
#[derive(Debug, Clone)]
pub struct Seated {
    pub enrolment: EnrolmentId,
    pub person: PersonId,
    pub name: String,
    /// For whom they take part, as it was when they enrolled; none for those of the programme.
    pub ente: Option<EnteName>,
    pub qualifica: String,
    pub how: How,
}

/// Somebody who is there and was not seated.
#[derive(Debug, Clone, Copy)]
pub struct WalkIn<'a> {
    pub person: &'a PersonId,
    /// One for which they act today; none for those of the programme.
    pub ente: Option<&'a EnteId>,
    /// Who says so.
    pub by: &'a PersonId,
}
