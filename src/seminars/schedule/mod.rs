//! Seminars and their giornate: planned, shown, published, cancelled.

pub(super) mod letters;
pub(super) mod routes;
pub mod store;

mod form;
mod pages;
mod words;

use super::Keeper;
use crate::domain::class_plan::{Occupancy, Openness, openness};
use crate::domain::ids::{ClassDayId, EditionId, PersonId, SeminarId};
use crate::domain::moment::Moment;
use crate::domain::seminar::{ClassDay, Place, Seminar, State};
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

pub use form::{Fault, SeminarFault, Slot};

/// The table of giornate at the desk.
pub const SHAPE: Shape = Shape {
    path: paths::PLANNING,
    files: paths::PLANNING,
    filters: &["edizione", "seminario", "regione", "tema", "stato", "dal", "al"],
    orders: &["giorno", "seminario", "regione", "posti", "iscritti", "attesa", "termine"],
};

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    use crate::domain::ids::Id;
    use crate::domain::moment::Day;
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("edizione", |id| EditionId::parse(id).is_some());
    listing.keep_if("seminario", |id| SeminarId::parse(id).is_some());
    listing.keep_if("stato", |state| State::parse(state).is_some());
    listing.keep_if("dal", |day| Day::parse(day).is_some());
    listing.keep_if("al", |day| Day::parse(day).is_some());
    listing
}

/// A seminar with what its form and its page have to know.
#[derive(Debug, Clone)]
pub struct SeminarSheet {
    pub seminar: Seminar,
    pub edition: EditionId,
    pub edition_name: String,
    /// Grows by one at every change: a form keeps that of what it was opened on.
    pub revision: i64,
}

/// Somebody who teaches, or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Teacher {
    pub id: PersonId,
    pub name: String,
}

/// Seats kept for somebody, with the name of who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserved {
    pub keeper: Keeper,
    /// As in "Comune di Agliè (TO)", or a plate code.
    pub name: String,
    pub seats: i64,
    pub release_at: Moment,
}

/// A giornata with all that its pages show.
#[derive(Debug, Clone)]
pub struct DaySheet {
    pub day: ClassDay,
    pub seminar: Seminar,
    pub revision: i64,
    pub changed_at: Moment,
    /// When it was cancelled, and why.
    pub cancelled: Option<(Moment, String)>,
    pub trainers: Vec<Teacher>,
    pub reserved: Vec<Reserved>,
    pub seats: Occupancy,
}

impl DaySheet {
    /// First instant of the day.
    pub fn starts_at(&self) -> Moment {
        self.day.starts_at().unwrap_or(self.day.enrol_by)
    }

    pub fn openness(&self, now: Moment) -> Openness {
        let starts_at = self.starts_at();
        openness(self.day.state, (starts_at, self.day.ends_at().unwrap_or(starts_at), self.day.enrol_by), &self.seats, now)
    }
}

/// A giornata in a list.
#[derive(Debug, Clone)]
pub struct Card {
    pub id: ClassDayId,
    pub seminar: SeminarId,
    pub title: String,
    pub theme: String,
    pub state: State,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub region: Option<String>,
    pub place: Place,
    pub is_online: bool,
    pub enrol_by: Moment,
    pub seats: Occupancy,
}

impl Card {
    pub fn openness(&self, now: Moment) -> Openness {
        openness(self.state, (self.starts_at, self.ends_at, self.enrol_by), &self.seats, now)
    }
}

/// What lists of giornate can be filtered by.
#[derive(Debug, Clone, Default)]
pub struct Filters {
    pub regions: Vec<String>,
    pub themes: Vec<String>,
}

/// Why a change was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Somebody changed it since the form was opened.
    ChangedMeanwhile,
    /// So many are in already: there cannot be fewer seats.
    Below(i64),
    /// It has begun: its hours are a fact.
    Begun,
    /// It is cancelled or held, or was published meanwhile.
    Not(State),
}

/// Somebody on the list who would be expected elsewhere at the same hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clashing {
    pub name: String,
    /// The other seminar, and when its session begins.
    pub title: String,
    pub starts_at: Moment,
}

/// What a change was made on: the revision that was seen, and how many who would have to be in two places were accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub revision: i64,
    pub clashing: Option<usize>,
}

/// Why a change of a giornata was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotChanged {
    Refused(Refusal),
    /// Other hours would put these people in two places at once: whoever changes them has to say that they know.
    Clashes(Vec<Clashing>),
}

/// What differs between a giornata as it was and as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Hours,
    Place,
    Online,
    Topics,
    Seats,
    Term,
    Offer,
    Trainers,
    Reserved,
}

impl Part {
    /// Whether who is enrolled has to be told, and calendars have to move.
    pub fn moves(self) -> bool {
        matches!(self, Part::Hours | Part::Place | Part::Online)
    }

    /// As the audit trail spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Part::Hours => "orari",
            Part::Place => "luogo",
            Part::Online => "collegamento",
            Part::Topics => "argomenti",
            Part::Seats => "posti",
            Part::Term => "termine",
            Part::Offer => "offerta",
            Part::Trainers => "docenti",
            Part::Reserved => "riserve",
        }
    }
}
