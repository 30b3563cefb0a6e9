//! The hours of who teaches: a line for each session, confirmed by the docente, to be signed and paid.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use crate::access::form::Fields;
use crate::domain::ids::{ClassDayId, ClassSessionId, Id, PersonId};
use crate::domain::moment::Moment;
use crate::domain::seminar::Session;

/// A session that somebody taught.
#[derive(Debug, Clone)]
pub struct Line {
    pub person: PersonId,
    pub name: String,
    pub day: ClassDayId,
    pub title: String,
    pub city: String,
    /// Its topic is the one that was planned.
    pub session: Session,
    pub confirmed: Option<Confirmed>,
}

/// As the docente confirmed it.
#[derive(Debug, Clone)]
pub struct Confirmed {
    pub topic: String,
    pub minutes: i64,
    pub at: Moment,
}

impl Line {
    pub fn topic(&self) -> &str {
        self.confirmed.as_ref().map_or(&self.session.topic, |said| &said.topic)
    }

    /// Confirmed, else planned.
    pub fn minutes(&self) -> i64 {
        self.confirmed.as_ref().map_or(self.session.minutes(), |said| said.minutes)
    }
}

/// Minutes confirmed.
pub fn total<'a>(lines: impl IntoIterator<Item = &'a Line>) -> i64 {
    lines.into_iter().filter_map(|line| line.confirmed.as_ref()).map(|said| said.minutes).sum()
}

/// A confirmation as typed.
#[derive(Debug, Clone)]
pub struct Draft {
    pub session: ClassSessionId,
    pub topic: String,
    pub hours: String,
    pub minutes: String,
}

/// A field that does not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoTopic,
    TopicTooLong,
    Minutes,
}

/// Longest topic, in characters.
pub const TOPIC_MAX: usize = 300;
/// Longest that somebody teaches in one session, in minutes.
const LONGEST: i64 = 12 * 60;

impl Draft {
    /// None for a form that is not ours.
    pub fn read(fields: &Fields) -> Option<Draft> {
        Some(Draft {
            session: ClassSessionId::parse(fields.text("sessione"))?,
            topic: fields.text("argomento").split_whitespace().collect::<Vec<_>>().join(" "),
            hours: fields.text("ore").to_owned(),
            minutes: fields.text("minuti").to_owned(),
        })
    }

    /// Minutes taught, or what is wrong.
    pub fn check(&self) -> Result<i64, Fault> {
        if self.topic.is_empty() {
            return Err(Fault::NoTopic);
        }
        if self.topic.chars().count() > TOPIC_MAX {
            return Err(Fault::TopicTooLong);
        }
        let read = crate::presence::ticks::minutes;
        let (hours, minutes) = (read(&self.hours).ok_or(Fault::Minutes)?, read(&self.minutes).ok_or(Fault::Minutes)?);
        let all = hours * 60 + minutes;
        if (1..=LONGEST).contains(&all) { Ok(all) } else { Err(Fault::Minutes) }
    }
}
