//! The table of enti: who is where in the programme, and whom to call.

pub(super) mod pages;
pub(super) mod routes;
pub(super) mod store;

mod words;

use crate::access::RoleName;
use crate::domain::ids::{AssessmentId, EnteId, PersonId};
use crate::domain::moment::{Day, Moment};
use crate::enti::{AdhesionState, Kind};
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

/// Days without a sign of life after which an ente is worth a call.
pub const QUIET_DAYS: i64 = 14;

pub const SHAPE: Shape = Shape {
    path: paths::ENTI,
    files: paths::ENTI,
    filters: &["cerca", "tipo", "regione", "provincia", "residenti", "referente", "adesione", "rilevazione", "sollecito"],
    orders: &["nome", "tipo", "provincia", "regione", "residenti", "referente", "adesione", "rilevazione", "contatto"],
};

/// The filter for enti without an adhesion.
pub const NEVER_ASKED: &str = "none";

/// How far an ente is with its rilevazione. What it answered is nobody else's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rilevazione {
    NotBegun,
    Begun,
    Closed,
}

/// Why an ente is worth a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// A call was agreed for today, or for a day that has passed.
    Call,
    /// Begun, and nothing has changed for [`QUIET_DAYS`].
    Still,
    /// Invited or adhering for [`QUIET_DAYS`], and nothing begun.
    Silent,
}

/// A band of residents, by its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    pub key: &'static str,
    pub from: i64,
    pub to: i64,
}

/// The Plan looks at comuni of up to 5,000 residents; what is larger takes part by exception.
pub const BANDS: [Band; 5] = [
    Band { key: "1000", from: 0, to: 1000 },
    Band { key: "3000", from: 1001, to: 3000 },
    Band { key: "5000", from: 3001, to: 5000 },
    Band { key: "15000", from: 5001, to: 15_000 },
    Band { key: "oltre", from: 15_001, to: i64::MAX },
];

impl Band {
    pub fn parse(key: &str) -> Option<Band> {
        BANDS.into_iter().find(|band| band.key == key)
    }
}

impl Rilevazione {
    pub const ALL: [Rilevazione; 3] = [Rilevazione::NotBegun, Rilevazione::Begun, Rilevazione::Closed];

    pub fn as_str(self) -> &'static str {
        match self {
            Rilevazione::NotBegun => "da-iniziare",
            Rilevazione::Begun => "iniziata",
            Rilevazione::Closed => "chiusa",
        }
    }

    pub fn parse(text: &str) -> Option<Rilevazione> {
        Rilevazione::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

impl Due {
    pub const ALL: [Due; 3] = [Due::Call, Due::Still, Due::Silent];

    pub fn as_str(self) -> &'static str {
        match self {
            Due::Call => "chiamata",
            Due::Still => "ferma",
            Due::Silent => "silenzio",
        }
    }

    pub fn parse(text: &str) -> Option<Due> {
        Due::ALL.into_iter().find(|due| due.as_str() == text)
    }
}

/// One line of the table.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: EnteId,
    pub kind: Kind,
    pub name: String,
    pub province: String,
    pub region: String,
    pub istat_code: Option<String>,
    /// Of an association, the sum over its comuni.
    pub residents: Option<i64>,
    pub residents_year: Option<i64>,
    /// Comuni of an association.
    pub members: i64,
    pub pec: Option<String>,
    /// Referenti in office; the name is that of one of them.
    pub referenti: i64,
    pub referente: Option<String>,
    /// Everybody who acts for it.
    pub people: i64,
    /// In the edition that counts; none: nobody has asked it.
    pub adhesion: Option<AdhesionState>,
    pub rilevazione: Rilevazione,
    pub opened_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub last_contact: Option<Day>,
    pub last_outcome: Option<String>,
    pub next_call: Option<Day>,
    pub due: Option<Due>,
}

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("tipo", |kind| kind == "associazione" || Kind::parse(kind).is_some());
    listing.keep_if("residenti", |key| Band::parse(key).is_some());
    listing.keep_if("referente", |has| matches!(has, "si" | "no"));
    listing.keep_if("adesione", |state| state == NEVER_ASKED || AdhesionState::parse(state).is_some());
    listing.keep_if("rilevazione", |state| Rilevazione::parse(state).is_some());
    listing.keep_if("sollecito", |due| due == "si" || Due::parse(due).is_some());
    listing
}

/// Somebody who acts for the ente, or once did.
#[derive(Debug, Clone)]
pub struct Here {
    pub id: PersonId,
    pub name: String,
    pub username: String,
    pub email: String,
    pub role: RoleName,
    pub qualifica: String,
    pub from: Day,
    pub to: Option<Day>,
    pub verified: bool,
    pub seen_at: Option<Moment>,
    pub disabled: bool,
}

/// A rilevazione of the ente as the segreteria may know it: that it is there, and how far.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: AssessmentId,
    pub version: String,
    pub opened_at: Moment,
    pub closed_at: Option<Moment>,
    /// The number of the last closing.
    pub closings: i64,
    /// Whether the ente lets the segreteria read its report.
    pub readable: bool,
}
