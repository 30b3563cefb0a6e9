//! People: accounts, appointments, signing in and acting for one ente at a time.

mod store;

use crate::access::RoleName;
use crate::domain::ids::EnteId;

pub use store::{Colleague, Refusal, appointment_of, by_username, colleagues, create};

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

pub fn routes() -> Vec<rocket::Route> {
    Vec::new()
}
