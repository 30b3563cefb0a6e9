//! The paper: the register that is printed and signed, its scan, what it says person by person, and the day closed on it.

pub(super) mod routes;

mod pages;
mod rehearsal;
mod store;
mod words;

use crate::access::form::Fields;
use crate::domain::ids::{ClassSessionId, PersonId, RegisterScanId};
use crate::domain::moment::Moment;
use crate::domain::presence::{self, Said, Source};
use crate::domain::scan;
use crate::domain::seminar::Session;
use crate::presence::ticks::minutes;
use crate::presence::{Attendee, Noting, Register};

pub use rehearsal::hold;

/// A file of the signed register.
#[derive(Debug, Clone)]
pub struct Scan {
    pub id: RegisterScanId,
    pub name: String,
    pub kind: scan::Kind,
    pub sha256: String,
    pub added_at: Moment,
    pub added_by: String,
    pub replaced: Option<Replaced>,
}

/// Why a file does not stand any more.
#[derive(Debug, Clone)]
pub struct Replaced {
    pub at: Moment,
    pub by: String,
    pub why: String,
}

/// Why a file is not attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAttached {
    File(scan::Refusal),
    /// The day is closed, or cancelled.
    Closed,
    /// It gave way to another already.
    Gone,
}

/// The name of a field of one person in one session.
pub fn field(kind: &str, session: &ClassSessionId, person: &PersonId) -> String {
    format!("{kind}-{session}-{person}")
}

/// What a form says of the paper: what is to be noted, and the fields that hold no minutes.
pub fn read(fields: &Fields, register: &Register) -> Result<Vec<Noting>, Vec<String>> {
    let mut notings = Vec::new();
    let mut wrong = Vec::new();
    for (person, session) in register.cells() {
        match signature(fields, person, session) {
            Ok(said) => notings.extend(said.map(|said| noting(person, session, said))),
            Err(names) => wrong.extend(names),
        }
    }
    if wrong.is_empty() { Ok(notings) } else { Err(wrong) }
}

fn noting(person: &Attendee, session: &Session, said: Said) -> Noting {
    let (person, session) = (person.person.clone(), session.id.clone());
    Noting { person, session, source: Source::Paper, said, reason: String::new() }
}

/// Of one box; none where nothing was chosen.
fn signature(fields: &Fields, person: &Attendee, session: &Session) -> Result<Option<Said>, Vec<String>> {
    let of = |kind: &str| field(kind, &session.id, &person.person);
    match fields.text(&of("firma")) {
        "no" => Ok(Some(Said::ABSENT)),
        "si" => {
            let [late, early] = [of("ritardo"), of("anticipo")];
            // Gaps of a connection are on no paper: they stay as they were noted.
            let away = presence::in_force(person.of(&session.id)).map_or(0, |mark| mark.said.away);
            match (minutes(fields.text(&late)), minutes(fields.text(&early))) {
                (Some(n), Some(m)) => {
                    let said = Said { late: n, early: m, away, ..Said::PRESENT };
                    if said.fits(session.minutes()) { Ok(Some(said)) } else { Err(vec![late]) }
                }
                (n, m) => Err([(n, late), (m, early)].into_iter().filter(|(read, _)| read.is_none()).map(|(_, name)| name).collect()),
            }
        }
        _ => Ok(None),
    }
}

/// The paper says of everybody not yet looked at what was noted on the day.
pub fn confirmed(register: &Register) -> Vec<Noting> {
    let unread = register.cells().filter(|(person, session)| presence::on_paper(person.of(&session.id)).is_none());
    unread.filter_map(|(person, session)| Some(noting(person, session, presence::noted(person.of(&session.id))?.said))).collect()
}
