//! The table of people and the page of one: who they are, for whom they act, what was written to them.

pub(super) mod routes;
pub(super) mod store;

mod pages;
mod words;

use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::ids::{AppointmentId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

pub const SHAPE: Shape = Shape {
    path: paths::PEOPLE,
    files: paths::PEOPLE,
    filters: &["cerca", "ente", "ruolo", "regione", "verifica", "accesso", "stato"],
    orders: &["nome", "utente", "indirizzo", "accesso", "creato"],
};

/// Days after which somebody has not been seen for long.
pub const AWAY_DAYS: i64 = 30;

/// One line of the table.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: PersonId,
    pub name: String,
    pub username: String,
    pub email: String,
    pub created_at: Moment,
    pub verified: bool,
    pub seen_at: Option<Moment>,
    pub disabled: bool,
    /// In force today, by ente.
    pub roles: Vec<(RoleName, Option<String>)>,
}

/// One person, as the desk knows them.
#[derive(Debug, Clone)]
pub struct Account {
    pub id: PersonId,
    pub name: String,
    pub username: String,
    pub email: String,
    pub created_at: Moment,
    pub verified_at: Option<Moment>,
    pub seen_at: Option<Moment>,
    pub disabled_at: Option<Moment>,
    pub disabled_reason: Option<String>,
    /// Whether a password was chosen: until then nobody can sign in.
    pub has_password: bool,
    /// The account that took this one's place.
    pub merged_into: Option<(PersonId, String)>,
    pub erased: bool,
}

/// An appointment, in force or not.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: AppointmentId,
    pub role: RoleName,
    pub qualifica: String,
    pub ente: Option<EnteName>,
    pub from: Day,
    pub to: Option<Day>,
}

impl Held {
    pub fn is_in_force(&self, today: Day) -> bool {
        self.from <= today && self.to.is_none_or(|to| to >= today)
    }
}

/// Why somebody cannot be appointed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NoEnte,
    /// Several enti have that name: with the province it is one.
    WhichEnte,
    NoRole,
    QualificaTooLong,
    /// In that role for that ente already.
    Already,
}

/// Longest qualifica, in characters.
pub const QUALIFICA_MAX: usize = 120;

/// The form of an appointment as typed.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Name of the ente, with its province where it takes one.
    pub ente: String,
    pub role: String,
    pub qualifica: String,
}

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("ruolo", |role| role == "nessuno" || RoleName::parse(role).is_some());
    listing.keep_if("verifica", |is| matches!(is, "si" | "no"));
    listing.keep_if("accesso", |when| matches!(when, "mai" | "recente" | "lontano"));
    listing.keep_if("stato", |state| matches!(state, "attivi" | "disabilitati"));
    listing
}
