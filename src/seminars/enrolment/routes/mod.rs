//! Enrolling over HTTP: one's own seat, those of colleagues, the link of a reminder, the list at the desk.

mod asking;
mod desk;
mod link;
mod message;
mod own;

use rocket::Route;

use super::words::{desk as desk_words, words};
use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::OWN_SEMINARS, |lang| words(lang).own_seminars, Audience::SignedIn),
    Entry::new(paths::SEATS_CHECK, |lang| desk_words(lang).check, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    let own = rocket::routes![
        own::show,
        own::ask,
        own::accept,
        asking::withdrawal,
        asking::withdraw,
        asking::substitution,
        asking::substitute,
        asking::colleagues,
        asking::enrol_colleagues,
        link::show,
        link::withdraw
    ];
    let desk = rocket::routes![
        desk::list,
        desk::csv,
        desk::xlsx,
        desk::new,
        desk::enrol,
        desk::entry,
        desk::remove,
        desk::check,
        message::form,
        message::send
    ];
    [own, desk].concat()
}
