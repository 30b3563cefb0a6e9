//! The consent of an ente to have the report of a rilevazione read by the segreteria: recorded, revocable, every reading noted.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use crate::domain::moment::Moment;

/// A consent as it was given, and perhaps taken back.
#[derive(Debug, Clone)]
pub struct Consent {
    pub given_at: Moment,
    pub given_by: String,
    pub revoked: Option<(Moment, String)>,
}

/// A time at which the segreteria read.
#[derive(Debug, Clone)]
pub struct Reading {
    pub at: Moment,
    pub by: String,
}
