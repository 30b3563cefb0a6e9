//! Seminars: the giornate d'aula of an edition, who takes part, and their calendars.
//!
//! `schedule` plans and shows the days, `enrolment` gives out their seats, `materials` has the files for who has one.

pub mod calendar;
mod enrolment;
mod holdings;
mod materials;
mod schedule;

use rocket::Route;

use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::domain::seminar::Place;
use crate::platform::jobs::Job;
use crate::ui::sitemap::Entry;

pub use crate::domain::enrolment::Keeper;
pub use enrolment::{OwnDay, Seated, WalkIn, ask, coming, roll, roll_on, settle, walk_in};
pub use holdings::{FILES, HOLDINGS};
pub use materials::attach;
pub use schedule::store::{add_day, cancel, create, next, one, publish};
pub use schedule::{Card, Refusal};

/// The pages that people go to by name.
pub const SITEMAP: &[&[Entry]] = &[schedule::routes::SITEMAP, enrolment::routes::SITEMAP, calendar::routes::SITEMAP];

pub fn routes() -> Vec<Route> {
    [schedule::routes::routes(), enrolment::routes::routes(), calendar::routes::routes(), materials::routes::routes()].concat()
}

/// Offers that lapse, seats that are released, days that begin; reminders; materials that arrived after the day.
pub fn jobs() -> Vec<Job> {
    vec![
        Job { name: "enrolments", every: 1, run: |turn| Box::pin(enrolment::settle_due(turn.db, turn.now)) },
        Job { name: "enrolment-reminders", every: 10, run: |turn| Box::pin(enrolment::remind(turn.db, turn.now)) },
        Job { name: "materials-letters", every: 5, run: |turn| Box::pin(materials::tell(turn.db, turn.now)) },
    ]
}

/// A seminar as the segreteria writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeminarDraft {
    pub theme: String,
    pub title: String,
    pub description: String,
    pub audience: String,
    pub prerequisites: String,
}

/// A giornata as the segreteria writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayDraft {
    pub sessions: Vec<SessionDraft>,
    pub region: Option<String>,
    pub place: Place,
    pub online_link: Option<String>,
    pub seats: i64,
    pub enrol_by: Moment,
    pub offer_hours: Option<i64>,
    pub trainers: Vec<PersonId>,
    pub reserved: Vec<ReservedDraft>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionDraft {
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub topic: String,
}

/// Seats kept for some until an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReservedDraft {
    pub keeper: Keeper,
    pub seats: i64,
    pub release_at: Moment,
}
