//! Presence: who was at a giornata d'aula and for how long; the register that is signed, and the hours of who teaches.
//!
//! `ticks` is the list of the docente, `code` that of the projector, `log` that of online sessions; `register` is the paper:
//! printed, scanned, read, and the day closed on it; `totals`, `summary` and `timesheet` are what goes to whoever pays;
//! `survey` asks those who were there what they thought of it.

mod code;
mod correction;
mod holdings;
mod log;
mod pages;
mod register;
mod store;
mod summary;
mod survey;
mod ticks;
mod timesheet;
mod totals;
mod words;

use std::collections::BTreeMap;

use rocket::Route;

use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::ids::{ClassDayId, ClassSessionId, EditionId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::presence::{self, Mark, Said, Source};
use crate::domain::seminar::{ClassDay, Session};
use crate::platform::jobs::Job;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub use holdings::{FILES, HOLDINGS};
pub use register::hold;
pub use survey::{Survey, pending, rehearse};
pub use totals::{Line as Attendance, Whose, attendance, discrepancies};

/// The pages that people can go to by name.
pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::TEACHING, ticks::routes::name, Audience::Only(RoleName::Trainer)),
    Entry::new(paths::OWN_HOURS, timesheet::routes::name, Audience::Only(RoleName::Trainer)),
    Entry::new(paths::CHECK_IN, code::routes::name, Audience::OfEnte),
    Entry::new(paths::SURVEYS, survey::routes::name, Audience::SignedIn),
    Entry::new(paths::SURVEY_FIGURES, survey::routes::desk_name, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::PRESENCES, totals::routes::name, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::SUMMARY, summary::routes::name, Audience::Only(RoleName::Secretariat)),
    Entry::new(paths::HOURS, timesheet::routes::desk_name, Audience::Only(RoleName::Secretariat)),
];

/// Lists, codes, registers, hours.
pub fn routes() -> Vec<Route> {
    let day = [ticks::routes::routes(), code::routes::routes(), log::routes::routes(), register::routes::routes()];
    [
        day.concat(),
        correction::routes::routes(),
        survey::routes::routes(),
        timesheet::routes::routes(),
        totals::routes::routes(),
        summary::routes::routes(),
    ]
    .concat()
}

/// Surveys that open, their letters and reminders.
pub fn jobs() -> Vec<Job> {
    vec![Job { name: "surveys", every: 10, run: |turn| Box::pin(survey::write(turn.db, turn.now, turn.config)) }]
}

/// A giornata with all that was noted of its people.
#[derive(Debug, Clone)]
pub struct Register {
    pub day: ClassDay,
    pub edition: EditionId,
    pub title: String,
    pub theme: String,
    /// Names of the docenti, in order.
    pub trainers: Vec<String>,
    /// Who has a seat, by name.
    pub people: Vec<Attendee>,
    pub held: Option<(Moment, String)>,
}

/// Somebody on the register.
#[derive(Debug, Clone)]
pub struct Attendee {
    pub person: PersonId,
    pub name: String,
    /// In lower case.
    pub email: String,
    pub ente: Option<EnteName>,
    pub qualifica: String,
    /// Enrolled on the spot.
    pub walked_in: bool,
    pub marks: BTreeMap<ClassSessionId, Vec<Mark>>,
}

impl Attendee {
    /// All that was noted of a session, from the first on.
    pub fn of(&self, session: &ClassSessionId) -> &[Mark] {
        self.marks.get(session).map_or(&[], Vec::as_slice)
    }
}

impl Register {
    pub fn id(&self) -> &ClassDayId {
        &self.day.id
    }

    pub fn attendee(&self, person: &PersonId) -> Option<&Attendee> {
        self.people.iter().find(|attendee| attendee.person == *person)
    }

    pub fn session(&self, id: &ClassSessionId) -> Option<&Session> {
        self.day.sessions.iter().find(|session| session.id == *id)
    }

    /// Each person in each session.
    pub fn cells(&self) -> impl Iterator<Item = (&Attendee, &Session)> {
        self.people.iter().flat_map(|person| self.day.sessions.iter().map(move |session| (person, session)))
    }

    /// Signatures that nobody has looked for on the paper yet.
    pub fn unread(&self) -> usize {
        self.cells().filter(|(person, session)| presence::on_paper(person.of(&session.id)).is_none()).count()
    }

    /// Where the paper says something else than what was noted on the day.
    pub fn differences(&self) -> Vec<Difference<'_>> {
        let found = self.cells().filter_map(|(person, session)| {
            let (noted, paper) = presence::difference(person.of(&session.id))?;
            Some(Difference { person, session, noted, paper })
        });
        found.collect()
    }

    /// People marked present in a session.
    pub fn present(&self, session: &ClassSessionId) -> usize {
        let there = |person: &&Attendee| presence::in_force(person.of(session)).is_some_and(|m| m.said.state == presence::State::Present);
        self.people.iter().filter(there).count()
    }
}

/// Somebody of whom the paper says something else than what was noted.
#[derive(Debug, Clone, Copy)]
pub struct Difference<'a> {
    pub person: &'a Attendee,
    pub session: &'a Session,
    pub noted: Said,
    pub paper: Said,
}

/// Something to note of one person in one session.
#[derive(Debug, Clone)]
pub struct Noting {
    pub person: PersonId,
    pub session: ClassSessionId,
    pub source: Source,
    pub said: Said,
    /// Empty unless it corrects.
    pub reason: String,
}

/// Why nothing is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNoted {
    /// The day was held, or cancelled: only the segreteria corrects it, with a reason.
    Closed,
    /// It is not closed yet: there is nothing to correct.
    Open,
    /// More minutes missed than the session has.
    TooLong,
}

/// Something that does not add up in the presences of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discrepancy {
    /// Somebody was noted who has no seat on that day.
    NotSeated { day: ClassDayId, person: PersonId },
    /// A day is held without a file of its register.
    NoScan { day: ClassDayId },
    /// A day is held and of so many signatures nobody has said whether they are there.
    Unread { day: ClassDayId, signatures: i64 },
    /// A day was over a week ago and is not closed.
    NotClosed { day: ClassDayId },
}
