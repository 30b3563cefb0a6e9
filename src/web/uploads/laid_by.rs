//! Files that came whole with a short form, from people who bring no large ones: judged and kept as any upload, used or forgotten.
//!
//! ```ignore
//! let kept = uploads::lay_by(&actor, uploads, Purpose::Document, &chosen).await?;    // of any role that is signed in
//! … the form comes back, with `kept.id` hidden in it; when it is sent again:
//! let kept = uploads::recall(&actor, uploads, &id, Purpose::Document).await?;        // the same person alone
//! uploads.place(&kept, FOLDER).await?;                                               // before the row that names it
//! uploads::let_go(&mut tx, &actor, &kept.id).await?;                                 // in the transaction that writes the row
//! ```
//! Nobody, not even whoever brought it, has an address for it meanwhile; after `upload_hours` it is gone.

use super::store::{self, Draft};
use super::{Kept, NotKept, Uploads, brought, keeping};
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::access::upload::Chosen;
use crate::domain::ids::{Id, UploadId};
use crate::domain::upload::Purpose;
use crate::platform::media::Named;
use crate::platform::media::parts::Added;
use crate::platform::{Error, Result, random};

/// What one person may have laid by and not used, in bytes: five files of those that fit into such a form.
const WAITING: u64 = 100 * 1024 * 1024;

/// Lays a file by. It counts among what its person has begun and not used.
pub async fn lay_by<R: Signed>(
    actor: &Actor<R>,
    uploads: &Uploads,
    purpose: Purpose,
    file: &Chosen,
) -> Result<std::result::Result<Kept, NotKept>> {
    let (id, bytes): (UploadId, _) = (random::id(actor.now()), file.bytes.len() as u64);
    let draft = Draft { id: &id, purpose, name: &brought::tidy(&file.name), bytes };
    if let Err(why) = store::begin(actor, uploads, &draft, WAITING.min(uploads.limits.waiting)).await? {
        return Ok(Err(why));
    }
    uploads.parts.create(id.as_str())?;
    let Some(mut part) = uploads.parts.hold(id.as_str())? else { return Err(Error::Bug(format!("upload {id} is held"))) };
    match part.add(file.bytes.as_slice(), bytes, None, std::future::pending()).await? {
        Added::Up(_) => {}
        _ => return Err(Error::Unavailable(format!("upload {id} was not written"))),
    }
    drop(part);
    recall(actor, uploads, &id, purpose).await
}

/// A file that the same person laid by. Somebody else's, used already or forgotten: [`NotKept::Gone`].
pub async fn recall<R: Signed>(
    actor: &Actor<R>,
    uploads: &Uploads,
    id: &UploadId,
    purpose: Purpose,
) -> Result<std::result::Result<Kept, NotKept>> {
    let row = match store::own(actor, id).await {
        Ok(row) if row.purpose == purpose && !row.is_taken => row,
        Ok(_) | Err(Error::NotFound) => return Ok(Err(NotKept::Gone)),
        Err(error) => return Err(error),
    };
    if let Err(why) = keeping::finish(actor, uploads, &row).await? {
        return Ok(Err(why));
    }
    match store::own(actor, id).await {
        Ok(row) => Ok(row.kept().ok_or(NotKept::Gone)),
        Err(Error::NotFound) => Ok(Err(NotKept::Gone)),
        Err(error) => Err(error),
    }
}

impl Uploads {
    /// Gives a file its place in a folder of the slice that is about to name it. Twice does no harm.
    pub async fn place(&self, kept: &Kept, folder: &str) -> Result<()> {
        self.media.settle(kept.id.as_str(), &Named::new(folder, &kept.sha256).long(kept.bytes)).await
    }
}
