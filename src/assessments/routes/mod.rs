//! The addresses of the rilevazione.

mod closing;
mod export;
mod overview;
mod place;
mod public;
mod section;
mod section_json;

use rocket::{Route, routes};

use crate::access::Actor;
use crate::access::form::Fields;
use crate::access::roles::OfEnte;
use crate::platform::{Error, Result};

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
    ]
}

/// A form made while acting for another ente does nothing.
fn same_ente<R: OfEnte>(actor: &Actor<R>, fields: &Fields) -> Result<()> {
    match fields.get("ente") {
        Some(ente) if ente != actor.ente().to_string() => Err(Error::Stale),
        _ => Ok(()),
    }
}
