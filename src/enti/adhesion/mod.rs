//! Adhesion: how an ente stands with an edition, the papers behind it, and the code that lets its referente in.

mod store;

use crate::access::session::EnteName;
use crate::domain::activation_code::ActivationCode;
use crate::domain::ids::{EditionId, EnteId, PersonId};
use crate::domain::moment::Moment;

pub use store::{Admitting, Wanted, admit, change_state, invite, look, make_codes, of, redeem};

/// How an ente stands with an edition; nobody has asked it until there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Invited,
    Adhering,
    Withdrawn,
}

impl State {
    pub const ALL: [State; 3] = [State::Invited, State::Adhering, State::Withdrawn];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Invited => "invited",
            State::Adhering => "adhering",
            State::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// Where an ente stands with an edition.
#[derive(Debug, Clone)]
pub struct Adhesion {
    pub state: State,
    pub since: Moment,
    /// The name of whoever brought it there; none for the machine.
    pub by: Option<String>,
    /// Admitted although outside the rule, and why.
    pub exception: Option<String>,
    pub revision: i64,
    pub code: CodeState,
}

/// What there is to know of an ente's code without knowing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeState {
    None,
    /// Printed in a letter, not used yet.
    Waiting {
        made: Moment,
        expires: Moment,
    },
    Expired(Moment),
    Used(Moment),
}

/// A code fresh from the lot: it exists here and on the paper that is printed from it, nowhere else.
#[derive(Debug, Clone)]
pub struct Made {
    pub ente: EnteId,
    pub code: ActivationCode,
}

/// What a right code opens.
#[derive(Debug, Clone)]
pub struct Opened {
    pub edition: EditionId,
    pub edition_name: String,
    pub ente: EnteName,
    pub expires: Moment,
}

/// Somebody who enters a code.
#[derive(Debug, Clone, Copy)]
pub struct Entering<'a> {
    pub code: &'a ActivationCode,
    /// An account that exists by now, perhaps since a moment, in the same transaction.
    pub person: &'a PersonId,
    /// How they are styled in the office.
    pub qualifica: &'a str,
}

/// Why a code with a right check sign opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    Unknown,
    Used,
    /// A later one was printed, or the ente withdrew.
    Replaced,
    Expired(Moment),
    /// The ente is no more.
    EnteEnded,
}

/// Somebody changed it since the page was opened, or it stands so already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangedMeanwhile;
