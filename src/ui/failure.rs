//! Errors as pages: what happened, what is safe, what to do, a code to read on the phone, whom to call.

use std::io::Cursor;
use std::sync::OnceLock;

use maud::{Markup, html};
use rocket::http::{ContentType, Method, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{self, Redirect, Responder, Response};
use rocket::serde::json::json;

use crate::access::{actor, session};
use crate::domain::moment::Moment;
use crate::platform::config::Config;
use crate::platform::{Clock, Error, random};
use crate::ui::edition::Board;
use crate::ui::page::{Acting, Frame, Shell, heading, page};
use crate::ui::sitemap::Sitemap;
use crate::ui::words::{Failure, Fault, Lang};
use crate::ui::{dates, paths};

/// Eight digits in two groups: short enough for the telephone, and written in the log beside the cause.
#[derive(Debug, Clone)]
pub struct Code(String);

impl Code {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn fresh() -> Code {
        let digits = u128::from_le_bytes(random::salt()) % 100_000_000;
        Code(format!("{:04}-{:04}", digits / 10_000, digits % 10_000))
    }
}

/// For a page that shows it by itself.
#[rocket::async_trait]
impl<'r> FromRequest<'r> for &'r Code {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(code_of(request))
    }
}

/// The code of this request, the same whenever asked.
pub fn code_of<'r>(request: &'r Request<'_>) -> &'r Code {
    request.local_cache(Code::fresh)
}

/// When the next attempt is heard, for the page of 429: the catcher is told nothing but the status.
#[derive(Default)]
struct Until(OnceLock<Moment>);

fn until_of<'r>(request: &'r Request<'_>) -> Option<&'r Moment> {
    request.local_cache(Until::default).0.get()
}

/// Whether the cause was a file that is missing or changed: its page is another than that of a defect.
#[derive(Default)]
struct Damage(OnceLock<()>);

fn is_damage(request: &Request<'_>) -> bool {
    request.local_cache(Damage::default).0.get().is_some()
}

/// Writes the cause in the log with the request's code, and leaves the page to the catcher.
impl<'r> Responder<'r, 'static> for Error {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let code = code_of(request).as_str();
        if let Error::TooMany(until) = &self {
            request.local_cache(Until::default).0.get_or_init(|| *until);
        }
        match &self {
            Error::Bug(cause) => tracing::error!(code, uri = %request.uri(), cause, "defect"),
            Error::Damaged(cause) => {
                request.local_cache(Damage::default).0.get_or_init(|| ());
                tracing::error!(code, uri = %request.uri(), cause, "damaged file");
            }
            Error::Unavailable(cause) => tracing::warn!(code, uri = %request.uri(), cause, "unavailable"),
            other => tracing::debug!(code, uri = %request.uri(), cause = %other, "refused"),
        }
        Err(actor::status(&self))
    }
}

/// The catcher of every status.
#[rocket::catch(default)]
pub async fn failed(status: Status, request: &Request<'_>) -> Failed {
    let reads = matches!(request.method(), Method::Get | Method::Head);
    // 422 comes here only from an id in the address that has not the shape of one: there is nothing at such an address.
    let status = if status == Status::UnprocessableEntity { Status::NotFound } else { status };
    // Refused at the door, or by Rocket itself: there nobody wrote down the code.
    if status.code >= 500 {
        tracing::error!(code = code_of(request).as_str(), status = status.code, uri = %request.uri(), "failed");
    }
    if wants_json(request) {
        Failed::Problem(status)
    } else if status == Status::Unauthorized && reads {
        Failed::SignIn(Box::new(Redirect::to(paths::sign_in(&request.uri().to_string()))))
    } else {
        match frame_of(request).await {
            Some(frame) => {
                let until =
                    until_of(request).map(|until| (frame.words().failure.too_many_until)(&dates::hour(frame.lang, until.plus_minutes(1))));
                let code = code_of(request).as_str();
                let fault = if is_damage(request) { &frame.words().failure.damaged } else { fault(&frame.words().failure, status.code) };
                Failed::Page(status, explained(&frame, (status.code, fault), code, until.as_deref()).into_string())
            }
            None => Failed::Problem(status),
        }
    }
}

/// A failure on its way out: a page, the way to sign-in, or a problem for machines.
pub enum Failed {
    Page(Status, String),
    SignIn(Box<Redirect>),
    Problem(Status),
}

impl<'r> Responder<'r, 'static> for Failed {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        match self {
            Failed::SignIn(redirect) => redirect.respond_to(request),
            Failed::Problem(status) => problem(status, request),
            Failed::Page(status, body) => {
                let mut response = Response::build();
                response.status(status).header(ContentType::HTML).sized_body(body.len(), Cursor::new(body));
                if matches!(status.code, 429 | 503) {
                    response.raw_header("Retry-After", retry_after(request).to_string());
                }
                response.ok()
            }
        }
    }
}

/// Seconds after which it is worth trying again.
fn retry_after(request: &Request<'_>) -> i64 {
    match (until_of(request), request.rocket().state::<Clock>()) {
        (Some(until), Some(clock)) => clock.now().seconds_until(*until),
        _ => 120,
    }
}

/// What the request knows of who asks, where and in which language; nobody when the database does not answer.
pub async fn frame_of<'r>(request: &'r Request<'_>) -> Option<Frame<'r>> {
    let config = request.rocket().state::<Config>()?;
    let now = request.rocket().state::<Clock>()?.now();
    let lang = lang_of(request);
    let identity = session::identity(request).await.ok().flatten();
    Some(Frame {
        site: &config.site,
        lang,
        path: request.uri().to_string(),
        person: identity.map(|identity| acting(request, &identity, lang)),
        today: now.day(),
        edition: request.rocket().state::<Board>().and_then(|board| board.current(now.day())),
    })
}

/// The person as the header shows them.
pub fn acting(request: &Request<'_>, identity: &session::Identity, lang: Lang) -> Acting {
    match request.rocket().state::<Sitemap>() {
        Some(map) => Acting::of(identity, lang, map),
        None => Acting::of(identity, lang, &Sitemap::default()),
    }
}

/// The name of the cookie that remembers the language chosen with `?lang=`.
pub const LANG_COOKIE: &str = "lingua";

/// What the visitor chose, now or before; Italian until then.
pub fn lang_of(request: &Request<'_>) -> Lang {
    let asked = request.query_value::<&str>("lang").and_then(Result::ok).and_then(Lang::parse);
    let kept = || request.cookies().get(LANG_COOKIE).and_then(|cookie| Lang::parse(cookie.value()));
    asked.or_else(kept).unwrap_or_default()
}

/// The machine side, and forms that are saved in the background.
fn wants_json(request: &Request<'_>) -> bool {
    let path = request.uri().path();
    path.starts_with("/api/") || request.accept().is_some_and(|accept| accept.preferred().media_type().is_json())
}

/// RFC 9457.
fn problem(status: Status, request: &Request<'_>) -> response::Result<'static> {
    let fault = fault(&lang_of(request).words().failure, status.code);
    let body = json!({
        "type": "about:blank", "title": fault.title, "status": status.code, "detail": fault.what, "code": code_of(request).as_str(),
    })
    .to_string();
    Response::build().status(status).raw_header("Content-Type", "application/problem+json").sized_body(body.len(), Cursor::new(body)).ok()
}

const fn fault(words: &'static Failure, status: u16) -> &'static Fault {
    match status {
        400 | 411 | 415 => &words.bad_request,
        401 => &words.unsigned,
        403 => &words.forbidden,
        404..=406 => &words.not_found,
        409 => &words.stale,
        413 | 414 | 431 => &words.too_large,
        422 => &words.unprocessable,
        429 => &words.too_many,
        502..=504 => &words.unavailable,
        _ => &words.defect,
    }
}

/// The page of a failure. `safe` tells what is saved, as in "Le risposte sono salvate alle 10.42.", where the caller knows.
pub fn failure(frame: &Frame<'_>, status: u16, code: &str, safe: Option<&str>) -> Markup {
    explained(frame, (status, fault(&frame.words().failure, status)), code, safe)
}

fn explained(frame: &Frame<'_>, (status, fault): (u16, &Fault), code: &str, safe: Option<&str>) -> Markup {
    let shell = Shell::new(frame, fault.title).without_opinion();
    page(
        &shell,
        html! {
            div .row { div .col-lg-8 {
                (heading(fault.title, None))
                p .lead { (fault.what) }
                @if let Some(safe) = safe { p { strong { (safe) } } }
                p { (fault.remedy) }
                p .aff-buttons { (ways_on(frame, status)) }
                (whom_to_call(frame, code))
            } }
        },
    )
}

fn ways_on(frame: &Frame<'_>, status: u16) -> Markup {
    let words = frame.words();
    html! {
        @if status == 401 { a .btn.btn-primary href=(paths::sign_in(&frame.path)) { (words.sign_in) } }
        @if frame.person.is_some() { a .btn.btn-primary href=(paths::AREA) { (words.failure.back_area) } }
        a .btn.btn-outline-primary href=(paths::HOME) { (words.failure.back_home) }
    }
}

fn whom_to_call(frame: &Frame<'_>, code: &str) -> Markup {
    let (site, words) = (frame.site, frame.words());
    html! {
        div .aff-code {
            p { (words.failure.code) " " strong { (code) } }
            p .form-text { (words.failure.code_hint) }
            @if !site.contact_phone.is_empty() { p { (words.telephone) " " (site.contact_phone) } }
            @if !site.contact_email.is_empty() {
                p { (words.mail) " " a href={ "mailto:" (site.contact_email) "?subject=" (code) } { (site.contact_email) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Day;
    use crate::platform::config::Site;

    #[test]
    fn every_failure_says_what_to_do_and_carries_its_code() {
        let site = Site { name: "Affianca".into(), contact_phone: "06 1234".into(), ..Site::default() };
        for lang in Lang::ALL {
            let frame =
                Frame { site: &site, lang, path: "/area".into(), person: None, today: Day::new(2026, 3, 2).expect("a day"), edition: None };
            for status in [400, 401, 403, 404, 409, 413, 422, 429, 500, 503] {
                let shown = failure(&frame, status, "1234-5678", Some("Salvato alle 10.42.")).into_string();
                let fault = fault(&lang.words().failure, status);
                for part in [fault.what, fault.remedy, "1234-5678", "06 1234", "Salvato alle 10.42."] {
                    assert!(shown.contains(part), "{status} in {lang:?} lacks {part}");
                }
            }
        }
    }

    #[test]
    fn codes_are_eight_digits_in_two_groups() {
        let code = Code::fresh();
        assert!(
            code.as_str().len() == 9 && code.as_str().bytes().enumerate().all(|(i, b)| if i == 4 { b == b'-' } else { b.is_ascii_digit() })
        );
    }
}
