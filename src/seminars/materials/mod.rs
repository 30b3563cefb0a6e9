//! Materials: slides and other files of a giornata, or of a seminar for all its giornate; for those enrolled.

mod letters;
pub(super) mod pages;
mod rehearsal;
pub(super) mod routes;
pub(super) mod store;
mod words;

use crate::domain::ids::{ClassDayId, MaterialId};
use crate::domain::material::{self, Kind, Shown};
use crate::domain::moment::Moment;

pub use rehearsal::attach;
pub use store::tell;

/// A file as those enrolled see it.
#[derive(Debug, Clone)]
pub struct Material {
    pub id: MaterialId,
    /// The giornata through which it is seen: one of a seminar is seen through each of its giornate.
    pub day: ClassDayId,
    pub title: String,
    pub kind: Kind,
    pub bytes: i64,
    /// Above 1, it took the place of another.
    pub number: i64,
    pub added_at: Moment,
    pub sha256: String,
}

/// The same as whoever attaches it sees it.
#[derive(Debug, Clone)]
pub struct Attached {
    pub material: Material,
    pub shown: Shown,
    /// It belongs to all giornate of the seminar.
    pub of_seminar: bool,
    pub added_by: String,
    /// When it was withdrawn, and by whom.
    pub withdrawn: Option<(Moment, String)>,
}

/// A giornata to which materials are attached.
#[derive(Debug, Clone)]
pub struct Teaching {
    pub day: ClassDayId,
    pub title: String,
    pub theme: String,
    pub starts_at: Moment,
}

/// What is written of a new file.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Empty: the name of the file.
    pub title: String,
    pub shown: Shown,
    pub of_seminar: bool,
}

/// Why a file is not attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAttached {
    File(material::Refusal),
    /// The same content is there already, and not withdrawn.
    Twice,
    /// The title is longer than [`material::LONGEST_TITLE`].
    LongTitle,
    /// It was withdrawn meanwhile.
    Gone,
}
