//! What was done and by whom: the audit trail, and the access log of system administrators.

pub mod pages;
pub mod routes;
pub mod store;
pub mod words;

use crate::access::session::EnteName;
use crate::domain::deed::Kind;
use crate::domain::moment::{Day, Moment};
use crate::platform::audit::Passage;

/// Lines on a page.
pub const PAGE: usize = 50;
/// Lines of a file at most; its days can be narrowed.
pub const LONGEST: i64 = 100_000;
/// What to look for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Part of the name, username or address of who did it or to whom.
    pub text: &'a str,
    pub kind: Option<Kind>,
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// Which part of what was found.
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    pub limit: i64,
    pub offset: i64,
}

/// One line of the trail.
#[derive(Debug, Clone)]
pub struct Line {
    pub at: Moment,
    /// Name and username; nobody: the machine, the command line, or a visitor.
    pub by: Option<(String, String)>,
    /// As the role is spelled.
    pub role: String,
    /// As the kind is spelled: one of a later version is shown as it is.
    pub kind: String,
    pub person: Option<(String, String)>,
    pub ente: Option<EnteName>,
    pub detail: String,
    pub client: Option<String>,
}

/// One line of the access log.
#[derive(Debug, Clone)]
pub struct Pass {
    pub at: Moment,
    pub name: Option<String>,
    pub username: String,
    pub passage: Option<Passage>,
    pub client: Option<String>,
}
