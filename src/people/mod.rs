//! People: accounts, appointments, signing in and acting for one ente at a time.

mod carried;
mod pages;
mod routes;
mod store;
mod words;

use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::moment::{Day, Moment};

pub use carried::Carried;
pub use routes::{SITEMAP, routes, sign_in_again, stale};
pub use store::{Refusal, appointment_of, by_username, colleagues, create};

/// An account to make.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// 3–60 lower-case letters, digits, `.`, `-`, `_`.
    pub username: String,
    pub name: String,
    pub email: String,
    pub password: String,
    pub appointments: Vec<NewAppointment>,
}

#[derive(Debug, Clone)]
pub struct NewAppointment {
    pub role: RoleName,
    pub ente: Option<EnteId>,
    /// As the person is styled ("Istruttrice amministrativa").
    pub qualifica: String,
}

/// What a person reads of their own account.
#[derive(Debug, Clone)]
pub struct Profile {
    pub username: String,
    pub name: String,
    pub email: String,
    /// Those without an end, then those that ended last.
    pub appointments: Vec<Held>,
}

/// An *incarico*, in force or not.
#[derive(Debug, Clone)]
pub struct Held {
    pub id: AppointmentId,
    pub role: RoleName,
    pub qualifica: String,
    /// None for roles of the programme.
    pub ente: Option<EnteName>,
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

/// An ente for which a person acts, or once acted.
#[derive(Debug, Clone)]
pub struct Place {
    pub ente: EnteName,
    /// None when the appointment is over.
    pub appointment: Option<AppointmentId>,
}

/// Somebody who acts for the same ente.
#[derive(Debug, Clone)]
pub struct Colleague {
    pub id: PersonId,
    pub name: String,
    pub qualifica: String,
    pub coordinates: bool,
    /// When they last changed an answer of the ente.
    pub last_answer: Option<Moment>,
}
