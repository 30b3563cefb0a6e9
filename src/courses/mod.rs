//! Courses: who is on which, how far, and what completes one. The courses themselves are folders (`domain/course`).

mod holdings;
mod pages;
mod quiz_form;
mod routes;
mod shelf;
mod store;
mod words;

use rocket::Route;

use crate::access::session::EnteName;
use crate::domain::course::draw::Paper;
use crate::domain::course::progress::Progress;
use crate::domain::course::quiz::Outcome;
use crate::domain::ids::{CourseEnrolmentId, PersonId, QuizAttemptId};
use crate::domain::moment::Moment;
use crate::domain::questionnaire::Answers;
use crate::ui::sitemap::Entry;

pub use holdings::HOLDINGS;
pub use shelf::{LoadFault, Shelf};
pub use store::{begin, completed, completed_by_all, completed_for, enrol, hand_in, read, under_way};

pub const SITEMAP: &[Entry] = routes::SITEMAP;

pub fn routes() -> Vec<Route> {
    routes::routes()
}

/// Somebody on a course.
#[derive(Debug, Clone)]
pub struct Enrolment {
    pub id: CourseEnrolmentId,
    pub course: String,
    /// The version begun on.
    pub version: u32,
    pub enrolled_at: Moment,
    pub completed_at: Option<Moment>,
    pub progress: Progress,
}

/// One go at a quiz.
#[derive(Debug, Clone)]
pub struct Attempt {
    pub id: QuizAttemptId,
    pub number: i64,
    /// Of the course as it was when the attempt began.
    pub hash: String,
    pub paper: Paper,
    pub ended: Option<Ended>,
}

/// What was handed in.
#[derive(Debug, Clone)]
pub struct Ended {
    pub at: Moment,
    pub answers: Answers,
    pub outcome: Outcome,
}

/// Why somebody cannot enrol: titles are for the pages, here are the ids of courses to complete before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingCourses(pub Vec<String>);

/// What became of a paper that was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedIn {
    Marked,
    /// It was handed in before: what stands, stands.
    Before,
    /// The course has changed since: the attempt does not count.
    Outdated,
}

/// A course that somebody completed, for the record of attendance.
#[derive(Debug, Clone)]
pub struct Completion {
    pub person: PersonId,
    pub name: String,
    /// As styled at the ente now.
    pub qualifica: String,
    /// For which they enrolled, if for one.
    pub ente: Option<EnteName>,
    /// Of the ente.
    pub region: String,
    pub course: String,
    pub version: u32,
    pub at: Moment,
    /// Right answers and questions of the test that was passed.
    pub test: Option<(usize, usize)>,
}

/// A line of the desk: one person on one course.
#[derive(Debug, Clone)]
pub struct Line {
    pub course: String,
    pub name: String,
    pub ente: Option<EnteName>,
    pub version: u32,
    pub enrolled_at: Moment,
    pub lessons_read: i64,
    pub attempts: i64,
    pub best: Option<i64>,
    pub completed_at: Option<Moment>,
}
