//! Roles granted and withdrawn, accounts disabled and enabled: the work of the *gestore del sistema*.

pub mod letters;
pub mod pages;
pub mod routes;
pub mod store;
pub mod words;

use super::Held;
use crate::access::RoleName;
use crate::access::session::EnteName;
use crate::domain::ids::{EnteId, PersonId};
use crate::domain::moment::{Day, Moment};

/// People on a page of the list.
pub const PAGE: usize = 25;
/// Enti offered at most where a typed name fits several.
pub const MATCHES: i64 = 20;
/// Longest reason and longest *qualifica*, in characters.
pub const LONGEST: usize = 300;

/// What to look for among people.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Part of name, username or address.
    pub text: &'a str,
    /// A role in force today; none for all.
    pub role: Option<RoleName>,
    pub state: State,
    /// Counted from 1.
    pub page: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Any,
    Enabled,
    Disabled,
}

impl State {
    pub const ALL: [State; 3] = [State::Any, State::Enabled, State::Disabled];

    pub fn as_str(self) -> &'static str {
        match self {
            State::Any => "",
            State::Enabled => "attivi",
            State::Disabled => "disabilitati",
        }
    }

    pub fn parse(text: &str) -> State {
        State::ALL.into_iter().find(|state| state.as_str() == text).unwrap_or(State::Any)
    }
}

/// A line of the list.
#[derive(Debug, Clone)]
pub struct Listed {
    pub id: PersonId,
    pub username: String,
    pub name: String,
    pub email: String,
    pub seen: Option<Moment>,
    pub disabled: bool,
    /// In force today.
    pub roles: Vec<(RoleName, Option<EnteName>)>,
}

/// One account with all its appointments.
#[derive(Debug, Clone)]
pub struct Account {
    pub id: PersonId,
    pub username: String,
    pub name: String,
    pub email: String,
    pub created: Moment,
    pub seen: Option<Moment>,
    pub disabled: Option<Disabled>,
    pub appointments: Vec<Held>,
}

/// Since when an account is disabled, by whom (nobody: the command line) and why.
#[derive(Debug, Clone)]
pub struct Disabled {
    pub at: Moment,
    pub by: Option<String>,
    pub reason: String,
}

/// A role to grant.
#[derive(Debug, Clone)]
pub struct Grant {
    pub role: RoleName,
    pub ente: Option<EnteId>,
    pub qualifica: String,
    pub from: Day,
    /// The last day.
    pub to: Option<Day>,
}

/// Why a role was not granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGranted {
    /// A role of an ente without the ente.
    NoEnte,
    /// A role of the programme with one.
    NeedlessEnte,
    /// It ends before it begins.
    Days,
    /// The person holds it already on one of those days.
    Held,
    /// The account is disabled.
    Disabled,
}

/// Why a role was not withdrawn, or an account not disabled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    NoReason,
    /// Nobody takes away their own last role of gestore, nor disables themselves.
    Own,
    /// The last gestore of the installation.
    LastAdministrator,
    /// It is so already.
    Already,
}
