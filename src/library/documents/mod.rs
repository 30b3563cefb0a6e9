//! Documents: what docenti, esperti and the segreteria publish for everybody, in versions, with licence, language and validity.

mod form;
mod pages;
pub(super) mod routes;
pub(super) mod store;
mod words;

use crate::access::upload::Chosen;
use crate::domain::document::{self, Licence};
use crate::domain::ids::{DocumentId, PersonId};
use crate::domain::material::{Kind, Refusal};
use crate::domain::moment::{Day, Moment};
use crate::domain::place_names::fold;
use crate::ui::listing::{Listing, Shape};
use crate::ui::paths;
use crate::web::uploads::Kept;

pub use form::Fault;

/// What is said of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    pub theme: String,
    /// Plain text; may be empty.
    pub description: String,
    /// One of [`document::LANGUAGES`].
    pub language: String,
    pub licence: Licence,
    /// Who publishes it, in words.
    pub publisher: String,
    pub dated_on: Day,
    pub valid_until: Option<Day>,
}

/// What is handed in for a version.
#[derive(Debug, Clone)]
pub enum Handed {
    /// In memory: of another slice, and of the demonstration.
    File(Chosen),
    /// Brought through the door of uploads, judged there and in its place.
    Brought(Kept),
    /// On the web, whole.
    Address(String),
}

/// Where a version lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    File { name: String, kind: Kind, bytes: i64, sha256: String },
    Address(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    pub content: Content,
    /// What changed, in a line; may be empty.
    pub note: String,
    pub added_at: Moment,
}

/// A document with its latest version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub id: DocumentId,
    pub sheet: Sheet,
    pub latest: Version,
    pub published_at: Moment,
    /// When it was withdrawn, and why.
    pub withdrawn: Option<(Moment, String)>,
    /// A form keeps that of what it was opened on.
    pub revision: i64,
    pub created_by: PersonId,
}

impl Document {
    pub fn stands(&self, today: Day) -> bool {
        document::stands(self.sheet.valid_until, today)
    }
}

/// A file that another slice offers to the library.
#[derive(Debug, Clone)]
pub struct Offer<'a> {
    /// The id of what it is offered from: offered again, it is one document, with another version if the file is another.
    pub from: &'a str,
    pub title: &'a str,
    pub theme: &'a str,
    pub publisher: &'a str,
    pub file: Chosen,
}

/// Why nothing is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPublished {
    File(Refusal),
    /// What was brought has been used, or forgotten, meanwhile.
    Gone,
    /// It is what stands already.
    Same,
    /// Somebody changed it since the form was opened.
    ChangedMeanwhile,
}

const SHAPE: Shape = Shape { path: paths::DOCUMENTS, files: paths::DOCUMENTS, filters: &["cerca", "tema", "lingua", "stato"], orders: &[] };

/// The list as asked for; filters that hold nonsense choose nothing.
pub fn listing(asked: &str) -> Listing {
    let mut listing = Listing::read(SHAPE, asked);
    listing.keep_if("lingua", |language| document::LANGUAGES.contains(&language));
    listing.keep_if("stato", |state| state == "validi");
    listing
}

/// The documents that the filters leave, the newest first.
pub fn found<'a>(all: &'a [Document], listing: &Listing, today: Day) -> Vec<&'a Document> {
    let typed = fold(listing.get("cerca"));
    let said = |one: &Document| fold(&format!("{} {} {}", one.sheet.title, one.sheet.description, one.sheet.publisher));
    let is = |name: &str, value: &str| listing.get(name).is_empty() || listing.get(name) == value;
    let left = all.iter().filter(|one| is("tema", &one.sheet.theme) && is("lingua", &one.sheet.language));
    left.filter(|one| listing.get("stato").is_empty() || one.stands(today)).filter(|one| said(one).contains(&typed)).collect()
}
