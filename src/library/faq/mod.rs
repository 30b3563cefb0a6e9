//! Domande frequenti: a question, an answer that somebody signed, and the day until which it stands without being read again.

mod form;
mod letters;
mod pages;
pub(super) mod routes;
pub(super) mod store;
mod words;

use crate::domain::ids::{FaqId, PersonId};
use crate::domain::moment::{Day, Moment};

pub use form::Fault;

/// Days an answer stands unless its author says otherwise.
const STANDS: i32 = 365;

/// A domanda frequente as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub theme: String,
    pub question: String,
    /// As typed or pasted: `domain::prose` reads it.
    pub answer: String,
    /// Laws and circulars it rests on, one a line.
    pub law: String,
    /// Who answers, and as what: this is the signature.
    pub author: String,
    pub author_role: String,
    pub answered_on: Day,
    /// The last day on which it stands without being read again.
    pub review_on: Day,
    /// Who looks after it.
    pub owner: Option<PersonId>,
}

/// An answer of the forum that is worth keeping: it becomes a draft, and is read before it is published.
#[derive(Debug, Clone, Copy)]
pub struct Proposal<'a> {
    /// The id of the answer: proposed twice, it is one domanda frequente.
    pub from: &'a str,
    pub theme: &'a str,
    pub question: &'a str,
    pub answer: &'a str,
    pub law: &'a str,
    pub author: &'a str,
    pub author_role: &'a str,
    pub answered_on: Day,
    /// Until when it was said to stand; none: a year.
    pub valid_until: Option<Day>,
    /// Whoever answered looks after it.
    pub owner: Option<&'a PersonId>,
}

/// What readers see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub id: FaqId,
    pub theme: String,
    pub question: String,
    pub answer: String,
    pub law: String,
    pub author: String,
    pub author_role: String,
    pub answered_on: Day,
    pub review_on: Day,
    pub published_at: Moment,
    pub first_published_at: Moment,
}

/// A line of the public list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub id: FaqId,
    pub theme: String,
    pub question: String,
    pub review_on: Day,
}

/// How one stands, for those who look after them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Draft,
    Public,
    /// Public, and written further since.
    Ahead,
    Withdrawn,
}

/// A line of the list at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: FaqId,
    pub theme: String,
    pub question: String,
    pub review_on: Day,
    pub state: State,
    pub owner: Option<String>,
}

impl Line {
    /// Readers are told to check it first.
    pub fn has_expired(&self, today: Day) -> bool {
        matches!(self.state, State::Public | State::Ahead) && self.review_on < today
    }
}

/// One with all its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: FaqId,
    /// As last saved.
    pub draft: Draft,
    pub state: State,
    /// Grows by one at every change: a form keeps that of what it was opened on.
    pub revision: i64,
    /// Why it was withdrawn, and when.
    pub withdrawn: Option<(Moment, String)>,
    pub versions: Vec<Version>,
    /// The version that readers see.
    pub public: Option<i64>,
}

/// A text as it was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    pub question: String,
    pub answer: String,
    pub saved_at: Moment,
    pub saved_by: Option<String>,
}

/// Somebody changed it since the form was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedMeanwhile;

/// Whoever may look after one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    pub id: PersonId,
    pub name: String,
}
