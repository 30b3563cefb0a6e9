//! Enti: the comuni of the country and the forms in which they associate.

mod comuni;
mod store;

use crate::domain::ids::EnteId;

pub use store::{Refusal, Wanted, associate, bring_in_comuni, find, named, one};

/// What an ente is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Comune,
    Unione,
    ComunitaMontana,
    /// Consorzi, ASP, Società della salute and other bodies set up by comuni.
    Consorzio,
    Other,
}

impl Kind {
    pub const ASSOCIATIONS: [Kind; 4] = [Kind::Unione, Kind::ComunitaMontana, Kind::Consorzio, Kind::Other];

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Comune => "comune",
            Kind::Unione => "unione",
            Kind::ComunitaMontana => "comunita-montana",
            Kind::Consorzio => "consorzio",
            Kind::Other => "altro",
        }
    }

    pub fn parse(text: &str) -> Option<Kind> {
        [Kind::Comune].into_iter().chain(Kind::ASSOCIATIONS).find(|kind| kind.as_str() == text)
    }
}

/// A comune or an association.
#[derive(Debug, Clone)]
pub struct Ente {
    pub id: EnteId,
    pub kind: Kind,
    pub name: String,
    /// Plate code; of the seat, for an association.
    pub province: String,
    pub region: String,
    pub istat_code: Option<String>,
    /// Residents; of an association, the sum over its comuni.
    pub residents: Option<i64>,
    pub residents_year: Option<i64>,
    /// How many comuni it brings together.
    pub members: i64,
}

/// An association as the segreteria writes it.
#[derive(Debug, Clone)]
pub struct Association {
    pub kind: Kind,
    pub name: String,
    pub province: String,
    pub members: Vec<EnteId>,
}

pub const SITEMAP: &[crate::ui::sitemap::Entry] = &[];

pub fn routes() -> Vec<rocket::Route> {
    Vec::new()
}
