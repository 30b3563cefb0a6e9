//! The wiring: static files, headers of every response, and the frame that every page is given.

pub mod addresses;
pub mod assets;
pub mod frame;
pub mod headers;
mod health;
mod pictures;
mod robots;
pub mod serving;
pub mod uploads;

use rocket::Route;
use rocket::figment::Figment;

use crate::access::form;
use crate::platform::config::Config;

/// What Rocket needs to know of our settings.
pub fn figment(config: &Config) -> Figment {
    let limits = rocket::data::Limits::new().limit("form", rocket::data::ByteUnit::from(form::LONGEST));
    Figment::from(rocket::Config {
        address: config.server.listen.ip(),
        port: config.server.listen.port(),
        limits,
        ident: rocket::config::Ident::none(),
        log_level: rocket::config::LogLevel::Off,
        cli_colors: false,
        ..rocket::Config::release_default()
    })
    .merge(("databases.affianca.url", config.database.reveal()))
}

pub fn routes() -> Vec<Route> {
    [assets::routes(), health::routes(), pictures::routes(), robots::routes(), uploads::routes()].concat()
}
