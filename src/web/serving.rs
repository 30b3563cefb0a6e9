//! Files of the media store over HTTP: whole, in part, or not at all because they are known (RFC 9110, 13 and 14).
//!
//! ```ignore
//! #[get("/seminari/<day>/materiali/<id>")]
//! async fn file(actor: Actor<Person>, media: &State<Media>, asked: Asked, ..) -> Result<Served> {
//!     let found = store::one(&actor, ..).await?;                                  // who may not see it: NotFound
//!     let named = Named::new(FOLDER, &found.sha256).long(found.bytes);
//!     Served::kept(&asked, media, &named, File::to_keep("slide.pdf", found.kind.media())).await
//! }
//! ```
//! A file that is missing or changed is [`crate::platform::Error::Damaged`], with a page of its own. What people brought never runs:
//! every answer carries `Content-Security-Policy: sandbox`.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::{Method, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{self, Responder, Response};
use rocket::{Data, Sentinel};

use crate::domain::byte_range::{Answer, Conditions, answer};
use crate::platform::Result;
use crate::platform::media::{Found, Media, Named, Outgoing};

/// What people brought may show itself, and do nothing else.
const POLICY: &str = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/// Kept by whoever asked, and asked for anew each time: what may be withdrawn is gone when it is.
const CACHING: &str = "private, no-cache";

/// What a request asks for, and what it knows already.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    range: Option<String>,
    if_range: Option<String>,
    if_match: Option<String>,
    if_none_match: Option<String>,
    is_head: bool,
}

impl Asked {
    /// Whether somebody begins to read: not one who goes on with a file, looks whether it is new, or only looks.
    pub fn begins(&self) -> bool {
        let from_the_start = self.range.as_deref().is_none_or(|range| range.replace(' ', "").starts_with("bytes=0-"));
        !self.is_head && self.if_none_match.is_none() && from_the_start
    }

    fn answer(&self, tag: &str, length: u64) -> Answer {
        let conditions = Conditions {
            range: self.range.as_deref(),
            if_range: self.if_range.as_deref(),
            if_match: self.if_match.as_deref(),
            if_none_match: self.if_none_match.as_deref(),
            is_head: self.is_head,
        };
        answer(&conditions, tag, length)
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Asked {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        // A header given twice is one list.
        let header = |name: &str| {
            let all: Vec<&str> = request.headers().get(name).collect();
            (!all.is_empty()).then(|| all.join(", "))
        };
        Outcome::Success(Asked {
            range: header("Range"),
            if_range: header("If-Range"),
            if_match: header("If-Match"),
            if_none_match: header("If-None-Match"),
            is_head: request.local_cache(WasHead::default).0,
        })
    }
}

/// Without [`Heads`] a HEAD would look like a GET.
impl Sentinel for Asked {
    fn abort(rocket: &rocket::Rocket<rocket::Ignite>) -> bool {
        rocket.state::<Media>().is_none()
    }
}

/// Whether the request came as HEAD: Rocket hands it to the route of GET.
#[derive(Default)]
struct WasHead(bool);

/// Notes which requests came as HEAD.
pub struct Heads;

#[rocket::async_trait]
impl Fairing for Heads {
    fn info(&self) -> Info {
        Info { name: "HEAD of files", kind: Kind::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let is_head = request.method() == Method::Head;
        request.local_cache(|| WasHead(is_head));
    }
}

/// A file as it is to be called and treated.
#[derive(Debug, Clone)]
pub struct File {
    name: String,
    media: String,
    inline: bool,
}

impl File {
    /// To be saved under this name, which may have any letters.
    pub fn to_keep(name: &str, media: &str) -> File {
        File { name: name.to_owned(), media: media.to_owned(), inline: false }
    }

    /// To be shown by a page, as videos and pictures are.
    pub fn shown(name: &str, media: &str) -> File {
        File { inline: true, ..File::to_keep(name, media) }
    }

    /// RFC 6266, with the true name as RFC 8187 writes it.
    fn disposition(&self) -> String {
        let kind = if self.inline { "inline" } else { "attachment" };
        let plain: String =
            self.name.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') || c == ' ' { c } else { '_' }).collect();
        if self.name.is_empty() {
            return kind.to_owned();
        }
        if plain == self.name {
            return format!("{kind}; filename=\"{plain}\"");
        }
        let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&b);
        let escaped = |b: u8| if is_plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") };
        format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{}", self.name.bytes().map(escaped).collect::<String>())
    }
}

/// The answer to a request for a file.
pub struct Served {
    status: Status,
    headers: Vec<(&'static str, String)>,
    /// Its length in bytes, and the bytes.
    body: Option<(u64, Outgoing)>,
}

impl Served {
    /// A file that a row names, to who may have it.
    pub async fn kept(asked: &Asked, media: &Media, named: &Named, file: File) -> Result<Served> {
        let found = media.find(named).await?;
        Served::found(asked, media, (&found, &named.sha256), file).await
    }

    /// A file that was found already.
    pub(super) async fn found(asked: &Asked, media: &Media, (found, sha256): (&Found, &str), file: File) -> Result<Served> {
        let (tag, length) = (format!("\"{sha256}\""), found.bytes);
        let mut headers = vec![
            ("ETag", tag.clone()),
            ("Accept-Ranges", "bytes".to_owned()),
            ("Cache-Control", CACHING.to_owned()),
            ("Content-Security-Policy", POLICY.to_owned()),
        ];
        let (status, range) = match asked.answer(&tag, length) {
            Answer::NotModified => return Ok(Served { status: Status::NotModified, headers, body: None }),
            Answer::PreconditionFailed => return Ok(Served { status: Status::PreconditionFailed, headers, body: None }),
            Answer::Unsatisfiable => {
                headers.push(("Content-Range", format!("bytes */{length}")));
                return Ok(Served { status: Status::RangeNotSatisfiable, headers, body: Some((0, Outgoing::nothing())) });
            }
            Answer::Part(range) => {
                headers.push(("Content-Range", format!("bytes {}-{}/{length}", range.start, range.end.saturating_sub(1))));
                (Status::PartialContent, range)
            }
            Answer::Whole => (Status::Ok, 0..length),
        };
        headers.push(("Content-Type", file.media.clone()));
        headers.push(("Content-Disposition", file.disposition()));
        let bytes = range.end - range.start;
        // A HEAD reads nothing.
        let body = if asked.is_head { Outgoing::nothing() } else { media.open(found, range).await? };
        Ok(Served { status, headers, body: Some((bytes, body)) })
    }
}

impl<'r> Responder<'r, 'static> for Served {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let mut builder = Response::build();
        builder.status(self.status);
        for (name, value) in self.headers {
            builder.raw_header(name, value);
        }
        if let Some((length, body)) = self.body {
            builder.sized_body(usize::try_from(length).map_err(|_| Status::InternalServerError)?, body);
        }
        builder.ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reaches_the_browser_whatever_its_letters() {
        let table = [
            ("slide.pdf", "attachment; filename=\"slide.pdf\""),
            ("due parole.pdf", "attachment; filename=\"due parole.pdf\""),
            ("Perché è così.pdf", "attachment; filename=\"Perch_ _ cos_.pdf\"; filename*=UTF-8''Perch%C3%A9%20%C3%A8%20cos%C3%AC.pdf"),
            ("a\"; x=\"\r\nb.pdf", "attachment; filename=\"a_; x=___b.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22%0D%0Ab.pdf"),
            ("100%.pdf", "attachment; filename=\"100_.pdf\"; filename*=UTF-8''100%25.pdf"),
            ("", "attachment"),
        ];
        for (name, expected) in table {
            assert_eq!(File::to_keep(name, "application/pdf").disposition(), expected);
        }
        assert!(File::shown("a.mp4", "video/mp4").disposition().starts_with("inline; "));
    }
}
