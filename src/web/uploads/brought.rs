//! A form with files as a slice reads it, whether they came with it or had been brought before.

use rocket::data::{Data, FromData, Outcome, ToByteUnit};
use rocket::request::Request;
use tokio::io::AsyncWriteExt;

use super::store::{self, Draft};
use super::{NotKept, Uploads};
use crate::access::actor::status;
use crate::access::form::{self, Fields};
use crate::access::multipart::{Broken, Multipart};
use crate::access::{Actor, Publisher};
use crate::domain::ids::{Id, UploadId};
use crate::domain::upload::Purpose;
use crate::platform::media::parts::Added;
use crate::platform::{Error, Result, random};

/// After the name of the field of a file: what it is for, and the id under which it was brought.
pub(super) const PURPOSE: &str = "scopo";
pub(super) const UPLOAD: &str = "caricamento";
/// What is still read of a form that is too long, so that the browser hears the answer instead of a broken line, in bytes.
const DRAIN: u64 = 64 * 1024 * 1024;
/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;

/// What came in the field of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    Nothing,
    Upload(UploadId),
    NotKept(NotKept),
}

/// The fields of a form, and the files that came in it.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    pub fields: Fields,
    files: Vec<(String, Choice)>,
}

impl Brought {
    /// What was chosen in a field: with the form, or before it by the page's script.
    pub fn file(&self, name: &str) -> Choice {
        let with_form = self.files.iter().find(|(field, _)| field == name).map(|(_, choice)| choice.clone());
        let before = || UploadId::parse(self.fields.text(&format!("{name}.{UPLOAD}"))).map(Choice::Upload);
        with_form.or_else(before).unwrap_or(Choice::Nothing)
    }
}

#[rocket::async_trait]
impl<'r> FromData<'r> for Brought {
    type Error = Error;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match read(request, data).await {
            Ok(brought) => Outcome::Success(brought),
            Err(error) => Outcome::Error((status(&error), error)),
        }
    }
}

async fn read<'r>(request: &'r Request<'_>, data: Data<'r>) -> Result<Brought> {
    let actor = match request.guard::<Actor<Publisher>>().await {
        rocket::outcome::Outcome::Success(actor) => actor,
        rocket::outcome::Outcome::Error((_, error)) => return Err(error),
        rocket::outcome::Outcome::Forward(_) => return Err(Error::NotFound),
    };
    let uploads = request.rocket().state::<Uploads>().ok_or_else(|| Error::Bug("uploads are not mounted".into()))?;
    let media = request.content_type().filter(|media| media.is_form_data());
    let Some(boundary) = media.and_then(|media| media.param("boundary").map(str::to_owned)) else {
        // A form whose files were brought before may come in the short way.
        return Fields::from_data(request, data)
            .await
            .succeeded()
            .map(|fields| Brought { fields, files: Vec::new() })
            .ok_or(Error::TooLarge);
    };
    let most = uploads.limits.largest.saturating_add(DRAIN);
    let mut multipart = Multipart::new(data.open(most.bytes()), &boundary);
    let (mut pairs, mut files, mut length) = (Vec::new(), Vec::new(), 0);
    while let Some((name, file)) = multipart.next().await.map_err(broken)? {
        match file {
            None => {
                let text = multipart.text(usize::try_from(form::LONGEST).unwrap_or(usize::MAX)).await.map_err(broken)?;
                length += text.len() as u64;
                if length > form::LONGEST {
                    return Err(Error::TooLarge);
                }
                pairs.push((name, text));
            }
            // Nothing was chosen.
            Some(file) if file.is_empty() => {}
            Some(file) => {
                let purpose = pairs.iter().find(|(field, _)| *field == format!("{name}.{PURPOSE}"));
                let purpose = purpose.and_then(|(_, value)| Purpose::parse(value)).ok_or(Error::BadRequest("a file for nothing"))?;
                let choice = receive(&actor, uploads, &mut multipart, (purpose, &file)).await?;
                files.push((name, choice));
            }
        }
    }
    Ok(Brought { fields: Fields::from_pairs(pairs), files })
}

fn broken(_: Broken) -> Error {
    Error::BadRequest("no form with a file, or one that ended too early")
}

/// The name of a file as it is kept.
pub(super) fn tidy(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect::<String>().trim().to_owned()
}

/// Writes a part of the form to the disk as it arrives, and then down as an upload.
async fn receive(
    actor: &Actor<Publisher>,
    uploads: &Uploads,
    multipart: &mut Multipart<impl tokio::io::AsyncRead + Unpin>,
    (purpose, name): (Purpose, &str),
) -> Result<Choice> {
    let (id, most): (UploadId, _) = (random::id(actor.now()), uploads.largest(purpose));
    uploads.parts.create(id.as_str())?;
    let Some(mut part) = uploads.parts.hold(id.as_str())? else { return Err(Error::Bug(format!("upload {id} is held"))) };
    let (mut into, out) = tokio::io::duplex(256 * 1024);
    let pump = async {
        while let Some(piece) = multipart.piece().await? {
            // Longer than it may be, nobody reads it any more; the rest of the form is read all the same.
            let _unread = into.write_all(&piece).await;
        }
        drop(into);
        Ok::<(), Broken>(())
    };
    let (pumped, added) = tokio::join!(pump, part.add(out, most, None, std::future::pending()));
    let bytes = match (pumped, added?) {
        (Ok(()), Added::Up(bytes)) => bytes,
        (Ok(()), _) => {
            uploads.parts.remove(id.as_str())?;
            return Ok(Choice::NotKept(NotKept::TooLarge(most)));
        }
        (Err(Broken), _) => {
            uploads.parts.remove(id.as_str())?;
            return Err(broken(Broken));
        }
    };
    let draft = Draft { id: &id, purpose, name: &tidy(name), bytes };
    match store::begin(actor, uploads, &draft, uploads.limits.waiting).await? {
        Ok(()) => Ok(Choice::Upload(id)),
        Err(why) => {
            uploads.parts.remove(id.as_str())?;
            Ok(Choice::NotKept(why))
        }
    }
}
