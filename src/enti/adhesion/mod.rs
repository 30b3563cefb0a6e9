//! Adhesion: how an ente stands with an edition, the papers behind it, and the code that lets its referente in.

mod mail_merge;
mod pages;
pub(super) mod routes;
mod store;
mod words;

use crate::access::session::EnteName;
use crate::domain::activation_code::ActivationCode;
use crate::domain::edition::Outside;
use crate::domain::ids::{EditionId, EnteId, PersonId};
use crate::domain::moment::{Day, Moment};

pub use store::{
    Admitting, Wanted, absence, addresses, admit, admit_in, change_state, invite, invite_in, look, make_codes, of, redeem, rehearse_code,
    set_addresses,
};

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

/// Why an ente takes no part in an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// The edition is not for it.
    Outside(Outside),
    Withdrew,
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

/// The two papers behind an adhesion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperKind {
    /// The act by which the ente adheres.
    Adhesion,
    /// The one by which it names its referente.
    Nomination,
}

impl PaperKind {
    pub const ALL: [PaperKind; 2] = [PaperKind::Adhesion, PaperKind::Nomination];

    pub fn as_str(self) -> &'static str {
        match self {
            PaperKind::Adhesion => "adhesion",
            PaperKind::Nomination => "nomination",
        }
    }

    pub fn parse(text: &str) -> Option<PaperKind> {
        PaperKind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One of them, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub kind: PaperKind,
    /// As in "deliberazione di Giunta n. 12 del 4 marzo 2026".
    pub reference: String,
    /// Protocollo of the ente.
    pub sent_number: String,
    pub sent_on: Option<Day>,
    /// Protocollo of whoever runs the programme.
    pub received_number: String,
    pub received_on: Option<Day>,
}

impl Paper {
    pub fn is_blank(&self) -> bool {
        [&self.reference, &self.sent_number, &self.received_number].iter().all(|text| text.is_empty())
            && self.sent_on.is_none()
            && self.received_on.is_none()
    }
}

/// How the office of an ente is reached; what is empty is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addresses {
    pub pec: String,
    /// Code of the index of public administrations, as in `c_a074`.
    pub ipa_code: String,
    /// People with an address of this domain need no approval.
    pub mail_domain: String,
}

/// An ente that a letter with a code can be written to.
#[derive(Debug, Clone)]
pub struct Addressee {
    pub ente: EnteName,
    /// Empty if not known.
    pub pec: String,
    /// A code was made before, and waits to be used.
    pub waits: bool,
}

/// What is wrong with a form of the adhesion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoNote,
    TooLong(&'static str),
    NotADay(&'static str),
    Expiry,
    Pec,
    Ipa,
    Domain(crate::domain::mail_domain::Unfit),
    NobodyChosen,
}
