//! The addresses of the rilevazione.

mod asking;
mod closing;
mod export;
mod overview;
mod place;
mod public;
mod report;
mod section;
mod section_json;

use rocket::{Route, routes};

pub use asking::{Asking, Problems, ask, read as read_answers, told as told_problem};
pub use report::{Asked as ReportAsked, body as report_body};

use crate::access::Actor;
use crate::access::form::Fields;
use crate::access::roles::OfEnte;
use crate::assessments::blank::words::words as blank_words;
use crate::assessments::words::words;
use crate::platform::{Error, Result};
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

/// The pages that people can go to by name.
pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::ASSESSMENT, |lang| words(lang).title, Audience::Everyone),
    Entry::new(paths::BLANK, |lang| blank_words(lang).paper, Audience::Everyone),
    Entry::new(paths::OWN_ASSESSMENT, |lang| words(lang).own, Audience::OfEnte),
];

pub fn routes() -> Vec<Route> {
    routes![
        overview::show,
        overview::open,
        overview::resume,
        section::show,
        section::save,
        closing::review,
        closing::close,
        closing::ask_reason,
        closing::reopen,
        export::json,
        export::csv,
        public::about,
        public::whole,
        public::part,
        report::show,
    ]
}

/// A form made while acting for another ente does nothing.
fn same_ente<R: OfEnte>(actor: &Actor<R>, fields: &Fields) -> Result<()> {
    match fields.get("ente") {
        Some(ente) if ente != actor.ente().to_string() => Err(Error::Stale),
        _ => Ok(()),
    }
}
