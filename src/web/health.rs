//! Health for whoever watches the machine: alive, and ready to work.

use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};
use rocket::{Request, Route, get, routes};

use crate::access::actor::database_answers;

/// 200 while the process lives.
#[get("/salute/vivo")]
fn alive() -> &'static str {
    "vivo\n"
}

/// 200 only with the database reachable, else 503.
#[get("/salute/pronto")]
fn ready(ready: Ready) -> (Status, &'static str) {
    match ready.0 {
        true => (Status::Ok, "pronto\n"),
        false => (Status::ServiceUnavailable, "non pronto\n"),
    }
}

struct Ready(bool);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Ready {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Ready(database_answers(request.rocket()).await))
    }
}

pub fn routes() -> Vec<Route> {
    routes![alive, ready]
}
