//! Routes: the desk that plans seminars and days, the calendar that everybody reads.

mod days;
mod desk;
mod ending;
mod public;

use rocket::Route;

use super::words::{planning, public as calendar};
use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::SEMINARS, |lang| calendar::words(lang).seminars, Audience::Everyone),
    Entry::new(paths::PLANNING, |lang| planning::words(lang).planning, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    [desk::routes(), days::routes(), ending::routes(), public::routes()].concat()
}
