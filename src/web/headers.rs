//! What every response carries: the policy on contents, caching with an ETag for HTML, the request's code, the language chosen.

use std::io::Cursor;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::{ContentType, Cookie, Method, SameSite, Status};
use rocket::time::Duration;
use rocket::{Request, Response};

use super::assets::matches;
use crate::access::session::cookie_name;
use crate::platform::config::Server;
use crate::ui::failure::{LANG_COOKIE, code_of};
use crate::ui::reply::tag_of;
use crate::ui::words::Lang;

/// Nothing inline, nothing from elsewhere; `data:` is for pictures and a font inside the kit's style sheet.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     media-src 'self'; font-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const FIXED: &[(&str, &str)] = &[
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// One year: browsers keep to https without asking.
const HSTS: &str = "max-age=31536000";

/// Bytes of a body that are handed over at once.
const LONGEST_PIECE: usize = 256 * 1024;

pub struct Headers {
    server: Server,
}

impl Headers {
    pub fn new(server: &Server) -> Headers {
        Headers { server: server.clone() }
    }
}

#[rocket::async_trait]
impl Fairing for Headers {
    fn info(&self) -> Info {
        Info { name: "headers", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        for (name, value) in FIXED {
            // A route may be stricter, or different for a reason of its own (the pictures of the settings).
            if *name != "Content-Security-Policy" || !response.headers().contains(name) {
                response.set_raw_header(*name, *value);
            }
        }
        if self.server.is_https() {
            response.set_raw_header("Strict-Transport-Security", HSTS);
        }
        response.set_raw_header("X-Request-Id", code_of(request).as_str().to_owned());
        self.remember_language(request, response);
        if response.content_type() == Some(ContentType::HTML) {
            self.cache_html(request, response).await;
        } else if response.content_type().is_some_and(|media| media.is_ical()) {
            self.tag(request, response).await;
        } else if response.headers().get_one("Cache-Control").is_none() {
            response.set_raw_header("Cache-Control", "no-store");
        }
        in_one_piece(response);
    }
}

/// Bodies go to the connection in pieces, by default of 4 KiB; each wakes another task, often on another thread, which for a page
/// costs more than to write it.
fn in_one_piece(response: &mut Response<'_>) {
    if let Some(size) = response.body().preset_size() {
        response.set_max_chunk_size(size.clamp(1, LONGEST_PIECE));
    }
}

impl Headers {
    /// `?lang=en` once, and the cookie keeps it.
    fn remember_language(&self, request: &Request<'_>, response: &mut Response<'_>) {
        let asked = request.query_value::<&str>("lang").and_then(Result::ok).and_then(Lang::parse);
        let kept = request.cookies().get(LANG_COOKIE).and_then(|cookie| Lang::parse(cookie.value()));
        if let Some(lang) = asked.filter(|lang| Some(*lang) != kept) {
            let cookie = Cookie::build((LANG_COOKIE, lang.as_str()))
                .path("/")
                .http_only(true)
                .same_site(SameSite::Lax)
                .secure(self.server.is_https())
                .max_age(Duration::days(365));
            response.adjoin_header(cookie.build());
        }
    }

    /// Pages of the signed-in are theirs alone; public ones may be kept a minute. What sets a cookie is not kept at all.
    async fn cache_html(&self, request: &Request<'_>, response: &mut Response<'_>) {
        // What a link of a letter opens is nobody else's, and the link itself is a secret.
        let secret = request.route().is_some_and(|route| route.uri.path().contains("<token>"));
        let reads = matches!(request.method(), Method::Get | Method::Head);
        if !reads || secret || response.status() != Status::Ok || response.headers().contains("Set-Cookie") {
            response.set_raw_header("Cache-Control", "no-store");
            response.remove_header("ETag");
            return;
        }
        let signed_in = request.cookies().get(cookie_name(&self.server)).is_some();
        match response.headers().get_one("Cache-Control") {
            // Nobody keeps it: nobody asks whether it is still the same.
            Some("no-store") => return,
            None => response.set_raw_header("Cache-Control", if signed_in { "private, no-cache" } else { "public, max-age=60" }),
            Some("public, no-cache") if signed_in => response.set_raw_header("Cache-Control", "private, no-cache"),
            Some(_) => false,
        };
        response.adjoin_raw_header("Vary", "Cookie");
        self.tag(request, response).await;
    }

    /// The same body is not sent twice. Our own replies bring their tag; a body made elsewhere is read for it.
    async fn tag(&self, request: &Request<'_>, response: &mut Response<'_>) {
        let brought = response.headers().get_one("ETag").map(str::to_owned);
        let tag = match brought {
            Some(tag) => tag,
            None => {
                let Ok(body) = response.body_mut().to_bytes().await else {
                    response.set_status(Status::InternalServerError);
                    return;
                };
                let tag = tag_of(&body);
                response.set_sized_body(body.len(), Cursor::new(body));
                tag
            }
        };
        let known = request.headers().get("If-None-Match").any(|header| matches(header, &tag));
        response.set_raw_header("ETag", tag);
        if known {
            response.set_status(Status::NotModified);
            response.remove_header("Content-Type");
            response.set_sized_body(0, Cursor::new(Vec::new()));
        }
    }
}
