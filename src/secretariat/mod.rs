//! The desk of the segreteria organizzativa: tables of enti and people, contacts, merging, invitations to many, the post.
//!
//! Each folder is one concept with rooms of its own; what they hand over is gathered here.

mod consents;
mod contacts;
mod correspondence;
mod enti;
mod front;
mod holdings;
mod mailings;
mod merge;
mod pages;
mod people;
mod post;
mod reporting;
mod telephone;
mod words;

use rocket::Route;

use crate::platform::jobs::{Job, RESTLESS};
use crate::ui::sitemap::Entry;

pub use holdings::HOLDINGS;
pub use merge::{Goes, TIES};

/// The pages that the segreteria goes to by name.
pub const SITEMAP: &[&[Entry]] = &[
    front::routes::SITEMAP,
    enti::routes::SITEMAP,
    people::routes::SITEMAP,
    telephone::routes::SITEMAP,
    merge::routes::SITEMAP,
    post::routes::SITEMAP,
    mailings::routes::SITEMAP,
    reporting::routes::SITEMAP,
];

pub fn routes() -> Vec<Route> {
    [
        front::routes::routes(),
        enti::routes::routes(),
        people::routes::routes(),
        telephone::routes::routes(),
        contacts::routes::routes(),
        merge::routes::routes(),
        consents::routes::routes(),
        post::routes::routes(),
        mailings::routes::routes(),
        reporting::routes::routes(),
    ]
    .concat()
}

/// Invitations to many enti go on by themselves, from whichever server.
pub fn jobs() -> Vec<Job> {
    vec![Job { name: "mailings", every: RESTLESS, run: |turn| Box::pin(mailings::store::carry_on(turn)) }]
}
