//! "Manca per la rendicontazione": who lacks what the funder of the edition asks, and how to get it.

pub(super) mod routes;
pub(super) mod store;

mod letters;
mod pages;
mod words;

use crate::access::session::EnteName;
use crate::domain::edition::ParticipantField;
use crate::domain::ids::PersonId;
use crate::domain::moment::Moment;
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

pub const SHAPE: Shape = Shape {
    path: paths::REPORTING,
    files: paths::REPORTING,
    filters: &["cerca", "ente", "regione", "manca", "lettera"],
    orders: &["ente", "nome", "lettera"],
};

/// Days in which somebody is written to once.
pub const QUIET_DAYS: i64 = 7;

/// What a person can lack: the kind of ente is known of every ente of the register.
pub const FIELDS: [ParticipantField; 4] =
    [ParticipantField::Gender, ParticipantField::AgeClass, ParticipantField::Settore, ParticipantField::Qualifica];

/// One line of the table: somebody who acts, or acted, for an ente while the edition runs.
#[derive(Debug, Clone)]
pub struct Line {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub ente: EnteName,
    pub region: String,
    pub fields: Vec<ParticipantField>,
    /// When they were last asked by letter.
    pub asked_at: Option<Moment>,
}

impl Line {
    /// Whether a letter may go now.
    pub fn may_be_asked(&self, now: Moment) -> bool {
        self.asked_at.is_none_or(|at| at <= now.plus_days(-QUIET_DAYS))
    }
}

/// The lines of a page, and how many there are in all.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub lines: Vec<Line>,
    pub total: i64,
    /// People behind the lines: somebody may act for several enti.
    pub people: i64,
}

/// What came of asking one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Sent,
    /// A letter left less than [`QUIET_DAYS`] ago.
    Lately,
    /// They have told everything meanwhile.
    NothingLacking,
}

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("manca", |field| ParticipantField::parse(field).is_some_and(|field| FIELDS.contains(&field)));
    listing.keep_if("lettera", |when| matches!(when, "recente" | "da-chiedere" | "mai"));
    listing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{EnteId, Id};

    #[test]
    fn somebody_is_asked_once_in_seven_days() {
        let now = Moment::from_millis(1_772_438_400_000);
        let id = "0192f0c1-2345-7abc-8def-0123456789ab";
        let ente = EnteName { id: EnteId::parse(id).unwrap(), kind: "comune".into(), name: "Agliè".into(), province: "TO".into() };
        let line = |asked_at| Line {
            person: PersonId::parse(id).unwrap(),
            name: String::new(),
            email: String::new(),
            ente: ente.clone(),
            region: String::new(),
            fields: Vec::new(),
            asked_at,
        };
        assert!(line(None).may_be_asked(now));
        assert!(line(Some(now.plus_days(-7))).may_be_asked(now));
        assert!(!line(Some(now.plus_days(-6))).may_be_asked(now));
    }

    #[test]
    fn nonsense_in_a_filter_chooses_nothing() {
        let listing = listing("/x?manca=ente-kind&lettera=ieri&cerca=anna");
        assert_eq!((listing.get("manca"), listing.get("lettera"), listing.get("cerca")), ("", "", "anna"));
        assert_eq!(super::listing("/x?manca=gender").get("manca"), "gender");
    }
}
