//! What is held about a person: handed over, erased, let go when its time has come.

mod store;

use crate::platform::db::Fields;
use crate::platform::holdings::Holding;

pub use store::{HOLDINGS, erase, held, let_go};

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
