//! Enrolment: who has a seat on a giornata, who waits, who goes instead; what they are told of it, and what they may do.

mod letters;
pub(super) mod pages;
pub(super) mod routes;
pub(super) mod store;
mod words;

use crate::access::session::EnteName;
use crate::domain::enrolment::{How, Prospect, Refusal, Standing, Who, Why};
use crate::domain::ids::{ClassDayId, EnrolmentId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::seminar::{Place, State};

pub use store::{Listed, ask, coming, remind, roll, roll_on, settle, settle_due, walk_in};

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

/// What came of a request for somebody.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub name: String,
    pub came: Result<Standing, Refusal>,
}

/// Whom the segreteria enrols.
#[derive(Debug, Clone, Copy)]
pub struct DeskAsks<'a> {
    pub person: &'a PersonId,
    /// One for which they act today; none for those of the programme.
    pub ente: Option<&'a EnteId>,
    /// Told in the letter; may be empty.
    pub note: &'a str,
}

/// What the segreteria writes to those on a list.
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    pub subject: &'a str,
    /// Paragraphs are parted by an empty line.
    pub text: &'a str,
    pub also_waiting: bool,
}

/// The seats of a day as somebody sees them.
#[derive(Debug, Clone)]
pub struct SeatsView {
    pub told: Told,
    pub state: State,
    /// For whoever looks: kept seats count for those they are kept for.
    pub left: i64,
    pub prospect: Prospect,
    /// Seats are kept for others until then.
    pub released_at: Option<Moment>,
    pub keeps_for_others: bool,
    pub enrol_by: Moment,
    pub starts_at: Moment,
    pub signed_in: bool,
    pub own: Option<Own>,
    /// None for visitors and for those who act for no ente.
    pub acting: Option<MemberView>,
    pub now: Moment,
}

impl SeatsView {
    /// Why nobody can enrol any more, whoever they are.
    pub fn closed(&self) -> Option<Refusal> {
        match self.state {
            State::Cancelled => Some(Refusal::Cancelled),
            State::Held => Some(Refusal::Held),
            _ if self.now >= self.starts_at => Some(Refusal::Begun),
            _ if self.now >= self.enrol_by => Some(Refusal::Closed(self.enrol_by)),
            _ => None,
        }
    }
}

/// The same for somebody who acts for an ente.
#[derive(Debug, Clone)]
pub struct MemberView {
    pub who: Who,
    pub ente: EnteId,
    pub coordinates: bool,
    /// Why they cannot enrol, whether or not they have.
    pub prevents: Option<Refusal>,
    pub may_enrol_colleagues: bool,
    /// Others of the ente who are on the list.
    pub colleagues: Vec<Line>,
}

/// How somebody stands with a day.
#[derive(Debug, Clone)]
pub struct Own {
    pub id: EnrolmentId,
    pub standing: Standing,
    /// Among those who wait, from 1.
    pub place: Option<usize>,
    pub offer_until: Option<Moment>,
    pub why: Option<Why>,
    /// Whether they take part for an ente: then a colleague can go instead.
    pub of_ente: bool,
}

/// A day with one's own enrolment.
#[derive(Debug, Clone)]
pub struct OwnDay {
    pub own: Own,
    pub told: Told,
    pub ente: Option<EnteName>,
    pub cancelled: bool,
}

/// A line of the list of a day.
#[derive(Debug, Clone)]
pub struct Line {
    pub listed: Listed,
    pub number: i64,
    pub standing: Standing,
    pub place: Option<usize>,
    pub why: Option<Why>,
    pub offer_until: Option<Moment>,
}

/// The list of a day.
#[derive(Debug, Clone)]
pub struct RollView {
    pub told: Told,
    pub state: State,
    pub seats: i64,
    pub taken: i64,
    pub starts_at: Moment,
    /// All who ever asked, by number.
    pub lines: Vec<Line>,
}

/// A step of one enrolment.
#[derive(Debug, Clone)]
pub struct History {
    pub at: Moment,
    pub standing: Standing,
    pub why: Option<Why>,
    pub note: String,
    /// None: the rule, or the clock.
    pub by: Option<String>,
}

/// A colleague to enrol, or to send instead.
#[derive(Debug, Clone)]
pub struct Choice {
    pub person: PersonId,
    pub name: String,
    pub qualifica: String,
    /// None for who is not on the list.
    pub standing: Option<Standing>,
}

/// Somebody whom the segreteria may enrol, with the enti for which they act.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub posts: Vec<(EnteName, String)>,
}

/// What is not as the rules want it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// More seats given than there are, walk-ins aside.
    Oversold,
    /// Somebody waits while there is a seat for them.
    SeatIdle,
    /// Seated although somebody with a lower number waits, and without a kept seat.
    PassedOver,
    /// Two have one number.
    SameNumber,
    /// An offer without its term, or somebody out without a reason.
    Inconsistent,
    /// An offer, or an enrolment, that should have ended.
    Overdue,
    /// The history says something else, or nothing.
    History,
    TwoDaysAtOnce,
}

/// Where it is so.
#[derive(Debug, Clone)]
pub struct Violation {
    pub told: Told,
    pub broken: Broken,
    /// Of whom; none where it is of the day.
    pub name: Option<String>,
}
