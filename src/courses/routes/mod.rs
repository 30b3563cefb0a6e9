//! Routes of courses: `/corsi` and below, `/segreteria/corsi`.

mod desk;
mod learning;
mod quiz;

use rocket::Route;

use super::words::words;
use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub fn routes() -> Vec<Route> {
    [learning::routes(), quiz::routes(), desk::routes()].concat()
}

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::COURSES, |lang| words(lang).title, Audience::Everyone),
    Entry::new(paths::COURSE_FIGURES, |lang| words(lang).desk, Audience::Only(RoleName::Secretariat)),
];
