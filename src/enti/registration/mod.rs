//! The way in: registration by oneself, invitations, approval by those who may, the people of an ente.

pub mod form;
mod letters;
mod pages;
pub mod routes;
pub mod store;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::access::password::Weakness;
use crate::access::roles::Signed;
use crate::access::session::EnteName;
use crate::access::{Coordinator, RoleName, Secretariat};
use crate::domain::edition::ParticipantField;
use crate::domain::ids::{AppointmentId, EnteId, PersonId, RegistrationId};
use crate::domain::moment::{Day, Moment};
use crate::domain::registration::Outcome;

/// An ente as somebody finds it who wants to act for it.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub ente: EnteName,
    pub region: String,
    /// An address of this domain needs no approval.
    pub mail_domain: Option<String>,
}

/// What somebody wrote who wants to act for an ente.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    pub ente: &'a Candidate,
    pub name: &'a str,
    /// In lower case.
    pub email: &'a str,
    pub qualifica: &'a str,
    pub told: &'a Told,
    /// The version of the privacy notice that they declared read; none: they have an account, and were not asked here.
    pub notice: Option<&'a str>,
}

/// The answers to what the funder of an edition asks, as told at the door.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The edition that asked; none where no edition was running.
    pub edition: Option<String>,
    /// By the name of the field.
    pub answers: BTreeMap<String, String>,
}

/// What a link leads to, as long as it is good.
#[derive(Debug, Clone)]
pub struct Linked {
    pub id: RegistrationId,
    pub ente: EnteName,
    pub mail_domain: Option<String>,
    pub role: RoleName,
    pub invitation: bool,
    /// Empty for an invitation.
    pub name: String,
    pub email: String,
    pub qualifica: String,
    /// Who invited.
    pub invited_by: Option<String>,
    /// The version of the privacy notice that was declared read when asking.
    pub notice: Option<String>,
}

/// What a link turns out to be.
#[derive(Debug, Clone)]
pub enum Link {
    Good(Box<Linked>),
    /// It was good until then.
    Expired(Moment),
    /// Used, withdrawn, or never given.
    Unknown,
}

/// A request that waits, as those who approve see it.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub id: RegistrationId,
    pub ente: EnteName,
    pub name: String,
    pub email: String,
    pub qualifica: String,
    pub arrived_at: Moment,
    pub reminded_at: Option<Moment>,
    /// Whether the ente has a referente, who may approve as well.
    pub has_referente: bool,
}

/// An invitation that was sent and not yet taken up.
#[derive(Debug, Clone)]
pub struct Invited {
    pub id: RegistrationId,
    pub email: String,
    pub role: RoleName,
    pub expires_at: Moment,
    /// Too late: it can be sent again.
    pub expired: bool,
}

/// Somebody who acts for the ente, or did.
#[derive(Debug, Clone)]
pub struct Holder {
    pub appointment: AppointmentId,
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub role: RoleName,
    pub qualifica: String,
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
    /// The account was closed by whoever runs the installation.
    pub disabled: bool,
}

/// A request of one's own, whatever became of it.
#[derive(Debug, Clone)]
pub struct OwnRequest {
    pub id: RegistrationId,
    pub ente: EnteName,
    pub arrived_at: Moment,
    pub reminded_at: Option<Moment>,
    pub expires_at: Moment,
    pub outcome: Option<Outcome>,
    pub decided_at: Option<Moment>,
    pub reason: String,
    pub has_referente: bool,
}

/// Somebody whose data the segreteria notes as told on the telephone.
#[derive(Debug, Clone)]
pub struct Participant {
    pub id: PersonId,
    pub name: String,
    /// By the name of the field.
    pub told: BTreeMap<String, String>,
    /// An appointment of theirs says nothing of how they are styled.
    pub unstyled: bool,
}

impl OwnRequest {
    /// Nobody has answered, and somebody still may.
    pub fn waits(&self, now: Moment) -> bool {
        self.outcome.is_none() && self.expires_at > now
    }
}

/// What came of a step towards an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// Appointed from today on.
    Appointed,
    /// Waits for approval.
    Waits,
    /// They act for the ente already, or wait already.
    Already,
}

/// Who takes up a link.
#[derive(Debug)]
pub enum Arrival<'a> {
    /// A new account. `notice`: the version of the privacy notice that the page showed.
    Newcomer {
        username: &'a str,
        name: &'a str,
        qualifica: &'a str,
        password_hash: String,
        lang: crate::domain::lang::Lang,
        notice: &'a str,
    },
    /// Somebody who is signed in.
    Known { person: &'a PersonId, qualifica: &'a str },
}

/// Why a step was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    UsernameTaken,
    /// The link was used, withdrawn, or is too old.
    LinkOver,
    /// The ente is no more, or has withdrawn.
    EnteGone,
    /// The account was disabled meanwhile.
    Disabled,
    /// Somebody else was first.
    Decided(Outcome),
    ReasonMissing,
    ReasonTooLong,
}

/// Something to correct in what was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NoName,
    NameTooLong,
    NoEmail,
    EmailShape,
    NoQualifica,
    QualificaTooLong,
    NoFact(ParticipantField),
    NoticeUnread,
    UsernameShape,
    UsernameTaken,
    NoPassword,
    Weak(Weakness),
}

/// Yes or no.
#[derive(Debug, Clone, Copy)]
pub enum Verdict<'a> {
    Approve(RoleName),
    Refuse(&'a str),
}

/// Whoever may approve, and for which enti.
pub trait Approver: Signed {
    /// The only ente; none where it may be any.
    fn scope(&self) -> Option<&EnteId>;
}

impl Approver for Coordinator {
    fn scope(&self) -> Option<&EnteId> {
        use crate::access::roles::OfEnte;
        Some(self.ente())
    }
}

impl Approver for Secretariat {
    fn scope(&self) -> Option<&EnteId> {
        None
    }
}
