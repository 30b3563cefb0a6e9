//! Serves `static/`: immutable under the address that carries the hash, compressed as the browser takes it.

use std::io::Cursor;
use std::path::PathBuf;

use rocket::http::{ContentType, Status};
use rocket::request::Request;
use rocket::response::{self, Responder, Response};
use rocket::{Route, get, routes};

use crate::platform::assets::{self, Encoding};

/// A name and the hash it was asked with.
pub struct File {
    name: String,
    asked: Option<String>,
}

/// A path with hidden parts, or one that climbs, does not parse and hence is not found.
#[get("/static/<path..>?<v>")]
fn file(path: PathBuf, v: Option<String>) -> Option<File> {
    let name = path.to_str()?.to_owned();
    assets::hash(&name).map(|_| File { name, asked: v })
}

pub fn routes() -> Vec<Route> {
    routes![file]
}

impl<'r> Responder<'r, 'static> for File {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let hash = assets::hash(&self.name).ok_or(Status::NotFound)?;
        let mut response = Response::build();
        response.raw_header("Vary", "Accept-Encoding").raw_header("Cache-Control", caching(self.asked.as_deref() == Some(hash)));
        let accepted = accepted(&request.headers().get("Accept-Encoding").collect::<Vec<_>>().join(","));
        let asset = assets::read(&self.name, &accepted).ok_or(Status::NotFound)?;
        // The twins are other bytes, hence other tags.
        let tag = format!("\"{hash}{}\"", asset.encoding.token().map(|t| format!("-{t}")).unwrap_or_default());
        response.raw_header("ETag", tag.clone());
        if request.headers().get("If-None-Match").any(|known| matches(known, &tag)) {
            return response.status(Status::NotModified).ok();
        }
        if let Some(token) = asset.encoding.token() {
            response.raw_header("Content-Encoding", token);
        }
        let body = asset.body.into_owned();
        response.header(content_type(&self.name)).sized_body(body.len(), Cursor::new(body)).ok()
    }
}

/// Asked without the hash, or with that of another release, the browser must ask again next time.
const fn caching(by_hash: bool) -> &'static str {
    if by_hash { "public, max-age=31536000, immutable" } else { "public, no-cache" }
}

/// The encodings in an `Accept-Encoding` that are not refused by `q=0` (RFC 9110, 12.5.3).
fn accepted(header: &str) -> Vec<Encoding> {
    let takes = |token: &str| {
        header.split(',').any(|part| {
            let mut pieces = part.split(';').map(str::trim);
            let named = pieces.next().is_some_and(|name| name.eq_ignore_ascii_case(token));
            named && !pieces.any(|p| p.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) == Some(0.0))
        })
    };
    [Encoding::Brotli, Encoding::Gzip].into_iter().filter(|encoding| encoding.token().is_some_and(takes)).collect()
}

/// Whether an `If-None-Match` names the tag, compared weakly (RFC 9110, 13.1.2).
pub(super) fn matches(header: &str, tag: &str) -> bool {
    let bare = |t: &str| t.trim().trim_start_matches("W/").to_owned();
    header.trim() == "*" || header.split(',').any(|known| bare(known) == bare(tag))
}

fn content_type(name: &str) -> ContentType {
    let extension = name.rsplit('.').next().unwrap_or_default();
    match extension {
        "woff2" => ContentType::WOFF2,
        _ => ContentType::from_extension(extension).unwrap_or(ContentType::Binary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_refused_is_not_used() {
        assert_eq!(accepted("gzip, deflate, br"), [Encoding::Brotli, Encoding::Gzip]);
        assert_eq!(accepted("gzip;q=0, BR;q=0.5"), [Encoding::Brotli]);
        assert!(accepted("identity").is_empty() && accepted("").is_empty());
    }

    #[test]
    fn tags_are_compared_weakly() {
        assert!(matches(r#"W/"a", "b""#, r#""b""#) && matches("*", r#""x""#) && matches(r#"W/"b""#, r#""b""#));
        assert!(!matches(r#""a""#, r#""b""#) && !matches("", r#""b""#));
    }
}
