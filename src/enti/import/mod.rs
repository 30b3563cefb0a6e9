//! Imports: enti, people and successions that an office holds already, as tables: shown first, then carried out whole.

mod pages;
pub mod routes;
pub mod store;
mod words;

use crate::access::roles::Doing;
use crate::access::{Housekeeper, Secretariat};
use crate::domain::ids::ImportId;
use crate::domain::import::sheet::Encoding;
use crate::domain::import::{Counts, FileKind, Judged, NotATable, Table};
use crate::domain::moment::Moment;

/// Days after which a file that nobody carried out is forgotten: there are people in it.
pub const KEPT_DAYS: i64 = 7;
/// Minutes after which one that was begun is taken to be abandoned: the server ended in the middle.
pub const ABANDONED_AFTER: i64 = 10;

/// Who may import: the segreteria organizzativa, and whoever holds the machine.
pub trait MayImport: Doing + Send + Sync + 'static {}
impl MayImport for Secretariat {}
impl MayImport for Housekeeper {}

/// A file as it came.
#[derive(Debug, Clone)]
pub struct Upload<'a> {
    pub kind: FileKind,
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// A file as it is kept.
#[derive(Debug, Clone)]
pub struct Import {
    pub id: ImportId,
    pub kind: FileKind,
    pub file_name: String,
    pub encoding: Encoding,
    pub rows: i64,
    pub uploaded_at: Moment,
    /// None: the command line.
    pub uploaded_by: Option<String>,
    pub state: State,
    pub invited: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// To be looked at and confirmed.
    Waiting,
    /// Somebody confirmed it a moment ago.
    Running(Moment),
    Done {
        at: Moment,
        by: Option<String>,
        counts: Counts,
    },
    /// Given up, or too old.
    Forgotten,
}

/// A file as it would be carried out now.
#[derive(Debug, Clone)]
pub struct Reading {
    pub table: Table,
    pub judged: Judged,
}

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarriedOut {
    Done(Counts),
    /// Meanwhile the register has changed: what would be done is no more what was shown.
    Differs,
    /// Somebody was first, or it was given up.
    Gone,
}

/// What a file comes to before it is kept.
pub type Read<T> = std::result::Result<T, NotATable>;
