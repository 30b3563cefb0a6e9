//! The area: home, personal area, and the pages every public site has.

mod pages;
mod routes;
mod store;
mod words;

use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};
use crate::ui::words::Lang;

pub use routes::routes;

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::HOME, |lang| lang.words().home, Audience::Everyone),
    Entry::new(paths::ASSISTANCE, |lang| lang.words().assistance, Audience::Everyone),
    Entry::new(paths::ACCESSIBILITY, |lang| lang.words().accessibility, Audience::Everyone),
    Entry::new(paths::STATISTICS, |lang| lang.words().statistics, Audience::Everyone),
    Entry::new(paths::PRIVACY, |lang| lang.words().privacy, Audience::Everyone),
    Entry::new(paths::LEGAL_NOTES, |lang| lang.words().legal_notes, Audience::Everyone),
    Entry::new(paths::SITE_MAP, |lang| lang.words().site_map, Audience::Everyone),
    Entry::new(paths::AREA, |lang: Lang| lang.words().area, Audience::SignedIn),
];
