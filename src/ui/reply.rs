//! What a handler gives back: a page, a way on, JSON, a file.

use std::hash::{DefaultHasher, Hasher};
use std::io::Cursor;

use maud::Markup;
use rocket::http::{ContentType, Header, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{self, Responder, Response};
use rocket::tokio::io::DuplexStream;

use crate::domain::moment::Day;
use crate::platform::Result;
use crate::platform::spreadsheet::Spreadsheet;

/// The formats in which a table can be kept.
#[derive(Debug, Clone, Copy)]
pub enum Format {
    Csv,
    Xlsx,
}

/// The answer to a request.
pub enum Reply {
    Page(Markup),
    /// A page with another status than 200: a form that came back, a conflict.
    PageWith(Status, Markup),
    /// A public page that may be taken back at any moment: whoever keeps it asks each time whether it still stands.
    Fresh(Markup),
    /// A page that nobody keeps: its address opens something.
    Private(Markup),
    /// A page that nobody keeps and that browsers ask for again by themselves after so many seconds, without a script.
    Renewed(i64, Markup),
    /// 429: the form again, and the seconds after which the next attempt is heard.
    Later(i64, Markup),
    /// 303 to an address of ours.
    Go(String),
    /// 303 to another site: the identity provider.
    Away(String),
    Json(Status, serde_json::Value),
    /// JSON that a page asks for again and again, with the tag of what it is now.
    News(String, serde_json::Value),
    /// 304: what has this tag is known already.
    Unchanged(String),
    /// A file to keep: name, media type, content.
    File {
        name: String,
        media: ContentType,
        body: Vec<u8>,
    },
    /// A calendar to follow or to import; public ones may be kept for a few minutes, and each is sent only when it has changed.
    Calendar {
        name: &'static str,
        is_public: bool,
        body: String,
    },
    /// What is new, to be followed by other programs (Atom); kept by them for a few minutes.
    Feed(String),
    /// Captions of a video (WebVTT): read by the player, or kept under their own name.
    Captions(String),
    /// A file that is still being written while it leaves.
    Stream {
        name: String,
        media: ContentType,
        body: DuplexStream,
    },
}

impl Reply {
    /// A table on its way out as a file: `enti-2026-03-02.csv`.
    pub fn table(table: &Spreadsheet, name: &str, day: Day, format: Format) -> Result<Reply> {
        let (ending, media, body) = match format {
            Format::Csv => ("csv", ContentType::CSV, table.csv()?),
            Format::Xlsx => {
                let media = ContentType::new("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                ("xlsx", media, table.xlsx()?)
            }
        };
        Ok(Reply::File { name: format!("{name}-{day}.{ending}"), media, body })
    }
}

impl<'r> Responder<'r, 'static> for Reply {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        match self {
            Reply::Page(page) => tagged(page).ok(),
            Reply::PageWith(status, page) => whole(status, ContentType::HTML, page.into_string().into_bytes()).ok(),
            Reply::Fresh(page) => {
                let mut builder = tagged(page);
                builder.raw_header("Cache-Control", "public, no-cache");
                builder.ok()
            }
            Reply::Private(page) => {
                let mut builder = whole(Status::Ok, ContentType::HTML, page.into_string().into_bytes());
                builder.raw_header("Cache-Control", "no-store");
                builder.ok()
            }
            Reply::Renewed(seconds, page) => {
                let mut builder = whole(Status::Ok, ContentType::HTML, page.into_string().into_bytes());
                builder.raw_header("Cache-Control", "no-store");
                builder.raw_header("Refresh", seconds.to_string());
                builder.ok()
            }
            Reply::Later(seconds, page) => {
                let mut builder = whole(Status::TooManyRequests, ContentType::HTML, page.into_string().into_bytes());
                builder.raw_header("Retry-After", seconds.to_string());
                builder.ok()
            }
            Reply::Go(to) | Reply::Away(to) => response::Redirect::to(to).respond_to(request),
            Reply::Json(status, value) => whole(status, ContentType::JSON, value.to_string().into_bytes()).ok(),
            Reply::News(tag, value) => {
                let mut builder = whole(Status::Ok, ContentType::JSON, value.to_string().into_bytes());
                builder.raw_header("ETag", tag).raw_header("Cache-Control", "private, no-cache");
                builder.ok()
            }
            Reply::Unchanged(tag) => {
                let mut builder = Response::build();
                builder.status(Status::NotModified).raw_header("ETag", tag).raw_header("Cache-Control", "private, no-cache");
                builder.ok()
            }
            Reply::File { name, media, body } => {
                let mut builder = whole(Status::Ok, media, body);
                builder.header(Header::new("Content-Disposition", format!("attachment; filename=\"{name}\"")));
                builder.ok()
            }
            Reply::Calendar { name, is_public, body } => {
                let mut builder =
                    whole(Status::Ok, ContentType::new("text", "calendar").with_params(("charset", "utf-8")), body.into_bytes());
                builder.raw_header("Content-Disposition", format!("inline; filename=\"{name}.ics\""));
                builder.raw_header("Cache-Control", if is_public { "public, max-age=300" } else { "private, no-cache" });
                builder.ok()
            }
            Reply::Feed(body) => {
                let mut builder =
                    whole(Status::Ok, ContentType::new("application", "atom+xml").with_params(("charset", "utf-8")), body.into_bytes());
                builder.raw_header("Cache-Control", "public, max-age=300");
                builder.ok()
            }
            Reply::Captions(body) => {
                let media = ContentType::new("text", "vtt").with_params(("charset", "utf-8"));
                let mut builder = whole(Status::Ok, media, body.into_bytes());
                builder.raw_header("Content-Disposition", "inline; filename=\"sottotitoli.vtt\"");
                builder.raw_header("Cache-Control", "private, no-cache");
                builder.ok()
            }
            Reply::Stream { name, media, body } => {
                let mut builder = Response::build();
                builder.header(media).raw_header("Content-Disposition", format!("attachment; filename=\"{name}\""));
                builder.raw_header("Cache-Control", "no-store").streamed_body(body);
                builder.ok()
            }
        }
    }
}

/// A page with its tag.
fn tagged(page: Markup) -> response::Builder<'static> {
    let body = page.into_string().into_bytes();
    let tag = tag_of(&body);
    let mut builder = whole(Status::Ok, ContentType::HTML, body);
    builder.raw_header("ETag", tag);
    builder
}

/// The tag of a body, which differs by language as by all else. It need not withstand anybody: who finds another page with the same
/// tag has deceived themselves alone. So it is not a fingerprint, which on a processor without instructions for it takes longer than
/// to write the page.
pub fn tag_of(body: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(body);
    format!("W/\"{:016x}\"", hasher.finish())
}

fn whole(status: Status, media: ContentType, body: Vec<u8>) -> response::Builder<'static> {
    let mut builder = Response::build();
    builder.status(status).header(media).sized_body(body.len(), Cursor::new(body));
    builder
}

/// Whether the request asks for JSON: the same form, sent by the page's script.
pub struct WantsJson(pub bool);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for WantsJson {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(WantsJson(request.accept().is_some_and(|accept| accept.preferred().media_type().is_json())))
    }
}

/// The tag that whoever asks knows already (`If-None-Match`).
pub struct Known(Option<String>);

impl Known {
    pub fn is(&self, tag: &str) -> bool {
        self.0.as_deref() == Some(tag)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Known {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        Outcome::Success(Known(request.headers().get_one("If-None-Match").map(str::to_owned)))
    }
}
