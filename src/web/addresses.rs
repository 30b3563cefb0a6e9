//! The addresses of this server, asked of its router: is a path one of ours, and which page is it?

use std::convert::Infallible;

use rocket::http::Method;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::{Orbit, Rocket};

/// The router, as far as pages may ask it.
pub struct Addresses<'r>(&'r Rocket<Orbit>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Addresses<'r> {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Infallible> {
        Outcome::Success(Addresses(request.rocket()))
    }
}

impl<'r> Addresses<'r> {
    /// The page behind a path with its query, as the router writes it: `/segreteria/enti/<id>`. The same for every id,
    /// so that figures on pages say nothing of enti. None for files and for addresses that do not exist.
    pub fn template(&self, path: &str) -> Option<&'r str> {
        let path = path.split(['?', '#']).next()?;
        let reads = self.0.routes().filter(|route| route.method == Method::Get).map(|route| route.uri.path());
        // The static address before the one with an id in the same place.
        reads.filter(|template| fits(template, path)).min_by_key(|template| template.matches('<').count())
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(name), Some(segment)) if name.starts_with('<') && !name.ends_with("..>") && !segment.is_empty() => {}
            (Some(name), Some(segment)) if name == segment => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_fits_its_template_alone() {
        for (template, path, expected) in [
            ("/", "/", true),
            ("/area", "/area", true),
            ("/area", "/area/", false),
            ("/enti/<id>", "/enti/7", true),
            ("/enti/<id>", "/enti/", false),
            ("/enti/<id>", "/enti/7/modifica", false),
            ("/static/<path..>", "/static/x", false),
        ] {
            assert_eq!(fits(template, path), expected, "{template} {path}");
        }
    }
}
