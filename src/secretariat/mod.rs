//! The desk of the segreteria organizzativa: tables of enti and people, contacts, merging, invitations to many, the post.
//!
//! Each folder is one concept with rooms of its own; what they hand over is gathered here.

mod contacts;
mod correspondence;
mod enti;
mod front;
mod holdings;
mod listing;
mod pages;
mod people;
mod routes;
mod words;

use rocket::Route;

use crate::platform::jobs::Job;
use crate::ui::sitemap::Entry;

pub use holdings::HOLDINGS;

/// The pages that the segreteria goes to by name.
pub const SITEMAP: &[&[Entry]] = &[front::routes::SITEMAP, enti::routes::SITEMAP, people::routes::SITEMAP];

pub fn routes() -> Vec<Route> {
    [front::routes::routes(), enti::routes::routes(), people::routes::routes(), contacts::routes::routes()].concat()
}

pub fn jobs() -> Vec<Job> {
    Vec::new()
}
