//! What happens to a file that has arrived: judged, looked at by the antivirus, parked, given its place; and forgotten if nobody wants it.

use super::store::{self, Row};
use super::{Choice, Kept, NotKept, Uploads};
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::domain::ids::{Id, UploadId};
use crate::domain::mp4::Layout;
use crate::domain::upload::{Kind, Purpose, Refusal, judge};
use crate::platform::antivirus::{self, Verdict};
use crate::platform::jobs::Turn;
use crate::platform::media::{Media, look_at};
use crate::platform::{Error, Result};

/// How much has arrived, in bytes. While another line is sending: none.
pub(super) async fn arrived(uploads: &Uploads, row: &Row) -> Result<Option<u64>> {
    if row.is_finished || row.judged.is_some() {
        return Ok(Some(row.bytes));
    }
    uploads.parts.hold(row.id.as_str())?.map(|part| part.length()).transpose()
}

/// Judges a file of which all has arrived, and parks it. Killed in the middle, the next call goes on; a second call does no harm.
pub(super) async fn finish<R: Signed>(actor: &Actor<R>, uploads: &Uploads, row: &Row) -> Result<std::result::Result<(), NotKept>> {
    if let Some(why) = row.refused {
        return Ok(Err(NotKept::Refused(why)));
    }
    if row.is_finished {
        return Ok(Ok(()));
    }
    if row.judged.is_some() && uploads.media.parked(row.id.as_str()).await?.is_some_and(|found| found.bytes == row.bytes) {
        return store::finished(actor, uploads, &row.id).await.map(Ok);
    }
    // Held to its end: two who ask at once do not both do it.
    let Some(part) = uploads.parts.hold(row.id.as_str())? else { return Ok(Err(NotKept::Arriving(0, row.bytes))) };
    let arrived = part.length()?;
    if arrived < row.bytes {
        return Ok(Err(NotKept::Arriving(arrived, row.bytes)));
    }
    let whole = look_at(part.path()).await?;
    let judged = match judge(row.purpose, &whole.ends()) {
        Ok(kind) if is_harmless(uploads, row, part.path()).await? => Ok(kind),
        Ok(_) => Err(Refusal::Unsafe),
        Err(why) => Err(why),
    };
    match judged {
        Ok(kind) => {
            store::judged(actor, &row.id, (kind, &whole.sha256)).await?;
            uploads.media.park(row.id.as_str(), part.path()).await?;
            store::finished(actor, uploads, &row.id).await?;
            uploads.parts.remove(row.id.as_str())?;
            Ok(Ok(()))
        }
        Err(why) => {
            store::refused(actor, &row.id, why).await?;
            uploads.parts.remove(row.id.as_str())?;
            Ok(Err(NotKept::Refused(why)))
        }
    }
}

async fn is_harmless(uploads: &Uploads, row: &Row, file: &std::path::Path) -> Result<bool> {
    let limits = &uploads.limits;
    match antivirus::ask(&limits.antivirus, limits.patience, file).await? {
        Verdict::Harmless => Ok(true),
        Verdict::Refused(words) => {
            tracing::warn!(upload = %row.id, words, "the antivirus refused a file");
            Ok(false)
        }
    }
}

/// The file of a field, in its place in the media store, for a slice that is about to name it. It is the slice's once it was taken
/// ([`super::take`]); until then it can be claimed again.
pub async fn claim<R: Signed>(
    actor: &Actor<R>,
    uploads: &Uploads,
    choice: Choice,
    purpose: Purpose,
) -> Result<std::result::Result<Kept, NotKept>> {
    let id = match choice {
        Choice::Nothing => return Ok(Err(NotKept::Missing)),
        Choice::NotKept(why) => return Ok(Err(why)),
        Choice::Upload(id) => id,
    };
    let row = match store::own(actor, &id).await {
        Ok(row) if row.purpose == purpose && !row.is_taken => row,
        Ok(_) | Err(Error::NotFound) => return Ok(Err(NotKept::Gone)),
        Err(error) => return Err(error),
    };
    if let Err(why) = finish(actor, uploads, &row).await? {
        return Ok(Err(why));
    }
    let Some(kept) = store::own(actor, &id).await?.kept() else { return Ok(Err(NotKept::Gone)) };
    uploads.media.settle(id.as_str(), &kept.named()).await?;
    Ok(Ok(kept))
}

/// Where the index of a video stands that was claimed; none where its kind has none.
pub async fn layout(uploads: &Uploads, kept: &Kept) -> Result<Option<Layout>> {
    if kept.kind != Kind::Mp4 {
        return Ok(None);
    }
    uploads.media.layout(&kept.named()).await.map(Some)
}

/// Lets go of what has expired and of what was taken and is still parked. Twice does no harm.
pub(super) async fn tidy(turn: Turn) -> Result<u64> {
    let uploads = Uploads::new(&turn.config, &Media::new(&turn.config.media));
    for id in store::over(&turn.db, turn.now).await? {
        if store::clear(&turn.db, turn.now, &id).await? {
            uploads.parts.remove(id.as_str())?;
            uploads.media.unpark(id.as_str()).await?;
        }
    }
    // What a killed server left behind, before there was a row or after it was cleared.
    for name in uploads.parts.all()? {
        let Some(id) = UploadId::parse(name.split('.').next().unwrap_or_default()) else { continue };
        if !store::is_known(&turn.db, &id).await? && is_idle(&uploads, &id)? {
            uploads.parts.remove(id.as_str())?;
        }
    }
    store::forget(&turn.db).await
}

/// Whether nobody is writing it.
fn is_idle(uploads: &Uploads, id: &UploadId) -> Result<bool> {
    match uploads.parts.hold(id.as_str()) {
        Ok(part) => Ok(part.is_some()),
        Err(Error::NotFound) => Ok(true),
        Err(error) => Err(error),
    }
}
