//! What a browser has begun and not finished: a token in a cookie of its own, for some minutes. What it stands for is a row.

use rocket::Request;
use rocket::http::{Cookie, CookieJar, SameSite, Status};
use rocket::outcome::Outcome;
use rocket::request::FromRequest;
use rocket::time::Duration;

use crate::platform::Error;
use crate::platform::config::{Config, Server};

/// The kinds of errands; each has its cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// The password was right, a code is missing.
    Code,
    /// On the way to the identity provider and back.
    Provider,
    /// Back with an identity that opens nothing yet.
    Identity,
}

impl Errand {
    const fn cookie(self, https: bool) -> &'static str {
        match (self, https) {
            (Errand::Code, false) => "affianca-codice",
            (Errand::Provider, false) => "affianca-esterno",
            (Errand::Identity, false) => "affianca-identita",
            (Errand::Code, true) => "__Host-affianca-codice",
            (Errand::Provider, true) => "__Host-affianca-esterno",
            (Errand::Identity, true) => "__Host-affianca-identita",
        }
    }
}

/// Minutes for which a browser remembers one; the row may be forgotten before.
const LIFE: i64 = 15;

/// The errands of the browser that asks.
pub struct Errands<'r> {
    cookies: &'r CookieJar<'r>,
    server: &'r Server,
}

impl Errands<'_> {
    /// The browser carries this token from now on.
    pub fn begin(&self, errand: Errand, token: String) {
        let mut cookie = self.cookie(errand, token);
        cookie.set_max_age(Duration::minutes(LIFE));
        self.cookies.add(cookie);
    }

    pub fn token(&self, errand: Errand) -> Option<String> {
        self.cookies.get(errand.cookie(self.server.is_https())).map(|cookie| cookie.value().to_owned())
    }

    pub fn end(&self, errand: Errand) {
        self.cookies.remove(self.cookie(errand, String::new()));
    }

    /// Lax: somebody who comes back from the provider comes from another site.
    fn cookie(&self, errand: Errand, token: String) -> Cookie<'static> {
        let https = self.server.is_https();
        Cookie::build((errand.cookie(https), token)).path("/").http_only(true).same_site(SameSite::Lax).secure(https).build()
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Errands<'r> {
    type Error = Error;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, (Status, Error), Status> {
        match request.rocket().state::<Config>() {
            Some(config) => Outcome::Success(Errands { cookies: request.cookies(), server: &config.server }),
            None => Outcome::Error((Status::InternalServerError, Error::Bug("the settings are not mounted".into()))),
        }
    }
}
