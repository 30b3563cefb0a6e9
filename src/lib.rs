//! Affianca: self-assessment and training of small Italian municipalities on the reception of foreign citizens.
//!
//! The modules in reading order: the ground, the plant, the door, the face, the wiring, then one slice per concept.

pub mod access;
pub mod area;
pub mod assessments;
pub mod cli;
pub mod courses;
pub mod domain;
pub mod enti;
pub mod forum;
pub mod library;
pub mod people;
pub mod platform;
pub mod presence;
pub mod programme;
pub mod records;
pub mod secretariat;
pub mod seminars;
pub mod testimonials;
pub mod ui;
pub mod web;

use rocket::fairing::AdHoc;
use rocket::shield::Shield;
use rocket::{Build, Orbit, Rocket, Route};
use rocket_db_pools::Database;

use crate::access::{session, throttle};
use crate::assessments::Catalogue;
use crate::courses::Shelf;
use crate::library::{Linked, Linking};
use crate::platform::Clock;
use crate::platform::config::Config;
use crate::platform::db::{Db, Stage};
use crate::platform::federation::Federation;
use crate::platform::holdings::Holdings;
use crate::platform::jobs::{Job, RESTLESS};
use crate::platform::media::{Media, Rows};
use crate::platform::{audit, outbox};
use crate::programme::{Offered, OfferedAll, OfferedCourse};
use crate::ui::edition::Board;
use crate::ui::sitemap::{Entry, Sitemap};
use crate::ui::{mail, paths};
use crate::web::uploads::{self, Uploads};

/// Everything mounted, nothing running yet. Clock, settings and questionnaires come from outside.
pub fn build(config: Config, clock: Clock, catalogue: Catalogue) -> Rocket<Build> {
    let (shelf, media) = (shelf(&config), Media::new(&config.media));
    rocket::custom(web::figment(&config))
        .attach(Stage::init())
        .attach(web::serving::Heads)
        .attach(web::uploads::Override)
        .attach(web::headers::Headers::new(&config.server))
        // Rocket's own headers, of which ours say as much or more.
        .attach(Shield::new())
        .mount("/", routes())
        .register("/", rocket::catchers![ui::failure::failed])
        .attach(AdHoc::on_liftoff("editions", |rocket| Box::pin(put_up_editions(rocket))))
        .manage(Board::default())
        .manage(offered(&catalogue, &shelf))
        .manage(federation(&config))
        .manage(shelf)
        .manage(Uploads::new(&config, &media))
        .manage(media)
        .manage(config)
        .manage(clock)
        .manage(catalogue)
        .manage(Sitemap(sitemap()))
        .manage(holdings())
        .manage(Linked(links()))
}

/// Puts the editions on the board as they stand now.
pub async fn put_up_editions(rocket: &Rocket<Orbit>) {
    let (Some(stage), Some(clock), Some(board)) = (Stage::fetch(rocket), rocket.state::<Clock>(), rocket.state::<Board>()) else { return };
    let housekeeper = access::Actor::housekeeper(Db::clone(stage), clock.now());
    if let Err(error) = programme::refresh(&housekeeper, board).await {
        tracing::error!(%error, "the editions could not be read");
    }
}

/// What editions may name of the questionnaires and courses at hand.
fn offered(catalogue: &Catalogue, shelf: &Shelf) -> OfferedAll {
    let published = catalogue.published();
    OfferedAll {
        questionnaires: published.map(|q| Offered { id: q.id.clone(), version: q.version.clone(), title: q.title.clone() }).collect(),
        courses: shelf.all().map(|course| OfferedCourse { id: course.id.clone(), title: course.title.clone() }).collect(),
    }
}

/// The courses at hand. The server has looked before it starts ([`cli`]); what is wrong with a folder shows there, with its line.
fn shelf(config: &Config) -> Shelf {
    Shelf::load(config.courses.as_deref()).unwrap_or_else(|fault| {
        tracing::error!(?fault, "the courses cannot be used");
        Shelf::default()
    })
}

/// The identity provider of the settings, if there is one. Nothing is asked of it yet.
pub(crate) fn federation(config: &Config) -> Option<Federation> {
    let provider = config.sign_in.provider.clone()?;
    Some(Federation::new(provider, format!("{}{}", config.server.public_url, paths::FEDERATED_BACK)))
}

/// The sitemap of the server, slice by slice.
pub fn routes() -> Vec<Route> {
    let ground = [web::routes(), people::routes(), programme::routes(), enti::routes(), library::routes(), assessments::routes()];
    let taught =
        [seminars::routes(), presence::routes(), forum::routes(), testimonials::routes(), courses::routes(), records::routes()].concat();
    [ground.concat(), taught, secretariat::routes(), area::routes()].concat()
}

/// The pages that people can go to by name.
pub fn sitemap() -> Vec<Entry> {
    let (enti, desk, seminars) = (enti::SITEMAP.concat(), secretariat::SITEMAP.concat(), seminars::SITEMAP.concat());
    let library = library::SITEMAP.concat();
    let taught = [&seminars, presence::SITEMAP, forum::SITEMAP, testimonials::SITEMAP, courses::SITEMAP, records::SITEMAP].concat();
    let first = [area::FIRST, assessments::SITEMAP, &library, &taught].concat();
    [&first, desk.as_slice(), programme::SITEMAP, &enti, people::SITEMAP, area::SITEMAP].concat()
}

/// What all tables hold about people. The order is that of an erasure.
pub fn holdings() -> Holdings {
    let plant = [outbox::HOLDING, audit::HOLDING, audit::SYSTEM_ACCESSES];
    let people = [people::HOLDINGS, people::FACTOR_HOLDINGS, people::FEDERATION_HOLDINGS].concat();
    let taught =
        [seminars::HOLDINGS, presence::HOLDINGS, courses::HOLDINGS, records::HOLDINGS, forum::HOLDINGS, testimonials::HOLDINGS].concat();
    Holdings(
        [
            &people,
            programme::HOLDINGS,
            enti::HOLDINGS,
            library::HOLDINGS,
            assessments::HOLDINGS,
            &taught,
            secretariat::HOLDINGS,
            uploads::HOLDINGS,
            &plant,
        ]
        .concat(),
    )
}

/// Where rows name files of the media store.
pub fn files() -> Vec<Rows> {
    let taught = [seminars::FILES, presence::FILES, forum::FILES, testimonials::FILES, records::FILES].concat();
    [library::FILES, &taught, uploads::FILES].concat()
}

/// Where pages lead to pages of others.
pub fn links() -> Vec<Linking> {
    [library::LINKS, testimonials::LINKS].concat()
}

/// The background jobs of all slices.
pub fn jobs() -> Vec<Job> {
    let sessions = Job { name: "sessions", every: 60, run: |turn| Box::pin(session::purge(turn.db, turn.now)) };
    let attempts = Job { name: "attempts", every: 60, run: |turn| Box::pin(throttle::purge(turn.db, turn.now)) };
    let retention = Job { name: "retention", every: 24 * 60, run: |turn| Box::pin(people::let_go(turn.db, turn.now, holdings())) };
    let letters = Job { name: "letters", every: RESTLESS, run: |turn| Box::pin(outbox::deliver(turn, mail::PEN)) };
    let imports = Job { name: "imports", every: 24 * 60, run: |turn| Box::pin(enti::forget_imports(turn.db, turn.now)) };
    let looking = Job { name: "links", every: 10, run: |turn| Box::pin(library::check_links(turn, links())) };
    let own = vec![sessions, letters, attempts, retention, imports, looking, uploads::JOB, assessments::STANDINGS];
    let taught = [library::jobs(), seminars::jobs(), presence::jobs(), forum::jobs(), testimonials::jobs()].into_iter().flatten().collect();
    [own, people::jobs(), enti::jobs(), taught, secretariat::jobs()].into_iter().flatten().collect()
}
