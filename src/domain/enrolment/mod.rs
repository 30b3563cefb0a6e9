//! The seats of a giornata d'aula: who is in, who is offered a seat, who waits and in which order, and what may happen next.
//!
//! A [`Room`] is everything the rule looks at; what happens to it gives [`Step`]s, and each is a row and a letter.
//! Nobody passes anybody: a seat goes to the lowest number that may have it. Seats kept for an ente or a province are the
//! one reason why a later number may be seated before an earlier one, until they are released.

#[cfg(test)]
mod machine;
#[cfg(test)]
mod model;
mod seats;
mod steps;
#[cfg(test)]
mod tests;

use super::edition::Outside;
use super::ids::{ClassDayId, EnrolmentId, EnteId, PersonId};
use super::moment::Moment;
use super::seminar::State;

macro_rules! spelled {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $kind:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$each])* $kind,)*
        }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$kind,)*];

            /// As its column spells it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$kind => $text,)*
                }
            }

            pub fn parse(text: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}

spelled! {
    /// Where somebody stands with a giornata.
    Standing {
        Seated = "seated",
        /// A seat is theirs if they say so in time; until then nobody else has it.
        Offered = "offered",
        Waiting = "waiting",
        Out = "out",
    }
}

spelled! {
    /// Why somebody is out.
    Why {
        Withdrew = "withdrew",
        /// Said no to a seat that was offered.
        Declined = "declined",
        /// Did not answer an offer in time.
        Lapsed = "lapsed",
        /// A colleague goes instead.
        Replaced = "replaced",
        /// By the segreteria, with a reason.
        Removed = "removed",
        /// The day is not held.
        Cancelled = "cancelled",
        /// The day began while they waited.
        Begun = "begun",
    }
}

spelled! {
    /// How somebody came to be on the list.
    How {
        Own = "self",
        /// By the referente of their ente.
        Colleague = "colleague",
        /// By the segreteria.
        Desk = "desk",
        /// In the place of a colleague.
        Substitute = "substitute",
        /// On the spot, on the day.
        WalkIn = "walk-in",
    }
}

impl Standing {
    /// Nobody else can have their seat.
    pub fn holds_a_seat(self) -> bool {
        matches!(self, Standing::Seated | Standing::Offered)
    }
}

/// For whom seats are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeper {
    Ente(EnteId),
    /// By plate code.
    Province(String),
}

/// Seats kept for some until an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserve {
    pub keeper: Keeper,
    pub seats: i64,
    pub release_at: Moment,
}

/// Somebody who asks for a seat, and for which ente.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub person: PersonId,
    pub ente: Option<EnteId>,
    /// Plate code of the ente.
    pub province: Option<String>,
}

/// Somebody who is on the list, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: EnrolmentId,
    pub who: Who,
    /// Grows with every request; whoever asks again gets a new one.
    pub number: i64,
    pub standing: Standing,
    pub why: Option<Why>,
    pub offer_until: Option<Moment>,
}

/// A giornata as the rule sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    pub seats: i64,
    pub reserves: Vec<Reserve>,
    /// First instant at which it is too late to enrol by oneself.
    pub enrol_by: Moment,
    pub starts_at: Moment,
    /// Hours to accept a seat that came free; none: it is theirs at once.
    pub offer_hours: Option<i64>,
    pub state: State,
    /// All who ever asked, each once, by number.
    pub entries: Vec<Entry>,
}

/// What happened to one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub id: EnrolmentId,
    pub before: Option<Standing>,
    pub standing: Standing,
    pub why: Option<Why>,
    pub offer_until: Option<Moment>,
}

/// Until when a request is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// For all who enrol themselves and their colleagues.
    Deadline,
    /// For the segreteria, up to the first minute.
    Start,
}

/// A giornata at which somebody would have to be at the same time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub day: ClassDayId,
    pub title: String,
    pub starts_at: Moment,
    pub standing: Standing,
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Too late to enrol by oneself, since then.
    Closed(Moment),
    Begun,
    Cancelled,
    /// It was held: the register is closed.
    Held,
    /// On the list already.
    Already(Standing),
    /// Not on the list, or no more.
    NotIn,
    /// Nothing is offered, or it was too late.
    OfferOver,
    /// Only who has a seat can send somebody in their place.
    NotSeated,
    /// Of a colleague that they would send: of another ente, or of none.
    NotOfTheEnte,
    Clash(Clash),
    /// The edition is not for this ente.
    Outside(Outside),
    /// The ente has withdrawn from the edition.
    EnteWithdrew,
    /// Walk-ins come on the day itself.
    NotToday,
}

/// What somebody would get who asked now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prospect {
    Seat,
    /// Their place among those who wait, from 1.
    Waits(usize),
}

impl Room {
    pub fn entry(&self, id: &EnrolmentId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    pub fn of(&self, person: &PersonId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.who.person == *person)
    }

    /// Seats that nobody else can have, offers included.
    pub fn taken(&self) -> i64 {
        i64::try_from(self.entries.iter().filter(|entry| entry.standing.holds_a_seat()).count()).unwrap_or(i64::MAX)
    }

    /// Those who wait, the first first.
    pub fn queue(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.standing == Standing::Waiting)
    }

    /// Place among those who wait, from 1; none for who does not.
    pub fn place(&self, id: &EnrolmentId) -> Option<usize> {
        self.queue().position(|entry| entry.id == *id).map(|before| before + 1)
    }

    /// What would come of a request now, whether or not it may be made.
    pub fn prospect(&self, who: &Who, now: Moment) -> Prospect {
        if self.fits(who, now) { Prospect::Seat } else { Prospect::Waits(self.queue().count() + 1) }
    }

    /// Whether seats are kept for others than `who` and not yet released: a later number may then be seated first.
    pub fn keeps_for_others(&self, who: &Who, now: Moment) -> bool {
        self.reserves.iter().any(|reserve| reserve.seats > 0 && reserve.release_at > now && !reserve.keeper.keeps_for(who))
    }
}

impl Keeper {
    pub fn keeps_for(&self, who: &Who) -> bool {
        match self {
            Keeper::Ente(ente) => who.ente.as_ref() == Some(ente),
            Keeper::Province(province) => who.province.as_ref() == Some(province),
        }
    }
}
