//! People: accounts, appointments, signing in and acting for one ente at a time.

mod account;
mod carried;
mod factor;
mod federation;
mod newcomer;
mod pages;
mod privacy;
mod roles;
mod routes;
mod store;
mod trail;
mod words;

use rocket::Route;

use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::delivery::Rhythm;
use crate::domain::ids::{AppointmentId, EnteId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::moment::{Day, Moment};
use crate::platform::jobs::Job;

pub use account::store::address::correct as correct_address;
pub use account::store::links::invite_to_choose_password;
pub use account::{NotChanged, NotMoved, is_address};
pub use carried::Carried;
pub use factor::{HOLDINGS as FACTOR_HOLDINGS, Removed as FactorRemoved, give as give_factor, reset as reset_factor};
pub use federation::{Given as FiscalNumberGiven, HOLDINGS as FEDERATION_HOLDINGS, Vouched, give_fiscal_number, vouched_for};
pub use newcomer::store::{appoint, enter, free_usernames, sharing};
pub use newcomer::{Newcomer, Post, Sharer};
pub use privacy::{
    Asking, ErasureRefusal, HOLDINGS, Held as HeldData, Subject, UNUSED_DAYS, erase, erase_for, hand_over, held, let_go, note_notice_read,
    subject,
};
pub use roles::store::{disable, enable, grant, held_as, withdraw};
pub use roles::{Grant, Kept, NotGranted, State};
pub use routes::{SITEMAP, sign_in_again, stale, way_back};
pub use store::{Refusal, appointment_of, by_username, colleagues, create};

/// Signing in and out, the account, roles, the audit trail.
pub fn routes() -> Vec<Route> {
    let account = [routes::routes(), account::routes::routes(), factor::routes::routes(), federation::routes::routes()];
    [account.concat(), roles::routes::routes(), trail::routes::routes()].concat()
}

/// Letters of forgotten passwords. How long links and logs are kept is declared with the other personal data.
pub fn jobs() -> Vec<Job> {
    vec![
        Job { name: "reset-letters", every: 1, run: |turn| Box::pin(account::store::links::write_letters(turn.db, turn.now)) },
        Job { name: "sign-ins", every: 60, run: |turn| Box::pin(factor::purge(turn.db, turn.now)) },
        Job { name: "federated-sign-ins", every: 60, run: |turn| Box::pin(federation::purge(turn.db, turn.now)) },
    ]
}

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

/// How somebody wants to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    pub rhythm: Rhythm,
    pub lang: Lang,
}

/// What a person reads of their own account.
#[derive(Debug, Clone)]
pub struct Profile {
    pub username: String,
    pub name: String,
    pub email: String,
    pub letters: Letters,
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
