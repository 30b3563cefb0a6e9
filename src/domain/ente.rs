//! What an ente is, wherever it stands: the kinds of bodies that comuni are and set up.

use serde::{Deserialize, Serialize};

/// A comune, or a form in which comuni associate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Comune,
    Unione,
    ComunitaMontana,
    /// Consorzi, ASP, Società della salute and other bodies set up by comuni.
    Consorzio,
    #[serde(rename = "altro")]
    Other,
}

impl Kind {
    pub const ALL: [Kind; 5] = [Kind::Comune, Kind::Unione, Kind::ComunitaMontana, Kind::Consorzio, Kind::Other];
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
        Kind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_spelt_alike_in_columns_and_in_json() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.as_str()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
    }
}
