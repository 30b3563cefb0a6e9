//! The list of the docente: one tap for each person and session, minutes when they are needed, people who came unannounced.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use crate::access::form::Fields;
use crate::access::session::EnteName;
use crate::domain::ids::{ClassDayId, ClassSessionId, Id, PersonId};
use crate::domain::moment::Moment;
use crate::domain::presence::{Said, Source, State};
use crate::domain::seminar;
use crate::presence::Noting;

/// A giornata in the list of those one keeps the register of.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: ClassDayId,
    pub title: String,
    pub starts_at: Moment,
    pub city: String,
    pub state: seminar::State,
    pub people: i64,
    pub scans: i64,
}

/// Somebody who may have come without being on the list, for one of their enti.
#[derive(Debug, Clone)]
pub struct Found {
    pub person: PersonId,
    pub name: String,
    pub ente: Option<EnteName>,
    pub qualifica: String,
    /// Is on the list already.
    pub seated: bool,
}

/// One tap, as it came.
#[derive(Debug, Clone)]
pub struct Tap {
    pub person: PersonId,
    pub session: ClassSessionId,
    /// As typed, so that they can be shown again.
    pub late: String,
    pub early: String,
    state: State,
}

/// A field that does not hold minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Late,
    Early,
    /// More than the session has.
    TooLong,
}

impl Tap {
    /// None for a form that is not ours.
    pub fn read(fields: &Fields) -> Option<Tap> {
        let state = match fields.text("esito") {
            "presente" | "minuti" => State::Present,
            "assente" => State::Absent,
            "annulla" => State::Cleared,
            _ => return None,
        };
        Some(Tap {
            person: PersonId::parse(fields.text("persona"))?,
            session: ClassSessionId::parse(fields.text("sessione"))?,
            late: fields.text("ritardo").to_owned(),
            early: fields.text("anticipo").to_owned(),
            state,
        })
    }

    /// What is to be noted; minutes are those of somebody who is there.
    pub fn noting(&self) -> Result<Noting, Fault> {
        let said = match self.state {
            State::Present => {
                let (late, early) = (minutes(&self.late).ok_or(Fault::Late)?, minutes(&self.early).ok_or(Fault::Early)?);
                Said { late, early, ..Said::PRESENT }
            }
            State::Absent => Said::ABSENT,
            State::Cleared => Said::CLEARED,
        };
        let (person, session) = (self.person.clone(), self.session.clone());
        Ok(Noting { person, session, source: Source::Tick, said, reason: String::new() })
    }
}

/// Minutes as typed; nothing is none.
pub fn minutes(text: &str) -> Option<i64> {
    match text.trim() {
        "" => Some(0),
        digits if digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn minutes_are_digits_or_nothing() {
        for (text, read) in
            [("", Some(0)), (" 10 ", Some(10)), ("999", Some(999)), ("1000", None), ("-5", None), ("dieci", None), ("1,5", None)]
        {
            assert_eq!(minutes(text), read, "{text:?}");
        }
    }
}
