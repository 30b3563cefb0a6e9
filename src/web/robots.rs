//! What search engines are asked to leave alone.

use rocket::http::ContentType;
use rocket::{Route, get, routes};

/// Pages behind the sign-in, and forms: nothing there is for an index.
const ROBOTS: &str = "\
User-agent: *
Disallow: /area
Disallow: /segreteria
Disallow: /gestione
Disallow: /entra
Disallow: /esci
Disallow: /valutazione
Disallow: /salute
";

#[get("/robots.txt")]
fn robots() -> (ContentType, &'static str) {
    (ContentType::Plain, ROBOTS)
}

pub fn routes() -> Vec<Route> {
    routes![robots]
}
