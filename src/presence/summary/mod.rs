//! Presence and hours as a funder counts them: by theme, region, class of ente, role and what the funder asks of people.

pub(super) mod routes;

mod pages;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::edition::{Edition, ParticipantField};
use crate::domain::ente::Kind;
use crate::domain::ente_class::EnteClass;
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::domain::seminar::State;
use crate::presence::totals::Line;

/// What people and hours are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Theme,
    /// Of the ente.
    Region,
    Class,
    /// As people are styled in their office.
    Role,
    Field(ParticipantField),
}

/// What stands at the head of a line of the summary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    Class(EnteClass),
    Text(String),
    /// Nothing is known; told last.
    Unknown,
}

/// People and hours under one head.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    people: BTreeSet<PersonId>,
    /// Sessions attended, of all of them together.
    pub sessions: i64,
    pub minutes: i64,
    pub first: Option<Moment>,
    pub last: Option<Moment>,
}

impl Sum {
    /// Each counted once.
    pub fn people(&self) -> i64 {
        i64::try_from(self.people.len()).unwrap_or(i64::MAX)
    }

    /// Hours in hundredths, rounded to the nearest.
    pub fn hundredths(&self) -> i64 {
        (self.minutes * 100 + 30) / 60
    }

    fn add(&mut self, line: &Line) {
        self.people.insert(line.person.clone());
        self.sessions += 1;
        self.minutes += line.minutes();
        let at = line.session.starts_at;
        self.first = Some(self.first.map_or(at, |first| first.min(at)));
        self.last = Some(self.last.map_or(at, |last| last.max(at)));
    }
}

impl By {
    /// What an edition reports by: its own fields after what every report has.
    pub fn of(edition: &Edition) -> Vec<By> {
        let fields = edition.terms.funding.asked.iter().map(|asked| asked.field);
        // The role is told for everybody; the kind of body stands in the class.
        let own = fields.filter(|field| !matches!(field, ParticipantField::Qualifica | ParticipantField::EnteKind));
        [By::Theme, By::Region, By::Class, By::Role].into_iter().chain(own.map(By::Field)).collect()
    }

    pub fn head(self, line: &Line) -> Head {
        let text = |text: &str| if text.is_empty() { Head::Unknown } else { Head::Text(text.to_owned()) };
        match self {
            By::Theme => text(&line.theme),
            By::Region => text(&line.ente_region),
            By::Class => Head::Class(class(line)),
            By::Role => text(&line.qualifica),
            By::Field(field) => text(line.facts.get(field.as_str()).map_or("", String::as_str)),
        }
    }
}

fn class(line: &Line) -> EnteClass {
    EnteClass::of(line.ente.as_ref().and_then(|ente| Kind::parse(&ente.kind)), line.residents)
}

/// Lines that count: of a closed day, with somebody there for a minute at least.
pub fn counted(lines: &[Line]) -> Vec<&Line> {
    lines.iter().filter(|line| line.state == State::Held && line.minutes() > 0).collect()
}

/// People and hours under each head, in the order of the heads.
pub fn sums<K: Ord>(lines: &[&Line], head: impl Fn(&Line) -> K) -> BTreeMap<K, Sum> {
    let mut sums: BTreeMap<K, Sum> = BTreeMap::new();
    for line in lines {
        sums.entry(head(line)).or_default().add(line);
    }
    sums
}
