//! The outbox as the desk sees it: what waits, what left, what was given up and why, and what may leave once more.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use crate::domain::ids::{LetterId, PersonId};
use crate::domain::letter::Letter;
use crate::domain::moment::{Day, Moment};
use crate::platform::mail::{Fault, FaultKind};
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

pub const SHAPE: Shape = Shape {
    path: paths::POST,
    files: paths::POST,
    filters: &["cerca", "stato", "motivo", "dal", "al"],
    orders: &["oggetto", "destinatario", "giorno", "stato"],
};

/// Days for which a message with a personal link in it may be tried again: then the link is dead, or soon will be.
pub const FRESH_DAYS: i64 = 7;

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Waiting,
    Sent,
    Failed,
}

impl State {
    pub const ALL: [State; 3] = [State::Failed, State::Waiting, State::Sent];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Waiting => "in-attesa",
            State::Sent => "spediti",
            State::Failed => "non-consegnati",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A message as the table tells it: never what it says.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: LetterId,
    pub person: Option<PersonId>,
    pub name: String,
    pub address: String,
    pub kind: String,
    pub subject: String,
    /// It carries a link that opens something.
    pub secret: bool,
    /// Its words are still kept.
    pub kept: bool,
    pub posted_at: Moment,
    pub due_at: Moment,
    pub attempts: i64,
    pub sent_at: Option<Moment>,
    pub failed_at: Option<Moment>,
    /// Of the last attempt.
    pub fault: Option<Fault>,
    /// The one that it went out with.
    pub digest: Option<LetterId>,
    /// Its person has another address by now.
    pub moved: bool,
}

/// How a message leaves once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// It was given up, and is tried as if it were new.
    Retry,
    /// It waits after a failure, and is tried at once.
    Hasten,
    /// It was sent: another one leaves that says the same.
    Copy,
}

/// Why it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAgain {
    /// It has a personal link and was sent: nobody keeps it.
    Secret,
    /// It has a personal link, made for an address that its person has no more.
    Moved,
    /// It has a personal link that is dead by now, or soon will be.
    Old,
    /// It is on its way by itself.
    OnItsWay,
    /// It goes with the one that holds it.
    InDigest,
    /// Its words are kept no more.
    Forgotten,
}

impl Line {
    pub fn state(&self) -> State {
        match (self.sent_at, self.failed_at) {
            (Some(_), _) => State::Sent,
            (None, Some(_)) => State::Failed,
            (None, None) => State::Waiting,
        }
    }

    /// What the desk may do about it. The statements of the outbox decide; this says so beforehand.
    pub fn again(&self, now: Moment) -> Result<Way, NotAgain> {
        match self.state() {
            State::Sent if self.secret => Err(NotAgain::Secret),
            _ if !self.kept => Err(NotAgain::Forgotten),
            State::Sent => Ok(Way::Copy),
            _ if self.digest.is_some() => Err(NotAgain::InDigest),
            State::Waiting if self.attempts > 0 => Ok(Way::Hasten),
            State::Waiting => Err(NotAgain::OnItsWay),
            State::Failed if self.secret && self.moved => Err(NotAgain::Moved),
            State::Failed if self.secret && (self.posted_at < fresh(now) || self.kind == "password-reset") => Err(NotAgain::Old),
            State::Failed => Ok(Way::Retry),
        }
    }
}

/// Messages with a personal link are tried again if they were written since.
pub fn fresh(now: Moment) -> Moment {
    now.plus_days(-FRESH_DAYS)
}

/// One message with what it says, where that may be read.
#[derive(Debug, Clone)]
pub struct Told {
    pub line: Line,
    /// None of a secret one, and of one whose words are kept no more.
    pub letter: Option<Letter>,
}

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("stato", |state| State::parse(state).is_some());
    listing.keep_if("motivo", |kind| FaultKind::ALL.iter().any(|one| one.as_str() == kind));
    for day in ["dal", "al"] {
        listing.keep_if(day, |text| Day::parse(text).is_some());
    }
    listing
}
