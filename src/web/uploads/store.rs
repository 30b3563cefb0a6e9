//! Rows of uploads: begun, judged, finished, taken, forgotten.

use sqlx::FromRow;

use super::{Kept, NotKept, Uploads};
use crate::access::Actor;
use crate::access::roles::Signed;
use crate::domain::ids::UploadId;
use crate::domain::moment::Moment;
use crate::domain::upload::{Kind, Purpose, Refusal};
use crate::platform::db::{Db, Tx, q};
use crate::platform::{Error, Result};

/// Whoever brings two files at once is counted for both.
const HOLD_PERSON: &str = "update person set person_id = person_id where person_id = $1";
const WAITING: &str = "\
    select cast(coalesce(sum(bytes), 0) as bigint) from upload \
    where person_id = $1 and taken_at is null and refused is null and cleared_at is null and expires_at > $2";
const TOTAL: &str = "\
    select cast(coalesce(sum(bytes), 0) as bigint) from upload \
    where taken_at is not null or (refused is null and cleared_at is null and expires_at > $1)";
const ADD: &str = "\
    insert into upload (upload_id, person_id, purpose, name, bytes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)";
const OWN: &str = "\
    select upload_id, purpose, name, bytes, expires_at, media, sha256, finished_at, refused, taken_at from upload \
    where upload_id = $1 and person_id = $2 and cleared_at is null and (expires_at > $3 or taken_at is not null)";
const LONGER: &str = "update upload set expires_at = $2 where upload_id = $1 and cleared_at is null and expires_at < $2";
const JUDGED: &str = "update upload set media = $2, sha256 = $3 where upload_id = $1 and finished_at is null";
const FINISHED: &str =
    "update upload set finished_at = $2, expires_at = $3 where upload_id = $1 and finished_at is null and refused is null";
const REFUSED: &str = "update upload set refused = $2, finished_at = $3 where upload_id = $1 and finished_at is null";
const TAKE: &str = "\
    update upload set taken_at = $3 where upload_id = $1 and person_id = $2 and finished_at is not null and refused is null \
        and taken_at is null and cleared_at is null";
/// Ended by the person, who finds it no more; the job removes the rest.
const END: &str = "update upload set expires_at = 0 where upload_id = $1 and person_id = $2 and taken_at is null and cleared_at is null";
const OVER: &str = "\
    select upload_id from upload where cleared_at is null and (taken_at is not null or expires_at <= $1) order by upload_id";
const CLEAR: &str =
    "update upload set cleared_at = $2 where upload_id = $1 and cleared_at is null and (taken_at is not null or expires_at <= $2)";
/// What nobody took leaves no trace; what was taken stays, and counts for the total.
const FORGET: &str = "delete from upload where cleared_at is not null and taken_at is null";
const KNOWN: &str = "select count(*) from upload where upload_id = $1 and cleared_at is null";

/// A file that is arriving, or has arrived.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub id: UploadId,
    pub purpose: Purpose,
    pub name: String,
    pub bytes: u64,
    pub expires_at: Moment,
    /// Kind and fingerprint, once it was judged.
    pub judged: Option<(Kind, String)>,
    pub is_finished: bool,
    pub refused: Option<Refusal>,
    pub is_taken: bool,
}

#[derive(FromRow)]
struct Found {
    upload_id: UploadId,
    purpose: String,
    name: String,
    bytes: i64,
    expires_at: Moment,
    media: Option<String>,
    sha256: Option<String>,
    finished_at: Option<Moment>,
    refused: Option<String>,
    taken_at: Option<Moment>,
}

impl Found {
    fn row(self) -> Result<Row> {
        let purpose = Purpose::parse(&self.purpose).ok_or_else(|| Error::Bug(format!("upload {}: {}", self.upload_id, self.purpose)))?;
        Ok(Row {
            id: self.upload_id,
            purpose,
            name: self.name,
            bytes: u64::try_from(self.bytes).unwrap_or(0),
            expires_at: self.expires_at,
            judged: self.media.as_deref().and_then(Kind::parse).zip(self.sha256),
            is_finished: self.finished_at.is_some(),
            refused: self.refused.as_deref().and_then(Refusal::parse),
            is_taken: self.taken_at.is_some(),
        })
    }
}

impl Row {
    /// What slices are given; none before it is finished.
    pub fn kept(self) -> Option<Kept> {
        let (kind, sha256) = self.judged?;
        Some(Kept { id: self.id, purpose: self.purpose, kind, name: self.name, bytes: i64::try_from(self.bytes).ok()?, sha256 })
    }
}

/// One about to be brought.
pub(super) struct Draft<'a> {
    pub id: &'a UploadId,
    pub purpose: Purpose,
    pub name: &'a str,
    pub bytes: u64,
}

fn signed(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

fn until(uploads: &Uploads, now: Moment) -> Moment {
    now.plus_minutes(60 * uploads.limits.hours)
}

/// Writes one down if there is room. The total of the installation may be passed by what several people begin at one instant.
/// `most`: what its person may have begun and not used, in bytes.
pub(super) async fn begin<R: Signed>(
    actor: &Actor<R>,
    uploads: &Uploads,
    draft: &Draft<'_>,
    most: u64,
) -> Result<std::result::Result<(), NotKept>> {
    let (limits, now, bytes) = (&uploads.limits, actor.now(), signed(draft.bytes));
    if draft.bytes > uploads.largest(draft.purpose) {
        return Ok(Err(NotKept::TooLarge(uploads.largest(draft.purpose))));
    }
    let mut tx = actor.begin_on(HOLD_PERSON, actor.person()).await?;
    let waiting = q(WAITING).bind(actor.person()).bind(now).count(&mut tx).await?;
    if waiting.saturating_add(bytes) > signed(most) {
        return Ok(Err(NotKept::Waiting));
    }
    if let Some(total) = limits.total
        && q(TOTAL).bind(now).count(&mut tx).await?.saturating_add(bytes) > signed(total)
    {
        return Ok(Err(NotKept::Full));
    }
    let row = q(ADD).bind(draft.id).bind(actor.person()).bind(draft.purpose.as_str()).bind(draft.name).bind(bytes);
    row.bind(now).bind(until(uploads, now)).run(&mut tx).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// One of the person's own. Expired, or not theirs: [`Error::NotFound`].
pub(super) async fn own<R: Signed>(actor: &Actor<R>, id: &UploadId) -> Result<Row> {
    let statement = q(OWN).bind(id).bind(actor.person()).bind(actor.now());
    let found: Option<Found> = statement.optional(&mut actor.reader().await?).await?;
    found.ok_or(Error::NotFound)?.row()
}

/// It goes on: it has its time again. Returns until when.
pub(super) async fn goes_on<R>(actor: &Actor<R>, uploads: &Uploads, id: &UploadId) -> Result<Moment> {
    let until = until(uploads, actor.now());
    let mut tx = actor.begin().await?;
    q(LONGER).bind(id).bind(until).run(&mut tx).await?;
    tx.commit().await?;
    Ok(until)
}

pub(super) async fn judged<R>(actor: &Actor<R>, id: &UploadId, (kind, sha256): (Kind, &str)) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(JUDGED).bind(id).bind(kind.media()).bind(sha256).run(&mut tx).await?;
    tx.commit().await
}

pub(super) async fn finished<R>(actor: &Actor<R>, uploads: &Uploads, id: &UploadId) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(FINISHED).bind(id).bind(actor.now()).bind(until(uploads, actor.now())).run(&mut tx).await?;
    tx.commit().await
}

pub(super) async fn refused<R>(actor: &Actor<R>, id: &UploadId, why: Refusal) -> Result<()> {
    let mut tx = actor.begin().await?;
    q(REFUSED).bind(id).bind(why.as_str()).bind(actor.now()).run(&mut tx).await?;
    tx.commit().await
}

/// Takes a file for good, in the transaction in which a row of the caller names it; false if it was taken, or forgotten, meanwhile.
pub async fn take<R: Signed>(tx: &mut Tx, actor: &Actor<R>, kept: &Kept) -> Result<bool> {
    Ok(q(TAKE).bind(&kept.id).bind(actor.person()).bind(actor.now()).run(tx).await? == 1)
}

/// Lets go of a file in the transaction in which a row of the caller names a copy of it, or without one: the person finds it no more.
pub async fn let_go<R: Signed>(tx: &mut Tx, actor: &Actor<R>, id: &UploadId) -> Result<()> {
    q(END).bind(id).bind(actor.person()).run(tx).await?;
    Ok(())
}

/// The person does not want it any more. Taken, or not theirs: [`Error::NotFound`].
pub(super) async fn end<R: Signed>(actor: &Actor<R>, id: &UploadId) -> Result<()> {
    let mut tx = actor.begin().await?;
    match q(END).bind(id).bind(actor.person()).run(&mut tx).await? {
        1 => tx.commit().await,
        _ => Err(Error::NotFound),
    }
}

/// Those whose parked file is not needed any more.
pub(super) async fn over(db: &Db, now: Moment) -> Result<Vec<UploadId>> {
    let rows: Vec<(UploadId,)> = q(OVER).bind(now).all(&mut db.reader().await?).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// From now on nobody finds its file; false if it went on, or another server was first.
pub async fn clear(db: &Db, now: Moment, id: &UploadId) -> Result<bool> {
    let mut tx = db.begin().await?;
    let cleared = q(CLEAR).bind(id).bind(now).run(&mut tx).await? == 1;
    tx.commit().await?;
    Ok(cleared)
}

/// Forgets the rows of what is gone. Returns how many.
pub(super) async fn forget(db: &Db) -> Result<u64> {
    let mut tx = db.begin().await?;
    let gone = q(FORGET).run(&mut tx).await?;
    tx.commit().await?;
    Ok(gone)
}

/// Whether what lies on the disk under this id belongs to anything.
pub(super) async fn is_known(db: &Db, id: &UploadId) -> Result<bool> {
    Ok(q(KNOWN).bind(id).count(&mut db.reader().await?).await? > 0)
}
