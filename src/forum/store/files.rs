//! Files of quesiti: kept under their fingerprint, seen by others only when released one by one.

use sqlx::FromRow;

use super::{HOLD_QUESTION, own_ente};
use crate::access::Actor;
use crate::access::roles::{Seated, Signed};
use crate::access::upload::Chosen;
use crate::domain::ids::{QuestionAttachmentId, QuestionId, UploadId};
use crate::domain::moment::Moment;
use crate::domain::scan::{self, Kind, Refusal};
use crate::domain::upload::Purpose;
use crate::forum::{Attachment, NoFile};
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::media::Named;
use crate::platform::{Error, Result, random};
use crate::web::uploads::{self, Kept, Uploads};

/// Where the store keeps them.
const FOLDER: &str = "quesiti";
/// Files of one quesito, redacted copies included.
pub const MOST: i64 = 12;

const ADD: &str = "\
    insert into question_attachment (question_attachment_id, question_id, name, media, bytes, sha256, added_at, added_by, redacts) \
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const COUNT: &str = "select count(*) from question_attachment where question_id = $1 and removed_at is null";
/// `$2` own ente · `$3` sees all: whoever sees the quesito whole sees its files; others those that were released with it.
const OF: &str = "\
    select a.question_attachment_id, a.name, a.media, a.bytes, a.sha256, a.released_at, a.redacts \
    from question_attachment a join question q on q.question_id = a.question_id \
    where a.question_id = $1 and a.removed_at is null and (q.ente_id = $2 or $3 \
        or (q.released_at is not null and q.declined_at is null and a.released_at is not null)) \
    order by a.added_at, a.question_attachment_id";
const MAY_ADD: &str = "select count(*) from question where question_id = $1 and (ente_id = $2 or $3)";

#[derive(FromRow)]
struct Row {
    question_attachment_id: QuestionAttachmentId,
    name: String,
    media: String,
    bytes: i64,
    sha256: String,
    released_at: Option<Moment>,
    redacts: Option<QuestionAttachmentId>,
}

/// A file that came with a form: judged, and laid by until a quesito has it.
pub async fn lay_by<R: Signed>(actor: &Actor<R>, uploads: &Uploads, file: &Chosen) -> Result<std::result::Result<Kept, NoFile>> {
    if let Err(refusal) = scan::judge(&file.bytes) {
        return Ok(Err(NoFile::Scan(refusal)));
    }
    Ok(uploads::lay_by(actor, uploads, Purpose::Document, file).await?.map_err(NoFile::Upload))
}

/// One that the same person laid by before, if it is of a kind that quesiti have; none if it is gone.
pub async fn recall<R: Signed>(actor: &Actor<R>, uploads: &Uploads, id: &UploadId) -> Result<Option<Kept>> {
    let kept = uploads::recall(actor, uploads, id, Purpose::Document).await?;
    Ok(kept.ok().filter(|kept| Kind::parse(kept.kind.media()).is_some()))
}

/// The person wants it no more.
pub async fn forget<R: Signed>(actor: &Actor<R>, id: &UploadId) -> Result<()> {
    let mut tx = actor.begin().await?;
    uploads::let_go(&mut tx, actor, id).await?;
    tx.commit().await
}

/// Gives a file its place: it lies there before any row names it.
pub async fn place(uploads: &Uploads, kept: &Kept) -> Result<()> {
    uploads.place(kept, FOLDER).await
}

/// Notes a file that has its place, and lets go of it as an upload; `redacts` is the one of which it is the redacted copy.
pub(super) async fn add<R: Signed>(
    tx: &mut Tx,
    actor: &Actor<R>,
    (question, redacts): (&QuestionId, Option<&QuestionAttachmentId>),
    kept: &Kept,
) -> Result<()> {
    let id: QuestionAttachmentId = random::id(actor.now());
    q(ADD)
        .bind(&id)
        .bind(question)
        .bind(&kept.name)
        .bind(kept.kind.media())
        .bind(kept.bytes)
        .bind(&kept.sha256)
        .bind(actor.now())
        .bind(actor.person())
        .bind(redacts)
        .run(tx)
        .await?;
    uploads::let_go(tx, actor, &kept.id).await
}

/// The files of a quesito that somebody may see. One statement.
pub async fn of(on: &mut impl AsConn, seated: &impl Seated, question: &QuestionId) -> Result<Vec<Attachment>> {
    let rows: Vec<Row> = q(OF).bind(question).bind(own_ente(seated)).bind(seated.seat().sees_all()).all(on).await?;
    rows.into_iter().map(Row::attachment).collect()
}

impl Row {
    fn attachment(self) -> Result<Attachment> {
        let kind = Kind::parse(&self.media).ok_or_else(|| Error::Bug(format!("file {}: {}", self.question_attachment_id, self.media)))?;
        Ok(Attachment {
            id: self.question_attachment_id,
            name: self.name,
            kind,
            bytes: self.bytes,
            sha256: self.sha256,
            is_released: self.released_at.is_some(),
            redacts: self.redacts,
        })
    }
}

/// One file, if somebody may see it, and where its content lies.
pub async fn one<R: Seated>(actor: &Actor<R>, (question, file): (&QuestionId, &QuestionAttachmentId)) -> Result<(Attachment, Named)> {
    let all = of(&mut actor.reader().await?, actor.role(), question).await?;
    let found = all.into_iter().find(|one| one.id == *file).ok_or(Error::NotFound)?;
    let named = Named::new(FOLDER, &found.sha256).long(found.bytes);
    Ok((found, named))
}

/// One more file of a quesito that somebody sees whole; others find no such quesito.
pub async fn attach<R: Seated>(
    actor: &Actor<R>,
    uploads: &Uploads,
    (question, redacts): (&QuestionId, Option<&QuestionAttachmentId>),
    file: Option<Chosen>,
) -> Result<std::result::Result<(), NoFile>> {
    // Whoever may not does not fill the store either.
    let may = q(MAY_ADD).bind(question).bind(own_ente(actor.role())).bind(actor.role().seat().sees_all());
    if may.count(&mut actor.reader().await?).await? != 1 {
        return Err(Error::NotFound);
    }
    let Some(file) = file else { return Ok(Err(NoFile::Scan(Refusal::Missing))) };
    let kept = match lay_by(actor, uploads, &file).await? {
        Ok(kept) => kept,
        Err(why) => return Ok(Err(why)),
    };
    place(uploads, &kept).await?;
    let added = note_one_more(actor, (question, redacts), &kept).await?;
    if added.is_err() {
        forget(actor, &kept.id).await?;
    }
    Ok(added.map_err(NoFile::Scan))
}

async fn note_one_more<R: Seated>(
    actor: &Actor<R>,
    (question, redacts): (&QuestionId, Option<&QuestionAttachmentId>),
    kept: &Kept,
) -> Result<std::result::Result<(), Refusal>> {
    let mut tx = actor.begin_on(HOLD_QUESTION, question).await?;
    if q(COUNT).bind(question).count(&mut tx).await? >= MOST {
        return Ok(Err(Refusal::TooLarge));
    }
    let known = of(&mut tx, actor.role(), question).await?;
    if known.iter().any(|one| one.sha256 == kept.sha256) {
        return Ok(Err(Refusal::Twice));
    }
    let redacts = redacts.filter(|id| known.iter().any(|one| one.id == **id));
    add(&mut tx, actor, (question, redacts), kept).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
