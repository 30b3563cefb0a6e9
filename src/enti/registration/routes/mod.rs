//! The addresses of the way in.

mod activation;
mod asking;
mod facts;
mod links;
mod own;
mod people;
mod queue;

use rocket::Route;

use super::words::words;
use crate::access::RoleName;
use crate::ui::paths;
use crate::ui::sitemap::{Audience, Entry};

pub const SITEMAP: &[Entry] = &[
    Entry::new(paths::REGISTRATION, |lang| words(lang).register, Audience::Everyone),
    Entry::new(paths::ACTIVATION, |lang| words(lang).activation, Audience::Everyone),
    Entry::new(paths::OWN_REQUESTS, |lang| words(lang).own_requests, Audience::SignedIn),
    Entry::new(paths::OWN_PEOPLE, |lang| words(lang).people, Audience::Only(RoleName::Coordinator)),
    Entry::new(paths::REQUESTS, |lang| words(lang).requests, Audience::Only(RoleName::Secretariat)),
];

pub fn routes() -> Vec<Route> {
    rocket::routes![
        asking::search,
        asking::suggestions,
        asking::form,
        asking::ask,
        asking::sent,
        links::verified,
        links::arrive,
        links::invited,
        links::accept,
        links::address,
        links::confirm_address,
        activation::activation,
        activation::enter_code,
        activation::activate,
        own::own_requests,
        own::withdraw,
        people::show,
        people::invite,
        people::withdraw_invitation,
        people::decide,
        people::end,
        people::name_referente,
        queue::queue,
        queue::decide,
        facts::facts,
        facts::tell,
        facts::facts_of,
        facts::note_for,
    ]
}
