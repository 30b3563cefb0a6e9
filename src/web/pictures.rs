//! Serves the pictures named in the settings, immutable under the hash of their content.

use rocket::http::Header;
use rocket::{Responder, Route, State, get, routes};

use crate::platform::config::Config;
use crate::platform::pictures::Picture;

/// A drawing may carry style of its own, and nothing else: it does not run, and it fetches nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

#[derive(Responder)]
struct Shown {
    body: Vec<u8>,
    media: Header<'static>,
    policy: Header<'static>,
    keep: Header<'static>,
}

#[get("/immagini/<hash>")]
fn picture(hash: &str, config: &State<Config>) -> Option<Shown> {
    let site = &config.site;
    let Picture { media, body, .. } = site.logo.iter().chain(&site.emblems).find(|picture| picture.hash == hash)?;
    Some(Shown {
        body: body.to_vec(),
        media: Header::new("Content-Type", *media),
        policy: Header::new("Content-Security-Policy", POLICY),
        keep: Header::new("Cache-Control", "public, max-age=31536000, immutable"),
    })
}

pub fn routes() -> Vec<Route> {
    routes![picture]
}
