//! An *edizione* of the programme as data: when, where, for whom, on which questionnaire, paid by whom.
//!
//! What a particular plan has decided (its regions, its limit of residents, its themes) is never in code: an edition is
//! written by the segreteria, and several follow one another over the years while people and rilevazioni stay.

mod admission;
mod asked;
mod funding;

use serde::{Deserialize, Serialize};

pub use admission::{EnteFacts, MemberFacts, Outside, may_take_part};
pub use asked::{Asked, ParticipantField};
pub use funding::{Funding, is_cup};

use crate::domain::certificate::CertificateRule;
use crate::domain::ente::Kind;
use crate::domain::ids::EditionId;
use crate::domain::moment::Day;

/// One edition. Its days are Italian days, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    pub id: EditionId,
    pub name: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub terms: Terms,
}

/// What an edition decides. Kept as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Terms {
    /// As the register of enti spells them; none: all of Italy.
    pub regions: Vec<String>,
    /// Largest number of residents of a comune; none: whatever its size.
    pub residents_at_most: Option<i64>,
    /// Associated forms admitted; none: comuni alone.
    pub associations: Vec<Kind>,
    pub measure: Measure,
    /// Whose people may take part without an autodiagnosi.
    pub others: Vec<OtherBody>,
    /// Themes of the seminars, in order.
    pub themes: Vec<String>,
    /// Days of telematic forum.
    pub forum_days: i64,
    /// The questionnaire of its rilevazioni; none: that of the settings.
    pub questionnaire: Option<QuestionnaireVersion>,
    pub contacts: Contacts,
    pub funding: Funding,
    /// What an attestato on a theme asks for; none: the edition issues none.
    pub certificate: Option<CertificateRule>,
}

/// How the limit of residents is put to an associated form, whose own residents are the sum of many small comuni.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// One comune within the limit is enough: an unione of small comuni around a larger one serves the small ones too.
    #[default]
    OneComune,
    /// Every comune must be within the limit.
    EveryComune,
}

impl Measure {
    pub const ALL: [Measure; 2] = [Measure::OneComune, Measure::EveryComune];

    pub fn as_str(self) -> &'static str {
        match self {
            Measure::OneComune => "one-comune",
            Measure::EveryComune => "every-comune",
        }
    }

    pub fn parse(text: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.as_str() == text)
    }
}

/// Bodies that sit at the same tables as comuni, without an autodiagnosi of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherBody {
    Prefettura,
    Questura,
    Asl,
    School,
    /// The social district (ambito territoriale sociale, zona, distretto).
    Ambito,
    ThirdSector,
}

impl OtherBody {
    pub const ALL: [OtherBody; 6] =
        [OtherBody::Prefettura, OtherBody::Questura, OtherBody::Asl, OtherBody::School, OtherBody::Ambito, OtherBody::ThirdSector];

    pub fn as_str(self) -> &'static str {
        match self {
            OtherBody::Prefettura => "prefettura",
            OtherBody::Questura => "questura",
            OtherBody::Asl => "asl",
            OtherBody::School => "school",
            OtherBody::Ambito => "ambito",
            OtherBody::ThirdSector => "third-sector",
        }
    }

    pub fn parse(text: &str) -> Option<OtherBody> {
        OtherBody::ALL.into_iter().find(|body| body.as_str() == text)
    }
}

/// A published version of a questionnaire, by its folder's names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionnaireVersion {
    pub id: String,
    pub version: String,
}

/// Whom to ask about the edition; what is empty is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contacts {
    /// As in "Segreteria organizzativa dell’edizione 2026".
    pub office: String,
    pub phone: String,
    pub email: String,
    pub pec: String,
    /// As in "dal lunedì al venerdì, 9.00–13.00".
    pub hours: String,
}

impl Edition {
    pub fn runs_on(&self, day: Day) -> bool {
        self.starts_on <= day && day <= self.ends_on
    }
}

/// The edition that runs on a day: of several, the last to begin.
pub fn running<'a>(editions: impl IntoIterator<Item = &'a Edition>, day: Day) -> Option<&'a Edition> {
    editions.into_iter().filter(|e| e.runs_on(day)).max_by_key(|e| (e.starts_on, &e.id))
}

/// The edition that counts on a day: the one that runs (of several, the last to begin), else the next to begin, else the
/// last that ended.
pub fn current<'a>(editions: impl IntoIterator<Item = &'a Edition> + Clone, today: Day) -> Option<&'a Edition> {
    let all = || editions.clone().into_iter();
    let runs = running(all(), today);
    let next = || all().filter(|e| e.starts_on > today).min_by_key(|e| (e.starts_on, &e.id));
    let last = || all().max_by_key(|e| (e.ends_on, &e.id));
    runs.or_else(next).or_else(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Id;

    fn edition(n: u8, from: &str, to: &str) -> Edition {
        let id = EditionId::parse(&format!("0192f0c1-2345-7abc-8def-0123456789a{n}")).unwrap();
        let day = |text| Day::parse(text).unwrap();
        Edition { id, name: n.to_string(), starts_on: day(from), ends_on: day(to), terms: Terms::default() }
    }

    #[test]
    fn the_edition_that_counts_runs_or_comes_next_or_was_the_last() {
        let all = [
            edition(1, "2024-01-01", "2024-12-31"),
            edition(2, "2025-01-01", "2026-03-31"),
            edition(3, "2026-03-01", "2026-12-31"),
            edition(4, "2027-02-01", "2027-12-31"),
        ];
        for (today, name) in [
            ("2023-06-01", "1"),
            ("2024-12-31", "1"),
            ("2025-01-01", "2"),
            // Two run at once: the one that began last.
            ("2026-03-01", "3"),
            ("2027-01-15", "4"),
            ("2028-01-01", "4"),
        ] {
            assert_eq!(current(&all, Day::parse(today).unwrap()).map(|e| e.name.as_str()), Some(name), "{today}");
        }
        assert_eq!(current([], Day::parse("2026-01-01").unwrap()), None);
    }

    #[test]
    fn names_in_columns_forms_and_json_are_the_same() {
        for body in OtherBody::ALL {
            assert_eq!(OtherBody::parse(body.as_str()), Some(body));
            assert_eq!(serde_json::to_value(body).unwrap(), body.as_str());
        }
        for measure in Measure::ALL {
            assert_eq!(Measure::parse(measure.as_str()), Some(measure));
            assert_eq!(serde_json::to_value(measure).unwrap(), measure.as_str());
        }
    }

    #[test]
    fn terms_written_before_a_field_existed_are_still_read() {
        assert_eq!(serde_json::from_str::<Terms>("{}").unwrap(), Terms::default());
    }
}
