//! Routes: what everybody reads, and what those write who publish.

mod desk;
mod public;

use rocket::Route;

use super::words::words;
use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::DOCUMENTS, |lang| words(lang).title, Audience::Everyone),
    Entry::new(paths::DOCUMENTS_DESK, |lang| words(lang).desk, Audience::Only(RoleName::Trainer)),
    Entry::new(paths::DOCUMENTS_DESK, |lang| words(lang).desk, Audience::Only(RoleName::Expert)),
    Entry::new(paths::DOCUMENTS_DESK, |lang| words(lang).desk, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    [public::routes(), desk::routes()].concat()
}
