//! The desk of the segreteria organizzativa: tables of enti and people, contacts, merging, invitations to many, the post.
//!
//! Each folder is one concept with rooms of its own; what they hand over is gathered here.

use rocket::Route;

use crate::platform::jobs::Job;
use crate::ui::sitemap::Entry;

/// The pages that the segreteria goes to by name.
pub const SITEMAP: &[&[Entry]] = &[];

pub fn routes() -> Vec<Route> {
    Vec::new()
}

pub fn jobs() -> Vec<Job> {
    Vec::new()
}
