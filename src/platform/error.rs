//! What can go wrong below the pages. A rule that says no has an enum of its own; this is for all the rest.

use thiserror::Error;

use crate::domain::moment::Moment;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Turned into a page, or into `application/problem+json`, by `ui/failure.rs`.
#[derive(Debug, Error)]
pub enum Error {
    /// It does not exist, or not for you: the two must look the same.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and somebody must be.
    #[error("not signed in")]
    Unsigned,
    /// An unsafe request that did not come from our own pages.
    #[error("request from another origin")]
    ForeignOrigin,
    /// The form was made while acting for another ente.
    #[error("stale form")]
    Stale,
    /// The form lacks a field that our pages always send, or carries one that they never send.
    #[error("unusable request: {0}")]
    BadRequest(&'static str),
    /// Longer than a form may be.
    #[error("request too large")]
    TooLarge,
    /// Too many attempts: the next one is heard from that instant on.
    #[error("too many attempts until {}", .0.rfc3339())]
    TooMany(Moment),
    /// The database or another part does not answer: worth trying again.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A file that a row names is not in the media store, or is another than it was.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A defect of ours.
    #[error("defect: {0}")]
    Bug(String),
}
