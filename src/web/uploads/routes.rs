//! Resumable uploads over HTTP (tus 1.0.0): `/caricamenti`, and one's own files before they are used.

use std::time::Duration;

use rocket::data::{Data, ToByteUnit};
use rocket::fairing::{Fairing, Info, Kind as When};
use rocket::http::{ContentType, Method, Status};
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{self, Responder, Response};
use rocket::{Route, State, delete, get, head, options, patch, post};

use super::store::{self, Draft, Row};
use super::{NotKept, Uploads, brought, keeping, words};
use crate::access::{Actor, Publisher};
use crate::domain::ids::{Id, UploadId};
use crate::domain::moment::Moment;
use crate::domain::tus::{ALGORITHMS, Checksum, EXTENSIONS, VERSION, metadata};
use crate::domain::upload::Purpose;
use crate::platform::media::parts::Added;
use crate::platform::{Error, Result, random};
use crate::ui::failure::lang_of;
use crate::ui::paths;
use crate::ui::words::Lang;
use crate::web::serving::{Asked, File, Served};

pub(super) fn routes() -> Vec<Route> {
    rocket::routes![abilities, abilities_of_one, create, offset, append, end, look]
}

/// How long whoever comes back waits for the former line to let go.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a client says, as it came.
struct Tus {
    version: Option<String>,
    offset: Option<String>,
    length: Option<String>,
    metadata: String,
    checksum: Option<String>,
    /// Bytes of the body, where it says so.
    body: Option<u64>,
    is_piece: bool,
    lang: Lang,
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Tus {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Self::Error> {
        let header = |name: &str| request.headers().get_one(name).map(str::to_owned);
        Outcome::Success(Tus {
            version: header("Tus-Resumable"),
            offset: header("Upload-Offset"),
            length: header("Upload-Length"),
            metadata: header("Upload-Metadata").unwrap_or_default(),
            checksum: header("Upload-Checksum"),
            body: header("Content-Length").and_then(|length| length.parse().ok()),
            is_piece: header("Content-Type").is_some_and(|media| media.trim() == "application/offset+octet-stream"),
            lang: lang_of(request),
        })
    }
}

impl Tus {
    /// Another version than ours: the answer to that.
    fn other(&self) -> Option<Told> {
        (self.version.as_deref() != Some(VERSION)).then(|| Told::new(Status::PreconditionFailed).with("Tus-Version", VERSION))
    }

    fn refuse(&self, why: NotKept) -> Told {
        let status = match why {
            NotKept::TooLarge(_) | NotKept::Waiting | NotKept::Full => Status::PayloadTooLarge,
            NotKept::Arriving(..) => Status::Locked,
            NotKept::Missing | NotKept::Gone => Status::NotFound,
            NotKept::Refused(_) => Status::UnprocessableEntity,
        };
        Told::new(status).saying(words::not_kept(self.lang, &why))
    }
}

/// An answer to a client of the protocol.
struct Told {
    status: Status,
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Told {
    fn new(status: Status) -> Told {
        Told { status, headers: vec![("Tus-Resumable", VERSION.to_owned()), ("Cache-Control", "no-store".to_owned())], body: String::new() }
    }

    fn with(mut self, name: &'static str, value: impl ToString) -> Told {
        self.headers.push((name, value.to_string()));
        self
    }

    fn until(self, expires_at: Moment) -> Told {
        self.with("Upload-Expires", expires_at.http_date())
    }

    /// What the page shows, in the language of who asks.
    fn saying(mut self, text: String) -> Told {
        self.body = text;
        self
    }
}

impl<'r> Responder<'r, 'static> for Told {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let mut builder = Response::build();
        builder.status(self.status);
        for (name, value) in self.headers {
            builder.raw_header(name, value);
        }
        if !self.body.is_empty() {
            builder.header(ContentType::Plain).sized_body(self.body.len(), std::io::Cursor::new(self.body));
        }
        builder.ok()
    }
}

fn able(uploads: &Uploads) -> Told {
    let told = Told::new(Status::NoContent).with("Tus-Version", VERSION).with("Tus-Extension", EXTENSIONS);
    told.with("Tus-Max-Size", uploads.limits.largest).with("Tus-Checksum-Algorithm", ALGORITHMS)
}

#[options("/caricamenti")]
fn abilities(_actor: Actor<Publisher>, uploads: &State<Uploads>) -> Told {
    able(uploads)
}

#[options("/caricamenti/<_id>")]
fn abilities_of_one(_actor: Actor<Publisher>, uploads: &State<Uploads>, _id: UploadId) -> Told {
    able(uploads)
}

/// `Upload-Metadata`: `filename`, and `purpose` as [`Purpose::as_str`] writes it.
#[post("/caricamenti")]
async fn create(actor: Actor<Publisher>, uploads: &State<Uploads>, tus: Tus) -> Result<Told> {
    if let Some(other) = tus.other() {
        return Ok(other);
    }
    let bytes = tus.length.as_deref().and_then(|length| length.parse::<u64>().ok());
    let purpose = metadata(&tus.metadata, "purpose").and_then(|purpose| Purpose::parse(&purpose));
    let Some((bytes, purpose)) = bytes.zip(purpose) else { return Err(Error::BadRequest("an upload without a length or a purpose")) };
    let name = brought::tidy(&metadata(&tus.metadata, "filename").unwrap_or_default().replace('\0', ""));
    let id: UploadId = random::id(actor.now());
    if let Err(why) = store::begin(&actor, uploads, &Draft { id: &id, purpose, name: &name, bytes }, uploads.limits.waiting).await? {
        return Ok(tus.refuse(why));
    }
    // The row first: a file without one would be taken for what a killed server left behind.
    uploads.parts.create(id.as_str())?;
    let row = store::own(&actor, &id).await?;
    Ok(Told::new(Status::Created).with("Location", paths::upload(&id)).until(row.expires_at))
}

/// Where it goes on. A line that is still sending, of which nobody knows whether it has dropped, is told to stop.
#[head("/caricamenti/<id>")]
async fn offset(actor: Actor<Publisher>, uploads: &State<Uploads>, tus: Tus, id: UploadId) -> Result<Told> {
    let row = store::own(&actor, &id).await?;
    if let Some(other) = tus.other() {
        return Ok(other);
    }
    let Some(arrived) = arrived_after_all(uploads, &row).await? else { return Ok(Told::new(Status::Locked)) };
    if arrived == row.bytes {
        // Killed between the last byte and the judgement: it is made up for now.
        keeping::finish(&actor, uploads, &row).await?.unwrap_or_default();
    }
    let told = Told::new(Status::Ok).with("Upload-Offset", arrived).with("Upload-Length", row.bytes);
    Ok(told.until(row.expires_at))
}

async fn arrived_after_all(uploads: &Uploads, row: &Row) -> Result<Option<u64>> {
    const PAUSE: Duration = Duration::from_millis(50);
    for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
        if let Some(arrived) = keeping::arrived(uploads, row).await? {
            return Ok(Some(arrived));
        }
        uploads.stop(&row.id);
        tokio::time::sleep(PAUSE).await;
    }
    Ok(None)
}

#[patch("/caricamenti/<id>", data = "<data>")]
async fn append(actor: Actor<Publisher>, uploads: &State<Uploads>, tus: Tus, id: UploadId, data: Data<'_>) -> Result<Told> {
    let row = store::own(&actor, &id).await?;
    if let Some(other) = tus.other() {
        return Ok(other);
    }
    if !tus.is_piece {
        return Ok(Told::new(Status::UnsupportedMediaType));
    }
    let checksum = match tus.checksum.as_deref().map(Checksum::parse) {
        Some(None) => return Err(Error::BadRequest("a checksum that cannot be read")),
        checksum => checksum.flatten(),
    };
    let offset =
        tus.offset.as_deref().and_then(|offset| offset.parse::<u64>().ok()).ok_or(Error::BadRequest("a piece without its place"))?;
    if row.is_finished || row.judged.is_some() {
        return Ok(Told::new(Status::Conflict).with("Upload-Offset", row.bytes));
    }
    let Some(mut part) = uploads.parts.hold(id.as_str())? else { return Ok(Told::new(Status::Locked)) };
    let arrived = part.length()?;
    if arrived != offset {
        return Ok(Told::new(Status::Conflict).with("Upload-Offset", arrived));
    }
    if tus.body.is_some_and(|body| body > row.bytes - arrived) {
        return Ok(tus.refuse(NotKept::TooLarge(row.bytes)));
    }
    let sending = uploads.sending(&id);
    // One byte more than there may be: whoever sends it is told so.
    let piece = data.open((row.bytes - arrived + 1).bytes());
    let added = part.add(piece, row.bytes, checksum.as_ref(), sending.stop.notified()).await?;
    // Whoever holds the part next says anew that they are sending.
    drop((sending, part));
    after(&actor, uploads, &tus, (&row, added)).await
}

/// The answer to a piece.
async fn after(actor: &Actor<Publisher>, uploads: &Uploads, tus: &Tus, (row, added): (&Row, Added)) -> Result<Told> {
    let length = match added {
        Added::Up(length) | Added::Cut(length) => length,
        Added::TooMuch => return Ok(tus.refuse(NotKept::TooLarge(row.bytes))),
        Added::Mismatch => return Ok(Told::new(Status::new(460))),
    };
    let until = store::goes_on(actor, uploads, &row.id).await?;
    if length == row.bytes
        && let Err(why) = keeping::finish(actor, uploads, row).await?
    {
        return Ok(tus.refuse(why));
    }
    Ok(Told::new(Status::NoContent).with("Upload-Offset", length).until(until))
}

#[delete("/caricamenti/<id>")]
async fn end(actor: Actor<Publisher>, uploads: &State<Uploads>, tus: Tus, id: UploadId) -> Result<Told> {
    store::own(&actor, &id).await?;
    if let Some(other) = tus.other() {
        return Ok(other);
    }
    uploads.stop(&id);
    store::end(&actor, &id).await?;
    Ok(Told::new(Status::NoContent))
}

/// One's own file, to look at before it is used.
#[get("/caricamenti/<id>/file")]
async fn look(actor: Actor<Publisher>, uploads: &State<Uploads>, asked: Asked, id: UploadId) -> Result<Served> {
    let row = store::own(&actor, &id).await?;
    let kept = Some(row).filter(|row| row.is_finished && row.refused.is_none()).and_then(Row::kept).ok_or(Error::NotFound)?;
    let file = File::shown(&kept.name, kept.kind.media());
    match uploads.media.parked(id.as_str()).await? {
        Some(found) => Served::found(&asked, &uploads.media, (&found, &kept.sha256), file).await,
        // It was taken, and has its place.
        None => Served::kept(&asked, &uploads.media, &kept.named(), file).await,
    }
}

/// Clients that can send nothing but POST say which method they mean (`X-HTTP-Method-Override`).
pub struct Override;

#[rocket::async_trait]
impl Fairing for Override {
    fn info(&self) -> Info {
        Info { name: "method override of uploads", kind: When::Request }
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        let meant = match request.headers().get_one("X-HTTP-Method-Override") {
            Some("PATCH") => Method::Patch,
            Some("DELETE") => Method::Delete,
            _ => return,
        };
        // Only from one method that changes something to another: the check of the origin stays the same.
        if request.method() == Method::Post && request.uri().path().starts_with("/caricamenti/") {
            request.set_method(meant);
        }
    }
}
