//! The library: what is known and can be looked up. Domande frequenti, documents, and the search over all that is released.

mod documents;
mod faq;
mod finding;
mod holdings;
mod links;

use rocket::Route;

use crate::platform::jobs::Job;
use crate::ui::sitemap::Entry;

pub use documents::store::{
    add_version as add_document_version, all as documents, latest as latest_documents, offer as offer_document, publish as publish_document,
};
pub use documents::{Content, Document, Handed, NotPublished, Offer, Sheet};
pub use faq::store::{propose, publish, write};
pub use faq::{Draft, Proposal};
pub use holdings::{FILES, HOLDINGS};
pub use links::sources::LINKS;
pub use links::store::{broken as broken_links, note_as as note_link, to_do as links_to_do};
pub use links::{Linked, Linking, Shelf, addresses, check as check_links};

/// The pages that people go to by name.
pub const SITEMAP: &[&[Entry]] = &[faq::routes::SITEMAP, documents::routes::SITEMAP, links::routes::SITEMAP, finding::routes::SITEMAP];

pub fn routes() -> Vec<Route> {
    [faq::routes::routes(), documents::routes::routes(), links::routes::routes(), finding::routes::routes()].concat()
}

/// Answers whose day has passed are brought before those who look after them.
pub fn jobs() -> Vec<Job> {
    vec![Job { name: "faq-reviews", every: 6 * 60, run: |turn| Box::pin(faq::store::tell_expired(turn.db, turn.now)) }]
}
