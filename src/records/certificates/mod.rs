//! *Attestati di partecipazione*: issued on paper by the desk, checked by anybody, revoked with a reason, issued again.

pub(super) mod pages;
pub(super) mod routes;
pub(super) mod store;

mod letters;
mod words;

use serde::{Deserialize, Serialize};

use crate::domain::certificate::Attended;
use crate::domain::ids::{CertificateId, EditionId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place_names::fold;
use crate::presence::Attendance;
use crate::records::record::{self, CourseLine, OfTheme};
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;

pub use store::{Issuing, Means, issue};

/// Attestati issued at one press: each is set, stored and written to its person.
pub const AT_ONCE: usize = 50;
/// Longest reason of a revocation, in characters.
pub const REASON_MAX: usize = 300;

/// What stands on one, as it was issued. Kept as JSON, so that a name or a register that changes afterwards changes no paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub name: String,
    /// "Comune di Agliè (TO)"; empty for people of no ente of the register.
    pub ente: String,
    pub qualifica: String,
    pub edition: String,
    pub theme: String,
    pub days: Vec<ContentDay>,
    /// Minutes of those giornate.
    pub planned: i64,
    pub present: i64,
    /// Those that the edition asks for on the theme; papers of before they counted have none.
    #[serde(default)]
    pub courses: Vec<ContentCourse>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentCourse {
    pub title: String,
    /// YYYY-MM-DD, when it was completed.
    pub day: String,
    /// Right answers and questions of the test that was passed.
    pub test: Option<(usize, usize)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentDay {
    /// YYYY-MM-DD.
    pub day: String,
    pub title: String,
    /// Empty for one online.
    pub city: String,
    /// Minutes present.
    pub present: i64,
}

/// One as it stands in the register of attestati.
#[derive(Debug, Clone)]
pub struct Certificate {
    pub id: CertificateId,
    pub code: String,
    pub edition: EditionId,
    pub number: i64,
    pub person: PersonId,
    pub theme: String,
    pub content: Content,
    pub sha256: String,
    pub issued_at: Moment,
    pub revoked: Option<Revoked>,
    /// Number and code of the one that took its place.
    pub replaced_by: Option<(i64, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    pub at: Moment,
    pub why: String,
}

impl Certificate {
    pub fn stands(&self) -> bool {
        self.revoked.is_none()
    }
}

/// Somebody who has earned one, and does not have it.
#[derive(Debug, Clone)]
pub struct Due {
    pub person: PersonId,
    pub name: String,
    pub ente: String,
    pub theme: String,
    pub attended: Attended,
}

impl Content {
    /// Of the closed days of one theme where somebody was present, and of courses asked for; the person as last enrolled.
    pub fn of(edition: &str, theme: &OfTheme, line: &Attendance, courses: &[CourseLine]) -> Content {
        let days = theme.days.iter().filter(|day| day.held && day.present > 0);
        let attended = theme.attended();
        Content {
            name: line.name.clone(),
            ente: line.ente.as_ref().map(crate::ui::page::ente).unwrap_or_default(),
            qualifica: line.qualifica.clone(),
            edition: edition.to_owned(),
            theme: theme.theme.clone(),
            days: days
                .map(|day| ContentDay {
                    day: day.starts_at.day().to_string(),
                    title: day.title.clone(),
                    city: day.city.clone(),
                    present: day.present,
                })
                .collect(),
            planned: attended.planned,
            present: attended.present,
            courses: courses.iter().map(ContentCourse::of).collect(),
        }
    }
}

impl ContentCourse {
    fn of(course: &CourseLine) -> ContentCourse {
        ContentCourse { title: course.title.clone(), day: course.at.day().to_string(), test: course.test }
    }
}

/// Lines of an edition, person by person.
pub fn by_person(lines: Vec<Attendance>) -> Vec<(PersonId, Vec<Attendance>)> {
    let mut people: std::collections::BTreeMap<PersonId, Vec<Attendance>> = std::collections::BTreeMap::new();
    for line in lines {
        people.entry(line.person.clone()).or_default().push(line);
    }
    people.into_iter().collect()
}

/// The themes of one person, each with the latest of its lines.
pub fn themes(lines: &[Attendance]) -> Vec<(OfTheme, &Attendance)> {
    let latest = |theme: &str| lines.iter().filter(|line| line.theme == theme).max_by_key(|line| line.session.starts_at);
    record::by_theme(lines.iter())
        .into_iter()
        .filter_map(|theme| Some((latest(&theme.theme)?, theme)))
        .map(|(line, theme)| (theme, line))
        .collect()
}

/// "12/2026": the number, and the year in which it was issued.
pub fn numbered(number: i64, at: Moment) -> String {
    format!("{number}/{}", at.day().date().year())
}

pub const SHAPE: Shape =
    Shape { path: paths::CERTIFICATES, files: paths::CERTIFICATES, filters: &["cerca", "tema", "stato"], orders: &["numero", "nome"] };

/// The table as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("stato", |state| matches!(state, "validi" | "revocati"));
    listing
}

/// The attestati that the filters leave, in the order asked for; else the last issued first.
pub fn found<'a>(all: &'a [Certificate], listing: &Listing) -> Vec<&'a Certificate> {
    let typed = fold(listing.get("cerca"));
    let names = |one: &&Certificate| fold(&format!("{} {} {}", one.content.name, one.content.ente, one.number)).contains(&typed);
    let theme = |one: &&Certificate| listing.get("tema").is_empty() || one.theme == listing.get("tema");
    let state = |one: &&Certificate| match listing.get("stato") {
        "validi" => one.stands(),
        "revocati" => !one.stands(),
        _ => true,
    };
    let mut left: Vec<&Certificate> = all.iter().filter(names).filter(theme).filter(state).collect();
    match listing.order() {
        "numero" => left.sort_by_key(|one| one.number),
        "nome" => left.sort_by_cached_key(|one| (fold(&one.content.name), one.number)),
        "-nome" => left.sort_by_cached_key(|one| std::cmp::Reverse((fold(&one.content.name), one.number))),
        _ => left.sort_by_key(|one| std::cmp::Reverse(one.number)),
    }
    left
}
