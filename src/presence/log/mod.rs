//! Logs of online sessions: a file is looked at first, people are found in it, and what it says is noted once somebody says so.

pub(super) mod routes;

mod pages;
mod store;
mod words;

use std::collections::BTreeMap;

use crate::domain::ids::{PersonId, PresenceLogId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::domain::presence::{Said, Source};
use crate::domain::presence_log::{self, Log, Stay};
use crate::presence::{Attendee, Noting, Register};

pub use store::applied;

/// A file in the list of them.
#[derive(Debug, Clone)]
pub struct Kept {
    pub id: PresenceLogId,
    pub name: String,
    pub kept_at: Moment,
    pub kept_by: String,
    pub applied_at: Option<Moment>,
}

/// How somebody in the file was found among the enrolled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    ByAddress,
    ByName,
    ByHand,
    Nobody,
}

/// Somebody in the file, with all their joins.
#[derive(Debug, Clone)]
pub struct Guest<'a> {
    /// Address, else folded name.
    pub identity: String,
    pub name: String,
    pub email: String,
    pub stays: Vec<&'a Stay>,
    pub attendee: Option<&'a Attendee>,
    pub found: Found,
}

/// The people of a file, in the order in which they come.
pub fn guests<'a>(log: &'a Log, register: &'a Register, by_hand: &BTreeMap<String, PersonId>) -> Vec<Guest<'a>> {
    let mut guests: Vec<Guest<'a>> = Vec::new();
    for stay in &log.stays {
        let identity = stay.identity();
        match guests.iter_mut().find(|guest| guest.identity == identity) {
            Some(guest) => guest.stays.push(stay),
            None => {
                let (attendee, found) = find(&identity, stay, register, by_hand);
                guests.push(Guest { identity, name: stay.name.clone(), email: stay.email.clone(), stays: vec![stay], attendee, found });
            }
        }
    }
    guests
}

/// By hand, by address, by name: and only if one alone fits.
fn find<'a>(identity: &str, stay: &Stay, register: &'a Register, by_hand: &BTreeMap<String, PersonId>) -> (Option<&'a Attendee>, Found) {
    if let Some(person) = by_hand.get(identity) {
        let attendee = register.attendee(person);
        return (attendee, if attendee.is_some() { Found::ByHand } else { Found::Nobody });
    }
    let only = |fits: &dyn Fn(&&Attendee) -> bool| {
        let mut all = register.people.iter().filter(fits);
        all.next().filter(|_| all.next().is_none())
    };
    if !stay.email.is_empty()
        && let Some(attendee) = only(&|attendee| attendee.email == stay.email)
    {
        return (Some(attendee), Found::ByAddress);
    }
    let name = words(&stay.name);
    match only(&|attendee| !name.is_empty() && words(&attendee.name) == name) {
        Some(attendee) => (Some(attendee), Found::ByName),
        None => (None, Found::Nobody),
    }
}

/// The words of a name in alphabetical order: "BIANCHI Anna" is Anna Bianchi.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut words: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.sort_unstable();
    words
}

/// What the file says of one attendee in each session; somebody may have joined under two names.
pub fn said(guests: &[Guest<'_>], attendee: &Attendee, register: &Register) -> Option<Vec<Said>> {
    let own = guests.iter().filter(|guest| guest.attendee.is_some_and(|found| found.person == attendee.person));
    let stays: Vec<&Stay> = own.flat_map(|guest| guest.stays.iter().copied()).collect();
    (!stays.is_empty()).then(|| register.day.sessions.iter().map(|session| presence_log::said(&stays, session)).collect())
}

/// All that is to be noted: of who is in no row, nothing.
pub fn notings(guests: &[Guest<'_>], register: &Register) -> Vec<Noting> {
    let mut all = Vec::new();
    for attendee in &register.people {
        for (session, said) in register.day.sessions.iter().zip(said(guests, attendee, register).unwrap_or_default()) {
            let (person, session) = (attendee.person.clone(), session.id.clone());
            all.push(Noting { person, session, source: Source::Log, said, reason: String::new() });
        }
    }
    all
}
