//! The library: what is known and can be looked up. Domande frequenti, and the search over all that is released.

mod faq;
mod finding;
mod holdings;

use rocket::Route;

use crate::platform::jobs::Job;
use crate::ui::sitemap::Entry;

pub use faq::store::{propose, publish, write};
pub use faq::{Draft, Proposal};
pub use holdings::HOLDINGS;

/// The pages that people go to by name.
pub const SITEMAP: &[&[Entry]] = &[faq::routes::SITEMAP, finding::routes::SITEMAP];

pub fn routes() -> Vec<Route> {
    [faq::routes::routes(), finding::routes::routes()].concat()
}

/// Answers whose day has passed are brought before those who look after them.
pub fn jobs() -> Vec<Job> {
    vec![Job { name: "faq-reviews", every: 6 * 60, run: |turn| Box::pin(faq::store::tell_expired(turn.db, turn.now)) }]
}
