//! What is held about a person: handed over, erased, let go when its time has come.

mod letters;
mod store;
mod words;

use crate::domain::ids::PersonId;
use crate::domain::moment::Day;
use crate::platform::db::Fields;
use crate::platform::holdings::Holding;

pub use store::{HOLDINGS, UNUSED_DAYS, erase, erase_for, hand_over, held, let_go, note_notice_read, subject};

/// What one table holds about a person.
#[derive(Debug)]
pub struct Held {
    pub holding: Holding,
    pub rows: Vec<Fields>,
}

/// Why an account is not erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErasureRefusal {
    /// The password typed is not theirs.
    NotTheirPassword,
    /// Nobody would be left to keep the installation.
    LastAdministrator,
}

/// Somebody who asked the segreteria for their data, or for their erasure.
#[derive(Debug, Clone)]
pub struct Subject {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub disabled: bool,
    /// Has a role of the programme, or is about to: the gestore decides.
    pub of_programme: bool,
}

/// When they asked, and how: what the segreteria answers for.
#[derive(Debug, Clone)]
pub struct Asking {
    pub day: Day,
    /// By which way, and how they were recognised.
    pub how: String,
}

impl Asking {
    fn detail(&self) -> String {
        format!("{}: {}", self.day, self.how)
    }
}
