//! Affianca: self-assessment and training of small Italian municipalities on the reception of foreign citizens.
//!
//! The modules in reading order: the ground, the plant, the door, the face, the wiring, then one slice per concept.

pub mod access;
pub mod area;
pub mod assessments;
pub mod cli;
pub mod domain;
pub mod enti;
pub mod people;
pub mod platform;
pub mod programme;
pub mod secretariat;
pub mod ui;
pub mod web;

use rocket::{Build, Rocket, Route};
use rocket_db_pools::Database;

use crate::access::{session, throttle};
use crate::assessments::Catalogue;
use crate::platform::Clock;
use crate::platform::config::Config;
use crate::platform::db::Stage;
use crate::platform::jobs::Job;
use crate::ui::sitemap::{Entry, Sitemap};

/// Everything mounted, nothing running yet. Clock, settings and questionnaires come from outside.
pub fn build(config: Config, clock: Clock, catalogue: Catalogue) -> Rocket<Build> {
    rocket::custom(web::figment(&config))
        .attach(Stage::init())
        .attach(web::headers::Headers::new(&config.server))
        .mount("/", routes())
        .register("/", rocket::catchers![ui::failure::failed])
        .manage(config)
        .manage(clock)
        .manage(catalogue)
        .manage(Sitemap(sitemap()))
}

/// The sitemap of the server, slice by slice.
pub fn routes() -> Vec<Route> {
    [web::routes(), people::routes(), enti::routes(), assessments::routes(), secretariat::routes(), area::routes()].concat()
}

/// The pages that people can go to by name.
pub fn sitemap() -> Vec<Entry> {
    let desk = secretariat::SITEMAP.concat();
    [area::FIRST, assessments::SITEMAP, &desk, people::SITEMAP, area::SITEMAP].concat()
}

/// The background jobs of all slices.
pub fn jobs() -> Vec<Job> {
    let sessions = Job { name: "sessions", every: 60, run: |turn| Box::pin(session::purge(turn.db, turn.now)) };
    let attempts = Job { name: "attempts", every: 60, run: |turn| Box::pin(throttle::purge(turn.db, turn.now)) };
    [vec![sessions, attempts, assessments::STANDINGS], people::jobs(), secretariat::jobs()].into_iter().flatten().collect()
}
