//! Contacts by telephone, letter or in person, as the segreteria notes them on the page of an ente or of a person.

pub(super) mod pages;
pub(super) mod routes;
pub(super) mod store;

mod words;

use crate::access::form::Fields;
use crate::domain::ids::{EnteId, Id, PersonId};
use crate::domain::moment::Day;

/// Longest account of a contact, in characters.
pub const OUTCOME_MAX: usize = 2000;

/// By which way somebody was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    Telephone,
    Email,
    Pec,
    InPerson,
}

impl Channel {
    pub const ALL: [Channel; 4] = [Channel::Telephone, Channel::Email, Channel::Pec, Channel::InPerson];

    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Telephone => "telefono",
            Channel::Email => "email",
            Channel::Pec => "pec",
            Channel::InPerson => "persona",
        }
    }

    pub fn parse(text: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|channel| channel.as_str() == text)
    }
}

/// A contact as noted.
#[derive(Debug, Clone)]
pub struct Contact {
    pub channel: Channel,
    pub happened_on: Day,
    pub outcome: String,
    pub next_on: Option<Day>,
    /// Who noted it.
    pub noted_by: String,
    /// Who was heard, where it is known.
    pub person: Option<(PersonId, String)>,
    /// For which ente, with its province.
    pub ente: Option<(EnteId, String)>,
}

/// Whom a contact is noted of.
#[derive(Debug, Clone)]
pub enum Subject {
    Ente(EnteId),
    Person(PersonId),
}

/// The form of a contact as typed.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    pub channel: String,
    pub day: String,
    pub outcome: String,
    pub next: String,
    /// Of the people or the enti of the subject: the one that the contact was about.
    pub with: String,
}

/// A contact that can be noted.
#[derive(Debug, Clone)]
pub struct Noted {
    pub channel: Channel,
    pub happened_on: Day,
    pub outcome: String,
    pub next_on: Option<Day>,
}

/// What is wrong with a contact as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoChannel,
    NoDay,
    DayToCome,
    NoOutcome,
    OutcomeTooLong,
    NextUnreadable,
    NextPast,
}

impl Draft {
    pub fn fresh(today: Day) -> Draft {
        Draft { channel: Channel::Telephone.as_str().to_owned(), day: today.to_string(), ..Draft::default() }
    }

    pub fn read(fields: &Fields) -> Draft {
        let text = |name: &str| fields.text(name).to_owned();
        Draft { channel: text("canale"), day: text("giorno"), outcome: text("esito"), next: text("richiamare"), with: text("con") }
    }

    /// All that is wrong at once, or the contact.
    pub fn check(&self, today: Day) -> Result<Noted, Vec<Fault>> {
        let channel = Channel::parse(&self.channel).ok_or(Fault::NoChannel);
        let day = Day::parse(&self.day).ok_or(Fault::NoDay).and_then(|day| if day > today { Err(Fault::DayToCome) } else { Ok(day) });
        let outcome = match self.outcome.chars().count() {
            0 => Err(Fault::NoOutcome),
            n if n > OUTCOME_MAX => Err(Fault::OutcomeTooLong),
            _ => Ok(self.outcome.clone()),
        };
        let next = match self.next.as_str() {
            "" => Ok(None),
            text => match Day::parse(text) {
                None => Err(Fault::NextUnreadable),
                Some(day) if day < today => Err(Fault::NextPast),
                Some(day) => Ok(Some(day)),
            },
        };
        match (channel, day, outcome, next) {
            (Ok(channel), Ok(happened_on), Ok(outcome), Ok(next_on)) => Ok(Noted { channel, happened_on, outcome, next_on }),
            (channel, day, outcome, next) => {
                let faults = [channel.err(), day.err(), outcome.err(), next.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// Nobody answered: to be called again on the next working day.
pub fn unanswered(today: Day) -> Day {
    use jiff::civil::Weekday::{Friday, Saturday};
    match today.date().weekday() {
        Friday => today.plus_days(3),
        Saturday => today.plus_days(2),
        _ => today.plus_days(1),
    }
}

impl Subject {
    /// The id that the form may add to it: of a person at an ente, of an ente of a person.
    pub fn paired(&self, with: &str) -> (Option<EnteId>, Option<PersonId>) {
        match self {
            Subject::Ente(ente) => (Some(ente.clone()), PersonId::parse(with)),
            Subject::Person(person) => (EnteId::parse(with), Some(person.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let today = day("2026-03-02");
        assert_eq!(Draft::default().check(today).unwrap_err(), [Fault::NoChannel, Fault::NoDay, Fault::NoOutcome]);
        let typed = Draft {
            channel: "pec".into(),
            day: "2026-03-03".into(),
            outcome: "x".repeat(2001),
            next: "2026-03-01".into(),
            with: String::new(),
        };
        assert_eq!(typed.check(today).unwrap_err(), [Fault::DayToCome, Fault::OutcomeTooLong, Fault::NextPast]);
        let right = Draft { day: "2026-02-27".into(), outcome: "Richiamano loro.".into(), next: "2026-03-02".into(), ..typed };
        assert_eq!(right.check(today).unwrap().next_on, Some(today));
    }

    #[test]
    fn nobody_is_called_again_on_a_sunday() {
        // A Monday, a Friday, a Saturday.
        for (today, next) in [("2026-03-02", "2026-03-03"), ("2026-03-06", "2026-03-09"), ("2026-03-07", "2026-03-09")] {
            assert_eq!(unanswered(day(today)), day(next));
        }
    }
}
