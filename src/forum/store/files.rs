//! Files of quesiti: kept under their fingerprint, seen by others only when released one by one.

use sqlx::FromRow;

use super::{HOLD_QUESTION, own_ente};
use crate::access::Actor;
use crate::access::roles::{Seated, Signed};
use crate::access::upload::Chosen;
use crate::domain::ids::{QuestionAttachmentId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::scan::{self, Kind, Refusal};
use crate::forum::Attachment;
use crate::platform::db::{AsConn, Tx, q};
use crate::platform::media::{Media, Named};
use crate::platform::{Error, Result, random};

/// Where the store keeps them.
const FOLDER: &str = "quesiti";
/// Longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 120;
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

/// A file as it is to be kept.
pub struct Kept {
    name: String,
    kind: Kind,
    bytes: i64,
    sha256: String,
}

/// Judges and stores a file: it lies there before any row names it.
pub async fn keep(media: &Media, file: Chosen) -> Result<std::result::Result<Kept, Refusal>> {
    let kind = match scan::judge(&file.bytes) {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let name = file.name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    let bytes = i64::try_from(file.bytes.len()).unwrap_or(i64::MAX);
    let sha256 = media.keep(FOLDER, file.bytes).await?;
    Ok(Ok(Kept { name, kind, bytes, sha256 }))
}

/// Notes a kept file; `redacts` is the one of which it is the redacted copy.
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
    Ok(())
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
    media: &Media,
    (question, redacts): (&QuestionId, Option<&QuestionAttachmentId>),
    file: Option<Chosen>,
) -> Result<std::result::Result<(), Refusal>> {
    // Whoever may not does not fill the store either.
    let may = q(MAY_ADD).bind(question).bind(own_ente(actor.role())).bind(actor.role().seat().sees_all());
    if may.count(&mut actor.reader().await?).await? != 1 {
        return Err(Error::NotFound);
    }
    let Some(file) = file else { return Ok(Err(Refusal::Missing)) };
    let kept = match keep(media, file).await? {
        Ok(kept) => kept,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let mut tx = actor.begin_on(HOLD_QUESTION, question).await?;
    if q(COUNT).bind(question).count(&mut tx).await? >= MOST {
        return Ok(Err(Refusal::TooLarge));
    }
    let known = of(&mut tx, actor.role(), question).await?;
    if known.iter().any(|one| one.sha256 == kept.sha256) {
        return Ok(Err(Refusal::Twice));
    }
    let redacts = redacts.filter(|id| known.iter().any(|one| one.id == **id));
    add(&mut tx, actor, (question, redacts), &kept).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
