//! The addresses of the area.

mod opinion;
mod personal;
mod public;

use rocket::{Route, routes};

use super::my_data::routes as my_data;
use super::notice::routes as notice;
use super::on_behalf::routes as on_behalf;
use super::words::words;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

/// Before the pages of all other slices.
pub const FIRST: &[Entry] = &[
    Entry::new(paths::HOME, |lang| words(lang).home, Audience::Everyone),
    Entry::new(paths::AREA, |lang| words(lang).area, Audience::SignedIn),
];

/// After them.
pub const SITEMAP: &[Entry] = &[
    my_data::MY_DATA,
    my_data::PROCESSING,
    Entry::new(paths::ASSISTANCE, |lang| words(lang).assistance, Audience::Everyone),
    Entry::new(paths::STATISTICS, |lang| words(lang).statistics, Audience::Everyone),
    Entry::new(paths::ACCESSIBILITY, |lang| words(lang).accessibility, Audience::Everyone),
    Entry::new(paths::PRIVACY, |lang| words(lang).privacy, Audience::Everyone),
    Entry::new(paths::LEGAL_NOTES, |lang| words(lang).legal, Audience::Everyone),
    Entry::new(paths::SITE_MAP, |lang| words(lang).map, Audience::Everyone),
];

pub fn routes() -> Vec<Route> {
    let own = routes![
        public::home,
        public::assistance,
        public::accessibility,
        public::privacy,
        public::legal_notes,
        public::statistics,
        public::site_map,
        personal::area,
        opinion::rate,
    ];
    [own, my_data::routes(), notice::routes(), on_behalf::routes()].concat()
}
