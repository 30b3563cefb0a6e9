//! Giornate in people's own calendars: one day as a file, public calendars to follow, a secret one for each person, and what
//! goes with letters. A giornata is one appointment from its first session to its last.

pub mod letters;
mod pages;
pub mod routes;
pub mod store;
mod words;

use crate::domain::ids::ClassDayId;
use crate::domain::moment::Moment;
use crate::domain::seminar::{Place, State};

/// A giornata as calendars know it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub day: ClassDayId,
    pub title: String,
    pub state: State,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub sessions: Vec<Part>,
    pub place: Place,
    /// For those who have a seat; never in a public calendar.
    pub online_link: Option<String>,
    /// Rises with every change of hours, place or state: what public calendars carry.
    pub sequence: i64,
    /// Rises with every step of anybody on that day: what letters carry, so that the later one always prevails.
    pub touched: i64,
    pub changed_at: Moment,
}

/// A session of it.
#[derive(Debug, Clone)]
pub struct Part {
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub topic: String,
}

/// What a public calendar is cut down to; empty for all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cut<'a> {
    pub region: &'a str,
    pub theme: &'a str,
}

/// The secret address of somebody's own calendar, as its owner sees it.
#[derive(Debug, Clone, Copy)]
pub struct Feed {
    pub made_at: Moment,
    pub read_at: Option<Moment>,
}

/// Somebody whose calendar is read by its secret address.
#[derive(Debug, Clone)]
pub struct Owner {
    pub person: crate::domain::ids::PersonId,
    pub lang: crate::domain::lang::Lang,
}

/// Days for which what is over stays in a calendar.
pub const PAST: i64 = 90;
