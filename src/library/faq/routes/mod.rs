//! Routes: what everybody reads, and what experts and the segreteria write.

mod desk;
mod public;

use rocket::Route;

use super::words::words;
use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::FAQ, |lang| words(lang).faq, Audience::Everyone),
    Entry::new(paths::FAQ_DESK, |lang| words(lang).desk, Audience::Only(RoleName::Expert)),
    Entry::new(paths::FAQ_DESK, |lang| words(lang).desk, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    [public::routes(), desk::routes()].concat()
}
