//! What can be wrong with a row: where, what was found, and enough to say what would be right.

use super::columns::Column;
use crate::domain::moment::Day;
use crate::domain::succession;

/// One thing that is wrong. All of them are gathered, not the first alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// As the spreadsheet numbers it.
    pub row: usize,
    pub column: &'static str,
    /// As written; empty where nothing is.
    pub found: String,
    pub problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Missing,
    TooLong {
        most: usize,
    },
    /// A cell to the right of the last heading.
    Beyond,
    NotANumber,
    NotAYear,
    NotADay,
    InTheFuture,
    NotYesOrNo,
    UnknownKind,
    UnknownRole,
    UnknownSuccession,
    BadIstatCode,
    BadIpaCode,
    BadAddress,
    BadDomain,
    BadUsername,
    UnknownProvince,
    /// A province that no ente has yet: its region must be said.
    NoRegion,
    /// Names that are nearly so, with their provinces.
    UnknownEnte {
        like: Vec<String>,
    },
    AmbiguousEnte {
        candidates: Vec<String>,
    },
    EnteEnded {
        on: Day,
        followed_by: Vec<String>,
    },
    NotAComune {
        name: String,
    },
    /// The code belongs to another ente than the one named.
    CodeOfAnother {
        name: String,
    },
    /// The ente has another code: a new one is a succession.
    OtherCode {
        code: String,
    },
    CodeTaken {
        name: String,
    },
    KindChanged {
        is: crate::domain::ente::Kind,
    },
    NoMembers,
    /// The same as in an earlier row.
    SameAs {
        row: usize,
    },
    /// The account has another name or address.
    UsernameOfAnother {
        name: String,
        email: String,
    },
    /// The person has an account under another username.
    HasUsername {
        username: String,
    },
    /// Several accounts of that name and address.
    UsernameNeeded {
        usernames: Vec<String>,
    },
    /// Of a column that takes only what the funder lists.
    NotAChoice {
        choices: Vec<String>,
    },
    /// An earlier row tells something else of the same person.
    SaysOtherwise {
        row: usize,
    },
    ToBeforeFrom,
    NoSuccessor,
    SuccessorNotWanted,
    Succession(succession::Refusal),
}

/// Gathers the faults of one row.
pub struct Faults<'a> {
    pub row: usize,
    pub all: &'a mut Vec<Fault>,
}

impl Faults<'_> {
    pub fn add(&mut self, column: Column, found: &str, problem: Problem) {
        self.all.push(Fault { row: self.row, column: column.name, found: found.to_owned(), problem });
    }

    /// The value, or none and a fault.
    pub fn take<T>(&mut self, column: Column, found: &str, read: Result<T, Problem>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(problem) => {
                self.add(column, found, problem);
                None
            }
        }
    }
}
