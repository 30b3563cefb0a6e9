//! What goes to whoever pays: one row per person and session, heads and hours; and what does not add up.

pub(super) mod routes;

mod pages;
pub(super) mod store;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::access::session::EnteName;
use crate::domain::ids::{ClassDayId, EditionId, EnteId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::presence::{self, Mark, Source, State};
use crate::domain::seminar::{self, Place, Session};

pub use store::{attendance, discrepancies};

/// Whose presences are asked for.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'a> {
    Edition(&'a EditionId),
    Person(&'a PersonId),
    /// Of those who have a seat for it.
    Ente(&'a EnteId),
}

impl Whose<'_> {
    /// Edition, person, ente, as statements take them: empty for all.
    pub fn keys(self) -> [String; 3] {
        let mut keys = [const { String::new() }; 3];
        match self {
            Whose::Edition(id) => keys[0] = id.to_string(),
            Whose::Person(id) => keys[1] = id.to_string(),
            Whose::Ente(id) => keys[2] = id.to_string(),
        }
        keys
    }
}

/// One person in one session.
#[derive(Debug, Clone)]
pub struct Line {
    pub edition: EditionId,
    pub day: ClassDayId,
    pub title: String,
    pub theme: String,
    pub region: String,
    pub place: Place,
    pub state: seminar::State,
    pub session: Session,
    pub person: PersonId,
    pub name: String,
    pub qualifica: String,
    pub ente: Option<EnteName>,
    pub istat_code: String,
    /// Where the ente is; empty for people of no ente of the register.
    pub ente_region: String,
    /// Of a comune.
    pub residents: Option<i64>,
    pub walked_in: bool,
    pub marks: Vec<Mark>,
    /// What the funder asked, by the name of the field.
    pub facts: BTreeMap<String, String>,
}

impl Line {
    pub fn minutes(&self) -> i64 {
        presence::minutes(&self.marks, self.session.minutes())
    }

    /// Present, absent, or nothing noted; and from where that is known.
    pub fn said(&self) -> Option<(State, Source)> {
        presence::in_force(&self.marks).map(|mark| (mark.said.state, mark.source))
    }

    pub fn differs(&self) -> bool {
        presence::difference(&self.marks).is_some()
    }
}

/// Heads and minutes of a set of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// People who were there for a minute at least, each counted once.
    pub heads: usize,
    /// Minutes of all of them together.
    pub minutes: i64,
}

pub fn totals<'a>(lines: impl Iterator<Item = &'a Line>) -> Totals {
    let mut heads = BTreeSet::new();
    let mut minutes = 0;
    for line in lines {
        let of = line.minutes();
        minutes += of;
        if of > 0 {
            heads.insert(line.person.clone());
        }
    }
    Totals { heads: heads.len(), minutes }
}

/// A giornata in the table of the desk.
#[derive(Debug, Clone)]
pub struct DayLine {
    pub id: ClassDayId,
    pub starts_at: Moment,
    pub title: String,
    pub city: String,
    pub state: seminar::State,
    pub people: usize,
    pub totals: Totals,
    pub differences: usize,
}

/// The lines day by day, in their order.
pub fn by_day(lines: &[Line]) -> Vec<DayLine> {
    let mut days: Vec<(ClassDayId, Vec<&Line>)> = Vec::new();
    for line in lines {
        match days.iter_mut().find(|(id, _)| *id == line.day) {
            Some((_, of)) => of.push(line),
            None => days.push((line.day.clone(), vec![line])),
        }
    }
    days.into_iter().filter_map(|(id, of)| day_line(id, &of)).collect()
}

fn day_line(id: ClassDayId, lines: &[&Line]) -> Option<DayLine> {
    let first = lines.first()?;
    let people: BTreeSet<&PersonId> = lines.iter().map(|line| &line.person).collect();
    Some(DayLine {
        id,
        starts_at: lines.iter().map(|line| line.session.starts_at).min()?,
        title: first.title.clone(),
        city: first.place.city.clone(),
        state: first.state,
        people: people.len(),
        totals: totals(lines.iter().copied()),
        differences: lines.iter().filter(|line| line.differs()).count(),
    })
}
