//! A giornata d'aula as its organiser plans it: hours on Italian wall clocks, a place, seats, a term for enrolling.

use serde::{Deserialize, Serialize};

use super::ids::{ClassDayId, ClassSessionId, PersonId, SeminarId};
use super::moment::Moment;

/// What is taught and to whom; held on one or more days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seminar {
    pub id: SeminarId,
    /// One of the themes of the edition, as it was called then.
    pub theme: String,
    pub title: String,
    pub description: String,
    pub audience: String,
    pub prerequisites: String,
}

/// A giornata d'aula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassDay {
    pub id: ClassDayId,
    pub seminar: SeminarId,
    pub state: State,
    /// In the order in which they begin; never none.
    pub sessions: Vec<Session>,
    /// As the register of enti spells it; none for a day that is online only.
    pub region: Option<String>,
    pub place: Place,
    pub online_link: Option<String>,
    pub seats: i64,
    /// First instant at which it is too late to enrol by oneself.
    pub enrol_by: Moment,
    /// Hours that the first who waits has to accept a seat that came free; none: it is theirs at once.
    pub offer_hours: Option<i64>,
    pub trainers: Vec<PersonId>,
}

impl ClassDay {
    /// First instant of the day.
    pub fn starts_at(&self) -> Option<Moment> {
        self.sessions.iter().map(|session| session.starts_at).min()
    }

    /// Last instant of the day.
    pub fn ends_at(&self) -> Option<Moment> {
        self.sessions.iter().map(|session| session.ends_at).max()
    }
}

/// Part of a day that is signed for on its own: the morning, the afternoon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub id: ClassSessionId,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub topic: String,
}

impl Session {
    /// How long it lasts, in minutes.
    pub fn minutes(&self) -> i64 {
        self.ends_at.minutes_since(self.starts_at)
    }
}

/// Where a giornata stands: a draft is seen by who prepares it alone; nothing comes back from cancelled or held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    Draft,
    Published,
    Cancelled,
    Held,
}

impl State {
    pub const ALL: [State; 4] = [State::Draft, State::Published, State::Cancelled, State::Held];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Published => "published",
            State::Cancelled => "cancelled",
            State::Held => "held",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// From the instants a row keeps.
    pub fn of(published: Option<Moment>, cancelled: Option<Moment>, held: Option<Moment>) -> State {
        match (published, cancelled, held) {
            (_, Some(_), _) => State::Cancelled,
            (_, _, Some(_)) => State::Held,
            (Some(_), None, None) => State::Published,
            (None, None, None) => State::Draft,
        }
    }
}

/// Where a day is held. Kept as JSON; all empty for a day that is online only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// As in "Palazzo civico".
    pub name: String,
    pub address: String,
    pub city: String,
    /// Plate code.
    pub province: String,
    pub room: String,
    /// How to get there.
    pub directions: String,
    /// Steps, lift, loop for hearing aids, whom to tell beforehand.
    pub accessibility: String,
}

impl Place {
    /// "Torino (TO)"; empty for a day that is online only.
    pub fn town(&self) -> String {
        match (self.city.trim(), self.province.trim()) {
            ("", _) => String::new(),
            (city, "") => city.to_owned(),
            (city, province) => format!("{city} ({province})"),
        }
    }

    /// "Palazzo civico, Sala delle Colonne, Torino (TO)": enough for who knows the way.
    pub fn in_short(&self) -> String {
        joined(&[&self.name, &self.room, &self.town()])
    }

    /// "Palazzo civico, Sala delle Colonne, Piazza Palazzo di Città 1, Torino (TO)".
    pub fn in_full(&self) -> String {
        joined(&[&self.name, &self.room, &self.address, &self.town()])
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_one_line_without_what_is_missing() {
        let mut place = Place { name: "Palazzo civico".into(), city: "Torino".into(), province: "TO".into(), ..Place::default() };
        assert_eq!(place.in_full(), "Palazzo civico, Torino (TO)");
        (place.room, place.address) = ("Sala delle Colonne ".into(), "Piazza Palazzo di Città 1".into());
        assert_eq!(place.in_full(), "Palazzo civico, Sala delle Colonne, Piazza Palazzo di Città 1, Torino (TO)");
        assert_eq!(place.in_short(), "Palazzo civico, Sala delle Colonne, Torino (TO)");
        assert_eq!(Place::default().in_full(), "");
    }
}
